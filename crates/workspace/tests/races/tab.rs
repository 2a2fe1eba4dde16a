//! One tab: what people and scripts do in it with workspaces, in the steps of the page. Before each call of the storage the
//! scheduler may let anything else happen.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use corosensei::Yielder;
use domain::{AccountName, Action, Email, Founding, OrganizationName, PersonName, TeamAction};
use journal::{KeyValue, SaveError, StorageError, Token, WorkspaceKey, Writer};
use workspace::{Archive, Current, Deletions, DispatchError, Locks, Occasion, Site, Via, Workspace, sweep};

use crate::world::World;

pub type Shared = Rc<RefCell<World>>;

/// What the program of a tab is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// This one.
    Current,
    /// One that knows neither tombstones nor locks. It deletes nothing.
    Earlier,
    /// The same, and it deletes: at once.
    EarlierDeleting,
}

/// What a tab was told.
#[derive(Clone, Debug)]
pub enum Told {
    /// These records are kept, by their keys.
    Kept(WorkspaceKey, BTreeSet<String>),
    /// The workspace is deleted, or may be: the keys that the tab saw before.
    Deleted(WorkspaceKey, BTreeSet<String>),
}

#[derive(Clone)]
pub struct SimulatedStorage<'a> {
    world: Shared,
    tab: usize,
    yielder: &'a Yielder<(), ()>,
    /// The keys that the tab was last told of.
    listed: Rc<RefCell<Vec<String>>>,
}

impl SimulatedStorage<'_> {
    /// Lets others act, and tells whether the call fails: before it has an effect, or after.
    fn step(&self) -> Option<bool> {
        self.yielder.suspend(());
        let mut world = self.world.borrow_mut();
        world.fails(self.tab).then(|| world.numbers.once_in(3))
    }

    fn write(&self, key: &str, value: Option<&str>) -> Result<(), StorageError> {
        match self.step() {
            None => self.world.borrow_mut().write(self.tab, key, value),
            Some(is_late) => {
                if is_late {
                    self.world.borrow_mut().write(self.tab, key, value);
                }
                let is_full = value.is_some() && self.world.borrow_mut().numbers.once_in(2);
                return Err(if is_full { StorageError::Quota } else { StorageError::Unavailable });
            }
        }
        Ok(())
    }
}

impl KeyValue for SimulatedStorage<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self.step() {
            None => Ok(self.world.borrow().image(self.tab).get(key).cloned()),
            Some(_) => Err(StorageError::Unavailable),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.write(key, Some(value))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write(key, None)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        match self.step() {
            None => {
                let world = self.world.borrow();
                let keys = world.image(self.tab).range(prefix.to_owned()..).map(|(key, _)| key);
                let keys: Vec<String> = keys.take_while(|key| key.starts_with(prefix)).cloned().collect();
                *self.listed.borrow_mut() = keys.clone();
                Ok(keys)
            }
            Some(_) => Err(StorageError::Unavailable),
        }
    }
}

pub struct SimulatedLocks {
    world: Shared,
    tab: usize,
}

pub struct Held {
    world: Shared,
    tab: usize,
    workspace: WorkspaceKey,
    ticket: usize,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.world.borrow_mut().release(self.tab, self.workspace, self.ticket);
    }
}

impl SimulatedLocks {
    fn held(&self, workspace: WorkspaceKey, ticket: usize) -> Held {
        Held { world: self.world.clone(), tab: self.tab, workspace, ticket }
    }
}

impl Locks for SimulatedLocks {
    type Held = Held;

    fn share(&self, workspace: WorkspaceKey) -> Held {
        let ticket = self.world.borrow_mut().share(self.tab, workspace);
        self.held(workspace, ticket)
    }

    async fn alone(&self, workspace: WorkspaceKey) -> Option<Held> {
        let ticket = self.world.borrow_mut().ask_alone(self.tab, workspace);
        let held = self.held(workspace, ticket);
        let answer = std::future::poll_fn(|_| match self.world.borrow().answer(ticket) {
            Some(answer) => Poll::Ready(answer),
            None => Poll::Pending,
        });
        let is_granted = answer.await || !self.world.borrow().habits.locks;
        is_granted.then_some(held)
    }

    async fn settle(&self) {
        let mut milestone = self.world.borrow().milestone();
        let mut is_first = true;
        let settled = std::future::poll_fn(|_| {
            let has_settled = self.world.borrow().has_settled(self.tab, &mut milestone);
            if std::mem::take(&mut is_first) || !has_settled { Poll::Pending } else { Poll::Ready(()) }
        });
        settled.await;
    }
}

struct Open<'a> {
    workspace: Workspace<SimulatedStorage<'a>>,
    _lock: Option<Held>,
}

pub struct Tab<'a> {
    world: Shared,
    nth: usize,
    program: Program,
    yielder: &'a Yielder<(), ()>,
    site: Site<SimulatedStorage<'a>>,
    deletions: Rc<RefCell<Deletions<SimulatedStorage<'a>>>>,
    open: Option<Open<'a>>,
    left: Vec<Open<'a>>,
    told: Rc<RefCell<Vec<Told>>>,
    archive: Rc<Archive>,
}

const NOW: Occasion = Occasion { at: 9, via: Via::Interface };

pub fn founding() -> Founding {
    Founding {
        organization: OrganizationName::parse("Lighthouse").unwrap(),
        name: PersonName::parse("Ada Okafor").unwrap(),
        username: AccountName::parse("ada").unwrap(),
        email: Email::parse("ada@lighthouse.example").unwrap(),
    }
}

pub fn add_team(name: &str) -> Action {
    Action::Team(TeamAction::Add(AccountName::parse(name).unwrap()))
}

impl<'a> Tab<'a> {
    pub fn new(
        world: &Shared,
        nth: usize,
        program: Program,
        yielder: &'a Yielder<(), ()>,
        told: &Rc<RefCell<Vec<Told>>>,
        archive: Rc<Archive>,
    ) -> Self {
        let storage = SimulatedStorage { world: world.clone(), tab: nth, yielder, listed: Rc::default() };
        let site = Site::new(storage, if nth == 2 { "/elsewhere/" } else { "/" });
        Self {
            world: world.clone(),
            nth,
            program,
            yielder,
            deletions: Rc::new(RefCell::new(Deletions::new(site.clone()))),
            site,
            open: None,
            left: Vec::new(),
            told: told.clone(),
            archive,
        }
    }

    /// Does a few things, then listens until the end.
    pub fn run(mut self) {
        self.start();
        let tasks = 1 + self.random(4);
        for _ in 0..tasks {
            // A script does several things in one task.
            for _ in 0..=self.random(3) {
                self.act();
                // A tab is closed only where waiting helps: without that, one has to be there to put records back.
                if self.world.borrow().habits.settles && self.random(30) == 0 {
                    self.world.borrow_mut().close(self.nth);
                    return;
                }
            }
            self.end_task();
        }
        self.finish();
    }

    fn random(&self, limit: usize) -> usize {
        self.world.borrow_mut().numbers.below(limit)
    }

    fn token(&self) -> Token {
        Token::from_random(self.world.borrow_mut().numbers.next().to_be_bytes())
    }

    fn writer(&self) -> Writer {
        self.token().into()
    }

    fn locks(&self) -> SimulatedLocks {
        SimulatedLocks { world: self.world.clone(), tab: self.nth }
    }

    fn share(&self, key: WorkspaceKey) -> Option<Held> {
        (self.program == Program::Current).then(|| self.locks().share(key))
    }

    fn tell(&self, told: Told) {
        self.world.borrow_mut().note(self.nth, format!("{told:?}"));
        self.told.borrow_mut().push(told);
    }

    /// The page starts.
    fn start(&mut self) {
        if let Ok(Current::Workspace(key)) = self.site.current() {
            let lock = self.share(key);
            let opened = Workspace::open(&self.site, key, self.writer()).ok();
            self.open = opened.map(|workspace| Open { workspace, _lock: lock });
        }
        self.end_task();
    }

    fn act(&mut self) {
        match self.random(10) {
            0..3 => self.dispatch(),
            3..5 => self.open_earlier(),
            5..7 => self.delete(),
            7 => self.start_over(),
            8 => self.restore(),
            _ if self.program == Program::Current => self.sweep(),
            _ => {}
        }
    }

    /// What a task has to end with: events come in.
    fn end_task(&mut self) {
        let touched = self.world.borrow_mut().end_task(self.nth);
        self.yielder.suspend(());
        if touched.is_empty() {
            return;
        }
        if self.program == Program::Current {
            let _ = self.deletions.borrow_mut().put_back();
            for left in &mut self.left {
                let _ = left.workspace.refresh(&touched);
            }
        }
        if let Some(open) = &mut self.open {
            let _ = open.workspace.refresh(&touched);
        }
    }

    fn finish(&mut self) {
        self.world.borrow_mut().rest(self.nth);
        // Held for a moment: other tabs have to see what was written.
        self.wait(async |locks: &SimulatedLocks| locks.settle().await);
        if self.program == Program::Current {
            self.sweep();
        }
        self.left.clear();
        while !self.world.borrow().is_over {
            self.end_task();
        }
    }

    /// Waits for something, with events in between.
    fn wait<T>(&mut self, task: impl AsyncFn(&SimulatedLocks) -> T) -> T {
        let locks = self.locks();
        let mut future: Pin<&mut _> = pin!(task(&locks));
        loop {
            if let Poll::Ready(answer) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                return answer;
            }
            self.end_task();
        }
    }

    fn dispatch(&mut self) {
        let name = format!("t{}", self.token());
        let Some(Open { workspace, .. }) = &mut self.open else { return };
        let Some(founder) = workspace.founder() else { return };
        match workspace.dispatch(&founder, &[add_team(&name)], NOW) {
            Ok(receipt) => {
                let key = workspace.key();
                self.tell(Told::Kept(key, BTreeSet::from([journal::record_key(key, receipt.record)])));
            }
            // Nobody knows of this record whether it is there.
            Err(DispatchError::NotSaved(SaveError::Unconfirmed(_))) => self.open = None,
            Err(_) => {}
        }
    }

    fn switch_to(&mut self, workspace: Workspace<SimulatedStorage<'a>>, lock: Option<Held>) {
        self.world.borrow_mut().note(self.nth, format!("opens {}", workspace.key()));
        let before = self.open.replace(Open { workspace, _lock: lock });
        if self.program == Program::Current {
            self.left.extend(before);
        }
    }

    /// Shows a workspace that this tab has made.
    fn switch_to_new(&mut self, workspace: Workspace<SimulatedStorage<'a>>, lock: Option<Held>) {
        let ids = workspace.outcomes().iter().map(|(id, _)| journal::record_key(workspace.key(), *id));
        self.tell(Told::Kept(workspace.key(), ids.collect()));
        self.switch_to(workspace, lock);
    }

    fn listed(&self) -> Vec<WorkspaceKey> {
        match self.program {
            Program::Current => self.site.keys().unwrap_or_default(),
            Program::Earlier | Program::EarlierDeleting => {
                let keys = self.site.storage().keys("registrar:").unwrap_or_default();
                let keys =
                    keys.iter().filter_map(|key| key.strip_prefix("registrar:")?.split_once(':')?.0.parse().ok());
                keys.collect::<BTreeSet<_>>().into_iter().collect()
            }
        }
    }

    fn any_listed(&self) -> Option<WorkspaceKey> {
        let listed = self.listed();
        listed.get(self.random(listed.len())).copied()
    }

    fn open_earlier(&mut self) {
        let Some(key) = self.any_listed() else { return };
        let lock = self.share(key);
        let opened = match self.program {
            Program::Current => Workspace::open_earlier(&self.site, key, self.writer()).ok(),
            Program::Earlier | Program::EarlierDeleting => {
                let opened = Workspace::open(&self.site, key, self.writer()).ok();
                opened.filter(|workspace| workspace.organization().is_some()).and_then(|mut workspace| {
                    workspace.make_current().ok()?;
                    Some(workspace)
                })
            }
        };
        if let Some(workspace) = opened {
            self.switch_to(workspace, lock);
        }
    }

    fn delete(&mut self) {
        let Some(key) = self.any_listed() else { return };
        let deleted = match self.program {
            Program::Current => self.deletions.borrow_mut().delete(key, 9),
            Program::Earlier => return,
            Program::EarlierDeleting => self.delete_at_once(key),
        };
        if deleted != Ok(false) {
            let seen = self.site.storage().listed.borrow().iter().cloned().collect();
            self.tell(Told::Deleted(key, seen));
        }
        if self.random(2) == 0 && self.program == Program::Current {
            self.sweep();
        }
    }

    /// As earlier programs deleted.
    fn delete_at_once(&self, key: WorkspaceKey) -> Result<bool, StorageError> {
        for pointer in self.site.storage().keys("registrar:current:")? {
            if self.site.storage().get(&pointer)? == Some(key.to_string()) {
                return Ok(false);
            }
        }
        let values = self.site.storage().keys(&format!("registrar:{key}:"))?;
        values.iter().try_for_each(|key| self.site.storage().remove(key)).map(|()| true)
    }

    fn sweep(&mut self) {
        let deletions = self.deletions.clone();
        let _ = self.wait(async move |locks: &SimulatedLocks| sweep(&deletions, locks, || 9).await);
    }

    fn start_over(&mut self) {
        let key = WorkspaceKey::from(self.token());
        let lock = self.share(key);
        let Ok(mut workspace) = Workspace::open(&self.site, key, self.writer()) else { return };
        let started = workspace.found(&founding(), NOW).is_ok() && workspace.make_current().is_ok();
        if started {
            self.switch_to_new(workspace, lock);
        } else {
            let _ = workspace.discard(&mut self.deletions.borrow_mut(), 9);
        }
    }

    fn restore(&mut self) {
        let key = WorkspaceKey::from(self.token());
        let lock = self.share(key);
        match self.restored(key) {
            Some(workspace) => self.switch_to_new(workspace, lock),
            None => drop(self.deletions.borrow_mut().discard(key, 9)),
        }
    }

    fn restored(&self, key: WorkspaceKey) -> Option<Workspace<SimulatedStorage<'a>>> {
        self.archive.restore(&self.site, key).ok()?;
        let mut workspace = Workspace::open(&self.site, key, self.writer()).ok()?;
        if !self.archive.is_restored(&self.site, key) {
            return None;
        }
        workspace.make_current().ok()?;
        Some(workspace)
    }
}

//! One tab: people and scripts delete, open, restore and start workspaces in it, in the steps of the page.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use corosensei::Yielder;
use domain::{Action, TeamAction};
use journal::{KeyValue, SaveError, StorageError, Token, WorkspaceKey, Writer};
use test_support::builders::{account_name, founding};
use workspace::{Archive, Current, Deletions, DispatchError, Locks, RecordInfo, Site, Via, Workspace, sweep};

use crate::browser::{Held, Shared, SimulatedLocks, SimulatedStorage};

/// The program of a tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// This one.
    Current,
    /// A program that knows neither tombstones nor locks. It deletes nothing.
    Earlier,
    /// The same, and it deletes: at once.
    EarlierDeleting,
}

/// An acknowledgment to a tab.
#[derive(Clone, Debug)]
pub enum Report {
    /// These records are kept, by their keys.
    Kept(WorkspaceKey, BTreeSet<String>),
    /// The workspace is deleted, or may be: the keys that the tab saw before.
    Deleted(WorkspaceKey, BTreeSet<String>),
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
    reports: Rc<RefCell<Vec<Report>>>,
    archive: Rc<Archive>,
}

const NOW: RecordInfo = RecordInfo { at: 9, via: Via::Interface };

pub fn add_team(name: &str) -> Action {
    Action::Team(TeamAction::Add(account_name(name)))
}

impl<'a> Tab<'a> {
    pub fn new(
        world: &Shared,
        nth: usize,
        program: Program,
        yielder: &'a Yielder<(), ()>,
        reports: &Rc<RefCell<Vec<Report>>>,
        archive: Rc<Archive>,
    ) -> Self {
        let storage = SimulatedStorage::new(world, nth, yielder);
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
            reports: reports.clone(),
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
                if self.world.borrow().conditions.settles && self.random(30) == 0 {
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
        SimulatedLocks::new(&self.world, self.nth)
    }

    fn share(&self, key: WorkspaceKey) -> Option<Held> {
        (self.program == Program::Current).then(|| self.locks().share(key))
    }

    fn tell(&self, reports: Report) {
        self.world.borrow_mut().note(self.nth, format!("{reports:?}"));
        self.reports.borrow_mut().push(reports);
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

    /// Ends the task: events come in.
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
                self.tell(Report::Kept(key, BTreeSet::from([journal::record_key(key, receipt.record)])));
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
        self.tell(Report::Kept(workspace.key(), ids.collect()));
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
            let seen = self.site.storage().listed();
            self.tell(Report::Deleted(key, seen));
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
        let started = workspace.found(&founding("Lighthouse"), NOW).is_ok() && workspace.make_current().is_ok();
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

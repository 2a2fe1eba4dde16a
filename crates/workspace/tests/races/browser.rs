//! The storage and the locks as one tab calls them. Before each call of the storage the scheduler may let anything else
//! happen.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::task::Poll;

use corosensei::Yielder;
use journal::{KeyValue, StorageError, WorkspaceKey};
use workspace::Locks;

use crate::world::World;

pub type Shared = Rc<RefCell<World>>;

#[derive(Clone)]
pub struct SimulatedStorage<'a> {
    world: Shared,
    tab: usize,
    yielder: &'a Yielder<(), ()>,
    listed: Rc<RefCell<Vec<String>>>,
}

impl<'a> SimulatedStorage<'a> {
    pub fn new(world: &Shared, tab: usize, yielder: &'a Yielder<(), ()>) -> Self {
        Self { world: world.clone(), tab, yielder, listed: Rc::default() }
    }

    /// The keys of which the tab was last informed.
    pub fn listed(&self) -> BTreeSet<String> {
        self.listed.borrow().iter().cloned().collect()
    }

    /// Lets others act, and tells whether the call fails: before it has an effect, or after.
    fn step(&self) -> Option<bool> {
        self.yielder.suspend(());
        let mut world = self.world.borrow_mut();
        world.fails(self.tab).then(|| world.numbers.one_in(3))
    }

    fn write(&self, key: &str, value: Option<&str>) -> Result<(), StorageError> {
        match self.step() {
            None => self.world.borrow_mut().write(self.tab, key, value),
            Some(is_late) => {
                if is_late {
                    self.world.borrow_mut().write(self.tab, key, value);
                }
                let is_full = value.is_some() && self.world.borrow_mut().numbers.one_in(2);
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
    pub fn new(world: &Shared, tab: usize) -> Self {
        Self { world: world.clone(), tab }
    }

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
        let ticket = self.world.borrow_mut().request_exclusive(self.tab, workspace);
        let held = self.held(workspace, ticket);
        let answer = std::future::poll_fn(|_| match self.world.borrow().answer(ticket) {
            Some(answer) => Poll::Ready(answer),
            None => Poll::Pending,
        });
        let is_granted = answer.await || !self.world.borrow().conditions.locks;
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

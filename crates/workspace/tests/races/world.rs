//! The browser as its tabs share it: one storage, of which each tab has an image of its own, and one lock manager.
//!
//! A write reaches the storage some time after the call, in the order of the tab's calls, and each other tab some time
//! after that, in the order of the storage. Requests for locks take their time on a way of their own. The scheduler
//! decides what happens next, by chance.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use journal::WorkspaceKey;

pub type Image = BTreeMap<String, String>;

/// A value, or its removal.
type Write = (String, Option<String>);

/// Numbers that look random and are the same in every run (splitmix64).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    /// Once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// The behavior of the browser in one schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// Whether waiting helps: everything arrives before a tab has settled.
    pub settles: bool,
    /// Whether there are locks.
    pub locks: bool,
    /// One in so many calls of the storage fails.
    pub faults: Option<usize>,
}

#[derive(Default)]
struct TabState {
    image: Image,
    /// The part of the history that is in the image.
    seen: usize,
    /// Own writes that are not in the history yet.
    outbox: VecDeque<Write>,
    /// Own writes that are not seen in the history yet, the oldest first.
    own: VecDeque<Write>,
    /// The keys that others have changed since the tab looked last.
    events: Vec<String>,
    requests: VecDeque<Request>,
    /// The number of tasks that it has ended.
    tasks: usize,
    /// Whether it does nothing but wait for events.
    is_idle: bool,
    is_closed: bool,
    /// So many calls fail no more.
    faults: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Request {
    Share(WorkspaceKey, usize),
    Alone(WorkspaceKey, usize),
    Release(WorkspaceKey, usize),
}

#[derive(Default)]
struct Lock {
    shared: BTreeSet<usize>,
    alone: Option<usize>,
    waiting: Vec<usize>,
}

pub struct World {
    pub numbers: Numbers,
    pub conditions: Conditions,
    /// Every write, in the order in which the storage took it, and who wrote it.
    history: Vec<(usize, Write)>,
    storage: Image,
    tabs: Vec<TabState>,
    locks: BTreeMap<WorkspaceKey, Lock>,
    answers: BTreeMap<usize, bool>,
    tickets: usize,
    /// Whether the tabs may end.
    pub is_over: bool,
    /// The events of the schedule, for the message of a failure.
    notes: Vec<String>,
}

/// The writes that must arrive before a tab has settled.
#[derive(Clone)]
pub struct Milestone {
    /// The length of the history when everything had reached the storage.
    history: Option<usize>,
    outboxes: Vec<usize>,
    requests: Vec<usize>,
    tasks: Vec<usize>,
}

impl World {
    pub fn new(seed: u64, conditions: Conditions, storage: &Image, tabs: usize) -> Self {
        let tab = || TabState { image: storage.clone(), faults: conditions.faults, ..TabState::default() };
        Self {
            numbers: Numbers(seed),
            conditions,
            history: Vec::new(),
            storage: storage.clone(),
            tabs: (0..tabs).map(|_| tab()).collect(),
            locks: BTreeMap::new(),
            answers: BTreeMap::new(),
            tickets: 0,
            is_over: false,
            notes: Vec::new(),
        }
    }

    pub fn note(&mut self, tab: usize, note: String) {
        self.notes.push(format!("{tab} {note}"));
    }

    pub fn notes(&self) -> String {
        self.notes.join("\n")
    }

    pub fn storage(&self) -> &Image {
        &self.storage
    }

    pub fn image(&self, tab: usize) -> &Image {
        &self.tabs[tab].image
    }

    pub fn write(&mut self, tab: usize, key: &str, value: Option<&str>) {
        let write = (key.to_owned(), value.map(str::to_owned));
        self.note(tab, format!("writes {key} {}", value.unwrap_or("-").get(..12).unwrap_or(value.unwrap_or("-"))));
        let tab = &mut self.tabs[tab];
        apply(&mut tab.image, &write);
        tab.outbox.push_back(write.clone());
        tab.own.push_back(write);
    }

    /// Whether the next call of the storage fails.
    pub fn fails(&mut self, tab: usize) -> bool {
        self.tabs[tab].faults.is_some_and(|times| self.numbers.one_in(times))
    }

    pub fn end_task(&mut self, tab: usize) -> Vec<String> {
        self.tabs[tab].tasks += 1;
        std::mem::take(&mut self.tabs[tab].events)
    }

    pub fn rest(&mut self, tab: usize) {
        self.tabs[tab].is_idle = true;
        // A tab that waits for the end meets no more faults: what is broken for good proves nothing.
        self.tabs[tab].faults = None;
    }

    pub fn close(&mut self, tab: usize) {
        self.tabs[tab].is_closed = true;
        self.tabs[tab].is_idle = true;
    }

    // ---- Locks

    pub fn share(&mut self, tab: usize, workspace: WorkspaceKey) -> usize {
        self.tickets += 1;
        self.tabs[tab].requests.push_back(Request::Share(workspace, self.tickets));
        self.tickets
    }

    pub fn request_exclusive(&mut self, tab: usize, workspace: WorkspaceKey) -> usize {
        self.tickets += 1;
        self.tabs[tab].requests.push_back(Request::Alone(workspace, self.tickets));
        self.tickets
    }

    pub fn answer(&self, ticket: usize) -> Option<bool> {
        self.answers.get(&ticket).copied()
    }

    pub fn release(&mut self, tab: usize, workspace: WorkspaceKey, ticket: usize) {
        self.tabs[tab].requests.push_back(Request::Release(workspace, ticket));
    }

    fn serve(&mut self, request: Request) {
        let (Request::Share(workspace, _) | Request::Alone(workspace, _) | Request::Release(workspace, _)) = request;
        let lock = self.locks.entry(workspace).or_default();
        match request {
            Request::Share(_, ticket) => lock.waiting.push(ticket),
            Request::Alone(_, ticket) => {
                let is_free = lock.alone.is_none() && lock.shared.is_empty() && lock.waiting.is_empty();
                lock.alone = if is_free { Some(ticket) } else { lock.alone };
                self.answers.insert(ticket, is_free);
            }
            Request::Release(_, ticket) => {
                lock.shared.remove(&ticket);
                lock.waiting.retain(|other| *other != ticket);
                lock.alone = lock.alone.filter(|other| *other != ticket);
            }
        }
        if lock.alone.is_none() {
            lock.shared.extend(lock.waiting.drain(..));
        }
    }

    // ---- Time

    pub fn milestone(&self) -> Milestone {
        Milestone {
            history: None,
            outboxes: self.tabs.iter().map(|tab| tab.outbox.len()).collect(),
            requests: self.tabs.iter().map(|tab| tab.requests.len()).collect(),
            tasks: self.tabs.iter().map(|tab| tab.tasks).collect(),
        }
    }

    /// Whether everything has arrived that was on its way at the milestone, and every task has ended that ran then. Lowers
    /// the milestone to what is still on its way.
    pub fn has_settled(&self, tab: usize, milestone: &mut Milestone) -> bool {
        if !self.conditions.settles {
            return true;
        }
        for (nth, state) in self.tabs.iter().enumerate() {
            milestone.outboxes[nth] = state.outbox.len().min(milestone.outboxes[nth]);
            milestone.requests[nth] = state.requests.len().min(milestone.requests[nth]);
        }
        let is_done = |(nth, state): (usize, &TabState)| {
            nth == tab || state.is_idle || state.is_closed || state.tasks > milestone.tasks[nth]
        };
        let is_sent = milestone.outboxes.iter().chain(&milestone.requests).all(|count| *count == 0);
        if !is_sent || !self.tabs.iter().enumerate().all(is_done) {
            return false;
        }
        let history = *milestone.history.get_or_insert(self.history.len());
        self.tabs.iter().all(|state| state.is_closed || state.seen >= history)
    }

    /// Lets one thing arrive somewhere. Answers whether there was any.
    pub fn deliver(&mut self) -> bool {
        let count = self.tabs.len();
        let first = self.numbers.below(3 * count);
        (0..3 * count).any(|nth| {
            let place = (first + nth) % (3 * count);
            let tab = place / 3;
            match place % 3 {
                0 => self.flush(tab),
                1 => self.show(tab),
                _ => match self.tabs[tab].requests.pop_front() {
                    Some(request) => {
                        self.serve(request);
                        true
                    }
                    None => false,
                },
            }
        })
    }

    fn flush(&mut self, tab: usize) -> bool {
        let Some(write) = self.tabs[tab].outbox.pop_front() else { return false };
        apply(&mut self.storage, &write);
        self.history.push((tab, write));
        true
    }

    fn show(&mut self, tab: usize) -> bool {
        let state = &mut self.tabs[tab];
        let Some((author, write)) = self.history.get(state.seen) else { return false };
        state.seen += 1;
        if state.is_closed {
            return true;
        }
        if *author == tab {
            state.own.pop_front();
        } else if state.own.iter().all(|(key, _)| *key != write.0) {
            // A tab trusts its own writes until it sees them in the storage.
            apply(&mut state.image, write);
            state.events.push(write.0.clone());
        } else {
            state.events.push(write.0.clone());
        }
        true
    }

    /// Whether nothing happens any more unless a tab does something.
    pub fn is_quiet(&self) -> bool {
        self.tabs.iter().all(|tab| {
            let is_done = tab.is_closed || (tab.is_idle && tab.events.is_empty());
            is_done && tab.outbox.is_empty() && tab.requests.is_empty() && tab.seen == self.history.len()
        })
    }
}

fn apply(image: &mut Image, (key, value): &Write) {
    match value {
        Some(value) => drop(image.insert(key.clone(), value.clone())),
        None => drop(image.remove(key)),
    }
}

//! Two tabs that each do something before either hears of the other.

use domain::{AccountId, Action};
use journal::MemoryStore;
use workspace::{Receipt, Workspace};

use crate::support::*;

/// Two tabs that did something at once, in storage that both see again. The first comes first in the order of the fold.
pub struct Collision {
    pub tabs: [Workspace<MemoryStore>; 2],
    pub receipts: [Receipt; 2],
}

impl Collision {
    /// Both dispatch an action before either hears of the other.
    pub fn of(storage: &MemoryStore, did: [(&AccountId, &Action); 2]) -> Self {
        let elsewhere = fork(storage);
        let mut tabs = [open(storage, 'a', '1'), open(&elsewhere, 'a', '2')];
        let mut receipts = Vec::new();
        for (tab, (actor, action)) in tabs.iter_mut().zip(did) {
            receipts.push(tab.dispatch(actor, std::slice::from_ref(action), at(5)).unwrap());
        }
        merge(storage, &elsewhere);
        for tab in &mut tabs {
            assert!(tab.refresh(&[]).unwrap());
        }
        Self { tabs, receipts: receipts.try_into().unwrap() }
    }

    /// Both tabs, and one that is opened anew, have the same organization and the same outcomes.
    #[track_caller]
    pub fn check_converged(&self) {
        let [one, other] = &self.tabs;
        assert_eq!(one.organization(), other.organization());
        assert_eq!(one.outcomes(), other.outcomes());
        let anew = open(one.site().storage(), 'a', '3');
        assert_eq!(anew.organization(), one.organization());
        assert_eq!(anew.outcomes(), one.outcomes());
    }
}

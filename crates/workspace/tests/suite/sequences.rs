//! Random sequences of what people and programs try, in one to three tabs that lose sight of each other and meet again.

use std::collections::{BTreeMap, BTreeSet};

use domain::stored::{self, DecodedEntry};
use domain::{
    AccountId, Action, CheckpointName, Id, Organization, OrganizationRole, Standing, TeamId, TeamRole, Visibility,
    carry_out, found_organization,
};
use journal::{KeyValue, MemoryStore, Record, RecordId, Writer, record_key};
use proptest::collection::vec;
use proptest::prelude::*;
use workspace::{
    Dependents, DispatchError, Outcome, OvertakenReason, Receipt, RecordInfo, UndoError, UndoRefusal, Via, Workspace,
};

use crate::attempts::{Attempt, actor, attempt};
use crate::support::*;
use crate::{invariants, naive};

/// The number of steps of a sequence.
const STEPS: usize = 200;

/// Numbers choose among what is there at that moment.
#[derive(Clone, Debug)]
enum Step {
    /// Somebody tries something in a tab.
    Try { tab: usize, actor: usize, what: Vec<Attempt> },
    /// Somebody undoes the last intent of a tab, or any record, with the records that depend on it or without.
    Undo { tab: usize, actor: usize, record: Option<usize>, dependents: bool },
    /// Somebody redoes the last undo of a tab.
    Redo { tab: usize, actor: usize },
    /// Somebody names the state.
    Checkpoint { tab: usize, actor: usize },
    /// Somebody returns to the state after any record.
    Return { tab: usize, actor: usize, record: usize },
    /// A tab takes in what others have written.
    Refresh(usize),
    /// A tab loses sight of the others: what it writes, only it sees, and what they write, it does not.
    Part(usize),
    /// A tab sees the others again.
    Meet(usize),
    /// A tab is closed and opened anew.
    Reopen(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let tab = || 0..3_usize;
    prop_oneof![
        16 => (tab(), any::<usize>(), attempt())
            .prop_map(|(tab, actor, attempt)| Step::Try { tab, actor, what: vec![attempt] }),
        2 => (tab(), any::<usize>(), vec(attempt(), 0..4)).prop_map(|(tab, actor, what)| Step::Try { tab, actor, what }),
        3 => (tab(), any::<usize>(), proptest::option::of(any::<usize>()), any::<bool>())
            .prop_map(|(tab, actor, record, dependents)| Step::Undo { tab, actor, record, dependents }),
        2 => (tab(), any::<usize>()).prop_map(|(tab, actor)| Step::Redo { tab, actor }),
        1 => (tab(), any::<usize>()).prop_map(|(tab, actor)| Step::Checkpoint { tab, actor }),
        1 => (tab(), any::<usize>(), any::<usize>())
            .prop_map(|(tab, actor, record)| Step::Return { tab, actor, record }),
        2 => tab().prop_map(Step::Refresh),
        1 => tab().prop_map(Step::Part),
        1 => tab().prop_map(Step::Meet),
        1 => tab().prop_map(Step::Reopen),
    ]
}

/// A tab, with storage of its own that is kept like that of the others as long as they see each other.
struct Tab {
    storage: MemoryStore,
    workspace: Workspace<MemoryStore>,
    together: bool,
}

struct Tabs {
    tabs: Vec<Tab>,
    /// Every intent that was acknowledged, in whatever tab.
    acknowledged: BTreeMap<RecordId, Vec<Action>>,
    writers: u64,
}

impl Tabs {
    fn new(count: usize) -> Self {
        let storage = MemoryStore::new();
        let mut founding_tab = open(&storage, 'a', '0');
        let ada = founding_tab.found(&founding("Lighthouse"), at(0)).unwrap();
        let receipt = founding_tab.dispatch(&ada, &beginning(), at(1)).unwrap();
        let (tom, team) = (person(receipt.made(0)), TeamId(receipt.made(2)));
        founding_tab.dispatch(&ada, &[join_team(&team, &tom, TeamRole::Admin)], at(1)).unwrap();
        let mut tabs = Self { tabs: Vec::new(), acknowledged: BTreeMap::new(), writers: 0 };
        for _ in 0..count {
            let storage = fork(&storage);
            let workspace = tabs.open(&storage);
            tabs.tabs.push(Tab { storage, workspace, together: true });
        }
        tabs
    }

    fn open(&mut self, storage: &MemoryStore) -> Workspace<MemoryStore> {
        self.writers += 1;
        // Scattered, so that a later writer is not always a larger one.
        let writer = nth_writer(self.writers.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 14);
        Workspace::open(&site(storage), key('a'), writer).unwrap()
    }

    fn step(&mut self, number: usize, step: &Step) {
        let count = self.tabs.len();
        match step {
            Step::Try { tab, actor, what } => self.attempt(number, tab % count, *actor, what),
            Step::Undo { tab, actor, record, dependents } => {
                self.undo(number, tab % count, *actor, *record, *dependents);
            }
            Step::Redo { tab, actor } => self.redo(number, tab % count, *actor),
            Step::Checkpoint { tab, actor } => self.checkpoint(number, tab % count, *actor),
            Step::Return { tab, actor, record } => self.return_to(number, tab % count, *actor, *record),
            Step::Refresh(tab) => {
                self.tabs[tab % count].workspace.refresh(&[]).unwrap();
                self.check(tab % count);
            }
            Step::Part(tab) => self.tabs[tab % count].together = false,
            Step::Meet(tab) => self.meet(tab % count),
            Step::Reopen(tab) => {
                let tab = tab % count;
                self.tabs[tab].workspace.refresh(&[]).unwrap();
                self.check(tab);
                let storage = self.tabs[tab].storage.clone();
                let anew = self.open(&storage);
                check_same(&anew, &self.tabs[tab].workspace);
                self.tabs[tab].workspace = anew;
            }
        }
    }

    fn meet(&mut self, tab: usize) {
        self.tabs[tab].together = true;
        let (tab, rest) = (&self.tabs[tab], &self.tabs);
        for other in rest.iter().filter(|other| other.together) {
            merge(&tab.storage, &other.storage);
        }
    }

    fn attempt(&mut self, number: usize, tab: usize, who: usize, what: &[Attempt]) {
        // The dispatch would look by itself; this makes the review look at the same.
        if self.tabs[tab].workspace.refresh(&[]).unwrap() {
            self.check(tab);
        }
        let workspace = &mut self.tabs[tab].workspace;
        let before = workspace.organization().unwrap().clone();
        let actor = actor(&before, who);
        let actions: Vec<Action> = what.iter().map(|attempt| attempt.action(&before)).collect();
        let outcomes = workspace.outcomes().len();
        let reviewed: Vec<_> = actions.iter().map(|action| workspace.review(&actor, action)).collect();
        for (action, reviewed) in actions.iter().zip(&reviewed) {
            assert_eq!(reviewed.is_ok(), naive::allows(&before, &actor, action), "{actor:?}: {action:?}");
        }
        let answer = workspace.dispatch(&actor, &actions, at(i64::try_from(number).unwrap()));
        if let [reviewed] = reviewed.as_slice() {
            assert_eq!(
                answer.clone().map(drop),
                reviewed.clone().map_err(|refusal| DispatchError::Refused(refusal, 0))
            );
        }
        match answer {
            Ok(receipt) => {
                assert_eq!(workspace.outcomes().last(), Some(&(receipt.record, Outcome::Applied)));
                assert_eq!(workspace.outcomes().len(), outcomes + 1);
                self.acknowledged.insert(receipt.record, actions.clone());
                self.spread(tab, receipt.record);
                self.check(tab);
            }
            // What is as it was before satisfies every rule as it did before.
            Err(_) => {
                assert_eq!(workspace.organization(), Some(&before));
                assert_eq!(workspace.outcomes().len(), outcomes);
            }
        }
        let organization = self.tabs[tab].workspace.organization().unwrap();
        if number.is_multiple_of(16) && organization.has(&actor) {
            invariants::check_nothing_leaks(organization, &actor, &actions);
        }
    }

    /// Lets somebody undo something in a tab, and checks what came of it.
    fn rewind(
        &mut self,
        tab: usize,
        who: usize,
        undo: impl FnOnce(&mut Workspace<MemoryStore>, &AccountId) -> Result<Receipt, UndoError>,
    ) -> Option<RecordId> {
        let workspace = &mut self.tabs[tab].workspace;
        workspace.refresh(&[]).unwrap();
        let before = workspace.organization().unwrap().clone();
        let outcomes = workspace.outcomes().to_vec();
        let actor = actor(&before, who);
        match undo(workspace, &actor) {
            Ok(receipt) => {
                assert_eq!(workspace.outcomes().last(), Some(&(receipt.record, Outcome::Applied)));
                self.acknowledged.insert(receipt.record, Vec::new());
                self.spread(tab, receipt.record);
                self.check(tab);
                Some(receipt.record)
            }
            Err(UndoError::Refused(_)) => {
                assert_eq!(workspace.organization(), Some(&before));
                assert_eq!(workspace.outcomes(), outcomes);
                None
            }
            Err(error) => panic!("{error:?}"),
        }
    }

    fn undo(&mut self, number: usize, tab: usize, who: usize, record: Option<usize>, dependents: bool) {
        let dependents = if dependents { Dependents::UndoToo } else { Dependents::Refuse };
        let workspace = &mut self.tabs[tab].workspace;
        workspace.refresh(&[]).unwrap();
        let (before, outcomes) = (workspace.organization().unwrap().clone(), workspace.outcomes().to_vec());
        let target = match record {
            Some(record) => Some(outcomes[record % outcomes.len()].0),
            None => workspace.last_undoable(by(writer_of(workspace))),
        };
        let Some(target) = target else { return };
        let info = RecordInfo { at: i64::try_from(number).unwrap(), via: Via::Undo };
        let undone = self.rewind(tab, who, |workspace, actor| workspace.undo(actor, &[target], dependents, info));
        let Some(undone) = undone.filter(|_| number.is_multiple_of(2)) else { return };
        // What is undone and redone at once is as it was.
        let redone =
            self.rewind(tab, who, |workspace, actor| workspace.undo(actor, &[undone], Dependents::Refuse, info));
        if redone.is_some() {
            let workspace = &self.tabs[tab].workspace;
            assert_eq!(workspace.organization(), Some(&before));
            assert_eq!(workspace.outcomes()[..outcomes.len()], outcomes);
        }
    }

    fn redo(&mut self, number: usize, tab: usize, who: usize) {
        let workspace = &self.tabs[tab].workspace;
        let Some(target) = workspace.last_redoable(by(writer_of(workspace))) else { return };
        let info = RecordInfo { at: i64::try_from(number).unwrap(), via: Via::Undo };
        self.rewind(tab, who, |workspace, actor| workspace.undo(actor, &[target], Dependents::Refuse, info));
    }

    fn checkpoint(&mut self, number: usize, tab: usize, who: usize) {
        let name = CheckpointName::parse(&format!("Step {number}")).unwrap();
        let info = at(i64::try_from(number).unwrap());
        self.rewind(tab, who, |workspace, actor| workspace.checkpoint(actor, &name, info));
    }

    fn return_to(&mut self, number: usize, tab: usize, who: usize, record: usize) {
        let workspace = &mut self.tabs[tab].workspace;
        workspace.refresh(&[]).unwrap();
        let outcomes = workspace.outcomes();
        let (target, _) = outcomes[record % outcomes.len()];
        let then = workspace.organization_at(target);
        let info = RecordInfo { at: i64::try_from(number).unwrap(), via: Via::Undo };
        let returned = self.rewind(tab, who, |workspace, actor| workspace.return_to(actor, target, info));
        if returned.is_some() {
            assert_eq!(self.tabs[tab].workspace.organization(), then.as_ref());
        }
    }

    /// Shows a record to the tabs that see this one.
    fn spread(&self, tab: usize, record: RecordId) {
        let from = &self.tabs[tab];
        if !from.together {
            return;
        }
        let key = record_key(key('a'), record);
        let value = from.storage.get(&key).unwrap().unwrap();
        for other in self.tabs.iter().filter(|other| other.together) {
            other.storage.set(&key, &value).unwrap();
        }
    }

    fn check(&mut self, tab: usize) {
        let tab = &mut self.tabs[tab];
        invariants::check(tab.workspace.organization().unwrap());
        let mut found = Vec::new();
        for told in tab.workspace.overtaken() {
            found.push(match &told.reason {
                OvertakenReason::Refused(refusal) => {
                    assert_eq!(self.acknowledged.get(&told.record), Some(&told.actions));
                    (told.record, Outcome::Overtaken(refusal.clone()))
                }
                OvertakenReason::NotUndone(refusal) => (told.record, Outcome::NotUndone(refusal.clone())),
            });
        }
        let is_overtaken = |(_, outcome): &&(RecordId, Outcome)| match outcome {
            Outcome::Overtaken(_) => true,
            Outcome::NotUndone(refusal) => {
                matches!(refusal, UndoRefusal::Dependents(_) | UndoRefusal::NotRestorable(..))
            }
            _ => false,
        };
        assert!(found.iter().eq(tab.workspace.outcomes().iter().filter(is_overtaken)));
        check_replay(&tab.workspace, &tab.storage);
    }

    /// In the end all see each other again, and arrive at the same.
    fn end(mut self) {
        // Twice: what the last one brings the first one gets as well.
        for tab in (0..self.tabs.len()).chain(0..self.tabs.len()) {
            self.meet(tab);
        }
        for tab in 0..self.tabs.len() {
            self.tabs[tab].workspace.refresh(&[]).unwrap();
            self.check(tab);
        }
        let storage = fork(&self.tabs[0].storage);
        let anew = self.open(&storage);
        for tab in &self.tabs {
            check_same(&tab.workspace, &anew);
            assert!(tab.workspace.health().is_sound());
        }
        let known: BTreeSet<RecordId> = anew.outcomes().iter().map(|(id, _)| *id).collect();
        assert!(self.acknowledged.keys().all(|id| known.contains(id)), "an acknowledged intent is lost");
        assert_eq!(known.len(), self.acknowledged.len() + 3, "there is more than was acknowledged");
        let organization = anew.organization().unwrap();
        let times = anew.grant_times_after(usize::MAX);
        for account in organization.accounts() {
            for registry in organization.registries() {
                let standing = organization.standing(&account, registry);
                for grant in standing.iter().flat_map(Standing::grants) {
                    assert!(times.since(&account, registry.id(), grant).is_some(), "{account:?}: {grant:?}");
                }
            }
            invariants::check_view(organization, &anew.view_for(&account).unwrap());
            invariants::check_nothing_leaks(organization, &account, &[]);
            crate::history::check_parts(&anew, &account);
        }
    }
}

/// Something that can be tried from the start: people, a team with an administrator, a registry of each visibility.
fn beginning() -> [Action; 6] {
    [
        add_person("tom", OrganizationRole::Viewer),
        add_person("noa", OrganizationRole::Member),
        add_team("vision"),
        add_service_account("robot"),
        create("Gneiss", Visibility::Restricted),
        create("Basalt", Visibility::Organization),
    ]
}

/// The writer of a tab's records.
fn writer_of(workspace: &Workspace<MemoryStore>) -> Writer {
    workspace.makes_next(0).as_str().split_once('.').unwrap().0.parse().unwrap()
}

/// The state is that of the log without what is undone, and in it every record has the outcome that it is said to have.
fn check_replay(workspace: &Workspace<MemoryStore>, storage: &MemoryStore) {
    let mut without: Option<Organization> = None;
    for (id, outcome) in workspace.outcomes() {
        let text = storage.get(&record_key(key('a'), *id)).unwrap().unwrap();
        let record = Record::decode(*id, &text).unwrap();
        let entries: Vec<_> = record.actions.iter().map(|entry| stored::read(entry.get())).collect();
        let name = id.to_string();
        match (entries.as_slice(), &mut without) {
            ([Some(DecodedEntry::Founding(founding))], empty @ None) => {
                *empty = Some(found_organization(founding, Id::new(&name, 0), record.at));
            }
            ([None], _) => {}
            (_, Some(state)) if !matches!(outcome, Outcome::Undone(_)) => {
                let actions: Vec<Action> = entries
                    .iter()
                    .map(|entry| match entry {
                        Some(DecodedEntry::Action(action)) => action.clone(),
                        other => panic!("{other:?}"),
                    })
                    .collect();
                let actor = state.account(&Id::from_text(&record.by));
                let next = actor.and_then(|actor| carry_out(state, &actor, &actions, &name, record.at).ok());
                assert_eq!(next.is_some(), *outcome == Outcome::Applied, "{id}: {outcome:?}");
                *state = next.unwrap_or_else(|| state.clone());
            }
            _ => {}
        }
    }
    assert_eq!(without.as_ref(), workspace.organization());
}

fn check_same(one: &Workspace<MemoryStore>, other: &Workspace<MemoryStore>) {
    assert_eq!(one.organization(), other.organization());
    assert_eq!(one.outcomes(), other.outcomes());
}

proptest! {
    #![proptest_config(property_config(80))]

    #[test]
    fn every_rule_holds_and_all_tabs_converge_after_any_sequence(
        count in 1..=3_usize,
        steps in vec(step(), STEPS),
    ) {
        let mut tabs = Tabs::new(count);
        for (number, step) in steps.iter().enumerate() {
            tabs.step(number, step);
        }
        tabs.end();
    }
}

//! Random sequences of what people and programs try, in one to three tabs that lose sight of each other and meet again.

use std::collections::{BTreeMap, BTreeSet};

use journal::{KeyValue, MemoryStore, RecordId, record_key};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use registry::{AccountId, Action, OrganizationRole, Refusal, TeamId, TeamRole, Visibility};
use workspace::{DispatchError, Outcome, Workspace};

use crate::naive;
use crate::support::*;

/// How many steps a sequence has.
const STEPS: usize = 200;

/// Numbers choose among what is there at that moment.
#[derive(Clone, Debug)]
enum Step {
    /// Somebody tries something in a tab.
    Try { tab: usize, actor: usize, what: Vec<What> },
    /// A tab takes in what others have written.
    Refresh(usize),
    /// A tab loses sight of the others: what it writes, only it sees, and what they write, it does not.
    Part(usize),
    /// A tab sees the others again.
    Meet(usize),
    /// A tab is closed and opened anew.
    Reopen(usize),
}

#[derive(Clone, Debug)]
enum What {
    AddPerson {
        name: usize,
        role: OrganizationRole,
    },
    AddServiceAccount {
        name: usize,
    },
    AddTeam {
        name: usize,
    },
    Join {
        team: usize,
        account: usize,
        role: TeamRole,
    },
    Create {
        name: usize,
        visibility: Visibility,
        types: usize,
    },
    /// With a name that nobody ever used.
    CreateFresh {
        visibility: Visibility,
    },
}

/// Few, so that they collide; no two share letters in a row with anything else that a view shows.
const REGISTRY_NAMES: [&str; 12] = [
    "Quartz",
    "QUARTZ",
    "qua\u{200b}rtz",
    "Straße-11",
    "STRASSE-11",
    "음성-22",
    "ﬂint-33",
    "FLINT-33",
    "models",
    "Dataset",
    "Basalt",
    "Gneiss",
];
const ACCOUNT_NAMES: [&str; 7] = ["ada", "mina", "MINA", "robot", "Robot", "platform", "noa"];
const TYPES: [&[&str]; 3] = [&[], &["model"], &["model", "report"]];

fn what() -> impl Strategy<Value = What> {
    let number = || any::<usize>();
    let roles = select(vec![OrganizationRole::Viewer, OrganizationRole::Member, OrganizationRole::Admin]);
    let team_roles = select(vec![TeamRole::Viewer, TeamRole::Member, TeamRole::Admin]);
    let visibility = || select(vec![Visibility::Organization, Visibility::Restricted]);
    prop_oneof![
        6 => (number(), roles).prop_map(|(name, role)| What::AddPerson { name, role }),
        2 => number().prop_map(|name| What::AddServiceAccount { name }),
        2 => number().prop_map(|name| What::AddTeam { name }),
        6 => (number(), number(), team_roles).prop_map(|(team, account, role)| What::Join { team, account, role }),
        14 => (number(), visibility(), number())
            .prop_map(|(name, visibility, types)| What::Create { name, visibility, types }),
        1 => visibility().prop_map(|visibility| What::CreateFresh { visibility }),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let tab = || 0..3_usize;
    prop_oneof![
        16 => (tab(), any::<usize>(), what()).prop_map(|(tab, actor, what)| Step::Try { tab, actor, what: vec![what] }),
        1 => (tab(), any::<usize>(), vec(what(), 0..4)).prop_map(|(tab, actor, what)| Step::Try { tab, actor, what }),
        2 => tab().prop_map(Step::Refresh),
        1 => tab().prop_map(Step::Part),
        1 => tab().prop_map(Step::Meet),
        1 => tab().prop_map(Step::Reopen),
    ]
}

fn pick<T: Clone>(from: &[T], number: usize) -> Option<T> {
    from.get(number.checked_rem(from.len())?).cloned()
}

/// A tab, with storage of its own that is kept like that of the others as long as they see each other.
struct Tab {
    storage: MemoryStore,
    workspace: Workspace<MemoryStore>,
    together: bool,
    /// What it was told of its own that is overtaken.
    told: BTreeSet<RecordId>,
}

struct Tabs {
    tabs: Vec<Tab>,
    /// Every intent that was acknowledged, in whatever tab.
    acknowledged: BTreeMap<RecordId, Vec<Action>>,
    writers: u64,
    names: usize,
}

impl Tabs {
    fn new(count: usize) -> Self {
        let storage = MemoryStore::new();
        let mut founding_tab = open(&storage, 'a', '0');
        let ada = founding_tab.found(&founding("Lighthouse"), at(0)).unwrap();
        founding_tab
            .dispatch(&ada, &[add_person("tomasz", OrganizationRole::Viewer), add_team("stone")], at(1))
            .unwrap();
        let mut tabs = Self { tabs: Vec::new(), acknowledged: BTreeMap::new(), writers: 0, names: 0 };
        for _ in 0..count {
            let storage = fork(&storage);
            let workspace = tabs.open(&storage);
            tabs.tabs.push(Tab { storage, workspace, together: true, told: BTreeSet::new() });
        }
        tabs
    }

    fn open(&mut self, storage: &MemoryStore) -> Workspace<MemoryStore> {
        self.writers += 1;
        // Scattered, so that a later writer is not always a larger one.
        let writer = nth_writer(self.writers.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 14);
        Workspace::open(&site(storage), key('a'), writer).unwrap()
    }

    fn action(&mut self, tab: usize, what: &What) -> Option<Action> {
        let organization = self.tabs[tab].workspace.organization().unwrap();
        Some(match *what {
            What::AddPerson { name, role } => add_person(pick(&ACCOUNT_NAMES, name)?, role),
            What::AddServiceAccount { name } => add_service_account(pick(&ACCOUNT_NAMES, name)?),
            What::AddTeam { name } => add_team(pick(&ACCOUNT_NAMES, name)?),
            What::Join { team, account, role } => {
                let teams: Vec<TeamId> = organization.teams().map(|team| team.id.clone()).collect();
                let accounts: Vec<AccountId> = organization.accounts().collect();
                join(&pick(&teams, team)?, &pick(&accounts, account)?, role)
            }
            What::Create { name, visibility, types } => {
                create_limited(pick(&REGISTRY_NAMES, name)?, visibility, pick(&TYPES, types)?)
            }
            What::CreateFresh { visibility } => {
                self.names += 1;
                create(&format!("fresh-{:04}", self.names), visibility)
            }
        })
    }

    fn step(&mut self, number: usize, step: &Step) {
        let count = self.tabs.len();
        match step {
            Step::Try { tab, actor, what } => self.attempt(number, tab % count, *actor, what),
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
                self.tabs[tab].told.clear();
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

    fn attempt(&mut self, number: usize, tab: usize, actor: usize, what: &[What]) {
        let actions: Vec<Action> = what.iter().filter_map(|what| self.action(tab, what)).collect();
        // The dispatch would look by itself; this makes the review look at the same.
        if self.tabs[tab].workspace.refresh(&[]).unwrap() {
            self.check(tab);
        }
        let workspace = &mut self.tabs[tab].workspace;
        let accounts: Vec<AccountId> = workspace.organization().unwrap().accounts().collect();
        let actor = pick(&accounts, actor).unwrap();
        let reviewed = match actions.as_slice() {
            [one] => Some(workspace.review(&actor, one)),
            _ => None,
        };
        let may_create = workspace.seen_by(&actor).unwrap().may_create.is_granted();
        let (before, outcomes) = (workspace.organization().cloned(), workspace.outcomes().len());
        let answer = workspace.dispatch(&actor, &actions, at(i64::try_from(number).unwrap()));
        if let Some(reviewed) = reviewed {
            assert_eq!(answer.clone().map(drop), reviewed.map_err(DispatchError::Refused));
        }
        if let [What::CreateFresh { .. }] = what {
            assert_eq!(answer.is_ok(), may_create);
        }
        let changed = answer.is_ok();
        match answer {
            Ok(receipt) => {
                assert_eq!(workspace.outcomes().last(), Some(&(receipt.record, Outcome::Applied)));
                assert_eq!(workspace.outcomes().len(), outcomes + 1);
                self.acknowledged.insert(receipt.record, actions);
                self.spread(tab, receipt.record);
            }
            Err(error) => {
                assert_eq!(workspace.organization(), before.as_ref());
                assert_eq!(workspace.outcomes().len(), outcomes);
                let seen = workspace.seen_by(&actor).unwrap();
                if let DispatchError::Refused(Refusal::Taken { holder: Some(holder), .. }) = &error {
                    // Of several, an earlier one may have made what a later one collides with.
                    let visible = seen.registries.iter().any(|seen| seen.registry.name() == holder);
                    assert!(visible || actions.len() > 1, "{holder} is told to {actor:?}");
                }
            }
        }
        // What is as it was before satisfies every rule as it did before.
        if changed {
            self.check(tab);
        }
        if number.is_multiple_of(16) {
            naive::check_nothing_leaks(&self.tabs[tab].workspace, &actor);
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
        naive::check(&tab.workspace);
        for told in tab.workspace.take_overtaken() {
            assert!(tab.told.insert(told.record), "{} is told twice", told.record);
            assert_eq!(self.acknowledged.get(&told.record), Some(&told.actions));
            let outcome =
                tab.workspace.outcomes().iter().find(|(id, _)| *id == told.record).map(|(_, outcome)| outcome);
            assert_eq!(outcome, Some(&Outcome::Overtaken(told.refusal)));
        }
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
        assert_eq!(known.len(), self.acknowledged.len() + 2, "there is more than was acknowledged");
        self.check_everybody(anew);
    }

    /// Nothing hidden is in anybody's view, and whoever may create a registry can.
    fn check_everybody(mut self, mut workspace: Workspace<MemoryStore>) {
        let accounts: Vec<AccountId> = workspace.organization().unwrap().accounts().collect();
        for account in accounts {
            naive::check_nothing_leaks(&workspace, &account);
            let may_create = workspace.seen_by(&account).unwrap().may_create.is_granted();
            let action = self.action(0, &What::CreateFresh { visibility: Visibility::Restricted }).unwrap();
            assert_eq!(workspace.dispatch(&account, &[action], at(1_000)).is_ok(), may_create, "{account:?}");
        }
        naive::check(&workspace);
    }
}

fn check_same(one: &Workspace<MemoryStore>, other: &Workspace<MemoryStore>) {
    assert_eq!(one.organization(), other.organization());
    assert_eq!(one.outcomes(), other.outcomes());
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn whatever_is_tried_in_whatever_tab_every_rule_holds_and_all_tabs_converge(
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

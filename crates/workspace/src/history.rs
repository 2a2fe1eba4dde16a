//! The log as history: every record that an account may see, with its outcome.
//!
//! Of a registry the account sees what it may access now, also for the time before; of one that is gone, an account that
//! administered it at the end sees its history, and so does an admin of the organization (R). Everything else about a
//! registry is absent, also from an intent that is visible in part. Of a project, those see the history who see the projects of
//! its team now.

mod about;
mod gone;
mod names;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use domain::{
    AccountId, Action, CheckpointName, Founding, Grantee, Id, Organization, ProjectAction, ProjectId, Refusal,
    RegistryId, Role, Subject, TeamId,
};
use journal::{KeyValue, RecordId};

pub use self::about::About;
use crate::Workspace;
use crate::fold::intent::Intent;
use crate::fold::outcome::{Outcome, UndoRefusal};
use crate::fold::past::mentions::visit_subjects;
use crate::fold::past::value::Value;
use crate::fold::{Fold, Taken, with_taken_back};

/// The history of a workspace as one account sees it.
pub struct History<'a> {
    fold: &'a Fold,
    account: AccountId,
    organization: &'a Organization,
    /// Whether the account is an admin of the organization, who sees everything.
    is_admin: bool,
    /// Whether the account sees a registry: what is known so far.
    seen: RefCell<HashMap<RegistryId, bool>>,
}

/// A record in the history, with the parts that the account may see.
#[derive(Clone, Debug)]
pub struct HistoryEntry<'a> {
    /// The record.
    pub record: RecordId,
    /// Its position in the order of the fold, from 0.
    pub position: usize,
    /// The id of the account that acted.
    pub by: &'a Id,
    /// UTC milliseconds since 1970.
    pub at: i64,
    /// The channel, as stored: the word of a [`Via`](crate::Via), or one of another program.
    pub via: &'a str,
    /// Its content.
    pub what: What<'a>,
    /// The outcome.
    pub outcome: &'a Outcome,
}

/// An action of the past with its names as they were then.
#[derive(Clone, Debug)]
pub struct PastAction<'a> {
    /// The action.
    pub action: &'a Action,
    /// The name of what it is about; empty for settings of the organization.
    pub target: Rc<str>,
    /// The name of the team, registry, project or collection that contains the target; empty if there is none.
    pub container: Rc<str>,
    /// The values before and after, where it replaced one.
    pub change: Option<[Value; 2]>,
}

/// The content of a record.
#[derive(Clone, Debug)]
pub enum What<'a> {
    /// The founding of the organization.
    Founding(&'a Founding),
    /// The visible actions of an intent, with their positions.
    Actions(Vec<(usize, &'a Action)>),
    /// An undo of these visible records, the newest first. It is a redo if all of them are undos.
    Undo {
        /// The records that it takes back.
        records: Vec<RecordId>,
        /// Whether it takes back nothing but undos.
        is_redo: bool,
    },
    /// A named state.
    Checkpoint(&'a CheckpointName),
    /// A newer program wrote it.
    NotUnderstood,
}

impl<S: KeyValue + Clone> Workspace<S> {
    /// The history as an account sees it, or nothing if it is not in the organization.
    pub fn history(&self, account: &AccountId) -> Option<History<'_>> {
        let organization = self.organization().filter(|organization| organization.has(account))?;
        let is_admin = organization.is_admin(account);
        Some(History { fold: &self.fold, account: account.clone(), organization, is_admin, seen: RefCell::default() })
    }
}

impl<S: KeyValue + Clone> Workspace<S> {
    /// Takes the next actions into what the history remembers, and answers whether it has all of them. Whoever reads names and
    /// places in the history takes in the rest at once.
    pub fn read_ahead(&self, actions: usize) -> bool {
        self.fold.read_ahead(actions)
    }
}

impl<'a> History<'a> {
    /// The visible records, the newest first.
    pub fn entries(&self) -> impl Iterator<Item = HistoryEntry<'a>> {
        self.positions().rev().filter_map(|position| self.entry(position))
    }

    /// The positions of all records, the oldest first, whether the account sees them or not.
    #[must_use]
    pub fn positions(&self) -> std::ops::Range<usize> {
        0..self.fold.taken.len()
    }

    /// When the record at a position was made: UTC milliseconds since 1970.
    #[must_use]
    pub fn time_of(&self, position: usize) -> Option<i64> {
        self.fold.taken.get(position).map(|taken| taken.origin.at)
    }

    /// The record at a position, if the account sees any part of it.
    pub fn entry(&self, position: usize) -> Option<HistoryEntry<'a>> {
        let taken = self.fold.taken.get(position)?;
        let (_, outcome) = self.fold.outcomes.get(position)?;
        let what = match &taken.intent {
            None => What::NotUnderstood,
            Some(Intent::Found(founding)) => What::Founding(founding),
            Some(Intent::Checkpoint(name)) => What::Checkpoint(name),
            Some(Intent::Act(actions)) => {
                let visible = actions.iter().enumerate().filter(|(at, action)| self.sees_action(taken, *at, action));
                let visible: Vec<_> = visible.collect();
                if visible.is_empty() && !actions.is_empty() {
                    return None;
                }
                What::Actions(visible)
            }
            Some(Intent::Undo(_)) => {
                let visible = taken.targets.iter().rev().filter(|target| self.is_visible(**target));
                let records: Vec<_> = visible.filter_map(|target| self.record_at(*target)).collect();
                if records.is_empty() && !taken.targets.is_empty() {
                    return None;
                }
                What::Undo { records, is_redo: taken.is_redo }
            }
        };
        let origin = &taken.origin;
        Some(HistoryEntry {
            record: origin.record,
            position,
            by: &origin.by,
            at: origin.at,
            via: &taken.via,
            what,
            outcome,
        })
    }

    /// Whether the record at a position takes back nothing but undos.
    #[must_use]
    pub fn is_redo(&self, position: usize) -> bool {
        self.fold.taken.get(position).is_some_and(|taken| taken.is_redo)
    }

    /// The visible actions that an undo takes back, or makes count again, the newest record first.
    pub fn rewound(&self, position: usize) -> Vec<PastAction<'a>> {
        let positions = with_taken_back(&self.fold.taken, position);
        let entries = positions.filter_map(|position| self.entry(position));
        entries.flat_map(|entry| self.actions(&entry)).collect()
    }

    /// Everything that an entry is about: the subjects of its visible actions, or of what it takes back, and the founder.
    pub fn subjects(&self, entry: &HistoryEntry<'_>) -> BTreeSet<Subject> {
        let is_wanted = |position: usize, at: usize| {
            let taken = self.fold.taken.get(position);
            taken.is_some_and(|taken| match &taken.intent {
                Some(Intent::Act(actions)) => actions.get(at).is_some_and(|action| self.sees_action(taken, at, action)),
                _ => false,
            })
        };
        let mut subjects = BTreeSet::new();
        visit_subjects(&self.fold.taken, &self.fold.past().places, entry.position, &is_wanted, &mut |subject| {
            subjects.insert(subject);
        });
        subjects
    }

    /// The shown name of the account that acted, as it was then.
    pub fn author(&self, entry: &HistoryEntry<'_>) -> Option<Rc<str>> {
        self.fold.past().author(&self.fold.taken, entry.by, entry.position)
    }

    /// The shown name of a person, service account or team at a position, as it was then.
    pub fn name_at(&self, grantee: &Grantee, position: usize) -> Option<Rc<str>> {
        self.fold.past().name_of(&self.fold.taken, &Subject::Grantee(grantee.clone()), position)
    }

    /// The reason why a record was overtaken, as far as the account may know it: the names of registries that others may not
    /// see are told to the author, who saw them, and to admins of the organization.
    pub fn refusal<'e>(&self, entry: &HistoryEntry<'e>) -> Option<&'e Refusal> {
        let Outcome::Overtaken(refusal) = entry.outcome else { return None };
        (self.may_know_of(entry.by) || !refusal.names_registries()).then_some(refusal)
    }

    /// The reason why an undo did not take effect, without records that the account cannot see.
    pub fn undo_refusal(&self, entry: &HistoryEntry<'_>) -> Option<UndoRefusal> {
        let Outcome::NotUndone(refusal) = entry.outcome else { return None };
        let is_visible = |record: &RecordId| self.fold.position(*record).is_some_and(|at| self.is_whole(at));
        Some(match refusal {
            UndoRefusal::Dependents(records) if !records.iter().all(is_visible) => UndoRefusal::NotVisible,
            UndoRefusal::NotRestorable(record, _) if !is_visible(record) => UndoRefusal::NotVisible,
            refusal => self.without_hidden_names(refusal.clone()),
        })
    }

    /// Leaves out the reason against a record of another account if it names registries.
    #[must_use]
    pub fn without_hidden_names(&self, refusal: UndoRefusal) -> UndoRefusal {
        match refusal {
            UndoRefusal::NotRestorable(record, Some(reason)) if reason.names_registries() => {
                let author = self.fold.position(record).and_then(|at| self.fold.taken.get(at));
                let may_know = author.is_some_and(|taken| self.may_know_of(&taken.origin.by));
                UndoRefusal::NotRestorable(record, may_know.then_some(reason))
            }
            UndoRefusal::NotRestorable(..)
            | UndoRefusal::Missing
            | UndoRefusal::Nothing
            | UndoRefusal::NotVisible
            | UndoRefusal::Founding
            | UndoRefusal::AlreadyUndone
            | UndoRefusal::NoEffect
            | UndoRefusal::Dependents(_) => refusal,
        }
    }

    /// Whether the account may know the names in a refusal that was computed for this author.
    fn may_know_of(&self, author: &Id) -> bool {
        author == self.account.id() || self.is_admin
    }

    /// The position of a record in the order of the fold, from 0, if the account sees any part of it.
    #[must_use]
    pub fn position(&self, record: RecordId) -> Option<usize> {
        self.fold.position(record).filter(|position| self.is_visible(*position))
    }

    /// The record at a position.
    pub fn record_at(&self, position: usize) -> Option<RecordId> {
        self.fold.taken.get(position).map(|taken| taken.origin.record)
    }

    /// Whether the account sees any part of the record.
    #[must_use]
    pub fn is_visible(&self, position: usize) -> bool {
        self.sees(position, false)
    }

    /// Whether the account sees the whole record, and all that it takes back.
    #[must_use]
    pub fn is_whole(&self, position: usize) -> bool {
        self.sees(position, true)
    }

    fn sees(&self, position: usize, all: bool) -> bool {
        if self.is_admin {
            return true;
        }
        let mut is_empty = true;
        for position in with_taken_back(&self.fold.taken, position) {
            let Some(taken) = self.fold.taken.get(position) else { continue };
            let Some(Intent::Act(actions)) = &taken.intent else {
                if matches!(taken.intent, Some(Intent::Undo(_))) && !taken.targets.is_empty() {
                    continue;
                }
                if !all {
                    return true;
                }
                continue;
            };
            for (at, action) in actions.iter().enumerate() {
                is_empty = false;
                let is_seen = self.sees_action(taken, at, action);
                if is_seen != all {
                    return is_seen;
                }
            }
        }
        all || is_empty
    }

    /// An action in a registry or project is visible to the accounts that see this registry or project.
    fn sees_action(&self, taken: &Taken, position: usize, action: &Action) -> bool {
        if self.is_admin {
            return true;
        }
        let made = Id::new(&taken.origin.record.to_string(), position);
        let subject = action.subjects(&made).into_iter().next();
        let container = subject.as_ref().and_then(|subject| self.fold.past().places.container(subject));
        match container.or(subject) {
            Some(Subject::Registry(registry)) => self.sees_registry(&registry),
            Some(Subject::Project(project)) => self.sees_project(&project),
            // An object that was never made is known to the author only.
            Some(Subject::Version(_) | Subject::Collection(_) | Subject::Link(_)) => {
                taken.origin.by == *self.account.id()
            }
            Some(Subject::Grantee(_)) => match action {
                Action::Project(ProjectAction::Create { team, .. }) => self.sees_projects_of(team),
                Action::Person(_)
                | Action::ServiceAccount(_)
                | Action::Team(_)
                | Action::Organization(_)
                | Action::Registry(_)
                | Action::Project(ProjectAction::Rename { .. } | ProjectAction::Delete(_))
                | Action::Version(_)
                | Action::Collection(_) => true,
            },
            None => true,
        }
    }

    fn sees_projects_of(&self, team: &TeamId) -> bool {
        self.is_admin || self.organization.team_role(&self.account, team).is_some()
    }

    fn sees_project(&self, id: &ProjectId) -> bool {
        let past = self.fold.past();
        past.places.team(id).map_or_else(|| self.is_admin, |team| self.sees_projects_of(team))
    }

    fn sees_registry(&self, id: &RegistryId) -> bool {
        if self.is_admin {
            return true;
        }
        if let Some(seen) = self.seen.borrow().get(id) {
            return *seen;
        }
        let seen = match self.organization.registry(id) {
            Some(registry) => self.organization.role_in(&self.account, registry).is_some(),
            None => self.administered(id),
        };
        self.seen.borrow_mut().insert(id.clone(), seen);
        seen
    }

    /// Whether the account administered a registry that is gone, at the end.
    fn administered(&self, id: &RegistryId) -> bool {
        match self.fold.creation_of(id) {
            // It never existed, except for its author.
            Some(taken) if taken.verdict != Outcome::Applied => taken.origin.by == *self.account.id(),
            _ => self.fold.state_at_the_end_of(id).is_some_and(|state| {
                let role = state.registry(id).and_then(|registry| state.role_in(&self.account, registry));
                role == Some(Role::Admin)
            }),
        }
    }
}

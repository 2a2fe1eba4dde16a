//! What a part of the history is about, and where the log speaks of it.

use std::collections::{BTreeSet, HashMap};

use domain::{CollectionId, Grantee, Id, PersonId, ProjectId, RegistryId, ServiceAccountId, Subject, TeamId};

use super::places::Places;
use super::{History, HistoryEntry};
use crate::fold::Fold;
use crate::fold::intent::Intent;

/// What a part of the history is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A registry, with everything in it.
    Registry(RegistryId),
    /// A collection, with the versions that are linked in it.
    Collection(CollectionId),
    /// A project, with its versions.
    Project(ProjectId),
    /// A person, service account or team: what it did, and what was done to it.
    Account(Id),
}

impl About {
    /// The subjects that it can be. Ids of people, service accounts and teams do not tell which of them they are.
    fn subjects(&self) -> Vec<Subject> {
        match self {
            Self::Registry(id) => vec![Subject::Registry(id.clone())],
            Self::Collection(id) => vec![Subject::Collection(id.clone())],
            Self::Project(id) => vec![Subject::Project(id.clone())],
            Self::Account(id) => vec![
                Subject::Grantee(Grantee::Person(PersonId(id.clone()))),
                Subject::Grantee(Grantee::ServiceAccount(ServiceAccountId(id.clone()))),
                Subject::Grantee(Grantee::Team(TeamId(id.clone()))),
            ],
        }
    }

    fn author(&self) -> Option<&Id> {
        match self {
            Self::Account(id) => Some(id),
            Self::Registry(_) | Self::Collection(_) | Self::Project(_) => None,
        }
    }
}

/// The positions of the records that mention something, whoever may see them.
#[derive(Default)]
pub(crate) struct Mentions {
    subjects: HashMap<Subject, Vec<usize>>,
    authors: HashMap<Id, Vec<usize>>,
}

impl Mentions {
    /// Takes in the record at a position, whose objects are in their places.
    pub fn take(&mut self, position: usize, fold: &Fold, places: &Places) {
        if let Some(taken) = fold.taken.get(position) {
            self.authors.entry(taken.origin.by.clone()).or_default().push(position);
        }
        visit_subjects(fold, places, position, &|_, _| true, &mut |subject| {
            let positions = self.subjects.entry(subject).or_insert_with(|| Vec::with_capacity(1));
            if positions.last() != Some(&position) {
                positions.push(position);
            }
        });
    }

    /// The positions of the records that may be about something, the newest first.
    fn of(&self, about: &About) -> impl Iterator<Item = usize> + use<> {
        let subjects = about.subjects();
        let by_subject = subjects.iter().filter_map(|subject| self.subjects.get(subject));
        let by_author = about.author().and_then(|id| self.authors.get(id));
        let positions: BTreeSet<usize> = by_subject.chain(by_author).flatten().copied().collect();
        positions.into_iter().rev()
    }
}

/// Visits the subjects of the record at a position, with what contains them: of its actions as far as they are wanted, and of
/// what it takes back. Some come more than once.
pub(super) fn visit_subjects(
    fold: &Fold,
    places: &Places,
    position: usize,
    is_wanted: &dyn Fn(usize, usize) -> bool,
    visit: &mut dyn FnMut(Subject),
) {
    let mut pending = vec![position];
    while let Some(position) = pending.pop() {
        let Some(taken) = fold.taken.get(position) else { continue };
        let record = taken.origin.record.to_string();
        match &taken.intent {
            Some(Intent::Found(_)) => visit(Subject::Grantee(Grantee::Person(PersonId(Id::new(&record, 0))))),
            Some(Intent::Act(actions)) => {
                let wanted = actions.iter().enumerate().filter(|(at, _)| is_wanted(position, *at));
                for subject in wanted.flat_map(|(at, action)| action.subjects(&Id::new(&record, at))) {
                    places.containers(&subject).for_each(&mut *visit);
                    visit(subject);
                }
            }
            Some(Intent::Undo(_)) => pending.extend(&taken.targets),
            Some(Intent::Checkpoint(_)) | None => {}
        }
    }
}

impl<'a> History<'a> {
    /// The positions of the records that may be about something, the newest first, whether the account sees them or not.
    pub fn positions_about(&self, about: &About) -> impl Iterator<Item = usize> + use<> {
        self.fold.past().mentions.of(about)
    }

    /// The visible records about something, the newest first.
    pub fn entries_about(&self, about: &About) -> impl Iterator<Item = HistoryEntry<'a>> {
        self.positions_about(about)
            .filter_map(|position| self.entry(position))
            .filter(|entry| self.is_about(entry, about))
    }

    /// Whether an entry is about something, as far as the account sees it.
    #[must_use]
    pub fn is_about(&self, entry: &HistoryEntry<'_>, about: &About) -> bool {
        about.author() == Some(entry.by) || {
            let subjects = self.subjects(entry);
            about.subjects().iter().any(|subject| subjects.contains(subject))
        }
    }
}

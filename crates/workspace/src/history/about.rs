//! Parts of the history by their subject.

use domain::{CollectionId, Grantee, Id, PersonId, ProjectId, RegistryId, ServiceAccountId, Subject, TeamId};

use super::{History, HistoryEntry};

/// The subject of a part of the history.
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

impl<'a> History<'a> {
    /// The positions of the records that may be about something, the newest first, whether the account sees them or not.
    pub fn positions_about(&self, about: &About) -> impl Iterator<Item = usize> + use<> {
        self.fold.past().mentions.of(&about.subjects(), about.author())
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

//! The names of what an action of the past is about, as they were then.

use std::rc::Rc;

use domain::{Action, CollectionAction, Id, LinkId, LinkTarget, RegistryAction, Subject, VersionRef};

use super::{History, HistoryEntry, PastAction, What};

/// The target and what contains it.
type Names = (Rc<str>, Rc<str>);

impl<'a> History<'a> {
    /// The visible actions of a record with the names of then.
    pub fn actions(&self, entry: &HistoryEntry<'a>) -> Vec<PastAction<'a>> {
        self.each_action(entry).collect()
    }

    /// As [`actions`](Self::actions), each named when it is asked for: an entry has up to 10,000.
    pub fn each_action<'e>(
        &'e self,
        entry: &'e HistoryEntry<'a>,
    ) -> impl ExactSizeIterator<Item = PastAction<'a>> + 'e {
        let actions = match &entry.what {
            What::Actions(actions) => actions.as_slice(),
            What::Founding(_) | What::Undo { .. } | What::Checkpoint(_) | What::NotUnderstood => &[],
        };
        let record = entry.record.to_string();
        actions.iter().map(move |(at, action)| {
            let (target, container) = self.names(action, &Id::new(&record, *at), entry.position);
            let change = self.fold.past().change(&self.fold.taken, action, entry.position);
            PastAction { action, target, container, change }
        })
    }

    fn names(&self, action: &Action, made: &Id, position: usize) -> Names {
        let mut subjects = action.subjects(made).into_iter();
        let (first, second) = (subjects.next(), subjects.next());
        let Some(first) = first else { return Names::default() };
        // An action that was overtaken has made nothing that has a name.
        if let Some(name) = action.name_of_new() {
            let container = second.map(|_| self.name(&first, position));
            return (name.into(), container.unwrap_or_default());
        }
        match (action, first, second) {
            (
                Action::Registry(
                    RegistryAction::ProtectAlias { alias, .. } | RegistryAction::UnprotectAlias { alias, .. },
                ),
                registry,
                _,
            ) => (alias.as_str().into(), self.name(&registry, position)),
            (Action::Collection(CollectionAction::Link { version, target, .. }), ..) => {
                self.names_of_link(version, target, &LinkId(made.clone()), position)
            }
            (_, first, Some(second)) => (self.name(&second, position), self.name(&first, position)),
            (_, registry @ Subject::Registry(_), None) => (Rc::default(), self.name(&registry, position)),
            (_, collection @ Subject::Collection(_), None) => {
                let registry = self.fold.past().places.container(&collection);
                let registry = registry.map(|registry| self.name(&registry, position));
                (self.name(&collection, position), registry.unwrap_or_default())
            }
            (_, first, None) => (self.name(&first, position), Rc::default()),
        }
    }

    fn name(&self, subject: &Subject, position: usize) -> Rc<str> {
        let version = match subject {
            Subject::Version(id) => VersionRef::Source(id.clone()),
            Subject::Link(id) => VersionRef::Linked(id.clone()),
            Subject::Grantee(_) | Subject::Registry(_) | Subject::Project(_) | Subject::Collection(_) => {
                return self.fold.past().name_of(&self.fold.taken, subject, position).unwrap_or_default();
            }
        };
        self.name_of_version(&version, position).unwrap_or_default().into()
    }

    fn name_of_version(&self, version: &VersionRef, position: usize) -> Option<String> {
        self.fold.past().name_of_version(&self.fold.taken, version, position)
    }

    /// An account that does not see the project of a linked version gets its number in the collection for its name.
    fn names_of_link(&self, version: &VersionRef, target: &LinkTarget, made: &LinkId, position: usize) -> Names {
        let name = |subject: &Subject| self.name(subject, position);
        let container = match target {
            LinkTarget::Collection(id) => {
                let collection = Subject::Collection(id.clone());
                let registry = self.fold.past().places.container(&collection);
                format!("{}/{}", registry.map(|registry| name(&registry)).unwrap_or_default(), name(&collection))
            }
            LinkTarget::Named { registry, name: collection } => {
                format!("{}/{collection}", name(&Subject::Registry(registry.clone())))
            }
        };
        let source = self.sees_version(version).then(|| self.name_of_version(version, position)).flatten();
        let number = || self.number_of(&VersionRef::Linked(made.clone()));
        (source.or_else(number).unwrap_or_else(|| "…".to_owned()).into(), container.into())
    }

    /// Whether the account sees the project of a version, or the registry of a linked one.
    #[must_use]
    pub fn sees_version(&self, version: &VersionRef) -> bool {
        let past = self.fold.past();
        match version {
            VersionRef::Source(id) => past.places.version(id).is_some_and(|place| self.sees_project(&place.project)),
            VersionRef::Linked(id) => past.places.link(id).is_some_and(|place| self.sees_registry(&place.registry)),
        }
    }

    /// The number of a version, such as `v3`, unless it was never made.
    #[must_use]
    pub fn number_of(&self, version: &VersionRef) -> Option<String> {
        self.fold.past().number_of(version).map(|number| format!("v{number}"))
    }
}

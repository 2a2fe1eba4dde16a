//! The names and values of everything at any point of the log, from the records alone: for sentences about the past. It
//! knows no account, so its caller asks only about what an account may see.

pub(crate) mod mentions;
mod places;
mod property;
pub(crate) mod value;

use std::collections::HashMap;
use std::rc::Rc;

use domain::{
    AccountId, Action, Alias, CollectionAction, CollectionId, CoreRegistry, DefaultRole, Founding, Grantee, Id, LinkId,
    LinkTarget, OrganizationAction, OrganizationRole, PersonAction, PersonId, ProjectAction, ProjectId, RegistryAction,
    RegistryId, Role, ServiceAccountAction, ServiceAccountId, Subject, TeamAction, TeamId, VersionAction, VersionId,
    VersionRef,
};

use self::mentions::Mentions;
use self::places::Places;
use self::property::Property;
use self::value::Value;
use super::intent::Intent;
use super::outcome::Outcome;
use super::taken::Taken;

/// The values of all properties, with the positions of the records that set them.
#[derive(Default)]
pub(crate) struct Past {
    values: HashMap<Property, Vec<(usize, Option<Value>)>>,
    /// The numbers of versions and links, which never change.
    numbers: HashMap<Id, u32>,
    pub places: Places,
    pub mentions: Mentions,
    /// The number of records that are in it as a whole.
    count: usize,
    /// The number of actions of the next record that are in it.
    actions: usize,
}

impl Past {
    /// Whether there are records of the log that are not in it yet.
    pub fn is_behind(&self, log: &[Taken]) -> bool {
        self.count < log.len()
    }

    /// Takes in so many of the actions that are not in it yet. A record has up to 10,000; one without any counts as one.
    pub fn follow(&mut self, log: &[Taken], actions: usize) {
        for _ in 0..actions {
            let Some(taken) = log.get(self.count) else { return };
            if self.actions == 0 {
                self.begin(log, taken);
            }
            let all = taken.actions();
            if let Some(action) = all.get(self.actions) {
                self.take_part(log, taken, action);
                self.actions += 1;
            }
            if self.actions == all.len() {
                (self.count, self.actions) = (self.count + 1, 0);
            }
        }
    }

    /// Takes in what the next record tells besides its actions.
    fn begin(&mut self, log: &[Taken], taken: &Taken) {
        let position = self.count;
        if taken.verdict == Outcome::Applied {
            let record = taken.origin.record.to_string();
            self.numbers.extend(taken.numbers.iter().map(|(at, number)| (Id::new(&record, *at), *number)));
            if let Some(Intent::Found(founding)) = &taken.intent {
                self.found(position, PersonId(Id::new(&record, 0)), founding);
            }
        }
        self.mentions.take(position, log, &self.places);
    }

    /// Takes in the next action of the next record.
    fn take_part(&mut self, log: &[Taken], taken: &Taken, action: &Action) {
        let position = self.count;
        let made = Id::new(&taken.origin.record.to_string(), self.actions);
        if taken.verdict == Outcome::Applied {
            let counts = |at: usize| log.get(at).is_some_and(|taken| taken.counted_at(position));
            self.places.take(position, action, &made, &counts);
            self.take_action(position, action, &made, &taken.origin.by);
        }
        self.mentions.take_action(position, action, &made, &self.places);
    }

    fn found(&mut self, position: usize, founder: PersonId, founding: &Founding) {
        self.name(position, Subject::Grantee(Grantee::Person(founder.clone())), founding.name.as_str());
        let admin = Value::OrganizationRole(OrganizationRole::Admin);
        self.set(position, Property::OrganizationRole(founder), Some(admin));
        let name = Value::Text(founding.organization.as_str().into());
        self.set(position, Property::OrganizationName, Some(name));
        self.set(position, Property::DefaultRole, Some(Value::DefaultRole(DefaultRole::default())));
    }

    fn set(&mut self, position: usize, property: Property, value: Option<Value>) {
        // Most properties are set once.
        self.values.entry(property).or_insert_with(|| Vec::with_capacity(1)).push((position, value));
    }

    fn name(&mut self, position: usize, subject: Subject, name: &str) {
        self.set(position, Property::Name(subject), Some(Value::Text(name.into())));
    }

    fn take_action(&mut self, position: usize, action: &Action, made: &Id, by: &Id) {
        let person = |id: &PersonId| Subject::Grantee(Grantee::Person(id.clone()));
        match action {
            Action::Person(PersonAction::Add(new)) => {
                let id = PersonId(made.clone());
                self.name(position, person(&id), new.name.as_str());
                self.set(position, Property::OrganizationRole(id), Some(Value::OrganizationRole(new.role)));
            }
            Action::Person(PersonAction::Edit { person: id, name: Some(name), .. }) => {
                self.name(position, person(id), name.as_str());
            }
            Action::Person(PersonAction::SetRole { person, role }) => {
                let role = Value::OrganizationRole(*role);
                self.set(position, Property::OrganizationRole(person.clone()), Some(role));
            }
            Action::Person(PersonAction::Edit { .. } | PersonAction::Remove(_)) => {}
            Action::ServiceAccount(ServiceAccountAction::Add(name)) => {
                let id = Grantee::ServiceAccount(ServiceAccountId(made.clone()));
                self.name(position, Subject::Grantee(id), name.as_str());
            }
            Action::ServiceAccount(ServiceAccountAction::Rename { service_account: id, name }) => {
                self.name(position, Subject::Grantee(Grantee::ServiceAccount(id.clone())), name.as_str());
            }
            Action::ServiceAccount(ServiceAccountAction::Remove(_)) => {}
            Action::Team(action) => self.take_team(position, action, made),
            Action::Organization(OrganizationAction::Rename(name)) => {
                self.set(position, Property::OrganizationName, Some(Value::Text(name.as_str().into())));
            }
            Action::Organization(OrganizationAction::SetDefaultRole(role)) => {
                self.set(position, Property::DefaultRole, Some(Value::DefaultRole(*role)));
            }
            Action::Organization(OrganizationAction::SetRestrictedStays(_)) => {}
            Action::Registry(action) => self.take_registry(position, action, made, by),
            Action::Project(action) => self.take_project(position, action, made),
            Action::Version(action) => self.take_version(position, action, made),
            Action::Collection(action) => self.take_collection(position, action, made),
        }
    }

    fn take_project(&mut self, position: usize, action: &ProjectAction, made: &Id) {
        match action {
            ProjectAction::Create { name, .. } => {
                self.name(position, Subject::Project(ProjectId(made.clone())), name.as_str());
            }
            ProjectAction::Rename { project, name } => {
                self.name(position, Subject::Project(project.clone()), name.as_str());
            }
            ProjectAction::Delete(_) => {}
        }
    }

    fn take_version(&mut self, position: usize, action: &VersionAction, made: &Id) {
        match action {
            VersionAction::Log(new) => {
                let version = VersionRef::Source(VersionId(made.clone()));
                for alias in &new.aliases {
                    self.set_holder(position, &version, alias, true);
                }
            }
            VersionAction::AddAlias { version, alias } => self.set_holder(position, version, alias, true),
            VersionAction::RemoveAlias { version, alias } => self.set_holder(position, version, alias, false),
            VersionAction::Edit { .. }
            | VersionAction::AddTags { .. }
            | VersionAction::RemoveTags { .. }
            | VersionAction::Delete(_) => {}
        }
    }

    fn take_collection(&mut self, position: usize, action: &CollectionAction, made: &Id) {
        match action {
            CollectionAction::Create(new) => {
                self.name(position, Subject::Collection(CollectionId(made.clone())), new.name.as_str());
            }
            CollectionAction::Edit { collection, name: Some(name), .. } => {
                self.name(position, Subject::Collection(collection.clone()), name.as_str());
            }
            CollectionAction::Link { target, aliases, .. } => {
                let link = LinkId(made.clone());
                if let LinkTarget::Named { name, .. } = target {
                    self.name(position, Subject::Collection(link.collection_made_along()), name.as_str());
                }
                for alias in aliases {
                    self.set_holder(position, &VersionRef::Linked(link.clone()), alias, true);
                }
            }
            CollectionAction::Edit { .. }
            | CollectionAction::AddTags { .. }
            | CollectionAction::RemoveTags { .. }
            | CollectionAction::Delete(_)
            | CollectionAction::Unlink(_) => {}
        }
    }

    fn set_holder(&mut self, position: usize, version: &VersionRef, alias: &Alias, holds: bool) {
        if let Some(property) = Property::holder(version, alias, &self.places) {
            self.set(position, property, holds.then(|| Value::Holder(version.clone())));
        }
    }

    fn take_team(&mut self, position: usize, action: &TeamAction, made: &Id) {
        match action {
            TeamAction::Add(name) => {
                self.name(position, Subject::Grantee(Grantee::Team(TeamId(made.clone()))), name.as_str());
            }
            TeamAction::Rename { team, name } => {
                self.name(position, Subject::Grantee(Grantee::Team(team.clone())), name.as_str());
            }
            TeamAction::AddPerson { team, person, role } | TeamAction::SetRole { team, person, role } => {
                let property = Property::TeamRole(team.clone(), person.clone());
                self.set(position, property, Some(Value::TeamRole(*role)));
            }
            TeamAction::RemovePerson { team, person } => {
                self.set(position, Property::TeamRole(team.clone(), person.clone()), None);
            }
            TeamAction::Remove(_) | TeamAction::AddServiceAccount { .. } | TeamAction::RemoveServiceAccount { .. } => {}
        }
    }

    fn take_registry(&mut self, position: usize, action: &RegistryAction, made: &Id, by: &Id) {
        match action {
            RegistryAction::Create(new) => {
                let (id, creator) = (RegistryId(made.clone()), PersonId(by.clone()));
                self.name(position, Subject::Registry(id.clone()), new.name.as_str());
                let row = Property::Row(id.clone(), Grantee::Person(creator.clone()));
                self.set(position, row, Some(Value::Role(Role::Admin)));
                self.set(position, Property::Owner(id.clone()), Some(Value::Owner(creator)));
                self.set(position, Property::Visibility(id), Some(Value::Visibility(new.visibility)));
            }
            RegistryAction::Rename { registry, name } => {
                self.name(position, Subject::Registry(registry.clone()), name.as_str());
            }
            RegistryAction::SetVisibility { registry, visibility } => {
                let value = Value::Visibility(*visibility);
                self.set(position, Property::Visibility(registry.clone()), Some(value));
            }
            RegistryAction::AddMember { registry, member, role }
            | RegistryAction::SetMemberRole { registry, member, role } => {
                let row = Property::Row(registry.clone(), member.clone());
                self.set(position, row, Some(Value::Role(*role)));
            }
            RegistryAction::RemoveMember { registry, member } => {
                self.set(position, Property::Row(registry.clone(), member.clone()), None);
            }
            RegistryAction::SetOwner { registry, person } => {
                self.set(position, Property::Owner(registry.clone()), Some(Value::Owner(person.clone())));
            }
            RegistryAction::Describe { .. }
            | RegistryAction::ProtectAlias { .. }
            | RegistryAction::UnprotectAlias { .. }
            | RegistryAction::AcceptAllTypes(_)
            | RegistryAction::SpecifyTypes { .. }
            | RegistryAction::AddTypes { .. }
            | RegistryAction::RemoveType { .. }
            | RegistryAction::Delete(_) => {}
        }
    }

    /// The value before the record at a position, or after it if `is_after`, as it was then.
    fn value(&self, log: &[Taken], property: &Property, position: usize, is_after: bool) -> Option<&Value> {
        let counted = |at: usize| log.get(at).is_some_and(|taken| taken.counted_at(position));
        let values = self.values.get(property)?;
        let end = values.partition_point(|(at, _)| if is_after { *at <= position } else { *at < position });
        let (_, value) = values.get(..end)?.iter().rev().find(|(at, _)| counted(*at))?;
        value.as_ref()
    }

    /// The last value up to the record at a position, whether it counted then or not.
    fn last_value(&self, property: &Property, position: usize) -> Option<&Value> {
        let values = self.values.get(property)?;
        let (_, value) = values.iter().rev().find(|(at, _)| *at <= position)?;
        value.as_ref()
    }

    /// The number of a version or link, also of one that is gone.
    pub fn number_of(&self, version: &VersionRef) -> Option<u32> {
        let id = match version {
            VersionRef::Source(VersionId(id)) | VersionRef::Linked(LinkId(id)) => id,
        };
        self.numbers.get(id).copied()
    }

    /// The name of a subject before the record at a position, or after it if it had no name before. What was taken back by then
    /// goes by the last name that it had.
    pub fn name_of(&self, log: &[Taken], subject: &Subject, position: usize) -> Option<Rc<str>> {
        let property = Property::Name(subject.clone());
        let before = self.value(log, &property, position, false);
        let name = before.or_else(|| self.value(log, &property, position, true));
        match name.or_else(|| self.last_value(&property, position)) {
            Some(Value::Text(name)) => Some(Rc::clone(name)),
            _ => match subject {
                Subject::Registry(id) => {
                    CoreRegistry::ALL.into_iter().find(|core| core.id() == *id).map(|core| core.name().into())
                }
                Subject::Version(id) => self.places.version(id).map(|place| Rc::clone(&place.artifact)),
                Subject::Grantee(_) | Subject::Project(_) | Subject::Collection(_) | Subject::Link(_) => None,
            },
        }
    }

    /// The name of a version before the record at a position: `team/project/artifact:v0`, or `registry/collection:v0`. A version
    /// that was never made has no number.
    pub fn name_of_version(&self, log: &[Taken], version: &VersionRef, position: usize) -> Option<String> {
        let name = |subject: &Subject| self.name_of(log, subject, position).unwrap_or_default();
        let numbered = |name: String, number: Option<u32>| match number {
            Some(number) => format!("{name}:v{number}"),
            None => name,
        };
        match version {
            VersionRef::Source(id) => {
                let place = self.places.version(id)?;
                let team = self.places.team(&place.project).cloned();
                let team = team.map(|team| name(&Subject::Grantee(Grantee::Team(team)))).unwrap_or_default();
                let project = name(&Subject::Project(place.project.clone()));
                Some(numbered(format!("{team}/{project}/{}", place.artifact), self.number_of(version)))
            }
            VersionRef::Linked(id) => {
                let place = self.places.link(id)?;
                let registry = name(&Subject::Registry(place.registry.clone()));
                let collection = name(&Subject::Collection(place.collection.clone()));
                Some(numbered(format!("{registry}/{collection}"), self.number_of(version)))
            }
        }
    }

    /// The values before and after an action that replaces one, as they were at the record at a position.
    pub fn change(&self, log: &[Taken], action: &Action, position: usize) -> Option<[Value; 2]> {
        let (property, after) = Property::replaced_by(action, &self.places)?;
        let before = self.value(log, &property, position, false)?.clone();
        Some([before, after])
    }

    /// The shown name of the account that acted.
    pub fn author(&self, log: &[Taken], by: &Id, position: usize) -> Option<Rc<str>> {
        let person = AccountId::Person(PersonId(by.clone()));
        let service_account = AccountId::ServiceAccount(ServiceAccountId(by.clone()));
        let name = |account: AccountId| self.name_of(log, &Subject::Grantee(account.into()), position);
        name(person).or_else(|| name(service_account))
    }
}

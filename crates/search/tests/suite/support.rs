//! Organizations with collections, made action by action.

use domain::{
    AccountId, Action, CollectionAction, CollectionId, CollectionName, Description, Founding, Id, LinkId, LinkTarget,
    NewCollection, NewVersion, Organization, OrganizationRole, PersonId, ProjectId, RegistryAction, RegistryId,
    TeamAction, TeamId, VersionAction, VersionId, VersionRef, View, Visibility, found_organization, replay,
};
use test_support::builders::{
    account_name, add_person, alias, artifact_type, create_project, founding, new_registry, new_version, tags,
};

/// An organization with a project, in which its founder acts.
pub struct World {
    organization: Organization,
    pub founder: AccountId,
    project: ProjectId,
    made: usize,
}

impl World {
    pub fn new() -> Self {
        let founding = Founding { username: account_name("ada.okafor"), ..founding("Lighthouse Labs") };
        let id = Id::new("r000000", 0);
        let founder = AccountId::Person(PersonId(id.clone()));
        let organization = found_organization(&founding, id.clone(), 0);
        let mut world = Self { organization, founder, project: ProjectId(id), made: 0 };
        let team = TeamId(world.act(TeamAction::Add(account_name("vision"))));
        world.project = ProjectId(world.act(create_project(&team, "Churn")));
        world
    }

    /// Applies an action without a review, and returns the id for its new object. Ids ascend.
    pub fn act(&mut self, action: impl Into<Action>) -> Id {
        self.made += 1;
        let record = format!("r{:06}", self.made);
        replay(&mut self.organization, &self.founder, &[action.into()], &record, 0);
        Id::new(&record, 0)
    }

    pub fn person(&mut self, username: &str) -> AccountId {
        AccountId::Person(PersonId(self.act(add_person(username, OrganizationRole::Member))))
    }

    pub fn registry(&mut self, name: &str, visibility: Visibility) -> RegistryId {
        RegistryId(self.act(RegistryAction::Create(new_registry(name, visibility))))
    }

    pub fn collection(&mut self, registry: &RegistryId, name: &str, description: &str, tags: &[&str]) -> CollectionId {
        CollectionId(self.act(CollectionAction::Create(NewCollection {
            registry: registry.clone(),
            name: CollectionName::parse(name).unwrap(),
            artifact_type: artifact_type("model"),
            description: Description::parse(description).unwrap(),
            tags: self::tags(tags),
        })))
    }

    /// Logs a version of its own content, and links it.
    pub fn link(&mut self, collection: &CollectionId, aliases: &[&str], tags: &[&str]) -> LinkId {
        let content = format!("content {}", self.made);
        let new = new_version(&self.project, "churn", "model", &[("model.pt", &content)]);
        let version = VersionId(self.act(VersionAction::Log(NewVersion { tags: self::tags(tags), ..new })));
        LinkId(self.act(CollectionAction::Link {
            version: VersionRef::Source(version),
            target: LinkTarget::Collection(collection.clone()),
            aliases: aliases.iter().map(|text| alias(text)).collect(),
        }))
    }

    pub fn view(&self, account: &AccountId) -> View {
        self.organization.view_for(account).unwrap()
    }
}

//! Conversions from stored entries to domain types. They move values and check nothing.

use super::entry::{Accepts, Entry, Member};
use super::object::Object;
use super::text::Keys;
use super::{DecodedEntry, catalog};
use crate::{
    AcceptedTypes, CollectionAction, File, Founding, Grantee, Manifest, Metadata, NewCollection, NewPerson,
    NewRegistry, NewRun, NewVersion, OrganizationAction, PersonAction, ProjectAction, RegistryAction,
    ServiceAccountAction, TeamAction, VersionAction, VersionRef,
};

impl From<Accepts> for AcceptedTypes {
    fn from(accepts: Accepts) -> Self {
        match accepts {
            Accepts::All => Self::new_unchecked(true, []),
            Accepts::Only(types) => Self::new_unchecked(false, types.iter().map(|name| name.0.as_str())),
        }
    }
}

impl From<Member> for Grantee {
    fn from(member: Member) -> Self {
        match member {
            Member::Person(id) => Self::Person(id.0),
            Member::ServiceAccount(id) => Self::ServiceAccount(id.0),
            Member::Team(id) => Self::Team(id.0),
        }
    }
}

impl From<Entry> for DecodedEntry {
    fn from(entry: Entry) -> Self {
        Self::Action(match entry {
            Entry::Found { organization, name, username, email, keys } => {
                return Self::Founding(Founding {
                    organization: organization.0,
                    name: name.0,
                    username: username.0,
                    email: email.0.compared(Keys::comparison(keys)),
                });
            }
            Entry::AddPerson { name, username, email, role, keys } => {
                let email = email.0.compared(Keys::comparison(keys));
                PersonAction::Add(NewPerson { name: name.0, username: username.0, email, role }).into()
            }
            Entry::EditPerson { person, name, username, email, keys } => PersonAction::Edit {
                person: person.0,
                name: name.map(|name| name.0),
                username: username.map(|username| username.0),
                email: email.map(|email| email.0.compared(Keys::comparison(keys))),
            }
            .into(),
            Entry::SetOrganizationRole { person, role } => PersonAction::SetRole { person: person.0, role }.into(),
            Entry::RemovePerson { person } => PersonAction::Remove(person.0).into(),
            Entry::AddServiceAccount { name } => ServiceAccountAction::Add(name.0).into(),
            Entry::RenameServiceAccount { service_account, name } => {
                ServiceAccountAction::Rename { service_account: service_account.0, name: name.0 }.into()
            }
            Entry::RemoveServiceAccount { service_account } => ServiceAccountAction::Remove(service_account.0).into(),
            Entry::AddTeam { name } => TeamAction::Add(name.0).into(),
            Entry::RenameTeam { team, name } => TeamAction::Rename { team: team.0, name: name.0 }.into(),
            Entry::RemoveTeam { team } => TeamAction::Remove(team.0).into(),
            Entry::AddPersonToTeam { team, person, role } => {
                TeamAction::AddPerson { team: team.0, person: person.0, role }.into()
            }
            Entry::SetTeamRole { team, person, role } => {
                TeamAction::SetRole { team: team.0, person: person.0, role }.into()
            }
            Entry::RemovePersonFromTeam { team, person } => {
                TeamAction::RemovePerson { team: team.0, person: person.0 }.into()
            }
            Entry::AddServiceAccountToTeam { team, service_account } => {
                TeamAction::AddServiceAccount { team: team.0, service_account: service_account.0 }.into()
            }
            Entry::RemoveServiceAccountFromTeam { team, service_account } => {
                TeamAction::RemoveServiceAccount { team: team.0, service_account: service_account.0 }.into()
            }
            Entry::RenameOrganization { name } => OrganizationAction::Rename(name.0).into(),
            Entry::SetDefaultRole { role } => OrganizationAction::SetDefaultRole(role).into(),
            Entry::SetRestrictedStays { stays } => OrganizationAction::SetRestrictedStays(stays).into(),
            Entry::CreateRegistry { name, description, visibility, accepts, keys } => {
                RegistryAction::Create(NewRegistry {
                    name: name.0.compared(Keys::comparison(keys)),
                    description: description.0,
                    visibility,
                    accepts: accepts.into(),
                })
                .into()
            }
            Entry::RenameRegistry { registry, name, keys } => {
                let name = name.0.compared(Keys::comparison(keys));
                RegistryAction::Rename { registry: registry.0, name }.into()
            }
            Entry::DescribeRegistry { registry, description } => {
                RegistryAction::Describe { registry: registry.0, description: description.0 }.into()
            }
            Entry::SetVisibility { registry, visibility } => {
                RegistryAction::SetVisibility { registry: registry.0, visibility }.into()
            }
            Entry::AcceptAllTypes { registry } => RegistryAction::AcceptAllTypes(registry.0).into(),
            Entry::SpecifyTypes { registry, types } => RegistryAction::SpecifyTypes {
                registry: registry.0,
                types: types.into_iter().map(|name| name.0).collect(),
            }
            .into(),
            Entry::AddTypes { registry, types } => {
                RegistryAction::AddTypes { registry: registry.0, types: types.into_iter().map(|name| name.0).collect() }
                    .into()
            }
            Entry::RemoveType { registry, artifact_type } => {
                RegistryAction::RemoveType { registry: registry.0, artifact_type: artifact_type.0 }.into()
            }
            Entry::AddMember { registry, member, role } => {
                RegistryAction::AddMember { registry: registry.0, member: member.into(), role }.into()
            }
            Entry::SetMemberRole { registry, member, role } => {
                RegistryAction::SetMemberRole { registry: registry.0, member: member.into(), role }.into()
            }
            Entry::RemoveMember { registry, member } => {
                RegistryAction::RemoveMember { registry: registry.0, member: member.into() }.into()
            }
            Entry::SetOwner { registry, person } => {
                RegistryAction::SetOwner { registry: registry.0, person: person.0 }.into()
            }
            Entry::ProtectAlias { registry, alias } => {
                RegistryAction::ProtectAlias { registry: registry.0, alias: alias.0 }.into()
            }
            Entry::UnprotectAlias { registry, alias } => {
                RegistryAction::UnprotectAlias { registry: registry.0, alias: alias.0 }.into()
            }
            Entry::DeleteRegistry { registry } => RegistryAction::Delete(registry.0).into(),
            Entry::CreateProject { team, name } => ProjectAction::Create { team: team.0, name: name.0 }.into(),
            Entry::RenameProject { project, name } => ProjectAction::Rename { project: project.0, name: name.0 }.into(),
            Entry::DeleteProject { project } => ProjectAction::Delete(project.0).into(),
            Entry::LogArtifact {
                project,
                name,
                artifact_type,
                description: text,
                metadata,
                tags: labels,
                aliases: names,
                files,
                run,
            } => VersionAction::Log(NewVersion {
                project: project.0,
                name: name.0,
                artifact_type: artifact_type.0,
                description: catalog::description(text),
                metadata: metadata.map_or_else(Metadata::default, |metadata| metadata.0),
                tags: catalog::tags(labels),
                aliases: catalog::aliases(names),
                files: Manifest::from_stored(
                    files
                        .into_iter()
                        .map(|Object(file)| File { path: file.path.0, size: file.size, digest: file.digest })
                        .collect(),
                ),
                run: run.map(|Object(run)| NewRun {
                    name: run.name.0,
                    inputs: run.inputs.into_iter().map(VersionRef::from).collect(),
                }),
            })
            .into(),
            Entry::EditVersion { version, description, metadata, tags: labels } => VersionAction::Edit {
                version: version.into(),
                description: description.map(|description| description.0),
                metadata: metadata.map(|metadata| metadata.0),
                tags: labels.map(catalog::tags),
            }
            .into(),
            Entry::AddVersionTags { version, tags: labels } => {
                VersionAction::AddTags { version: version.into(), tags: catalog::tags(labels) }.into()
            }
            Entry::RemoveVersionTags { version, tags: labels } => {
                VersionAction::RemoveTags { version: version.into(), tags: catalog::tags(labels) }.into()
            }
            Entry::AddAlias { version, alias } => {
                VersionAction::AddAlias { version: version.into(), alias: alias.0 }.into()
            }
            Entry::RemoveAlias { version, alias } => {
                VersionAction::RemoveAlias { version: version.into(), alias: alias.0 }.into()
            }
            Entry::DeleteVersion { version } => VersionAction::Delete(version.0).into(),
            Entry::CreateCollection { registry, name, artifact_type, description: text, tags: labels } => {
                CollectionAction::Create(NewCollection {
                    registry: registry.0,
                    name: name.0,
                    artifact_type: artifact_type.0,
                    description: catalog::description(text),
                    tags: catalog::tags(labels),
                })
                .into()
            }
            Entry::EditCollection { collection, name, description, tags: labels } => CollectionAction::Edit {
                collection: collection.0,
                name: name.map(|name| name.0),
                description: description.map(|description| description.0),
                tags: labels.map(catalog::tags),
            }
            .into(),
            Entry::AddCollectionTags { collection, tags: labels } => {
                CollectionAction::AddTags { collection: collection.0, tags: catalog::tags(labels) }.into()
            }
            Entry::RemoveCollectionTags { collection, tags: labels } => {
                CollectionAction::RemoveTags { collection: collection.0, tags: catalog::tags(labels) }.into()
            }
            Entry::DeleteCollection { collection } => CollectionAction::Delete(collection.0).into(),
            Entry::LinkVersion { version, to, aliases: names } => {
                CollectionAction::Link { version: version.into(), target: to.into(), aliases: catalog::aliases(names) }
                    .into()
            }
            Entry::UnlinkVersion { version } => CollectionAction::Unlink(version.0).into(),
        })
    }
}

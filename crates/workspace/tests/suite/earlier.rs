//! Logs and archives that earlier programs wrote, sound and damaged ones: each opens to what is written beside it. A file
//! that does not pass any more means that people's data cannot be read any more. Never change one; add new ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use domain::{
    AccountId, DefaultRole, Grantee, Organization, OrganizationRole, PersonId, Role, ServiceAccountId, TeamId,
    TeamRole, Visibility,
};
use journal::{Fault, MemoryStore};
use workspace::{Archive, ArchiveFault, Outcome, ReadOnly};

use crate::support::*;

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|name| name == "json")).collect();
    files.sort();
    files
}

#[track_caller]
fn check(file: &Path, opened: &str) {
    let expected = fs::read_to_string(file.with_extension("txt")).unwrap();
    assert_eq!(opened, expected, "{}", file.display());
}

/// Each file of logs is an image of the local storage, with the workspace `aaaaaaaaaa` in it.
#[test]
fn a_log_of_an_earlier_program_opens_to_the_same_organization() {
    let files = fixtures("logs");
    assert!(files.len() > 30);
    for file in files {
        let image: Image = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let storage = MemoryStore::from_snapshot(image.clone());
        check(&file, &description_of(&storage, 'a'));
        assert_eq!(storage.snapshot(), image, "opening writes nothing");
    }
}

#[test]
fn an_archive_of_an_earlier_program_opens_to_the_same_organization() {
    let files = fixtures("archives");
    assert!(files.len() > 20);
    for file in files {
        check(&file, &description_of_archive(&fs::read_to_string(&file).unwrap()));
    }
}

/// An archive has the same bytes as one that an earlier program wrote.
#[test]
fn an_archive_is_written_as_by_an_earlier_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let image: Image = serde_json::from_str(&fs::read_to_string(folder.join("logs/rich.json")).unwrap()).unwrap();
    let archive = Archive::of(&site(&MemoryStore::from_snapshot(image)), key('a')).unwrap();
    let expected = fs::read_to_string(folder.join("archives/rich.json")).unwrap();
    assert_eq!(archive.to_text(key('a'), 1_790_000_000_000), expected);
}

/// The organization of a file in an empty storage, or the reason why it does not open.
fn description_of_archive(text: &str) -> String {
    match Archive::parse(text) {
        Ok(archive) => {
            let storage = MemoryStore::new();
            archive.restore(&site(&storage), key('a')).unwrap();
            format!("{} values\n{}", storage.snapshot().len(), description_of(&storage, 'a'))
        }
        Err(ArchiveFault::Foreign) => "foreign\n".to_owned(),
        Err(ArchiveFault::Newer(version)) => format!("newer: {version}\n"),
        Err(ArchiveFault::Empty) => "empty\n".to_owned(),
        Err(ArchiveFault::Several) => "several\n".to_owned(),
        Err(ArchiveFault::NotSaved(error)) => panic!("parsing saves nothing: {error}"),
    }
}

/// Everything that a workspace opens to, in words of this file alone.
fn description_of(storage: &MemoryStore, workspace: char) -> String {
    let workspace = open(storage, workspace, 'y');
    let mut text = String::new();
    match workspace.organization() {
        Some(organization) => {
            write_organization(&mut text, organization);
            let founder = workspace.founder().map(|account| account_text(&account)).unwrap_or_default();
            writeln!(text, "acts first: {founder}").unwrap();
        }
        None => writeln!(text, "no organization").unwrap(),
    }
    writeln!(text, "last change: {:?}", workspace.last_change()).unwrap();
    writeln!(text, "\n# Records").unwrap();
    for (record, outcome) in workspace.outcomes() {
        let outcome = match outcome {
            Outcome::Applied => "applied",
            Outcome::Overtaken(_) => "overtaken",
            Outcome::NotUnderstood => "not understood",
            Outcome::Undone(_) | Outcome::NotUndone(_) => "undone",
        };
        writeln!(text, "{record} {outcome}").unwrap();
    }
    let health = workspace.health();
    writeln!(text, "\n# Health").unwrap();
    for value in health.unreadable.iter() {
        let fault = match value.fault {
            Fault::Key => "key",
            Fault::Syntax => "syntax",
            Fault::Version => "version",
            Fault::Checksum => "checksum",
            Fault::Structure => "structure",
            Fault::Newer { .. } => "newer",
        };
        writeln!(text, "unreadable: {} ({} bytes): {fault}", value.key, value.text.len()).unwrap();
    }
    writeln!(text, "newer: {}", health.newer).unwrap();
    for gap in &health.missing {
        writeln!(text, "missing: {} from {} to {}", gap.writer, gap.first, gap.last).unwrap();
    }
    let read_only = match health.read_only {
        None => "no",
        Some(ReadOnly::Newer) => "a newer program wrote",
        Some(ReadOnly::Unconfirmed) => "unconfirmed",
        Some(ReadOnly::Moved) => "moved",
        Some(ReadOnly::Lost) => "lost",
        Some(ReadOnly::Exhausted) => "exhausted",
        Some(ReadOnly::Original) => "original",
    };
    writeln!(text, "read-only: {read_only}").unwrap();
    text
}

fn write_organization(text: &mut String, organization: &Organization) {
    let default_role = match organization.default_role() {
        DefaultRole::RestrictedViewer => "restricted viewer",
        DefaultRole::Viewer => "viewer",
    };
    writeln!(text, "# {:?}", organization.name().as_str()).unwrap();
    writeln!(text, "default role: {default_role}").unwrap();
    writeln!(text, "restricted stays: {}", organization.restricted_stays()).unwrap();
    writeln!(text, "\n# People").unwrap();
    for person in organization.people() {
        let (name, username, email) = (person.name.as_str(), person.username.as_str(), person.email.as_str());
        let role = match person.role {
            OrganizationRole::Viewer => "viewer",
            OrganizationRole::Member => "member",
            OrganizationRole::Admin => "admin",
        };
        writeln!(text, "{} {name:?} {username:?} {email:?} {role}", person.id).unwrap();
    }
    writeln!(text, "\n# Service accounts").unwrap();
    for account in organization.service_accounts() {
        writeln!(text, "{} {:?}", account.id, account.name.as_str()).unwrap();
    }
    writeln!(text, "\n# Teams").unwrap();
    for team in organization.teams() {
        writeln!(text, "{} {:?}", team.id, team.name.as_str()).unwrap();
        for person in organization.people() {
            let role = match team.people.get(&person.id) {
                None => continue,
                Some(TeamRole::Viewer) => "viewer",
                Some(TeamRole::Member) => "member",
                Some(TeamRole::Admin) => "admin",
            };
            writeln!(text, "    {} {role}", person.id).unwrap();
        }
        for account in organization.service_accounts() {
            if team.service_accounts.contains(&account.id) {
                writeln!(text, "    {}", account.id).unwrap();
            }
        }
    }
    writeln!(text, "\n# Registries").unwrap();
    for registry in organization.registries() {
        let visibility = match registry.visibility() {
            Visibility::Organization => "organization",
            Visibility::Restricted => "restricted",
        };
        writeln!(text, "{} {:?} {:?}", registry.id(), registry.name().as_str(), registry.full_name()).unwrap();
        writeln!(text, "    description: {:?}", registry.description().as_str()).unwrap();
        writeln!(text, "    visibility: {visibility}").unwrap();
        let types: Vec<&str> = registry.accepts().saved().iter().map(|name| name.as_str()).collect();
        writeln!(text, "    all types: {}; saved: {types:?}", registry.accepts().is_all()).unwrap();
        writeln!(text, "    owner: {}", registry.owner().map(ToString::to_string).unwrap_or_default()).unwrap();
        for (word, stamp) in [("created", registry.created()), ("changed", registry.changed())] {
            writeln!(text, "    {word}: {} by {}", stamp.at, account_text(&stamp.by)).unwrap();
        }
        for row in registry.rows() {
            let (kind, id) = match &row.grantee {
                Grantee::Person(PersonId(id)) => ("person", id),
                Grantee::ServiceAccount(ServiceAccountId(id)) => ("service account", id),
                Grantee::Team(TeamId(id)) => ("team", id),
            };
            writeln!(text, "    row: {kind} {id} {}", role_text(Some(row.role))).unwrap();
        }
        let roles: BTreeMap<String, &str> = organization
            .accounts()
            .map(|account| (account_text(&account), role_text(organization.role_in(&account, registry))))
            .collect();
        for (account, role) in roles {
            writeln!(text, "    {account}: {role}").unwrap();
        }
    }
}

fn account_text(account: &AccountId) -> String {
    match account {
        AccountId::Person(PersonId(id)) => format!("person {id}"),
        AccountId::ServiceAccount(ServiceAccountId(id)) => format!("service account {id}"),
    }
}

fn role_text(role: Option<Role>) -> &'static str {
    match role {
        None => "none",
        Some(Role::RestrictedViewer) => "restricted viewer",
        Some(Role::Viewer) => "viewer",
        Some(Role::Member) => "member",
        Some(Role::Admin) => "admin",
    }
}

//! The stored form. Every later program has to read and write these fixtures byte for byte.

mod ill_formed;

use std::collections::BTreeSet;

use domain::stored::{self, DecodedEntry};
use domain::{
    Action, CollectionAction, OrganizationAction, PersonAction, ProjectAction, RegistryAction, ServiceAccountAction,
    TeamAction, VersionAction, Visibility,
};

/// The names and contents of fixtures.
macro_rules! fixtures {
    ($($name:ident),+ $(,)?) => {
        &[$((stringify!($name), include_str!(concat!("golden/", stringify!($name), ".json")))),+]
    };
}

/// One stored entry per file. The file name begins with the kind.
const GOLDEN: &[(&str, &str)] = fixtures![
    found,
    found_keys,
    add_person,
    add_person_keys,
    edit_person,
    edit_person_keys,
    edit_person_name,
    edit_person_username_email,
    set_organization_role,
    remove_person,
    add_service_account,
    rename_service_account,
    remove_service_account,
    add_team,
    rename_team,
    remove_team,
    add_person_to_team,
    set_team_role,
    remove_person_from_team,
    add_service_account_to_team,
    remove_service_account_from_team,
    rename_organization,
    set_default_role,
    set_default_role_back,
    set_restricted_stays,
    set_restricted_stays_off,
    create_registry,
    create_registry_keys,
    create_registry_all,
    create_registry_beyond_limits,
    rename_registry,
    rename_registry_keys,
    rename_registry_without_keys,
    describe_registry,
    set_visibility,
    set_visibility_open,
    accept_all_types,
    specify_types,
    specify_types_saved,
    add_types,
    remove_type,
    add_member_person,
    add_member_service_account,
    add_member_team,
    set_member_role,
    remove_member,
    set_owner,
    delete_registry,
    protect_alias,
    unprotect_alias,
    create_project,
    rename_project,
    delete_project,
    log_artifact,
    log_artifact_bare,
    edit_version,
    edit_version_tags,
    add_version_tags,
    remove_version_tags,
    add_alias,
    add_alias_source,
    remove_alias,
    delete_version,
    create_collection,
    create_collection_bare,
    edit_collection,
    edit_collection_name,
    add_collection_tags,
    remove_collection_tags,
    delete_collection,
    link_version,
    link_version_named,
    unlink_version,
];

/// Lists every kind once. A new kind does not compile until it is added here, and then the test requires its fixture.
macro_rules! kinds {
    ($($action:pat => $kind:literal),+ $(,)?) => {
        const KINDS: &[&str] = &["found", $($kind),+];

        fn kind(meaning: &DecodedEntry) -> &'static str {
            let DecodedEntry::Action(action) = meaning else { return "found" };
            match action {
                $($action => $kind),+
            }
        }
    };
}

kinds! {
    Action::Person(PersonAction::Add(_)) => "add_person",
    Action::Person(PersonAction::Edit { .. }) => "edit_person",
    Action::Person(PersonAction::SetRole { .. }) => "set_organization_role",
    Action::Person(PersonAction::Remove(_)) => "remove_person",
    Action::ServiceAccount(ServiceAccountAction::Add(_)) => "add_service_account",
    Action::ServiceAccount(ServiceAccountAction::Rename { .. }) => "rename_service_account",
    Action::ServiceAccount(ServiceAccountAction::Remove(_)) => "remove_service_account",
    Action::Team(TeamAction::Add(_)) => "add_team",
    Action::Team(TeamAction::Rename { .. }) => "rename_team",
    Action::Team(TeamAction::Remove(_)) => "remove_team",
    Action::Team(TeamAction::AddPerson { .. }) => "add_person_to_team",
    Action::Team(TeamAction::SetRole { .. }) => "set_team_role",
    Action::Team(TeamAction::RemovePerson { .. }) => "remove_person_from_team",
    Action::Team(TeamAction::AddServiceAccount { .. }) => "add_service_account_to_team",
    Action::Team(TeamAction::RemoveServiceAccount { .. }) => "remove_service_account_from_team",
    Action::Organization(OrganizationAction::Rename(_)) => "rename_organization",
    Action::Organization(OrganizationAction::SetDefaultRole(_)) => "set_default_role",
    Action::Organization(OrganizationAction::SetRestrictedStays(_)) => "set_restricted_stays",
    Action::Registry(RegistryAction::Create(_)) => "create_registry",
    Action::Registry(RegistryAction::Rename { .. }) => "rename_registry",
    Action::Registry(RegistryAction::Describe { .. }) => "describe_registry",
    Action::Registry(RegistryAction::SetVisibility { .. }) => "set_visibility",
    Action::Registry(RegistryAction::AcceptAllTypes(_)) => "accept_all_types",
    Action::Registry(RegistryAction::SpecifyTypes { .. }) => "specify_types",
    Action::Registry(RegistryAction::AddTypes { .. }) => "add_types",
    Action::Registry(RegistryAction::RemoveType { .. }) => "remove_type",
    Action::Registry(RegistryAction::AddMember { .. }) => "add_member",
    Action::Registry(RegistryAction::SetMemberRole { .. }) => "set_member_role",
    Action::Registry(RegistryAction::RemoveMember { .. }) => "remove_member",
    Action::Registry(RegistryAction::SetOwner { .. }) => "set_owner",
    Action::Registry(RegistryAction::ProtectAlias { .. }) => "protect_alias",
    Action::Registry(RegistryAction::UnprotectAlias { .. }) => "unprotect_alias",
    Action::Registry(RegistryAction::Delete(_)) => "delete_registry",
    Action::Project(ProjectAction::Create { .. }) => "create_project",
    Action::Project(ProjectAction::Rename { .. }) => "rename_project",
    Action::Project(ProjectAction::Delete(_)) => "delete_project",
    Action::Version(VersionAction::Log(_)) => "log_artifact",
    Action::Version(VersionAction::Edit { .. }) => "edit_version",
    Action::Version(VersionAction::AddTags { .. }) => "add_version_tags",
    Action::Version(VersionAction::RemoveTags { .. }) => "remove_version_tags",
    Action::Version(VersionAction::AddAlias { .. }) => "add_alias",
    Action::Version(VersionAction::RemoveAlias { .. }) => "remove_alias",
    Action::Version(VersionAction::Delete(_)) => "delete_version",
    Action::Collection(CollectionAction::Create(_)) => "create_collection",
    Action::Collection(CollectionAction::Edit { .. }) => "edit_collection",
    Action::Collection(CollectionAction::AddTags { .. }) => "add_collection_tags",
    Action::Collection(CollectionAction::RemoveTags { .. }) => "remove_collection_tags",
    Action::Collection(CollectionAction::Delete(_)) => "delete_collection",
    Action::Collection(CollectionAction::Link { .. }) => "link_version",
    Action::Collection(CollectionAction::Unlink(_)) => "unlink_version",
}

fn read(text: &str) -> DecodedEntry {
    stored::read(text).unwrap()
}

fn write(meaning: &DecodedEntry) -> String {
    let written = match meaning {
        DecodedEntry::Founding(founding) => stored::write_founding(founding),
        DecodedEntry::Action(action) => stored::write(action),
    };
    written.get().to_owned()
}

#[track_caller]
fn check_unreadable(text: &str) {
    let read = stored::read(text);
    assert_eq!(read, None, "{text}");
}

#[test]
fn every_fixture_is_read_and_written_byte_for_byte() {
    for (name, text) in GOLDEN {
        let text = text.trim_end();
        let meaning = read(text);
        assert!(name.starts_with(kind(&meaning)), "{name}");
        assert_eq!(write(&meaning), text);
    }
}

#[test]
fn every_kind_has_a_fixture() {
    let known: BTreeSet<&str> = KINDS.iter().copied().collect();
    assert_eq!(known.len(), KINDS.len(), "two kinds have one name");
    let fixtures: BTreeSet<&str> = GOLDEN.iter().map(|(_, text)| kind(&read(text))).collect();
    assert_eq!(fixtures, known);
    let different: BTreeSet<&str> = GOLDEN.iter().map(|(_, text)| text.trim_end()).collect();
    assert_eq!(different.len(), GOLDEN.len());
}

#[test]
fn only_a_founding_begins_an_organization() {
    for (name, text) in GOLDEN {
        assert_eq!(matches!(read(text), DecodedEntry::Founding(_)), name.starts_with("found"));
    }
}

#[test]
fn every_part_of_a_registry_is_stored() {
    let DecodedEntry::Action(Action::Registry(RegistryAction::Create(new))) =
        read(include_str!("golden/create_registry.json"))
    else {
        panic!("the fixture creates a registry");
    };
    assert_eq!(new.name.as_str(), "음성 \"Models\"");
    assert_eq!(new.description.as_str(), "One line.\nAnother: 50% \\ done.");
    assert_eq!(new.visibility, Visibility::Restricted);
    assert_eq!(new.accepts, crate::support::types(["model", "report"]));
}

#[test]
fn texts_beyond_today_s_limits_are_still_read() {
    let text = include_str!("golden/create_registry_beyond_limits.json");
    let DecodedEntry::Action(Action::Registry(RegistryAction::Create(new))) = read(text) else {
        panic!("the fixture creates a registry");
    };
    assert!(domain::RegistryName::parse(new.name.as_str()).is_err());
    assert!(new.accepts.saved().iter().all(|one| domain::ArtifactType::parse(one.as_str()).is_err()));
    for refused in ["", " a ", "e\u{301}", &"x".repeat(20_000), "a/b:c\u{202e}", "wandb-registry-x"] {
        let quoted = serde_json::to_string(refused).unwrap();
        let team = format!(r#"{{"add_team":{{"name":{quoted}}}}}"#);
        assert_eq!(write(&read(&team)), team);
    }
}

/// Entries that an earlier program reads too must not change. So the version of the keys is stored only where it counts.
#[test]
fn only_texts_that_the_keys_of_today_compare_otherwise_say_so() {
    let written = |name: &str| {
        let rename = RegistryAction::Rename {
            registry: domain::CoreRegistry::Models.id(),
            name: domain::RegistryName::parse(name).unwrap(),
        };
        stored::write(&rename.into()).get().contains(r#""keys":2"#)
    };
    assert!(["Fine Tuned", "음성", "Straße-11", "👩\u{200d}🔬"].iter().all(|name| !written(name)));
    assert!(["Fine\u{a0}Tuned", "a  b", "Release\u{2011}2025"].iter().all(|name| written(name)));
    check_unreadable(r#"{"rename_registry":{"registry":"r1.0","name":"a","keys":3}}"#);
    check_unreadable(r#"{"rename_registry":{"registry":"r1.0","name":"a","keys":null}}"#);
}

#[test]
fn an_unknown_kind_is_not_read() {
    check_unreadable(r#"{"burn_registry":{"registry":"r1.0"}}"#);
    check_unreadable(r#"{"AddTeam":{"name":"platform"}}"#);
    check_unreadable(r#"{}"#);
    check_unreadable(r#""found""#);
    check_unreadable(r#"{"add_team":{"name":"a"},"add_service_account":{"name":"b"}}"#);
}

#[test]
fn a_member_is_one_of_three_sorts() {
    let removing = |member: &str| format!(r#"{{"remove_member":{{"registry":"r1.0","member":{member}}}}}"#);
    for member in [r#"{"person":"a"}"#, r#"{"service_account":"a"}"#, r#"{"team":"a"}"#] {
        assert_eq!(write(&read(&removing(member))), removing(member));
    }
    for member in [
        r#"{"person":"a","team":"b"}"#,
        r#"{"person":"a","service_account":"b"}"#,
        r#"{"service_account":"a","team":"b"}"#,
        r#"{"group":"a"}"#,
        r#"{"person":1,"team":"b"}"#,
        r#""a""#,
    ] {
        check_unreadable(&removing(member));
    }
}

#[test]
fn fields_are_read_in_any_order_and_only_from_objects() {
    let meaning = read(r#"{"add_team":{"name":"platform"}}"#);
    assert_eq!(read(" { \"add_team\" : {\n\"name\":\t\"pl\\u0061tform\" } } "), meaning);
    let listed = r#"{"rename_team":{"team":"r1.0","name":"vision"}}"#;
    assert_eq!(read(r#"{"rename_team":{"name":"vision","team":"r1.0"}}"#), read(listed));
    check_unreadable(r#"{"add_team":["platform"]}"#);
    check_unreadable(r#"{"rename_team":["r1.0","vision"]}"#);
    check_unreadable(r#"["add_team",{"name":"platform"}]"#);
    check_unreadable(r#""add_team""#);
}

#[test]
fn the_last_of_repeated_fields_wins() {
    let meaning = read(r#"{"add_team":{"name":"b"}}"#);
    assert_eq!(read(r#"{"add_team":{"name":"a","name":"b"}}"#), meaning);
    assert_eq!(read(r#"{"add_team":{"name":1,"name":"b"}}"#), meaning);
    assert_eq!(read(r#"{"add_team":{"name":"a"},"add_team":{"name":"b"}}"#), meaning);
    check_unreadable(r#"{"add_team":{"name":"a","name":1}}"#);
    check_unreadable(r#"{"add_team":{"name":"a"},"remove_team":{"team":"r1.0"}}"#);
}

#[test]
fn no_text_makes_the_reader_panic() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let naming = |name: &str| format!(r#"{{"add_team":{{"name":{name}}}}}"#);
    check_unreadable(&deep(100_000));
    check_unreadable(&naming(&deep(100_000)));
    check_unreadable(&format!(r#"{{"add_team":{{"name":"a","more":{}}}}}"#, deep(100_000)));
    for number in ["1e999", "-1e-999", "123456789012345678901234567890", "1.5", "-0"] {
        check_unreadable(&naming(number));
        check_unreadable(&format!(r#"{{"set_restricted_stays":{{"stays":{number}}}}}"#));
    }
    for surrogate in [r#""\ud800""#, r#""\udc00""#, r#""\ud800\ud800""#, r#""\ud800x""#, r#""\udfff\ud800""#] {
        check_unreadable(&naming(surrogate));
    }
    for broken in
        ["", " ", "{", r#"{"add_team""#, r#"{"add_team":{"name":"a"}"#, r#"{"add_team":{"name":"a"}} x"#, "\0"]
    {
        check_unreadable(broken);
    }
}

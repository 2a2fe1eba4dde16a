//! Compares `registrar.d.ts` with the types that serde reads and writes, field by field. The methods, and types that
//! are composed for them, are declared by hand.

use std::collections::BTreeMap;

use domain::PERMISSIONS;
use strum::VariantNames as _;
use ts_rs::{Config, TS};

use super::action::{Action, File as GivenFile, Metadata, Run, Texts, Types};
use super::answer::{
    AcceptedTypes, AccessChange, Account, AccountKind, AliasChange, AliasSpan, Artifact, Collection, Consequences,
    File, Gone, GranteeKind, HeldAlias, LinkName, Made, Overtaken, OwnerChange, PermissionRule, Person, Place, Project,
    ProtectionChange, Receipt, Registry, RegistryMember, RoleSource, ServiceAccount, Settings, Stamp, Standing, Team,
    TeamMember, Version, VersionSummary, Versions, View, Workspace,
};
use super::argument::{Between, Founding, HistoryOf, InProject, InTeam, Listing, Moment, StandingOf, UndoOptions};
use super::history::{
    Changes, Checkpoint, CollectionChange, HistoryEntry, MemberChange, Names, NamesChange, OrganizationChange,
    OrganizationFacts, OrganizationRoleChange, RecordKind, RecordOutcome, RegistryChange, RegistryFacts,
    TeamMemberChange, UndoReceipt,
};
use super::problem::{Denial, Holder, Malformation, Missing, Problem, Reason};
use super::words::{DefaultRole, OrganizationRole, Role, TeamRole, Visibility};

const DECLARATIONS: &str = include_str!("../registrar.d.ts");

/// Declarations without a Rust type.
const HAND_DECLARED: [&str; 8] =
    ["Account", "AsOf", "Failure", "OtherPermission", "RecordedAction", "Registrar", "RegistrarError", "Verdict"];

/// TypeScript without comments and with one spelling of equivalent forms.
fn normalized(source: &str) -> String {
    let mut parts = source.split("/*");
    let code: String = parts.next().into_iter().chain(parts.filter_map(|part| part.split("*/").nth(1))).collect();
    let mut code: String = code.chars().filter(|character| !character.is_whitespace()).collect();
    for (written, alike) in [
        ("\"", "'"),
        ("'type':", "type:"),
        ("'kind':", "kind:"),
        ("'source':", "source:"),
        (";", ","),
        (",}", "}"),
        ("=|", "="),
        (":|", ":"),
        ("(|", "("),
        ("={", "{"),
        ("Record<symbol,never>", "{}"),
        ("Who<AccountKind>", "Account"),
        ("<Kindextendsstring=GranteeKind>", "<Kind>"),
    ] {
        code = code.replace(written, alike);
    }
    let mut lists = code.split("Array<");
    let first = lists.next().unwrap().to_owned();
    lists.fold(first, |code, list| code + &list.replacen('>', "[]", 1)).trim_end_matches(',').to_owned()
}

/// The exported declarations by name.
fn declared() -> BTreeMap<String, String> {
    let exported = DECLARATIONS.split("\ndeclare global").next().unwrap().split("\nexport ").skip(1);
    let named = exported.map(|declaration| {
        // A trailing comment belongs to the next declaration.
        let declaration = declaration.rsplit_once("\n/**").map_or(declaration, |(declaration, _)| declaration);
        let (_, rest) = declaration.split_once(' ').unwrap();
        let name = rest.split(|character: char| !character.is_alphanumeric()).next().unwrap();
        (name.to_owned(), normalized(rest))
    });
    named.collect()
}

/// The name and the declaration of a Rust type.
fn declaration_of<T: TS>() -> (String, String) {
    let declaration = T::decl(&Config::new());
    (T::ident(&Config::new()), normalized(declaration.strip_prefix("type ").unwrap()))
}

/// The variants of `Problem` with their codes.
fn problems() -> (String, String) {
    let config = Config::new();
    let denial = normalized(&Denial::inline(&config));
    let inline = normalized(&Problem::inline(&config));
    let variants: Vec<&str> = inline.split("}|").map(|variant| variant.trim_matches(['{', '}'])).collect();
    assert_eq!(variants.len(), Problem::VARIANTS.len(), "{inline}");
    let coded = Problem::VARIANTS.iter().zip(variants).map(|(code, fields)| {
        match fields.strip_suffix(denial.trim_matches(['{', '}'])) {
            Some(fields) => format!("({{code:'{code}',{}}}&Denial)", fields.trim_end_matches(',')),
            None => format!("{{code:'{code}',{fields}}}").replace(",}", "}"),
        }
    });
    ("Problem".to_owned(), normalized(&format!("Problem={}", coded.collect::<Vec<_>>().join("|"))))
}

fn permissions() -> (String, String) {
    let codes: Vec<String> = PERMISSIONS.iter().map(|rule| format!("'{}'", rule.code)).collect();
    ("RegistryPermission".to_owned(), format!("RegistryPermission={}", codes.join("|")))
}

#[test]
fn the_declarations_are_those_of_the_types() {
    let types = [
        declaration_of::<AcceptedTypes<'_>>(),
        declaration_of::<AccessChange<'_>>(),
        declaration_of::<AccountKind>(),
        declaration_of::<Action>(),
        declaration_of::<AliasChange<'_>>(),
        declaration_of::<AliasSpan<'_>>(),
        declaration_of::<Artifact<'_>>(),
        declaration_of::<Collection<'_>>(),
        declaration_of::<File>(),
        declaration_of::<GivenFile>(),
        declaration_of::<Gone<'_>>(),
        declaration_of::<HeldAlias<'_>>(),
        declaration_of::<Holder>(),
        declaration_of::<LinkName>(),
        declaration_of::<Metadata>(),
        declaration_of::<Project<'_>>(),
        declaration_of::<ProtectionChange<'_>>(),
        declaration_of::<Run>(),
        declaration_of::<Version<'_>>(),
        declaration_of::<VersionSummary<'_>>(),
        declaration_of::<Versions<'_>>(),
        declaration_of::<Changes<'_>>(),
        declaration_of::<Checkpoint<'_>>(),
        declaration_of::<Consequences<'_>>(),
        declaration_of::<DefaultRole>(),
        declaration_of::<Denial>(),
        declaration_of::<GranteeKind>(),
        declaration_of::<HistoryEntry<'_>>(),
        declaration_of::<Made>(),
        declaration_of::<Malformation>(),
        declaration_of::<MemberChange<'_>>(),
        declaration_of::<CollectionChange<'_>>(),
        declaration_of::<Names<'_>>(),
        declaration_of::<NamesChange<'_>>(),
        declaration_of::<OrganizationChange<'_>>(),
        declaration_of::<OrganizationFacts<'_>>(),
        declaration_of::<OrganizationRoleChange<'_>>(),
        declaration_of::<TeamMemberChange<'_>>(),
        declaration_of::<Missing>(),
        declaration_of::<Moment>(),
        declaration_of::<OrganizationRole>(),
        declaration_of::<Overtaken<'_>>(),
        declaration_of::<OwnerChange<'_>>(),
        declaration_of::<PermissionRule>(),
        declaration_of::<Person<'_>>(),
        declaration_of::<Place<'_>>(),
        declaration_of::<Reason>(),
        declaration_of::<Receipt>(),
        declaration_of::<RecordKind>(),
        declaration_of::<RecordOutcome>(),
        declaration_of::<Registry<'_>>(),
        declaration_of::<RegistryChange<'_>>(),
        declaration_of::<RegistryFacts<'_>>(),
        declaration_of::<RegistryMember<'_>>(),
        declaration_of::<Role>(),
        declaration_of::<RoleSource<'_>>(),
        declaration_of::<ServiceAccount<'_>>(),
        declaration_of::<Settings>(),
        declaration_of::<Stamp<'_>>(),
        declaration_of::<Standing<'_>>(),
        declaration_of::<Team<'_>>(),
        declaration_of::<TeamMember<'_>>(),
        declaration_of::<TeamRole>(),
        declaration_of::<Texts>(),
        declaration_of::<Types>(),
        declaration_of::<UndoReceipt>(),
        declaration_of::<View<'_>>(),
        declaration_of::<Visibility>(),
        declaration_of::<Account<'_>>(),
        declaration_of::<Workspace<'_>>(),
        problems(),
        permissions(),
    ];
    let mut declared = declared();
    for (name, declaration) in types {
        assert_eq!(declared.remove(&name), Some(declaration), "{name}");
    }
    assert_eq!(declared.keys().collect::<Vec<_>>(), HAND_DECLARED);
}

#[test]
fn the_methods_take_the_declared_arguments() {
    let methods = declared().remove("Registrar").unwrap();
    let config = Config::new();
    for argument in [
        Founding::inline(&config),
        StandingOf::inline(&config),
        InProject::inline(&config),
        InTeam::inline(&config),
        Listing::inline(&config),
        HistoryOf::inline(&config),
        Between::inline(&config),
        UndoOptions::inline(&config),
    ] {
        let argument = normalized(&argument);
        assert!(methods.contains(&argument), "{argument} is not in {methods}");
    }
}

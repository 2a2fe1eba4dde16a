//! `registrar.d.ts` declares what serde reads and writes, field by field. Its methods, and what is put together of other
//! types for them, are declared by hand.

use std::collections::BTreeMap;

use domain::PERMISSIONS;
use strum::VariantNames as _;
use ts_rs::{Config, TS};

use super::action::{Action, Founding, InRegistry, InTeam, StandingOf, Texts, Types};
use super::answer::{
    AcceptedTypes, AccessChange, Account, AccountKind, Consequences, GranteeKind, Made, OwnerChange, PermissionRule,
    Person, Place, Receipt, Registry, RegistryMember, RoleSource, ServiceAccount, Settings, Stamp, Standing, Team,
    TeamMember, View, Workspace,
};
use super::problem::{Denial, Malformation, Missing, Problem, Reason};
use super::words::{DefaultRole, OrganizationRole, Role, TeamRole, Visibility};

const DECLARATIONS: &str = include_str!("../registrar.d.ts");

/// What has no type of its own here.
const BY_HAND: [&str; 5] = ["Account", "Failure", "Registrar", "RegistrarError", "Verdict"];

/// TypeScript without comments, and without what may be written in two ways.
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

/// What is exported, by its name.
fn declared() -> BTreeMap<String, String> {
    let exported = DECLARATIONS.split("\ndeclare global").next().unwrap().split("\nexport ").skip(1);
    let named = exported.map(|declaration| {
        // The comment at the end is that of the next one.
        let declaration = declaration.rsplit_once("\n/**").map_or(declaration, |(declaration, _)| declaration);
        let (_, rest) = declaration.split_once(' ').unwrap();
        let name = rest.split(|character: char| !character.is_alphanumeric()).next().unwrap();
        (name.to_owned(), normalized(rest))
    });
    named.collect()
}

/// The name of a type, and how it is declared.
fn typed<T: TS>() -> (String, String) {
    let declaration = T::decl(&Config::new());
    (T::ident(&Config::new()), normalized(declaration.strip_prefix("type ").unwrap()))
}

/// The problems, each with its code.
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
        typed::<AcceptedTypes<'_>>(),
        typed::<AccessChange<'_>>(),
        typed::<AccountKind>(),
        typed::<Action>(),
        typed::<Consequences<'_>>(),
        typed::<DefaultRole>(),
        typed::<Denial>(),
        typed::<GranteeKind>(),
        typed::<Made>(),
        typed::<Malformation>(),
        typed::<Missing>(),
        typed::<OrganizationRole>(),
        typed::<OwnerChange<'_>>(),
        typed::<PermissionRule>(),
        typed::<Person<'_>>(),
        typed::<Place<'_>>(),
        typed::<Reason>(),
        typed::<Receipt>(),
        typed::<Registry<'_>>(),
        typed::<RegistryMember<'_>>(),
        typed::<Role>(),
        typed::<RoleSource<'_>>(),
        typed::<ServiceAccount<'_>>(),
        typed::<Settings>(),
        typed::<Stamp<'_>>(),
        typed::<Standing<'_>>(),
        typed::<Team<'_>>(),
        typed::<TeamMember<'_>>(),
        typed::<TeamRole>(),
        typed::<Texts>(),
        typed::<Types>(),
        typed::<View<'_>>(),
        typed::<Visibility>(),
        typed::<Account<'_>>(),
        typed::<Workspace<'_>>(),
        problems(),
        permissions(),
    ];
    let mut declared = declared();
    for (name, declaration) in types {
        assert_eq!(declared.remove(&name), Some(declaration), "{name}");
    }
    assert_eq!(declared.keys().collect::<Vec<_>>(), BY_HAND);
}

#[test]
fn the_methods_take_what_is_read() {
    let methods = declared().remove("Registrar").unwrap();
    let config = Config::new();
    for argument in
        [Founding::inline(&config), StandingOf::inline(&config), InRegistry::inline(&config), InTeam::inline(&config)]
    {
        let argument = normalized(&argument);
        assert!(methods.contains(&argument), "{argument} is not in {methods}");
    }
}

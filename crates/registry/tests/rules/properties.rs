//! What holds for every text and for every sequence of actions.

use std::collections::BTreeSet;

use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use registry::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, Core, Description, Email, FoldKey, Grantee,
    NewRegistry, Organization, OrganizationName, OrganizationRole, Permission, PersonName, RegistryName, Role, TeamId,
    TeamRole, Visibility, is_default_ignorable, normalize,
};

use crate::support::{World, account_name, cases, joining, new_person, person_id};

/// Pieces of text in which something can go wrong.
const PIECES: &[&str] = &[
    "a",
    "B",
    "ß",
    "ẞ",
    "ﬁ",
    "Σ",
    "ς",
    "İ",
    "ı",
    "ſ",
    "K",
    "e\u{301}",
    "é",
    "\u{301}",
    "\u{345}",
    "α",
    "ᾴ",
    "ᾼ",
    "ΐ",
    "\u{390}",
    "\u{1fd3}",
    "\u{323}",
    "\u{307}",
    "한",
    "\u{1112}",
    "\u{1161}",
    "\u{11ab}",
    "\u{115f}",
    "\u{1160}",
    "🚀",
    "👩\u{200d}🔬",
    "\u{200b}",
    "\u{ad}",
    "\u{34f}",
    "\u{fe0f}",
    "\u{feff}",
    "\u{e0001}",
    "\u{2800}",
    " ",
    "\u{3000}",
    "\t",
    "\n",
    "\r",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "/",
    "\\",
    "#",
    "?",
    "%",
    ":",
    "@",
    ".",
    "\u{202e}",
    "\u{2066}",
    "\u{61c}",
    "wandb-registry-",
    "WANDB-",
    "registry-",
    "Models",
    "dataset",
    "\u{37e}",
    "\u{1fef}",
    "\u{fb1d}",
    "\u{0f73}",
    "\u{1d15e}",
    "ĳ",
    "ŉ",
    "ǰ",
    "և",
];

fn text() -> impl Strategy<Value = String> {
    let soup =
        vec(prop_oneof![4 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)], 0..12);
    prop_oneof![
        4 => soup.prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        1 => (select(PIECES), 100_usize..140).prop_map(|(piece, count)| piece.repeat(count)),
    ]
}

/// Parsing the text of a value gives the value.
fn check_stable<T: PartialEq + std::fmt::Debug, E: std::fmt::Debug>(
    parse: fn(&str) -> Result<T, E>,
    show: fn(&T) -> String,
    text: &str,
) {
    if let Ok(value) = parse(text) {
        let shown = show(&value);
        assert_eq!(normalize(&shown), shown, "{text:?}");
        assert_eq!(parse(&shown).unwrap(), value, "{text:?}");
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_text_is_parsed_or_refused_and_what_is_parsed_is_parsed_again_to_itself(text in text()) {
        check_stable(RegistryName::parse, RegistryName::to_string, &text);
        check_stable(Description::parse, Description::to_string, &text);
        check_stable(ArtifactType::parse, ArtifactType::to_string, &text);
        check_stable(AccountName::parse, AccountName::to_string, &text);
        check_stable(Email::parse, Email::to_string, &text);
        check_stable(PersonName::parse, PersonName::to_string, &text);
        check_stable(OrganizationName::parse, OrganizationName::to_string, &text);
    }

    #[test]
    fn a_parsed_registry_name_keeps_every_rule(text in text()) {
        if let Ok(name) = RegistryName::parse(&text) {
            let name = name.as_str();
            prop_assert!((1..=113).contains(&name.chars().count()));
            prop_assert!(!name.contains(['/', '\\', '#', '?', '%', ':', '\r', '\n']));
            prop_assert!(!name.chars().any(char::is_control));
            let turns = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!name.contains(turns));
            prop_assert!(!FoldKey::of(name).as_str().starts_with("wandb-registry-"));
            prop_assert_eq!(name.trim(), name);
        }
    }

    #[test]
    fn a_key_minds_neither_normalization_nor_invisible_characters_nor_folding(text in text(), places in vec(any::<prop::sample::Index>(), 0..4)) {
        let key = FoldKey::of(&text);
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text);
        prop_assert_eq!(&FoldKey::of(&decomposed), &key, "decomposed");
        prop_assert_eq!(&FoldKey::of(&text.trim().replace(is_default_ignorable, "")), &FoldKey::of(&normalize(&text)), "shown only");
        prop_assert_eq!(&FoldKey::of(key.as_str()), &key, "folded");
        let mut strewn: Vec<char> = text.chars().collect();
        for place in places {
            strewn.insert(place.index(strewn.len() + 1), '\u{34f}');
        }
        prop_assert_eq!(&FoldKey::of(&String::from_iter(strewn)), &key, "strewn");
    }

    #[test]
    fn names_of_the_same_text_in_another_form_are_the_same_name(text in text()) {
        if let Ok(name) = RegistryName::parse(&text) {
            let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text);
            prop_assert_eq!(RegistryName::parse(&decomposed).unwrap(), name.clone());
            prop_assert_eq!(name.key(), &FoldKey::of(name.as_str()));
        }
    }
}

/// Something that somebody tries. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Attempt {
    AddPerson { name: usize, role: OrganizationRole },
    AddServiceAccount { name: usize },
    AddTeam { name: usize },
    Join { team: usize, account: usize, role: TeamRole },
    Create { name: usize, visibility: Visibility, types: usize },
}

const ACCOUNT_NAMES: [&str; 8] = ["ada", "Mina", "mina", "robot", "ROBOT", "platform", "vision", "noa"];
const REGISTRY_NAMES: [&str; 10] =
    ["Speech", "SPEECH", "Straße", "strasse", "model", "Datasets", "음성", "ﬁne", "Fine", "wandb-registry"];
const TYPES: [&[&str]; 3] = [&[], &["model"], &["model", "report"]];

fn attempt() -> impl Strategy<Value = Attempt> {
    use Attempt::{AddPerson, AddServiceAccount, AddTeam, Create, Join};
    let roles = select(vec![OrganizationRole::Viewer, OrganizationRole::Member, OrganizationRole::Admin]);
    let team_roles = select(vec![TeamRole::Viewer, TeamRole::Member, TeamRole::Admin]);
    let visibilities = select(vec![Visibility::Organization, Visibility::Restricted]);
    let number = || any::<usize>();
    prop_oneof![
        3 => (number(), roles).prop_map(|(name, role)| AddPerson { name, role }),
        1 => number().prop_map(|name| AddServiceAccount { name }),
        1 => number().prop_map(|name| AddTeam { name }),
        3 => (number(), number(), team_roles).prop_map(|(team, account, role)| Join { team, account, role }),
        4 => (number(), visibilities, number()).prop_map(|(name, visibility, types)| Create { name, visibility, types }),
    ]
}

fn pick<T: Clone>(from: &[T], number: usize) -> Option<T> {
    from.get(number.checked_rem(from.len())?).cloned()
}

fn action(attempt: &Attempt, organization: &Organization) -> Option<Action> {
    let accounts: Vec<AccountId> = organization.accounts().collect();
    let teams: Vec<TeamId> = organization.teams().map(|team| team.id.clone()).collect();
    let name = |number| pick(&ACCOUNT_NAMES, number);
    Some(match *attempt {
        Attempt::AddPerson { name: number, role } => Action::AddPerson(new_person(name(number)?, role)),
        Attempt::AddServiceAccount { name: number } => Action::AddServiceAccount(account_name(name(number)?)),
        Attempt::AddTeam { name: number } => Action::AddTeam(account_name(name(number)?)),
        Attempt::Join { team, account, role } => joining(&pick(&teams, team)?, &pick(&accounts, account)?, role),
        Attempt::Create { name, visibility, types } => Action::CreateRegistry(NewRegistry {
            name: RegistryName::parse(pick(&REGISTRY_NAMES, name)?).unwrap(),
            description: Description::none(),
            visibility,
            accepts: AcceptedTypes::specify(pick(&TYPES, types)?.iter().map(|text| ArtifactType::parse(text).unwrap()))
                .unwrap_or_else(|_| AcceptedTypes::all()),
        }),
    })
}

fn all_different<T: Ord>(items: impl IntoIterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    items.into_iter().all(|item| seen.insert(item))
}

/// What must hold in every organization that actions have made.
fn check_sound(organization: &Organization, at_founding: &Organization) {
    let usernames = organization.people().map(|person| person.username.key());
    let service_accounts = organization.service_accounts().map(|account| account.name.key());
    let teams = organization.teams().map(|team| team.name.key());
    assert!(all_different(usernames.chain(service_accounts).chain(teams)));
    assert!(all_different(organization.people().map(|person| person.email.key())));
    assert!(organization.people().any(|person| person.role == OrganizationRole::Admin));

    let core = ["Models", "model", "Datasets", "dataset"].map(FoldKey::of);
    let custom: Vec<_> = organization.registries().filter(|registry| registry.core_kind().is_none()).collect();
    assert!(all_different(core.iter().chain(custom.iter().map(|registry| registry.name().key()))));
    for registry in custom {
        let AccountId::Person(creator) = &registry.created().by else {
            panic!("a service account created {registry:?}")
        };
        assert_eq!(registry.owner(), Some(creator));
        assert!(
            registry
                .rows()
                .iter()
                .any(|row| row.grantee == Grantee::Person(creator.clone()) && row.role == Role::Admin)
        );
        assert!(registry.accepts().is_all() || !registry.accepts().saved().is_empty());
        assert!(all_different(registry.accepts().saved()));
    }
    for core in Core::ALL {
        assert_eq!(organization.registry(&core.id()), at_founding.registry(&core.id()));
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_review_lets_pass_leaves_a_sound_organization(attempts in vec((any::<usize>(), attempt()), 1..40)) {
        let mut world = World::new();
        let at_founding = world.organization.clone();
        check_sound(&world.organization, &at_founding);
        for (actor, attempt) in attempts {
            let accounts: Vec<_> = world.organization.accounts().collect();
            let actor = pick(&accounts, actor).unwrap();
            let Some(action) = action(&attempt, &world.organization) else { continue };
            let before = world.organization.clone();
            match world.act(&actor, &action) {
                Ok(_) => {
                    prop_assert_ne!(&world.organization, &before);
                    check_sound(&world.organization, &at_founding);
                }
                Err(_) => prop_assert_eq!(&world.organization, &before),
            }
            let may_create = world.organization.may(&actor, &Permission::CreateRegistry).is_granted();
            let fresh = crate::support::new_registry("never used before", Visibility::Restricted);
            prop_assert_eq!(registry::review(&world.organization, &actor, &Action::CreateRegistry(fresh)).is_ok(), may_create);
        }
        prop_assert!(world.organization.person(&person_id(&world.founder)).is_some());
    }
}

//! Finding registries, people and teams by what somebody types. It searches in a [`View`], so that nobody finds what they
//! may not see, and compares by [`FoldKey`]: everything is folded once, not with every letter that is typed.

mod hangul;
mod rank;

use std::rc::Rc;

use domain::{FoldKey, Person, Registry, ServiceAccount, Team, View};

pub use rank::Query;
use rank::{Fit, Text};

/// Something that can be found.
pub struct Entry {
    /// What it is.
    pub thing: Thing,
    name: Text,
    /// What else it is called, or known by.
    others: Vec<Text>,
    /// What is told of it at length.
    description: Option<Text>,
}

/// What can be found.
#[derive(Clone)]
pub enum Thing {
    /// A registry.
    Registry(Rc<Registry>),
    /// A person.
    Person(Rc<Person>),
    /// A service account.
    ServiceAccount(Rc<ServiceAccount>),
    /// A team.
    Team(Rc<Team>),
}

/// The registries, by name, full name, accepted types, and description.
#[must_use]
pub fn registries(view: &View) -> Vec<Entry> {
    let entry = |registry: &Rc<Registry>| {
        let accepts = registry.accepts();
        let types = if accepts.is_all() { Default::default() } else { accepts.saved() };
        let others = types.iter().map(|accepted| accepted.to_string()).chain([registry.full_name()]);
        Entry {
            thing: Thing::Registry(Rc::clone(registry)),
            name: Text::of(registry.name().key()),
            others: others.map(|text| Text::of(&FoldKey::of(&text))).collect(),
            description: Some(Text::of(&FoldKey::of(registry.description().as_str()))),
        }
    };
    by_name(view.registries.iter().map(|seen| entry(&seen.registry)).collect())
}

/// People, by name, username and email; service accounts and teams, by name.
#[must_use]
pub fn accounts(view: &View) -> Vec<Entry> {
    let entry = |thing, name, others: &[FoldKey]| Entry {
        thing,
        name: Text::of(&name),
        others: others.iter().map(Text::of).collect(),
        description: None,
    };
    let people = view.people.iter().map(|person| {
        let others = [person.username.key(), person.email.key()];
        entry(Thing::Person(Rc::clone(person)), FoldKey::of(person.name.as_str()), &others)
    });
    let service_accounts =
        view.service_accounts.iter().map(|it| entry(Thing::ServiceAccount(Rc::clone(it)), it.name.key(), &[]));
    let teams = view.teams.iter().map(|team| entry(Thing::Team(Rc::clone(team)), team.name.key(), &[]));
    by_name(people.chain(service_accounts).chain(teams).collect())
}

fn by_name(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|one, other| one.name.letters().cmp(other.name.letters()));
    entries
}

/// Those that fit best, the best first, and no more than so many; what fits equally well stays in its order.
#[must_use]
pub fn find<'a>(entries: &'a [Entry], query: &mut Query, most: usize) -> Vec<&'a Entry> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = entries.iter().filter_map(|entry| Some((entry.fit(query)?, entry))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().take(most).map(|(_, entry)| entry).collect()
}

impl Entry {
    /// How well it fits: by its name, then by what else.
    fn fit(&self, query: &mut Query) -> Option<(Fit, bool)> {
        let name = self.name.fit(query).map(|fit| (fit, false));
        if name.is_some_and(|(fit, _)| fit == Fit::Exact) {
            return name;
        }
        let others = self.others.iter().filter_map(|text| Some((text.fit(query)?, true))).min();
        let told = self.description.as_ref().filter(|text| text.tells(query)).map(|_| (Fit::Told, true));
        [name, others, told].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::AcceptedTypes;
    use domain::AccountId;
    use domain::AccountName;
    use domain::Action;
    use domain::ArtifactType;
    use domain::Description;
    use domain::Email;
    use domain::Founding;
    use domain::Id;
    use domain::NewPerson;
    use domain::NewRegistry;
    use domain::Organization;
    use domain::OrganizationName;
    use domain::OrganizationRole;
    use domain::PersonAction;
    use domain::PersonId;
    use domain::PersonName;
    use domain::RegistryAction;
    use domain::RegistryName;
    use domain::ServiceAccountAction;
    use domain::TeamAction;
    use domain::Visibility;
    use domain::approve;
    use domain::found_organization;

    struct House {
        organization: Organization,
        made: usize,
    }

    impl House {
        fn new() -> Self {
            let founding = Founding {
                organization: OrganizationName::parse("House").unwrap(),
                name: PersonName::parse("Ada Okafor").unwrap(),
                username: AccountName::parse("ada.okafor").unwrap(),
                email: Email::parse("ada@lighthouse.example").unwrap(),
            };
            Self { organization: found_organization(&founding, Id::new("r", 0), 0), made: 0 }
        }

        fn founder() -> AccountId {
            AccountId::Person(PersonId(Id::new("r", 0)))
        }

        fn act(&mut self, action: &Action) -> Id {
            self.made += 1;
            let id = Id::new("r", self.made);
            approve(&mut self.organization, &Self::founder(), action).unwrap().apply(id.clone(), 0);
            id
        }

        fn person(&mut self, name: &str, username: &str) -> AccountId {
            AccountId::Person(PersonId(self.act(&Action::Person(PersonAction::Add(NewPerson {
                name: PersonName::parse(name).unwrap(),
                username: AccountName::parse(username).unwrap(),
                email: Email::parse(&format!("{username}@lighthouse.example")).unwrap(),
                role: OrganizationRole::Member,
            })))))
        }

        fn registry(&mut self, name: &str, description: &str, types: &[&str], visibility: Visibility) {
            let types = types.iter().map(|name| ArtifactType::parse(name).unwrap());
            self.act(&Action::Registry(RegistryAction::Create(NewRegistry {
                name: RegistryName::parse(name).unwrap(),
                description: Description::parse(description).unwrap(),
                visibility,
                accepts: AcceptedTypes::specify(types).unwrap_or_else(|_| AcceptedTypes::all()),
            })));
        }

        fn view(&self, account: &AccountId) -> View {
            self.organization.seen_by(account).unwrap()
        }
    }

    fn name(entry: &Entry) -> String {
        match &entry.thing {
            Thing::Registry(registry) => registry.name().to_string(),
            Thing::Person(person) => person.name.to_string(),
            Thing::ServiceAccount(account) => account.name.to_string(),
            Thing::Team(team) => team.name.to_string(),
        }
    }

    #[track_caller]
    fn check_finds(entries: &[Entry], typed: &str, expected: &[&str]) {
        let found: Vec<String> = find(entries, &mut Query::of(typed), 8).into_iter().map(name).collect();
        assert_eq!(found, expected, "{typed:?}");
    }

    #[test]
    fn registries_are_found_by_name_full_name_types_and_description_in_this_order() {
        let mut house = House::new();
        let open = Visibility::Organization;
        house.registry("Reports", "", &["report"], open);
        house.registry("Evaluation", "What reports are made of.", &["metric"], open);
        house.registry("Old reports", "", &["table"], open);
        house.registry("Safety", "", &["report-draft"], open);
        house.registry("음성 모델", "음성 인식", &[], open);
        let registries = registries(&house.view(&House::founder()));
        check_finds(&registries, "reports", &["Reports", "Old reports", "Evaluation", "Safety"]);
        check_finds(&registries, "report", &["Reports", "Safety", "Old reports", "Evaluation"]);
        check_finds(&registries, "wandb-registry-eval", &["Evaluation"]);
        check_finds(&registries, "model", &["Models"]);
        check_finds(&registries, "모델", &["음성 모델"]);
        check_finds(&registries, "인식", &["음성 모델"]);
        check_finds(&registries, "ㅇㅅ", &["음성 모델"]);
        check_finds(&registries, "safty", &["Safety"]);
        check_finds(&registries, "nothing of it", &[]);
        for nothing in ["", "  ", "\u{200b}"] {
            check_finds(&registries, nothing, &[]);
        }
    }

    #[test]
    fn what_fits_equally_well_is_in_the_order_of_names_and_cut_off() {
        let mut house = House::new();
        for nth in (0..30).rev() {
            house.registry(&format!("Run {nth:02}"), "", &[], Visibility::Organization);
        }
        let registries = registries(&house.view(&House::founder()));
        let eight: Vec<String> = (0..8).map(|nth| format!("Run {nth:02}")).collect();
        check_finds(&registries, "run", &eight.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn a_registry_that_is_hidden_is_found_by_nothing() {
        let mut house = House::new();
        let mina = house.person("Mina Park", "mina.park");
        house.registry("Secret", "nobody knows", &["hidden-type"], Visibility::Restricted);
        let seen = registries(&house.view(&House::founder()));
        let not_seen = registries(&house.view(&mina));
        for typed in ["secret", "s", "secrte", "wandb-registry-secret", "nobody knows", "hidden"] {
            assert!(find(&seen, &mut Query::of(typed), 8).into_iter().any(|entry| name(entry) == "Secret"), "{typed}");
            assert!(
                !find(&not_seen, &mut Query::of(typed), 8).into_iter().any(|entry| name(entry) == "Secret"),
                "{typed}"
            );
        }
    }

    #[test]
    fn people_are_found_by_name_username_and_email_and_accounts_and_teams_by_name() {
        let mut house = House::new();
        house.person("한지우", "jiwoo.han");
        house.person("Tomasz Zieliński", "tomasz.zielinski");
        house.act(&Action::ServiceAccount(ServiceAccountAction::Add(AccountName::parse("ci-runner").unwrap())));
        house.act(&Action::Team(TeamAction::Add(AccountName::parse("vision").unwrap())));
        let accounts = accounts(&house.view(&House::founder()));
        check_finds(&accounts, "한지", &["한지우"]);
        check_finds(&accounts, "한ㅈ", &["한지우"]);
        check_finds(&accounts, "ㅎㅈㅇ", &["한지우"]);
        check_finds(&accounts, "jiwoo", &["한지우"]);
        check_finds(&accounts, "zielinski", &["Tomasz Zieliński"]);
        check_finds(&accounts, "tomazs", &["Tomasz Zieliński"]);
        check_finds(&accounts, "ada@lighthouse.example", &["Ada Okafor"]);
        check_finds(&accounts, "runner", &["ci-runner"]);
        check_finds(&accounts, "visoin", &["vision"]);
    }
}

//! Search for registries, accounts, teams, and what is in the catalog. It searches a [`View`], so that an account finds only items that it can access.
//! It compares texts by [`FoldKey`], which is computed once per entry and not for every typed letter.

mod catalog;
mod filter;
mod hangul;
mod nearest;
mod projects;
mod rank;

use std::rc::Rc;

use domain::{Artifact, FoldKey, Person, Project, Registry, ServiceAccount, Team, View};

pub use catalog::{Building, CatalogIndex, CatalogQuery, CatalogResults, Found, Group};
pub use filter::{Filter, filter_text};
pub use nearest::nearest;
pub use projects::{find_in_projects, projects};
pub use rank::Query;
use rank::{Match, SearchText};

/// An entry of a search index.
pub struct Entry {
    /// The item.
    pub item: Item,
    name: SearchText,
    /// Further names, such as a username.
    aliases: Vec<SearchText>,
    description: Option<SearchText>,
}

/// An item that can be found.
#[derive(Clone)]
pub enum Item {
    /// A registry.
    Registry(Rc<Registry>),
    /// A person.
    Person(Rc<Person>),
    /// A service account.
    ServiceAccount(Rc<ServiceAccount>),
    /// A team.
    Team(Rc<Team>),
    /// A project, and its name with its team.
    Project(Rc<Project>, Rc<str>),
    /// An artifact, and the name of its project with the team.
    Artifact(Rc<Artifact>, Rc<str>),
    /// The version of an artifact with this number, and the name of its project with the team.
    Version(Rc<Artifact>, Rc<str>, u32),
}

/// Entries for the registries, found by name, full name, accepted types and description.
#[must_use]
pub fn registries(view: &View) -> Vec<Entry> {
    let entry = |registry: &Rc<Registry>| {
        let accepts = registry.accepts();
        let types = if accepts.is_all() { Default::default() } else { accepts.saved() };
        let aliases = types.iter().map(|accepted| accepted.to_string()).chain([registry.full_name()]);
        Entry {
            item: Item::Registry(Rc::clone(registry)),
            name: SearchText::of(registry.name().key().as_fold_key()),
            aliases: aliases.map(|text| SearchText::of(&filter_text(&text))).collect(),
            description: Some(SearchText::of(&filter_text(registry.description().as_str()))),
        }
    };
    sort_by_name(view.registries.iter().map(|registry_view| entry(&registry_view.registry)).collect())
}

/// Entries for people, found by name, username and email, and for service accounts and teams, found by name.
#[must_use]
pub fn accounts(view: &View) -> Vec<Entry> {
    let entry = |item, name, aliases: &[FoldKey]| Entry {
        item,
        name: SearchText::of(&name),
        aliases: aliases.iter().map(SearchText::of).collect(),
        description: None,
    };
    let people = view.people.iter().map(|person| {
        let aliases = [person.username.key(), person.email.key()];
        entry(Item::Person(Rc::clone(person)), filter_text(person.name.as_str()), &aliases)
    });
    let service_accounts = view
        .service_accounts
        .iter()
        .map(|account| entry(Item::ServiceAccount(Rc::clone(account)), account.name.key(), &[]));
    let teams = view.teams.iter().map(|team| entry(Item::Team(Rc::clone(team)), team.name.key(), &[]));
    sort_by_name(people.chain(service_accounts).chain(teams).collect())
}

fn sort_by_name(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|a, b| a.name.letters().cmp(b.name.letters()));
    entries
}

/// The best matches, at most `limit`, the best first. Equally good matches keep their order.
#[must_use]
pub fn find<'a>(entries: &'a [Entry], query: &mut Query, limit: usize) -> Vec<&'a Entry> {
    find_group(entries, query, limit).items
}

/// As [`find`], with the number of further matches.
#[must_use]
pub fn find_group<'a>(entries: &'a [Entry], query: &mut Query, limit: usize) -> Group<&'a Entry> {
    if query.is_empty() {
        return Group::default();
    }
    let mut found: Vec<_> = entries.iter().filter_map(|entry| Some((entry.rank(query)?, entry))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    let more = found.len().saturating_sub(limit);
    let is_guess = found.first().is_some_and(|((rank, _), _)| rank.has_typos());
    Group { items: found.into_iter().take(limit).map(|(_, entry)| entry).collect(), more, is_guess }
}

impl Entry {
    /// The best match. Of equal matches, a match of the name ranks first.
    fn rank(&self, query: &mut Query) -> Option<(Match, bool)> {
        if let Some(found) = self.rank_of_whole(query) {
            return Some(found);
        }
        let texts = || std::iter::once(&self.name).chain(&self.aliases);
        query.find_words(|word| texts().filter_map(|text| text.find(word)).min()).map(|found| (found, true))
    }

    /// The best match of the query as a whole.
    fn rank_of_whole(&self, query: &mut Query) -> Option<(Match, bool)> {
        let name = self.name.find(query).map(|found| (found, false));
        if name.is_some_and(|(found, _)| found == Match::Exact) {
            return name;
        }
        let alias = self.aliases.iter().filter_map(|text| Some((text.find(query)?, true))).min();
        let description =
            self.description.as_ref().filter(|text| text.contains(query)).map(|_| (Match::Description, true));
        [name, alias, description].into_iter().flatten().min()
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

    struct Fixture {
        organization: Organization,
        made: usize,
    }

    impl Fixture {
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
            self.organization.view_for(account).unwrap()
        }
    }

    fn name(entry: &Entry) -> String {
        match &entry.item {
            Item::Registry(registry) => registry.name().to_string(),
            Item::Person(person) => person.name.to_string(),
            Item::ServiceAccount(account) => account.name.to_string(),
            Item::Team(team) => team.name.to_string(),
            Item::Project(project, _) => project.name.to_string(),
            Item::Artifact(artifact, _) => artifact.name.to_string(),
            Item::Version(artifact, _, number) => format!("{}:v{number}", artifact.name),
        }
    }

    #[track_caller]
    fn check_finds(entries: &[Entry], typed: &str, expected: &[&str]) {
        let found: Vec<String> = find(entries, &mut Query::of(typed), 8).into_iter().map(name).collect();
        assert_eq!(found, expected, "{typed:?}");
    }

    #[test]
    fn registries_are_found_by_name_aliases_and_description() {
        let mut fixture = Fixture::new();
        let open = Visibility::Organization;
        fixture.registry("Reports", "", &["report"], open);
        fixture.registry("Evaluation", "What reports are made of.", &["metric"], open);
        fixture.registry("Old reports", "", &["table"], open);
        fixture.registry("Safety", "", &["report-draft"], open);
        fixture.registry("음성 모델", "음성 인식", &[], open);
        let registries = registries(&fixture.view(&Fixture::founder()));
        check_finds(&registries, "reports", &["Reports", "Old reports", "Evaluation", "Safety"]);
        check_finds(&registries, "report", &["Reports", "Safety", "Old reports", "Evaluation"]);
        check_finds(&registries, "wandb-registry-eval", &["Evaluation"]);
        check_finds(&registries, "wandb\u{2011}registry\u{2013}evaluation", &["Evaluation"]);
        check_finds(&registries, "reports old", &["Old reports"]);
        check_finds(&registries, "모델 음성", &["음성 모델"]);
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
    fn equal_matches_are_sorted_by_name_and_limited() {
        let mut fixture = Fixture::new();
        for nth in (0..30).rev() {
            fixture.registry(&format!("Run {nth:02}"), "", &[], Visibility::Organization);
        }
        let registries = registries(&fixture.view(&Fixture::founder()));
        let eight: Vec<String> = (0..8).map(|nth| format!("Run {nth:02}")).collect();
        check_finds(&registries, "run", &eight.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn a_registry_without_access_is_never_found() {
        let mut fixture = Fixture::new();
        let mina = fixture.person("Mina Park", "mina.park");
        fixture.registry("Secret", "nobody knows", &["hidden-type"], Visibility::Restricted);
        let entries = registries(&fixture.view(&Fixture::founder()));
        let not_seen = registries(&fixture.view(&mina));
        for typed in ["secret", "s", "secrte", "wandb-registry-secret", "nobody knows", "hidden"] {
            assert!(
                find(&entries, &mut Query::of(typed), 8).into_iter().any(|entry| name(entry) == "Secret"),
                "{typed}"
            );
            assert!(
                !find(&not_seen, &mut Query::of(typed), 8).into_iter().any(|entry| name(entry) == "Secret"),
                "{typed}"
            );
        }
    }

    #[test]
    fn people_are_found_by_name_username_and_email_and_others_by_name() {
        let mut fixture = Fixture::new();
        fixture.person("한지우", "jiwoo.han");
        fixture.person("Tomasz Zieliński", "tomasz.zielinski");
        fixture.act(&Action::ServiceAccount(ServiceAccountAction::Add(AccountName::parse("ci-runner").unwrap())));
        fixture.act(&Action::Team(TeamAction::Add(AccountName::parse("vision").unwrap())));
        let accounts = accounts(&fixture.view(&Fixture::founder()));
        check_finds(&accounts, "한지", &["한지우"]);
        check_finds(&accounts, "한ㅈ", &["한지우"]);
        check_finds(&accounts, "ㅎㅈㅇ", &["한지우"]);
        check_finds(&accounts, "jiwoo", &["한지우"]);
        check_finds(&accounts, "zielinski", &["Tomasz Zieliński"]);
        check_finds(&accounts, "tomazs", &["Tomasz Zieliński"]);
        check_finds(&accounts, "ada@lighthouse.example", &["Ada Okafor"]);
        check_finds(&accounts, "runner", &["ci-runner"]);
        check_finds(&accounts, "visoin", &["vision"]);
        check_finds(&accounts, "okafor ada", &["Ada Okafor"]);
        check_finds(&accounts, "okafro lighthouse", &["Ada Okafor"]);
        check_finds(&accounts, "zielinski jiwoo", &[]);
    }

    #[test]
    fn an_unknown_name_has_the_nearest_known_one() {
        let mut fixture = Fixture::new();
        fixture.person("Noa Levi", "noa.levi");
        fixture.person("Lucía Fernández", "lucia.fernandez");
        fixture.person("Kim Minji", "minji.kim");
        fixture.person("Kim Minji", "mj.kim");
        fixture.act(&Action::Team(TeamAction::Add(AccountName::parse("vision").unwrap())));
        let view = fixture.view(&Fixture::founder());
        let check = |unknown: &str, expected: &[&str]| {
            assert_eq!(nearest(&view, unknown, |_| true), expected, "{unknown:?}");
        };
        for unknown in [
            "noa.levy",
            "Noa Levy",
            "levi",
            "Levi, Noa",
            "noa.levi@mail.example",
            "<noa_levi@x>",
            "noalevi",
            "nao.levi",
        ] {
            check(unknown, &["noa.levi"]);
        }
        check("Noa Levi <n@elsewhere.example>", &["noa.levi"]);
        check("Lucia Fernandez", &["lucia.fernandez"]);
        check("visoin", &["vision"]);
        check("Kim Minji", &["minji.kim", "mj.kim"]);
        for unknown in ["qwertyuiop", "", "@", "x", &"noa.levi ".repeat(2_000), "zz"] {
            check(unknown, &[]);
        }
        assert!(nearest(&view, "noa.levy", |_| false).is_empty());
    }
}

//! The registries and accounts in addresses: by name where it suffices, and by id otherwise.
//!
//! The view decides where a reference leads. This module adds what an address cannot contain: the router resolves the text
//! behind `#` as a URL, so `.` and `..` disappear from it, and a word of a route is that route.

use domain::{AccountId, Id, RegistryId, View};
use yew_router::Routable;

use super::Route;
use crate::platform::history::is_readable;

impl Route {
    /// The page of a registry.
    #[must_use]
    pub fn of_registry(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::Registry { registry })
    }

    /// The settings of a registry.
    #[must_use]
    pub fn settings_of(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::Settings { registry })
    }

    /// The dialog that adds members to a registry.
    #[must_use]
    pub fn add_member_to(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::AddMember { registry })
    }

    /// The history of a registry's protected aliases.
    #[must_use]
    pub fn promotions_of(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::Promotions { registry })
    }

    /// The dialog that creates a collection in a registry.
    #[must_use]
    pub fn create_collection_in(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::CreateCollection { registry })
    }

    /// The page of a person or service account.
    #[must_use]
    pub fn of_account(view: &View, account: &AccountId) -> Self {
        Self::written(view.reference_to_account(account), account.id(), |account| Self::Account { account })
    }

    /// The route by a reference, or by the id if the address would lead elsewhere.
    fn written(reference: &str, id: &Id, route: impl Fn(String) -> Self) -> Self {
        let by_reference = route(reference.to_owned());
        let is_read_back = Self::recognize(&by_reference.to_path()).as_ref() == Some(&by_reference);
        if is_read_back && is_readable(&by_reference.href()) { by_reference } else { route(id.to_string()) }
    }

    /// The object that the route refers to.
    fn referent(&self) -> Referent<'_> {
        match self {
            Self::Registry { registry } => Referent::Registry(registry, |registry| Self::Registry { registry }),
            Self::Settings { registry } => Referent::Registry(registry, |registry| Self::Settings { registry }),
            Self::AddMember { registry } => Referent::Registry(registry, |registry| Self::AddMember { registry }),
            Self::Promotions { registry } => Referent::Registry(registry, |registry| Self::Promotions { registry }),
            Self::CreateCollection { registry } => {
                Referent::Registry(registry, |registry| Self::CreateCollection { registry })
            }
            Self::Account { account } => Referent::Account(account),
            Self::Collection { .. }
            | Self::LinkVersion { .. }
            | Self::Metrics { .. }
            | Self::CompareVersions { .. }
            | Self::LinkedVersion { .. }
            | Self::Project { .. }
            | Self::LogArtifact { .. }
            | Self::Artifact { .. }
            | Self::Version { .. }
            | Self::LinkToRegistry { .. }
            | Self::Landing
            | Self::Create
            | Self::WillLink
            | Self::People
            | Self::Projects
            | Self::Present
            | Self::Guide
            | Self::Access
            | Self::History
            | Self::Changes
            | Self::Data
            | Self::Start
            | Self::StartEmpty
            | Self::About
            | Self::CrashTest
            | Self::NothingHere => Referent::Fixed,
        }
    }

    /// The same route with the id in the place of a name, as the account of the view sees it. A reference that leads nowhere
    /// stays.
    #[must_use]
    pub fn resolved(&self, view: &View) -> Self {
        match self.referent() {
            Referent::Registry(reference, route) => {
                let found = view.registry_by_reference(reference);
                route(
                    found.map_or_else(|| reference.to_owned(), |registry_view| registry_view.registry.id().to_string()),
                )
            }
            Referent::Account(reference) => {
                let found = view.account_by_reference(reference);
                Self::Account {
                    account: found.map_or_else(|| reference.to_owned(), |account| account.id().to_string()),
                }
            }
            Referent::Fixed => self.clone(),
        }
    }

    /// The one way to write this route, if it has a reference that leads somewhere.
    #[must_use]
    pub fn with_name(&self, view: &View) -> Option<Self> {
        match self.referent() {
            Referent::Registry(reference, route) => {
                let id = view.registry_by_reference(reference)?.registry.id();
                Some(Self::written(view.reference_to_registry(id), &id.0, route))
            }
            Referent::Account(reference) => {
                view.account_by_reference(reference).map(|account| Self::of_account(view, &account))
            }
            Referent::Fixed => None,
        }
    }
}

/// The object that a route refers to by name or id.
enum Referent<'a> {
    /// A registry, and the route by another reference to it.
    Registry(&'a str, fn(String) -> Route),
    /// A person or a service account.
    Account(&'a str),
    /// Nothing, or an object that has no other reference than its id.
    Fixed,
}

#[cfg(test)]
mod tests {
    use domain::{AccountId, Id};
    use itertools::Itertools;
    use test_support::demo::demo_view;
    use yew_router::Routable;

    use super::Route;
    use crate::platform::history::is_readable;

    fn at(href: &str) -> Route {
        Route::recognize(href.trim_start_matches('#')).unwrap()
    }

    /// Every kind of route with a reference.
    fn routes_with(reference: &str) -> [Route; 5] {
        let reference = || reference.to_owned();
        [
            Route::Registry { registry: reference() },
            Route::Settings { registry: reference() },
            Route::AddMember { registry: reference() },
            Route::Promotions { registry: reference() },
            Route::Account { account: reference() },
        ]
    }

    #[test]
    fn a_name_is_written_as_it_is_or_replaced_by_the_id() {
        let pieces = [
            ".",
            "..",
            "a",
            "A",
            "settings",
            "add-member",
            "registry",
            "people",
            "%",
            "%2F",
            "%2e",
            "/",
            "\\",
            "?",
            "#",
            "？",
            "+",
            " ",
            "&",
            "=",
            "~",
            "'",
            "한글",
            "🚀",
            "نماذج",
            "\u{200b}",
            ":",
            ";",
            "*",
            "@",
            "$",
            "\u{e9}",
        ];
        let id = Id::from_text("k3v9x2m4qa.7.2");
        let mut names: Vec<String> = (1..=3)
            .flat_map(|count| (0..count).map(|_| pieces).multi_cartesian_product())
            .map(|name| name.concat())
            .collect();
        names.push("한".repeat(113));
        names.push(String::new());
        let mut replaced = Vec::new();
        for name in names {
            let written = Route::written(&name, &id, |registry| Route::Settings { registry });
            assert!(is_readable(&written.href()), "{name:?}");
            assert_eq!(at(&written.href()), written, "{name:?}");
            match written {
                Route::Settings { registry } if registry == name => {}
                Route::Settings { registry } => {
                    assert_eq!(registry, id.as_str());
                    replaced.push(name);
                }
                other => panic!("{other:?}"),
            }
        }
        replaced.sort();
        replaced.dedup();
        // A router takes a URL apart: dots disappear from it, encoded or not.
        assert_eq!(replaced, ["", ".", ".."]);
    }

    #[test]
    fn names_are_resolved_to_ids_and_written_again() {
        let view = demo_view();
        for registry_view in &view.registries {
            let (id, name) = (registry_view.registry.id(), registry_view.registry.name().as_str());
            let [page, settings, add_member, promotions, _] = routes_with(name);
            for (route, written) in [
                (page, Route::of_registry(&view, id)),
                (settings, Route::settings_of(&view, id)),
                (add_member, Route::add_member_to(&view, id)),
                (promotions, Route::promotions_of(&view, id)),
            ] {
                assert_eq!(at(&route.href()), written);
                assert_eq!(written.resolved(&view).with_name(&view), Some(written));
            }
            assert_eq!(routes_with(name)[0].resolved(&view), routes_with(id.0.as_str())[0]);
            assert_eq!(routes_with(&name.to_uppercase())[0].with_name(&view), Some(Route::of_registry(&view, id)));
        }
        for person in view.people.iter() {
            let account = AccountId::Person(person.id.clone());
            let written = Route::of_account(&view, &account);
            assert_eq!(written.href(), format!("#/people/{}", person.username));
            assert_eq!(written.resolved(&view), Route::Account { account: account.id().to_string() });
        }
    }

    #[test]
    fn a_reference_that_leads_nowhere_stays_and_is_not_written_again() {
        let view = demo_view();
        for route in routes_with("no such thing").into_iter().chain([Route::Landing, Route::Access]) {
            assert_eq!(route.resolved(&view), route);
            assert_eq!(route.with_name(&view), None);
        }
    }
}

//! Names in addresses, and where they lead.

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
        let written = Route::by_reference(&name, &id, |registry| Route::Settings { registry });
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
            assert_eq!(written.resolved(&view).canonical(&view), Some(written));
        }
        assert_eq!(routes_with(name)[0].resolved(&view), routes_with(id.0.as_str())[0]);
        assert_eq!(routes_with(&name.to_uppercase())[0].canonical(&view), Some(Route::of_registry(&view, id)));
    }
    for person in view.people.iter() {
        let account = AccountId::Person(person.id.clone());
        let written = Route::of_account(&view, &account);
        assert_eq!(written.href(), format!("#/people/{}", person.username));
        assert_eq!(written.resolved(&view), Route::Account { account: account.id().to_string() });
    }
}

#[test]
fn collections_and_their_versions_are_addressed_by_name() {
    let view = demo_view();
    let models = view.registry_by_reference("Models").unwrap().registry.id().clone();
    let collection = view.catalog().collections_of(&models).next().unwrap();
    let name = collection.name.as_str();
    let written = Route::of_linked_version(&view, collection, 3);
    assert_eq!(written.href(), format!("#/registry/Models/{name}/v3"));
    let ids = Route::LinkedVersion {
        registry: models.to_string(),
        collection: collection.id.to_string(),
        version: "v3".to_owned(),
    };
    assert_eq!(written.resolved(&view), ids);
    assert_eq!(ids.canonical(&view), Some(written));
    let earlier = format!("#/registry/{models}/collections/{}", collection.id);
    for (suffix, expected) in [
        ("", Route::of_collection(&view, collection)),
        ("/link", Route::linking_to(&view, collection)),
        ("/metrics", Route::metrics_of(&view, collection)),
        ("/compare", Route::comparing_in(&view, collection)),
        ("/versions/v3", Route::of_linked_version(&view, collection, 3)),
    ] {
        assert_eq!(at(&expected.href()), expected);
        let route = at(&format!("{earlier}{suffix}"));
        assert_eq!(route.resolved(&view), expected.resolved(&view), "{suffix}");
        assert_eq!(route.canonical(&view), Some(expected), "{suffix}");
    }
    for suffix in ["/versions", "/nothing", "/link/more"] {
        assert_eq!(at(&format!("{earlier}{suffix}")).resolved(&view), Route::NothingHere, "{suffix}");
    }
}

#[test]
fn a_collection_with_a_word_of_a_route_as_its_name_is_addressed_by_id() {
    let view = demo_view();
    let models = view.registry_by_reference("Models").unwrap().registry.id();
    let mut collection = domain::Collection::clone(view.catalog().collections_of(models).next().unwrap());
    for word in ["settings", "promotions", "create-collection", "collections", "..", "."] {
        collection.name = domain::CollectionName::parse(word).unwrap();
        let by_id = format!("#/registry/Models/{}", collection.id);
        assert_eq!(Route::of_collection(&view, &collection).href(), by_id, "{word}");
        assert_eq!(Route::of_linked_version(&view, &collection, 0).href(), format!("{by_id}/v0"), "{word}");
    }
}

#[test]
fn a_reference_that_leads_nowhere_stays_and_is_not_written_again() {
    let view = demo_view();
    for route in routes_with("no such thing").into_iter().chain([Route::Landing, Route::Access]) {
        assert_eq!(route.resolved(&view), route);
        assert_eq!(route.canonical(&view), None);
    }
}

//! The addresses of the page. All of them stand behind `#`, so that any static host can serve it from any path.

pub mod compare;
mod percent;
mod place;

use domain::{Id, RegistryId};

use self::percent::decoded;
pub use percent::encoded;
pub use place::{Place, go, open, replace, use_place};

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The registries.
    Landing,
    /// The dialog that creates a registry, over the registries.
    Create,
    /// One registry.
    Registry {
        /// Its id.
        id: String,
    },
    /// The settings of a registry.
    Settings {
        /// Its id.
        id: String,
    },
    /// The form that adds members, in the settings of a registry.
    AddMember {
        /// The registry's id.
        id: String,
    },
    /// The organization's people, service accounts, teams and settings.
    People,
    /// One person or service account.
    Account {
        /// Its id.
        id: String,
    },
    /// One place as two people see it.
    Present,
    /// The guide.
    Guide,
    /// Who has which role where.
    Access,
    /// Where the data is.
    Data,
    /// Starting over.
    Start,
    /// Starting over with an empty organization.
    StartEmpty,
    /// What Registrar is.
    About,
    /// Where crashing is tried.
    CrashTest,
    /// Any other address.
    NothingHere,
}

impl Route {
    /// Where a path leads, without the slash that it begins with. As in any address, `\` is a slash.
    fn at(path: &str) -> Self {
        let parts: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split(['/', '\\']).collect();
        match *parts {
            ["", ..] => Self::Landing,
            // Nothing has an empty id.
            _ if parts.contains(&"") => Self::NothingHere,
            ["create-registry"] => Self::Create,
            ["registry", id] => Self::Registry { id: decoded(id) },
            ["registry", id, "settings"] => Self::Settings { id: decoded(id) },
            ["registry", id, "settings", "add-member"] => Self::AddMember { id: decoded(id) },
            ["people"] => Self::People,
            ["people", id] => Self::Account { id: decoded(id) },
            ["present"] => Self::Present,
            ["guide"] => Self::Guide,
            ["access"] => Self::Access,
            ["data"] => Self::Data,
            ["start"] => Self::Start,
            ["start", "empty"] => Self::StartEmpty,
            ["about"] => Self::About,
            ["crash-test"] => Self::CrashTest,
            _ => Self::NothingHere,
        }
    }

    /// The address as a link holds it: following it is the browser's business.
    #[must_use]
    pub fn href(&self) -> String {
        let (before, id, after) = match self {
            Self::Landing => ("", "", ""),
            Self::Create => ("create-registry", "", ""),
            Self::Registry { id } => ("registry/", id.as_str(), ""),
            Self::Settings { id } => ("registry/", id.as_str(), "/settings"),
            Self::AddMember { id } => ("registry/", id.as_str(), "/settings/add-member"),
            Self::People => ("people", "", ""),
            Self::Account { id } => ("people/", id.as_str(), ""),
            Self::Present => ("present", "", ""),
            Self::Guide => ("guide", "", ""),
            Self::Access => ("access", "", ""),
            Self::Data => ("data", "", ""),
            Self::Start => ("start", "", ""),
            Self::StartEmpty => ("start/empty", "", ""),
            Self::About => ("about", "", ""),
            Self::CrashTest => ("crash-test", "", ""),
            Self::NothingHere => ("nothing-here", "", ""),
        };
        ["#/", before, &encoded(id), after].concat()
    }

    /// The same with what is asked for there, by names; what is empty does not stand in the address.
    #[must_use]
    pub fn asking(&self, fields: &[(&str, &str)]) -> String {
        let mut address = self.href();
        let mut sign = "?";
        for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            address.extend([sign, name, "=", &encoded(value).replace("%20", "+")]);
            sign = "&";
        }
        address
    }

    /// The place of a registry.
    #[must_use]
    pub fn of_registry(id: &RegistryId) -> Self {
        Self::Registry { id: id.to_string() }
    }

    /// The place of a registry's settings.
    #[must_use]
    pub fn settings_of(id: &RegistryId) -> Self {
        Self::Settings { id: id.to_string() }
    }

    /// The place of a person or service account.
    #[must_use]
    pub fn of_account(id: &Id) -> Self {
        Self::Account { id: id.to_string() }
    }

    /// The registry that an address speaks of.
    #[must_use]
    pub fn registry_id(id: &str) -> RegistryId {
        RegistryId(Id::from_text(id))
    }

    /// The place itself, without what is open over it: going from one to the other is no navigation.
    #[must_use]
    pub fn base(&self) -> Self {
        match self {
            Self::Create => Self::Landing,
            Self::AddMember { id } => Self::Settings { id: id.clone() },
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    fn places() -> Vec<(&'static str, Route)> {
        let id = || "k3v9x2m4qa.7.2".to_owned();
        vec![
            ("#/", Route::Landing),
            ("#/create-registry", Route::Create),
            ("#/registry/k3v9x2m4qa.7.2", Route::Registry { id: id() }),
            ("#/registry/k3v9x2m4qa.7.2/settings", Route::Settings { id: id() }),
            ("#/registry/k3v9x2m4qa.7.2/settings/add-member", Route::AddMember { id: id() }),
            ("#/registry/a%2Fb%20%ED%95%9C", Route::Registry { id: "a/b 한".to_owned() }),
            ("#/people", Route::People),
            ("#/people/k3v9x2m4qa.7.2", Route::Account { id: id() }),
            ("#/present", Route::Present),
            ("#/guide", Route::Guide),
            ("#/access", Route::Access),
            ("#/data", Route::Data),
            ("#/start", Route::Start),
            ("#/start/empty", Route::StartEmpty),
            ("#/about", Route::About),
            ("#/crash-test", Route::CrashTest),
            ("#/nothing-here", Route::NothingHere),
        ]
    }

    #[test]
    fn every_place_has_its_address_and_is_found_there() {
        for (address, route) in places() {
            let path = address.trim_start_matches("#/");
            assert_eq!(route.href(), address);
            assert_eq!(Route::at(path), route, "{address}");
            assert_eq!(Route::at(&format!("{path}/")), route, "{address}, with a slash at its end");
            // The id is anybody's; nothing else of it is.
            assert_eq!(Route::at(&format!("{path}/x/y/z")) == route, path.is_empty() || route == Route::NothingHere);
        }
    }

    #[test]
    fn any_other_address_leads_nowhere() {
        let long = format!("registry/{}/x", "y".repeat(5000));
        for path in [
            "%",
            "%E0",
            "__proto__",
            "About",
            "ABOUT",
            "%61bout",
            "registry",
            "registry/",
            "people/a/b",
            "about?",
            "about/x",
            ".",
            "..",
            &long,
        ] {
            assert_eq!(Route::at(path), Route::NothingHere, "{path}");
        }
    }

    #[test]
    fn whatever_somebody_typed_is_the_same_once_it_is_written() {
        let parts =
            ["registry", "people", "settings", "", "%", "%2F", "%00", "%E0", "\\", "..", "한", "a b", "+", "\u{202e}"];
        for one in parts {
            for two in parts {
                for three in parts {
                    let route = Route::at(&[one, two, three].join("/"));
                    assert_eq!(Route::at(route.href().trim_start_matches("#/")), route, "{one}/{two}/{three}");
                }
            }
        }
    }
}

//! The query of the form for a new organization: the address that was asked for before there was one.

use serde::{Deserialize, Serialize};

use crate::platform::history;
use crate::routes::Route;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartQuery {
    /// The path with its query, as behind `#`. Empty for the landing page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub then: String,
}

impl StartQuery {
    /// The query that leads on to the current address, if it was asked for.
    pub fn to(asked: Option<&Route>) -> Self {
        let is_page = asked.is_some_and(|route| *route != Route::Landing);
        Self { then: if is_page { history::hash().trim_start_matches('#').to_owned() } else { String::new() } }
    }

    pub fn href(&self) -> String {
        Route::StartEmpty.href_with(self)
    }

    /// The address to show once the organization is open.
    pub fn next_href(&self) -> String {
        if self.then.starts_with('/') { format!("#{}", self.then) } else { Route::Landing.href() }
    }

    /// The address that the form was opened from: the welcome page over what was asked for, or the choice of a start.
    pub fn previous_href(&self) -> String {
        if self.then.is_empty() { Route::Start.href() } else { self.next_href() }
    }
}

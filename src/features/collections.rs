//! The collections of registries: the table on a registry's page, the dialogs that create a collection and link a version, the
//! page of a collection with its metrics and the comparison of two versions, and the page of a version in it.

mod bulk;
pub mod compare;
pub mod create;
pub mod details;
pub mod link;
pub mod list;
pub mod metrics;
pub mod text;
mod tree;
pub mod version;
mod versions;
pub mod will_link;

use crate::widgets::accounts::account_name;

//! Projects: the projects of teams, their artifacts and versions, and logging a version. All accounts see the same controls,
//! disabled with a reason if the account lacks the permission.

pub mod artifact;
mod entry;
pub mod link;
pub mod list;
pub mod log;
pub mod project;
mod query;
mod removal;
mod teams;
pub mod text;
pub mod version;

use crate::widgets::accounts::account_name;

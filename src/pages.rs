//! The screens, one module each. A page reads a view, and changes things through the store.

mod about;
mod access;
mod consequences;
mod crash_test;
mod create;
mod data;
mod draft;
mod head;
mod landing;
mod leaving;
mod nothing_here;
mod origin;
mod people;
mod python;
mod registry;
mod settings;
mod sources;
mod start_empty;
mod summary;
mod types_field;
mod welcome;
mod why;

pub use about::about;
pub use access::Access;
pub use crash_test::crash_test;
pub use create::Create;
pub use data::Data;
pub use head::TITLE_ID;
pub use landing::Landing;
pub use nothing_here::{no_organization, nothing_here};
pub use people::{People, account_page, show_team};
pub use registry::registry_page;
pub use settings::Settings;
pub use start_empty::StartEmpty;
pub use welcome::Welcome;

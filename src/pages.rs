//! The screens, one module each. A page reads a view, and changes things through the store.

mod about;
mod create;
mod crash_test;
mod data;
mod head;
mod landing;
mod nothing_here;
mod registry;
mod start_empty;
mod summary;
mod welcome;

pub use about::About;
pub use crash_test::CrashTest;
pub use data::Data;
pub use head::TITLE_ID;
pub use landing::Landing;
pub use nothing_here::{NoOrganization, NothingHere};
pub use registry::RegistryPage;
pub use start_empty::StartEmpty;
pub use welcome::Welcome;

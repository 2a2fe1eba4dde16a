//! Reusable pieces of the page: properties in, callbacks out. They know no workspace and no route.
//!
//! What has no state of its own is a plain function.

mod banner;
mod combobox;
mod copy_text;
pub mod deferred;
mod dialog;
mod explained;
mod icon;
mod person;
mod prose;
mod rows;
mod select_field;
mod suggest_field;
mod text_field;

pub use banner::{Tone, banner};
pub use combobox::{Choice, Combobox};
pub use copy_text::CopyText;
pub use dialog::{Dialog, DialogForm};
pub use explained::explained;
pub use icon::icon;
pub use person::{Kind, avatar};
pub use prose::{bdi, prose};
pub use rows::{DRAWN, next_in, show_all, table};
pub use select_field::{SelectField, SelectOption};
pub use suggest_field::SuggestField;
pub use text_field::TextField;

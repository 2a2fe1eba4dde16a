//! Reusable pieces of the page: properties in, callbacks out. They know no workspace and no route.

mod banner;
mod combobox;
mod dialog;
mod explained;
mod icon;
mod person;
mod prose;
mod select_field;
mod text_field;

pub use banner::{Banner, Tone};
pub use combobox::{Choice, Combobox};
pub use dialog::Dialog;
pub use explained::Explained;
pub use icon::Icon;
pub use person::{Avatar, Kind};
pub use prose::Prose;
pub use select_field::{SelectField, SelectOption};
pub use text_field::TextField;

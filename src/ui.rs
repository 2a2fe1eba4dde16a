//! Components that know neither the workspace nor routes: properties in, callbacks out.
//!
//! Components without state are plain functions.

mod banner;
mod button_with_reason;
mod combobox;
mod copy_link;
mod copy_text;
mod data_select;
pub mod deferred;
mod deniable_button;
mod dialog;
mod drop_zone;
mod empty_list;
mod filter_field;
mod icon;
mod leaving;
mod markdown;
mod no_match;
mod pager;
mod person;
mod prose;
mod rows;
mod select_field;
mod suggest_field;
mod text_field;

pub use banner::{Tone, banner};
pub use button_with_reason::button_with_reason;
pub use combobox::{Choice, Combobox, matching};
pub use copy_link::CopyLink;
pub use copy_text::CopyText;
pub use data_select::{DataOption, DataOptions, DataSelect};
pub use deniable_button::deniable_button;
pub use dialog::{Dialog, DialogForm};
pub use drop_zone::{DropZone, use_drop_zone};
pub use empty_list::empty_list;
pub use filter_field::filter_field;
pub use icon::icon;
pub use leaving::use_ask_before_leaving;
pub use markdown::Markdown;
pub use no_match::no_match;
pub use pager::{PAGE_ROWS, PageRange, PagerWords, Turn, pager, use_printing};
pub use person::{Kind, avatar};
pub use prose::{bdi, prose};
pub use rows::{show_all_button, table};
pub use select_field::{SelectField, SelectOption};
pub use suggest_field::SuggestField;
pub use text_field::TextField;

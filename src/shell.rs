//! Everything around the pages: the app, its layout, top bar, navigation, banners, toasts, shortcuts. It chooses the
//! feature that is shown.

mod acting_as;
pub mod app;
mod banners;
mod coach;
#[cfg(test)]
mod labels;
mod layout;
pub mod preferences;
mod search;
mod shortcuts;
mod side_nav;
mod text;
mod toasts;
mod top_bar;

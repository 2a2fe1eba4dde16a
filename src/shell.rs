//! The frame around the pages: app, layout, top bar, navigation, banners, toasts and shortcuts. It maps each route to
//! its feature.

mod acting_as;
pub mod app;
mod banners;
mod coach;
mod current_page;
#[cfg(test)]
mod labels;
mod layout;
mod looking_back;
mod menu;
pub mod preferences;
mod search;
mod shortcuts;
mod side_nav;
mod text;
mod toasts;
mod top_bar;
mod update;

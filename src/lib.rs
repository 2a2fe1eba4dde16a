//! The app. It presents the domain, and decides no rule.
//!
//! A folder may import only the folders named here; `cargo xtask lint` checks this.
//!
//! - `platform`: every call of the browser;
//! - `routes`: the addresses;
//! - `state`: the store, the acting account, notifications, other tabs;
//! - `i18n`: languages, numbers, dates and the terms that pages share; uses `state`;
//! - `page`: the context that every component reads; uses `state`, `i18n`, `platform`;
//! - `ui`: components that know neither store nor route; uses `i18n`, `platform`;
//! - `widgets`: parts of pages that know the view and the state, shared by features; uses all of the above;
//! - `forms`: drafts, error summaries, submit guards; uses `widgets` and the above;
//! - `features`: a folder for each page with its words; uses `forms` and the above, never another feature;
//! - `shell`: the frame around every page; uses `features` and the above, and nothing uses it;
//! - `scripting`: `window.registrar`; uses `state`, `i18n`, `platform`.

mod features;
mod forms;
pub mod i18n;
mod page;
pub mod platform;
pub mod routes;
pub mod scripting;
pub mod shell;
pub mod state;
mod ui;
mod widgets;

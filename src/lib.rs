//! The app: it presents what the domain says, and decides no rule.
//!
//! In reading order. Arrows point one way: `pages` and `frame` use `components`, `store`, `i18n` and `browser`;
//! `components` know no workspace and no route; nothing uses `pages` but the frame, which shows them.
//!
//! - [`route`]: the addresses;
//! - [`store`]: the state, and the only way to change it;
//! - [`app`] and [`frame`]: what stands around every page;
//! - [`pages`]: one module a screen;
//! - [`components`]: reusable pieces;
//! - [`js_api`]: the same for scripts on the page;
//! - [`search`]: finding things by what somebody types;
//! - [`walkthrough`]: how far somebody has come in the guide's steps;
//! - [`i18n`]: every word, in English and Korean;
//! - [`browser`]: every call of the browser.

pub mod app;
pub mod browser;
pub mod components;
pub mod frame;
pub mod i18n;
pub mod js_api;
pub mod pages;
pub mod route;
pub mod search;
pub mod store;
pub mod walkthrough;

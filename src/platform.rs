//! All calls of the browser. This folder knows neither pages nor registries.

pub mod address;
pub mod channel;
pub(crate) mod clock;
pub mod crash;
pub mod dom;
pub mod fetch;
pub mod file;
pub mod folder;
pub mod history;
pub mod locks;
pub mod offline;
pub mod page_file;
pub mod print;
pub mod random;
pub mod storage;
pub mod tab;

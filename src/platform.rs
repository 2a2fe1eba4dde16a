//! All calls of the browser. This folder knows neither pages nor registries.

pub mod address;
pub mod channel;
pub(crate) mod clock;
pub mod crash;
pub mod dom;
pub mod file;
pub mod history;
pub mod locks;
pub mod print;
pub mod random;
pub mod storage;
pub mod tab;
pub mod text_decoder;

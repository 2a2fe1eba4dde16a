//! Shared test support. It is a development dependency only.

pub mod builders;
#[cfg(feature = "demo")]
pub mod demo;
pub mod faults;
#[cfg(feature = "properties")]
pub mod properties;

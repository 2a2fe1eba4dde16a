//! Shared test support. It is a development dependency only.

pub mod faults;

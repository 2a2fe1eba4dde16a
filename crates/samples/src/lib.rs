//! Sample organizations, made of ordinary actions. The crate is pure: times are passed in.

pub mod demo;

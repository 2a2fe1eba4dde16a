//! Organizations to look around in, made of the same actions that people take. The crate is pure: times are passed in.

pub mod demo;

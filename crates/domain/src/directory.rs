//! The directory of an organization: people, service accounts and teams, with an index of their names.

pub mod account;
pub mod names;
pub mod person;
pub mod service_account;
pub mod team;

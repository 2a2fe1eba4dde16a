//! The directory of an organization: people, service accounts and teams, with indexes of their names and memberships.

pub mod account;
pub mod members;
pub mod names;
pub mod person;
pub mod service_account;
pub mod team;

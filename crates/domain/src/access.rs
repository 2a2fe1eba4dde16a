//! Roles and permissions: who has which role in a registry and from where, and what that permits.

pub mod membership;
pub mod permission;

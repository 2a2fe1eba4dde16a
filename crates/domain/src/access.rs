//! Roles in registries with their sources, and the permissions that they give.

pub mod catalog;
pub mod membership;
pub mod permission;
pub mod times;

//! One folder for each feature: its page and parts, its forms and its words. No feature imports another one.

pub mod about;
pub mod access;
pub mod compare;
pub mod crash_test;
pub mod data;
pub mod guide;
pub mod onboarding;
pub mod people;
pub mod registries;
pub mod registry_settings;

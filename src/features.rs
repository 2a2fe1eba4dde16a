//! One folder for each feature: its page and parts, its forms and its words. No feature imports another one.

pub mod about;
pub mod access;
pub mod changes;
pub mod collections;
pub mod compare;
pub mod crash_test;
pub mod data;
pub mod guide;
pub mod history;
pub mod onboarding;
pub mod people;
pub mod projects;
pub mod promotions;
pub mod registries;
pub mod registry_settings;
pub mod scenarios;

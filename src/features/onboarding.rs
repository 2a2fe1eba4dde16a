//! The first visit, and starting over.

pub mod start_empty;
mod start_query;
mod text;
pub mod welcome;

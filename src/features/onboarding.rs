//! The first visit, and starting over.

pub mod start_empty;
mod text;
pub mod welcome;

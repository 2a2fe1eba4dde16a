//! Putting things in order. Every kind of list that is sorted by itself brings 4 KB of sorting into the module; this sorts
//! positions only, so that all share one, which is the log's.

pub use journal::ordered;

//! The types of the page API, as serde reads and writes them: names, order and optionality of every field stand here and
//! nowhere else. `registrar.d.ts` declares them once more for TypeScript; `declarations` compares the two.
//!
//! They know nothing of what they mean: `actions`, `answer` and `error` translate them from and to the domain.

pub(crate) mod action;
pub(crate) mod answer;
#[cfg(test)]
mod declarations;
pub(crate) mod problem;
pub(crate) mod words;

//! The types of the page API as serde reads and writes them. They alone define the name, order and optionality of
//! each field. `registrar.d.ts` repeats them for TypeScript, and `declarations` compares the two.
//!
//! The types have no logic; `actions`, `answer` and `error` translate them from and to the domain.

pub(crate) mod action;
pub(crate) mod answer;
pub(crate) mod argument;
#[cfg(test)]
mod declarations;
pub(crate) mod history;
pub(crate) mod problem;
pub(crate) mod words;

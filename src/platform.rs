//! Everything that is asked of the browser, each thing in one place. It knows no page and no registry.

pub mod address;
pub mod channel;
pub(crate) mod clock;
pub mod crash;
pub mod dom;
pub mod file;
pub mod locks;
pub mod random;
pub mod storage;
pub mod tab;

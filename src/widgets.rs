//! Parts of pages that several features share. They know the view, the state and the routes; `ui` knows none of
//! these.

pub mod accounts;
pub mod badges;
pub mod copy_link;
pub mod denials;
pub mod head;
pub mod history;
pub mod names;
pub mod nothing_here;
pub mod offline;
pub mod origin;
pub mod python;
pub mod registry;
pub mod sources;
pub mod walkthrough;
pub mod workspaces;
pub mod wrong_file;

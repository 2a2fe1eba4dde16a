//! Writing who has which role where as a table: a line an account, a column a registry. It is for reading elsewhere and is
//! never read back; which accounts and registries, and in which order, is for whoever hands them over.

use domain::{AccountRef, Role};

use crate::csv;

/// The table. It begins with a byte order mark and its lines end in CR LF, as those of the directory; no cell of it is taken
/// for a formula. The words are the same in every language, so that scripts can rely on them.
#[must_use]
pub fn write<'a>(registries: &[&str], lines: impl IntoIterator<Item = (AccountRef<'a>, Vec<Option<Role>>)>) -> String {
    let mut writer = csv::Writer::new();
    writer.write(["name", "username", "kind"].iter().chain(registries).copied());
    for (placed, roles) in lines {
        let cells = match placed {
            AccountRef::Person(person) => [person.name.as_str(), person.username.as_str(), "person"],
            AccountRef::ServiceAccount(account) => [account.name.as_str(), "", "service account"],
        };
        writer.write(cells.into_iter().chain(roles.into_iter().map(|role| role.map_or("", word))));
    }
    writer.finish()
}

fn word(role: Role) -> &'static str {
    match role {
        Role::RestrictedViewer => "Restricted Viewer",
        Role::Viewer => "Viewer",
        Role::Member => "Member",
        Role::Admin => "Admin",
    }
}

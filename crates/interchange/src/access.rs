//! Writes the access table: one line for each account, one column for each registry. It is for other programs, and is never
//! imported. The caller chooses the accounts and registries, and their order.

use domain::{AccountRef, Role};

use crate::csv;

/// The access table. Like the directory, it begins with a byte order mark, its lines end in CR LF, and no cell looks like a
/// formula to a spreadsheet. The words do not depend on the language, so that scripts can rely on them.
#[must_use]
pub fn write<'a>(registries: &[&str], lines: impl IntoIterator<Item = (AccountRef<'a>, Vec<Option<Role>>)>) -> String {
    let mut writer = csv::Writer::new();
    writer.write(["name", "username", "kind"].iter().chain(registries).copied());
    for (account, roles) in lines {
        let cells = match account {
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

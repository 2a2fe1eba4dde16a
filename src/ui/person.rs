//! The initials of an account as its picture.

use yew::prelude::*;

/// The kind of an account.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Person,
    ServiceAccount,
    Team,
}

/// The picture of an account. It is decorative, since the name stands beside it.
pub fn avatar(kind: Kind, name: &str) -> Html {
    let kind = match kind {
        Kind::Person => "person",
        Kind::ServiceAccount => "service-account",
        Kind::Team => "team",
    };
    html! { <span class="avatar" data-kind={kind} aria-hidden="true">{ initials(name) }</span> }
}

/// The initials of the first and last word, which the styles capitalize. A Korean name gives the given name, as
/// people use it.
fn initials(name: &str) -> String {
    let mut letters = name.split([' ', '.', '-', '_']).filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let Some(first) = letters.next() else { return String::new() };
    if ('가'..='힣').contains(&first) && name.chars().count() <= 4 {
        return name.chars().skip(1).take(2).collect();
    }
    let last = letters.next_back().map(String::from).unwrap_or_default();
    format!("{first}{last}")
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_of_first_and_last_name() {
        for (name, expected) in
            [("Ada Okafor", "AO"), ("한지우", "지우"), ("ci-runner", "cr"), ("noa", "n"), ("🦀", ""), ("ßa b", "ßb")]
        {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}

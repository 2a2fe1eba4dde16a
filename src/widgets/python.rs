//! Registries as calls of W&B's Python client, for copying and downloading. The crate `interchange` writes the calls.

pub mod text;

use std::collections::HashSet;

use domain::{Grantee, NewRegistry, Registry, View};
use interchange::python::{Member, MemberName, Registry as Script, organization_script, script};
use yew::prelude::*;

use self::text::PythonText;
use crate::i18n::Catalog;
use crate::ui::CopyText;

/// The button that copies a script, or says that the form is incomplete.
pub fn copy_as_python(id: &'static str, script: Option<String>, text: &Catalog) -> Html {
    let words = PythonText::of(text.language);
    let missing = if script.is_some() { "" } else { words.no_python };
    html! {
        <CopyText
            {id}
            label={words.python}
            text_label={words.python_label}
            text={script.unwrap_or_default()}
            {missing}
            copied={words.copied}
            copy_by_hand={words.copy_by_hand}
        />
    }
}

/// The script for the registry that a form describes.
pub fn script_of_new(view: &View, new: &NewRegistry) -> String {
    script(&Script {
        organization: &view.organization,
        name: &new.name,
        core: None,
        visibility: new.visibility,
        description: &new.description,
        accepts: &new.accepts,
        members: &[],
        owner: None,
    })
}

/// The script for an existing registry and its members.
pub fn script_of(view: &View, registry: &Registry) -> String {
    script(&input(view, registry, &members_of(view, registry)))
}

/// The script for all registries that the account can see.
pub fn script_of_all(view: &View) -> String {
    let registries: Vec<&Registry> = view.registries.iter().map(|registry_view| &*registry_view.registry).collect();
    let members: Vec<Vec<Member>> = registries.iter().map(|registry| members_of(view, registry)).collect();
    let inputs = registries.iter().zip(&members).map(|(registry, members)| input(view, registry, members));
    let rows = registries.iter().flat_map(|registry| registry.rows());
    let listed: HashSet<&Grantee> = rows.map(|row| &row.grantee).collect();
    let people = view.people.iter().filter(|person| listed.contains(&Grantee::Person(person.id.clone())));
    let people: Vec<[&str; 2]> = people.map(|person| [person.username.as_str(), person.email.as_str()]).collect();
    organization_script(&view.organization, &people, &inputs.collect::<Vec<_>>())
}

/// The listed members by the names that the client needs.
fn members_of<'a>(view: &'a View, registry: &'a Registry) -> Vec<Member<'a>> {
    let name_of = |grantee: &Grantee| match grantee {
        Grantee::Person(id) => view.people.get(id).map(|person| MemberName::Person(person.username.as_str())),
        Grantee::ServiceAccount(id) => {
            view.service_accounts.get(id).map(|account| MemberName::ServiceAccount(account.name.as_str()))
        }
        Grantee::Team(id) => view.teams.get(id).map(|team| MemberName::Team(team.name.as_str())),
    };
    let rows = registry.rows().iter();
    rows.filter_map(|row| Some(Member { name: name_of(&row.grantee)?, role: row.role })).collect()
}

fn input<'a>(view: &'a View, registry: &'a Registry, members: &'a [Member<'a>]) -> Script<'a> {
    let owner = registry.owner().and_then(|owner| view.people.get(owner));
    Script {
        organization: &view.organization,
        name: registry.name(),
        core: registry.core_kind().map(domain::CoreRegistry::artifact_type),
        visibility: registry.visibility(),
        description: registry.description(),
        accepts: registry.accepts(),
        members,
        owner: owner.map(|owner| owner.username.as_str()),
    }
}

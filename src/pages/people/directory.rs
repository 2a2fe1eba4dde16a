//! The people of the organization, in a table.

use std::rc::Rc;

use registry::{Action, FoldKey, OrganizationRole, Person, View};
use yew::prelude::*;

use super::controls::{LiveSelect, RoleChoice, row_button};
use super::query::{Part, Query};
use super::{Directory, PART_TITLE};
use crate::browser::{dom, intl};
use crate::components::{Kind, avatar, bdi, explained, icon, prose};
use crate::i18n::{Catalog, Language};
use crate::route::Route;

/// The id of the link of whoever is sought.
const FOUND: &str = "found-person";
/// As many rows as are drawn before somebody asks for all.
pub const DRAWN: usize = 60;
/// The id of the reason why nothing can be changed.
const DENIED: &str = "add-person-denied";

/// Somebody, and what a filter is compared with.
pub struct Listed {
    person: Rc<Person>,
    search: String,
}

/// Everybody, by name.
pub fn listing(view: &View, language: Language) -> Vec<Listed> {
    let listed = |person: &Rc<Person>| {
        let search = FoldKey::of(&format!("{} {} {}", person.name, person.username, person.email)).to_string();
        Listed { person: Rc::clone(person), search }
    };
    let people: Vec<Listed> = view.people.iter().map(listed).collect();
    intl::ordered_by_text(language, people, |listed| listed.person.name.as_str())
}

/// The names of the roles in addresses.
pub fn role_name(role: OrganizationRole) -> &'static str {
    match role {
        OrganizationRole::Viewer => "viewer",
        OrganizationRole::Member => "member",
        OrganizationRole::Admin => "admin",
    }
}

/// The role of this name.
pub fn role_named(name: &str) -> Option<OrganizationRole> {
    ROLES.into_iter().find(|role| role_name(*role) == name)
}

const ROLES: [OrganizationRole; 3] = [OrganizationRole::Admin, OrganizationRole::Member, OrganizationRole::Viewer];

/// The roles that can be chosen.
pub fn role_choices(text: &Catalog) -> Vec<RoleChoice> {
    ROLES.iter().map(|role| (role_name(*role), (text.terms.organization_role)(*role))).collect()
}

/// The people.
pub(super) fn people(directory: &Directory, listing: &[Listed]) -> Html {
    let (query, text) = (&directory.query, directory.text());
    let words = &text.people;
    let sought = FoldKey::of(query.filter.trim());
    let found = FoldKey::of(query.find.trim());
    let is_shown = |listed: &&Listed| {
        if query.find.is_empty() {
            listed.search.contains(sought.as_str())
        } else {
            listed.person.username.key() == found
        }
    };
    let shown: Vec<&Listed> = listing.iter().filter(is_shown).collect();
    let drawn = if query.all.is_empty() { DRAWN } else { shown.len() };
    let is_alone = listing.len() == 1;
    let show_all = {
        let next = Query { all: "people".to_owned(), ..query.clone() };
        directory.show.reform(move |_: MouseEvent| next.clone())
    };
    html! {
        <section class="section" aria-labelledby={PART_TITLE}>
            <div class="section-head">
                <h2 id={PART_TITLE} tabindex="-1">{ (words.part)("") }</h2>
                { explained("add-person", words.add_person, directory.denied.as_deref(), &directory.opening("add", None, "")) }
            </div>
            { toolbar(directory, shown.len(), listing.len()) }
            if shown.is_empty() {
                { no_match(directory) }
            } else {
                <div class="table-scroll" role="region" aria-label={words.people_table} tabindex="0">
                    <table class="table directory">
                        <thead>
                            <tr>
                                <th scope="col">{ words.name }</th>
                                <th scope="col">{ words.username }</th>
                                <th scope="col">{ words.email }</th>
                                <th scope="col">{ words.organization_role }</th>
                                <th scope="col">{ words.teams }</th>
                                <th scope="col">{ words.actions }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for listed in shown.iter().take(drawn) {
                                { row(directory, &listed.person) }
                            }
                        </tbody>
                    </table>
                </div>
                if shown.len() > drawn {
                    <button type="button" class="button" onclick={show_all}>{ (words.show_all)(shown.len()) }</button>
                }
            }
            if is_alone {
                <div class="empty">
                    { icon("people") }
                    <h3>{ words.alone }</h3>
                    <p>{ words.alone_why }</p>
                    <a class="button" href={Query::href(Part::Import)}>{ words.import_list }</a>
                </div>
            }
        </section>
    }
}

fn no_match(directory: &Directory) -> Html {
    let (query, words) = (&directory.query, &directory.text().people);
    let sought = if query.find.is_empty() { &query.filter } else { &query.find };
    let clear = directory.show.reform(|_: MouseEvent| Query::default());
    html! {
        <div class="empty">
            { icon("search") }
            <p>{ prose(&(words.no_match)(sought.trim())) }</p>
            <button type="button" class="button" onclick={clear}>{ words.clear_filter }</button>
        </div>
    }
}

/// The filter, and how many there are.
fn toolbar(directory: &Directory, shown: usize, all: usize) -> Html {
    let (query, words) = (&directory.query, &directory.text().people);
    let value = if query.find.is_empty() { query.filter.clone() } else { query.find.clone() };
    let oninput = directory.show.reform({
        let query = query.clone();
        move |event: InputEvent| Query { filter: dom::text_of(&event), find: String::new(), ..query.clone() }
    });
    html! {
        <div class="toolbar">
            <div class="field">
                <label for="people-filter" class="visually-hidden">{ words.filter }</label>
                <input
                    id="people-filter"
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder={words.filter}
                    {value}
                    {oninput}
                />
            </div>
            <p class="muted small" role="status">{ (words.count)(shown, all) }</p>
        </div>
    }
}

fn row(directory: &Directory, person: &Rc<Person>) -> Html {
    let (text, view) = (directory.text(), &directory.view);
    let words = &text.people;
    let name = person.name.as_str();
    let id = &person.id.0;
    let is_found = !directory.query.find.is_empty();
    let denied = directory.denied.as_ref().map(|_| DENIED);
    let teams = view.teams.iter().filter_map(|team| Some((team, *team.people.get(&person.id)?)));
    html! {
        <tr key={id.to_string()}>
            <th scope="row">
                <span class="person">
                    { avatar(Kind::Person, name) }
                    <a id={is_found.then_some(FOUND)} href={Route::of_account(id).href()}>{ bdi(name) }</a>
                </span>
            </th>
            <td>{ bdi(person.username.as_str()) }</td>
            <td>{ bdi(person.email.as_str()) }</td>
            <td>
                <LiveSelect
                    label={(words.organization_role_of)(name)}
                    choices={role_choices(text)}
                    value={role_name(person.role)}
                    described={denied}
                    is_denied={denied.is_some()}
                    on_choose={choosing(directory, person)}
                />
            </td>
            <td>
                <ul class="memberships">
                    for (team, role) in teams {
                        <li>{ bdi(team.name.as_str()) }<span class="muted">{ " " }{ (text.terms.team_role)(role) }</span></li>
                    }
                </ul>
            </td>
            <td class="actions">
                <div class="button-row">
                    { row_button(words.edit, (words.edit_of)(name), denied, &directory.opening("edit", Some(id), "")) }
                    { row_button(words.remove, (words.remove_of)(name), denied, &directory.opening("remove", Some(id), "")) }
                </div>
            </td>
        </tr>
    }
}

/// A role was chosen: an admin who is to be none is asked about, everything else is done at once.
fn choosing(directory: &Directory, person: &Rc<Person>) -> Callback<&'static str> {
    let (act, open, query) = (directory.act.clone(), directory.open.clone(), directory.query.clone());
    let (id, had) = (person.id.clone(), person.role);
    Callback::from(move |name: &'static str| match role_named(name) {
        Some(role) if role == had => {}
        Some(_) if had == OrganizationRole::Admin => open.emit(query.opening("role", Some(&id.0), name)),
        Some(role) => act.emit(vec![Action::SetOrganizationRole { person: id.clone(), role }]),
        None => {}
    })
}

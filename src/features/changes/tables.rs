//! The differences between two moments, in tables.

use std::rc::Rc;

use domain::{AcceptedTypes, Differences, NamesDifference, OrganizationRole, Party, Registry, Role, TeamRole};
use yew::prelude::*;

use super::text::ChangesText;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::ui::{bdi, show_all_button, table, use_printing};

/// The rows of a table until all are asked for.
const SHOWN: usize = 100;

/// A table for each kind of difference that there is.
pub fn tables(differences: &Differences, text: &Catalog) -> Html {
    let words = ChangesText::of(text.language);
    let role = |role: Option<Role>| html! { <td>{ role.map_or(words.none, |role| (text.terms.role)(role)) }</td> };
    let place = |registry: &Registry| html! { <td>{ bdi(registry.name().as_str()) }</td> };
    let access = differences.access.iter().map(|change| {
        html! { <tr>{ who(&change.account) }{ place(&change.registry) }{ role(change.before) }{ role(change.after) }</tr> }
    });
    let members = differences.members.iter().map(|change| {
        html! { <tr>{ who(&change.member) }{ place(&change.registry) }{ role(change.before) }{ role(change.after) }</tr> }
    });
    let owner = |party: &Option<Party>| match party {
        Some(party) => html! { <td>{ bdi(&party.name) }</td> },
        None => html! { <td>{ words.none }</td> },
    };
    let owners = differences.owners.iter().map(|change| {
        let name = bdi(change.registry.name().as_str());
        html! { <tr><th scope="row">{ name }</th>{ owner(&change.before) }{ owner(&change.after) }</tr> }
    });
    let name = |name: &Option<Rc<str>>| match name {
        Some(name) => html! { <td>{ bdi(name) }</td> },
        None => html! { <td>{ words.none }</td> },
    };
    let collections = differences.collections.iter().map(|change| {
        let registry = bdi(change.registry.name().as_str());
        html! { <tr><th scope="row">{ registry }</th>{ name(&change.before) }{ name(&change.after) }</tr> }
    });
    let organization_role = |role: Option<OrganizationRole>| {
        html! { <td>{ role.map_or(words.none, |role| (text.terms.organization_role)(role)) }</td> }
    };
    let organization_roles = differences.organization_roles.iter().map(|change| {
        let (before, after) = (organization_role(change.before), organization_role(change.after));
        html! { <tr>{ who(&change.person) }{ before }{ after }</tr> }
    });
    let team_role = |role: Option<TeamRole>| {
        html! { <td>{ role.map_or(words.none, |role| (text.terms.team_role)(role)) }</td> }
    };
    let team_members = differences.team_members.iter().map(|change| {
        let (before, after) = (team_role(change.before), team_role(change.after));
        html! { <tr>{ who(&change.member) }<td>{ bdi(&change.team.name) }</td>{ before }{ after }</tr> }
    });
    let parties = differences.joined.iter().map(|party| (party, words.none, words.exists));
    let parties = parties.chain(differences.left.iter().map(|party| (party, words.exists, words.none)));
    let parties =
        parties.map(|(party, before, after)| html! { <tr>{ who(party) }<td>{ before }</td><td>{ after }</td></tr> });
    let columns = [words.who, words.registry, words.before, words.after];
    html! {
        <>
            <Section
                id="changed-settings"
                title={words.settings}
                columns={vec![words.what, words.before, words.after]}
                rows={settings(differences, text)}
            />
            <Section id="changed-access" title={words.access} columns={columns.to_vec()} rows={access.collect::<Vec<_>>()} />
            <Section id="changed-members" title={words.members} columns={columns.to_vec()} rows={members.collect::<Vec<_>>()} />
            <Section
                id="changed-registries"
                title={words.registries}
                columns={vec![words.registry, words.what, words.before, words.after]}
                rows={registries(differences, text)}
            />
            <Section
                id="changed-owners"
                title={words.owners}
                columns={vec![words.registry, words.before, words.after]}
                rows={owners.collect::<Vec<_>>()}
            />
            <Section
                id="changed-collections"
                title={words.collections}
                columns={vec![words.registry, words.before, words.after]}
                rows={collections.collect::<Vec<_>>()}
            />
            <Section
                id="changed-organization-roles"
                title={words.organization_roles}
                columns={vec![words.who, words.before, words.after]}
                rows={organization_roles.collect::<Vec<_>>()}
            />
            <Section
                id="changed-team-members"
                title={words.team_members}
                columns={vec![words.who, words.team, words.before, words.after]}
                rows={team_members.collect::<Vec<_>>()}
            />
            <Section
                id="changed-accounts"
                title={words.accounts}
                columns={vec![words.who, words.before, words.after]}
                rows={parties.collect::<Vec<_>>()}
            />
            <Section
                id="changed-names"
                title={words.names}
                columns={vec![words.who, words.what, words.before, words.after]}
                rows={names(differences, text)}
            />
        </>
    }
}

/// The heading of a row: a person, service account or team.
fn who(party: &Party) -> Html {
    html! { <th scope="row">{ bdi(&party.name) }{ " " }<span class="muted">{ bdi(&party.reference) }</span></th> }
}

/// The rows of the settings: one for each that differs.
fn settings(differences: &Differences, text: &Catalog) -> Vec<Html> {
    let words = ChangesText::of(text.language);
    let Some(change) = &differences.settings else { return Vec::new() };
    let sides = [&change.before, &change.after].map(Option::as_ref);
    let stays = |stays: bool| if stays { words.yes } else { words.no };
    let row = |what: &'static str, values: [Option<Html>; 2]| {
        let [before, after] = values.map(|value| value.unwrap_or_else(|| words.none.into()));
        html! { <tr><th scope="row">{ what }</th><td>{ before }</td><td>{ after }</td></tr> }
    };
    let mut rows = Vec::new();
    let names = sides.map(|side| side.map(|one| &one.name));
    if differ(&names) {
        rows.push(row(words.organization_name, names.map(|name| name.map(|name| bdi(name.as_str())))));
    }
    let roles = sides.map(|side| side.map(|one| one.default_role.role()));
    if differ(&roles) {
        rows.push(row(words.default_role, roles.map(|role| role.map(|role| (text.terms.role)(role).into()))));
    }
    let rules = sides.map(|side| side.map(|one| one.restricted_stays));
    if differ(&rules) {
        rows.push(row(words.restricted_stays, rules.map(|rule| rule.map(|rule| stays(rule).into()))));
    }
    rows
}

fn differ<T: PartialEq>([before, after]: &[T; 2]) -> bool {
    before != after
}

/// The rows of the names: one for each name, username or address that differs.
fn names(differences: &Differences, text: &Catalog) -> Vec<Html> {
    let words = ChangesText::of(text.language);
    let rows = differences.renamed.iter().flat_map(|change| {
        let NamesDifference { party, before, after } = change;
        let names = [
            (words.name, [Some(&before.name), Some(&after.name)]),
            (words.username, [before.username.as_ref(), after.username.as_ref()]),
            (words.email, [before.email.as_ref(), after.email.as_ref()]),
        ];
        let differing = names.into_iter().filter(|(_, [before, after])| before != after);
        differing.map(move |(what, sides)| {
            let [before, after] = sides.map(|name| name.map(|name| bdi(name)).unwrap_or_default());
            html! { <tr>{ who(party) }<td>{ what }</td><td>{ before }</td><td>{ after }</td></tr> }
        })
    });
    rows.collect()
}

/// The rows of the registries: one for each property that differs.
fn registries(differences: &Differences, text: &Catalog) -> Vec<Html> {
    let words = ChangesText::of(text.language);
    let row = |registry: &Registry, what: &'static str, before: Html, after: Html| {
        let name = bdi(registry.name().as_str());
        html! { <tr><th scope="row">{ name }</th><td>{ what }</td><td>{ before }</td><td>{ after }</td></tr> }
    };
    let types = |accepted: &AcceptedTypes| match accepted.is_all() {
        true => html! { { text.terms.all_types } },
        false => {
            let saved: Vec<String> = accepted.saved().iter().map(ToString::to_string).collect();
            bdi(&intl::list(text.language, &saved))
        }
    };
    let mut rows = Vec::new();
    for change in &differences.registries {
        let (before, after) = match (&change.before, &change.after) {
            (Some(before), Some(after)) => (before, after),
            (before, after) => {
                let word = |side: &Option<Rc<Registry>>| {
                    let word = if side.is_some() { words.exists } else { words.hidden };
                    html! { { word } }
                };
                rows.extend(change.registry().map(|one| row(one, words.registry, word(before), word(after))));
                continue;
            }
        };
        if before.name() != after.name() {
            rows.push(row(after, words.name, bdi(before.name().as_str()), bdi(after.name().as_str())));
        }
        if before.visibility() != after.visibility() {
            let [old, new] = [before, after].map(|one| {
                let visibility = (text.terms.visibility)(one.visibility());
                html! { { visibility } }
            });
            rows.push(row(after, words.visibility, old, new));
        }
        if before.accepts().specified() != after.accepts().specified() {
            rows.push(row(after, words.types, types(before.accepts()), types(after.accepts())));
        }
        if before.protected_aliases() != after.protected_aliases() {
            let [old, new] = [before, after].map(|one| {
                let aliases: Vec<String> = one.protected_aliases().iter().map(ToString::to_string).collect();
                if aliases.is_empty() { words.none.into() } else { bdi(&intl::list(text.language, &aliases)) }
            });
            rows.push(row(after, words.protected_aliases, old, new));
        }
        if before.description() != after.description() {
            let [old, new] = [before, after].map(|one| bdi(one.description().as_str()));
            rows.push(row(after, words.description, old, new));
        }
    }
    rows
}

#[derive(Properties, PartialEq)]
struct SectionProps {
    id: &'static str,
    title: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Html>,
}

/// A table with a heading, or nothing without rows.
#[component]
fn Section(props: &SectionProps) -> Html {
    let page = use_page();
    let words = ChangesText::of(page.language);
    let is_whole = use_state_eq(|| false);
    let is_printing = use_printing();
    let SectionProps { id, title, columns, rows } = props;
    let id = *id;
    if rows.is_empty() {
        return Html::default();
    }
    let shown = if *is_whole || is_printing { rows.len() } else { rows.len().min(SHOWN) };
    let on_show = {
        let is_whole = is_whole.setter();
        Callback::from(move |()| is_whole.set(true))
    };
    let body = html! {
        for row in rows.iter().take(shown) {
            { row.clone() }
        }
    };
    html! {
        <section class="section">
            <h2 {id} tabindex="-1">{ format!("{title} ({})", intl::number(page.language, rows.len())) }</h2>
            { table(title, "changes-table", columns, body) }
            if shown < rows.len() {
                { show_all_button((words.show_all)(rows.len()), format!("#{id}"), on_show) }
            }
        </section>
    }
}

//! The changes between two moments: gained, lost and changed access, and the registries, members, owners and roles that differ,
//! as far as the acting account could see each of them. The address holds the moments.

mod text;

use std::rc::Rc;

use domain::{AcceptedTypes, Differences, OrganizationRole, Party, Registry, Role, TeamRole};
use interchange::{changes, file_name};
use yew::prelude::*;

use self::text::ChangesText;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::{clock, dom, file, history};
use crate::routes::Route;
use crate::routes::changes::ChangesQuery;
use crate::routes::use_query;
use crate::state::{Moment, Notice, Store, ViewRef};
use crate::ui::{bdi, icon, show_all_button, table, use_printing};
use crate::widgets::head::Head;

/// The rows of a table until all are asked for.
const SHOWN: usize = 100;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

/// A moment of the address, with the number of records until then, and its time.
struct Side {
    count: usize,
    at: Option<i64>,
}

/// The moment of this text, or `default` if there is none. `None` if the log does not have it.
fn side(store: &Store, text: &str, default: usize) -> Option<Side> {
    if text.is_empty() {
        return Some(Side { count: default, at: None });
    }
    let moment = Moment::parse(text)?;
    let at = match moment {
        Moment::At(at) => Some(at),
        // The time of a record that the account does not see is none of its business.
        Moment::After(record) => {
            Some(store.read_history(|history| history.time_of(history.position(record)?)).flatten()?)
        }
    };
    Some(Side { count: store.count_at(moment)?, at })
}

#[component]
pub fn Changes(props: &Props) -> Html {
    let page = use_page();
    let (text, language) = (page.text(), page.language);
    let words = ChangesText::of(language);
    let query = use_query::<ChangesQuery>();
    let sides = [side(&page.store, &query.from, 1), side(&page.store, &query.to, usize::MAX)];
    let counts = sides.each_ref().map(|side| side.as_ref().map(|side| side.count));
    let differences: Rc<Option<Differences>> = {
        let store = page.store.clone();
        use_memo((page.model.clone(), counts), move |(_, counts)| {
            let [Some(from), Some(to)] = *counts else { return None };
            store.differences(from, to)
        })
    };
    let fields =
        [("changes-from", words.from, &query.from, sides.first()), ("changes-to", words.to, &query.to, sides.last())];
    let fields = fields.map(|(id, label, value, side)| {
        let side = side.and_then(Option::as_ref);
        let shown = side.and_then(|side| side.at).map(clock::local_text).unwrap_or_default();
        let is_from = id == "changes-from";
        let query = query.clone();
        let onchange = Callback::from(move |event: Event| {
            let chosen = clock::local_time(&dom::field_value(&event)).map(clock::iso).unwrap_or_default();
            let mut next = query.clone();
            *(if is_from { &mut next.from } else { &mut next.to }) = chosen;
            history::push(&next.href());
        });
        let has_problem = side.is_none() && !value.is_empty();
        let problem = format!("{id}-problem");
        html! {
            <div class="field">
                <label for={id}>{ label }</label>
                <input
                    {id}
                    type="datetime-local"
                    value={shown}
                    aria-invalid={has_problem.then_some("true")}
                    aria-describedby={has_problem.then(|| problem.clone())}
                    {onchange}
                />
                if has_problem {
                    <p class="problem" id={problem}>{ words.no_moment }</p>
                }
            </div>
        }
    });
    let download = {
        let (store, differences) = (page.store.clone(), differences.clone());
        let organization = props.view.organization.to_string();
        Callback::from(move |_: MouseEvent| {
            let Some(differences) = &*differences else { return };
            let name = file_name("changes", &organization, &clock::today(), "csv");
            if file::download(&name, &changes::write(differences)).is_err() {
                store.notify(Notice::NotDownloaded);
            }
        })
    };
    html! {
        <div class="changes">
            <p class="crumb"><a href={Route::History.href()}>{ text.common.history }</a></p>
            <Head title={words.title} lead={words.lead} />
            <div class="toolbar">
                for field in fields {
                    { field }
                }
            </div>
            if let Some(differences) = &*differences {
                <p class="muted" role="status">{ moments(&sides, differences, text) }</p>
                { tables(differences, text) }
                if !differences.is_empty() {
                    <div class="section button-row exports">
                        <button type="button" class="button" onclick={download}>{ icon("download") }{ words.export_csv }</button>
                    </div>
                }
            }
        </div>
    }
}

/// Between which moments, and whether anything differs.
fn moments(sides: &[Option<Side>; 2], differences: &Differences, text: &Catalog) -> String {
    let words = ChangesText::of(text.language);
    let [from, to] = sides.each_ref().map(|side| {
        let at = side.as_ref().and_then(|side| side.at);
        at.map(|at| intl::date_time(text.language, at))
    });
    let between = (words.between)(from.as_deref(), to.as_deref());
    if differences.is_empty() { format!("{between} {}", words.nothing) } else { between }
}

fn tables(differences: &Differences, text: &Catalog) -> Html {
    let words = ChangesText::of(text.language);
    let role = |role: Option<Role>| html! { <td>{ role.map_or(words.none, |role| (text.terms.role)(role)) }</td> };
    let place = |registry: &Registry| html! { <td>{ bdi(registry.name().as_str()) }</td> };
    let who = |party: &Party| {
        html! { <th scope="row">{ bdi(&party.name) }{ " " }<span class="muted">{ bdi(&party.reference) }</span></th> }
    };
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
            <Section title={words.access} columns={columns.to_vec()} rows={access.collect::<Vec<_>>()} />
            <Section title={words.members} columns={columns.to_vec()} rows={members.collect::<Vec<_>>()} />
            <Section
                title={words.registries}
                columns={vec![words.registry, words.what, words.before, words.after]}
                rows={registries(differences, text)}
            />
            <Section
                title={words.owners}
                columns={vec![words.registry, words.before, words.after]}
                rows={owners.collect::<Vec<_>>()}
            />
            <Section
                title={words.organization_roles}
                columns={vec![words.who, words.before, words.after]}
                rows={organization_roles.collect::<Vec<_>>()}
            />
            <Section
                title={words.team_members}
                columns={vec![words.who, words.team, words.before, words.after]}
                rows={team_members.collect::<Vec<_>>()}
            />
            <Section
                title={words.accounts}
                columns={vec![words.who, words.before, words.after]}
                rows={parties.collect::<Vec<_>>()}
            />
        </>
    }
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
        if before.accepts() != after.accepts() {
            rows.push(row(after, words.types, types(before.accepts()), types(after.accepts())));
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
    let SectionProps { title, columns, rows } = props;
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
            <h2>{ format!("{title} ({})", intl::number(page.language, rows.len())) }</h2>
            { table(title, "changes-table", columns, body) }
            if shown < rows.len() {
                { show_all_button((words.show_all)(rows.len()), ".changes-table".to_owned(), on_show) }
            }
        </section>
    }
}

//! A diagram of the sources of roles, for an account or a registry, with the same information as a list below it. It
//! is rendered when it is opened.

mod layout;
mod text;

use domain::{AccountId, Grantee, OrganizationRole, RegistryId, Role, Source, View, Visibility};
use yew::prelude::*;

use self::layout::{BOX_WIDTH, BoxContent, Node, RolePath, WIDTH, layout, truncate_to_box};
use self::text::OriginText;
use super::badges::{role_abbreviation, role_slug};
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::dom;
use crate::state::ViewRef;

#[derive(Clone, PartialEq)]
pub enum OriginSubject {
    /// The roles of an account in all registries.
    Account(AccountId),
    /// The roles of all listed accounts in a registry.
    Registry(RegistryId),
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the acting account sees it.
    pub view: ViewRef,
    pub subject: OriginSubject,
}

/// The diagram in a disclosure.
#[component]
pub fn Origin(props: &Props) -> Html {
    let text = use_page().text();
    let words = OriginText::of(text.language);
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| is_open.set(dom::is_details_open(&event)))
    };
    html! {
        <details class="picture" {ontoggle}>
            <summary>{ words.picture }</summary>
            if *is_open {
                { diagram(&props.view, &props.subject, text) }
            }
        </details>
    }
}

fn diagram(view: &View, subject: &OriginSubject, text: &Catalog) -> Html {
    let words = OriginText::of(text.language);
    let (name, paths) = match subject {
        OriginSubject::Account(account) => (name_of(view, account), account_paths(view, account, text)),
        OriginSubject::Registry(id) => {
            let name = view.registry(id).map(|registry_view| registry_view.registry.name().to_string());
            (name.unwrap_or_default(), registry_paths(view, id, text))
        }
    };
    if paths.is_empty() {
        return html! { <p class="muted">{ words.no_paths }</p> };
    }
    let diagram = layout(&paths);
    let at = |nth: usize| diagram.nodes.get(nth);
    let lines = diagram.lines.iter().filter_map(|(from, to)| line(at(*from)?, at(*to)?, at(*to)?.middle(), None));
    let ports = diagram.nodes.iter().flat_map(|node| {
        let lines = node.ports.iter().enumerate();
        lines.filter_map(move |(nth, (from, role))| line(at(*from)?, node, node.port(nth), Some(*role)))
    });
    html! {
        <>
            <div class="table-scroll" role="group" aria-label={words.picture} tabindex="0">
                <svg viewBox={format!("-1 0 {} {}", WIDTH + 2, diagram.height)} role="img" aria-label={(words.picture_of)(&name)}>
                    for line in lines.chain(ports) {
                        { line }
                    }
                    for node in &diagram.nodes {
                        { box_with_ports(node) }
                    }
                </svg>
            </div>
            if diagram.drawn < paths.len() {
                <p class="muted small">{ (words.left_out)(paths.len() - diagram.drawn) }</p>
            }
            <ul class="ways" aria-label={words.in_words}>
                for path in paths.iter().take(diagram.drawn) {
                    { path_as_text(path, text) }
                }
            </ul>
        </>
    }
}

/// A curve from the right edge of a box to the left edge of another, which it meets at the height `end`.
fn line(from: &Node, to: &Node, end: usize, role: Option<Role>) -> Option<Html> {
    let (left, right) = (from.x() + BOX_WIDTH, to.x());
    let (start, middle) = (from.middle(), usize::midpoint(left, right));
    let curve = format!("M{left} {start}C{middle} {start} {middle} {end} {right} {end}");
    Some(html! { <path class="way" data-role={role.map(role_slug)} d={curve} /> })
}

fn box_with_ports(node: &Node) -> Html {
    let [x, y, width, height] = [node.x(), node.y, BOX_WIDTH, node.height()].map(|number| number.to_string());
    // The abbreviation of a role leaves less room for the name.
    let (indent, room) = if node.ports.is_empty() { (10, 25) } else { (36, 21) };
    html! {
        <>
            <rect class="node" {x} {y} {width} {height} rx="5" />
            <text x={(node.x() + indent).to_string()} y={(node.middle() + 4).to_string()}>{ truncate_to_box(&node.content.text, room) }</text>
            for (nth, (_, role)) in node.ports.iter().enumerate() {
                <text class="letters" x={(node.x() + 8).to_string()} y={(node.port(nth) + 4).to_string()}>{ role_abbreviation(Some(*role)) }</text>
            }
        </>
    }
}

fn path_as_text(path: &RolePath, text: &Catalog) -> Html {
    let role = (text.terms.role)(path.role);
    html! {
        <li>
            for (nth, content) in path.contents.iter().enumerate() {
                if nth > 0 { { " → " } }
                <bdi>{ &content.text }</bdi>
            }
            { ": " }{ role }
        </li>
    }
}

/// The paths of an account into all visible registries.
fn account_paths(view: &View, account: &AccountId, text: &Catalog) -> Vec<RolePath> {
    let from = content_of(view, account);
    let mut paths = Vec::new();
    for registry_view in &view.registries {
        let registry = &registry_view.registry;
        let to = BoxContent { key: registry.id().to_string(), text: registry.name().to_string() };
        let standing = view.standing_of(account, registry.id());
        for grant in standing.iter().flat_map(domain::Standing::grants) {
            let source_box = source_box(view, &grant.source, None, text);
            paths.push(RolePath { contents: [from.clone(), source_box, to.clone()], role: grant.role });
        }
    }
    paths
}

/// The paths into a registry: from its rows, from the admins of the organization, and from its visibility.
fn registry_paths(view: &View, id: &RegistryId, text: &Catalog) -> Vec<RolePath> {
    let Some(registry_view) = view.registry(id) else { return Vec::new() };
    let (registry, words) = (&registry_view.registry, OriginText::of(text.language));
    let to = BoxContent { key: id.to_string(), text: registry.name().to_string() };
    let mut paths = Vec::new();
    let mut add = |from: BoxContent, source: &Source, role: Role| {
        let source_box = source_box(view, source, Some(role), text);
        paths.push(RolePath { contents: [from, source_box, to.clone()], role });
    };
    for row in registry.rows() {
        let (accounts, source) = match &row.grantee {
            Grantee::Person(id) => (vec![AccountId::Person(id.clone())], Source::OwnRow),
            Grantee::ServiceAccount(id) => (vec![AccountId::ServiceAccount(id.clone())], Source::OwnRow),
            Grantee::Team(id) => {
                let team = view.teams.get(id);
                let people = team.into_iter().flat_map(|team| team.people.keys().cloned().map(AccountId::Person));
                let others = team.into_iter().flat_map(|team| team.service_accounts.iter().cloned());
                (people.chain(others.map(AccountId::ServiceAccount)).collect(), Source::Team(id.clone()))
            }
        };
        for account in accounts {
            let standing = view.standing_of(&account, id);
            let mut grants = standing.iter().flat_map(domain::Standing::grants);
            // A team can give no role to a service account.
            if let Some(grant) = grants.find(|grant| grant.source == source) {
                add(content_of(view, &account), &source, grant.role);
            }
        }
    }
    for person in view.people.iter().filter(|person| person.role == OrganizationRole::Admin) {
        add(content_of(view, &AccountId::Person(person.id.clone())), &Source::OrganizationAdmin, Role::Admin);
    }
    if registry.visibility() == Visibility::Organization {
        let everyone = |key: &str, text: &str| BoxContent { key: key.to_owned(), text: text.to_owned() };
        add(everyone("people", words.everyone), &Source::Base, view.default_role.role());
        if !view.service_accounts.is_empty() {
            add(everyone("service accounts", words.every_service_account), &Source::Base, Role::Member);
        }
    }
    paths
}

fn name_of(view: &View, account: &AccountId) -> String {
    let placed = view.index_of(account).and_then(|place| view.account_at(place));
    placed.map_or_else(String::new, |placed| placed.name().to_owned())
}

fn content_of(view: &View, account: &AccountId) -> BoxContent {
    BoxContent { key: account.id().to_string(), text: name_of(view, account) }
}

/// The middle box of a path. Accounts with different roles from the same source get different boxes.
fn source_box(view: &View, source: &Source, role: Option<Role>, text: &Catalog) -> BoxContent {
    let words = OriginText::of(text.language);
    let (mut key, mut text) = match source {
        Source::OrganizationAdmin => ("admin".to_owned(), words.organization_admin.to_owned()),
        Source::OwnRow => ("row".to_owned(), words.own_row.to_owned()),
        Source::Base => ("base".to_owned(), words.base.to_owned()),
        Source::Team(id) => {
            let name = view.teams.get(id).map_or_else(String::new, |team| team.name.to_string());
            return BoxContent { key: id.to_string(), text: (words.team)(&name) };
        }
    };
    if let (Some(role), Source::OwnRow | Source::Base) = (role, source) {
        for part in [&mut key, &mut text] {
            part.push_str(" · ");
            part.push_str(role_abbreviation(Some(role)));
        }
    }
    BoxContent { key, text }
}

//! A small picture of where roles come from, for one account or one registry: from whom, through what, in which registry.
//! It is drawn when it is opened, and what is drawn is said in words below it.

mod layout;
mod text;

use domain::{AccountId, Grantee, OrganizationRole, RegistryId, Role, Source, View, Visibility};
use yew::prelude::*;

use self::layout::{BOX, Node, Stop, WIDTH, Way, fitting, picture};
use self::text::OriginText;
use super::badges::{letters, role_slug};
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::dom;
use crate::state::ViewRef;

/// What it is a picture of.
#[derive(Clone, PartialEq)]
pub enum Of {
    /// An account, in every registry.
    Account(AccountId),
    /// A registry, with everybody who is listed in it.
    Registry(RegistryId),
}

/// What it is a picture of.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the one sees it to whom the picture is shown.
    pub view: ViewRef,
    /// What it is a picture of.
    pub of: Of,
}

/// The picture, to be opened.
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
                { drawn(&props.view, &props.of, text) }
            }
        </details>
    }
}

fn drawn(view: &View, of: &Of, text: &Catalog) -> Html {
    let words = OriginText::of(text.language);
    let (name, ways) = match of {
        Of::Account(account) => (name_of(view, account), of_account(view, account, text)),
        Of::Registry(id) => {
            let name = view.registry(id).map(|seen| seen.registry.name().to_string());
            (name.unwrap_or_default(), of_registry(view, id, text))
        }
    };
    if ways.is_empty() {
        return html! { <p class="muted">{ words.no_way }</p> };
    }
    let picture = picture(&ways);
    let at = |nth: usize| picture.nodes.get(nth);
    let lines = picture.lines.iter().filter_map(|(from, to)| line(at(*from)?, at(*to)?, at(*to)?.middle(), None));
    let ports = picture.nodes.iter().flat_map(|node| {
        let lines = node.ports.iter().enumerate();
        lines.filter_map(move |(nth, (from, role))| line(at(*from)?, node, node.port(nth), Some(*role)))
    });
    html! {
        <>
            <div class="table-scroll" role="group" aria-label={words.picture} tabindex="0">
                <svg viewBox={format!("-1 0 {} {}", WIDTH + 2, picture.height)} role="img" aria-label={(words.picture_of)(&name)}>
                    for line in lines.chain(ports) {
                        { line }
                    }
                    for node in &picture.nodes {
                        { boxed(node) }
                    }
                </svg>
            </div>
            if picture.drawn < ways.len() {
                <p class="muted small">{ (words.left_out)(ways.len() - picture.drawn) }</p>
            }
            <ul class="ways" aria-label={words.in_words}>
                for way in ways.iter().take(picture.drawn) {
                    { in_words(way, text) }
                }
            </ul>
        </>
    }
}

/// A line from a box to another, where it ends at a height.
fn line(from: &Node, to: &Node, end: usize, role: Option<Role>) -> Option<Html> {
    let (left, right) = (from.x() + BOX, to.x());
    let (start, middle) = (from.middle(), usize::midpoint(left, right));
    let path = format!("M{left} {start}C{middle} {start} {middle} {end} {right} {end}");
    Some(html! { <path class="way" data-role={role.map(role_slug)} d={path} /> })
}

fn boxed(node: &Node) -> Html {
    let [x, y, width, height] = [node.x(), node.y, BOX, node.height()].map(|number| number.to_string());
    // Beside the letters of roles there is room for fewer of the name.
    let (indent, room) = if node.ports.is_empty() { (10, 25) } else { (36, 21) };
    html! {
        <>
            <rect class="node" {x} {y} {width} {height} rx="5" />
            <text x={(node.x() + indent).to_string()} y={(node.middle() + 4).to_string()}>{ fitting(&node.stop.text, room) }</text>
            for (nth, (_, role)) in node.ports.iter().enumerate() {
                <text class="letters" x={(node.x() + 8).to_string()} y={(node.port(nth) + 4).to_string()}>{ letters(Some(*role)) }</text>
            }
        </>
    }
}

fn in_words(way: &Way, text: &Catalog) -> Html {
    let role = (text.terms.role)(way.role);
    html! {
        <li>
            for (nth, stop) in way.stops.iter().enumerate() {
                if nth > 0 { { " → " } }
                <bdi>{ &stop.text }</bdi>
            }
            { ": " }{ role }
        </li>
    }
}

/// The ways of an account into every registry that can be seen.
fn of_account(view: &View, account: &AccountId, text: &Catalog) -> Vec<Way> {
    let from = stop_of(view, account);
    let mut ways = Vec::new();
    for seen in &view.registries {
        let registry = &seen.registry;
        let to = Stop { key: registry.id().to_string(), text: registry.name().to_string() };
        let standing = view.standing_of(account, registry.id());
        for grant in standing.iter().flat_map(domain::Standing::grants) {
            let through = through(view, &grant.source, None, text);
            ways.push(Way { stops: [from.clone(), through, to.clone()], role: grant.role });
        }
    }
    ways
}

/// The ways into a registry: of those who are listed by themselves or in teams, of the admins of the organization, and of
/// everybody at once.
fn of_registry(view: &View, id: &RegistryId, text: &Catalog) -> Vec<Way> {
    let Some(seen) = view.registry(id) else { return Vec::new() };
    let (registry, words) = (&seen.registry, OriginText::of(text.language));
    let to = Stop { key: id.to_string(), text: registry.name().to_string() };
    let mut ways = Vec::new();
    let mut add = |from: Stop, source: &Source, role: Role| {
        let through = through(view, source, Some(role), text);
        ways.push(Way { stops: [from, through, to.clone()], role });
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
            // A team may give nothing to a service account in it.
            if let Some(grant) = grants.find(|grant| grant.source == source) {
                add(stop_of(view, &account), &source, grant.role);
            }
        }
    }
    for person in view.people.iter().filter(|person| person.role == OrganizationRole::Admin) {
        add(stop_of(view, &AccountId::Person(person.id.clone())), &Source::OrganizationAdmin, Role::Admin);
    }
    if registry.visibility() == Visibility::Organization {
        let everyone = |key: &str, text: &str| Stop { key: key.to_owned(), text: text.to_owned() };
        add(everyone("people", words.everyone), &Source::Base, view.default_role.role());
        if !view.service_accounts.is_empty() {
            add(everyone("service accounts", words.every_service_account), &Source::Base, Role::Member);
        }
    }
    ways
}

fn name_of(view: &View, account: &AccountId) -> String {
    let placed = view.place_of(account).and_then(|place| view.placed(place));
    placed.map_or_else(String::new, |placed| placed.name().to_owned())
}

fn stop_of(view: &View, account: &AccountId) -> Stop {
    Stop { key: account.id().to_string(), text: name_of(view, account) }
}

/// What a way leads through. Of many accounts those with another role of their own go through another box.
fn through(view: &View, source: &Source, role: Option<Role>, text: &Catalog) -> Stop {
    let words = OriginText::of(text.language);
    let (mut key, mut text) = match source {
        Source::OrganizationAdmin => ("admin".to_owned(), words.organization_admin.to_owned()),
        Source::OwnRow => ("row".to_owned(), words.own_row.to_owned()),
        Source::Base => ("base".to_owned(), words.base.to_owned()),
        Source::Team(id) => {
            let name = view.teams.get(id).map_or_else(String::new, |team| team.name.to_string());
            return Stop { key: id.to_string(), text: (words.team)(&name) };
        }
    };
    if let (Some(role), Source::OwnRow | Source::Base) = (role, source) {
        for part in [&mut key, &mut text] {
            part.push_str(" · ");
            part.push_str(letters(Some(role)));
        }
    }
    Stop { key, text }
}

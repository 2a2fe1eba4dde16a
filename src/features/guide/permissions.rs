//! Every permission in a registry and the roles that have it; and in the last column the verdict on the acting account in a
//! registry of its choice, with its reasons.

use domain::{FoldKey, PERMISSIONS, PermissionGroup, PermissionRule, Role, SeenRegistry, Source, Verdict, View};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::text::GuideText;
use crate::i18n::Catalog;
use crate::platform::dom;
use crate::state::ViewRef;
use crate::ui::{Choice, Combobox, Kind, prose};
use crate::widgets::sources::sources;
use crate::widgets::why::denial;

/// The roles, ascending.
const ROLES: [Role; 4] = [Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin];

/// The groups, in the order of the rules.
const GROUPS: [PermissionGroup; 5] = [
    PermissionGroup::Read,
    PermissionGroup::Create,
    PermissionGroup::Update,
    PermissionGroup::Delete,
    PermissionGroup::Admin,
];

/// As many registries as a list without a filter is good for.
const LISTED: usize = 60;

/// What the last column is about.
pub struct Live<'a> {
    /// The organization as the acting account sees it.
    pub view: &'a ViewRef,
    /// The chosen registry.
    pub chosen: Option<&'a SeenRegistry>,
    /// The verdicts, in the order of the rules.
    pub verdicts: &'a [Verdict],
    /// Of each verdict, as a bit, whether its reasons are open.
    pub opened: &'a UseStateHandle<u32>,
    /// The id of a registry that is chosen.
    pub on_choose: &'a Callback<String>,
}

/// The table.
pub fn permissions(live: &Live, text: &'static Catalog) -> Html {
    let words = GuideText::of(text.language);
    let name = live.chosen.map_or("", |seen| seen.registry.name().as_str());
    let in_group = |group| PERMISSIONS.iter().enumerate().filter(move |(_, rule)| rule.group == group);
    html! {
        <>
            { choice(live, text) }
            <div class="table-scroll" role="region" aria-label={words.table} tabindex="0">
                <table class="table permissions">
                    <thead><tr>
                        <th scope="col">{ words.permission }</th>
                        for role in ROLES {
                            <th scope="col">{ (text.terms.role)(role) }</th>
                        }
                        <th scope="col">{ prose(&(words.you_in)(name)) }</th>
                    </tr></thead>
                    for group in GROUPS {
                        <tbody>
                            <tr><th scope="rowgroup" colspan="6">{ (words.group)(group) }</th></tr>
                            for (nth, rule) in in_group(group) {
                                <tr>
                                    <th scope="row">
                                        { words.permission(rule.permission) }
                                        for condition in words.conditions_of(rule) {
                                            <span class="muted small">{ " " }{ condition }</span>
                                        }
                                    </th>
                                    for role in ROLES {
                                        <td data-has={if role >= rule.least { "yes" } else { "no" }}>
                                            <span class="visually-hidden">{ (words.has)(role >= rule.least) }</span>
                                        </td>
                                    }
                                    <td>{ verdict(live, nth, rule, text) }</td>
                                </tr>
                            }
                        </tbody>
                    }
                </table>
            </div>
        </>
    }
}

/// The choice of a registry: a list, or with many of them a field that finds one.
fn choice(live: &Live, text: &'static Catalog) -> Html {
    const ID: &str = "guide-registry";
    let words = GuideText::of(text.language);
    let registries = &live.view.registries;
    let id_of = |seen: &SeenRegistry| AttrValue::from(seen.registry.id().to_string());
    if registries.len() > LISTED {
        let view = live.view.clone();
        let choice = move |seen: &SeenRegistry| Choice {
            id: id_of(seen),
            kind: Kind::Team,
            name: seen.registry.name().to_string().into(),
            detail: (text.terms.visibility)(seen.registry.visibility()).into(),
            search: FoldKey::of(seen.registry.name().as_str()).to_string().into(),
        };
        return html! {
            <div class="toolbar">
                <Combobox
                    id={ID}
                    label={words.registry}
                    list_label={words.registries}
                    choices={Callback::from(move |()| view.registries.iter().map(choice).collect())}
                    value={live.chosen.map(id_of).unwrap_or_default()}
                    name={live.chosen.map(|seen| seen.registry.name().to_string()).unwrap_or_default()}
                    more_text={Callback::from(text.common.more)}
                    empty_text={words.none}
                    on_choose={live.on_choose.reform(|id: AttrValue| id.to_string())}
                />
            </div>
        };
    }
    let place =
        registries.iter().position(|seen| live.chosen.is_some_and(|chosen| chosen.registry.id() == seen.registry.id()));
    let chosen = place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1);
    html! {
        <div class="toolbar">
            <div class="field">
                <label for={ID}>{ words.registry }</label>
                <select id={ID} ~selectedIndex={chosen} onchange={live.on_choose.reform(|event: Event| dom::field_value(&event))}>
                    for (nth, seen) in registries.iter().enumerate() {
                        <option value={id_of(seen)} selected={Some(nth) == place}>{ seen.registry.name().to_string() }</option>
                    }
                </select>
            </div>
        </div>
    }
}

/// The verdict on a permission, to be opened for its reasons.
fn verdict(live: &Live, nth: usize, rule: &PermissionRule, text: &Catalog) -> Html {
    let (Some(seen), Some(verdict)) = (live.chosen, live.verdicts.get(nth)) else { return Html::default() };
    let words = GuideText::of(text.language);
    let is_granted = verdict.is_granted();
    let says = (words.verdict)(is_granted);
    let bit = 1_u32 << nth;
    let is_open = **live.opened & bit != 0;
    let ontoggle = (!is_open).then(|| {
        let (opened, now) = (live.opened.setter(), **live.opened);
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            if details.is_some_and(|details| details.has_attribute("open")) {
                opened.set(now | bit);
            }
        })
    });
    html! {
        <details class="why" {ontoggle}>
            <summary aria-label={(words.why)(says, words.permission(rule.permission))}>
                <span class="badge" data-verdict={if is_granted { "yes" } else { "no" }}>{ says }</span>
            </summary>
            if is_open {
                <p class="small">
                    { match verdict {
                        Verdict::Granted => granted(live.view, seen, rule, text).into(),
                        Verdict::Denied(reason) => prose(&denial(live.view, reason, text)),
                    } }
                </p>
                { sources(live.view, seen.standing.grants(), text) }
            }
        </details>
    }
}

/// Why it is allowed.
fn granted(view: &View, seen: &SeenRegistry, rule: &PermissionRule, text: &Catalog) -> String {
    let words = GuideText::of(text.language);
    let role = seen.standing.role();
    let is_enough = role >= rule.least;
    let is_admin = seen.standing.grants().iter().any(|grant| grant.source == Source::OrganizationAdmin);
    if is_enough && !rule.creator_only {
        (words.for_role)(role)
    } else if is_admin {
        words.for_organization.to_owned()
    } else if is_enough && seen.registry.created().by == view.account {
        (words.for_creator)(role)
    } else {
        words.for_team.to_owned()
    }
}

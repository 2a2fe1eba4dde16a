//! The permissions in a registry with the roles that have them. The last column shows the acting account's verdicts
//! in a selected registry, with reasons.

use domain::{PERMISSIONS, PermissionGroup, PermissionRule, RegistryView, Role, Source, Verdict, View};
use search::filter_text;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::text::GuideText;
use crate::i18n::Catalog;
use crate::platform::dom;
use crate::state::ViewRef;
use crate::ui::{Choice, Combobox, Kind, prose};
use crate::widgets::denials::denial;
use crate::widgets::sources::sources;

const ROLES: [Role; 4] = [Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin];

const GROUPS: [PermissionGroup; 5] = [
    PermissionGroup::Read,
    PermissionGroup::Create,
    PermissionGroup::Update,
    PermissionGroup::Delete,
    PermissionGroup::Admin,
];

/// The longest list of registries without a search.
const MAX_SELECT_OPTIONS: usize = 60;

/// The data of the last column.
pub struct LiveColumn<'a> {
    /// The organization as the acting account sees it.
    pub view: &'a ViewRef,
    pub chosen: Option<&'a RegistryView>,
    /// The verdicts in the order of the permissions.
    pub verdicts: &'a [Verdict],
    /// One bit for each verdict whose reasons are open.
    pub opened: &'a UseStateHandle<u32>,
    pub on_choose: &'a Callback<String>,
}

pub fn permissions(live: &LiveColumn, text: &'static Catalog) -> Html {
    let words = GuideText::of(text.language);
    let name = live.chosen.map_or("", |registry_view| registry_view.registry.name().as_str());
    let in_group = |group| PERMISSIONS.iter().enumerate().filter(move |(_, rule)| rule.group == group);
    html! {
        <>
            { registry_selection(live, text) }
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
                                        <td data-has={if role >= rule.lowest_role { "yes" } else { "no" }}>
                                            <span class="visually-hidden">{ (words.has)(role >= rule.lowest_role) }</span>
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

/// The selection of a registry: a select, or a combobox if there are many.
fn registry_selection(live: &LiveColumn, text: &'static Catalog) -> Html {
    const ID: &str = "guide-registry";
    let words = GuideText::of(text.language);
    let registries = &live.view.registries;
    let id_of = |registry_view: &RegistryView| AttrValue::from(registry_view.registry.id().to_string());
    if registries.len() > MAX_SELECT_OPTIONS {
        let view = live.view.clone();
        let choice = move |registry_view: &RegistryView| Choice {
            id: id_of(registry_view),
            kind: Some(Kind::Team),
            name: registry_view.registry.name().to_string().into(),
            detail: (text.terms.visibility)(registry_view.registry.visibility()).into(),
            search: filter_text(registry_view.registry.name().as_str()).to_string().into(),
        };
        return html! {
            <div class="toolbar">
                <Combobox
                    id={ID}
                    label={words.registry}
                    list_label={words.registries}
                    choices={Callback::from(move |()| view.registries.iter().map(choice).collect())}
                    value={live.chosen.map(id_of).unwrap_or_default()}
                    name={live.chosen.map(|registry_view| registry_view.registry.name().to_string()).unwrap_or_default()}
                    more_text={Callback::from(text.common.more)}
                    empty_text={words.no_match}
                    on_choose={live.on_choose.reform(|id: AttrValue| id.to_string())}
                />
            </div>
        };
    }
    let index = registries.iter().position(|registry_view| {
        live.chosen.is_some_and(|chosen| chosen.registry.id() == registry_view.registry.id())
    });
    let chosen = index.and_then(|index| i32::try_from(index).ok()).unwrap_or(-1);
    html! {
        <div class="toolbar">
            <div class="field">
                <label for={ID}>{ words.registry }</label>
                <select id={ID} ~selectedIndex={chosen} onchange={live.on_choose.reform(|event: Event| dom::field_value(&event))}>
                    for (nth, registry_view) in registries.iter().enumerate() {
                        <option value={id_of(registry_view)} selected={Some(nth) == index}>{ registry_view.registry.name().to_string() }</option>
                    }
                </select>
            </div>
        </div>
    }
}

/// A verdict with its reasons in a disclosure.
fn verdict(live: &LiveColumn, nth: usize, rule: &PermissionRule, text: &Catalog) -> Html {
    let (Some(registry_view), Some(verdict)) = (live.chosen, live.verdicts.get(nth)) else { return Html::default() };
    let words = GuideText::of(text.language);
    let is_granted = verdict.is_granted();
    let answer = (words.verdict)(is_granted);
    let bit = 1_u32 << nth;
    let is_open = **live.opened & bit != 0;
    let ontoggle = (!is_open).then(|| {
        let (opened, bits) = (live.opened.setter(), **live.opened);
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            if details.is_some_and(|details| details.has_attribute("open")) {
                opened.set(bits | bit);
            }
        })
    });
    html! {
        <details class="why" {ontoggle}>
            <summary aria-label={(words.verdict_label)(answer, words.permission(rule.permission))}>
                <span class="badge" data-verdict={if is_granted { "yes" } else { "no" }}>{ answer }</span>
            </summary>
            if is_open {
                <p class="small">
                    { match verdict {
                        Verdict::Granted => granted(live.view, registry_view, rule, text).into(),
                        Verdict::Denied(reason) => prose(&denial(live.view, reason, text)),
                    } }
                </p>
                { sources(live.view, registry_view.standing.grants(), text) }
            }
        </details>
    }
}

/// The reason why a permission is granted.
fn granted(view: &View, registry_view: &RegistryView, rule: &PermissionRule, text: &Catalog) -> String {
    let words = GuideText::of(text.language);
    let role = registry_view.standing.role();
    let is_sufficient = role >= rule.lowest_role;
    let is_admin = registry_view.standing.grants().iter().any(|grant| grant.source == Source::OrganizationAdmin);
    if is_sufficient && !rule.creator_only {
        (words.for_role)(role)
    } else if is_admin {
        words.for_organization.to_owned()
    } else if is_sufficient && registry_view.registry.created().by == view.account {
        (words.for_creator)(role)
    } else {
        words.for_team.to_owned()
    }
}

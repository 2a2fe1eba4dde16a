//! The guide on one page: walkthrough, registry types, visibilities, permissions, assumptions, and what is different in W&B
//! today. Each part has an address.

mod assumptions;
mod permissions;
mod query;
mod steps;
pub mod text;
mod today;

use domain::{Id, OrganizationRole, Permission, RegistryId, View, Visibility};
use yew::prelude::*;

use self::assumptions::subjects;
use self::permissions::{LiveColumn, permissions};
use self::query::{GuideQuery, PARTS};
use self::steps::steps;
use self::text::{ComparisonRow, GuideText};
use self::today::facts;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::dom::{self, TITLE_ID};
use crate::platform::history;
use crate::routes::use_query;
use crate::state::ViewRef;
use crate::ui::deferred::use_deferred;
use crate::widgets::head::Head;
use crate::widgets::walkthrough::emphasize_labels;
pub use query::href;

/// The ids of the headings of the parts.
const HEADINGS: [&str; 6] =
    ["guide-walkthrough", "guide-types", "guide-visibility", "guide-permissions", "guide-assumptions", "guide-today"];

/// The id of the heading that the address refers to: of a part, or of the page.
#[hook]
pub fn use_guide_heading() -> &'static str {
    heading(use_query::<GuideQuery>().part())
}

fn heading(part: Option<&'static str>) -> &'static str {
    let found = PARTS.into_iter().zip(HEADINGS).find(|(name, _)| Some(*name) == part);
    found.map_or(TITLE_ID, |(_, heading)| heading)
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

#[component]
pub fn Guide(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = GuideText::of(text.language);
    let query = use_query::<GuideQuery>();
    let part = query.part();
    // A part in the address must exist in the first render.
    let has_rest = use_deferred() || part.is_some();
    let requested = query.registry;
    let on_choose = Callback::from({
        let view = props.view.clone();
        move |id: String| {
            let id = RegistryId(Id::from_text(&id));
            let registry = view.reference_to_registry(&id).to_owned();
            history::replace(&GuideQuery { part: part.unwrap_or_default().to_owned(), registry }.href());
        }
    });
    let heading = heading(part);
    // Follows the address to a part. Navigation from other pages is the frame's task.
    use_effect_with(part, move |part| {
        if part.is_some() {
            dom::focus_at_top(heading);
        }
    });
    let view = &props.view;
    let custom = || view.registries.iter().find(|registry_view| registry_view.registry.core_kind().is_none());
    let chosen = view.registry_by_reference(&requested);
    let chosen = chosen.or_else(custom).or_else(|| view.registries.first());
    let verdicts =
        use_memo((view.clone(), chosen.map(|registry_view| registry_view.registry.id().clone())), |(view, id)| {
            let Some(id) = id else { return Vec::new() };
            let permissions =
                domain::PERMISSIONS.iter().map(|rule| Permission::InRegistry(id.clone(), rule.permission));
            permissions.map(|permission| view.may(&permission)).collect::<Vec<_>>()
        });
    // One bit for each verdict whose reasons were opened. The reasons of the others are not made.
    let opened = use_state_eq(|| 0_u32);
    let section = |nth: usize, content: Html| {
        let [id, title, lead] =
            [&HEADINGS, &words.parts, &words.leads].map(|all| all.get(nth).copied().unwrap_or_default());
        html! {
            <section class="section guide-part">
                <h2 {id} tabindex="-1">{ title }</h2>
                <p class="page-lead">{ lead }</p>
                { content }
            </section>
        }
    };
    html! {
        <>
            <Head title={words.title} lead={text.common.registry_explanation} />
            <p class="page-lead">{ emphasize_labels(words.introduction) }</p>
            <nav class="guide-contents" aria-label={words.contents}>
                <ul>
                    for (part, title) in PARTS.into_iter().zip(words.parts) {
                        <li><a href={href(part)}>{ title }</a></li>
                    }
                </ul>
            </nav>
            { section(0, steps(&page, view, text)) }
            if has_rest {
                { section(1, comparison(&words.types, words.type_rows, None, words.parts[1])) }
                { section(2, comparison(&words.visibilities, words.visibility_rows, Some(local_rows(view, text)), words.parts[2])) }
                { section(3, permissions(&LiveColumn { view, chosen, verdicts: &verdicts, opened: &opened, on_choose: &on_choose }, text)) }
                { section(4, assumptions(text)) }
                { section(5, html! { <div class="guide-subject">{ sourced(facts(text.language), text) }</div> }) }
            }
        </>
    }
}

/// Two concepts side by side. The last rows are about this organization.
fn comparison(
    head: &ComparisonRow,
    rows: &[ComparisonRow],
    local_rows: Option<[[String; 3]; 2]>,
    label: &'static str,
) -> Html {
    let rows = rows.iter().map(|row| row.map(str::to_owned));
    html! {
        <div class="table-scroll" role="region" aria-label={label} tabindex="0">
            <table class="table guide-comparison">
                <thead><tr>
                    for cell in head {
                        if cell.is_empty() {
                            <td></td>
                        } else {
                            <th scope="col">{ *cell }</th>
                        }
                    }
                </tr></thead>
                <tbody>
                    for [topic, left, right] in rows.chain(local_rows.into_iter().flatten()) {
                        <tr><th scope="row">{ topic }</th><td>{ left }</td><td>{ right }</td></tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// The effect of the visibilities in this organization, in numbers.
fn local_rows(view: &View, text: &Catalog) -> [[String; 3]; 2] {
    let words = GuideText::of(text.language);
    let admins = view.people.iter().filter(|person| person.role == OrganizationRole::Admin).count();
    let registry_view = |visibility| {
        let registry_view =
            view.registries.iter().filter(|registry_view| registry_view.registry.visibility() == visibility).count();
        intl::number(text.language, registry_view)
    };
    [
        [
            words.this_organization.to_owned(),
            (words.local_open)(view.people.len(), view.service_accounts.len()),
            (words.local_restricted)(admins),
        ],
        [
            words.visible_registries.to_owned(),
            registry_view(Visibility::Organization),
            registry_view(Visibility::Restricted),
        ],
    ]
}

/// The assumptions by subject, with their sources.
fn assumptions(text: &Catalog) -> Html {
    html! {
        for (subject, all) in subjects(text.language) {
            <div class="guide-subject">
                <h3>{ *subject }</h3>
                { sourced(all, text) }
            </div>
        }
    }
}

/// Sentences, each with its sources.
fn sourced(all: &[[&'static str; 2]], text: &Catalog) -> Html {
    let words = GuideText::of(text.language);
    html! {
        <dl>
            for [sentence, sources] in all {
                <dt>{ *sentence }</dt>
                <dd><span class="visually-hidden">{ words.sources }{ ": " }</span>{ *sources }</dd>
            }
        </dl>
    }
}

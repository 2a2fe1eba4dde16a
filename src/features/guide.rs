//! The guide, one page that reads from top to bottom: the walkthrough, the types of registries, the visibilities, who may do
//! what, and what had to be assumed. Each part has an address.

mod assumptions;
mod permissions;
mod query;
mod steps;
pub mod text;

use domain::{OrganizationRole, Permission, View, Visibility};
use yew::prelude::*;

use self::assumptions::subjects;
use self::permissions::{Live, permissions};
use self::query::{GuideQuery, PARTS};
use self::steps::steps;
use self::text::{Compared, GuideText};
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

/// The ids of the headings, in the order of the parts.
const HEADINGS: [&str; 5] =
    ["guide-walkthrough", "guide-types", "guide-visibility", "guide-permissions", "guide-assumptions"];

/// The id of the heading that the address asks for: of a part, or of the page.
#[hook]
pub fn use_guide_heading() -> &'static str {
    heading(use_query::<GuideQuery>().part())
}

fn heading(part: Option<&'static str>) -> &'static str {
    let asked = PARTS.into_iter().zip(HEADINGS).find(|(known, _)| Some(*known) == part);
    asked.map_or(TITLE_ID, |(_, heading)| heading)
}

/// The organization as the acting account sees it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization.
    pub view: ViewRef,
}

/// The guide.
#[component]
pub fn Guide(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = GuideText::of(text.language);
    let query = use_query::<GuideQuery>();
    let part = query.part();
    // A part that is asked for is there at once.
    let has_rest = use_deferred() || part.is_some();
    let asked = query.registry;
    let on_choose = Callback::from(move |registry: String| {
        history::replace(&GuideQuery { part: part.unwrap_or_default().to_owned(), registry }.href());
    });
    let heading = heading(part);
    // From one part to another, and when the page is loaded: going to another place is the frame's to follow.
    use_effect_with(part, move |part| {
        if part.is_some() {
            dom::focus_at_top(heading);
        }
    });
    let view = &props.view;
    let custom = || view.registries.iter().find(|seen| seen.registry.core_kind().is_none());
    let chosen = view.registries.iter().find(|seen| seen.registry.id().0.as_str() == asked);
    let chosen = chosen.or_else(custom).or_else(|| view.registries.first());
    let verdicts = use_memo((view.clone(), chosen.map(|seen| seen.registry.id().clone())), |(view, id)| {
        let Some(id) = id else { return Vec::new() };
        let asked = domain::PERMISSIONS.iter().map(|rule| Permission::InRegistry(id.clone(), rule.permission));
        asked.map(|permission| view.may(&permission)).collect::<Vec<_>>()
    });
    // A bit for each verdict whose reasons somebody has opened: before that they are not put into words.
    let opened = use_state_eq(|| 0_u32);
    let part_of = |nth: usize, content: Html| {
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
            <p class="page-lead">{ emphasize_labels(words.what_more) }</p>
            <nav class="guide-contents" aria-label={words.contents}>
                <ul>
                    for (part, title) in PARTS.into_iter().zip(words.parts) {
                        <li><a href={href(part)}>{ title }</a></li>
                    }
                </ul>
            </nav>
            { part_of(0, steps(&page, text)) }
            if has_rest {
                { part_of(1, comparison(&words.types, words.type_rows, None, words.parts[1])) }
                { part_of(2, comparison(&words.visibilities, words.visibility_rows, Some(here(view, text)), words.parts[2])) }
                { part_of(3, permissions(&Live { view, chosen, verdicts: &verdicts, opened: &opened, on_choose: &on_choose }, text)) }
                { part_of(4, assumptions(text)) }
            }
        </>
    }
}

/// Two things side by side; the last rows are of this organization.
fn comparison(head: &Compared, rows: &[Compared], here: Option<[[String; 3]; 2]>, label: &'static str) -> Html {
    let own = rows.iter().map(|row| row.map(str::to_owned));
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
                    for [what, one, other] in own.chain(here.into_iter().flatten()) {
                        <tr><th scope="row">{ what }</th><td>{ one }</td><td>{ other }</td></tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// What the visibilities mean in this organization, in numbers.
fn here(view: &View, text: &Catalog) -> [[String; 3]; 2] {
    let words = GuideText::of(text.language);
    let admins = view.people.iter().filter(|person| person.role == OrganizationRole::Admin).count();
    let seen = |visibility| {
        let seen = view.registries.iter().filter(|seen| seen.registry.visibility() == visibility).count();
        intl::number(text.language, seen)
    };
    [
        [
            words.here.to_owned(),
            (words.here_open)(view.people.len(), view.service_accounts.len()),
            (words.here_restricted)(admins),
        ],
        [words.seen.to_owned(), seen(Visibility::Organization), seen(Visibility::Restricted)],
    ]
}

/// Every assumption, by subject, with its sources.
fn assumptions(text: &Catalog) -> Html {
    let words = GuideText::of(text.language);
    html! {
        for (subject, all) in subjects(text.language) {
            <div class="guide-subject">
                <h3>{ *subject }</h3>
                <dl>
                    for [say, sources] in *all {
                        <dt>{ *say }</dt>
                        <dd><span class="visually-hidden">{ words.sources }{ ": " }</span>{ *sources }</dd>
                    }
                </dl>
            </div>
        }
    }
}

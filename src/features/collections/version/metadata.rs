//! The metadata of a version as a tree that can be searched and edited. Its rows are drawn in pages, since there can be thousands.

use std::rc::Rc;

use domain::{Version, VersionRef};
use search::{Filter, filter_text};
use yew::prelude::*;

use super::long_list::{LongList, filter_field, use_long_list};
use crate::features::collections::text::CollectionsText;
use crate::features::collections::text::version::VersionText;
use crate::features::collections::tree::{Entry, entries};
use crate::forms::catalog::in_place::EditMetadata;
use crate::page::use_page;
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, bdi, pager, table, use_printing};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The version as it is reached.
    pub reference: VersionRef,
    pub version: Rc<Version>,
}

#[component]
pub fn Metadata(props: &Props) -> Html {
    let text = use_page().text();
    let words = CollectionsText::of(text.language);
    let version_words = VersionText::of(text.language);
    let LongList { filter, requested, turn, on_filter } = use_long_list();
    let all = use_memo(props.version.metadata.clone(), |metadata| entries(metadata.as_str()));
    let query = Filter::of(&filter);
    let matching: Vec<&Entry> = query.select(all.iter(), |query, entry| {
        let texts = [filter_text(&entry.path), filter_text(&entry.value)];
        query.matches(texts.iter().map(|text| text.as_str()))
    });
    // A match is shown with its whole path, since what contains it may not match.
    let is_tree = query.is_empty();
    let range = PageRange::of_rows(*requested, matching.len(), use_printing());
    html! {
        <section class="section" aria-labelledby="metadata-title">
            <h2 id="metadata-title">{ version_words.metadata }</h2>
            <EditMetadata
                view={props.view.clone()}
                version={props.reference.clone()}
                metadata={props.version.metadata.clone()}
            >
                if all.is_empty() {
                    <p class="muted">{ version_words.no_metadata }</p>
                } else {
                    { filter_field("metadata-filter", version_words.filter_metadata, (words.count)(matching.len(), all.len()), &on_filter) }
                    { pager(range, &PagerWords::of(version_words.metadata, range, text), &Turn::Press(&turn)) }
                    { table(version_words.metadata_table, "metadata", &version_words.metadata_columns, html! {
                        for entry in range.slice(&matching) {
                            <tr key={entry.path.clone()}>
                                <th scope="row" data-depth={is_tree.then(|| entry.depth.min(6).to_string())}>
                                    { bdi(if is_tree { &entry.key } else { &entry.path }) }
                                </th>
                                <td class="mono">{ bdi(&entry.value) }</td>
                            </tr>
                        }
                    }) }
                }
            </EditMetadata>
        </section>
    }
}

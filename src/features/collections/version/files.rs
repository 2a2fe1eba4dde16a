//! The files of a version: paths, sizes and digests, in pages and filtered.

use std::rc::Rc;

use domain::{File, Version};
use search::{Filter, filter_text};
use yew::prelude::*;

use super::long_list::{LongList, filter_field, use_long_list};
use crate::features::collections::text::CollectionsText;
use crate::features::collections::text::version::VersionText;
use crate::i18n::intl;
use crate::page::use_page;
use crate::ui::{PageRange, PagerWords, Turn, bdi, pager, table, use_printing};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub version: Rc<Version>,
}

#[component]
pub fn Files(props: &Props) -> Html {
    let text = use_page().text();
    let words = CollectionsText::of(text.language);
    let version_words = VersionText::of(text.language);
    let LongList { filter, requested, turn, on_filter } = use_long_list();
    let files = props.version.manifest.files();
    let query = Filter::of(&filter);
    let matching: Vec<&File> =
        query.select(files.iter(), |query, file| query.matches([filter_text(file.path.as_str()).as_str()].into_iter()));
    let range = PageRange::of_rows(*requested, matching.len(), use_printing());
    html! {
        <section class="section" aria-labelledby="files-title">
            <h2 id="files-title">{ version_words.files }</h2>
            if files.is_empty() {
                <p class="muted">{ version_words.no_files }</p>
            } else {
                { filter_field("files-filter", version_words.filter_files, (words.count)(matching.len(), files.len()), &on_filter) }
                { pager(range, &PagerWords::of(version_words.files, range, text), &Turn::Press(&turn)) }
                { table(version_words.files_table, "files", &version_words.file_columns, html! {
                    for file in range.slice(&matching) {
                        <tr key={file.path.to_string()}>
                            <th scope="row">{ bdi(file.path.as_str()) }</th>
                            <td class="number">{ intl::file_size(text.language, file.size) }</td>
                            <td class="mono">{ file.digest.to_string() }</td>
                        </tr>
                    }
                }) }
            }
        </section>
    }
}

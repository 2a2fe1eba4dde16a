//! Two versions of a collection side by side: size and names, and what differs in metadata and files. The versions stand in the
//! address.

mod difference;

use std::rc::Rc;

use domain::{
    Collection, CollectionId, File, Link, Permission, RegistryPermission, VersionRef, VersionView, version_number,
};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use self::difference::{Difference, differences};
use super::details::crumb;
use super::text::metrics::MetricsText;
use super::tree::{Entry, entries};
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::history;
use crate::routes::{Route, use_query};
use crate::state::ViewRef;
use crate::ui::{
    DataOption, DataOptions, DataSelect, PageRange, PagerWords, Turn, bdi, icon, pager, prose, use_printing,
};
use crate::widgets::copy_link::copy_link;
use crate::widgets::denials::objection;
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;

/// The query of the page. Without one, the two newest versions are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct CompareQuery {
    /// The two versions, such as `v1..v3`.
    #[serde(skip_serializing_if = "String::is_empty")]
    versions: String,
}

impl CompareQuery {
    fn of(first: u32, second: u32) -> Self {
        Self { versions: format!("v{first}..v{second}") }
    }

    /// The versions, or the two newest for what cannot be read.
    fn links<'a>(&self, collection: &'a Collection) -> Option<[&'a Rc<Link>; 2]> {
        let links = &collection.links;
        let link = |version: &str| links.get(version_number(version)?);
        let written = self.versions.split_once("..");
        let newest = links.latest()?;
        let before = links.iter().rev().nth(1).unwrap_or(newest);
        let (first, second) = written.map_or((None, None), |(first, second)| (link(first), link(second)));
        Some([first.unwrap_or(before), second.unwrap_or(newest)])
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub id: CollectionId,
}

/// The page, if the account can see the collection and it has versions.
#[component]
pub fn CompareVersions(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = MetricsText::of(text.language);
    let query = use_query::<CompareQuery>();
    let view = &props.view;
    let catalog = view.catalog();
    let found = catalog.collection(&props.id).and_then(|collection| {
        let links = query.links(collection)?;
        let [first, second] = links.map(|link| catalog.version(&VersionRef::Linked(link.id.clone())));
        Some((collection, links, [first?, second?], view.registry(&collection.registry)?))
    });
    let Some((collection, links, versions, registry_view)) = found else { return nothing_here(text) };
    let [first, second] = links.map(|link| link.number);
    let route = Route::comparing_in(view, collection);
    let choose = |make: fn(u32, [u32; 2]) -> [u32; 2]| {
        let (route, now) = (route.clone(), [first, second]);
        Callback::from(move |value: String| {
            if let Ok(number) = value.parse() {
                let [first, second] = make(number, now);
                history::replace(&route.href_with(&CompareQuery::of(first, second)));
            }
        })
    };
    let options = {
        let collection = Rc::clone(collection);
        DataOptions::new(collection.links.len(), move || {
            collection.links.iter().rev().map(|link| option(&collection, link.number)).collect()
        })
    };
    let swap = {
        let href = route.href_with(&CompareQuery::of(second, first));
        Callback::from(move |_: MouseEvent| history::replace(&href))
    };
    let key = format!("{first} {second}");
    let permission = Permission::InCollection(collection.id.clone(), RegistryPermission::ViewFiles);
    let may_view_files = versions.iter().all(|version| catalog.may_view_files(version));
    let denied = objection(view, &permission, text).filter(|_| !may_view_files);
    let title = (words.compared)(collection.name.as_str(), &format!("v{first}"), &format!("v{second}"));
    html! {
        <>
            { crumb(view, &registry_view.registry, Some(collection), text) }
            <Head {title}>
                { copy_link(route.href_with(&CompareQuery::of(first, second)), text) }
            </Head>
            <div class="toolbar compare-choice">
                <DataSelect
                    id="compare-first"
                    label={words.before}
                    options={options.clone()}
                    chosen={option(collection, first)}
                    language={text.language}
                    on_choose={choose(|number, [_, second]| [number, second])}
                />
                <DataSelect
                    id="compare-second"
                    label={words.after}
                    {options}
                    chosen={option(collection, second)}
                    language={text.language}
                    on_choose={choose(|number, [first, _]| [first, number])}
                />
                <button type="button" class="button" onclick={swap}>{ words.swap }</button>
            </div>
            if first == second {
                <p class="muted">{ words.same_version }</p>
            } else {
                { facts(view, collection, links, &versions, text) }
                <Changes
                    key={format!("metadata {key}")}
                    id="compare-metadata"
                    title={words.metadata}
                    name={words.key}
                    numbers={[first, second]}
                    lists={versions.each_ref().map(|version_view| Values::Metadata(version_view.version.metadata.as_str().into()))}
                />
                if let Some(denied) = denied {
                    <section class="section">
                        <h2 id="compare-files">{ words.files }</h2>
                        <p class="denied">{ icon("lock") }<span>{ prose(&denied) }</span></p>
                    </section>
                } else {
                    <Changes
                        key={format!("files {key}")}
                        id="compare-files"
                        title={words.files}
                        name={words.path}
                        numbers={[first, second]}
                        lists={versions.each_ref().map(|version_view| Values::Files(Rc::from(version_view.version.manifest.files())))}
                    />
                }
            }
        </>
    }
}

/// The number of a version with its aliases.
fn option(collection: &Collection, number: u32) -> DataOption {
    let aliases: Vec<&str> = collection.links.aliases_of(number).map(|alias| alias.as_str()).collect();
    let label = if aliases.is_empty() { format!("v{number}") } else { format!("v{number} · {}", aliases.join(", ")) };
    (number.to_string().into(), label.into())
}

/// Size and names of both versions.
fn facts(
    view: &ViewRef,
    collection: &Collection,
    links: [&Rc<Link>; 2],
    versions: &[VersionView<'_>; 2],
    text: &Catalog,
) -> Html {
    let words = MetricsText::of(text.language);
    let labels = words.fact_rows;
    let listed = |texts: Vec<String>| if texts.is_empty() { "–".to_owned() } else { texts.join(", ") };
    let column = |link: &Link, version_view: &VersionView<'_>| {
        let manifest = &version_view.version.manifest;
        [
            intl::file_size(text.language, manifest.size()),
            intl::number(text.language, manifest.files().len()),
            manifest.digest().to_string(),
            listed(version_view.aliases().iter().map(ToString::to_string).collect()),
            listed(version_view.version.tags.as_slice().iter().map(ToString::to_string).collect()),
            intl::date_time(text.language, link.linked.at),
        ]
    };
    let [first, second] = versions;
    let [first_link, second_link] = links;
    let rows = labels.into_iter().zip(column(first_link, first).into_iter().zip(column(second_link, second)));
    html! {
        <section class="section">
            <h2 id="compare-facts">{ words.facts }</h2>
            <div class="table-scroll" role="region" aria-labelledby="compare-facts" tabindex="0">
                <table class="table changes">
                    <thead>
                        <tr>
                            <td></td>
                            for link in links {
                                <th scope="col">
                                    <a href={Route::of_linked_version(view, collection, link.number).href()}>{ format!("v{}", link.number) }</a>
                                </th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for (label, (one, other)) in rows {
                            <tr>
                                <th scope="row">{ label }</th>
                                <td data-changed={(one != other).then_some("")}>{ bdi(&one) }</td>
                                <td data-changed={(one != other).then_some("")}>{ bdi(&other) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// The named values of a version.
#[derive(Clone, Debug, PartialEq)]
enum Values {
    Metadata(Rc<str>),
    Files(Rc<[File]>),
}

impl Values {
    /// The values by name: the text that is shown, and what is compared besides it.
    fn list(&self, text: &Catalog) -> Vec<(String, (String, String))> {
        match self {
            Self::Metadata(json) => {
                let leaves = entries(json).into_iter().filter(|entry| !entry.value.is_empty());
                leaves.map(|Entry { path, value, .. }| (path, (value, String::new()))).collect()
            }
            Self::Files(files) => {
                let size = |file: &File| intl::file_size(text.language, file.size);
                files.iter().map(|file| (file.path.to_string(), (size(file), file.digest.to_string()))).collect()
            }
        }
    }
}

#[derive(Properties, PartialEq)]
struct ChangesProps {
    /// The id of the heading.
    id: &'static str,
    title: &'static str,
    /// The heading of the names.
    name: &'static str,
    numbers: [u32; 2],
    lists: [Values; 2],
}

/// The differences between two lists, in pages.
#[component]
fn Changes(props: &ChangesProps) -> Html {
    let page = use_page();
    let text = page.text();
    let words = MetricsText::of(text.language);
    let requested = use_state_eq(|| None);
    let turn = {
        let requested = requested.setter();
        Callback::from(move |page| requested.set(Some(page)))
    };
    let compared = use_memo((props.lists.clone(), page.language), |(lists, language)| {
        let [before, after] = lists.each_ref().map(|list| list.list(language.catalog()).into_iter());
        differences(before, after)
    });
    let (differing, equal) = &*compared;
    let range = PageRange::of_rows(*requested, differing.len(), use_printing());
    let [first, second] = props.numbers;
    html! {
        <section class="section">
            <div class="section-head">
                <h2 id={props.id}>{ props.title }</h2>
                <p class="muted small">{ (words.equal)(*equal) }</p>
            </div>
            if differing.is_empty() {
                <p class="muted">{ words.no_difference }</p>
            } else {
                { pager(range, &PagerWords::of(props.title, range, text), &Turn::Press(&turn)) }
                <div class="table-scroll" role="region" aria-labelledby={props.id} tabindex="0">
                    <table class="table changes">
                        <thead>
                            <tr>
                                <th scope="col">{ props.name }</th>
                                <th scope="col">{ format!("v{first}") }</th>
                                <th scope="col">{ format!("v{second}") }</th>
                                <th scope="col">{ words.change }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for difference in range.slice(differing) {
                                { row(difference, words) }
                            }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn row(difference: &Difference<(String, String)>, words: &MetricsText) -> Html {
    let Difference { name, before, after } = difference;
    let (kind, change) = match (before, after) {
        (None, _) => ("added", words.added),
        (_, None) => ("removed", words.removed),
        _ => ("changed", words.changed),
    };
    let shown = |value: &Option<(String, String)>| bdi(value.as_ref().map_or("–", |(shown, _)| shown));
    html! {
        <tr key={name.clone()}>
            <th scope="row">{ bdi(name) }</th>
            <td class="mono">{ shown(before) }</td>
            <td class="mono">{ shown(after) }</td>
            <td><span class="change" data-change={kind}>{ change }</span></td>
        </tr>
    }
}

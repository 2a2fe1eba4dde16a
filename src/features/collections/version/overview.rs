//! The facts of a version: its name, aliases, tags and description, where else its source is linked, and its unlinking.

use std::rc::Rc;

use domain::{Action, Collection, CollectionAction, Link, Permission, Registry, RegistryPermission, VersionRef};
use yew::prelude::*;

use crate::features::collections::account_name;
use crate::features::collections::text::CollectionsText;
use crate::features::collections::text::version::VersionText;
use crate::forms::catalog::in_place::{Place, description};
use crate::forms::catalog::labels::{Labeled, Labels};
use crate::forms::danger::Danger;
use crate::i18n::prose::isolate;
use crate::i18n::{Catalog, intl};
use crate::page::{Page, use_page};
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::{CopyText, bdi, prose};
use crate::widgets::denials::objection;
use crate::widgets::python::text::PythonText;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry: Rc<Registry>,
    pub collection: Rc<Collection>,
    pub link: Rc<Link>,
    pub full_name: String,
}

#[component]
pub fn Overview(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = CollectionsText::of(text.language);
    let reference = VersionRef::Linked(props.link.id.clone());
    let Some(version_view) = props.view.catalog().version(&reference) else { return Html::default() };
    let stored = version_view.version.description.to_string();
    html! {
        <>
            <section class="section" aria-labelledby="about-title">
                <div class="section-head"><h2 id="about-title">{ words.about }</h2></div>
                { facts(&page, props) }
            </section>
            { description(&page, &props.view, Place::VersionDescription(reference), &stored, "") }
            { other_links(props, text) }
            { unlinking(props, text) }
        </>
    }
}

fn facts(page: &Page, props: &Props) -> Html {
    let text = page.text();
    let words = CollectionsText::of(text.language);
    let version_words = VersionText::of(text.language);
    let python = PythonText::of(text.language);
    let (view, link) = (&props.view, &props.link);
    let catalog = view.catalog();
    let reference = VersionRef::Linked(link.id.clone());
    let Some(version_view) = catalog.version(&reference) else { return Html::default() };
    let source = catalog.name_of(&VersionRef::Source(link.source.clone()));
    let (aliases, tags) = (Labeled::Aliases(reference.clone()), Labeled::VersionTags(reference));
    let linked_by = isolate(account_name(view, &link.linked.by, text));
    let files = version_view.version.manifest.files().len();
    html! {
        <dl class="facts">
            <dt>{ words.full_name }</dt>
            <dd>
                <span class="mono"><bdi>{ &props.full_name }</bdi></span>
                <CopyText
                    id="copy-full-name"
                    label={version_words.copy_full_name}
                    text_label={words.full_name}
                    text={props.full_name.clone()}
                    copied={python.copied}
                    copy_by_hand={python.copy_by_hand}
                />
            </dd>
            <dt>{ words.aliases }</dt>
            <dd>
                <Labels
                    key={aliases.key(page).as_key()}
                    view={view.clone()}
                    title={words.aliases}
                    of={aliases.clone()}
                />
            </dd>
            <dt>{ words.tags }</dt>
            <dd>
                <Labels
                    key={tags.key(page).as_key()}
                    view={view.clone()}
                    title={words.tags}
                    of={tags.clone()}
                />
            </dd>
            <dt>{ words.artifact_type }</dt>
            <dd><bdi>{ props.collection.artifact_type.to_string() }</bdi></dd>
            <dt>{ version_words.source }</dt>
            <dd>
                if let Some(source) = source {
                    { bdi(&source) }
                } else {
                    { version_words.hidden_source }
                }
            </dd>
            <dt>{ version_words.linked }</dt>
            <dd>{ prose(&(words.when_by)(&intl::date_time(text.language, link.linked.at), &linked_by)) }</dd>
            <dt>{ version_words.size }</dt>
            <dd>{ (version_words.size_of)(&intl::file_size(text.language, version_view.version.manifest.size()), files) }</dd>
            <dt>{ version_words.digest }</dt>
            <dd class="mono">{ version_view.version.manifest.digest().to_string() }</dd>
        </dl>
    }
}

/// The other collections that link the same source, as far as the account sees them.
fn other_links(props: &Props, text: &Catalog) -> Html {
    let version_words = VersionText::of(text.language);
    let catalog = props.view.catalog();
    let others = catalog.links_to(&props.link.source).filter(|other| other.id != props.link.id);
    let others = others.filter_map(|other| {
        let collection = catalog.collection(&other.collection)?;
        Some((
            Route::of_linked_version(&props.view, collection, other.number),
            catalog.name_of(&VersionRef::Linked(other.id.clone()))?,
        ))
    });
    let others: Vec<(Route, String)> = others.collect();
    html! {
        <section class="section" aria-labelledby="links-title">
            <div class="section-head"><h2 id="links-title">{ version_words.other_links }</h2></div>
            if others.is_empty() {
                <p class="muted">{ version_words.no_other_links }</p>
            } else {
                <ul>
                    for (route, name) in others {
                        <li key={name.clone()}><a href={route.href()}><bdi>{ name }</bdi></a></li>
                    }
                </ul>
            }
        </section>
    }
}

/// Unlinking the version, after its consequences are shown.
fn unlinking(props: &Props, text: &Catalog) -> Html {
    let version_words = VersionText::of(text.language);
    let permission = Permission::OnLink(props.link.id.clone(), RegistryPermission::UnlinkArtifact);
    let actions: Rc<[Action]> = Rc::from([CollectionAction::Unlink(props.link.id.clone()).into()]);
    html! {
        <Danger
            view={props.view.clone()}
            id="unlink"
            title={version_words.unlink}
            lead={version_words.unlink_lead}
            denied={objection(&props.view, &permission, text)}
            {actions}
            next={Route::of_collection(&props.view, &props.collection).href()}
        />
    }
}

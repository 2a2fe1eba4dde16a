//! The page of a collection: what it is, its versions, how it is used, and its deletion.

use std::rc::Rc;

use domain::{Action, Collection, CollectionAction, CollectionId, Permission, Registry, RegistryPermission, View};
use interchange::python::use_script;
use workspace::About;
use yew::prelude::*;

use super::account_name;
use super::text::CollectionsText;
use super::text::metrics::MetricsText;
use super::versions::Versions;
use crate::forms::catalog::in_place::{InPlace, Place, description};
use crate::forms::catalog::labels::{Labeled, Labels};
use crate::forms::danger::Danger;
use crate::i18n::prose::isolate;
use crate::i18n::{Catalog, intl};
use crate::page::{Page, use_page};
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::{icon, prose};
use crate::widgets::denials::objection;
use crate::widgets::head::Head;
use crate::widgets::history::RecentChanges;
use crate::widgets::nothing_here::nothing_here;
use crate::widgets::python::copy_as_python;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub id: CollectionId,
}

/// The page of a collection, if the account can see it.
#[component]
pub fn CollectionPage(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = CollectionsText::of(text.language);
    let view = &props.view;
    let catalog = view.catalog();
    let collection = catalog.collection(&props.id);
    let registry_view = collection.and_then(|collection| view.registry(&collection.registry));
    let (Some(collection), Some(registry_view)) = (collection, registry_view) else { return nothing_here(text) };
    let registry = &registry_view.registry;
    let full_name = catalog.full_name_of_collection(collection);
    let rename = Place::CollectionName(props.id.clone());
    let rename_key = rename.key(&page).as_key();
    html! {
        <>
            { crumb(view, registry, None, text) }
            <Head title={collection.name.to_string()}>
                if !collection.links.is_empty() {
                    <a class="button" href={Route::metrics_of(view, collection).href()}>{ MetricsText::of(text.language).show }</a>
                    <a class="button" href={Route::comparing_in(view, collection).href()}>{ MetricsText::of(text.language).compare }</a>
                }
                <a class="button button-primary" href={Route::linking_to(view, collection).href()}>{ icon("plus") }{ words.link_new_version }</a>
            </Head>
            <section class="section" aria-labelledby="about-title">
                <div class="section-head"><h2 id="about-title">{ words.about }</h2></div>
                { facts(&page, view, collection, &full_name) }
                <InPlace
                    key={rename_key}
                    view={view.clone()}
                    place={rename}
                    label={words.name}
                    edit={words.rename}
                    stored={collection.name.to_string()}
                />
            </section>
            { description(&page, view, Place::CollectionDescription(props.id.clone()), collection.description.as_str(), "") }
            <Versions view={view.clone()} registry={registry.clone()} collection={collection.clone()} />
            <section class="section" aria-labelledby="usage-title">
                <div class="section-head"><h2 id="usage-title">{ words.usage }</h2></div>
                <p class="muted">{ words.usage_lead }</p>
                { copy_as_python("collection-python", Some(use_script(&format!("{full_name}:latest"))), text) }
            </section>
            <RecentChanges key={props.id.to_string()} view={view.clone()} about={About::Collection(props.id.clone())} />
            { deletion(view, registry, collection, text) }
        </>
    }
}

/// The way back: all registries, the registry, and the collection of a version.
pub fn crumb(view: &View, registry: &Registry, collection: Option<&Collection>, text: &Catalog) -> Html {
    html! {
        <p class="crumb">
            <a href={Route::Landing.href()}>{ text.registry.all_registries }</a>
            { " › " }
            <a href={Route::of_registry(view, registry.id()).href()}><bdi>{ registry.name().to_string() }</bdi></a>
            if let Some(collection) = collection {
                { " › " }
                <a href={Route::of_collection(view, collection).href()}><bdi>{ collection.name.to_string() }</bdi></a>
            }
        </p>
    }
}

fn facts(page: &Page, view: &ViewRef, collection: &Rc<Collection>, full_name: &str) -> Html {
    let text = page.text();
    let words = CollectionsText::of(text.language);
    let stamp = |stamp: &domain::Stamp| {
        let name = isolate(account_name(view, &stamp.by, text));
        prose(&(words.when_by)(&intl::date_time(text.language, stamp.at), &name))
    };
    let tags = Labeled::CollectionTags(collection.id.clone());
    html! {
        <dl class="facts">
            <dt>{ words.full_name }</dt>
            <dd class="mono"><bdi>{ full_name.to_owned() }</bdi></dd>
            <dt>{ words.artifact_type }</dt>
            <dd><bdi>{ collection.artifact_type.to_string() }</bdi></dd>
            <dt>{ words.created }</dt>
            <dd>{ stamp(&collection.created) }</dd>
            <dt>{ words.changed }</dt>
            <dd>{ stamp(&collection.changed) }</dd>
            <dt>{ words.tags }</dt>
            <dd>
                <Labels key={tags.key(page).as_key()} view={view.clone()} title={words.tags} of={tags.clone()} />
            </dd>
        </dl>
    }
}

/// Deleting the collection, confirmed by typing its name.
fn deletion(view: &ViewRef, registry: &Registry, collection: &Collection, text: &Catalog) -> Html {
    let words = CollectionsText::of(text.language);
    let permission = Permission::InCollection(collection.id.clone(), RegistryPermission::DeleteCollection);
    let actions: Rc<[Action]> = Rc::from([CollectionAction::Delete(collection.id.clone()).into()]);
    html! {
        <Danger
            view={view.clone()}
            id="delete"
            title={words.delete}
            lead={words.delete_lead}
            denied={objection(view, &permission, text)}
            {actions}
            required_text={collection.name.to_string()}
            next={Route::of_registry(view, registry.id()).href()}
        />
    }
}

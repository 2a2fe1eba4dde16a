//! The lineage of a version: the versions that its run has read, and those made from it.

use domain::{VersionRef, VersionView};
use yew::prelude::*;

use crate::features::collections::text::version::VersionText;
use crate::i18n::Catalog;
use crate::i18n::prose::isolate;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::{bdi, prose};

/// The run with its inputs, and the versions that runs have made from this one, as far as the account sees them.
pub fn lineage(view: &ViewRef, version_view: &VersionView<'_>, text: &Catalog) -> Html {
    let words = VersionText::of(text.language);
    let catalog = view.catalog();
    let version = version_view.version;
    let run = version.run.as_ref().filter(|_| version_view.sees_source).map(|run| isolate(run.name.as_str()));
    html! {
        <>
            <section class="section" aria-labelledby="inputs-title">
                <h2 id="inputs-title">{ words.made_from }</h2>
                if let Some(run) = run {
                    <p>{ prose(&(words.made_by)(&run)) }</p>
                }
                { list(view, &catalog.inputs_of(version_view), words.no_inputs) }
            </section>
            <section class="section" aria-labelledby="users-title">
                <h2 id="users-title">{ words.used_by }</h2>
                { list(view, &catalog.users_of(version_view), words.no_users) }
            </section>
        </>
    }
}

fn list(view: &ViewRef, versions: &[VersionRef], none: &'static str) -> Html {
    let catalog = view.catalog();
    let named = versions.iter().filter_map(|version| {
        let version_view = catalog.version(version)?;
        let route = version_view.link.map(|(link, collection)| Route::of_linked_version(view, collection, link.number));
        Some((catalog.name_of(version)?, route))
    });
    let named: Vec<(String, Option<Route>)> = named.collect();
    html! {
        if named.is_empty() {
            <p class="muted">{ none }</p>
        } else {
            <ul>
                for (name, route) in named {
                    <li key={name.clone()}>
                        if let Some(route) = route {
                            <a href={route.href()}>{ bdi(&name) }</a>
                        } else {
                            { bdi(&name) }
                        }
                    </li>
                }
            </ul>
        }
    }
}

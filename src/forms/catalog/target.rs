//! The target of a link: the fields **Registry**, **Collection** and **Aliases**, and the verdict on it with every reason.

use domain::{
    Action, Alias, Collection, CollectionAction, CollectionName, LinkSource, LinkTarget, RegistryId, RegistryView,
    TextFault, VersionId, VersionRef, View, parse_list, trim,
};
use search::{Filter, filter_text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::text::CatalogText;
use super::text::linking::LinkingText;
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::state::ViewRef;
use crate::ui::{DataOption, DataOptions, DataSelect, TextField, bdi, icon, prose};
use crate::widgets::denials::refusal;

/// The id of the first field.
pub const REGISTRY: &str = "target-registry";

/// The number of collections that are proposed.
const PROPOSED: usize = 8;

/// The fields, with the text as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetFields {
    /// The id of the registry; empty where none is chosen.
    pub registry: String,
    pub collection: String,
    pub aliases: String,
}

/// A field of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetField {
    Registry,
    Collection,
    Aliases,
}

impl TargetFields {
    pub fn set(&mut self, field: TargetField, value: String) {
        match field {
            TargetField::Registry => self.registry = value,
            TargetField::Collection => self.collection = value,
            TargetField::Aliases => self.aliases = value,
        }
    }
}

/// The aliases of a typed list.
pub fn parse_aliases(typed: &str) -> Result<Vec<Alias>, TextFault> {
    parse_list(typed, Alias::parse).map_err(|(_, fault)| fault)
}

/// The registry, the collection and the aliases, as far as they are chosen and seen.
pub struct Target<'a> {
    pub registry: Option<&'a RegistryView>,
    pub collection: Result<CollectionName, TextFault>,
    pub aliases: Result<Vec<Alias>, TextFault>,
}

/// The answer to whether a version will link.
pub struct Verdict {
    /// Every reason against it, in words.
    pub faults: Vec<String>,
    /// The effects of linking: the number, and the aliases that move.
    pub notes: Vec<String>,
}

impl<'a> Target<'a> {
    pub fn of(view: &'a View, fields: &TargetFields) -> Self {
        Self {
            registry: view.registry(&RegistryId(domain::Id::from_text(&fields.registry))),
            collection: CollectionName::parse(&fields.collection),
            aliases: parse_aliases(&fields.aliases),
        }
    }

    /// The aliases; none while one of them is faulty.
    pub fn aliases(&self) -> &[Alias] {
        self.aliases.as_deref().unwrap_or_default()
    }

    /// The collection, which may not exist yet.
    fn link_target(&self) -> Option<LinkTarget> {
        let registry = self.registry?.registry.id().clone();
        Some(LinkTarget::Named { registry, name: self.collection.as_ref().ok()?.clone() })
    }

    /// The action that links the version, once all is chosen and no alias is faulty.
    pub fn linking(&self, version: VersionRef) -> Option<Action> {
        let aliases = self.aliases.as_ref().ok()?.clone();
        Some(CollectionAction::Link { version, target: self.link_target()?, aliases }.into())
    }

    /// Whether the version will link; `None` until all is chosen.
    pub fn verdict(&self, view: &View, version: &VersionRef, text: &Catalog) -> Option<Verdict> {
        let catalog = view.catalog();
        let source = LinkSource::Version(version.clone());
        let faults = catalog.link_faults(&source, Ok(&self.link_target()?), self.aliases());
        let faults: Vec<String> = faults.iter().map(|fault| refusal(view, fault, text)).collect();
        let name = self.collection.as_ref().map(CollectionName::as_str).unwrap_or_default();
        let collection = catalog.collection_named(self.registry?.registry.id(), name);
        let notes = match (collection, catalog.version(version)) {
            _ if !faults.is_empty() => Vec::new(),
            (Some(collection), Some(version_view)) => {
                link_notes(collection, &version_view.version.id, self.aliases(), text)
            }
            _ => vec![LinkingText::of(text.language).creates.to_owned()],
        };
        Some(Verdict { faults, notes })
    }

    /// The fields. Collections are proposed for the version, if one is chosen.
    pub fn show(
        &self,
        view: &ViewRef,
        fields: &TargetFields,
        version: Option<&VersionRef>,
        on_edit: &Callback<(TargetField, String)>,
        text: &Catalog,
    ) -> Html {
        let words = LinkingText::of(text.language);
        let choose = CatalogText::of(text.language).choose;
        let edit = |field| on_edit.reform(move |value: String| (field, value));
        let collection_problem = match &self.collection {
            Err(fault) if !fields.collection.is_empty() => (text.fault.explain)(Subject::CollectionName, fault),
            _ => String::new(),
        };
        let alias_problem = self.aliases.as_ref().err().map(|fault| (text.fault.explain)(Subject::Alias, fault));
        html! {
            <>
                <DataSelect
                    id={REGISTRY}
                    label={words.registry}
                    options={self.registries(view, choose)}
                    chosen={self.registry.map_or_else(|| (AttrValue::default(), choose.into()), registry_option)}
                    language={text.language}
                    on_choose={edit(TargetField::Registry)}
                />
                <TextField
                    id="target-collection"
                    label={words.collection}
                    value={fields.collection.clone()}
                    hint={words.collection_hint}
                    problem={collection_problem}
                    on_input={edit(TargetField::Collection)}
                />
                { self.proposals(view, &fields.collection, version, &edit(TargetField::Collection), words) }
                <TextField
                    id="target-aliases"
                    label={words.aliases}
                    value={fields.aliases.clone()}
                    hint={words.aliases_hint}
                    problem={alias_problem.unwrap_or_default()}
                    on_input={edit(TargetField::Aliases)}
                />
            </>
        }
    }

    /// The registries, below an option for none until one is chosen.
    fn registries(&self, view: &ViewRef, choose: &'static str) -> DataOptions {
        let view = view.clone();
        let none = self.registry.is_none().then(|| (AttrValue::default(), choose.into()));
        DataOptions::new(view.registries.len(), move || {
            none.clone().into_iter().chain(view.registries.iter().map(registry_option)).collect()
        })
    }

    /// The first collections that match what is typed and take the version's type, as buttons.
    fn proposals(
        &self,
        view: &View,
        typed: &str,
        version: Option<&VersionRef>,
        on_choose: &Callback<String>,
        words: &LinkingText,
    ) -> Html {
        let names = self
            .registry
            .map(|registry_view| proposed(view, registry_view.registry.id(), typed, version))
            .unwrap_or_default();
        html! {
            <div class="suggestions" role="group" aria-label={words.existing}>
                for name in names {
                    <button
                        key={name.clone()}
                        type="button"
                        class="suggestion"
                        onclick={on_choose.reform({ let name = name.clone(); move |_: MouseEvent| name.clone() })}
                    >
                        { bdi(&name) }
                    </button>
                }
            </div>
        }
    }
}

fn registry_option(registry_view: &RegistryView) -> DataOption {
    (registry_view.registry.id().to_string().into(), registry_view.registry.name().to_string().into())
}

fn proposed(view: &View, registry: &RegistryId, typed: &str, version: Option<&VersionRef>) -> Vec<String> {
    let catalog = view.catalog();
    let artifact_type =
        version.and_then(|version| catalog.version(version)).map(|version_view| &version_view.artifact.artifact_type);
    let query = Filter::of(trim(typed));
    let fits = |collection: &&std::rc::Rc<Collection>| {
        let name = collection.name.as_str();
        artifact_type.is_none_or(|artifact_type| collection.artifact_type == *artifact_type)
            && name != trim(typed)
            && query.matches([filter_text(name).as_str()].into_iter())
    };
    let matching = catalog.collections_of(registry).filter(fits).take(PROPOSED);
    matching.map(|collection| collection.name.to_string()).collect()
}

/// The effects of linking a source version: the number of the link, and the aliases that move.
pub fn link_notes(collection: &Collection, source: &VersionId, aliases: &[Alias], text: &Catalog) -> Vec<String> {
    let words = LinkingText::of(text.language);
    let linked = collection.links.iter().find(|link| link.source == *source).map(|link| link.number);
    let first = match linked {
        Some(number) => (words.linked_already)(number),
        None => (words.will_be)(collection.links.next_number()),
    };
    let moves = aliases.iter().filter(|alias| !alias.is_managed()).filter_map(|alias| {
        let holder = collection.links.holder(alias).filter(|holder| Some(*holder) != linked)?;
        Some((CatalogText::of(text.language).alias_moves)(alias.as_str(), holder))
    });
    [first].into_iter().chain(moves).collect()
}

/// The verdict in words; empty until all is chosen.
pub fn show_verdict(verdict: Option<&Verdict>, text: &Catalog) -> Html {
    let words = LinkingText::of(text.language);
    let Some(Verdict { faults, notes }) = verdict else { return Html::default() };
    html! {
        if faults.is_empty() {
            <p class="field-note">{ icon("check") }<strong>{ words.yes }</strong></p>
            for note in notes {
                <p class="field-note">{ icon("info") }<span>{ prose(note) }</span></p>
            }
        } else {
            <p><strong>{ words.no }</strong></p>
            for fault in faults {
                <p class="problem">{ icon("warning") }<span>{ prose(fault) }</span></p>
            }
        }
    }
}

//! An object with tags or aliases: its labels, the actions that add and remove them, and what an added one changes.

use domain::{
    Action, Alias, CollectionAction, CollectionId, Permission, RegistryPermission, Tag, Tags, TextFault, VersionAction,
    VersionRef, VersionView, View,
};

use crate::forms::catalog::text::CatalogText;
use crate::forms::form::{FormKey, FormName};
use crate::i18n::Catalog;
use crate::page::Page;
use crate::widgets::denials::objection;

/// Something with tags or aliases. A page has at most one list of each kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Labeled {
    CollectionTags(CollectionId),
    VersionTags(VersionRef),
    /// The aliases of a version in its project or in a collection.
    Aliases(VersionRef),
}

/// A tag or an alias.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub text: String,
    pub is_protected: bool,
    /// The action that removes it; `None` for `latest`, which nobody removes.
    pub removal: Option<Action>,
}

impl Labeled {
    /// The prefix of the ids.
    pub(super) fn id(&self) -> &'static str {
        if self.is_aliases() { "aliases" } else { "tags" }
    }

    /// The key of the form that adds to the list.
    pub fn key(&self, page: &Page) -> FormKey {
        let subject = match self {
            Self::CollectionTags(id) => id.to_string(),
            Self::VersionTags(VersionRef::Source(id)) => id.to_string(),
            Self::VersionTags(VersionRef::Linked(id)) => id.to_string(),
            Self::Aliases(VersionRef::Source(id)) => format!("aliases {id}"),
            Self::Aliases(VersionRef::Linked(id)) => format!("aliases {id}"),
        };
        FormKey::new(page, FormName::Label, subject)
    }

    pub(super) fn is_aliases(&self) -> bool {
        matches!(self, Self::Aliases(_))
    }

    pub(super) fn hint(&self, words: &CatalogText) -> &'static str {
        match self {
            Self::CollectionTags(_) | Self::VersionTags(_) => words.tags_hint,
            Self::Aliases(VersionRef::Source(_)) => words.project_alias_hint,
            Self::Aliases(VersionRef::Linked(_)) => words.alias_hint,
        }
    }

    /// The labels, as far as the account sees what has them.
    pub(super) fn labels(&self, view: &View) -> Vec<Label> {
        let catalog = view.catalog();
        match self {
            Self::CollectionTags(id) => self.tags(catalog.collection(id).map(|collection| &collection.tags)),
            Self::VersionTags(version) => {
                self.tags(catalog.version(version).map(|version_view| &version_view.version.tags))
            }
            Self::Aliases(version) => {
                catalog.version(version).map(|version_view| aliases(view, &version_view)).unwrap_or_default()
            }
        }
    }

    fn tags(&self, tags: Option<&Tags>) -> Vec<Label> {
        let label = |tag: &Tag| Label {
            text: tag.to_string(),
            is_protected: false,
            removal: self.removing(Tags::of(std::slice::from_ref(tag))),
        };
        tags.into_iter().flat_map(Tags::as_slice).map(label).collect()
    }

    fn removing(&self, tags: Tags) -> Option<Action> {
        match self {
            Self::CollectionTags(id) => Some(CollectionAction::RemoveTags { collection: id.clone(), tags }.into()),
            Self::VersionTags(version) => Some(VersionAction::RemoveTags { version: version.clone(), tags }.into()),
            Self::Aliases(_) => None,
        }
    }

    /// The action that adds what is typed. Tags are separated by commas, which no tag contains.
    pub(super) fn adding(&self, typed: &str) -> Result<Action, TextFault> {
        let tags = || Tags::parse_some(typed);
        Ok(match self {
            Self::CollectionTags(id) => CollectionAction::AddTags { collection: id.clone(), tags: tags()? }.into(),
            Self::VersionTags(version) => VersionAction::AddTags { version: version.clone(), tags: tags()? }.into(),
            Self::Aliases(version) => {
                VersionAction::AddAlias { version: version.clone(), alias: Alias::parse(typed)? }.into()
            }
        })
    }

    /// The reason why nothing can be added to the list.
    pub(super) fn denied(&self, view: &View, text: &Catalog) -> Option<String> {
        match self {
            Self::CollectionTags(id) => {
                let none = CollectionAction::AddTags { collection: id.clone(), tags: Tags::default() };
                super::refused(view, &none.into(), text)
            }
            Self::VersionTags(version) => {
                let none = VersionAction::AddTags { version: version.clone(), tags: Tags::default() };
                super::refused(view, &none.into(), text)
            }
            Self::Aliases(VersionRef::Source(id)) => {
                let version_view = view.catalog().version(&VersionRef::Source(id.clone()))?;
                objection(view, &Permission::WriteProject(version_view.artifact.project.clone()), text)
            }
            Self::Aliases(VersionRef::Linked(link)) => {
                objection(view, &Permission::OnLink(link.clone(), RegistryPermission::SetAlias), text)
            }
        }
    }

    /// The side effect of adding the typed alias: from where it moves, or that the version has it. Empty if nothing.
    pub(super) fn move_note(&self, view: &View, typed: &str, text: &Catalog) -> String {
        let words = CatalogText::of(text.language);
        let Self::Aliases(version) = self else { return String::new() };
        let (Ok(alias), Some(version_view)) = (Alias::parse(typed), view.catalog().version(version)) else {
            return String::new();
        };
        let holder = match version_view.link {
            Some((_, collection)) => collection.links.holder(&alias),
            None => version_view.artifact.versions.holder(&alias),
        };
        match holder {
            Some(number) if number == version_view.number() => (words.alias_held)(alias.as_str()),
            Some(number) if !alias.is_managed() => (words.alias_moves)(alias.as_str(), number),
            _ => String::new(),
        }
    }
}

/// The aliases of a version. Only a link's can be protected.
fn aliases(view: &View, version_view: &VersionView<'_>) -> Vec<Label> {
    let registry = version_view.link.and_then(|(_, collection)| view.registry(&collection.registry));
    let label = |alias: &Alias| Label {
        text: alias.to_string(),
        is_protected: registry.is_some_and(|registry_view| registry_view.registry.protected_aliases().contains(alias)),
        removal: (!alias.is_managed())
            .then(|| VersionAction::RemoveAlias { version: version_view.reference(), alias: alias.clone() }.into()),
    };
    version_view.aliases().iter().map(label).collect()
}

#[cfg(test)]
mod tests {
    use domain::{Action, TextFault, VersionAction, VersionRef, VersionView, View};
    use test_support::demo::demo_view;

    use super::Labeled;
    use crate::i18n::Language;

    /// A linked version with a protected alias, among others of its collection.
    fn promoted_version(view: &View) -> VersionView<'_> {
        let holders =
            view.registries.iter().flat_map(|registry_view| view.catalog().protected_in(registry_view.registry.id()));
        let mut versions = holders.filter_map(|holder| view.catalog().version(&VersionRef::Linked(holder.link)));
        versions
            .find(|version_view| version_view.link.is_some_and(|(_, collection)| collection.links.len() > 1))
            .unwrap()
    }

    #[test]
    fn only_the_aliases_of_a_link_are_protected_and_nobody_removes_latest() {
        let view = demo_view();
        let version_view = promoted_version(&view);
        let linked = Labeled::Aliases(version_view.reference()).labels(&view);
        assert_eq!(linked.len(), version_view.aliases().len());
        assert!(linked.iter().any(|label| label.is_protected));
        let source = Labeled::Aliases(VersionRef::Source(version_view.version.id.clone())).labels(&view);
        assert!(source.iter().all(|label| !label.is_protected));
        for label in linked.iter().chain(&source) {
            assert_eq!(label.removal.is_none(), label.text == "latest", "{}", label.text);
        }
    }

    #[test]
    fn an_alias_tells_where_it_is_before_it_moves() {
        let view = demo_view();
        let text = Language::English.catalog();
        let version_view = promoted_version(&view);
        let (_, collection) = version_view.link.unwrap();
        let alias = version_view.aliases().into_iter().find(|alias| !alias.is_managed()).unwrap();
        let other = collection.links.iter().find(|link| link.number != version_view.number()).unwrap();
        let on = |version| Labeled::Aliases(version).move_note(&view, alias.as_str(), text);
        assert!(on(version_view.reference()).starts_with("This version already has"));
        let moves = on(VersionRef::Linked(other.id.clone()));
        assert!(moves.ends_with(&format!("moves here from v{}.", version_view.number())), "{moves}");
        // The aliases in the project are others.
        let source = VersionRef::Source(other.source.clone());
        assert_eq!(Labeled::Aliases(source).move_note(&view, "not anywhere", text), "");
        assert_eq!(Labeled::VersionTags(version_view.reference()).move_note(&view, alias.as_str(), text), "");
    }

    #[test]
    fn tags_are_typed_as_a_list_and_an_alias_alone() {
        let view = demo_view();
        let version = promoted_version(&view).reference();
        let tags = Labeled::VersionTags(version.clone()).adding("one, , 둘");
        let Ok(Action::Version(VersionAction::AddTags { tags, .. })) = tags else { panic!("{tags:?}") };
        assert_eq!(tags.as_slice().len(), 2);
        assert_eq!(Labeled::VersionTags(version.clone()).adding(" , "), Err(TextFault::Empty));
        let alias = Labeled::Aliases(version).adding("one, two");
        let Ok(Action::Version(VersionAction::AddAlias { alias, .. })) = alias else { panic!("{alias:?}") };
        assert_eq!(alias.as_str(), "one, two");
    }
}

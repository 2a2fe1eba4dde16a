//! The texts that are edited in place, and the actions that store them.

use domain::{
    Action, CollectionAction, CollectionId, CollectionName, Description, Metadata, MetadataFault, TextFault,
    VersionAction, VersionRef, trim,
};

use crate::forms::catalog::text::CatalogText;
use crate::forms::form::{FormKey, FormName};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::Page;

/// A text that can be edited in place.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    CollectionName(CollectionId),
    CollectionDescription(CollectionId),
    VersionDescription(VersionRef),
    VersionMetadata(VersionRef),
}

/// A fault of a typed text.
#[derive(Clone, Debug, PartialEq)]
pub enum PlaceFault {
    Text(Subject, TextFault),
    Metadata(MetadataFault),
}

impl PlaceFault {
    /// The fault in words. That of an empty field is shown only after an attempt to save.
    pub fn explain(&self, text: &Catalog) -> String {
        match self {
            Self::Text(subject, fault) => (text.fault.explain)(*subject, fault),
            Self::Metadata(fault) => (text.fault.metadata)(fault),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(_, TextFault::Empty))
    }
}

impl Place {
    /// The prefix of the ids. A page has at most one text of each kind.
    pub(super) fn id(&self) -> &'static str {
        match self {
            Self::CollectionName(_) => "rename",
            Self::CollectionDescription(_) | Self::VersionDescription(_) => "description",
            Self::VersionMetadata(_) => "metadata",
        }
    }

    /// The key of the form.
    pub fn key(&self, page: &Page) -> FormKey {
        let subject = match self {
            Self::CollectionName(id) => format!("name {id}"),
            Self::CollectionDescription(id) => id.to_string(),
            Self::VersionDescription(version) => id_of(version),
            Self::VersionMetadata(version) => format!("metadata {}", id_of(version)),
        };
        FormKey::new(page, FormName::InPlace, subject)
    }

    pub(super) fn is_multiline(&self) -> bool {
        !matches!(self, Self::CollectionName(_))
    }

    pub(super) fn hint(&self, words: &CatalogText) -> &'static str {
        match self {
            Self::CollectionName(_) => "",
            Self::CollectionDescription(_) | Self::VersionDescription(_) => words.markdown_hint,
            Self::VersionMetadata(_) => words.metadata_hint,
        }
    }

    /// The action that stores a typed text.
    pub(super) fn saving(&self, typed: &str) -> Result<Action, PlaceFault> {
        let description = || Description::parse(typed).map_err(|fault| PlaceFault::Text(Subject::Description, fault));
        Ok(match self {
            Self::CollectionName(id) => {
                let name = CollectionName::parse(typed);
                let name = Some(name.map_err(|fault| PlaceFault::Text(Subject::CollectionName, fault))?);
                CollectionAction::Edit { collection: id.clone(), name, description: None, tags: None }.into()
            }
            Self::CollectionDescription(id) => describe(id, description()?),
            Self::VersionDescription(version) => edit(version, Some(description()?), None),
            Self::VersionMetadata(version) => {
                edit(version, None, Some(parse_metadata(typed).map_err(PlaceFault::Metadata)?))
            }
        })
    }

    /// An action that needs the same permissions for any text.
    pub(super) fn tried(&self) -> Action {
        match self {
            Self::CollectionName(id) | Self::CollectionDescription(id) => describe(id, Description::empty()),
            Self::VersionDescription(version) => edit(version, Some(Description::empty()), None),
            Self::VersionMetadata(version) => edit(version, None, Some(Metadata::default())),
        }
    }

    /// Whether both texts mean the same, so that nothing needs to be stored.
    pub(super) fn is_same(&self, typed: &str, stored: &str) -> bool {
        let Self::VersionMetadata(_) = self else { return typed == stored };
        matches!((parse_metadata(typed), parse_metadata(stored)), (Ok(typed), Ok(stored)) if typed == stored)
    }
}

/// Metadata may be left out.
pub fn parse_metadata(typed: &str) -> Result<Metadata, MetadataFault> {
    if trim(typed).is_empty() { Ok(Metadata::default()) } else { Metadata::parse(typed) }
}

fn id_of(version: &VersionRef) -> String {
    match version {
        VersionRef::Source(id) => id.to_string(),
        VersionRef::Linked(id) => id.to_string(),
    }
}

fn describe(collection: &CollectionId, description: Description) -> Action {
    let (collection, description) = (collection.clone(), Some(description));
    CollectionAction::Edit { collection, name: None, description, tags: None }.into()
}

fn edit(version: &VersionRef, description: Option<Description>, metadata: Option<Metadata>) -> Action {
    VersionAction::Edit { version: version.clone(), description, metadata, tags: None }.into()
}

#[cfg(test)]
mod tests {
    use domain::{Action, Id, VersionAction, VersionId, VersionRef};

    use super::{Place, PlaceFault};
    use crate::i18n::Language;

    fn version() -> VersionRef {
        VersionRef::Source(VersionId(Id::from_text("v.1")))
    }

    #[track_caller]
    fn check_edited(place: &Place, typed: &str, description: Option<&str>, metadata: Option<&str>) {
        let Ok(Action::Version(VersionAction::Edit { description: new, metadata: given, tags, .. })) =
            place.saving(typed)
        else {
            panic!("{typed} is not saved");
        };
        assert_eq!(new.as_ref().map(|text| text.as_str()), description);
        assert_eq!(given.as_ref().map(|text| text.as_str()), metadata);
        assert_eq!(tags, None);
    }

    #[test]
    fn a_text_of_a_version_is_saved_alone() {
        check_edited(&Place::VersionDescription(version()), "Best so far", Some("Best so far"), None);
        check_edited(&Place::VersionDescription(version()), "", Some(""), None);
        check_edited(&Place::VersionMetadata(version()), "{ \"loss\": 0.10 }", None, Some("{\"loss\":0.10}"));
        check_edited(&Place::VersionMetadata(version()), " \n", None, Some("{}"));
    }

    #[test]
    fn a_fault_of_metadata_names_its_line_and_column() {
        let fault = Place::VersionMetadata(version()).saving("{\"loss\": 0.1,\n \"loss\": 0.2}");
        let said = fault.unwrap_err().explain(Language::English.catalog());
        assert!(said.contains("line 2, column 2"), "{said}");
        let fault: Result<Action, PlaceFault> = Place::VersionMetadata(version()).saving("[]");
        assert!(!fault.unwrap_err().is_empty());
    }

    #[test]
    fn metadata_with_other_blanks_is_the_same_metadata() {
        let place = Place::VersionMetadata(version());
        assert!(place.is_same("{\n  \"a\": 1\n}", "{\"a\":1}"));
        assert!(place.is_same(" ", ""));
        assert!(!place.is_same("{\"a\": 1.0}", "{\"a\": 1}"));
        assert!(!place.is_same("{", "{"));
        assert!(!Place::VersionDescription(version()).is_same("a ", "a"));
    }
}

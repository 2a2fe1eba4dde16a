//! The draft of a registry and its parser, for the create dialog and the settings.

use domain::{
    AcceptedTypes, ArtifactType, Description, NewRegistry, RegistryName, TextFault, Visibility, normalize, trim,
};
use itertools::Itertools as _;
use serde::{Deserialize, Serialize};

use super::text::RegistryFormText;
use crate::forms::form::{Fields, follow};
use crate::i18n::Catalog;
use crate::ui::SelectOption;

/// The value of *Organization* in the select.
pub const VISIBILITY_ORGANIZATION: &str = "organization";

/// The value of *Restricted* in the select.
pub const VISIBILITY_RESTRICTED: &str = "restricted";

/// The value of *All types* in the select.
pub const ACCEPTS_ALL: &str = "all";

/// The value of *Specify types* in the select.
pub const ACCEPTS_SOME: &str = "some";

/// The fields of the form, with the text as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistryDraft {
    pub name: String,
    pub description: String,
    /// Whether *Restricted* is chosen. *Organization* is preselected (R).
    pub restricted: bool,
    /// Whether *Specify types* is chosen.
    pub specify: bool,
    /// The added types.
    pub types: Vec<String>,
    /// The text in the field for a type.
    pub typing: String,
    /// Whether the last attempt to add types left invalid types in that field.
    pub add_failed: bool,
    /// The stored types, which cannot be added again.
    #[serde(skip)]
    pub saved: Vec<String>,
}

impl Fields for RegistryDraft {
    fn rebase(base: &mut Self, current: &mut Self, stored: &Self) {
        follow(&mut base.name, &mut current.name, &stored.name);
        follow(&mut base.description, &mut current.description, &stored.description);
        follow(&mut base.restricted, &mut current.restricted, &stored.restricted);
        follow(&mut base.specify, &mut current.specify, &stored.specify);
        base.saved.clone_from(&stored.saved);
        current.saved.clone_from(&stored.saved);
        current.types.retain(|name| !stored.saved.contains(name));
    }
}

/// The problems of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    pub name: Option<TextFault>,
    pub description: Option<TextFault>,
    /// The invalid types and their faults.
    pub types: Vec<(String, TextFault)>,
    /// Whether *Specify types* is chosen without any type.
    pub no_types: bool,
}

impl RegistryDraft {
    /// Whether the draft equals the empty form.
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// The chosen visibility.
    pub fn visibility(&self) -> Visibility {
        if self.restricted { Visibility::Restricted } else { Visibility::Organization }
    }

    /// The select's value of the chosen visibility.
    pub fn visibility_value(&self) -> &'static str {
        if self.restricted { VISIBILITY_RESTRICTED } else { VISIBILITY_ORGANIZATION }
    }

    /// The select's value of the accepted types.
    pub fn accepts_value(&self) -> &'static str {
        if self.specify { ACCEPTS_SOME } else { ACCEPTS_ALL }
    }

    /// The number of characters left for the name, or `None` if it is too long.
    pub fn name_left(&self) -> Option<usize> {
        RegistryName::LIMIT.checked_sub(normalize(&self.name).chars().count())
    }

    /// Adds the types of a text. Invalid types stay in the field, and repeated types are ignored.
    pub fn add_types(&mut self, text: &str) {
        let mut invalid = Vec::new();
        for name in split_types(text) {
            match ArtifactType::parse(&name) {
                Ok(artifact_type) => {
                    let name = artifact_type.to_string();
                    if !self.types.contains(&name) {
                        self.types.push(name);
                    }
                }
                Err(_) => invalid.push(name),
            }
        }
        self.add_failed = !invalid.is_empty();
        self.typing = invalid.join(", ");
    }

    /// Parses the draft. The types include the text that is still in the field.
    pub fn parse(&self) -> Result<NewRegistry, Problems> {
        let mut problems = Problems::default();
        let name = RegistryName::parse(&self.name).map_err(|fault| problems.name = Some(fault));
        let description = Description::parse(&self.description).map_err(|fault| problems.description = Some(fault));
        let accepts = self.parse_types(&mut problems);
        match (name, description, accepts) {
            (Ok(name), Ok(description), Some(accepts)) => {
                Ok(NewRegistry { name, description, visibility: self.visibility(), accepts })
            }
            _ => Err(problems),
        }
    }

    fn parse_types(&self, problems: &mut Problems) -> Option<AcceptedTypes> {
        if !self.specify {
            return Some(AcceptedTypes::all());
        }
        let accepts = AcceptedTypes::specify(self.added_types(problems)?);
        problems.no_types = accepts.is_err();
        accepts.ok()
    }

    /// The types to save, without duplicates: the added ones, and the text left in the field.
    pub fn types_to_save(&self) -> Vec<ArtifactType> {
        if !self.specify {
            return Vec::new();
        }
        let names = self.types.iter().cloned().chain(split_types(&self.typing));
        let types = names.filter_map(|name| ArtifactType::parse(&name).ok()).unique();
        types.filter(|name| !self.saved.iter().any(|saved| saved == name.as_str())).collect()
    }

    /// The added types and the types in the field, or `None` if any type is invalid.
    pub fn added_types(&self, problems: &mut Problems) -> Option<Vec<ArtifactType>> {
        let mut types = Vec::new();
        for name in self.types.iter().cloned().chain(split_types(&self.typing)) {
            match ArtifactType::parse(&name) {
                Ok(artifact_type) => types.push(artifact_type),
                Err(fault) => problems.types.push((name, fault)),
            }
        }
        problems.types.is_empty().then_some(types)
    }
}

/// The options of the select for the visibility.
pub fn visibilities(text: &Catalog) -> Vec<SelectOption> {
    let option = |value, visibility| SelectOption { value, label: (text.terms.visibility)(visibility).into() };
    vec![
        option(VISIBILITY_ORGANIZATION, Visibility::Organization),
        option(VISIBILITY_RESTRICTED, Visibility::Restricted),
    ]
}

/// The options of the select for the accepted types.
pub fn accepted_types(text: &Catalog) -> Vec<SelectOption> {
    let labels = RegistryFormText::of(text.language);
    let option = |value, label: &'static str| SelectOption { value, label: label.into() };
    vec![option(ACCEPTS_ALL, labels.all_types), option(ACCEPTS_SOME, labels.specify_types)]
}

/// A registry with a name and default values.
pub fn with_defaults(name: RegistryName) -> NewRegistry {
    NewRegistry {
        name,
        description: Description::empty(),
        visibility: Visibility::Organization,
        accepts: AcceptedTypes::all(),
    }
}

/// Splits a text into types.
pub fn split_types(text: &str) -> Vec<String> {
    let names: Vec<String> =
        text.split(separates_types).filter(|name| !trim(name).is_empty()).map(|name| name.trim().to_owned()).collect();
    // An invisible text alone stays, so that the field can say so.
    let is_invisible = !text.contains(separates_types) && !text.trim().is_empty();
    if names.is_empty() && is_invisible { vec![text.trim().to_owned()] } else { names }
}

/// Whether the character separates types: commas, semicolons, tabs and line ends, as spreadsheets and lists have them. No client
/// accepts them within a type.
pub fn separates_types(character: char) -> bool {
    matches!(character, ',' | ';' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn specified(types: &[&str], typing: &str) -> RegistryDraft {
        RegistryDraft {
            name: "a".into(),
            specify: true,
            types: types.iter().map(ToString::to_string).collect(),
            typing: typing.into(),
            ..RegistryDraft::default()
        }
    }

    #[track_caller]
    fn check_types(draft: &RegistryDraft, expected: &[&str]) {
        let parsed = draft.parse().map(|new| new.accepts.saved().iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(parsed, Ok(expected.iter().map(ToString::to_string).collect()));
    }

    #[test]
    fn types_that_are_still_in_the_field_count() {
        check_types(&specified(&["model"], "dataset, report"), &["model", "dataset", "report"]);
        check_types(&specified(&[], " model "), &["model"]);
    }

    #[test]
    fn pasted_cells_of_a_spreadsheet_are_separate_types() {
        for pasted in [
            "model; dataset",
            "model;dataset",
            "model\tdataset",
            "\u{feff}model\r\ndataset\u{200b}\n",
            "model,\u{2028}dataset",
        ] {
            let mut draft = specified(&[], "");
            draft.add_types(pasted);
            assert_eq!(
                (draft.types.as_slice(), draft.typing.as_str()),
                (&["model".to_owned(), "dataset".to_owned()][..], ""),
                "{pasted:?}"
            );
            check_types(&specified(&[], pasted), &["model", "dataset"]);
        }
    }

    #[test]
    fn an_invisible_text_alone_is_a_fault_and_beside_types_it_is_nothing() {
        let mut draft = specified(&[], "");
        draft.add_types("\u{200b}");
        assert!(draft.add_failed);
        draft.add_types("model; \u{200b}");
        assert!(!draft.add_failed);
        assert_eq!(draft.types, ["model"]);
    }

    #[test]
    fn a_type_with_an_invisible_character_at_its_end_is_the_same_type() {
        check_types(&specified(&["model"], "model\u{200b}"), &["model"]);
    }

    #[test]
    fn a_repeated_type_counts_once() {
        check_types(&specified(&["model"], "model"), &["model"]);
    }

    #[test]
    fn types_to_save_include_the_text_left_in_the_field() {
        let saved = |draft: &RegistryDraft| draft.types_to_save().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(saved(&specified(&["model"], "repo, model, a/b")), ["model", "repo"]);
        assert_eq!(saved(&RegistryDraft { saved: vec!["model".into()], ..specified(&[], "model, repo") }), ["repo"]);
        assert!(saved(&RegistryDraft { specify: false, ..specified(&["model"], "repo") }).is_empty());
    }

    #[test]
    fn types_are_ignored_unless_specify_types_is_chosen() {
        check_types(&RegistryDraft { specify: false, ..specified(&["model"], "a/b") }, &[]);
    }

    #[test]
    fn all_problems_are_reported_together() {
        let draft =
            RegistryDraft { name: " ".into(), description: "x".repeat(10_001), ..specified(&[], "a/b, c:d, e") };
        let problems = draft.parse().err();
        assert_eq!(
            problems,
            Some(Problems {
                name: Some(TextFault::Empty),
                description: Some(TextFault::TooLong { by: 1, limit: 10_000 }),
                types: vec![("a/b".into(), TextFault::Forbidden('/')), ("c:d".into(), TextFault::Forbidden(':'))],
                no_types: false,
            })
        );
    }

    #[test]
    fn a_stored_draft_is_restored_exactly() {
        let full = RegistryDraft {
            restricted: true,
            add_failed: true,
            description: " a\nb ".into(),
            ..specified(&["model", "c d"], "e, ")
        };
        for draft in [RegistryDraft::default(), full, specified(&[], "")] {
            let kept = serde_json::to_string(&draft).unwrap_or_default();
            assert_eq!(serde_json::from_str(&kept).ok(), Some(draft));
        }
    }

    #[test]
    fn an_invalid_stored_draft_is_not_restored() {
        let of_an_earlier_version = r#"["name","description","chosen","","a\nb","typing",""]"#;
        for kept in ["", "{", "{}", "[]", "null", r#"{"name":7}"#, of_an_earlier_version] {
            assert_eq!(serde_json::from_str::<RegistryDraft>(kept).ok(), None, "{kept}");
        }
    }

    #[test]
    fn specifying_no_type_is_a_problem() {
        assert_eq!(specified(&[], " ").parse().err(), Some(Problems { no_types: true, ..Problems::default() }));
    }

    #[test]
    fn invalid_types_stay_in_the_field() {
        let mut draft = specified(&["model"], "");
        draft.add_types("dataset,\r\na/b\nmodel, report");
        assert_eq!(draft.types, ["model", "dataset", "report"]);
        assert_eq!(draft.typing, "a/b");
        assert!(draft.add_failed);
        draft.add_types("");
        assert_eq!((draft.typing.as_str(), draft.add_failed), ("", false));
    }

    #[test]
    fn the_remaining_length_counts_characters_of_the_normalized_name() {
        let of = |name: &str| RegistryDraft { name: name.into(), ..RegistryDraft::default() }.name_left();
        assert_eq!(of(" e\u{301} "), Some(112));
        assert_eq!(of(&"가".repeat(113)), Some(0));
        assert_eq!(of(&"가".repeat(114)), None);
    }
}

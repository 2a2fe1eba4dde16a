//! What stands in the form of a registry, letter by letter, and what it means: where it is created and in its settings.

use domain::{AcceptedTypes, ArtifactType, Description, NewRegistry, RegistryName, TextFault, Visibility, normalize};
use itertools::Itertools as _;
use serde::{Deserialize, Serialize};

use super::text::RegistryFormText;
use crate::forms::form::{Fields, follow};
use crate::i18n::Catalog;
use crate::ui::SelectOption;

/// Organization, as a value of the select.
pub const VISIBILITY_ORGANIZATION: &str = "organization";

/// Restricted, as a value of the select.
pub const VISIBILITY_RESTRICTED: &str = "restricted";

/// All types, as a value of the select.
pub const ACCEPTS_ALL: &str = "all";

/// Specify types, as a value of the select.
pub const ACCEPTS_SOME: &str = "some";

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The name.
    pub name: String,
    /// The description.
    pub description: String,
    /// Whether *Restricted* is chosen. *Organization* is preselected (R).
    pub restricted: bool,
    /// Whether *Specify types* is chosen.
    pub specify: bool,
    /// The types that were added.
    pub types: Vec<String>,
    /// What stands in the field for a type.
    pub typing: String,
    /// Whether the last attempt to add left something in that field.
    pub add_failed: bool,
    /// The types that are stored already: they are not added again.
    #[serde(skip)]
    pub saved: Vec<String>,
}

impl Fields for Draft {
    fn rebase(base: &mut Self, now: &mut Self, stored: &Self) {
        follow(&mut base.name, &mut now.name, &stored.name);
        follow(&mut base.description, &mut now.description, &stored.description);
        follow(&mut base.restricted, &mut now.restricted, &stored.restricted);
        follow(&mut base.specify, &mut now.specify, &stored.specify);
        base.saved.clone_from(&stored.saved);
        now.saved.clone_from(&stored.saved);
        now.types.retain(|name| !stored.saved.contains(name));
    }
}

/// What is wrong with a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The name.
    pub name: Option<TextFault>,
    /// The description.
    pub description: Option<TextFault>,
    /// Types that are none, each with what is wrong.
    pub types: Vec<(String, TextFault)>,
    /// Types are to be specified, and there are none.
    pub no_types: bool,
}

impl Draft {
    /// Whether nothing was typed or chosen.
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// The visibility that is chosen.
    pub fn visibility(&self) -> Visibility {
        if self.restricted { Visibility::Restricted } else { Visibility::Organization }
    }

    /// The visibility that is chosen, as a value of the select.
    pub fn visibility_value(&self) -> &'static str {
        if self.restricted { VISIBILITY_RESTRICTED } else { VISIBILITY_ORGANIZATION }
    }

    /// Which types are accepted, as a value of the select.
    pub fn accepts_value(&self) -> &'static str {
        if self.specify { ACCEPTS_SOME } else { ACCEPTS_ALL }
    }

    /// How many characters the name may still have; nothing if it is too long.
    pub fn name_left(&self) -> Option<usize> {
        RegistryName::LIMIT.checked_sub(normalize(&self.name).chars().count())
    }

    /// Adds the types of a text; those that are none stay in the field. Adding one twice changes nothing.
    pub fn add_types(&mut self, text: &str) {
        let mut left = Vec::new();
        for name in split_types(text) {
            match ArtifactType::parse(&name) {
                Ok(artifact_type) => {
                    let name = artifact_type.to_string();
                    if !self.types.contains(&name) {
                        self.types.push(name);
                    }
                }
                Err(_) => left.push(name),
            }
        }
        self.add_failed = !left.is_empty();
        self.typing = left.join(", ");
    }

    /// The registry that the draft describes. What is left in the field for a type counts.
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

    /// The types that were added, and those that are left in the field; nothing if one of them is none.
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

/// The visibilities, to choose from.
pub fn visibilities(text: &Catalog) -> Vec<SelectOption> {
    let option = |value, visibility| SelectOption { value, label: (text.terms.visibility)(visibility).into() };
    vec![
        option(VISIBILITY_ORGANIZATION, Visibility::Organization),
        option(VISIBILITY_RESTRICTED, Visibility::Restricted),
    ]
}

/// All types or some, to choose from.
pub fn accepted(text: &Catalog) -> Vec<SelectOption> {
    let labels = RegistryFormText::of(text.language);
    let option = |value, label: &'static str| SelectOption { value, label: label.into() };
    vec![option(ACCEPTS_ALL, labels.all_types), option(ACCEPTS_SOME, labels.specify_types)]
}

/// A registry of this name, and nothing else that anybody chose.
pub fn named(name: RegistryName) -> NewRegistry {
    NewRegistry {
        name,
        description: Description::empty(),
        visibility: Visibility::Organization,
        accepts: AcceptedTypes::all(),
    }
}

/// The types that a text names, separated by commas or line ends.
pub fn split_types(text: &str) -> Vec<String> {
    text.split([',', '\n', '\r']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn specified(types: &[&str], typing: &str) -> Draft {
        Draft {
            name: "a".into(),
            specify: true,
            types: types.iter().map(ToString::to_string).collect(),
            typing: typing.into(),
            ..Draft::default()
        }
    }

    #[track_caller]
    fn check_types(draft: &Draft, expected: &[&str]) {
        let parsed = draft.parse().map(|new| new.accepts.saved().iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(parsed, Ok(expected.iter().map(ToString::to_string).collect()));
    }

    #[test]
    fn what_is_left_in_the_field_counts() {
        check_types(&specified(&["model"], "dataset, report"), &["model", "dataset", "report"]);
        check_types(&specified(&[], " model "), &["model"]);
    }

    #[test]
    fn a_type_named_twice_counts_once() {
        check_types(&specified(&["model"], "model"), &["model"]);
    }

    #[test]
    fn a_half_typed_type_is_among_those_that_are_saved() {
        let saved = |draft: &Draft| draft.types_to_save().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(saved(&specified(&["model"], "repo, model, a/b")), ["model", "repo"]);
        assert_eq!(saved(&Draft { saved: vec!["model".into()], ..specified(&[], "model, repo") }), ["repo"]);
        assert!(saved(&Draft { specify: false, ..specified(&["model"], "repo") }).is_empty());
    }

    #[test]
    fn types_without_the_choice_are_not_asked_for() {
        check_types(&Draft { specify: false, ..specified(&["model"], "a/b") }, &[]);
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let draft = Draft { name: " ".into(), description: "x".repeat(10_001), ..specified(&[], "a/b, c:d, e") };
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
    fn what_is_kept_is_the_draft_letter_by_letter() {
        let full = Draft {
            restricted: true,
            add_failed: true,
            description: " a\nb ".into(),
            ..specified(&["model", "c d"], "e, ")
        };
        for draft in [Draft::default(), full, specified(&[], "")] {
            let kept = serde_json::to_string(&draft).unwrap_or_default();
            assert_eq!(serde_json::from_str(&kept).ok(), Some(draft));
        }
    }

    #[test]
    fn what_is_no_draft_is_not_read_as_one() {
        let of_an_earlier_version = r#"["name","description","chosen","","a\nb","typing",""]"#;
        for kept in ["", "{", "{}", "[]", "null", r#"{"name":7}"#, of_an_earlier_version] {
            assert_eq!(serde_json::from_str::<Draft>(kept).ok(), None, "{kept}");
        }
    }

    #[test]
    fn specifying_no_type_is_a_problem() {
        assert_eq!(specified(&[], " ").parse().err(), Some(Problems { no_types: true, ..Problems::default() }));
    }

    #[test]
    fn adding_keeps_what_is_no_type_in_the_field() {
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
        let of = |name: &str| Draft { name: name.into(), ..Draft::default() }.name_left();
        assert_eq!(of(" e\u{301} "), Some(112));
        assert_eq!(of(&"가".repeat(113)), Some(0));
        assert_eq!(of(&"가".repeat(114)), None);
    }
}

//! Tests: the walkthrough refers to the pages' controls by their labels.

use strum::IntoEnumIterator as _;

use super::text::ShellText;
use crate::features::collections::text::CollectionsText;
use crate::features::collections::text::version::VersionText;
use crate::features::guide::text::GuideText;
use crate::features::people::text::PeopleText;
use crate::features::projects::text::ProjectsText;
use crate::features::registries::create::text::CreateText;
use crate::features::registries::landing::text::LandingText;
use crate::features::registry_settings::protected::text::ProtectedText;
use crate::features::registry_settings::text::SettingsText;
use crate::forms::catalog::text::CatalogText;
use crate::forms::catalog::text::linking::LinkingText;
use crate::forms::registry::text::RegistryFormText;
use crate::i18n::{Catalog, Language};
use crate::state::walkthrough::steps::Step;
use crate::widgets::walkthrough::text::WalkthroughText;

/// The labels that the steps refer to.
fn labels(text: &Catalog) -> Vec<&'static str> {
    let registry_form_text = RegistryFormText::of(text.language);
    let people_text = PeopleText::of(text.language);
    let landing_text = LandingText::of(text.language);
    let shell_text = ShellText::of(text.language);
    let (create, settings) = (CreateText::of(text.language), SettingsText::of(text.language));
    let visibility = text.terms.visibility;
    let mut labels = vec![
        shell_text.registry,
        shell_text.acting_as,
        landing_text.custom,
        landing_text.create,
        create.title,
        registry_form_text.name,
        registry_form_text.description,
        registry_form_text.visibility,
        registry_form_text.accepts,
        registry_form_text.all_types,
        registry_form_text.specify_types,
        registry_form_text.add_type,
        registry_form_text.add,
        text.registry.settings_link,
        settings.save,
        settings.members,
        settings.add_member,
        settings.member,
        settings.add_new,
        people_text.title,
        visibility(domain::Visibility::Organization),
        visibility(domain::Visibility::Restricted),
    ];
    labels.extend(catalog_labels(text));
    labels
}

/// The labels of projects, collections and versions.
fn catalog_labels(text: &Catalog) -> Vec<&'static str> {
    let projects = ProjectsText::of(text.language);
    let collections = CollectionsText::of(text.language);
    let (versions, fields) = (VersionText::of(text.language), CatalogText::of(text.language));
    vec![
        projects.title,
        projects.create,
        projects.log,
        collections.collections,
        collections.create,
        collections.name,
        collections.artifact_type,
        collections.view_details,
        collections.link_new_version,
        collections.aliases,
        collections.tags,
        versions.versions,
        versions.view,
        versions.unlink,
        fields.edit_description,
        fields.save,
        fields.add,
        fields.team,
        fields.project,
        fields.artifact,
        fields.version,
        LinkingText::of(text.language).link,
        ProtectedText::of(text.language).title,
        text.registry.promotions,
    ]
}

#[test]
fn every_step_has_its_words_and_calls_things_by_their_labels() {
    for text in Language::ALL.map(Language::catalog) {
        let guide_text = GuideText::of(text.language);
        let labels = labels(text);
        let words = WalkthroughText::of(text.language);
        let steps = words.steps.iter().flat_map(|step| [step.instruction, step.hint]);
        assert_eq!(words.steps.len(), Step::iter().count());
        for said in steps.chain([words.if_restricted, guide_text.introduction]) {
            assert!(said.ends_with('.'), "{said}");
            let named: Vec<&str> = said.split("**").collect();
            assert!(named.len() % 2 == 1, "{said}");
            for label in named.iter().skip(1).step_by(2) {
                assert!(labels.contains(label), "{label}");
            }
        }
    }
}

#[test]
fn an_instruction_fits_one_line_of_a_phone() {
    for (text, longest) in Language::ALL.map(Language::catalog).into_iter().zip([40, 26]) {
        let walkthrough_text = WalkthroughText::of(text.language);
        for step in walkthrough_text.steps {
            let letters = step.instruction.replace("**", "").chars().count();
            assert!(letters <= longest, "{letters}: {}", step.instruction);
        }
    }
}

//! Tests: the walkthrough refers to the pages' controls by their labels.

use super::text::ShellText;
use crate::features::guide::text::GuideText;
use crate::features::people::text::PeopleText;
use crate::features::registries::create::text::CreateText;
use crate::features::registries::landing::text::LandingText;
use crate::features::registry_settings::text::SettingsText;
use crate::forms::registry::text::RegistryFormText;
use crate::i18n::{Catalog, Language};
use crate::widgets::walkthrough::text::WalkthroughText;

/// The labels that the steps refer to.
fn labels(text: &Catalog) -> Vec<&'static str> {
    let registry_form_text = RegistryFormText::of(text.language);
    let people_text = PeopleText::of(text.language);
    let landing_text = LandingText::of(text.language);
    let shell_text = ShellText::of(text.language);
    let (create, settings) = (CreateText::of(text.language), SettingsText::of(text.language));
    let visibility = text.terms.visibility;
    vec![
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
    ]
}

#[test]
fn every_step_has_its_words_and_calls_things_by_their_labels() {
    for text in Language::ALL.map(Language::catalog) {
        let guide_text = GuideText::of(text.language);
        let labels = labels(text);
        let words = WalkthroughText::of(text.language);
        let steps = words.steps.iter().flat_map(|step| [step.instruction, step.hint]);
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
fn what_to_do_fits_one_line_of_a_phone() {
    for (text, longest) in Language::ALL.map(Language::catalog).into_iter().zip([40, 26]) {
        let walkthrough_text = WalkthroughText::of(text.language);
        for step in &walkthrough_text.steps {
            let letters = step.instruction.replace("**", "").chars().count();
            assert!(letters <= longest, "{letters}: {}", step.instruction);
        }
    }
}

//! The decisions on points where W&B's guide, documentation and client say nothing or contradict each other. Each is
//! one sentence with its sources.

mod english;
mod korean;

use crate::i18n::Language;

/// A heading, and for each assumption its sentence and its sources.
pub type Subject = (&'static str, &'static [[&'static str; 2]]);

pub fn subjects(language: Language) -> &'static [Subject] {
    language.pick(&english::ASSUMPTIONS, &korean::ASSUMPTIONS)
}

#[cfg(test)]
mod tests {
    use super::{Subject, english, korean};

    #[test]
    fn both_languages_have_the_same_assumptions_each_with_its_sources() {
        let shape = |subjects: &[Subject]| subjects.iter().map(|(_, all)| all.len()).collect::<Vec<_>>();
        assert_eq!(shape(&english::ASSUMPTIONS), shape(&korean::ASSUMPTIONS));
        assert!(shape(&english::ASSUMPTIONS).iter().sum::<usize>() >= 60);
        for [say, sources] in english::ASSUMPTIONS.iter().chain(&korean::ASSUMPTIONS).flat_map(|(_, all)| *all) {
            assert!(say.ends_with('.') && sources.ends_with('.'), "{say} {sources}");
        }
    }
}

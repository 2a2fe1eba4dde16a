//! The reasons for disabled controls of a section. Each reason is shown once, and the controls refer to it by id.

use yew::prelude::*;

use super::text::SettingsText;
use crate::i18n::{Catalog, intl};
use crate::ui::{icon, prose};

/// The reasons of a section.
pub struct Reasons {
    section: &'static str,
    reasons: Vec<(String, Vec<String>)>,
}

impl Reasons {
    /// No reasons yet. `section` is the prefix of their ids.
    pub fn of(section: &'static str) -> Self {
        Self { section, reasons: Vec::new() }
    }

    /// Adds the reason for a disabled control. Returns the id of its text, or empty without a reason.
    pub fn add(&mut self, control: &str, reason: Option<String>) -> AttrValue {
        let Some(reason) = reason else { return AttrValue::default() };
        let control = control.to_owned();
        let index = match self.reasons.iter_mut().enumerate().find(|(_, (known, _))| *known == reason) {
            Some((index, (_, controls))) => {
                controls.push(control);
                index
            }
            None => {
                self.reasons.push((reason, vec![control]));
                self.reasons.len() - 1
            }
        };
        self.id(index).into()
    }

    fn id(&self, index: usize) -> String {
        format!("{}-denied-{index}", self.section)
    }

    /// All reasons.
    pub fn show(&self, text: &Catalog) -> Html {
        let words = SettingsText::of(text.language);
        let sentence = |(reason, controls): &(String, Vec<String>)| {
            (words.denied_for)(&intl::list(text.language, controls), reason)
        };
        html! {
            <>
                for (index, reason) in self.reasons.iter().enumerate() {
                    <p class="denied" id={self.id(index)}>{ icon("lock") }<span>{ prose(&sentence(reason)) }</span></p>
                }
            </>
        }
    }
}

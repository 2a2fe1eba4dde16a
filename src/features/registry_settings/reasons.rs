//! The reasons for disabled controls of a section. Each reason is shown once, and the controls refer to it by id.

use yew::prelude::*;

use super::text::SettingsText;
use crate::i18n::{Catalog, intl};
use crate::ui::{icon, prose};

/// The reasons of a section.
pub struct Reasons {
    section: &'static str,
    said: Vec<(String, Vec<String>)>,
}

impl Reasons {
    /// No reasons yet. `section` is the prefix of their ids.
    pub fn of(section: &'static str) -> Self {
        Self { section, said: Vec::new() }
    }

    /// Adds the reason for a disabled control. Returns the id of its text, or empty without a reason.
    pub fn why(&mut self, control: &str, reason: Option<String>) -> AttrValue {
        let Some(reason) = reason else { return AttrValue::default() };
        let control = control.to_owned();
        let place = match self.said.iter_mut().enumerate().find(|(_, (said, _))| *said == reason) {
            Some((place, (_, controls))) => {
                controls.push(control);
                place
            }
            None => {
                self.said.push((reason, vec![control]));
                self.said.len() - 1
            }
        };
        self.id(place).into()
    }

    fn id(&self, place: usize) -> String {
        format!("{}-denied-{place}", self.section)
    }

    /// All reasons.
    pub fn show(&self, text: &Catalog) -> Html {
        let words = SettingsText::of(text.language);
        let said = |(reason, controls): &(String, Vec<String>)| {
            (words.denied_for)(&intl::list(text.language, controls), reason)
        };
        html! {
            <>
                for (place, reason) in self.said.iter().enumerate() {
                    <p class="denied" id={self.id(place)}>{ icon("lock") }<span>{ prose(&said(reason)) }</span></p>
                }
            </>
        }
    }
}

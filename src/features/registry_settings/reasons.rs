//! Why controls of one section cannot be used: each reason stands there once, and the controls refer to it.

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
    /// None yet. The section gives their ids.
    pub fn of(section: &'static str) -> Self {
        Self { section, said: Vec::new() }
    }

    /// Adds the reason why a control cannot be used. Answers with the id of its text; it is empty without a reason.
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

    /// All of them.
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

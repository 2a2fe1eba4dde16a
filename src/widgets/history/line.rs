//! A record of the history in words.

use std::rc::Rc;

use domain::Grantee;
use journal::RecordId;
use workspace::{History, HistoryEntry, Outcome, PastAction, Value, What};
use yew::prelude::*;

use super::text::LineText;
use crate::i18n::Catalog;
use crate::i18n::prose::isolate;
use crate::state::CompletedAction;
use crate::ui::prose;

/// The outcome of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Applied,
    Undone,
    /// The reason, as far as the account may know it.
    Overtaken(String),
    Unknown,
}

/// A record in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub record: RecordId,
    pub at: i64,
    pub author: String,
    /// The channel, as stored.
    pub via: String,
    pub sentence: String,
    /// The value before and after, where it can be told.
    pub change: Option<[String; 2]>,
    pub state: State,
    /// Whether it can be undone, for all that is known without trying.
    pub is_undoable: bool,
    pub is_checkpoint: bool,
    /// Whether undoing it is a redo.
    pub is_undo: bool,
}

impl Line {
    /// The channel in words.
    pub fn via(&self, words: &LineText) -> &'static str {
        (words.via)(self.via.parse().ok())
    }
}

impl State {
    /// The name for the styles and for files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Undone => "undone",
            Self::Overtaken(_) => "overtaken",
            Self::Unknown => "unknown",
        }
    }
}

/// The sentence of a record.
pub fn sentence(history: &History<'_>, entry: &HistoryEntry<'_>, text: &Catalog) -> String {
    let words = LineText::of(text.language);
    match &entry.what {
        What::Founding(founding) => (words.founded)(founding.organization.as_str()),
        What::Actions(_) => {
            text.summarize_actions(history.each_action(entry).map(|action| CompletedAction::past(&action)))
        }
        What::Undo { is_redo, .. } => {
            let completed: Vec<_> = history.rewound(entry.position).iter().map(CompletedAction::past).collect();
            text.rewound(*is_redo, &completed)
        }
        What::Checkpoint(name) => (words.checkpoint)(name.as_str()),
        What::NotUnderstood => words.unknown.to_owned(),
    }
}

/// The name of the account that acted.
pub fn author(history: &History<'_>, entry: &HistoryEntry<'_>, text: &Catalog) -> Rc<str> {
    history.author(entry).unwrap_or_else(|| LineText::of(text.language).no_longer_there.into())
}

/// A record in words.
pub fn line(history: &History<'_>, entry: &HistoryEntry<'_>, text: &Catalog) -> Line {
    let state = match entry.outcome {
        Outcome::Applied => State::Applied,
        Outcome::Undone(_) => State::Undone,
        Outcome::Overtaken(_) => {
            let reason = history.refusal(entry).map(|refusal| text.refusal.short_reason(refusal));
            State::Overtaken(reason.unwrap_or_default())
        }
        Outcome::NotUndone(_) => {
            let reason = history.undo_refusal(entry).map(|refusal| text.not_undone(&refusal));
            State::Overtaken(reason.unwrap_or_default())
        }
        Outcome::NotUnderstood => State::Unknown,
    };
    let change = match &entry.what {
        What::Actions(actions) if actions.len() == 1 => {
            history.actions(entry).first().and_then(|action| change(action, history, entry.position, text))
        }
        _ => None,
    };
    Line {
        record: entry.record,
        at: entry.at,
        author: author(history, entry, text).to_string(),
        via: entry.via.to_owned(),
        sentence: sentence(history, entry, text),
        change,
        is_undoable: state == State::Applied && !matches!(entry.what, What::Founding(_)),
        is_checkpoint: matches!(entry.what, What::Checkpoint(_)),
        is_undo: matches!(entry.what, What::Undo { is_redo: false, .. }),
        state,
    }
}

/// The value before and after an action at a position, in words.
fn change(action: &PastAction<'_>, history: &History<'_>, position: usize, text: &Catalog) -> Option<[String; 2]> {
    let [before, after] = action.change.as_ref()?;
    Some([in_words(before, history, position, text)?, in_words(after, history, position, text)?])
}

/// A value at the record at a position, in words.
fn in_words(value: &Value, history: &History<'_>, position: usize, text: &Catalog) -> Option<String> {
    Some(match value {
        Value::Text(name) => isolate(name),
        Value::Role(role) => (text.terms.role)(*role).to_owned(),
        Value::DefaultRole(role) => (text.terms.role)(role.role()).to_owned(),
        Value::OrganizationRole(role) => (text.terms.organization_role)(*role).to_owned(),
        Value::TeamRole(role) => (text.terms.team_role)(*role).to_owned(),
        Value::Visibility(visibility) => (text.terms.visibility)(*visibility).to_owned(),
        Value::Holder(version) => history.number_of(version)?,
        Value::Owner(person) => isolate(&history.name_at(&Grantee::Person(person.clone()), position)?),
    })
}

/// The content of a line: the sentence, the values before and after, the author and the outcome.
pub fn line_content(line: &Line, text: &Catalog) -> Html {
    let words = LineText::of(text.language);
    html! {
        <>
            <p class="history-sentence">{ prose(&line.sentence) }</p>
            if let Some([before, after]) = &line.change {
                <p>{ prose(&(words.change)(before, after)) }</p>
            }
            <p class="muted">{ prose(&(words.by)(&line.author, line.via(words))) }</p>
            if line.state == State::Undone {
                <p class="muted">{ words.undone }</p>
            }
            if let State::Overtaken(why) = &line.state {
                <p class="muted">{ prose(&(words.overtaken)(why)) }</p>
            }
        </>
    }
}

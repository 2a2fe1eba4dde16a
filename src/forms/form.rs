//! The state of a form: its fields with the stored values below them, the attempts to submit it, and the warning before
//! leaving the page. The tab keeps the draft until it is saved or discarded. Each feature defines its own fields.

use std::fmt::Display;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::submit::{SubmitGuard, use_submit_guard};
use crate::page::Page;
use crate::platform::tab;
use crate::state::{ChangeError, ViewRef};
use crate::ui::use_ask_before_leaving;

/// The longest text, in bytes, that a draft in the tab's storage keeps.
pub const KEPT_BYTES: usize = 200_000;

/// The forms of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum FormName {
    StartEmpty,
    CreateRegistry,
    RegistrySettings,
    AddMember,
    /// A person, a service account or a team.
    DirectoryEntry,
    TeamMembers,
    Project,
    LogArtifact,
    ProtectedAlias,
    OrganizationName,
    Import,
    Scenario,
    CreateCollection,
    LinkVersion,
    LinkToRegistry,
    /// A text of a collection or version that is edited in place.
    InPlace,
    /// A tag or an alias that is being added.
    Label,
}

/// The key of a draft. A draft belongs to one workspace, account, form and subject.
///
/// The form's component also uses it as its `key`, so that a different subject or account starts a new form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormKey(Rc<str>);

impl FormKey {
    /// The key of a form on the current page. The subject is the id of the edited item, or empty for a new item.
    pub fn new(page: &Page, form: FormName, subject: impl Display) -> Self {
        let workspace = page.model.workspace().map(|key| key.to_string()).unwrap_or_default();
        let account = page.model.view().map(|view| view.account.id().to_string()).unwrap_or_default();
        Self::of(&workspace, &account, form, &subject.to_string())
    }

    /// Escapes the separator within the parts, so that different forms never share a key.
    fn of(workspace: &str, account: &str, form: FormName, subject: &str) -> Self {
        let form: &str = form.into();
        let escaped = [workspace, account, form, subject].map(|part| part.replace('%', "%25").replace(':', "%3A"));
        Self(format!("registrar:draft:{}", escaped.join(":")).into())
    }

    /// The `key` of the form's component.
    pub fn as_key(&self) -> Key {
        Rc::clone(&self.0).into()
    }

    /// The draft in this tab, if any.
    pub fn recall<F: Fields>(&self) -> Option<Edits<F>> {
        tab::recall(&self.0)
    }

    /// Deletes the draft.
    pub fn forget(&self) {
        tab::forget(&self.0);
    }
}

/// The fields of a form, with the text as typed.
pub trait Fields: Clone + PartialEq + Serialize + DeserializeOwned + 'static {
    /// Updates each unchanged field to its stored value by [`follow`]. A form for a new item has no stored values.
    fn rebase(_base: &mut Self, _current: &mut Self, _stored: &Self) {}

    /// Whether the draft survives a reload of the tab.
    fn is_kept(&self) -> bool {
        true
    }
}

/// Updates a field to its stored value if it is unchanged or already equal to it.
pub fn follow<T: Clone + PartialEq>(base: &mut T, current: &mut T, stored: &T) {
    if current == base || current == stored {
        base.clone_from(stored);
        current.clone_from(stored);
    }
}

/// The edits of a form: its fields, and the stored value that each of them was changed from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edits<F> {
    /// The stored value of each field when it was changed.
    pub base: F,
    /// The current fields.
    #[serde(rename = "now")]
    pub current: F,
}

impl<F: Fields> Edits<F> {
    /// A form without changes.
    pub fn begin(stored: F) -> Self {
        Self { base: stored.clone(), current: stored }
    }

    /// The form on newer stored values. Unchanged fields show the new values.
    #[must_use]
    pub fn rebased(&self, stored: &F) -> Self {
        let Self { mut base, mut current } = self.clone();
        F::rebase(&mut base, &mut current, stored);
        Self { base, current }
    }

    /// Changes fields.
    pub fn edit(&mut self, stored: &F, change: impl FnOnce(&mut F)) {
        let mut next = self.rebased(stored);
        change(&mut next.current);
        *self = next.rebased(stored);
    }

    /// Whether any field was changed.
    pub fn is_touched(&self) -> bool {
        self.base != self.current
    }
}

/// The attempts to submit a form.
#[derive(Clone, PartialEq)]
pub struct Attempt<E = ChangeError> {
    /// The number of failed attempts.
    pub count: u32,
    /// The error of the last attempt, or `None` if the fields show it.
    pub error: Option<E>,
}

impl<E> Default for Attempt<E> {
    fn default() -> Self {
        Self { count: 0, error: None }
    }
}

/// A handle to the form's state.
pub struct Form<F, E = ChangeError> {
    key: FormKey,
    stored: F,
    edits: UseStateHandle<Edits<F>>,
    attempt: UseStateHandle<Attempt<E>>,
    was_restored: UseStateHandle<bool>,
    guard: SubmitGuard,
}

impl<F: Clone, E> Clone for Form<F, E> {
    fn clone(&self) -> Self {
        Self {
            key: self.key.clone(),
            stored: self.stored.clone(),
            edits: self.edits.clone(),
            attempt: self.attempt.clone(),
            was_restored: self.was_restored.clone(),
            guard: self.guard.clone(),
        }
    }
}

/// The form with this key. `stored` contains the initial values, and unchanged fields follow it.
#[hook]
pub fn use_form<F: Fields, E: Clone + PartialEq + 'static>(key: FormKey, stored: F) -> Form<F, E> {
    let edits = use_state_eq(|| key.recall().unwrap_or_else(|| Edits::begin(stored.clone())));
    let was_restored = use_state_eq(|| edits.rebased(&stored).is_touched());
    let attempt = use_state_eq(Attempt::default);
    let guard = use_submit_guard();
    let form = Form { key, stored, edits, attempt, was_restored, guard };
    use_ask_before_leaving(form.is_touched() && !form.is_done());
    form
}

impl<F: Fields, E: Clone + PartialEq + 'static> Form<F, E> {
    /// The fields on the current stored values.
    pub fn edits(&self) -> Edits<F> {
        self.edits.rebased(&self.stored)
    }

    /// The current fields.
    pub fn fields(&self) -> F {
        self.edits().current
    }

    /// Whether there are unsaved changes.
    pub fn is_touched(&self) -> bool {
        self.edits().is_touched()
    }

    /// Whether the changes come from an earlier draft.
    pub fn was_restored(&self) -> bool {
        *self.was_restored && self.is_touched()
    }

    /// The attempts to submit the form.
    pub fn attempt(&self) -> &Attempt<E> {
        &self.attempt
    }

    /// Changes fields. Stores the draft immediately, because the page may be closed before the next render.
    pub fn edit(&self, change: impl FnOnce(&mut F)) {
        let mut next = (*self.edits).clone();
        next.edit(&self.stored, change);
        self.keep(next);
    }

    /// Whether the form was submitted successfully: see [`Form::finish`].
    pub fn is_done(&self) -> bool {
        self.guard.is_done()
    }

    /// The view for the form: the current view, or the view at the time of the submission.
    pub fn shown_view(&self, now: &ViewRef) -> ViewRef {
        self.guard.shown_view(now)
    }

    /// Discards all changes.
    pub fn discard(&self) {
        self.keep(Edits::begin(self.stored.clone()));
        self.attempt.set(Attempt::default());
        self.was_restored.set(false);
    }

    /// Discards all changes, and then closes the form.
    pub fn on_cancel<Event>(&self, close: &Callback<()>) -> Callback<Event> {
        let form = self.clone();
        close.reform(move |_: Event| form.discard())
    }

    /// Handles the result of an attempt to submit the form. A success returns its value and discards the draft. A failure
    /// keeps the draft. Its error is `None` if the fields show it.
    pub fn handle_result<T>(&self, result: Result<T, Option<E>>) -> Option<T> {
        match result {
            Ok(done) => {
                self.discard();
                Some(done)
            }
            Err(error) => {
                self.attempt.set(Attempt { count: self.attempt.count.wrapping_add(1), error });
                None
            }
        }
    }

    /// Like [`Form::handle_result`], for a dialog that closes after success. Until then, it keeps showing the view of the
    /// submission.
    pub fn finish<T>(&self, shown: &ViewRef, result: Result<T, Option<E>>) -> Option<T> {
        let done = match result {
            Ok(done) => done,
            Err(error) => return self.handle_result(Err(error)),
        };
        self.guard.mark_done(shown);
        self.key.forget();
        Some(done)
    }

    fn keep(&self, next: Edits<F>) {
        if next.is_touched() && next.current.is_kept() {
            tab::remember(&self.key.0, &next);
        } else {
            self.key.forget();
        }
        self.edits.set(next);
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{Edits, Fields, FormKey, FormName, follow};

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Person {
        name: String,
        email: String,
    }

    impl Fields for Person {
        fn rebase(base: &mut Self, current: &mut Self, stored: &Self) {
            follow(&mut base.name, &mut current.name, &stored.name);
            follow(&mut base.email, &mut current.email, &stored.email);
        }
    }

    fn person(name: &str, email: &str) -> Person {
        Person { name: name.to_owned(), email: email.to_owned() }
    }

    #[test]
    fn an_unchanged_field_follows_the_stored_value() {
        let mut edits = Edits::begin(person("Ada", "ada@lab"));
        edits.current.name = "Ada O.".to_owned();
        let edits = edits.rebased(&person("Ada", "ada@example"));
        assert_eq!(edits.current, person("Ada O.", "ada@example"));
        assert!(edits.is_touched());
        // A changed field keeps its base, so that the form can show the conflict.
        let edits = edits.rebased(&person("A. O.", "ada@example"));
        assert_eq!((edits.base.name.as_str(), edits.current.name.as_str()), ("Ada", "Ada O."));
    }

    #[test]
    fn a_field_with_the_stored_value_is_unchanged() {
        let mut edits = Edits::begin(person("Ada", ""));
        edits.current.name = "Mina".to_owned();
        assert!(!edits.rebased(&person("Mina", "")).is_touched());
    }

    #[test]
    fn a_form_for_a_new_item_keeps_the_typed_text() {
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        struct New(String);
        impl Fields for New {}
        let mut edits = Edits::begin(New::default());
        edits.current.0 = "typed".to_owned();
        assert_eq!(edits.rebased(&New::default()), edits);
    }

    #[test]
    fn no_two_forms_share_a_key() {
        let mut keys = Vec::new();
        for workspace in ["", "w", "w:a"] {
            for account in ["", "a", "a:w", "%3A"] {
                for form in [FormName::CreateRegistry, FormName::AddMember] {
                    for subject in ["", "s", ":", "%"] {
                        keys.push(FormKey::of(workspace, account, form, subject).0);
                    }
                }
            }
        }
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}

//! A form: its fields over what is stored, kept for this tab until they are saved or discarded, the attempts to submit it, and
//! the warning before the page is left. Every form of the app is one of these; what its fields are is the feature's.

use std::fmt::Display;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::leaving::use_ask_before_leaving;
use super::submit::{SubmitGuard, use_submit_guard};
use crate::page::Page;
use crate::platform::tab;
use crate::state::{NotDone, ViewRef};

/// The forms of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum FormName {
    StartEmpty,
    CreateRegistry,
    RegistrySettings,
    AddMember,
    /// Of a person, a service account or a team.
    DirectoryEntry,
    TeamMembers,
    OrganizationName,
    Import,
}

/// Where a form is kept: it belongs to the workspace, the account, the form and the subject that it was filled in for.
///
/// A component that holds a form also has this as its `key`, so that another subject or account begins another form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormKey(Rc<str>);

impl FormKey {
    /// The key of a form as it is open on a page. The subject is the id of what the form changes, and empty for what is new.
    pub fn new(page: &Page, form: FormName, subject: impl Display) -> Self {
        let workspace = page.model.workspace().map(|key| key.to_string()).unwrap_or_default();
        let account = page.model.view().map(|view| view.account.id().to_string()).unwrap_or_default();
        Self::of(&workspace, &account, form, &subject.to_string())
    }

    /// The parts are separated by a character that no id contains unescaped.
    fn of(workspace: &str, account: &str, form: FormName, subject: &str) -> Self {
        let form: &str = form.into();
        let escaped = [workspace, account, form, subject].map(|part| part.replace('%', "%25").replace(':', "%3A"));
        Self(format!("registrar:draft:{}", escaped.join(":")).into())
    }

    /// As the `key` of a component.
    pub fn as_key(&self) -> Key {
        Rc::clone(&self.0).into()
    }

    /// What was kept of the form.
    pub fn recall<F: Fields>(&self) -> Option<Edited<F>> {
        tab::recall(&self.0)
    }

    /// Forgets what was kept of the form.
    pub fn forget(&self) {
        tab::forget(&self.0);
    }
}

/// The fields of a form, as they are typed.
pub trait Fields: Clone + PartialEq + Serialize + DeserializeOwned + 'static {
    /// Has each field that was not touched follow what is stored: see [`follow`]. A form for something new needs nothing.
    fn rebase(_base: &mut Self, _now: &mut Self, _stored: &Self) {}

    /// Whether the tab keeps the fields for a reload.
    fn is_kept(&self) -> bool {
        true
    }
}

/// Has one field follow what is stored, if it was not touched or says the same.
pub fn follow<T: Clone + PartialEq>(base: &mut T, now: &mut T, stored: &T) {
    if now == base || now == stored {
        base.clone_from(stored);
        now.clone_from(stored);
    }
}

/// The fields, beside what was stored when they were touched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edited<F> {
    /// What was stored when each field was touched.
    pub base: F,
    /// The fields as they are.
    pub now: F,
}

impl<F: Fields> Edited<F> {
    /// A form in which nothing was touched.
    pub fn begin(stored: F) -> Self {
        Self { base: stored.clone(), now: stored }
    }

    /// Over what is stored by now: fields that were not touched show it.
    #[must_use]
    pub fn over(&self, stored: &F) -> Self {
        let Self { mut base, mut now } = self.clone();
        F::rebase(&mut base, &mut now, stored);
        Self { base, now }
    }

    /// Changes fields.
    pub fn edit(&mut self, stored: &F, change: impl FnOnce(&mut F)) {
        let mut next = self.over(stored);
        change(&mut next.now);
        *self = next.over(stored);
    }

    /// Whether any field differs from what it began with.
    pub fn is_touched(&self) -> bool {
        self.base != self.now
    }
}

/// The attempts to submit a form.
#[derive(Clone, PartialEq)]
pub struct Attempt<E = NotDone> {
    /// How many there were.
    pub count: u32,
    /// Why the last one failed, unless the fields say that themselves.
    pub error: Option<E>,
}

impl<E> Default for Attempt<E> {
    fn default() -> Self {
        Self { count: 0, error: None }
    }
}

/// A form as a component holds it.
pub struct Form<F, E = NotDone> {
    key: FormKey,
    stored: F,
    edited: UseStateHandle<Edited<F>>,
    attempt: UseStateHandle<Attempt<E>>,
    was_restored: UseStateHandle<bool>,
    guard: SubmitGuard,
}

impl<F: Clone, E> Clone for Form<F, E> {
    fn clone(&self) -> Self {
        Self {
            key: self.key.clone(),
            stored: self.stored.clone(),
            edited: self.edited.clone(),
            attempt: self.attempt.clone(),
            was_restored: self.was_restored.clone(),
            guard: self.guard.clone(),
        }
    }
}

/// The form with this key. `stored` is what its fields begin with; those that are not touched follow it.
#[hook]
pub fn use_form<F: Fields, E: Clone + PartialEq + 'static>(key: FormKey, stored: F) -> Form<F, E> {
    let edited = use_state_eq(|| key.recall().unwrap_or_else(|| Edited::begin(stored.clone())));
    let was_restored = use_state_eq(|| edited.over(&stored).is_touched());
    let attempt = use_state_eq(Attempt::default);
    let guard = use_submit_guard();
    let form = Form { key, stored, edited, attempt, was_restored, guard };
    use_ask_before_leaving(form.is_touched() && !form.is_done());
    form
}

impl<F: Fields, E: Clone + PartialEq + 'static> Form<F, E> {
    /// The fields, and what they began with.
    pub fn edited(&self) -> Edited<F> {
        self.edited.over(&self.stored)
    }

    /// The fields as they are.
    pub fn fields(&self) -> F {
        self.edited().now
    }

    /// Whether something is typed that is not saved.
    pub fn is_touched(&self) -> bool {
        self.edited().is_touched()
    }

    /// Whether the fields were filled in before this component was there.
    pub fn was_restored(&self) -> bool {
        *self.was_restored && self.is_touched()
    }

    /// The attempts to submit the form.
    pub fn attempt(&self) -> &Attempt<E> {
        &self.attempt
    }

    /// Changes fields. They are kept at once and not when they are rendered: the page can go away in between.
    pub fn edit(&self, change: impl FnOnce(&mut F)) {
        let mut next = (*self.edited).clone();
        next.edit(&self.stored, change);
        self.keep(next);
    }

    /// Whether the form has done its work: see [`Form::finish`].
    pub fn is_done(&self) -> bool {
        self.guard.is_done()
    }

    /// The organization that the form speaks of: as it is now, or as it was when the form was submitted.
    pub fn shown(&self, now: &ViewRef) -> ViewRef {
        self.guard.shown(now)
    }

    /// Takes back everything that was typed.
    pub fn discard(&self) {
        self.keep(Edited::begin(self.stored.clone()));
        self.attempt.set(Attempt::default());
        self.was_restored.set(false);
    }

    /// Takes the outcome of an attempt to submit the form. Of a failure nothing is lost; an error that the fields say
    /// themselves is `None`. What was done is handed back, and nothing of the form is left.
    pub fn submitted<T>(&self, outcome: Result<T, Option<E>>) -> Option<T> {
        match outcome {
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

    /// Like [`Form::submitted`], for a dialog that is about to close: from now on it is done and shows the organization as it
    /// was.
    pub fn finish<T>(&self, shown: &ViewRef, outcome: Result<T, Option<E>>) -> Option<T> {
        let done = match outcome {
            Ok(done) => done,
            Err(error) => return self.submitted(Err(error)),
        };
        self.guard.set_done(shown);
        self.key.forget();
        Some(done)
    }

    fn keep(&self, next: Edited<F>) {
        if next.is_touched() && next.now.is_kept() {
            tab::remember(&self.key.0, &next);
        } else {
            self.key.forget();
        }
        self.edited.set(next);
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{Edited, Fields, FormKey, FormName, follow};

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Person {
        name: String,
        email: String,
    }

    impl Fields for Person {
        fn rebase(base: &mut Self, now: &mut Self, stored: &Self) {
            follow(&mut base.name, &mut now.name, &stored.name);
            follow(&mut base.email, &mut now.email, &stored.email);
        }
    }

    fn person(name: &str, email: &str) -> Person {
        Person { name: name.to_owned(), email: email.to_owned() }
    }

    #[test]
    fn a_field_that_was_not_touched_follows_what_is_stored() {
        let mut edited = Edited::begin(person("Ada", "ada@lab"));
        edited.now.name = "Ada O.".to_owned();
        let edited = edited.over(&person("Ada", "ada@example"));
        assert_eq!(edited.now, person("Ada O.", "ada@example"));
        assert!(edited.is_touched());
        // What somebody else has stored meanwhile stays visible as what the field began with.
        let edited = edited.over(&person("A. O.", "ada@example"));
        assert_eq!((edited.base.name.as_str(), edited.now.name.as_str()), ("Ada", "Ada O."));
    }

    #[test]
    fn a_field_that_says_what_is_stored_is_not_touched() {
        let mut edited = Edited::begin(person("Ada", ""));
        edited.now.name = "Mina".to_owned();
        assert!(!edited.over(&person("Mina", "")).is_touched());
    }

    #[test]
    fn a_form_for_something_new_keeps_what_was_typed() {
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        struct New(String);
        impl Fields for New {}
        let mut edited = Edited::begin(New::default());
        edited.now.0 = "typed".to_owned();
        assert_eq!(edited.over(&New::default()), edited);
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

//! The methods on whole workspaces: creating, archiving, restoring, opening and deleting them.

use domain::{AccountName, Email, Founding, OrganizationName, PersonName};
use journal::WorkspaceKey;
use wasm_bindgen::JsValue;
use workspace::Via;

use super::copy::MAX_CALL_LENGTH;
use super::error::{Answer, parse_text};
use super::javascript::to_js;
use super::types::argument;
use super::types::problem::Failure;
use super::{Api, answer, call};
use crate::i18n::Language;
use crate::i18n::terms::fault::Subject;
use crate::platform::dom;
use crate::state::ChangeError;

/// The limit of an archive in UTF-16 units, a multiple of the storage that browsers have.
const MAX_ARCHIVE_LENGTH: u32 = 50_000_000;

/// `startDemo()`.
pub fn start_demo(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    without_value(
        api.store.start_with_demo(page_language().of_demo()).map_err(|error| Failure::workspace_error(&error)),
    )
}

/// The language that the page is shown in.
fn page_language() -> Language {
    dom::root_attribute("lang").and_then(|tag| Language::of_tag(&tag)).unwrap_or(Language::English)
}

/// `startEmpty(founding)`.
pub fn start_empty(api: &Api, founding: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let given: argument::Founding = call::argument(&api.copier, founding)?;
    let founding = Founding {
        organization: parse_text(
            "organization",
            Subject::OrganizationName,
            &given.organization,
            OrganizationName::parse,
        )?,
        name: parse_text("name", Subject::PersonName, &given.name, PersonName::parse)?,
        username: parse_text("username", Subject::Username, &given.username, AccountName::parse)?,
        email: parse_text("email", Subject::Email, &given.email, Email::parse)?,
    };
    without_value(api.store.start_empty(Via::Api, &founding).map_err(|error| Failure::workspace_error(&error)))
}

/// `archive()`.
pub fn archive(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let key = api.store.model().workspace().ok_or_else(Failure::no_organization)?;
    // An unreadable workspace counts as not stored.
    let not_persisted = || Failure::change_error(None, &ChangeError::NotPersisted);
    api.store.archive(key).map(JsValue::from).ok_or_else(not_persisted)
}

/// `restore(text)`.
pub fn restore(api: &Api, text: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let text = call::text(text, "argument", MAX_ARCHIVE_LENGTH)?;
    without_value(api.store.restore(&text).map(|_| ()).map_err(|error| Failure::workspace_error(&error)))
}

/// `workspaces()`.
pub fn workspaces(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let current = api.store.current();
    let earlier = api.store.earlier();
    let current = current.iter().map(|listed| answer::workspace(listed, true));
    let earlier = earlier.iter().map(|listed| answer::workspace(listed, false));
    Ok(to_js(&current.chain(earlier).collect::<Vec<_>>()))
}

/// The key of an earlier workspace.
fn earlier_key(api: &Api, key: &JsValue) -> Answer<WorkspaceKey> {
    let key = call::text(key, "argument", MAX_CALL_LENGTH)?;
    let found = api.store.earlier_keys().into_iter().find(|earlier| earlier.to_string() == key);
    found.ok_or_else(Failure::no_workspace)
}

/// `openWorkspace(key)`.
pub fn open_workspace(api: &Api, key: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let key = earlier_key(api, key)?;
    without_value(api.store.open_earlier(key).map_err(|error| Failure::workspace_error(&error)))
}

/// `deleteWorkspace(key)`.
pub fn delete_workspace(api: &Api, key: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let key = earlier_key(api, key)?;
    let is_deleted = api.store.delete_earlier(key);
    if is_deleted { Ok(JsValue::UNDEFINED) } else { Err(Failure::change_error(None, &ChangeError::NotPersisted)) }
}

fn without_value(result: Answer<()>) -> Answer<JsValue> {
    result.map(|()| JsValue::UNDEFINED)
}

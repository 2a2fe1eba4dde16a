//! The methods about whole workspaces: beginning one, taking it along, and going back to an earlier one.

use domain::{AccountName, Email, Founding, OrganizationName, PersonName};
use journal::WorkspaceKey;
use wasm_bindgen::JsValue;
use workspace::Via;

use super::copy::LARGEST;
use super::error::{Answer, parsed};
use super::types::action;
use super::types::problem::Failure;
use super::{Api, answer, call};
use crate::i18n::terms::fault::Subject;
use crate::state::NotDone;

/// The most UTF-16 units that the text of a file may have: many times what a browser keeps, as JSON.
const LARGEST_ARCHIVE: u32 = 50_000_000;

/// `startDemo()`.
pub fn start_demo(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    done(api.store.start_with_demo().map_err(|error| Failure::not_opened(&error)))
}

/// `startEmpty(founding)`.
pub fn start_empty(api: &Api, founding: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let given: action::Founding = call::argument(&api.copier, founding)?;
    let founding = Founding {
        organization: parsed("organization", Subject::OrganizationName, &given.organization, OrganizationName::parse)?,
        name: parsed("name", Subject::PersonName, &given.name, PersonName::parse)?,
        username: parsed("username", Subject::Username, &given.username, AccountName::parse)?,
        email: parsed("email", Subject::Email, &given.email, Email::parse)?,
    };
    done(api.store.start_empty(Via::Api, &founding).map_err(|error| Failure::not_opened(&error)))
}

/// `archive()`.
pub fn archive(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let key = api.store.model().workspace().ok_or_else(Failure::no_organization)?;
    // What cannot be read now is not kept by anybody either.
    let not_kept = || Failure::not_done(None, &NotDone::NotKept);
    api.store.archive(key).map(JsValue::from).ok_or_else(not_kept)
}

/// `restore(text)`.
pub fn restore(api: &Api, text: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let text = call::text(text, "argument", LARGEST_ARCHIVE)?;
    done(api.store.restore(&text).map_err(|error| Failure::not_opened(&error)))
}

/// `workspaces()`.
pub fn workspaces(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let current = api.store.listed(api.store.model().workspace());
    let earlier = api.store.earlier();
    let current = current.iter().map(|listed| answer::workspace(listed, true));
    let earlier = earlier.iter().map(|listed| answer::workspace(listed, false));
    Ok(answer::to_js(&current.chain(earlier).collect::<Vec<_>>()))
}

/// The workspace of this key, if it is in storage and not the current one.
fn earlier(api: &Api, key: &JsValue) -> Answer<WorkspaceKey> {
    let key = call::text(key, "argument", LARGEST)?;
    let found = api.store.earlier().into_iter().find(|listed| listed.key.to_string() == key);
    found.map(|listed| listed.key).ok_or_else(Failure::no_workspace)
}

/// `openWorkspace(key)`.
pub fn open_workspace(api: &Api, key: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let key = earlier(api, key)?;
    done(api.store.open_earlier(key).map_err(|error| Failure::not_opened(&error)))
}

/// `deleteWorkspace(key)`.
pub fn delete_workspace(api: &Api, key: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let key = earlier(api, key)?;
    let is_gone = api.store.delete_earlier(key);
    if is_gone { Ok(JsValue::UNDEFINED) } else { Err(Failure::not_done(None, &NotDone::NotKept)) }
}

fn done(result: Answer<()>) -> Answer<JsValue> {
    result.map(|()| JsValue::UNDEFINED)
}

//! The methods that take back and name: undo, redo, checkpoints.

use domain::CheckpointName;
use journal::RecordId;
use wasm_bindgen::JsValue;
use workspace::{Dependents, Receipt, UndoRefusal, Via};

use super::copy::MAX_CALL_LENGTH;
use super::error::{Answer, parse_text};
use super::javascript::to_js;
use super::types::argument::UndoOptions;
use super::types::history::{UndoCheck, UndoReceipt};
use super::types::problem::Failure;
use super::{Api, call};
use crate::i18n::terms::fault::Subject;
use crate::state::{ChangeError, Undoable};

/// `undo(record, options)`.
pub fn undo(api: &Api, record: &JsValue, options: &JsValue) -> Answer<JsValue> {
    api.view()?;
    let (what, dependents) = arguments(api, record, options)?;
    receipt(api, api.store.undo(what, dependents))
}

/// `redo()`.
pub fn redo(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    api.view()?;
    receipt(api, api.store.undo(Undoable::LastUndo, Dependents::Refuse))
}

/// `canUndo(record, options)`.
pub fn can_undo(api: &Api, record: &JsValue, options: &JsValue) -> Answer<JsValue> {
    api.view()?;
    let (what, dependents) = arguments(api, record, options)?;
    let check = match api.store.check_undo(what, dependents) {
        Ok(records) => {
            // The newest is the first, as in the history.
            let undone = records.iter().rev().map(ToString::to_string).collect();
            UndoCheck { ok: true, undone: Some(undone), error: None }
        }
        Err(error) => UndoCheck { ok: false, undone: None, error: Some(Failure::change_error(None, &error)) },
    };
    Ok(to_js(&check))
}

/// `returnTo(record)`.
pub fn return_to(api: &Api, record: &JsValue, _: &JsValue) -> Answer<JsValue> {
    api.view()?;
    let record = self::record(record)?;
    receipt(api, api.store.return_to(record))
}

/// `checkpoint(name)`.
pub fn checkpoint(api: &Api, name: &JsValue, _: &JsValue) -> Answer<JsValue> {
    api.view()?;
    let name = call::text(name, "argument", MAX_CALL_LENGTH)?;
    let name = parse_text("name", Subject::CheckpointName, &name, CheckpointName::parse)?;
    let receipt = api.store.checkpoint(Via::Api, &name).map_err(|error| failure(api, &error))?;
    Ok(receipt.record.to_string().into())
}

fn arguments(api: &Api, record: &JsValue, options: &JsValue) -> Answer<(Undoable, Dependents)> {
    let what = match record.is_undefined() {
        true => Undoable::Last,
        false => Undoable::Record(self::record(record)?),
    };
    let UndoOptions { dependents } = match options.is_undefined() {
        true => UndoOptions::default(),
        false => call::argument(&api.copier, options)?,
    };
    Ok((what, if dependents == Some(true) { Dependents::UndoToo } else { Dependents::Refuse }))
}

/// The record of this name, which need not be in the log.
pub fn record(text: &JsValue) -> Answer<RecordId> {
    let text = call::text(text, "argument", MAX_CALL_LENGTH)?;
    text.parse().map_err(|_| Failure::not_undone(&UndoRefusal::Missing))
}

fn receipt(api: &Api, result: Result<Receipt, ChangeError>) -> Answer<JsValue> {
    let receipt = result.map_err(|error| failure(api, &error))?;
    let undone = api.store.undone_by(receipt.record).iter().map(ToString::to_string).collect();
    Ok(to_js(&UndoReceipt { record: receipt.record.to_string(), undone }))
}

fn failure(api: &Api, error: &ChangeError) -> Box<Failure> {
    Failure::change_error(api.view().ok().as_deref(), error)
}

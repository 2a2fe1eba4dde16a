//! The methods that read versions and their history, and compute digests.

use domain::{Alias, Numbered, Series, VersionRef};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::copy::MAX_CALL_LENGTH;
use super::error::{Answer, parse_text};
use super::javascript::to_js;
use super::reference::{self, Found, Reference, Resolver};
use super::types::action::File;
use super::types::answer;
use super::types::argument::Listing;
use super::types::problem::{Failure, Malformation};
use super::{Api, answer as answers, call, files};
use crate::i18n::terms::fault::Subject;

/// The number of versions that `versions` returns, unless another one is asked for, and the largest such number.
const LISTED: u64 = 100;
const MOST_LISTED: u64 = 1_000;

fn found<T>(found: Found<T>) -> Answer<T> {
    found.map_err(Failure::missing)
}

/// `version(reference)`.
pub fn version(api: &Api, text: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let text = call::text(text, "argument", MAX_CALL_LENGTH)?;
    let view = &*api.view()?;
    let reference = reference::version("version", &text, None)?;
    let reference = found(Resolver { lookup: view.lookup() }.version(&reference))?;
    let version_view = view.catalog().version(&reference).ok_or_else(|| Failure::missing(domain::Missing::Version))?;
    Ok(to_js(&answers::version(view, &version_view, &api.copier)))
}

/// `versions(of, { limit, before })`.
pub fn versions(api: &Api, of: &JsValue, listing: &JsValue) -> Answer<JsValue> {
    let of = call::text(of, "of", MAX_CALL_LENGTH)?;
    let view = &*api.view()?;
    let Listing { limit, before } = match listing.is_undefined() {
        true => Listing::default(),
        false => call::argument(&api.copier, listing)?,
    };
    let limit = limit.map_or(LISTED, |limit| limit.0);
    if !(1..=MOST_LISTED).contains(&limit) {
        let problem = if limit == 0 { Malformation::WrongType } else { Malformation::TooLarge };
        return Err(Failure::malformed(problem, "argument.limit", "a number from 1 to 1000"));
    }
    let before = before.map(|before| before.0);
    let resolver = Resolver { lookup: view.lookup() };
    let of = reference::series("of", &of)?;
    let (numbers, references) = match &of {
        Reference::Two(..) | Reference::Full(..) => {
            page(&found(resolver.collection(&of))?.links, limit, before, |link| VersionRef::Linked(link.id.clone()))
        }
        Reference::Id(_) if resolver.collection(&of).is_ok() => {
            page(&found(resolver.collection(&of))?.links, limit, before, |link| VersionRef::Linked(link.id.clone()))
        }
        Reference::Id(_) | Reference::Source(..) => {
            let versions = &found(resolver.artifact(&of))?.versions;
            page(versions, limit, before, |version| VersionRef::Source(version.id.clone()))
        }
    };
    let versions = references.iter().filter_map(|reference| view.catalog().version(reference));
    let versions = versions.map(|version_view| answers::version_summary(view, &version_view, &api.copier)).collect();
    Ok(to_js(&answer::Versions { versions, next: numbers }))
}

/// The items before a number, newest first, and the number before which there are more.
fn page<T: Numbered>(
    series: &Series<T>,
    limit: u64,
    before: Option<u64>,
    reference: impl Fn(&T) -> VersionRef,
) -> (Option<u32>, Vec<VersionRef>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let is_before = |item: &&std::rc::Rc<T>| before.is_none_or(|before| u64::from(item.number()) < before);
    let mut items = series.iter().rev().filter(is_before);
    let mut listed = Vec::new();
    let mut last = None;
    for item in items.by_ref().take(limit) {
        last = Some(item.number());
        listed.push(reference(item));
    }
    (last.filter(|_| items.next().is_some()), listed)
}

/// `aliasHistory(collection, alias)`.
pub fn alias_history(api: &Api, collection: &JsValue, alias: &JsValue) -> Answer<JsValue> {
    let collection = call::text(collection, "collection", MAX_CALL_LENGTH)?;
    let alias = call::text(alias, "alias", MAX_CALL_LENGTH)?;
    let view = &*api.view()?;
    let collection = reference::collection("collection", &collection)?;
    let alias = parse_text("alias", Subject::Alias, &alias, Alias::parse)?;
    let collection = found(Resolver { lookup: view.lookup() }.collection(&collection))?;
    let spans: Vec<_> = collection.history(&alias).map(|span| answers::alias_span(view, span)).collect();
    Ok(to_js(&spans))
}

/// `digest(files)`.
pub fn digest(api: &Api, files: &JsValue, _: &JsValue) -> Answer<JsValue> {
    #[derive(Serialize)]
    struct Digest {
        digest: String,
        size: f64,
        files: Vec<answer::File>,
    }

    let files: Vec<File> = call::list(&api.copier, files)?;
    let manifest = files::manifest(Some(files), "argument")?;
    Ok(to_js(&Digest {
        digest: manifest.digest().to_string(),
        size: answers::bytes(manifest.size()),
        files: manifest.files().iter().map(answers::file).collect(),
    }))
}

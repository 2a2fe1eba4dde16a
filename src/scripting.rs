//! The page API, `window.registrar`: it lets scripts on the page read and do what people can. `docs/page-api.md`
//! describes it, and `scripting/registrar.d.ts` declares it.
//!
//! The API uses the same [`Store`] as the page. It acts as the acting account, reads that account's [`View`], and
//! decides no rule. It knows no page.

mod actions;
mod answer;
mod call;
mod catalog;
mod copy;
mod error;
mod files;
mod history;
mod intent;
mod javascript;
mod listeners;
mod method;
mod names;
mod readers;
mod recorded;
mod reference;
mod types;
mod undo;
mod workspaces;

use std::rc::Rc;

use domain::{Id, Missing, Permission, RegistryPermission, VersionRef, View};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use workspace::Via;
use yew::Callback;

use self::copy::{Copier, MAX_CALL_LENGTH};
use self::error::Answer;
use self::javascript::to_js;
use self::listeners::Listeners;
use self::method::add_method;
use self::reference::Resolver;
use self::types::answer::Check;
use self::types::argument::{InProject, InRegistry, InTeam, NoDetails, StandingOf};
use self::types::problem::{Failure, Malformation};
use self::types::words::PermissionName;
use crate::state::{ChangeError, Store, Subscription, ViewRef};

/// The name of the API on the window.
const GLOBAL_NAME: &str = "registrar";

/// The event that announces the API.
const READY_EVENT: &str = "registrar-ready";

struct Api {
    store: Store,
    copier: Copier,
    listeners: Rc<Listeners>,
    /// Keeps the listeners subscribed while the API exists.
    _subscription: Subscription,
}

type Method = fn(&Api, &JsValue, &JsValue) -> Answer<JsValue>;

/// All methods. A test compares them with `registrar.d.ts`.
const METHODS: &[(&str, Method)] = &[
    ("startDemo", workspaces::start_demo),
    ("startEmpty", workspaces::start_empty),
    ("actAs", act_as),
    ("account", account),
    ("view", view),
    ("do", act),
    ("check", check),
    ("may", may),
    ("permissions", permissions),
    ("standing", standing),
    ("consequences", consequences),
    ("version", readers::version),
    ("versions", readers::versions),
    ("aliasHistory", readers::alias_history),
    ("digest", readers::digest),
    ("overtaken", overtaken),
    ("history", history::history),
    ("undo", undo::undo),
    ("redo", undo::redo),
    ("canUndo", undo::can_undo),
    ("at", history::at),
    ("changes", history::changes::between),
    ("checkpoint", undo::checkpoint),
    ("checkpoints", history::checkpoints),
    ("returnTo", undo::return_to),
    ("subscribe", subscribe),
    ("archive", workspaces::archive),
    ("restore", workspaces::restore),
    ("workspaces", workspaces::workspaces),
    ("openWorkspace", workspaces::open_workspace),
    ("deleteWorkspace", workspaces::delete_workspace),
];

/// Adds the API to the window, and announces it.
///
/// # Errors
/// The exception that the browser throws.
pub fn install(store: &Store) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    Reflect::set(&window, &GLOBAL_NAME.into(), object(store)?.as_ref())?;
    window.dispatch_event(&web_sys::Event::new(READY_EVENT)?)?;
    Ok(())
}

/// Makes the JavaScript object of the API.
///
/// # Errors
/// The exception that the browser throws.
pub fn object(store: &Store) -> Result<Object, JsValue> {
    let listeners = Rc::new(Listeners::new(store.model()));
    let on_change = {
        let listeners = Rc::downgrade(&listeners);
        Callback::from(move |model| {
            if let Some(listeners) = listeners.upgrade() {
                listeners.notify(model);
            }
        })
    };
    let copier = Copier::new()?;
    let api = Rc::new(Api { store: store.clone(), copier, listeners, _subscription: store.subscribe(on_change) });
    let object = Object::new();
    Reflect::set(&object, &"appVersion".into(), &env!("CARGO_PKG_VERSION").into())?;
    for (name, method) in METHODS {
        let api = Rc::clone(&api);
        add_method(&object, name, move |first, second| method(&api, first, second))?;
    }
    Ok(Object::freeze(&object))
}

impl Api {
    fn view(&self) -> Answer<ViewRef> {
        let model = self.store.model();
        let failure = || match model.removed {
            Some(_) => Failure::missing(Missing::Actor),
            None => Failure::no_organization(),
        };
        model.acting_view().ok_or_else(failure)
    }
}

/// `actAs(account)`.
fn act_as(api: &Api, name: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let name = call::text(name, "argument", MAX_CALL_LENGTH)?;
    let directory = api.store.model().directory().ok_or_else(Failure::no_organization)?;
    let found = names::account(directory.lookup(), &name).ok_or_else(|| Failure::missing(Missing::Account))?;
    api.store.act_as(found);
    account(api, &JsValue::UNDEFINED, &JsValue::UNDEFINED)
}

/// `account()`.
fn account(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let view = api.store.model().acting_view();
    Ok(view.map_or(JsValue::NULL, |view| to_js(&answer::account(&view, &view.account))))
}

/// `view()`.
fn view(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    Ok(api.store.model().acting_view().map_or(JsValue::NULL, |view| to_js(&answer::view(&view))))
}

/// `do(actions)`.
fn act(api: &Api, actions: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let view = api.view()?;
    let unknown_id = || Id::from_text("");
    let id_of = |nth| api.store.makes_next(nth).unwrap_or_else(unknown_id);
    let intent = intent::read(&api.copier, actions, &view, id_of)?;
    let receipt = api.store.dispatch_via(Via::Api, &intent.actions);
    let receipt = receipt.map_err(|error| match error {
        // Another tab has dispatched first.
        ChangeError::Refused(refusal, position) => intent.refused(&view, &refusal, position),
        error => Failure::change_error(Some(&view), &error),
    })?;
    // The numbers of versions are read back after keeping.
    let after = api.store.model().acting_view();
    Ok(to_js(&answer::receipt(&intent, &receipt, after.as_deref())))
}

/// Tries the actions without a dispatch. The ids of made objects are temporary.
fn try_actions(api: &Api, actions: &JsValue) -> Answer<(ViewRef, intent::Intent)> {
    let view = api.view()?;
    let intent = intent::read(&api.copier, actions, &view, |nth| Id::new("", nth))?;
    Ok((view, intent))
}

/// `check(actions)`.
fn check(api: &Api, actions: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let read_only = api.store.model().health.read_only.map(Failure::read_only);
    let error = try_actions(api, actions).err().or(read_only);
    Ok(to_js(&Check { ok: error.is_none(), error }))
}

/// `consequences(actions)`.
fn consequences(api: &Api, actions: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let (view, intent) = try_actions(api, actions)?;
    let found = view.consequences(&intent.actions);
    let found = found.map_err(|(position, refusal)| intent.refused(&view, &refusal, position))?;
    Ok(to_js(&answer::consequences(&view, intent.view().as_ref(), &found)))
}

/// `overtaken()`.
fn overtaken(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let view = api.view()?;
    let model = api.store.model();
    let overtaken: Vec<_> = model.overtaken.iter().map(|one| recorded::overtaken(&view, one)).collect();
    Ok(to_js(&overtaken))
}

/// `may(permission, of)`.
fn may(api: &Api, permission: &JsValue, of: &JsValue) -> Answer<JsValue> {
    may_in(&api.copier, || api.view(), permission, of)
}

/// Decides about a permission of the account whose view it is.
fn may_in(
    copier: &Copier,
    view: impl FnOnce() -> Answer<ViewRef>,
    permission: &JsValue,
    of: &JsValue,
) -> Answer<JsValue> {
    let code = call::text(permission, "permission", MAX_CALL_LENGTH)?;
    let view = view()?;
    let no_details = || match of.is_undefined() {
        true => Ok(()),
        false => call::argument(copier, of).map(|NoDetails {}| ()),
    };
    let team = || {
        let InTeam { team } = call::argument(copier, of)?;
        let team = names::team(view.lookup(), &team);
        if view.teams.contains(&team) { Ok(team) } else { Err(Failure::missing(Missing::Team)) }
    };
    let project = || {
        let InProject { project } = call::argument(copier, of)?;
        let project = reference::project("project", &project)?;
        Resolver { lookup: view.lookup() }.project(&project).map_err(Failure::missing)
    };
    let permission = match (RegistryPermission::from_code(&code), code.parse()) {
        (Some(permission), _) => {
            let of: InRegistry = call::argument(copier, of)?;
            permission_in(&view, permission, of)?
        }
        (None, Ok(PermissionName::CreateRegistry)) => no_details().map(|()| Permission::CreateRegistry)?,
        (None, Ok(PermissionName::ManageDirectory)) => no_details().map(|()| Permission::ManageDirectory)?,
        (None, Ok(PermissionName::ManageTeam)) => Permission::ManageTeam(team()?),
        (None, Ok(PermissionName::CreateProject)) => Permission::CreateProject(team()?),
        (None, Ok(PermissionName::WriteProject)) => Permission::WriteProject(project()?),
        (None, Ok(PermissionName::ManageProject)) => Permission::ManageProject(project()?),
        (None, Err(_)) => {
            return Err(Failure::malformed(Malformation::UnknownValue, "permission", "the name of a permission"));
        }
    };
    Ok(to_js(&answer::verdict(&view, &view.may(&permission))))
}

/// A permission in a registry, or for a collection or version of it.
fn permission_in(view: &View, permission: RegistryPermission, of: InRegistry) -> Answer<Permission> {
    let resolver = Resolver { lookup: view.lookup() };
    match of {
        InRegistry { registry: Some(registry), collection: None, version: None } => {
            let registry =
                names::registry(view.lookup(), &registry).ok_or_else(|| Failure::missing(Missing::Registry))?;
            Ok(Permission::InRegistry(registry.id().clone(), permission))
        }
        InRegistry { registry: None, collection: Some(collection), version: None } => {
            let collection = reference::collection("collection", &collection)?;
            let collection = resolver.collection(&collection).map_err(Failure::missing)?;
            Ok(Permission::InCollection(collection.id.clone(), permission))
        }
        InRegistry { registry: None, collection: None, version: Some(version) } => {
            let version = reference::linked("version", &version)?;
            match resolver.version(&version).map_err(Failure::missing)? {
                VersionRef::Linked(link) => Ok(Permission::OnLink(link, permission)),
                VersionRef::Source(_) => Err(Failure::missing(Missing::Version)),
            }
        }
        InRegistry { registry: None, collection: None, version: None } => {
            Err(Failure::malformed(Malformation::MissingField, "argument.registry", "a string"))
        }
        _ => Err(Failure::malformed(Malformation::UnknownField, "argument", "a registry, a collection or a version")),
    }
}

/// `permissions()`.
fn permissions(_: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    Ok(to_js(&answer::permissions()))
}

/// `standing(of)`.
fn standing(api: &Api, of: &JsValue, _: &JsValue) -> Answer<JsValue> {
    standing_in(&api.copier, &*api.view()?, of)
}

/// The standing of an account in the state of the view.
fn standing_in(copier: &Copier, view: &View, of: &JsValue) -> Answer<JsValue> {
    let StandingOf { registry, account } = call::argument(copier, of)?;
    let account = match account {
        Some(name) => names::account(view.lookup(), &name).ok_or_else(|| Failure::missing(Missing::Account))?,
        None => view.account.clone(),
    };
    let registry = names::registry(view.lookup(), &registry).ok_or_else(|| Failure::missing(Missing::Registry))?;
    let found = view.standing_of(&account, registry.id());
    Ok(found.map_or(JsValue::NULL, |found| to_js(&answer::standing(view, &found))))
}

/// `subscribe(listener)`.
fn subscribe(api: &Api, listener: &JsValue, _: &JsValue) -> Answer<JsValue> {
    match listener.dyn_ref::<Function>() {
        Some(listener) => Ok(api.listeners.add(listener)),
        None => Err(Failure::malformed(Malformation::WrongType, "argument", "a function")),
    }
}

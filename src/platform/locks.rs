//! The Web Locks of the browser, which all tabs of an origin share. Without them, as on plain `http://`, a tab holds a
//! workspace alone if it is the only tab.
//!
//! web-sys declares the locks as unstable, so this module calls them by name.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use journal::WorkspaceKey;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use workspace::Locks;
use yew::Callback;

/// The time in which other tabs see this tab's writes, in milliseconds. Browsers need a few.
const SETTLING: u32 = 1000;

/// The locks of this tab.
pub struct BrowserLocks {
    manager: Option<Object>,
    is_alone: Callback<(), bool>,
}

/// A lock, until it is dropped. It is released while the page is in the browser's cache.
#[must_use = "dropping it releases the lock"]
pub struct Lock {
    release: Rc<RefCell<Option<Function>>>,
    _listeners: Vec<EventListener>,
}

impl BrowserLocks {
    /// The locks of the browser. Without locks, `is_alone` tells whether this is the only tab.
    #[must_use]
    pub fn new(is_alone: Callback<(), bool>) -> Self {
        let navigator = web_sys::window().map(|window| window.navigator());
        let manager = navigator.and_then(|navigator| Reflect::get(&navigator, &"locks".into()).ok());
        Self { manager: manager.and_then(|manager| manager.dyn_into().ok()), is_alone }
    }

    /// Whether the browser has locks.
    #[must_use]
    pub fn are_given(&self) -> bool {
        self.manager.is_some()
    }
}

impl Locks for BrowserLocks {
    type Held = Lock;

    fn share(&self, workspace: WorkspaceKey) -> Lock {
        let release = Rc::new(RefCell::new(None));
        let mut listeners = Vec::new();
        if let Some((manager, window)) = self.manager.clone().zip(web_sys::window()) {
            let ask = {
                let release = release.clone();
                move || *release.borrow_mut() = request(&manager, workspace, "shared", |_| {})
            };
            ask();
            // The browser does not keep a page with a lock in its cache.
            listeners.push(EventListener::new(&window, "pagehide", {
                let release = release.clone();
                move |_| release_lock(&release)
            }));
            listeners.push(EventListener::new(&window, "pageshow", move |event| {
                if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted)
                {
                    ask();
                }
            }));
        }
        Lock { release, _listeners: listeners }
    }

    async fn alone(&self, workspace: WorkspaceKey) -> Option<Lock> {
        let Some(manager) = &self.manager else {
            let lock = Lock { release: Rc::default(), _listeners: Vec::new() };
            return self.is_alone.emit(()).then_some(lock);
        };
        let mut release = None;
        let answered = Promise::new(&mut |answer, _| {
            let answer = move |granted: bool| drop(answer.call1(&JsValue::UNDEFINED, &granted.into()));
            release = request(manager, workspace, "exclusive", answer);
        });
        let lock = Lock { release: Rc::new(RefCell::new(release)), _listeners: Vec::new() };
        let granted = JsFuture::from(answered).await.ok()?.as_bool()?;
        granted.then_some(lock)
    }

    async fn settle(&self) {
        TimeoutFuture::new(SETTLING).await;
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        release_lock(&self.release);
    }
}

fn release_lock(release: &RefCell<Option<Function>>) {
    if let Some(release) = release.borrow_mut().take() {
        let _ = release.call0(&JsValue::UNDEFINED);
    }
}

/// Requests the lock of a workspace, and returns the function that releases it, before or after it is granted. An exclusive
/// lock is granted now or not at all. `on_answer` gets whether it is granted.
fn request(
    manager: &Object,
    workspace: WorkspaceKey,
    mode: &str,
    on_answer: impl Fn(bool) + Clone + 'static,
) -> Option<Function> {
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let on_granted = {
        let on_answer = on_answer.clone();
        move |lock: JsValue| {
            on_answer(!lock.is_null());
            JsValue::from(held)
        }
    };
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &mode.into()).ok()?;
    Reflect::set(&options, &"ifAvailable".into(), &(mode == "exclusive").into()).ok()?;
    let method: Function = Reflect::get(manager, &"request".into()).ok()?.dyn_into().ok()?;
    let name = format!("registrar:{workspace}");
    let asked = method.call3(manager, &name.into(), &options, &Closure::once_into_js(on_granted)).ok();
    spawn_local(async move {
        // The promise is rejected if the page may not use locks. After an answer this one has no effect.
        if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
            let _ = JsFuture::from(asked).await;
        }
        on_answer(false);
    });
    release
}

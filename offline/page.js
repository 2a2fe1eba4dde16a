// Keeps the site in this browser, so that it opens without a network: registers the worker and offers its updates. What the
// worker does is made by Workbox. `cargo xtask hook` bundles this script into a release site; a site without it says nothing
// of working offline.
//
// The state is in attributes of the root element, and the event `registrar:offline` tells that one has changed:
//
// - `data-offline`: "new" when the site has just been kept, "ready" if it was before, "failed", "insecure" or "unsupported".
// - `data-update`: "waiting" if a new version can be started, "started" if this tab still runs the earlier one.
// - `data-unsaved-tabs`: while an update waits, the titles of all tabs with unsaved input, as JSON.
// - `data-install`: "offered" if the browser can install the site as an app, "installed" in its window.
//
// The page asks by the events `registrar:update` and `registrar:install`. While the attribute `data-unsaved` is set, this tab
// holds unsaved input; `registrar:unsaved` tells that it has changed.

import { Workbox } from "workbox-window";

/** All files that the worker keeps, from the build. */
const KEPT_FILES = __KEPT_FILES__;

/** An open tab asks for a new version at most this often, in milliseconds. */
const CHECK_INTERVAL = 60 * 60 * 1000;

/** The first moments after the start belong to the person, in milliseconds. */
const START_DELAY = 500;

const root = document.documentElement;
const site = location.pathname.replace(/index\.html$/, "");

/** The worker's address, and the only one that becomes a script by the page's policy. */
const WORKER = new URL("sw.js", document.baseURI).href;

const policy = globalThis.trustedTypes?.createPolicy("registrar", {
  createScriptURL(address) {
    if (address === WORKER) return address;
    throw new TypeError(`${address} is no worker of this site`);
  },
});

function tell(changes) {
  Object.assign(root.dataset, changes);
  dispatchEvent(new Event("registrar:offline"));
}

// ---- Unsaved input ----------------------------------------------------------------------------------------------

// Every tab with unsaved input shares a lock that is named after its title. The browser releases it with the tab.
const UNSAVED = `registrar:unsaved:${site}:`;
const channel = new BroadcastChannel(`registrar:offline:${site}`);
let releaseLock = null;

async function holdLock() {
  const isUnsaved = "unsaved" in root.dataset;
  if (isUnsaved === (releaseLock !== null)) return;
  if (isUnsaved) {
    const held = new Promise((resolve) => (releaseLock = resolve));
    const lock = navigator.locks.request(UNSAVED + document.title, { mode: "shared" }, () => held);
    lock.catch(() => {}); // The browser refuses locks with storage, and then there is no worker either.
    channel.postMessage("unsaved");
  } else {
    releaseLock();
    releaseLock = null;
  }
  await listUnsavedTabs();
}

async function unsavedTabs() {
  const { held, pending } = await navigator.locks.query();
  const shared = [...held, ...pending].filter(({ name, mode }) => name.startsWith(UNSAVED) && mode === "shared");
  return [...new Set(shared.map(({ name }) => name.slice(UNSAVED.length)))];
}

/** While an update waits, lists the tabs with unsaved input, and again when one of them has none any more or is closed. */
async function listUnsavedTabs() {
  if (root.dataset.update === undefined) return;
  const titles = await unsavedTabs().catch(() => []);
  const unsaved = JSON.stringify(titles);
  if (root.dataset.unsavedTabs !== unsaved) tell({ unsavedTabs: unsaved });
  for (const title of titles) awaitRelease(title);
}

const awaited = new Set();

/** Waits for the lock of a title: it is granted once no tab shares it. */
async function awaitRelease(title) {
  if (awaited.has(title)) return;
  awaited.add(title);
  await navigator.locks.request(UNSAVED + title, () => {}).catch(() => {});
  awaited.delete(title);
  await listUnsavedTabs();
}

// ---- The worker -------------------------------------------------------------------------------------------------

/** The registration of the worker, through workbox-window. */
let workbox = null;
let registration = null;
let lastCheck = 0;

/** Whether a worker has run before: then another one that takes over this tab is of another version. */
let isInstalled = Boolean(navigator.serviceWorker?.controller);

async function register() {
  lastCheck = Date.now();
  workbox = new Workbox(policy?.createScriptURL(WORKER) ?? WORKER, { updateViaCache: "none" });
  workbox.addEventListener("activated", ({ isUpdate, isExternal }) => {
    if (!isUpdate) tell({ offline: isExternal ? "ready" : "new" });
  });
  workbox.addEventListener("redundant", () => {
    if (!registration?.active) tell({ offline: "failed" }); // Such as for want of room.
  });
  workbox.addEventListener("waiting", offerUpdate);
  try {
    registration = await workbox.register({ immediate: true });
  } catch {
    // The host has no worker, the browser blocks storage, or the network is lost.
    registration = null;
    tell({ offline: "failed" });
    return;
  }
  // workbox-window stops listening after the first update that another tab or a check has found.
  registration.addEventListener("updatefound", ({ target: { installing } }) => {
    // The first worker waits as well, for a moment.
    installing?.addEventListener("statechange", () => registration.active && registration.waiting && offerUpdate());
  });
  if (registration.active?.state === "activated") {
    isInstalled = true;
    tell({ offline: "ready" });
    await restoreKeptFiles();
  }
}

/** Looks for a new version, or tries again to install the first one. */
async function check() {
  if (Date.now() - lastCheck < CHECK_INTERVAL && root.dataset.offline !== "failed") return;
  lastCheck = Date.now();
  if (root.dataset.offline === "failed") return register();
  await workbox?.update().catch(() => {}); // Without a network there is nothing new.
}

/** Fetches what the browser has deleted of the kept files: a worker keeps again what it finds missing. */
async function restoreKeptFiles() {
  const names = await caches.keys();
  const own = names.find((name) => name.startsWith("registrar-precache-") && name.endsWith(`-${registration.scope}`));
  const kept = own ? (await (await caches.open(own)).keys()).length : 0;
  if (kept >= KEPT_FILES.length) return;
  await Promise.allSettled(KEPT_FILES.map((file) => fetch(file)));
}

async function offerUpdate() {
  if (root.dataset.update === undefined) tell({ update: "waiting" });
  await listUnsavedTabs();
}

/** Starts the waiting version in all tabs, unless one of them holds unsaved input. */
async function startUpdate() {
  await listUnsavedTabs();
  if (root.dataset.update === "started") return location.reload();
  if (root.dataset.unsavedTabs === "[]") workbox.messageSkipWaiting();
}

/** Reloads a page that could not be loaded, with the newest version if there is one. */
async function recover() {
  const found = await navigator.serviceWorker.getRegistration(document.baseURI);
  const limit = new Promise((resolve) => setTimeout(resolve, 5000));
  await Promise.race([found?.update(), limit]).catch(() => {});
  const next = found?.waiting ?? found?.installing;
  if (!next) return location.reload();
  const step = () => {
    if (next.state === "installed") next.postMessage({ type: "SKIP_WAITING" });
    if (next.state === "activated" || next.state === "redundant") location.reload();
  };
  next.addEventListener("statechange", step);
  step();
}

function onControllerChange() {
  if (!isInstalled) {
    isInstalled = true;
  } else if ("unsaved" in root.dataset) {
    // Input that began in the last moment. Everything that this tab needs is loaded.
    tell({ update: "started", unsavedTabs: "[]" });
  } else {
    location.reload();
  }
}

function keepOffline() {
  navigator.serviceWorker.addEventListener("controllerchange", onControllerChange);
  channel.addEventListener("message", listUnsavedTabs);
  addEventListener("registrar:unsaved", holdLock);
  addEventListener("registrar:update", startUpdate);
  addEventListener("registrar:recover", (event) => {
    event.preventDefault();
    recover();
  });
  holdLock();
  const start = () => {
    register();
    addEventListener("online", check);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
    setInterval(check, CHECK_INTERVAL);
  };
  const startSoon = () => setTimeout(start, START_DELAY);
  if (window.registrar) startSoon();
  else addEventListener("registrar-ready", startSoon, { once: true });
}

if (!isSecureContext) tell({ offline: "insecure" });
else if (!navigator.serviceWorker || !navigator.locks) tell({ offline: "unsupported" });
else keepOffline();

// ---- Installing -------------------------------------------------------------------------------------------------

let installPrompt = null;

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault(); // The page has a button of its own.
  installPrompt = event;
  tell({ install: "offered" });
});

addEventListener("registrar:install", async () => {
  const prompt = installPrompt;
  installPrompt = null;
  delete root.dataset.install;
  await prompt?.prompt().catch(() => {});
  dispatchEvent(new Event("registrar:offline"));
});

addEventListener("appinstalled", () => tell({ install: "installed" }));

if (matchMedia("(display-mode: standalone), (display-mode: minimal-ui), (display-mode: window-controls-overlay)").matches) {
  tell({ install: "installed" });
}

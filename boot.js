// Loads the WebAssembly module, and shows the crash screen when the program fails. It ignores the errors of other scripts.
// This script works without the module, since nothing of the module is reliable after a panic. It never removes
// anything from local storage.

// ---- Load -------------------------------------------------------------------------------------------------------
// This script runs as soon as it has arrived, and the module loads while the browser parses the document.

/** The address of a part of this build, "js" or "wasm": its name is in the tag of this script. */
function addressOf(name) {
  return new URL(document.querySelector("script[data-wasm]").dataset[name], document.baseURI).href;
}

/** Compiles the module while it downloads, or afterwards if the host does not send its media type. */
async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${address}`);
  const isTyped = response.headers.get("content-type")?.startsWith("application/wasm");
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The program: that of this site, unless single-file.js has brought it along. Frames of its functions have these addresses. */
const program = globalThis.registrarProgram ?? {
  addresses: [addressOf("js"), addressOf("wasm"), import.meta.url],
  load: () => Promise.all([import(addressOf("js")), compile(addressOf("wasm"))]),
};
const loading = program.load();
loading.catch(() => {}); // `start` shows the failure.

/** For scripts on the page. */
window.registrarReady = new Promise((resolve) => {
  addEventListener("registrar-ready", () => resolve(window.registrar), { once: true });
});

if (document.readyState === "loading") {
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

// ---- Elements ---------------------------------------------------------------------------------------------------

const root = document.documentElement;
const app = document.getElementById("app");
const crash = document.getElementById("crash");
const crashElement = (name) => document.getElementById(`crash-${name}`);

/** Runs `task`, and returns `fallback` if it throws. Blocked storage throws on every access. */
function attempt(task, fallback) {
  try {
    return task();
  } catch {
    return fallback;
  }
}

// ---- Crash ------------------------------------------------------------------------------------------------------

let reportCount = 0;
let isShown = false;

/** The organization that was saved in this page, if it is a single file in which one was saved. */
const original = document.querySelector("#registrar-original[data-id]");

/** The name of this site among others of its origin: the id of a saved page, or the path. */
const site = original ? `page:${original.dataset.id}` : location.pathname.replace(/index\.html$/, "");
const pointer = `registrar:current:${site}`;

/** The keys of Registrar, sorted. Throws if storage is blocked. */
function storedKeys() {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index))
    .filter((key) => key?.startsWith("registrar:"))
    .sort();
}

/** Adds a report to the diagnostics. The first one is the cause, and later ones are its consequences. */
function addReport(message, stack) {
  reportCount += 1;
  if (reportCount > 20) return;
  const text = stack && !stack.includes(message) ? `${message}\n${stack}` : stack || message;
  const lines = reportCount === 1 ? [text, "", ...environment()] : ["", `Then (${reportCount}):`, text];
  crashElement("diagnostics").append(`${lines.join("\n")}\n`);
}

/** Time, address, browser and storage. The query is left out, since it can name the acting account. */
function environment() {
  const sizes = attempt(() => storedKeys().map((key) => [key, localStorage.getItem(key)?.length ?? 0]), null);
  const total = sizes?.reduce((sum, [, size]) => sum + size, 0);
  return [
    `Time: ${new Date().toISOString()}`,
    `Address: ${location.origin}${location.pathname}${location.hash.split("?")[0]}`,
    `Browser: ${navigator.userAgent}`,
    sizes ? `Storage: ${sizes.length} keys, ${total} characters` : "Storage: blocked",
    ...(sizes ?? []).slice(0, 50).map(([key, size]) => `  ${key} ${size}`),
    ...(sizes?.length > 50 ? [`  and ${sizes.length - 50} more keys`] : []),
  ];
}

/** Shows the crash screen. `kind` is "stopped", or "load" if the module never started. The first call decides. */
function showCrash(kind, message, stack) {
  root.dataset.crashed = ""; // The storage adapter refuses every write while this is set.
  attempt(() => addReport(message, stack));
  if (isShown) return;
  isShown = true;
  crash.dataset.kind = kind;
  // An open modal dialog would cover the crash screen and make it inert.
  for (const dialog of document.querySelectorAll("dialog[open]")) attempt(() => dialog.close());
  for (const popover of attempt(() => document.querySelectorAll(":popover-open"), [])) attempt(() => popover.hidePopover());
  app.inert = true;
  app.setAttribute("aria-hidden", "true");
  crash.hidden = false;
  scrollTo(0, 0);
  crashElement("title").focus();
  document.title = crashElement("title").innerText.trim();
  // A failed download has nothing to do with the data, so only a crash of the running module counts.
  if (kind === "stopped") {
    const crashes = attempt(() => (Number(sessionStorage.getItem("registrar:crashes")) || 0) + 1, 1);
    attempt(() => sessionStorage.setItem("registrar:crashes", String(crashes)));
    crashElement("again").hidden = crashes < 2;
  }
}

// Stops events before the crashed module handles them. A window calls its listeners in the order of their registration, so
// these are registered before those of the module. `beforeunload` is left out: browsers do not keep a page for *Back* that
// always listens to it.
for (const type of ["pagehide", "pageshow", "popstate", "hashchange", "storage", "keydown", "keyup", "close", "cancel"]) {
  addEventListener(type, (event) => isShown && event.stopImmediatePropagation(), true);
}

// ---- Failures ---------------------------------------------------------------------------------------------------

/** A frame of a function that the browser brings along: the frame below it has called it. */
const BUILT_IN = /\(<anonymous>\)$|\(native\)$|\[native code\]$/;

/** A frame of a module without an address: the host did not name the module's type, so it was compiled from bytes. */
const WITHOUT_ADDRESS = /wasm:\/\/wasm\/|\[wasm code\]/;

/**
 * Whether the program threw an error: the frame at the top of the stack decides. Frames of the program stand also below a
 * function of a script that the program calls, and an error without a stack has only the address that the browser names.
 */
function isOurs(error, address) {
  // The page API throws its refusals, which break nothing, from frames of the program. They have a code.
  if (typeof error?.code === "string") return false;
  const frames = framesOf(error);
  if (frames.length === 0) return isOwn(address ?? "");
  const top = frames.find((frame) => !WITHOUT_ADDRESS.test(frame));
  return top === undefined || isOwn(top);
}

/** Whether an address is one of this build, or a frame has one. */
function isOwn(text) {
  return program.addresses.some((address) => text.includes(address));
}

/** The frames of an error's stack, the last call first. */
function framesOf(error) {
  const stack = error?.stack;
  if (typeof stack !== "string") return [];
  // Chromium writes the message before the frames. The message can quote frames of another error.
  const first = stack.search(/^ +at /m);
  const message = error.message ? stack.indexOf(error.message) : -1;
  const begin = message >= 0 && message < first ? message + error.message.length : 0;
  const lines = stack.slice(begin).split("\n");
  return lines.filter((line) => (first < 0 ? line : /^ +at /.test(line)) && !BUILT_IN.test(line));
}

// A panic announces itself. Without one the program stops when its stack or the memory is exhausted, and when something
// that it calls throws unexpectedly. An error can be made to look like ours: nothing worse follows than the crash screen.
addEventListener("registrar:crash", (event) => showCrash("stopped", String(event.detail ?? "panic"), ""));
addEventListener("error", ({ error, message, filename, lineno, colno }) => {
  if (attempt(() => isOurs(error, filename), false)) showCrash("stopped", `${message} (${filename}:${lineno}:${colno})`, error?.stack);
});
addEventListener("unhandledrejection", ({ reason }) => {
  // The browser, or the person whom it asks, has declined something: that breaks nothing.
  if (reason instanceof DOMException) return;
  if (attempt(() => isOurs(reason), false)) showCrash("stopped", `Unhandled rejection: ${reason.message}`, reason.stack);
});

// ---- The crash screen's buttons ---------------------------------------------------------------------------------

/** Announces a message in the live region, in the page's language. */
function announce(name) {
  crashElement("status").textContent = crashElement("messages").querySelector(`[data-message=${name}] [lang=${root.lang.startsWith("ko") ? "ko" : "en"}]`).textContent;
}

/** The stored data as an archive: the current workspace, or the organization of a saved page, or all workspaces. */
function makeArchive() {
  if (original && attempt(() => localStorage.getItem(pointer), null) === null) return JSON.parse(original.textContent);
  const all = storedKeys();
  const current = localStorage.getItem(pointer) ?? "";
  const own = all.filter((key) => current && key.startsWith(`registrar:${current}:`));
  const workspace = own.length ? current : "";
  const archived = own.length ? own : all.filter((key) => !key.startsWith("registrar:prefs") && !key.startsWith("registrar:current:"));
  const prefixLength = own.length ? `registrar:${current}:`.length : "registrar:".length;
  const values = Object.fromEntries(archived.map((key) => [key.slice(prefixLength), localStorage.getItem(key)]));
  return { format: "registrar", version: 1, workspace, exported: Date.now(), values };
}

function download() {
  const data = attempt(makeArchive, null);
  if (!data) return announce("blocked");
  if (!Object.keys(data.values).length) return announce("nothing");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
  // The module names the organization once it has opened it.
  const name = (data.workspace && crash.dataset.organization) || data.workspace.replace(/[^\p{L}\p{N}_-]+/gu, "-");
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  link.download = ["registrar", name, ...day].filter(Boolean).join("-") + ".json";
  link.hidden = true;
  crash.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  announce("downloaded");
}

async function copyDiagnostics() {
  const text = crashElement("diagnostics");
  try {
    await navigator.clipboard.writeText(text.textContent); // Missing on an insecure origin.
    announce("copied");
  } catch {
    crashElement("details").open = true;
    text.focus();
    getSelection().selectAllChildren(text);
    announce("selected");
  }
}

/** Clears the site's pointer to its workspace. All data stays in storage. */
function startWithoutData() {
  const isWritten = attempt(() => {
    localStorage.setItem(pointer, "none");
    return localStorage.getItem(pointer) === "none";
  }, false);
  if (!isWritten) return announce("refused");
  attempt(() => sessionStorage.removeItem("registrar:crashes"));
  attempt(() => history.replaceState(null, "", "#/"));
  location.reload();
}

/** Reloads. After a failed load, offline/page.js may start a newer version first that the browser has kept. */
function reload() {
  const isTaken = crash.dataset.kind === "load" && !dispatchEvent(new Event("registrar:recover", { cancelable: true }));
  if (!isTaken) location.reload();
}

crashElement("reload").addEventListener("click", reload);
crashElement("download").addEventListener("click", download);
crashElement("copy").addEventListener("click", copyDiagnostics);
crashElement("start-empty").addEventListener("click", startWithoutData);

// ---- Start ------------------------------------------------------------------------------------------------------

/** Starts the module once it is loaded. An exception before the start is a failed load, and one after it is a crash. */
async function start() {
  let kind = "load";
  try {
    const [{ default: init }, module] = await loading;
    // A module of another program has other imports and does not link, unless it has none.
    if (WebAssembly.Module.imports(module).length === 0) throw new Error("The module is not Registrar’s");
    await globalThis.registrarStorage; // theme.js tells when a file may ask for its storage.
    kind = "stopped";
    await init({ module_or_path: module });
  } catch (error) {
    // The module and its script are of different versions, so the module did not start.
    if (error instanceof (globalThis.WebAssembly?.LinkError ?? Error)) kind = "load";
    showCrash(kind, String(error?.message ?? error), error?.stack);
  }
}
start();

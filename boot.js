// Loads the module, and is there when the module is not: it shows the crash screen when the program fails. Errors of other
// scripts are their own business. It stands alone: after a panic nothing of the module can be relied on. It never removes
// anything from local storage.

const root = document.documentElement;
const app = document.getElementById("app");
const crash = document.getElementById("crash");
const part = (name) => document.getElementById(`crash-${name}`);

/** Runs `task`; gives `otherwise` when it throws. Storage that is blocked throws at every touch. */
function attempt(task, otherwise) {
  try {
    return task();
  } catch {
    return otherwise;
  }
}

// ---- Crash ------------------------------------------------------------------------------------------------------

let reports = 0;
let revealed = false;

/** Where the site lives: several sites share one origin. */
const site = location.pathname.replace(/index\.html$/, "");
const pointer = `registrar:current:${site}`;

/** All keys of Registrar, sorted; throws when storage is blocked. */
function keys() {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index))
    .filter((key) => key?.startsWith("registrar:"))
    .sort();
}

/** Adds one report to the diagnostics: the first one says what happened, later ones what followed. */
function report(message, stack) {
  reports += 1;
  if (reports > 20) return;
  const text = stack && !stack.includes(message) ? `${message}\n${stack}` : stack || message;
  const lines = reports === 1 ? [text, "", ...circumstances()] : ["", `Then (${reports}):`, text];
  part("diagnostics").append(`${lines.join("\n")}\n`);
}

/** When, where and with how much data. The query of the address may say who was acting: it is left out. */
function circumstances() {
  const sizes = attempt(() => keys().map((key) => [key, localStorage.getItem(key)?.length ?? 0]), null);
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

/** Shows the crash screen. `kind` is "stopped", or "load" when the program never began. The first call decides. */
function reveal(kind, message, stack) {
  root.dataset.crashed = ""; // The storage adapter refuses every write while this is there.
  attempt(() => report(message, stack));
  if (revealed) return;
  revealed = true;
  crash.dataset.kind = kind;
  // An open modal dialog would lie above the crash screen and make it inert.
  for (const dialog of document.querySelectorAll("dialog[open]")) attempt(() => dialog.close());
  for (const popover of attempt(() => document.querySelectorAll(":popover-open"), [])) attempt(() => popover.hidePopover());
  app.inert = true;
  app.setAttribute("aria-hidden", "true");
  crash.hidden = false;
  scrollTo(0, 0);
  part("title").focus();
  document.title = part("title").innerText.trim();
  // A part that did not arrive says nothing about the data: only a program that stopped counts.
  if (kind === "stopped") {
    const crashes = attempt(() => (Number(sessionStorage.getItem("registrar:crashes")) || 0) + 1, 1);
    attempt(() => sessionStorage.setItem("registrar:crashes", String(crashes)));
    part("again").hidden = crashes < 2;
  }
}

// Keeps events from a stopped program, which would go on handling them. A window calls its listeners in the order in which
// they were added, so these are there before the program's. There is none for `beforeunload`: a browser does not keep a page
// for *Back* that always listens to it.
for (const type of ["pagehide", "pageshow", "popstate", "hashchange", "storage", "keydown", "keyup", "close", "cancel"]) {
  addEventListener(type, (event) => revealed && event.stopImmediatePropagation(), true);
}

// ---- Failures ---------------------------------------------------------------------------------------------------

/** The address of a part of this build, "js" or "wasm": its name is in the tag of this script. */
function addressOf(name) {
  return new URL(document.querySelector("script[data-wasm]").dataset[name], document.baseURI).href;
}

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
  return [addressOf("js"), addressOf("wasm"), import.meta.url].some((address) => text.includes(address));
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

// A panic tells of itself. Without one the program stops when its stack or the memory is exhausted, and when something
// that it calls throws unexpectedly. An error can be made to look like ours: nothing worse follows than the crash screen.
addEventListener("registrar:crash", (event) => reveal("stopped", String(event.detail ?? "panic"), ""));
addEventListener("error", ({ error, message, filename, lineno, colno }) => {
  if (attempt(() => isOurs(error, filename), false)) reveal("stopped", `${message} (${filename}:${lineno}:${colno})`, error?.stack);
});
addEventListener("unhandledrejection", ({ reason }) => {
  // The browser, or the person whom it asks, has declined something: that breaks nothing.
  if (reason instanceof DOMException) return;
  if (attempt(() => isOurs(reason), false)) reveal("stopped", `Unhandled rejection: ${reason.message}`, reason.stack);
});

// ---- The crash screen's buttons ---------------------------------------------------------------------------------

/** Says something in the live region, in the language of the page. */
function say(name) {
  part("status").textContent = part("messages").querySelector(`[data-message=${name}] [lang=${root.lang.startsWith("ko") ? "ko" : "en"}]`).textContent;
}

/** What is stored, in the export format: the current workspace, or all of them when none is current. */
function exported() {
  const all = keys();
  const current = localStorage.getItem(pointer) ?? "";
  const own = all.filter((key) => current && key.startsWith(`registrar:${current}:`));
  const workspace = own.length ? current : "";
  const chosen = own.length ? own : all.filter((key) => !key.startsWith("registrar:prefs") && !key.startsWith("registrar:current:"));
  const from = own.length ? `registrar:${current}:`.length : "registrar:".length;
  const values = Object.fromEntries(chosen.map((key) => [key.slice(from), localStorage.getItem(key)]));
  return { format: "registrar", version: 1, workspace, exported: Date.now(), values };
}

function download() {
  const data = attempt(exported, null);
  if (!data) return say("blocked");
  if (!Object.keys(data.values).length) return say("nothing");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
  const name = data.workspace.replace(/[^\p{L}\p{N}_-]+/gu, "-");
  link.download = ["registrar", name, new Date().toISOString().slice(0, 10)].filter(Boolean).join("-") + ".json";
  link.hidden = true;
  crash.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say("downloaded");
}

async function copyDiagnostics() {
  const text = part("diagnostics");
  try {
    await navigator.clipboard.writeText(text.textContent); // Not there on an insecure origin.
    say("copied");
  } catch {
    part("details").open = true;
    text.focus();
    getSelection().selectAllChildren(text);
    say("selected");
  }
}

/** Points this site at no workspace. Every key of the earlier one stays where it is. */
function startWithoutData() {
  const written = attempt(() => {
    localStorage.setItem(pointer, "none");
    return localStorage.getItem(pointer) === "none";
  }, false);
  if (!written) return say("refused");
  attempt(() => sessionStorage.removeItem("registrar:crashes"));
  attempt(() => history.replaceState(null, "", "#/"));
  location.reload();
}

part("reload").addEventListener("click", () => location.reload());
part("download").addEventListener("click", download);
part("copy").addEventListener("click", copyDiagnostics);
part("start-empty").addEventListener("click", startWithoutData);

// ---- Scripts on the page ----------------------------------------------------------------------------------------

window.registrarReady = new Promise((resolve) => {
  addEventListener("registrar-ready", () => resolve(window.registrar), { once: true });
});

// ---- Load -------------------------------------------------------------------------------------------------------

/** Compiles while it arrives where the host names the type, and after it has arrived where it does not. */
async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${address}`);
  const named = response.headers.get("content-type")?.startsWith("application/wasm");
  return named ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Loads and starts the program. What throws before it runs is a failed load; after that, a crash. */
async function load() {
  let kind = "load";
  try {
    const [{ default: init }, module] = await Promise.all([import(addressOf("js")), compile(addressOf("wasm"))]);
    kind = "stopped";
    await init({ module_or_path: module });
  } catch (error) {
    // The two parts are of different versions: it could not begin.
    if (error instanceof (globalThis.WebAssembly?.LinkError ?? Error)) kind = "load";
    reveal(kind, String(error?.message ?? error), error?.stack);
  }
}
load();

// A former version kept the unpacked module here. Other sites of the origin clear away their own.
attempt(() => caches.delete(`registrar:${site}`).catch(() => {}));

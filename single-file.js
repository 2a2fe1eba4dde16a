// Brings along the program in a page that is one file. `cargo xtask build` bundles it with theme.js, boot.js and the module's
// script: the page's policy allows one script, by its hash. The module stands in a data block of the page, as Base64 of its
// gzip. Its text is half as long as that of the plain bytes, and the page opens sooner.

import * as glue from "registrar-app";

/** The bytes of a Base64 text. `Uint8Array.fromBase64` is younger than the browsers that the page supports. */
function decodeBase64(text) {
  return Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Compiles the module while it is unpacked. */
async function compile() {
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  // A stream of a Blob would pass its bytes through another process, which takes 40 ms.
  const packed = new Response(decodeBase64(document.getElementById("registrar-module").textContent)).body;
  const unpacked = packed.pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compileStreaming(new Response(unpacked, { headers: { "content-type": "application/wasm" } }));
}

/** The program that boot.js starts. Frames of the script have the address that the page was opened at. */
globalThis.registrarProgram = {
  addresses: [location.href.split("#")[0]],
  load: () => Promise.all([glue, compile()]),
};

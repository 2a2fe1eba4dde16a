// Makes a built site work offline: `node offline/build.js <folder>`. It bundles the page's script, links it in index.html, and
// has Workbox write the service worker from the files in the folder. `cargo xtask hook` calls this last, since the worker lists
// every file with the hash of its content.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { generateSW, getManifest } from "workbox-build";

const site = process.argv[2];

/** Everything but what the page never loads: files for hosts, for installing and for authors of scripts. */
const KEPT = {
  globDirectory: site,
  globPatterns: ["**/*"],
  globIgnores: ["sw.js", "registrar.html", "404.html", "_headers", "app/**", "**/*.d.ts"],
  // Workbox leaves out larger files with a warning only.
  maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
};

const read = (file) => readFile(join(site, file));
const hash = (bytes, form) => createHash("sha256").update(bytes).digest(form);

/** Adds the script to the page. Its tag names the build. */
async function addScript() {
  const { manifestEntries } = await getManifest(KEPT);
  const files = manifestEntries.map(({ url }) => url).sort();
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("page.js", import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { __KEPT_FILES__: JSON.stringify(files), "process.env.NODE_ENV": '"production"' },
    write: false,
  });
  const script = outputFiles[0].contents;
  const name = `offline-${hash(script, "hex").slice(0, 16)}.js`;
  await writeFile(join(site, name), script);

  const contents = await Promise.all([...files, name].map(read));
  const number = hash(contents.map((bytes) => hash(bytes, "hex")).join(), "hex").slice(0, 8);
  const page = (await read("index.html")).toString();
  const boot = /<script[^>]*boot\.js[^>]*><\/script>/;
  if (!boot.test(page)) throw new Error("index.html has no tag of boot.js");
  const tag = `<script async data-build=${number} src=./${name} type=module></script>`;
  await writeFile(join(site, "index.html"), page.replace(boot, `$&${tag}`));
}

/**
 * Adds the hash of each file's content, so that the browser refuses a file that is cut off, of another version, or a page that
 * the network has put in its place. The worker is then not installed, and the one before it stays.
 */
async function addIntegrity(entries) {
  const manifest = await Promise.all(
    entries.map(async (entry) => ({ ...entry, integrity: `sha256-${hash(await read(entry.url), "base64")}` })),
  );
  return { manifest };
}

async function addWorker() {
  const { count, size, warnings } = await generateSW({
    ...KEPT,
    swDest: join(site, "sw.js"),
    manifestTransforms: [addIntegrity],
    // Trunk writes a hash of 16 digits without its leading zeros.
    dontCacheBustURLsMatching: /-[0-9a-f]{10,16}(_bg)?\.\w+$/,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: "production",
    cacheId: "registrar",
    cleanupOutdatedCaches: true,
    // A new worker waits for the message SKIP_WAITING, and then takes over all tabs.
    skipWaiting: false,
    clientsClaim: true,
    // The page answers at the address of its folder, with any query. There is no fallback for other addresses: they can belong to
    // another site of the origin, and an asset is never answered by a page.
    directoryIndex: "index.html",
    ignoreURLParametersMatching: [/./],
    // The page in a single file, once it was asked for. It is not of a version with the other files.
    runtimeCaching: [{ urlPattern: /\/registrar\.html$/, handler: "NetworkFirst" }],
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  console.log(`The worker keeps ${count} files, ${size} bytes.`);
}

await addScript();
await addWorker();

// Renders the icons of the web app manifest into icons/app/: `CHROMIUM=/usr/bin/chromium node icons/render.js`. Run it after a
// change of a drawing in this folder.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";

const here = (name) => new URL(name, import.meta.url);
const read = async (name) => (await readFile(here(name))).toString();

/** A symbol of the page's icons, white on the square of the app's icon. */
async function shortcut(id) {
  const [, shape] = new RegExp(`<symbol id="icon-${id}"[^>]*>(.*?)</symbol>`).exec(await read("sprite.svg"));
  const style = 'fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 32 32" ${style}><rect x="-6" y="-6" width="32" height="32" rx="7" fill="#0f6b66" stroke="none"/>${shape}</svg>`;
}

const ICONS = [
  ["any", await read("app-rounded.svg"), [48, 72, 96, 128, 144, 192, 256, 384, 512, 1024]],
  ["maskable", await read("app.svg"), [48, 72, 96, 128, 192, 384, 512, 1024]],
  ["apple", await read("app.svg"), [180]],
  ["monochrome", await read("app-monochrome.svg"), [96, 192, 512]],
  ["create", await shortcut("plus"), [96, 192]],
  ["guide", await shortcut("guide"), [96, 192]],
];

await mkdir(here("app/"), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [name, drawing, sizes] of ICONS) {
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    const source = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
    await page.setContent(`<body style="margin:0"><img style="display:block" width="${size}" height="${size}" src="${source}">`);
    await writeFile(here(`app/${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();

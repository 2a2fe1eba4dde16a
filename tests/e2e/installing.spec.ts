/** The site as an installed app, and on plain hosts: its manifest, its headers, and addresses that are not secure. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from './server.ts';
import { create, expectLanding, link, startDemo, visit } from './support/app.ts';
import { expect, test, waitUntilKept } from './support/offline.ts';

const DIST = 'dist';

test('Chromium reports no installability errors', async ({ site }, testInfo) => {
  // A window of Playwright’s is private, and nothing is installed from there.
  const profile = await mkdtemp(join(tmpdir(), 'registrar-'));
  const context = await chromium.launchPersistentContext(profile, testInfo.project.use.launchOptions);
  try {
    const page = await context.newPage();
    await page.goto(site.url);
    await waitUntilKept(page);
    const session = await context.newCDPSession(page);
    expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
    await expect.poll(async () => (await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  } finally {
    await context.close();
    await rm(profile, { recursive: true });
  }
});

test('the icons of the manifest exist in their stated sizes', async () => {
  interface Picture {
    src: string;
    sizes: string;
    purpose?: string;
  }
  const manifest = JSON.parse((await readFile(join(DIST, 'manifest.webmanifest'))).toString()) as {
    icons: Picture[];
    screenshots: Picture[];
    shortcuts: { url: string; icons: Picture[] }[];
  };
  const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)];
  for (const { src, sizes } of pictures.filter(({ src }) => src.endsWith('.png'))) {
    const header = await readFile(join(DIST, src));
    expect(`${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`, src).toBe(sizes);
  }
  for (const purpose of ['any', 'maskable']) {
    const sizes = manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
    expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
  }
});

test('the shortcuts of the manifest open their pages', async ({ page }) => {
  await startDemo(page);
  const { shortcuts } = JSON.parse((await readFile(join(DIST, 'manifest.webmanifest'))).toString()) as { shortcuts: { name: string; url: string }[] };
  for (const { name, url } of shortcuts) {
    await page.goto('about:blank');
    await page.goto(url);
    await expect(page.getByRole('heading', { name, exact: true }).first()).toBeVisible();
  }
});

test('a button installs the site where the browser supports it', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/about');
  const button = page.getByRole('button', { name: 'Install Registrar' });
  await waitUntilKept(page);
  await expect(page.getByRole('main')).toContainText('is not installed as an app');
  await expect(button).toHaveCount(0);
  await page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => void dispatchEvent(new Event('appinstalled')),
    });
    dispatchEvent(offer);
  });
  await button.click();
  await expect(page.getByRole('main')).toContainText('is installed as an app');
  await expect(button).toHaveCount(0);
});

test('without a secure context everything works, and Your data explains the missing offline support', async ({ site }, testInfo) => {
  const options = testInfo.project.use.launchOptions ?? {};
  const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), '--host-resolver-rules=MAP registrar.test 127.0.0.1'] });
  try {
    const page = await browser.newPage({ locale: 'en-US' });
    await startDemo(page, site.url.replace('localhost', 'registrar.test'));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await create(page, { name: 'In a local network' });
    await page.reload();
    await expect(link(page, 'In a local network')).toBeVisible();
    await visit(page, '#/data');
    await expect(page.getByRole('region', { name: 'Offline' })).toContainText('Browsers keep pages only at https:// addresses');
    await visit(page, '#/');
    await expectLanding(page);
  } finally {
    await browser.close();
  }
});

for (const type of ['application/octet-stream', 'text/plain']) {
  test(`a host that takes the module for ${type} serves it, also offline`, async ({ browser }) => {
    const { url, server } = await serve(DIST, { types: { '.wasm': type, '.webmanifest': 'application/octet-stream' } });
    const context = await browser.newContext({ baseURL: url });
    try {
      const page = await context.newPage();
      await startDemo(page, url);
      await waitUntilKept(page);
      await context.setOffline(true);
      await page.reload();
      await expectLanding(page);
    } finally {
      await context.close();
      server.close();
    }
  });
}

test('the headers for hosts repeat the policy of the page', async () => {
  const page = (await readFile('index.html')).toString();
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const headers = (await readFile(join(DIST, '_headers'))).toString();
  const sent = [...headers.matchAll(/^\/(\S*)\n {2}Content-Security-Policy: (.*)$/gm)].map(([, path, value]) => [path, value]);
  expect(sent.filter(([path]) => path === '' || path === 'index.html').map(([, value]) => value)).toEqual(Array(2).fill(`${policy}; frame-ancestors 'self'`));
});

test('the page of a host for addresses without a file leads to the site', async ({ page, site, watch }) => {
  watch.allow(/404/);
  const notFound = await readFile(join(DIST, '404.html'));
  site.fault = (pathname) => (pathname === '/about' ? { status: 404, body: notFound.toString() } : undefined);
  await page.goto('./about');
  await page.getByRole('link', { name: 'Open Registrar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
});

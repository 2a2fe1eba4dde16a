/** Networks, hosts, browsers and caches that fail: each ends in a working page of one version with its data, or in a clear page. */

import type { Page } from '@playwright/test';
import { DEEP_PATH, type Fault } from './server.ts';
import { create, expectLanding, link, startDemo, visit } from './support/app.ts';
import { buildOf, expect, lookForUpdate, offer, test, waitUntilKept } from './support/offline.ts';
import { snapshot } from './support/storage.ts';

const PORTAL = '<!doctype html><title>Sign in</title><h1>Sign in to this network</h1>';

/** Ways in which a request fails. */
const FAULTS: Record<string, Fault> = {
  'a network that is lost': 'lost',
  'a file that is cut off': 'cut',
  'a file that is missing': { status: 404 },
  'a host with an error': { status: 500 },
  'a page in the place of a file': { status: 200 },
  'a captive portal that leads elsewhere': { status: 302, location: 'http://portal.invalid/' },
  'another file in its place': { status: 200, type: 'application/wasm', body: '\0asm\x01\0\0\0' },
};

const couldNotLoad = (page: Page) => page.getByRole('heading', { level: 1, name: 'Registrar could not be loaded' });

for (const [what, fault] of Object.entries(FAULTS)) {
  test(`${what} during the first visit is reported, and a reload recovers`, async ({ page, site, watch }) => {
    watch.allow(/./);
    site.fault = (pathname) => (pathname.endsWith('.wasm') ? fault : undefined);
    await page.goto('./');
    await expect(couldNotLoad(page)).toBeVisible();
    site.fault = undefined;
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('button', { name: 'Start with the demo organization' }).click();
    await expectLanding(page);
    await waitUntilKept(page);
  });

  test(`${what} while the site is cached leaves a working page, and caching is completed later`, async ({ page, context, site, watch }) => {
    watch.allow(/./);
    site.fault = (pathname, isOfWorker) => (isOfWorker && pathname.endsWith('.wasm') ? fault : undefined);
    await startDemo(page);
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'failed');
    await create(page, { name: 'Made meanwhile' });
    await visit(page, '#/data');
    await expect(page.getByRole('region', { name: 'Offline' })).toContainText('is not kept for use without a network');
    site.fault = undefined;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await waitUntilKept(page);
    await expect(page.getByRole('region', { name: 'Offline' })).toContainText('opens at this address without a network');
    await context.setOffline(true);
    await visit(page, '#/');
    await page.reload();
    await expect(link(page, 'Made meanwhile')).toBeVisible();
  });
}

test('responses of a captive portal are never cached or shown', async ({ page, site, watch }) => {
  watch.allow(/./);
  await startDemo(page);
  await waitUntilKept(page);
  const build = await buildOf(page);
  site.fault = () => ({ status: 200, body: PORTAL });
  await lookForUpdate(page);
  await page.reload();
  await expectLanding(page);
  expect(await buildOf(page)).toBe(build);
  await expect(offer(page)).toHaveCount(0);
});

test('a quota that is too small for the site is reported, and the page works', async ({ page, context, watch, baseURL }) => {
  watch.allow(/./);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, quotaSize: 1_000_000 });
  await startDemo(page);
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'failed');
  await create(page, { name: 'Made without room' });
  await page.reload();
  await expect(link(page, 'Made without room')).toBeVisible();
  await visit(page, '#/data');
  await expect(page.getByRole('region', { name: 'Offline' })).toContainText('no room');
});

/** Deletes all caches, as a browser that is short of room does. */
async function deleteCaches(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
}

test('caches that the browser deletes during a visit are filled again', async ({ page, context }) => {
  await startDemo(page);
  await waitUntilKept(page);
  await deleteCaches(page);
  await create(page, { name: 'Made without caches' });
  await page.reload();
  await expect(link(page, 'Made without caches')).toBeVisible();
  await waitUntilKept(page);
  const kept = () =>
    page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).filter((name) => name.startsWith('registrar-precache'));
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1).replace(/-[0-9a-f]{10,16}/, ''));
    });
  await expect.poll(kept).toEqual(expect.arrayContaining(['index.html', 'boot.js', 'theme.js', 'styles.css', 'registrar-app.js', 'registrar-app_bg.wasm', 'offline.js']));
  await context.setOffline(true);
  await page.reload();
  await expect(link(page, 'Made without caches')).toBeVisible();
});

test('caches that are gone when a new version is published lead to the new version', async ({ page, site, watch }) => {
  watch.allow(/./);
  await startDemo(page);
  await waitUntilKept(page);
  const first = await buildOf(page);
  await create(page, { name: 'Made before' });
  await deleteCaches(page);
  await site.publish(1);
  // The browser shows its own page for this address while the earlier worker ends.
  await page.reload().catch(() => undefined);
  await expect(async () => {
    await page.goto('./');
    await expectLanding(page);
  }).toPass();
  expect(await buildOf(page)).not.toBe(first);
  await expect(link(page, 'Made before')).toBeVisible();
});

test('a lost part of the cache is reported, and a reload starts the available version', async ({ page, site, watch }) => {
  watch.allow(/./);
  await startDemo(page);
  await waitUntilKept(page);
  const first = await buildOf(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (request.url.endsWith('.wasm')) await cache.delete(request);
    }
  });
  await site.publish(1);
  await page.reload();
  await expect(couldNotLoad(page)).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expectLanding(page);
  expect(await buildOf(page)).not.toBe(first);
});

test('a browser that blocks storage works with the worker, and in memory', async ({ page, context }) => {
  await startDemo(page);
  await waitUntilKept(page);
  await context.setOffline(true);
  await page.goto('./?storage=blocked#/');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expectLanding(page);
  await expect(page.locator('.banner')).toContainText('This browser blocks storage');
  await create(page, { name: 'In memory' });
});

test('a window that keeps no pages, as a private one in some browsers, says so', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }));
  await startDemo(page);
  await visit(page, '#/data');
  await expect(page.getByRole('region', { name: 'Offline' })).toContainText('this private window keeps no pages');
});

test('a browser that refuses workers and caches says so, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
    ServiceWorkerContainer.prototype.register = refuse;
    CacheStorage.prototype.keys = refuse;
    LockManager.prototype.query = refuse;
  });
  await startDemo(page);
  await create(page, { name: 'All the same' });
  await visit(page, '#/data');
  await expect(page.getByRole('region', { name: 'Offline' })).toContainText('blocks storage');
});

test('a moved site opens at its old and its new path', async ({ page, site, watch }) => {
  watch.allow(/./);
  await startDemo(page, '/');
  await waitUntilKept(page);
  await create(page, { name: 'Made before the move' });
  const before = await snapshot(page);
  site.fault = (pathname) => (pathname.startsWith(DEEP_PATH) ? undefined : { status: 404 });
  await lookForUpdate(page);
  await page.reload();
  await expect(link(page, 'Made before the move')).toBeVisible();
  expect(await snapshot(page)).toEqual(before);
  await page.goto(DEEP_PATH);
  const earlier = page.getByRole('region', { name: 'Earlier organizations' });
  await expect(earlier).toContainText('Lighthouse Labs');
  await earlier.getByRole('button', { name: /^Open/ }).click();
  await expect(link(page, 'Made before the move')).toBeVisible();
  await waitUntilKept(page);
});

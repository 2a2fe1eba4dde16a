/** New versions of the site under open tabs: offered, started in all tabs at once, and never while input is unsaved. */

import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { create, createDialog, expectLanding, link, openCreate, startDemo } from './support/app.ts';
import { buildOf, expect, lookForUpdate, offer, test, waitUntilKept } from './support/offline.ts';
import { snapshot } from './support/storage.ts';

// Each version is built with a worker of its own.
test.describe.configure({ timeout: 180_000 });

/** Opens the demo organization with the published version kept, and running from what is kept. */
async function openKept(page: Page): Promise<string | null> {
  await startDemo(page);
  await waitUntilKept(page);
  await page.reload();
  await expectLanding(page);
  return buildOf(page);
}

/** Presses the offer's button, and waits until the page runs another build. */
async function update(page: Page, from: string | null): Promise<void> {
  await offer(page).getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => buildOf(page).catch(() => from)).not.toBe(from);
  await expectLanding(page);
}

test('a new version is offered, waits for unsaved input, and starts in all tabs at once', async ({ page, context, site }) => {
  const first = await openKept(page);
  const other = await context.newPage();
  await other.goto('./');
  await expectLanding(other);
  const dialog = await openCreate(other);
  await dialog.getByLabel('Name', { exact: true }).fill('Half filled');

  await site.publish(1);
  await lookForUpdate(page);
  await expect(offer(page)).toContainText('It waits for unsaved input in');
  await expect(offer(page)).toContainText('Registry · Lighthouse Labs · Registrar');
  await expect(offer(page).getByRole('button')).toHaveCount(0);
  // A tab that is opened meanwhile gets the version of the others.
  const late = await context.newPage();
  await late.goto('./');
  await expectLanding(late);
  expect(await buildOf(late)).toBe(first);
  await expect(offer(late)).toContainText('It waits for unsaved input in');

  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Half filled');
  await dialog.getByRole('button', { name: 'Create registry' }).click();
  await expect(createDialog(other)).toHaveCount(0);
  await expect(offer(page)).not.toContainText('unsaved');
  await update(page, first);
  for (const tab of [other, late]) {
    await expect.poll(() => buildOf(tab).catch(() => first)).toBe(await buildOf(page));
    await expect(link(tab, 'Half filled')).toBeVisible();
    await expect(offer(tab)).toHaveCount(0);
  }
});

test('discarded input and closed tabs do not hold back an update', async ({ page, context, site }) => {
  await openKept(page);
  const other = await context.newPage();
  await other.goto('./#/create-registry');
  await createDialog(other).getByLabel('Name', { exact: true }).fill('Given up');
  await site.publish(1);
  await lookForUpdate(page);
  await expect(offer(page)).toContainText('unsaved');
  await other.close();
  await page.bringToFront();
  await expect(offer(page).getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('quick releases, a skipped release and a rollback all end in one version', async ({ page, context, site }) => {
  const first = await openKept(page);
  await site.publish(1);
  await lookForUpdate(page);
  await expect(offer(page)).toBeVisible();
  await site.publish(2);
  await lookForUpdate(page);
  await update(page, first);
  await expect(page.locator('script[data-wasm]')).toHaveAttribute('data-wasm', /app-0+2_bg\.wasm$/);

  const second = await buildOf(page);
  await waitUntilKept(page);
  await site.publish(0);
  await lookForUpdate(page);
  await update(page, second);
  expect(await buildOf(page)).toBe(first);
  await waitUntilKept(page);
  await context.setOffline(true);
  await page.reload();
  await expectLanding(page);
  expect(await buildOf(page)).toBe(first);
});

test('a version published while the first one is cached replaces it', async ({ page, context, site }) => {
  site.fault = (pathname) => {
    if (pathname === '/sw.js') void site.publish(1);
    return undefined;
  };
  await site.publish(1);
  await site.publish(0);
  await startDemo(page);
  await waitUntilKept(page);
  await context.setOffline(true);
  await page.reload();
  await expectLanding(page);
  await expect(page.locator('script[data-wasm]')).toHaveAttribute('data-wasm', /app-0+1_bg\.wasm$/);
});

test('a tab open for a week keeps working and offers the newest version', async ({ page, site }) => {
  await page.clock.install();
  await startDemo(page);
  await page.clock.runFor(1000);
  await waitUntilKept(page);
  const first = await buildOf(page);
  await site.publish(1);
  await page.clock.fastForward(7 * 24 * 60 * 60 * 1000);
  await expect(offer(page)).toBeVisible();
  await create(page, { name: 'After a week' });
  expect(await buildOf(page)).toBe(first);
  await update(page, first);
  await expect(link(page, 'After a week')).toBeVisible();
});

test('an interrupted update keeps the running version and is offered once complete', async ({ page, context, site, watch }) => {
  watch.allow(/./);
  const first = await openKept(page);
  await site.publish(1);
  const faults = ['lost', 'cut', { status: 404 }, { status: 500 }, { status: 200 }, { status: 302, location: 'http://portal.invalid/' }] as const;
  for (const fault of faults) {
    site.fault = (pathname, isOfWorker) => (isOfWorker && pathname.endsWith('.wasm') ? fault : undefined);
    await lookForUpdate(page);
      await expect(offer(page)).toHaveCount(0);
    await context.setOffline(true);
    await page.reload();
    await expectLanding(page);
    expect(await buildOf(page)).toBe(first);
    await context.setOffline(false);
  }
  site.fault = undefined;
  await lookForUpdate(page);
  await expect(offer(page)).toBeVisible();
});

test('a broken version is replaced by a working one without a click', async ({ page, site, watch }) => {
  watch.allow(/^(console|uncaught): /);
  const first = await openKept(page);
  await create(page, { name: 'Made before' });
  const before = await snapshot(page);
  await site.publish(1);
  await site.change(async (folder) => writeFile(join(folder, 'boot.js'), 'throw new Error("a bad version");'));
  // Its worker lists the bad file, as a real one would.
  await site.rebuild();
  await lookForUpdate(page);
  await offer(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'Loading…' })).toBeVisible();

  await site.publish(0);
  await site.change((folder) => copyFile('offline/retire.js', join(folder, 'sw.js')));
  // The page can reload itself as soon as the worker is gone.
  await lookForUpdate(page).catch(() => undefined);
  await expect(async () => {
    await page.goto('./');
    await expectLanding(page);
  }).toPass();
  expect(await buildOf(page)).toBe(first);
  await expect(link(page, 'Made before')).toBeVisible();
  expect(await snapshot(page)).toEqual(before);
});

test('a broken version is replaced when its last tab closes', async ({ page, context, site, watch }) => {
  watch.allow(/^(console|uncaught): /);
  await openKept(page);
  await site.publish(1);
  await site.change(async (folder) => writeFile(join(folder, 'boot.js'), 'throw new Error("a bad version");'));
  await site.rebuild();
  await lookForUpdate(page);
  await offer(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'Loading…' })).toBeVisible();
  await site.publish(2);
  await lookForUpdate(page);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null)).not.toBeNull();
  await page.close();
  // The browser replaces the version a moment after its last tab was closed. A tab that is opened before has the bad one.
  await expect(async () => {
    const other = await context.newPage();
    await other.goto('./');
    const heading = other.getByRole('heading', { name: 'Registry', exact: true, level: 1 });
    if (!(await heading.waitFor({ timeout: 3000 }).then(() => true, () => false))) await other.close();
    await expectLanding(other);
  }).toPass();
});

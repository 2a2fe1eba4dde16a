/** Stored data that something else removes or damages while tabs are open: the page reports it, and a tab keeps its records. */

import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Registrar } from '../../src/scripting/registrar.d.ts';
import {
  create,
  DEMO_REGISTRIES,
  expectLanding,
  fill,
  link,
  names,
  openCreate,
  startDemo,
  submitButton,
  toast,
  visit,
} from './support/app.ts';
import { createRegistry, downloaded, encode, put, records, snapshot, valuesOf, workspace } from './support/storage.ts';
import { expect, test } from './support/test.ts';

const POINTER = 'registrar:current:/';

function banner(page: Page): Locator {
  return page.locator('.banner').filter({ hasText: 'Something outside of Registrar has removed stored data' });
}

/** Another program of the origin, in a tab of its own. */
async function openForeignTab(context: BrowserContext): Promise<Page> {
  const foreignTab = await context.newPage();
  await foreignTab.route('**/foreignTab', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
  );
  await foreignTab.goto('./foreignTab');
  return foreignTab;
}

/** Like developer tools or another program of the origin. Other tabs get an event, this one does not. */
async function clear(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.clear());
}

/** The window gets the focus, as after the use of developer tools. */
async function focus(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('focus')));
}

test('a tab keeps records that another tab clears, and writes them back', async ({ page, context }) => {
  await startDemo(page);
  await create(page, { name: 'Made before' });
  const before = await snapshot(page);
  const key = await workspace(page);
  const foreignTab = await openForeignTab(context);
  await clear(foreignTab);
  await expect(banner(page)).toBeVisible();
  await expect(names(page)).toHaveText(['Made before', ...DEMO_REGISTRIES]);
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Read-only');
  expect(await snapshot(page)).toEqual({});

  const { archive } = await downloaded(page, () => banner(page).getByRole('button', { name: 'Download' }).click());
  expect(archive.values).toEqual(valuesOf(before, key));

  // A form keeps its input, and says what to do first.
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Made afterwards', types: ['model'] });
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('Write it back first');
  expect(await snapshot(page)).toEqual({});
  await page.keyboard.press('Escape');
  await banner(page).getByRole('button', { name: 'Write back' }).click();
  await expect(toast(page)).toContainText('Everything is back in this browser’s storage.');
  await expect(banner(page)).toHaveCount(0);
  const stored = await snapshot(page);
  expect(valuesOf(stored, key)).toEqual(valuesOf(before, key));
  expect(stored[POINTER]).toBe(key);
  await visit(page, '#/create-registry');
  await submitButton(page.getByRole('dialog', { name: 'Create registry' })).click();
  await expect(link(page, 'Made afterwards')).toBeVisible();
  await page.reload();
  await expect(names(page)).toHaveText(['Made afterwards', 'Made before', ...DEMO_REGISTRIES]);
});

test('each of several tabs offers to write back, and after one has done so the others continue', async ({ page, context }) => {
  await startDemo(page);
  const other = await context.newPage();
  await other.goto('./');
  await expectLanding(other);
  await clear(other);
  await focus(other);
  await expect(banner(page)).toBeVisible();
  await expect(banner(other)).toBeVisible();
  await banner(other).getByRole('button', { name: 'Write back' }).click();
  await expect(banner(other)).toHaveCount(0);
  await expect(banner(page)).toHaveCount(0);
  await create(page, { name: 'Made afterwards' });
  await expect(link(other, 'Made afterwards')).toBeVisible();
});

test('records that are removed one by one are all kept', async ({ page, context }) => {
  await startDemo(page);
  const before = await snapshot(page);
  const key = await workspace(page);
  const foreignTab = await openForeignTab(context);
  for (const { key } of await records(page)) await put(foreignTab, key, null);
  await expect(banner(page)).toBeVisible();
  // The browser tells this tab of the removals one by one.
  await expect.poll(() => records(page)).toEqual([]);
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await banner(page).getByRole('button', { name: 'Write back' }).click();
  await expect(banner(page)).toHaveCount(0);
  expect(valuesOf(await snapshot(page), key)).toEqual(valuesOf(before, key));
});

test('a script in the same tab gets the reason and the archive', async ({ page }) => {
  await startDemo(page);
  const before = valuesOf(await snapshot(page), await workspace(page));
  await clear(page);
  const result = await page.evaluate(() => {
    const { registrar } = window as unknown as { registrar: Registrar };
    try {
      registrar.do({ type: 'addTeam', name: 'late' });
      return { error: null, archive: '' };
    } catch (error) {
      return { error: { ...(error as object) }, archive: registrar.archive() };
    }
  });
  expect(result.error).toMatchObject({ code: 'read_only', why: 'lost' });
  expect((JSON.parse(result.archive) as { values: unknown }).values).toEqual(before);
  await expect(banner(page)).toBeVisible();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
});

test('a full storage takes nothing back and says so', async ({ page }) => {
  await startDemo(page);
  await clear(page);
  await focus(page);
  await page.evaluate(() => {
    let filler = '';
    for (let size = 4 << 20; size >= 1; ) {
      try {
        localStorage.setItem('another project', filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        size >>= 1;
      }
    }
  });
  await banner(page).getByRole('button', { name: 'Write back' }).click();
  await expect(toast(page)).toContainText('this browser’s storage is full');
  await expect(banner(page)).toBeVisible();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await put(page, 'another project', null);
  await banner(page).getByRole('button', { name: 'Write back' }).click();
  await expect(banner(page)).toHaveCount(0);
  await page.reload();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
});

for (const pointer of [null, '', 'garbage']) {
  test(`a tab whose pointer becomes ${JSON.stringify(pointer)} keeps everything and writes it back`, async ({ page, context }) => {
    await startDemo(page);
    const before = await snapshot(page);
    const foreignTab = await openForeignTab(context);
    await put(foreignTab, POINTER, pointer);
    await expect(banner(page)).toBeVisible();
    await expect(names(page)).toHaveText(DEMO_REGISTRIES);
    await banner(page).getByRole('button', { name: 'Write back' }).click();
    await expect(banner(page)).toHaveCount(0);
    expect(await snapshot(page)).toEqual(before);
  });
}

test('a damaged pointer is reported at the start, with the organizations to open', async ({ page }) => {
  await startDemo(page);
  await put(page, POINTER, 'garbage');
  const before = await snapshot(page);
  await page.reload();
  const warning = page.locator('.banner').filter({ hasText: 'The stored note of which organization was open here is damaged.' });
  await expect(warning).toBeVisible();
  expect(await snapshot(page)).toEqual(before);
  await page.getByRole('button', { name: 'Open Lighthouse Labs' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await expect(warning).toHaveCount(0);
  // Where nothing is damaged, nothing is result.
  await put(page, POINTER, 'none');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
  await expect(warning).toHaveCount(0);
});

test('an organization with the largest possible clock can be viewed, and says why nothing is saved', async ({ page }) => {
  await startDemo(page);
  const last = (await records(page)).at(-1);
  const id = 'zzzzzzzzzz.0';
  const entry = { ...(last as NonNullable<typeof last>).entry, clock: 2 ** 53, do: [createRegistry('Invented')] };
  await put(page, `registrar:${await workspace(page)}:log:${id.replace('.', ':')}`, encode(id, entry));
  await page.reload();
  const warning = page.locator('.banner').filter({ hasText: 'A record of this organization has the largest possible clock' });
  await expect(warning).toBeVisible();
  await expect(names(page)).toHaveText(['Invented', ...DEMO_REGISTRIES]);
  const before = await snapshot(page);
  const error = await page.evaluate(() => {
    const { registrar } = window as unknown as { registrar: Registrar };
    try {
      registrar.do({ type: 'addTeam', name: 'late' });
      return null;
    } catch (error) {
      return { ...(error as object) };
    }
  });
  expect(error).toMatchObject({ code: 'read_only', why: 'exhausted' });
  expect(await snapshot(page)).toEqual(before);
});

test('a file without records is refused at its field, and nothing is written', async ({ page }) => {
  await startDemo(page);
  const key = await workspace(page);
  const before = await snapshot(page);
  await visit(page, '#/data');
  for (const values of [{ 'later:x': 'y' }, { 'log:0000000000:0': '{}' }]) {
    const text = JSON.stringify({ format: 'registrar', version: 1, workspace: key, exported: 0, values });
    await page.getByLabel('Downloaded file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByRole('alert').filter({ hasText: 'This file holds no records.' })).toBeVisible();
    const result = await page.evaluate((text) => {
      const { registrar } = window as unknown as { registrar: Registrar };
      try {
        registrar.restore(text);
        return null;
      } catch (error) {
        return { ...(error as object) };
      }
    }, text);
    expect(result).toMatchObject({ code: 'invalid_archive', why: 'empty' });
    expect(await snapshot(page)).toEqual(before);
  }
});

/** The crash screen: nothing is written, the data can be downloaded, and a reload restores everything. */

import type { Page } from '@playwright/test';
import {
  create,
  createDialog,
  DEMO_REGISTRIES,
  expectLanding,
  fill,
  link,
  names,
  openCreate,
  startDemo,
  startEmpty,
  visit,
} from './support/app.ts';
import { crash, exhaust, reload, STOPPED } from './support/crash.ts';
import { downloaded, snapshot, valuesOf, workspace } from './support/storage.ts';
import { expect, test, Watch } from './support/test.ts';

/** Clicks, submits and types wherever a script or a stray event could reach the crashed page. */
async function useEveryControl(page: Page): Promise<void> {
  await page.evaluate(() => {
    const app = document.getElementById('app');
    for (const form of app?.querySelectorAll('form') ?? []) form.requestSubmit();
    for (const field of app?.querySelectorAll('input, textarea, select') ?? []) {
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
    for (const element of app?.querySelectorAll('button, a, [role=option]') ?? []) (element as HTMLElement).click();
  });
}

test('a crash shows the crash screen and stops all writes', async ({ page, watch }) => {
  await startDemo(page);
  await create(page, { name: 'Before the crash', types: ['model'] });
  await crash(page, watch);
  await expect(page.getByRole('heading', { level: 1, name: STOPPED })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Start without data' })).toBeHidden();

  const before = await snapshot(page);
  await useEveryControl(page);
  await visit(page, '#/create-registry');
  await useEveryControl(page);
  await page.goBack();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: STOPPED })).toBeVisible();
  expect(await snapshot(page)).toEqual(before);

  await reload(page);
  await visit(page, '#/');
  await expect(link(page, 'Before the crash')).toBeVisible();
  await expect(names(page)).toHaveText(['Before the crash', ...DEMO_REGISTRIES]);
  await create(page, { name: 'After the crash' });
});

test('a crash with an open form writes nothing, and the draft is restored after a reload', async ({ page, watch }) => {
  await startDemo(page);
  await fill(await openCreate(page), { name: 'Half done', description: 'Not yet.', types: ['model'] });
  const before = await snapshot(page);
  await exhaust(page, watch);
  await page.keyboard.press('Enter');
  await page.getByText('Diagnostics', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Diagnostics' })).toContainText('Maximum call stack size exceeded');
  expect(await snapshot(page)).toEqual(before);

  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await page.getByRole('button', { name: 'Reload' }).click();
  const dialog = createDialog(page);
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Half done');
  await expect(dialog.getByLabel('Description')).toHaveValue('Not yet.');
  await expect(dialog.getByRole('list', { name: 'Types that were added' })).toHaveText('model');
  expect(asked).toEqual([]);
});

test('a crashed page writes nothing, even if a script clicks every control', async ({ page, watch }) => {
  await startDemo(page);
  await fill(await openCreate(page), { name: 'Half done' });
  const before = await snapshot(page);
  await exhaust(page, watch);
  await useEveryControl(page);
  expect(await snapshot(page)).toEqual(before);
});

test('the file downloaded from the crash screen restores the organization elsewhere', async ({
  page,
  watch,
  browser,
  baseURL,
}) => {
  await startDemo(page);
  await create(page, { name: '사라지지 않는 모델', description: 'é\n"<b>"', visibility: 'Restricted', types: ['model'] });
  await crash(page, watch);
  const download = page.getByRole('button', { name: 'Download my data' });
  const { name, path, archive } = await downloaded(page, () => download.click());
  expect(name).toMatch(/^registrar-Lighthouse-Labs-\d{4}-\d{2}-\d{2}\.json$/);
  const stored = valuesOf(await snapshot(page), await workspace(page));
  expect(archive).toMatchObject({ format: 'registrar', version: 1, workspace: await workspace(page) });
  expect(archive.values).toEqual(stored);
  await expect(page.getByRole('status').filter({ hasText: 'handed to the browser' })).toBeVisible();

  const elsewhere = await browser.newContext();
  const watchElsewhere = await Watch.over(elsewhere, baseURL ?? '');
  const empty = await elsewhere.newPage();
  await empty.goto(baseURL ?? '');
  await empty.getByLabel('Downloaded file').setInputFiles(path);
  await expectLanding(empty);
  await expect(names(empty)).toHaveText(['사라지지 않는 모델', ...DEMO_REGISTRIES]);
  expect(valuesOf(await snapshot(empty), await workspace(empty))).toEqual(stored);
  await empty.reload();
  await expect(names(empty)).toHaveText(['사라지지 않는 모델', ...DEMO_REGISTRIES]);
  await create(empty, { name: 'And on' });
  expect(watchElsewhere.problems).toEqual([]);
  await elsewhere.close();
});

test('a second crash in a row offers to start without data, which deletes nothing', async ({ page, watch }) => {
  await startDemo(page);
  await crash(page, watch);
  await reload(page);
  await crash(page, watch);
  const before = await snapshot(page);
  await page.getByRole('button', { name: 'Start without data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
  expect(await snapshot(page)).toEqual({ ...before, 'registrar:current:/': 'none' });
  await page.getByRole('button', { name: 'Open Lighthouse Labs' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  expect(await snapshot(page)).toEqual(before);
});

test('crashes with an action between them are not consecutive', async ({ page, watch }) => {
  await startDemo(page);
  await crash(page, watch);
  await reload(page);
  await visit(page, '#/');
  await create(page, { name: 'All is well' });
  await crash(page, watch);
  await expect(page.getByRole('button', { name: 'Start without data' })).toBeHidden();
});

for (const part of ['*.wasm', 'registrar-app-*.js']) {
  test(`a failed load of ${part} shows the crash screen and leaves the storage unchanged`, async ({ page, watch }) => {
    await startDemo(page);
    const before = await snapshot(page);
    watch.allow(/Failed to load resource|Failed to fetch|net::ERR_FAILED/);
    await page.route(`**/${part}`, (route) => route.abort());
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Registrar could not be loaded' })).toBeVisible();
    expect(await snapshot(page)).toEqual(before);
    const { archive } = await downloaded(page, () => page.getByRole('button', { name: 'Download my data' }).click());
    expect(archive.values).toEqual(valuesOf(before, await workspace(page)));
    await page.unroute(`**/${part}`);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  });
}

/** Damaged downloads of the module, and their diagnostics. */
const DAMAGED: [kind: string, damage: (module: Buffer) => Buffer, diagnostics: string][] = [
  ['cut off', (module) => module.subarray(0, module.length / 2), 'extends past end of the module'],
  ['damaged at its beginning', (module) => Buffer.concat([module.subarray(0, 8), Buffer.from([0x7f]), module.subarray(9)]), 'unknown section code'],
  ['another file', () => Buffer.from('<!doctype html><title>Welcome</title>'), 'expected magic word'],
];

for (const [kind, damage, diagnostics] of DAMAGED) {
  test(`a module that is ${kind} shows the crash screen and leaves the storage unchanged`, async ({ page }) => {
    await startDemo(page);
    const before = await snapshot(page);
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: damage(await response.body()) });
    });
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Registrar could not be loaded' })).toBeVisible();
    await page.getByText('Diagnostics', { exact: true }).click();
    await expect(page.getByRole('region', { name: 'Diagnostics' })).toContainText(diagnostics);
    expect(await snapshot(page)).toEqual(before);
    await page.unroute('**/*.wasm');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  });
}

test('starting over keeps the previous organization until its deletion is confirmed by name', async ({ page }) => {
  await page.goto('./');
  await startEmpty(page, 'Njeri Lab');
  await create(page, { name: 'Kept for later' });
  const lab = await workspace(page);
  const before = valuesOf(await snapshot(page), lab);

  await page.getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('link', { name: 'Start over' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Start over' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The organization that is open now is kept');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  expect(valuesOf(await snapshot(page), lab)).toEqual(before);

  // Open it again: now the other one is an earlier one.
  await page.getByRole('link', { name: 'Your data' }).click();
  const earlier = page.getByRole('region', { name: 'Earlier organizations' });
  await earlier.getByRole('button', { name: 'Open Njeri Lab' }).click();
  await expect(names(page)).toHaveText(['Kept for later']);
  await page.getByRole('link', { name: 'Your data' }).click();
  const { archive } = await downloaded(page, () =>
    earlier.getByRole('button', { name: 'Download Lighthouse Labs' }).click(),
  );
  expect(Object.keys(archive.values).length).toBeGreaterThan(10);

  // Deleting asks for the name, and deletes nothing else.
  await earlier.getByRole('button', { name: 'Delete Lighthouse Labs' }).click();
  const field = earlier.getByLabel('Name of the organization');
  await field.fill('Lighthouse');
  await earlier.getByRole('button', { name: 'Delete for good' }).click();
  await expect(field).toHaveAccessibleDescription(/This is not the name. Nothing was deleted./);
  await earlier.getByRole('button', { name: 'Keep it' }).click();
  await expect(field).toHaveCount(0);
  await earlier.getByRole('button', { name: 'Delete Lighthouse Labs' }).click();
  await field.fill('Lighthouse Labs');
  await earlier.getByRole('button', { name: 'Delete for good' }).click();
  await expect(earlier).toContainText('None.');
  await expect.poll(async () => valuesOf(await snapshot(page), archive.workspace)).toEqual({});
  expect(valuesOf(await snapshot(page), lab)).toEqual(before);
});

test('a file of another program is refused and changes nothing', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/data');
  const before = await snapshot(page);
  const field = page.getByLabel('Downloaded file');
  for (const [text, reason] of [
    ['', 'This file was not written by Registrar, or is damaged.'],
    ['{"format":"registrar","version":1,"values":', 'This file was not written by Registrar, or is damaged.'],
    ['{"format":"other","version":1,"values":{}}', 'This file was not written by Registrar, or is damaged.'],
    ['{"format":"registrar","version":2,"packed":""}', 'A newer version of Registrar wrote this file.'],
    ['{"format":"registrar","version":1,"workspace":"","values":{}}', 'This file holds no records.'],
  ] as const) {
    await field.setInputFiles({ name: 'registrar.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible();
    expect(await snapshot(page)).toEqual(before);
  }
});

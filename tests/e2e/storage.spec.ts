/** Storage that was changed by hand, is full, or is blocked: all readable data is shown, and nothing is lost. */

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import {
  count,
  create,
  createDialog,
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
import {
  downloaded,
  put,
  recordOf,
  snapshot,
  type Stored,
  type Values,
  valuesOf,
  workspace,
} from './support/storage.ts';
import { expect, test } from './support/test.ts';

const DAMAGED = '1 stored record is damaged. It is left as it is, and everything else is shown.';

/** The page of the data reports the fault, shows the value, and includes it in the download. */
async function expectReported(page: Page, record: Stored, text: string, fault: string): Promise<void> {
  await page.getByRole('link', { name: 'See your data' }).click();
  // On the page of the data, a link to it is useless.
  await expect(page.getByRole('link', { name: 'See your data' })).toHaveCount(0);
  const section = page.getByRole('region', { name: 'What could not be read' });
  const entry = section.getByRole('listitem').filter({ hasText: record.key });
  await expect(entry).toContainText(fault);
  await entry.getByText(record.key).click();
  await expect.poll(() => entry.locator('pre').textContent()).toBe(text);
  await expectStored(page, record.key, text);
}

/** The value is unchanged in storage and in the download. */
async function expectStored(page: Page, key: string, text: string): Promise<void> {
  const stored = await snapshot(page);
  expect(stored[key]).toBe(text);
  const current = page.getByRole('region', { name: 'This organization' });
  const { archive } = await downloaded(page, () => current.getByRole('button', { name: 'Download' }).click());
  expect(archive.values).toEqual(valuesOf(stored, await workspace(page)));
  expect(Object.values(archive.values)).toContain(text);
}

/** Everything is shown except for the effect of one record. */
async function expectAllBut(page: Page, name: string): Promise<void> {
  await expectLanding(page);
  await expect(names(page)).toHaveText(DEMO_REGISTRIES.filter((other) => other !== name));
}

for (const { what, change, fault } of [
  { what: 'was cut off', change: (text: string) => text.slice(0, text.length / 2), fault: 'it is not a record' },
  { what: 'was emptied', change: () => '', fault: 'it is not a record' },
  { what: 'was replaced by {}', change: () => '{}', fault: 'it does not say which form it has' },
  {
    what: 'has a wrong checksum',
    change: (text: string) => text.replace(/[0-9a-f]{8}"\}$/, '00000000"}'),
    fault: 'it was changed since it was written',
  },
  {
    what: 'was changed in one letter',
    change: (text: string) => text.replace('Evaluation Sets', 'Evaluation Nets'),
    fault: 'it was changed since it was written',
  },
  {
    what: 'was written anew with another space',
    change: (text: string) => text.replace('"at":', '"at" :'),
    fault: 'it was changed since it was written',
  },
]) {
  test(`a record that ${what} stays unchanged, and everything else is shown`, async ({ page }) => {
    await startDemo(page);
    const record = await recordOf(page, 'create_registry', 'Evaluation Sets');
    const text = change(record.text);
    expect(text).not.toBe(record.text);
    await put(page, record.key, text);
    await page.reload();
    await expect(page.getByText(DAMAGED)).toBeVisible();
    await expectAllBut(page, 'Evaluation Sets');
    await expectReported(page, record, text, fault);
  });
}

test('the rest stays editable beside a damaged record, and restoring the record repairs the log', async ({ page }) => {
  await startDemo(page);
  const record = await recordOf(page, 'create_registry', 'Evaluation Sets');
  const text = record.text.slice(0, -9);
  await put(page, record.key, text);
  await page.reload();
  await expect(page.getByText(DAMAGED)).toBeVisible();
  await create(page, { name: 'Written afterwards' });
  await page.reload();
  await expect(link(page, 'Written afterwards')).toBeVisible();
  await expect(page.getByText(DAMAGED)).toBeVisible();
  expect((await snapshot(page))[record.key]).toBe(text);

  await put(page, record.key, record.text);
  await page.reload();
  await expect(link(page, 'Evaluation Sets')).toBeVisible();
  await expect(link(page, 'Written afterwards')).toBeVisible();
  await expect(page.getByText(DAMAGED)).toHaveCount(0);
});

test('a record under the key of another one is unreadable', async ({ page }) => {
  await startDemo(page);
  const one = await recordOf(page, 'create_registry', 'Evaluation Sets');
  const other = await recordOf(page, 'create_registry', 'Playground');
  await put(page, one.key, other.text);
  await page.reload();
  await expect(page.getByText(DAMAGED)).toBeVisible();
  await expectAllBut(page, 'Evaluation Sets');
  await expectReported(page, one, other.text, 'it was changed since it was written');
});

test('a value under an unknown key is reported and kept', async ({ page }) => {
  await startDemo(page);
  const key = `registrar:${await workspace(page)}:log:somebody:else`;
  await put(page, key, '<b>not</b> ours');
  await page.reload();
  await expect(page.getByText(DAMAGED)).toBeVisible();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await page.getByRole('link', { name: 'See your data' }).click();
  const entry = page.getByRole('region', { name: 'What could not be read' }).getByRole('listitem');
  await expect(entry).toContainText('its name is not one that Registrar gives');
  await entry.getByText(key).click();
  await expect(entry.locator('pre')).toHaveText('<b>not</b> ours');
  await expectStored(page, key, '<b>not</b> ours');
});

test('a missing record is reported by its name, and everything else is shown', async ({ page }) => {
  await startDemo(page);
  const record = await recordOf(page, 'create_registry', 'Evaluation Sets');
  await put(page, record.key, null);
  await page.reload();
  await expect(page.getByText('1 record is missing from storage')).toBeVisible();
  await expectAllBut(page, 'Evaluation Sets');
  await page.getByRole('link', { name: 'See your data' }).click();
  const section = page.getByRole('region', { name: 'What could not be read' });
  await expect(section).toContainText(`1 record is missing: ${record.id}`);
  await visit(page, '#/');
  await create(page, { name: 'Written afterwards' });
  await page.reload();
  await expect(link(page, 'Written afterwards')).toBeVisible();
});

test('a record of a newer version makes everything read-only, and is kept', async ({ page }) => {
  await startDemo(page);
  const record = await recordOf(page, 'create_registry', 'Evaluation Sets');
  const text = '{"v":2,"packed":"not for this program","crc":"00000000"}';
  await put(page, record.key, text);
  await page.reload();
  await expect(page.getByText('Part of this data was written by a newer version of Registrar.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Read-only');
  await expectAllBut(page, 'Evaluation Sets');

  const before = await snapshot(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Not now', types: ['model'] });
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('a newer version of Registrar wrote part of this data');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Not now');
  expect(await snapshot(page)).toEqual(before);

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await visit(page, '#/data');
  await expectStored(page, record.key, text);
});

test('an organization without its founding record is not shown, and its records stay in storage', async ({ page }) => {
  await startDemo(page);
  const record = await recordOf(page, 'found');
  await put(page, record.key, null);
  const before = await snapshot(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'The organization cannot be read' })).toBeVisible();
  await expect(page.getByText('1 record is missing from storage')).toBeVisible();
  expect(await snapshot(page)).toEqual(before);
  await page.getByRole('main').getByRole('link', { name: 'See your data' }).last().click();
  await expect(page.getByText('An organization that cannot be read').first()).toBeVisible();
  const current = page.getByRole('region', { name: 'This organization' });
  const { archive } = await downloaded(page, () => current.getByRole('button', { name: 'Download' }).click());
  expect(archive.values).toEqual(valuesOf(before, await workspace(page)));

  // Starting over keeps the value under its key.
  const broken = await workspace(page);
  await visit(page, '#/start');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expectLanding(page);
  expect(valuesOf(await snapshot(page), broken)).toEqual(valuesOf(before, broken));
  await visit(page, '#/data');
  await expect(page.getByRole('region', { name: 'Earlier organizations' })).toContainText(broken);
});

test('an invalid pointer shows the welcome page and deletes nothing', async ({ page }) => {
  await startDemo(page);
  const before = await snapshot(page);
  for (const pointer of ['garbage', '', 'constructor', '{"v":1}']) {
    await put(page, 'registrar:current:/', pointer);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
    expect(await snapshot(page)).toEqual({ ...before, 'registrar:current:/': pointer });
  }
  await page.getByRole('button', { name: 'Open Lighthouse Labs' }).click();
  await expectLanding(page);
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
});

test('a pointer to a missing workspace creates none', async ({ page }) => {
  await startDemo(page);
  await put(page, 'registrar:current:/', '0123456789');
  const before = await snapshot(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The organization cannot be read|Welcome/);
  expect(await snapshot(page)).toEqual(before);
  await visit(page, '#/data');
  await page.getByRole('button', { name: 'Open Lighthouse Labs' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
});

test('a log whose values are all {} stays in storage', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes(':log:')) localStorage.setItem(key, '{}');
  });
  const before = await snapshot(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'The organization cannot be read' })).toBeVisible();
  await expect(page.getByText(/\d+ stored records are damaged/)).toBeVisible();
  await visit(page, '#/data');
  await expect(page.getByRole('heading', { level: 1, name: 'Your data' })).toBeVisible();
  expect(await snapshot(page)).toEqual(before);
});

test('a failed download is reported on every page', async ({ page }) => {
  await page.addInitScript(() => {
    URL.createObjectURL = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  const expectTold = async (download: Locator): Promise<void> => {
    await download.click();
    const told = toast(page).filter({ hasText: 'The file could not be downloaded.' });
    await expect(told).toBeVisible();
    await told.getByRole('button', { name: 'Dismiss' }).click();
    await expect(told).toBeHidden();
  };
  const main = page.getByRole('main');
  await startDemo(page);
  // An organization in which nothing was done would be replaced.
  await create(page, { name: 'Kept' });
  await page.reload();
  await visit(page, '#/data');
  await expectTold(main.getByRole('button', { name: 'Download', exact: true }));
  await visit(page, '#/start');
  await main.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await visit(page, '#/data');
  await expectTold(main.getByRole('button', { name: 'Download Lighthouse Labs' }));
  await startDemo(page, './?storage=blocked#/');
  await expectTold(page.locator('.banners').getByRole('button', { name: 'Download' }));
});

test('unreadable preferences are ignored', async ({ page }) => {
  await startDemo(page);
  for (const garbage of ['{', 'null', '[]', '{"theme":7,"language":{}}', '"en"']) {
    await put(page, 'registrar:prefs', garbage);
    await page.reload();
    await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  }
});

test('unreadable values in session storage are ignored', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, '{"name":7}');
    sessionStorage.setItem('registrar:draft:create-registry', '{"name":7,"types":"x"}');
  });
  await page.goto('./#/create-registry');
  await page.reload();
  await expect(createDialog(page).getByLabel('Name', { exact: true })).toHaveValue('');
});

test('a full storage refuses an action with a message and loses nothing', async ({ page }) => {
  await startDemo(page);
  const full = await page.evaluate(() => {
    // Another project of the same origin fills the storage to the last character.
    let filler = '';
    for (let size = 4 << 20; size >= 1; ) {
      try {
        localStorage.setItem('another project', filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        size >>= 1;
      }
    }
    try {
      localStorage.setItem('one more', '');
      return false;
    } catch (error) {
      return (error as DOMException).name === 'QuotaExceededError';
    }
  });
  expect(full).toBe(true);
  const before = await snapshot(page);

  const dialog = await openCreate(page);
  await fill(dialog, { name: 'No room', description: 'Kept in the form.', visibility: 'Restricted', types: ['model'] });
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('this browser’s storage is full. Nothing was changed.');
  await expect(dialog.getByRole('alert')).toBeFocused();
  expect(await snapshot(page)).toEqual(before);
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('No room');
  await expect(dialog.getByLabel('Description')).toHaveValue('Kept in the form.');

  // The page agrees with the storage, and the data can be downloaded.
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(count(page)).toHaveText('6 registries');
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('The last change was not saved');
  await page.getByRole('link', { name: 'Your data' }).click();
  const current = page.getByRole('region', { name: 'This organization' });
  const { archive } = await downloaded(page, () => current.getByRole('button', { name: 'Download' }).click());
  expect(archive.values).toEqual(valuesOf(before, await workspace(page)));

  // With space again, the same form succeeds.
  await put(page, 'another project', null);
  await visit(page, '#/create-registry');
  await expect(createDialog(page).getByLabel('Name', { exact: true })).toHaveValue('No room');
  await submitButton(createDialog(page)).click();
  await expect(link(page, 'No room')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Saved in this browser');
  await page.reload();
  await expect(link(page, 'No room')).toBeVisible();
});

test('a full storage refuses a new organization and keeps the open one', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => {
    // Space for some of the records, but not for all.
    let filler = '';
    for (let size = 4 << 20; size >= 1024; ) {
      try {
        localStorage.setItem('another project', filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        size >>= 1;
      }
    }
  });
  const before = await snapshot(page);
  await visit(page, '#/start');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'storage is full' })).toBeVisible();
  // If a record of it fitted, a note of its deletion stays for a while, for tabs that have seen the record.
  const isOther = ([key]: [string, string]) => !key.startsWith('registrar:deleted:');
  expect(Object.fromEntries(Object.entries(await snapshot(page)).filter(isOther))).toEqual(before);
  await page.reload();
  await visit(page, '#/');
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
});

test('with blocked storage the app works in memory and reports it', async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = {
      get(): never {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    Object.defineProperty(window, 'localStorage', blocked);
    Object.defineProperty(window, 'sessionStorage', blocked);
  });
  await startDemo(page);
  const banner = page.getByText('This browser blocks storage for this page.');
  await expect(banner).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Not saved: in memory only');
  await create(page, { name: 'For now', types: ['model'] });
  await visit(page, '#/data');
  await expect(banner).toBeVisible();
  const current = page.getByRole('region', { name: 'This organization' });
  const { path } = await downloaded(page, () => current.getByRole('button', { name: 'Download' }).click());

  // The download outlives the tab.
  await page.getByLabel('Downloaded file').setInputFiles(path);
  await expectLanding(page);
  await expect(link(page, 'For now')).toBeVisible();
  await page.getByLabel('Theme').selectOption({ label: 'Dark' });
  await page.getByLabel('Language').selectOption('ko');
  await expect(page.getByRole('heading', { level: 1, name: '레지스트리', exact: true })).toBeVisible();
});

test('a file with a byte order mark is opened, by the field and by a script', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'Marked', types: ['model'] });
  await visit(page, '#/data');
  const current = page.getByRole('region', { name: 'This organization' });
  const { path } = await downloaded(page, () => current.getByRole('button', { name: 'Download' }).click());
  const text = `\u{feff}${await readFile(path, 'utf8')}`;
  await page.getByLabel('Downloaded file').setInputFiles({ name: 'marked.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expectLanding(page);
  await expect(link(page, 'Marked')).toBeVisible();
  const before = await workspace(page);
  await page.evaluate((text) => (window as unknown as { registrar: { restore(text: string): void } }).registrar.restore(text), text);
  expect(await workspace(page)).not.toBe(before);
  await expect(link(page, 'Marked')).toBeVisible();
});

test('a file of many values is opened while the page still responds', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'One of many', types: ['model'] });
  await visit(page, '#/data');
  const current = page.getByRole('region', { name: 'This organization' });
  const { path } = await downloaded(page, () => current.getByRole('button', { name: 'Download' }).click());
  const file = JSON.parse(await readFile(path, 'utf8')) as { values: Values };
  for (let nth = 0; nth < 20_000; nth += 1) file.values[`log:damaged:${nth}`] = '{';
  await page.getByLabel('Downloaded file').setInputFiles({ name: 'many.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(page.getByRole('progressbar', { name: 'Opening the file' })).toBeVisible();
  await expectLanding(page);
  await expect(link(page, 'One of many')).toBeVisible();
  await expect(page.getByText('The file was read back.')).toBeVisible();
});

test('a downloaded file is named after its organization and the day', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => {
    const registrar = (window as unknown as { registrar: { do(...actions: unknown[]): void } }).registrar;
    registrar.do({ type: 'renameOrganization', name: '등대: "연구소"/2' });
  });
  await visit(page, '#/data');
  const current = page.getByRole('region', { name: 'This organization' });
  const [download] = await Promise.all([page.waitForEvent('download'), current.getByRole('button', { name: 'Download' }).click()]);
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  expect(download.suggestedFilename()).toBe(`registrar-등대-연구소-2-${today}.json`);
});

test('a nearly full storage shows a warning, and its usage is on Your data', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/data');
  await expect(page.getByText(/^\d+ % in use/)).toBeVisible();
  const warning = page.locator('.banner').filter({ hasText: 'When it is full, nothing more can be saved here.' });
  await expect(warning).toBeHidden();
  await page.evaluate(() => localStorage.setItem('of another program', 'x'.repeat(4_300_000)));
  await page.reload();
  await expect(warning).toBeVisible();
  await expect(page.getByText(/^8\d % in use/)).toBeVisible();
  await page.evaluate(() => localStorage.removeItem('of another program'));
  await page.reload();
  await expect(page.getByText(/^\d % in use/)).toBeVisible();
  await expect(warning).toBeHidden();
});

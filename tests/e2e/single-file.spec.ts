/** The page in a single file: opened from disk, saved with an organization inside, and opened where it is hard to. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { actAs, create, DEMO_REGISTRIES, expectLanding, fact, fill, link, names, openCreate, openRegistry, startDemo, submitButton } from './support/app.ts';
import { BASE, inAllWindows } from './support/axe.ts';
import { expectStopped, exhaust } from './support/crash.ts';
import { allowFiles, copyOf, FILE, originalBanner, output, readSaved, saveAsPage } from './support/single_file.ts';
import { snapshot } from './support/storage.ts';
import { expect, test } from './support/test.ts';

const startFromHere = 'Start from here';

/** Uses the demo organization of an open page: creates, looks at, and steps back. */
async function work(page: Page, name: string): Promise<void> {
  await create(page, { name, visibility: 'Restricted', types: ['model', 'dataset'] });
  await openRegistry(page, name);
  await expect(fact(page, 'Accepted artifact types').getByRole('listitem')).toHaveText(['model', 'dataset']);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Description').fill('Kept');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goBack();
  await expectLanding(page);
}

for (const name of ['registrar.html', '사본 (1) #2 100%.html', 'index.html']) {
  test(`the file works from disk as ${name}`, async ({ page, watch }) => {
    allowFiles(watch);
    const address = copyOf(FILE, output(name));
    await startDemo(page, address);
    await work(page, 'From disk');
    await page.getByLabel('Theme').selectOption({ label: 'Dark' });
    await page.reload();
    await expect(link(page, 'From disk')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('link', { name: 'Your data' }).click();
    await expect(page.getByText('for this file at this place')).toBeVisible();
    await actAs(page, 'noa.levi', 'Noa Levi');
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Acting as' })).toHaveValue('Noa Levi');
    expect(watch.requests.map((request) => request.split(/[?#]/)[0]).filter((request) => !request?.startsWith('data:') && request !== address)).toEqual([]);
  });
}

test('a file requests persistent storage only when the browser knows the page', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page, copyOf(FILE, output('asked.html')));
  await page.getByLabel('Theme').selectOption({ label: 'Dark' });
  // A script that asks while it is parsed can be told that the storage is empty, for as long as the page lives.
  await page.addInitScript(() => {
    const asked: string[] = [];
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      if (document.currentScript !== null) asked.push(key);
      return getItem.call(this, key);
    };
    Object.assign(window, { askedTooSoon: asked });
  });
  await page.reload();
  await expectLanding(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => (window as unknown as { askedTooSoon: string[] }).askedTooSoon)).toEqual([]);
});

test('two files keep their organizations apart', async ({ page, watch }) => {
  allowFiles(watch);
  const [one, other] = [copyOf(FILE, output('one.html')), copyOf(FILE, output('other.html'))];
  await startDemo(page, one);
  await create(page, { name: 'Only in one' });
  await page.goto(other);
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await page.goto(one);
  await expect(link(page, 'Only in one')).toBeVisible();
});

test('a saved page shows its organization and stores nothing before Start from here', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  await create(page, { name: 'Passed on', visibility: 'Restricted' });
  const saved = await saveAsPage(page, output('passed-on.html'));
  const before = await openEmpty(page, saved.path);

  await expect(link(page, 'Passed on')).toBeVisible();
  await expect(originalBanner(page)).toBeVisible();
  await actAs(page, 'mina.park', 'Mina Park');
  await expect(link(page, 'Passed on')).toHaveCount(0);
  await actAs(page, 'ada.okafor', 'Ada Okafor');
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Refused' });
  await submitButton(dialog).click();
  await expect(dialog).toContainText('this page shows a saved organization');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByText('nothing is stored until you start from here')).toBeVisible();
  expect(await snapshot(page)).toEqual(before);

  await originalBanner(page).getByRole('button', { name: startFromHere }).click();
  await expect(originalBanner(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Registry', exact: true }).click();
  await create(page, { name: 'My own' });
  await page.reload();
  await expect(link(page, 'My own')).toBeVisible();
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByText('also if the file of this page is moved or renamed')).toBeVisible();
});

/** Opens a file in a browser in which nothing is stored, and returns what is stored then. */
async function openEmpty(page: Page, path: string): Promise<Record<string, string>> {
  await page.goto(pathToFileURL(FILE).href);
  await page.evaluate(() => localStorage.clear());
  await page.evaluate(() => localStorage.setItem('another project', 'kept'));
  await page.goto(pathToFileURL(path).href);
  await expectLanding(page);
  return { 'another project': 'kept' };
}

test('a saved page that is opened twice, copied and renamed has one organization', async ({ page, context, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  const saved = await saveAsPage(page, output('first.html'));
  await page.goto(pathToFileURL(saved.path).href);
  await page.getByRole('button', { name: startFromHere }).click();
  await expect(originalBanner(page)).toBeHidden();
  const renamed = await context.newPage();
  await renamed.goto(copyOf(saved.path, output('renamed (1).html')));
  await expectLanding(renamed);
  await expect(originalBanner(renamed)).toBeHidden();
  await create(renamed, { name: 'In the renamed one' });
  await expect(link(page, 'In the renamed one')).toBeVisible();
  await create(page, { name: 'In the first one' });
  await expect(link(renamed, 'In the first one')).toBeVisible();
  // Another saving of the same organization is another page.
  const again = await saveAsPage(page, output('again.html'));
  expect(again.id).not.toBe(saved.id);
  await renamed.goto(pathToFileURL(again.path).href);
  await expect(originalBanner(renamed)).toBeVisible();
});

test('a tab that shows the original follows the first copy that another tab makes', async ({ page, context, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  const saved = await saveAsPage(page, output('followed.html'));
  const address = pathToFileURL(saved.path).href;
  await page.goto(address);
  await expect(originalBanner(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto(address);
  await originalBanner(other).getByRole('button', { name: startFromHere }).click();
  await expect(originalBanner(page)).toBeHidden();
  await create(page, { name: 'In the same copy' });
  await expect(link(other, 'In the same copy')).toBeVisible();

  // A tab that shows the original again keeps it while other tabs change.
  await page.getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('link', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'View the original' }).click();
  await expect(originalBanner(page)).toBeVisible();
  await create(other, { name: 'Meanwhile' });
  await expect(originalBanner(page)).toBeVisible();
});

test('the original can be viewed again, and started from again', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  const saved = await saveAsPage(page, output('demo.html'));
  await page.goto(pathToFileURL(saved.path).href);
  await page.getByRole('button', { name: startFromHere }).click();
  await create(page, { name: 'First attempt' });
  await page.getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('link', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'View the original' }).click();
  await expect(originalBanner(page)).toBeVisible();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await page.getByRole('button', { name: startFromHere }).click();
  await expect(originalBanner(page)).toHaveCount(0);
  await page.reload();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByRole('region', { name: 'Earlier organizations' }).getByRole('listitem')).toHaveCount(1);
});

test('a saved page is accessible in all windows and colors', async ({ page, watch }) => {
  allowFiles(watch);
  test.setTimeout(180_000);
  await startDemo(page);
  const saved = await saveAsPage(page, output('demo.html'));
  await page.setViewportSize(BASE.viewport);
  for (const lang of ['en', 'ko']) {
    for (const hash of ['#/', '#/data', '#/start']) {
      await page.goto(`${pathToFileURL(saved.path).href}?lang=${lang}${hash}`);
      await expect(page.locator('#page-title')).toBeVisible();
      expect(await inAllWindows(page, async () => []), `${lang} ${hash}`).toEqual({});
    }
  }
});

test('pages saved by a site, a file and a saved page differ in their data only', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  const bySite = await saveAsPage(page, output('by-site.html'));
  await page.goto(pathToFileURL(bySite.path).href);
  const bySavedPage = await saveAsPage(page, output('by-saved-page.html'));
  await startDemo(page, pathToFileURL(FILE).href);
  await create(page, { name: 'Another organization' });
  const byFile = await saveAsPage(page, output('by-file.html'));
  const plain = readSaved(FILE);
  expect(plain.id).toBe('');
  for (const saved of [bySite, bySavedPage, byFile]) {
    expect(saved.withoutOrganization === plain.withoutOrganization).toBe(true);
    expect(saved.id).toMatch(/^[0-9a-z]{10}$/);
  }
  const values = (text: string) => (JSON.parse(text) as { values: unknown }).values;
  expect(values(bySavedPage.organization)).toEqual(values(bySite.organization));
});

test('no text of an organization becomes markup in a saved page', async ({ page, watch }) => {
  allowFiles(watch);
  const hostile = ['</script><script>window.__hit=1</script>', '<!--<script>', '--></body><img src=x onerror=window.__hit=1>', '\u2028\\u003c&lt;'];
  await startDemo(page);
  for (const [nth, description] of hostile.entries()) await create(page, { name: `Hostile ${nth}`, description });
  const saved = await saveAsPage(page, output('hostile.html'));
  await page.goto(pathToFileURL(saved.path).href);
  await expectLanding(page);
  for (const [nth, description] of hostile.entries()) {
    await openRegistry(page, `Hostile ${nth}`);
    await expect(page.getByRole('main')).toContainText(description);
    await page.goBack();
  }
  expect(await page.evaluate(() => '__hit' in window)).toBe(false);
});

test('a saved page is read back like a downloaded file', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  await create(page, { name: 'In the page' });
  const saved = await saveAsPage(page, output('saved.html'));
  await page.evaluate(() => localStorage.clear());
  await page.goto('./');
  await page.reload();
  await page.getByLabel('Downloaded file').setInputFiles(saved.path);
  await expect(link(page, 'In the page')).toBeVisible();
  await page.getByRole('link', { name: 'Your data' }).click();
  await page.getByLabel('Downloaded file').setInputFiles(FILE);
  await expect(page.getByRole('alert').filter({ hasText: 'web page without a saved organization' })).toBeVisible();
});

test('a site that does not return the page is reported, and the next attempt succeeds', async ({ page, watch }) => {
  allowFiles(watch);
  watch.allow(/404|Failed to load resource|^console: .*ERR_FAILED/);
  await startDemo(page);
  await page.getByRole('link', { name: 'Your data' }).click();
  const section = page.getByRole('region', { name: 'Save as a page' });
  for (const answer of [{ status: 404 }, { status: 200, contentType: 'text/html', body: '<title>Log in to this network</title>' }, undefined]) {
    await page.route('**/registrar.html', (route) => (answer === undefined ? route.abort() : route.fulfill(answer)));
    await section.getByRole('button', { name: 'Save as a page' }).click();
    await expect(section.getByRole('status')).toContainText('could not be loaded');
    await page.unroute('**/registrar.html');
    // The message of the next attempt is another one.
    expect((await saveAsPage(page, output('saved.html'))).id).not.toBe('');
  }
});

/** How viewers of archives and mails show a page: without its address, and often without storage. */
const VIEWERS: Record<string, (text: string) => void> = {
  'by srcdoc, without an origin': (text) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = text;
    document.body.append(frame);
  },
  'as a blob': (text) => {
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
    document.body.append(frame);
  },
  'as a blob, without an origin': (text) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
    document.body.append(frame);
  },
};

for (const [how, show] of Object.entries(VIEWERS)) {
  test(`a viewer that shows a saved page ${how} has a working page`, async ({ page, watch, baseURL }) => {
    allowFiles(watch);
    await startDemo(page);
    const saved = await saveAsPage(page, output('saved.html'));
    await page.route('**/viewer.html', (route) => route.fulfill({ contentType: 'text/html', body: '<style>iframe { width: 1200px; height: 700px }</style>' }));
    await page.goto('./viewer.html');
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(show, saved.text);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();
    await frame.getByRole('link', { name: 'Playground', exact: true }).click();
    await expect(frame.getByRole('heading', { level: 1, name: 'Playground' })).toBeFocused();
    await frame.getByRole('link', { name: 'All registries' }).click();
    await frame.getByRole('button', { name: startFromHere }).click();
    await expect(originalBanner(frame)).toHaveCount(0);
    await frame.getByRole('region', { name: 'Custom registry' }).getByRole('button', { name: 'Create registry' }).click();
    const dialog = frame.getByRole('dialog', { name: 'Create registry' });
    await dialog.getByLabel('Name', { exact: true }).fill('In a viewer');
    await dialog.getByRole('button', { name: 'Create registry' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(frame.getByRole('link', { name: 'In a viewer', exact: true })).toBeVisible();
    await frame.getByRole('searchbox', { name: 'Filter' }).or(frame.getByLabel('Filter')).first().fill('viewer');
    await expect(frame.getByRole('link', { name: 'Playground', exact: true })).toHaveCount(0);
    expect(page.url()).toBe(`${baseURL}viewer.html`);
  });
}

test('with blocked storage the file works in memory, reports it, and can be saved', async ({ page, watch }) => {
  allowFiles(watch);
  await page.addInitScript(() => {
    const blocked = {
      get(): Storage {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    Object.defineProperty(window, 'localStorage', blocked);
    Object.defineProperty(window, 'sessionStorage', blocked);
  });
  await startDemo(page, pathToFileURL(FILE).href);
  await create(page, { name: 'In memory' });
  const saved = await saveAsPage(page, output('from-memory.html'));
  await expect(page.getByText('Everything is in memory')).toBeVisible();
  await page.goto(pathToFileURL(saved.path).href);
  await expect(link(page, 'In memory')).toBeVisible();
  await expect(originalBanner(page)).toContainText('gone when the tab is closed');
});

test('the file navigates even if the browser refuses to change the address', async ({ page, watch }) => {
  allowFiles(watch);
  await page.addInitScript(() => {
    history.pushState = history.replaceState = () => {
      throw new DOMException('A history state object with URL cannot be created', 'SecurityError');
    };
  });
  await startDemo(page, pathToFileURL(FILE).href);
  await work(page, 'Without a history');
  await page.reload();
  await expect(link(page, 'Without a history')).toBeVisible();
});

test('without WebAssembly a saved page offers its organization as a file', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  const saved = await saveAsPage(page, output('saved.html'));
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto(pathToFileURL(saved.path).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Registrar could not be loaded' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const path = await (await downloading).path();
  expect(JSON.parse(readFileSync(path, 'utf8')).values).toEqual((JSON.parse(saved.organization) as { values: unknown }).values);
});

test('a saved page with a damaged organization still starts', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page);
  const saved = await saveAsPage(page, output('saved.html'));
  const newer = saved.organization.replace('"version": 1', '"version": 2');
  for (const [damaged, message] of [
    [saved.organization.slice(0, 1000), 'was not written by Registrar, or is damaged'],
    [newer, 'newer version of Registrar'],
  ] as const) {
    writeFileSync(saved.path, saved.text.replace(saved.organization, () => damaged));
    await page.goto(pathToFileURL(saved.path).href);
    await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
    await expect(page.locator('.toasts')).toContainText(message);
    await page.evaluate(() => localStorage.clear());
  }
  await page.reload();
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expectLanding(page);
});

test('a truncated file reports that it could not be loaded', async ({ page, watch }) => {
  allowFiles(watch);
  const text = readFileSync(FILE, 'utf8');
  for (const part of [0.95, 0.5]) {
    writeFileSync(output('cut.html'), text.slice(0, text.length * part));
    await page.goto(pathToFileURL(output('cut.html')).href);
    await expect(page.getByRole('heading', { level: 1, name: 'Registrar could not be loaded' })).toBeVisible();
  }
});

test('a crash in a file shows the crash screen', async ({ page, watch }) => {
  allowFiles(watch);
  await startDemo(page, pathToFileURL(FILE).href);
  await exhaust(page, watch);
  await expectStopped(page);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expectLanding(page);
});

/** A path as on Windows, where this machine lets it be made. */
const DRIVE = '/C:/registrar-test';

function canHaveDrive(): boolean {
  try {
    mkdirSync(DRIVE, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

if (canHaveDrive()) {
  test('a file on a Windows drive navigates', async ({ page, watch }) => {
    allowFiles(watch);
    try {
      const address = copyOf(FILE, `${DRIVE}/R.html`);
      expect(address).toBe('file:///C:/registrar-test/R.html');
      await startDemo(page, address);
      await work(page, 'On a drive');
      await page.goto(`${address}#/people`);
      await expect(page.getByRole('heading', { level: 1, name: 'People & teams' })).toBeVisible();
      await page.goto(`${address}?as=mina.park#/registry/models/settings`);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Models');
    } finally {
      rmSync('/C:', { recursive: true, force: true });
    }
  });
}

/** Scenarios: saved, followed by an address, run, and started over. */

import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from '@playwright/test';
import { actAs, actingAs, create, expectLanding, link, startDemo, startEmpty, visit } from './support/app.ts';
import { allowFiles, originalBanner, output } from './support/single_file.ts';
import { snapshot, workspace } from './support/storage.ts';
import { expect, test } from './support/test.ts';

/** The file of a scenario, as the tests change it. */
interface ScenarioFile {
  format: string;
  version: number;
  scenario: Record<string, unknown>;
  archive: { version: number; values: Record<string, string> };
}

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

const question = (page: Page): Locator => page.getByRole('dialog', { name: /^Start / });

const failure = (page: Page): Locator => page.getByRole('dialog', { name: 'The scenario can’t be started' });

/** Prepares a scenario of the demo organization, with one more registry. */
async function prepare(page: Page, baseURL: string): Promise<void> {
  await startDemo(page);
  await create(page, { name: 'Prepared', visibility: 'Restricted' });
  await visit(page, '#/data');
  await page.getByText('Prepare a scenario').click();
  await page.getByLabel('Scenario name').fill('Opening a registry');
  await page.getByLabel('Instructions').fill('Give the vision team access.');
  await page.getByLabel('First page').fill(`${baseURL}#/registry/Playground`);
  const acting = page.getByLabel('Acts first');
  await acting.click();
  await acting.fill('mina.park');
  await expect(page.getByRole('option', { name: /Mina Park/ })).toBeVisible();
  await acting.press('Enter');
  await page.getByLabel('Start the walkthrough').check();
}

/** Saves the prepared scenario. */
async function save(browser: Browser, baseURL: string): Promise<ScenarioFile> {
  const context = await browser.newContext({ baseURL, locale: 'en-US' });
  const page = await context.newPage();
  await prepare(page, baseURL);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a scenario' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^.*scenario.*\.json$/i);
  const text = await readFile(await download.path(), 'utf8');
  await context.close();
  return JSON.parse(text) as ScenarioFile;
}

let file: ScenarioFile;

test.beforeAll(async ({ browser, baseURL }) => {
  file = await save(browser, baseURL ?? '');
});

/** Answers requests for `/prepared.json` with a text. */
async function host(page: Page, body: string, name = 'prepared.json'): Promise<void> {
  await page.route(`**/${name}`, (route) => route.fulfill({ contentType: 'application/json', body }));
}

/** The number of workspaces in storage. */
async function workspaces(page: Page): Promise<number> {
  const keys = Object.keys(await snapshot(page)).map((key) => /^registrar:([0-9a-z]{10}):log:/.exec(key)?.[1]);
  return new Set(keys.filter((key) => key !== undefined)).size;
}

test('an address starts a scenario once, with its page, account, instructions and walkthrough', async ({ page }) => {
  await host(page, JSON.stringify(file));
  await page.goto('./?scenario=prepared.json');
  await expect(heading(page)).toHaveText('Playground');
  await expect(page).toHaveURL(/\/#\/registry\/Playground$/);
  await expect(actingAs(page)).toHaveValue('Mina Park');
  await expect(page.getByText('Give the vision team access.')).toBeVisible();
  await expect(page.getByRole('complementary')).toBeVisible();
  const key = await workspace(page);
  await page.reload();
  await expect(heading(page)).toHaveText('Playground');
  expect(await workspace(page)).toBe(key);
  await page.locator('.banner').getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(heading(page)).toHaveText('Playground');
  await expect(page.getByText('Give the vision team access.')).toBeHidden();
});

test('an address requested with a scenario is kept', async ({ page }) => {
  await host(page, JSON.stringify(file));
  await page.goto('./?scenario=prepared.json&as=ada.okafor#/access?role=admin');
  await expect(heading(page)).toHaveText('Access');
  await expect(actingAs(page)).toHaveValue('Ada Okafor');
  await expect(page).toHaveURL(/\/\?as=ada\.okafor#\/access\?role=admin$/);
});

test('with an open organization a dialog asks before a scenario starts', async ({ page }) => {
  await host(page, JSON.stringify(file));
  await page.goto('./');
  await startEmpty(page, 'Acme');
  const key = await workspace(page);
  await page.goto('./?scenario=prepared.json');
  await expect(question(page)).toContainText('Give the vision team access.');
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(page).not.toHaveURL(/scenario/);
  expect(await workspace(page)).toBe(key);
  await page.goto('./?scenario=prepared.json');
  await page.reload();
  await question(page).getByRole('button', { name: 'Start scenario' }).click();
  await expect(heading(page)).toHaveText('Playground');
  expect(await workspace(page)).not.toBe(key);
  expect(await workspaces(page)).toBe(2);
});

test('an unused run is replaced, and earlier runs are listed and deleted together', async ({ page }) => {
  await host(page, JSON.stringify(file));
  await page.goto('./?scenario=prepared.json&as=ada.okafor');
  await expect(heading(page)).toHaveText('Playground');
  const startOver = page.getByRole('button', { name: 'Start over from the scenario' });
  await visit(page, '#/data');
  await startOver.click();
  await expect(heading(page)).toHaveText('Playground');
  await expect.poll(() => workspaces(page)).toBe(1);
  for (const name of ['One', 'Two']) {
    await visit(page, '#/');
    await create(page, { name });
    await visit(page, '#/data');
    await startOver.click();
    await expect(heading(page)).toHaveText('Playground');
    await visit(page, '#/');
    await expectLanding(page);
    await expect(link(page, 'Prepared')).toBeVisible();
    await expect(link(page, name)).toHaveCount(0);
  }
  expect(await workspaces(page)).toBe(3);
  await visit(page, '#/data');
  const runs = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Runs of Opening a registry' }) });
  await expect(runs.getByRole('button', { name: /^Open / })).toHaveCount(2);
  await runs.getByRole('button', { name: 'Delete all runs of Opening a registry' }).click();
  await runs.getByLabel('Name of the scenario').fill('Opening a registry');
  await runs.getByRole('button', { name: 'Delete for good' }).click();
  await expect(runs).toBeHidden();
  await expect.poll(() => workspaces(page)).toBe(1);
  await page.reload();
  await expect(heading(page)).toHaveText('Your data');
  await expect(runs).toBeHidden();
});

test('?demo starts the demo at the requested address, and asks first when an organization is open', async ({ page }) => {
  await page.goto('./?demo#/registry/safety_reviews');
  await expect(heading(page)).toHaveText('Safety_Reviews');
  await expect(page).toHaveURL(/\/#\/registry\/Safety_Reviews$/);
  await create(await openLanding(page), { name: 'Mine' });
  await page.goto('./?demo#/');
  await expect(question(page)).toContainText('Lighthouse Labs is open. It is kept');
  await question(page).getByRole('button', { name: 'Continue with Lighthouse Labs' }).click();
  await expect(link(page, 'Mine')).toBeVisible();
  await page.goto('./?demo=1#/');
  await question(page).getByRole('button', { name: 'Start scenario' }).click();
  await expect(link(page, 'Playground')).toBeVisible();
  await expect(link(page, 'Mine')).toHaveCount(0);
});

async function openLanding(page: Page): Promise<Page> {
  await visit(page, '#/');
  await expectLanding(page);
  return page;
}

test('a scenario saved as a page opens with its settings', async ({ page, baseURL, watch }) => {
  allowFiles(watch);
  await prepare(page, baseURL ?? '');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save scenario as a page' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^registrar-scenario-.*\.html$/);
  await expect(page.getByRole('region', { name: 'Save as a scenario' }).getByRole('status')).toContainText(download.suggestedFilename());
  const path = output('scenario.html');
  await download.saveAs(path);

  await page.goto(pathToFileURL(path).href);
  await expect(heading(page)).toHaveText('Playground');
  await expect(actingAs(page)).toHaveValue('Mina Park');
  await expect(page.getByText('Give the vision team access.')).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  expect(await workspaces(page)).toBe(0);
  await originalBanner(page).getByRole('button', { name: 'Start from here' }).click();
  await expect(originalBanner(page)).toHaveCount(0);
  await expect(actingAs(page)).toHaveValue('Mina Park');
  await expect(page.getByText('Give the vision team access.')).toBeVisible();
  await expect(page.getByRole('complementary')).toBeVisible();

  await actAs(page, 'ada.okafor', 'Ada Okafor');
  await visit(page, '#/');
  await create(page, { name: 'Done in the run' });
  await page.reload();
  await expect(link(page, 'Done in the run')).toBeVisible();
  await visit(page, '#/data');
  await page.getByRole('button', { name: 'Start over from the scenario' }).click();
  await expect(heading(page)).toHaveText('Playground');
  await visit(page, '#/');
  await expectLanding(page);
  await expect(link(page, 'Done in the run')).toHaveCount(0);
});

test('a downloaded scenario opens from its file', async ({ page }) => {
  await page.goto('./');
  await page.getByLabel('Downloaded file').setInputFiles({
    name: 'scenario.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(heading(page)).toHaveText('Playground');
  await expect(actingAs(page)).toHaveValue('Mina Park');
});

const changedFile = (change: (file: ScenarioFile) => void): string => {
  const copy = structuredClone(file);
  change(copy);
  return JSON.stringify(copy);
};

test.describe('a scenario that cannot begin leaves what is open, and says why:', () => {
  const cases: [string, () => string, string][] = [
    ['damaged', () => JSON.stringify(file).slice(0, -100), 'is damaged'],
    ['with a record cut off', () => changedFile(({ archive }) => { archive.values[Object.keys(archive.values)[0] ?? ''] = '{'; }), 'is damaged'],
    ['a web page', () => '<!doctype html><title>Sign in</title>', 'is damaged'],
    ['of a newer version', () => changedFile((copy) => { copy.version = 2; }), 'A newer version of Registrar wrote this scenario.'],
    ['with records of a newer version', () => changedFile(({ archive }) => { archive.version = 2; }), 'A newer version of Registrar wrote this scenario.'],
    ['of 20 MB', () => JSON.stringify(file) + ' '.repeat(20_000_000), 'A scenario has at most 8 MB.'],
  ];
  for (const [kind, body, message] of cases) {
    test(kind, async ({ page }) => {
      await startDemo(page);
      await create(page, { name: 'Mine' });
      const before = await snapshot(page);
      await host(page, body());
      await page.goto('./?scenario=prepared.json');
      await expect(failure(page)).toContainText(message);
      await failure(page).getByRole('button', { name: 'Close' }).last().click();
      await expect(failure(page)).toBeHidden();
      await expect(link(page, 'Mine')).toBeVisible();
      await expect(page).not.toHaveURL(/scenario/);
      expect(await snapshot(page)).toEqual(before);
    });
  }

  test('missing, also on a first visit', async ({ page, watch }) => {
    watch.allow(/404/);
    await page.goto('./?scenario=nowhere.json');
    await expect(failure(page)).toContainText('The file wasn’t found.');
    await failure(page).getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByRole('button', { name: 'Start with the demo organization' })).toBeVisible();
    expect(await workspaces(page)).toBe(0);
  });

  test('without the name of a file, which is no request for the demo organization', async ({ page }) => {
    for (const address of ['./?scenario=', './?scenario']) {
      await page.goto(address);
      await expect(failure(page)).toContainText('The link names no file.');
      await failure(page).getByRole('button', { name: 'Close' }).last().click();
      await expect(page.getByRole('button', { name: 'Start with the demo organization' })).toBeVisible();
      await expect(page).not.toHaveURL(/scenario/);
    }
    await startDemo(page);
    const before = await snapshot(page);
    await page.goto('./?scenario=');
    await expect(failure(page)).toContainText('The link names no file.');
    expect(await snapshot(page)).toEqual(before);
  });

  test('of another origin, which is never requested', async ({ page, watch }) => {
    for (const address of ['https://elsewhere.example/prepared.json', '//elsewhere.example/x', 'data:application/json,{}', 'javascript:1']) {
      await page.goto(`./?scenario=${encodeURIComponent(address)}`);
      await expect(failure(page)).toContainText('The link leads to another website.');
    }
    expect(watch.requests.filter((request) => new URL(request).pathname !== '/' && request.includes('elsewhere'))).toEqual([]);
  });
});

/** Projects of teams, their artifacts and versions, and logging a version from files. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { actAs, link, startDemo, toast, visit } from './support/app.ts';
import { FILLED, perform } from './support/collections.ts';
import { records } from './support/storage.ts';
import { expect, test } from './support/test.ts';

/** The digests of W&B's client for the generated files: see tests/python/folder_digests.py. */
interface Generated {
  digest: string;
  files: { path: string; size: number; seed: number; digest: string }[];
}

const generated = JSON.parse(
  await readFile(fileURLToPath(new URL('fixtures/digests.json', import.meta.url)), 'utf8'),
) as Generated;

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => main(page).getByRole('textbox', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

async function openProjects(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: 'Projects' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
}

async function createProject(page: Page, team: string, name: string): Promise<void> {
  await openProjects(page);
  await button(page, 'Create project').click();
  await dialog(page).getByLabel('Team').selectOption({ label: team });
  await dialog(page).getByLabel('Name').fill(name);
  await dialog(page).getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Opens the form from the page of a project. */
async function openLog(page: Page): Promise<void> {
  await button(page, 'Log artifact').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Log artifact' })).toBeVisible();
}

async function log(page: Page, name: string, type: string): Promise<void> {
  await field(page, 'Name').fill(name);
  await field(page, 'Type').fill(type);
  await button(page, 'Log artifact').click();
}

/** The list of tags or aliases of the open page. */
const labels = (page: Page, name: 'Tags' | 'Aliases') => main(page).getByRole('list', { name, exact: true });

/** The generated folder on the disk. */
async function generate(info: TestInfo): Promise<string> {
  const folder = info.outputPath('generated');
  for (const { path, size, seed } of generated.files) {
    const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 7 + Math.floor(i / 251) + seed) % 256));
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

/** The reason that describes a disabled control. */
async function reason(control: Locator): Promise<string> {
  await expect(control).toHaveAttribute('aria-disabled', 'true');
  return control.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? '');
}

test('a project is created in a team, renamed, and deleted with its consequences', async ({ page }) => {
  await startDemo(page);
  await createProject(page, 'vision', 'lane-detection');
  await expect(toast(page)).toContainText('lane-detection');
  await button(page, 'Rename lane-detection').click();
  await dialog(page).getByLabel('Name').fill('lanes');
  await dialog(page).getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'lanes' })).toBeVisible();
  await openLog(page);
  await log(page, 'lane-model', 'model');
  await expect(page.getByRole('heading', { level: 1, name: 'lane-model:v0' })).toBeVisible();
  await link(page, 'lanes').click();
  await button(page, 'Delete lanes').click();
  await expect(dialog(page)).toContainText('vision/lanes/lane-model:v0');
  await dialog(page).getByLabel('Confirm by typing').fill('lanes');
  await dialog(page).getByRole('button', { name: 'Delete project' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  await expect(link(page, 'lanes')).toBeHidden();
});

test('a project name taken in the team is refused at its field', async ({ page }) => {
  await startDemo(page);
  await createProject(page, 'vision', 'lanes');
  await openProjects(page);
  await button(page, 'Create project').click();
  await dialog(page).getByLabel('Team').selectOption({ label: 'vision' });
  await dialog(page).getByLabel('Name').fill('LANES');
  await expect(dialog(page)).toContainText('This name is taken by a project of the team.');
  await dialog(page).getByLabel('Team').selectOption({ label: 'language' });
  await expect(dialog(page)).not.toContainText('This name is taken');
});

test('the controls of a project follow the role in its team', async ({ page }) => {
  await startDemo(page);
  await createProject(page, 'platform', 'serving');
  const address = page.url();

  await actAs(page, 'chidi.eze', 'Chidi Eze');
  expect(await reason(button(page, 'Rename serving'))).toMatch(/This takes Admin\. .*Tomasz Zieliński/);
  await button(page, 'Rename serving').dispatchEvent('click');
  await expect(dialog(page)).toBeHidden();
  await openLog(page);
  await log(page, 'router', 'model');
  await expect(page.getByRole('heading', { level: 1, name: 'router:v0' })).toBeVisible();

  // Somebody outside of the team finds neither the project nor a hint at it.
  await actAs(page, 'omar.haddad', 'Omar Haddad');
  await openProjects(page);
  await expect(main(page)).not.toContainText('serving');
  expect(await reason(button(page, 'Create project'))).toContain('Only people and service accounts of the team');
  await page.goto(address);
  await expect(main(page)).not.toContainText('serving');
});

test('a folder gets the digests of W&B’s client, and the same content is the same version', async ({ page }, info) => {
  const folder = await generate(info);
  await startDemo(page);
  await createProject(page, 'language', 'corpus');
  await openLog(page);
  await page.getByLabel('Choose folder').setInputFiles(folder);
  await expect(main(page).getByText(`Digest: ${generated.digest}`)).toBeVisible();
  await expect(main(page).getByText(/11 files, 5\.1 MB\. The list takes about \d/)).toBeVisible();
  for (const { path, digest } of generated.files) {
    await expect(main(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: path, exact: true }) })).toContainText(digest);
  }
  await log(page, 'generated', 'dataset');
  await expect(page.getByRole('heading', { level: 1, name: 'generated:v0' })).toBeVisible();
  await expect(main(page).getByText(generated.digest)).toBeVisible();
  await link(page, 'Files').click();
  await expect(main(page).getByRole('row')).toHaveCount(generated.files.length + 1);

  // No byte of a file is stored.
  expect(JSON.stringify(await records(page)).length).toBeLessThan(100_000);

  await link(page, 'generated').click();
  await openLog(page);
  await expect(field(page, 'Name')).toHaveValue('generated');
  await expect(field(page, 'Type')).toHaveValue('dataset');
  await page.getByLabel('Choose folder').setInputFiles(folder);
  await expect(main(page).getByText('v0 has the same content.')).toBeVisible();
  await field(page, 'Aliases').fill('frozen');
  await button(page, 'Log artifact').click();
  await expect(page.getByRole('heading', { level: 1, name: 'generated:v0' })).toBeVisible();
  await expect(labels(page, 'Aliases')).toContainText('frozen');
});

test('canceling the reading of files adds nothing', async ({ page }) => {
  await startDemo(page);
  await createProject(page, 'language', 'corpus');
  await openLog(page);
  // A browser hands over a slice of this in a moment, but all of it never.
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#log-files');
    const whole = new Blob(Array.from({ length: 64 }, () => new Uint8Array(1 << 20)));
    const data = new DataTransfer();
    for (let nth = 0; nth < 40; nth += 1) data.items.add(new File([whole], `part-${nth}.bin`));
    if (input !== null) input.files = data.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(main(page).getByRole('progressbar', { name: 'Reading files' })).toBeVisible();
  expect(await button(page, 'Log artifact').getAttribute('aria-disabled')).toBe('true');
  const reading = main(page).locator('.reading');
  const frames = await reading.getByRole('button', { name: 'Cancel' }).evaluate(async (cancel: HTMLElement) => {
    cancel.click();
    let frames = 0;
    for (; document.querySelector('.reading') !== null; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    return frames;
  });
  expect(frames).toBeLessThan(5);
  await expect(main(page).getByText('Canceled. No file was added.')).toBeVisible();
  await expect(main(page).getByText('No files.', { exact: false })).toBeVisible();
});

test('a dropped file is read, and one with a forbidden path adds nothing', async ({ page }) => {
  await startDemo(page);
  await createProject(page, 'language', 'corpus');
  await openLog(page);
  const drop = (name: string) =>
    page.locator('.drop-zone').evaluate((zone, name) => {
      const data = new DataTransfer();
      data.items.add(new File(['abc'], name));
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, name);
  await drop('abc.txt');
  await expect(main(page).getByText('1 file, 3 bytes.')).toBeVisible();
  await expect(main(page).getByText('kAFQmDzST7DWlj99KOF/cg==')).toBeVisible();
  await drop('C:x');
  await expect(main(page).getByRole('alert').getByText('A path cannot begin with a drive')).toBeVisible();
  await expect(main(page).getByText('1 file, 3 bytes.')).toBeVisible();
});

test('faults are shown at their fields, and the input is kept', async ({ page }) => {
  await startDemo(page);
  await createProject(page, 'vision', 'lanes');
  await openLog(page);
  await field(page, 'Metadata').fill('{"loss": 0.1,\n "loss": 0.2}');
  await expect(main(page).getByText('The key loss is there twice: see line 2, column 2.')).toBeVisible();
  await field(page, 'Metadata').fill('{"loss": 1e999}');
  await expect(main(page).getByText('see line 1, column 10', { exact: false })).toBeVisible();
  await field(page, 'Files without contents').fill('model.pt 12 kAFQmDzST7DWlj99KOF/cg==\n../x 1 kAFQmDzST7DWlj99KOF/cg==');
  await expect(main(page).getByText('Line 2: A path cannot contain the component “..”.')).toBeVisible();
  await field(page, 'Tags').fill('ok, a/b');
  await field(page, 'Aliases').fill('v3');
  await log(page, 'lane model', 'job');
  const summary = main(page).locator('.error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('button')).toHaveCount(4);
  await summary.getByRole('button', { name: 'Files without contents: Line 2: A path cannot contain' }).click();
  await expect(field(page, 'Files without contents')).toBeFocused();
  await page.reload();
  await expect(field(page, 'Tags')).toHaveValue('ok, a/b');

  await field(page, 'Metadata').fill('{"loss": 0.10}');
  await field(page, 'Files without contents').fill('model.pt 12 kAFQmDzST7DWlj99KOF/cg==');
  await field(page, 'Tags').fill('ok, 후보');
  await log(page, 'lane-model', 'job');
  await expect(summary).toContainText('v3 is managed');
  await field(page, 'Aliases').fill('best');
  await expect(summary).toContainText('W&B keeps the type job for itself.');
  await log(page, 'lane-model', 'model');
  await expect(page.getByRole('heading', { level: 1, name: 'lane-model:v0' })).toBeVisible();
  await link(page, 'Metadata').click();
  await expect(main(page).getByText('"loss": 0.10')).toBeVisible();
});

test('a moving alias names its current version, and lineage is shown in both directions', async ({ page }) => {
  await startDemo(page);
  await createProject(page, 'vision', 'lanes');
  await openLog(page);
  await field(page, 'Aliases').fill('frozen');
  await log(page, 'frames', 'dataset');
  await expect(page.getByRole('heading', { level: 1, name: 'frames:v0' })).toBeVisible();
  await link(page, 'lanes').click();
  await openLog(page);
  await field(page, 'Run').fill('train-1');
  await field(page, 'Inputs').fill('vision/lanes/frames:frozen');
  await log(page, 'lane-model', 'model');
  await link(page, 'Lineage').click();
  await link(page, 'vision/lanes/frames:v0').click();
  await link(page, 'Lineage').click();
  await expect(link(page, 'vision/lanes/lane-model:v0')).toBeVisible();

  await visit(page, '#/projects');
  await link(page, 'lanes').click();
  await openLog(page);
  await field(page, 'Files without contents').fill('a 1 kAFQmDzST7DWlj99KOF/cg==');
  await log(page, 'frames', 'dataset');
  await expect(page.getByRole('heading', { level: 1, name: 'frames:v1' })).toBeVisible();
  await main(page).getByRole('button', { name: /Add alias/ }).click();
  await field(page, 'Alias').fill('frozen');
  await expect(main(page).getByText('frozen moves here from v0.')).toBeVisible();
  await button(page, 'Add').click();
  await expect(labels(page, 'Aliases').getByRole('listitem')).toHaveText(['frozen', 'latest']);
  await field(page, 'Alias').fill('latest');
  await expect(main(page)).toContainText('latest is managed');
  await button(page, 'Cancel').click();
  await main(page).getByRole('button', { name: /Add tag/ }).click();
  await field(page, 'Tag').fill('후보 1, stable');
  await button(page, 'Add').click();
  await expect(labels(page, 'Tags').getByRole('listitem')).toHaveText(['후보 1', 'stable']);
  await button(page, 'Remove tag 후보 1').click();
  await expect(labels(page, 'Tags').getByRole('listitem')).toHaveText(['stable']);
});

/** The page of the first version of a model in the project platform/training. */
async function openRanker(page: Page): Promise<void> {
  await startDemo(page);
  await perform(page, 'ada.okafor', ...FILLED);
  await openProjects(page);
  await link(page, 'training').click();
  await link(page, 'ranker').click();
  await link(page, 'v0').click();
  await expect(page.getByRole('heading', { level: 1, name: 'ranker:v0' })).toBeVisible();
}

test('a version is linked from its project after every refusal is shown, and lists its links', async ({ page }) => {
  await openRanker(page);
  await expect(link(page, 'Models/zoo:v0')).toBeVisible();
  await link(page, 'Link to registry').click();
  const status = dialog(page).getByRole('status');
  const linking = dialog(page).getByRole('button', { name: 'Link', exact: true });
  await linking.click();
  await expect(status).toContainText('Choose a registry and a collection.');
  await dialog(page).getByLabel('Registry', { exact: true }).selectOption({ label: 'Datasets' });
  await dialog(page).getByLabel('Collection', { exact: true }).fill('rankers');
  await dialog(page).getByLabel('Aliases', { exact: true }).fill('v3');
  await expect(status).toContainText('No, it won’t link:');
  await expect(status).toContainText('v3 is managed');
  await expect(status).toContainText('does not accept the type model');
  expect(await reason(linking)).toContain('does not accept the type model');

  // The draft stays after a reload, and the link leads to the page with the same query.
  await page.reload();
  await expect(dialog(page).getByLabel('Collection', { exact: true })).toHaveValue('rankers');
  await dialog(page).getByLabel('Registry', { exact: true }).selectOption({ label: 'Models' });
  await dialog(page).getByLabel('Aliases', { exact: true }).fill('candidate');
  await expect(status).toContainText('Yes, it will link.');
  await expect(status).toContainText('The collection is created.');
  await expect(dialog(page).getByRole('link', { name: 'Will it link?' })).toHaveAttribute('href', /registry=.*&collection=rankers&aliases=candidate/);
  await dialog(page).getByLabel('Collection', { exact: true }).fill('zo');
  await dialog(page).getByRole('group', { name: 'Existing collections' }).getByRole('button', { name: 'zoo' }).click();
  await expect(status).toContainText('Already linked as v0. Only the aliases are added.');
  await dialog(page).getByLabel('Collection', { exact: true }).fill('rankers');
  await linking.click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(toast(page)).toContainText('rankers');
  await link(page, 'Models/rankers:v0').click();
  await expect(page.getByRole('heading', { level: 1, name: 'rankers v0' })).toBeVisible();
  await expect(labels(page, 'Aliases').getByRole('listitem')).toHaveText(['candidate', 'latest']);

  // The dialog is empty again.
  await page.goBack();
  await link(page, 'Link to registry').click();
  await expect(dialog(page).getByLabel('Collection', { exact: true })).toHaveValue('');
});

test('description and metadata of a version are edited in place, each alone', async ({ page }) => {
  await openRanker(page);
  await button(page, 'Edit description').click();
  await field(page, 'Description').fill('# Ranker\n\nThe *best* so far.');
  await page.reload();
  await expect(field(page, 'Description')).toHaveValue('# Ranker\n\nThe *best* so far.');
  await button(page, 'Save').click();
  await expect(main(page).getByRole('heading', { level: 3, name: 'Ranker' })).toBeVisible();

  await link(page, 'Metadata').click();
  await button(page, 'Edit metadata').click();
  await expect(field(page, 'Metadata')).toHaveValue('{\n  "loss": 0.25,\n  "nested": {\n    "epochs": 3\n  }\n}');
  await field(page, 'Metadata').fill('{"loss": 0.10,\n "loss": 1}');
  await expect(main(page).getByText('The key loss is there twice: see line 2, column 2.')).toBeVisible();
  await button(page, 'Save').click();
  await expect(field(page, 'Metadata')).toBeFocused();
  await field(page, 'Metadata').fill('{"loss": 0.10}');
  await button(page, 'Save').click();
  await expect(main(page).getByText('"loss": 0.10')).toBeVisible();
  await expect(button(page, 'Edit metadata')).toBeFocused();

  // Other blanks are no change.
  const before = (await records(page)).length;
  await button(page, 'Edit metadata').click();
  await field(page, 'Metadata').fill('{ "loss":0.10 }');
  await button(page, 'Save').click();
  await expect(button(page, 'Edit metadata')).toBeVisible();
  expect((await records(page)).length).toBe(before);

  // A change of another field meanwhile stays.
  await button(page, 'Edit metadata').click();
  await field(page, 'Metadata').fill('{"loss": 0.2}');
  await perform(page, 'ada.okafor', { type: 'editVersion', version: 'platform/training/ranker:v0', description: 'Other words.' });
  await button(page, 'Save').click();
  await link(page, 'Version').click();
  await expect(main(page).getByText('Other words.')).toBeVisible();
});

test('without write access to a project each control explains it, and linking still works', async ({ page }) => {
  await openRanker(page);
  const address = page.url();
  await perform(page, 'ada.okafor', { type: 'setTeamRole', team: 'platform', person: 'chidi.eze', role: 'viewer' });
  await page.goto(address);
  await actAs(page, 'chidi.eze', 'Chidi Eze');
  for (const name of ['Delete ranker:v0', 'Edit description']) expect(await reason(button(page, name))).toContain('This takes Member');
  for (const name of [/Add alias/, /Add tag/]) expect(await reason(main(page).getByRole('button', { name }))).toContain('This takes Member');
  await expect(main(page).locator('.denied')).toHaveCount(1);
  await link(page, 'Metadata').click();
  expect(await reason(button(page, 'Edit metadata'))).toContain('This takes Member');
  await expect(link(page, 'Link to registry')).toBeVisible();
});

/** History, undo and redo, checkpoints. */

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { startDemo, visit } from './support/app.ts';
import { expect, test } from './support/test.ts';

/** Does something as a script, and returns the name of its record. */
async function act(page: Page, ...actions: object[]): Promise<string> {
  return page.evaluate((actions) => window.registrar.do(actions as never).record, actions);
}

const entries = (page: Page) => page.locator('.history-list > li');

test('the history describes actions in sentences and undoes them', async ({ page }) => {
  await startDemo(page);
  await act(page, { type: 'createRegistry', name: 'Field notes' });
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeFocused();
  const newest = entries(page).first();
  await expect(newest).toContainText('Registry Field notes was created.');
  await expect(newest).toContainText('Ada Okafor, by a script');

  await newest.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Registry Field notes was created.' })).toBeVisible();
  await expect(entries(page).first()).toContainText('Undone: Registry Field notes was created.');
  await expect(entries(page).nth(1)).toContainText('This is undone.');
  await page.locator('.toast').getByRole('button', { name: 'Redo' }).click();
  await expect(entries(page).nth(2)).not.toContainText('This is undone.');
  expect(await page.evaluate(() => window.registrar.standing({ registry: 'Field notes' })?.role)).toBe('admin');
});

test('dependent entries are listed and undone together', async ({ page }) => {
  await startDemo(page);
  await act(page, { type: 'createRegistry', name: 'Field notes' });
  await act(page, { type: 'describeRegistry', registry: 'Field notes', description: 'Everything from the field' });
  await visit(page, '#/history');
  await entries(page).nth(1).getByRole('button', { name: /^Undo/ }).click();
  const question = page.getByRole('group', { name: '1 later change depends on this:' });
  await expect(question).toBeFocused();
  await expect(question).toContainText('Saved the description of Field notes.');
  await question.getByRole('button', { name: 'Undo all 2' }).click();
  await expect(question).toBeHidden();
  expect(await page.evaluate(() => window.registrar.view()!.registries.some((one) => one.name === 'Field notes'))).toBe(false);
});

test('keyboard shortcuts undo and redo outside of fields, also after a reload', async ({ page }) => {
  await startDemo(page);
  await act(page, { type: 'addTeam', name: 'robotics' });
  const has = () => page.evaluate(() => window.registrar.view()!.teams.some((team) => team.name === 'robotics'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();
  await page.locator('#filter').focus();
  await page.keyboard.press('Control+z');
  expect(await has(), 'a field undoes what was typed').toBe(true);
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.toast')).toContainText('Undone: Added the team robotics.');
  expect(await has()).toBe(false);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.toast')).toContainText('Redone: Added the team robotics.');
  expect(await has()).toBe(true);
});

test('a held key undoes one change', async ({ page }) => {
  await startDemo(page);
  await act(page, { type: 'addTeam', name: 'robotics' });
  await act(page, { type: 'addTeam', name: 'optics' });
  await page.locator('#page-title').focus();
  await page.keyboard.down('Control');
  for (let times = 0; times < 3; times += 1) await page.keyboard.down('z');
  await page.keyboard.up('z');
  await page.keyboard.up('Control');
  await expect(page.locator('.toast')).toContainText('Undone: Added the team optics.');
  const teams = await page.evaluate(() => window.registrar.view()!.teams.map(({ name }) => name));
  expect(teams).toContain('robotics');
  expect(teams).not.toContain('optics');
});

test('a checkpoint can be restored or opened as a new organization', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/history');
  await page.getByLabel('Name of the checkpoint').fill('Before the class');
  await page.getByRole('button', { name: 'Save checkpoint' }).click();
  await expect(entries(page).first()).toContainText('Checkpoint Before the class.');
  await act(page, { type: 'addTeam', name: 'robotics' });
  await act(page, { type: 'renameOrganization', name: 'Class 7' });
  await entries(page).filter({ hasText: 'Before the class' }).getByRole('button', { name: /^Return to here/ }).click();
  await expect.poll(() => page.evaluate(() => window.registrar.view()!.organization)).toBe('Lighthouse Labs');
  await page.locator('.toast').getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => page.evaluate(() => window.registrar.view()!.organization)).toBe('Class 7');
  const before = await page.evaluate(() => window.registrar.workspaces().length);
  await entries(page).filter({ hasText: 'Before the class' }).getByRole('button', { name: /^Open as a new/ }).click();
  await expect.poll(() => page.evaluate(() => window.registrar.view()!.organization)).toBe('Lighthouse Labs');
  expect(await page.evaluate(() => window.registrar.workspaces().length)).toBe(before + 1);
});

test('the filter of the history is in the address, and the result can be downloaded', async ({ page }) => {
  await startDemo(page);
  await act(page, { type: 'setVisibility', registry: 'Playground', visibility: 'restricted' });
  await visit(page, '#/history?find=visibility+of+playground');
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText('Before: Organization. After: Restricted.');
  await visit(page, '#/history?kind=undone');
  await expect(page.getByText('No entry of the history matches.')).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('record,time,by,via,what,before,after,outcome');
  expect(text).toContain('The visibility of Playground is now Restricted.,Organization,Restricted,applied');
  await visit(page, '#/history?from=nonsense&to=2020-02-31&page=0&kind=what');
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
});

test('a long search pauses, is canceled by the next letter, and does not limit downloads', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/history');
  const field = page.getByLabel('Search the history');
  const status = page.locator('.history .toolbar').getByRole('status');
  const expected: Record<string, string> = {};
  for (const text of ['ada', 'model', '']) {
    await field.fill(text);
    await expect(page).toHaveURL(text === '' ? /#\/history$/ : new RegExp(`find=${text}`));
    expected[text] = await status.innerText();
  }
  expect(new Set(Object.values(expected)).size, Object.values(expected).join()).toBe(3);

  // From now on every look at the clock finds that it is time for a pause.
  await page.evaluate(() => {
    let time = Date.now();
    Date.now = () => (time += 20);
  });
  await field.fill('ada');
  await expect(status).toHaveText('Searching…');
  await expect(entries(page), 'the rows of the search before stay').not.toHaveCount(0);
  await field.fill('model');
  await expect(status).toHaveText('Searching…');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as JSON' }).click();
  const lines = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as unknown[];
  await expect(status).toHaveText(expected['model'] ?? '');
  expect(`${lines.length} entries`).toBe(expected['model']);
  await field.fill('no such words');
  await expect(page.getByText('No entry of the history matches.')).toBeHidden();
  await expect(page.getByText('No entry of the history matches.')).toBeVisible();
});

test('a hidden registry has no history', async ({ page }) => {
  await startDemo(page);
  await act(page, { type: 'createRegistry', name: 'Zircon', visibility: 'restricted' });
  await visit(page, '#/history');
  await expect(entries(page).first()).toContainText('Zircon');
  await page.evaluate(() => window.registrar.actAs('omar.haddad'));
  await expect(entries(page).first()).not.toContainText('Zircon');
  await expect(page.getByRole('main')).not.toContainText('Zircon');
  await visit(page, '#/history?find=zircon');
  await expect(page.getByText('No entry of the history matches.')).toBeVisible();
});

test('the pages of a registry, collection, project, person and team have their last changes', async ({ page }) => {
  await startDemo(page);
  await act(page, { type: 'describeRegistry', registry: 'Playground', description: 'For trying things out' });
  const recent = (place: Locator = page.getByRole('main')) => place.locator('details.recent');
  const open = async (place?: Locator) => {
    await recent(place).getByText('Recent changes').click();
    return recent(place).getByRole('listitem').first();
  };
  await visit(page, '#/registry/Playground');
  await expect(await open()).toContainText('Saved the description of Playground.');
  await act(page, { type: 'setVisibility', registry: 'Playground', visibility: 'restricted' });
  await expect(recent().getByRole('listitem').first(), 'what happens meanwhile is there').toContainText('is now Restricted');
  await recent().getByRole('link', { name: 'Show all in History' }).click();
  await expect(page.getByRole('combobox', { name: 'About' })).toHaveValue('Playground');
  await expect(entries(page).first()).toContainText('is now Restricted');

  await visit(page, '#/registry/Models');
  await page.getByRole('main').getByRole('table').first().getByRole('rowheader').getByRole('link').first().click();
  await expect(recent()).toBeVisible();
  const collection = await page.getByRole('heading', { level: 1 }).innerText();
  await expect(await open()).toContainText(collection);
  await recent().getByRole('link', { name: 'Show all in History' }).click();
  await expect(page.getByRole('combobox', { name: 'About' })).toHaveValue(`Models/${collection}`);

  await visit(page, '#/projects');
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Artifacts' })).toBeVisible();
  const project = await page.getByRole('heading', { level: 1 }).innerText();
  await expect(await open()).toContainText(project);

  await visit(page, '#/people/mina.park');
  await expect(await open()).toContainText('Mina Park');
  await visit(page, '#/people?show=teams');
  const team = page.locator('section.team').first();
  const name = await team.getByRole('heading', { level: 3 }).locator('bdi').innerText();
  await expect(await open(team)).toContainText(name);
});

test('a dependent change of another tab is listed before it is undone', async ({ page, context }) => {
  await startDemo(page);
  await act(page, { type: 'createRegistry', name: 'Field notes' });
  await act(page, { type: 'describeRegistry', registry: 'Field notes', description: 'Everything from the field' });
  await visit(page, '#/history');
  await entries(page).nth(1).getByRole('button', { name: /^Undo/ }).click();
  const listed = page.getByRole('group', { name: '1 later change depends on this:' });
  await expect(listed).toBeFocused();

  const other = await context.newPage();
  await other.goto('./');
  await expect(other.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();
  await act(other, { type: 'renameRegistry', registry: 'Field notes', name: 'Field books' });
  await expect(entries(page)).toContainText(['Field books']);
  await listed.getByRole('button', { name: 'Undo all 2' }).click();
  const anew = page.getByRole('group', { name: '2 later changes depend on this:' });
  await expect(anew).toBeFocused();
  await expect(anew.getByRole('listitem')).toHaveCount(2);
  const has = () => page.evaluate(() => window.registrar.view()!.registries.some((one) => one.name === 'Field books'));
  expect(await has()).toBe(true);
  await anew.getByRole('button', { name: 'Undo all 3' }).click();
  await expect(anew).toBeHidden();
  expect(await has()).toBe(false);
});

test('a duplicated tab does not undo later changes of the original tab', async ({ page, context }) => {
  await startDemo(page);
  await act(page, { type: 'addTeam', name: 'before' });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();
  await act(page, { type: 'addTeam', name: 'copied' });
  // A window that a page opens has a copy of its session storage, as a duplicated tab has.
  const [copy] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open(location.href))]);
  const teams = () => copy.evaluate(() => window.registrar.view()!.teams.map((team) => team.name));
  await expect(copy.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();
  await act(page, { type: 'addTeam', name: 'after' });
  await expect.poll(teams).toContain('after');
  for (const name of ['copied', 'before']) {
    expect(await teams()).toContain(name);
    await copy.locator('#page-title').focus();
    await copy.keyboard.press('Control+z');
    await expect.poll(teams).not.toContain(name);
    expect(await teams()).toContain('after');
  }
});

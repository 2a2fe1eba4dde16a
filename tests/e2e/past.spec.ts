/** The organization as of a moment, and what changed between two of them. */

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { actingAs, startDemo, visit } from './support/app.ts';
import { expect, test } from './support/test.ts';

/** Does something as a script, and returns the name of its record. */
async function act(page: Page, ...actions: object[]): Promise<string> {
  return page.evaluate((actions) => window.registrar.do(actions as never).record, actions);
}

const banner = (page: Page) => page.locator('.banner').filter({ hasText: 'Nothing can be changed here.' });
const names = (page: Page) => page.evaluate(() => window.registrar.view()!.registries.map((one) => one.name));

test('the page shows a past moment read-only and returns to the present', async ({ page }) => {
  await startDemo(page);
  const first = await act(page, { type: 'createRegistry', name: 'Field notes' });
  await act(page, { type: 'deleteRegistry', registry: 'Field notes' });
  await visit(page, '#/history');
  const entry = page.locator('.history-list > li').filter({ hasText: 'Registry Field notes was created.' });
  await entry.getByRole('button', { name: /^Look at this moment/ }).click();
  await expect(banner(page)).toContainText('The last change until then: Registry Field notes was created.');
  expect(new URL(page.url()).searchParams.get('at')).toBe(first);
  await visit(page, '#/');
  await expect(page.locator('.card').filter({ hasText: 'Field notes' })).toBeVisible();

  // Nothing is saved, and the input stays.
  await visit(page, '#/create-registry');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Too late');
  await dialog.getByRole('button', { name: 'Create registry' }).click();
  await expect(dialog).toContainText('Not saved: this page shows the past.');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Too late');
  const refused = await page.evaluate(() => {
    try {
      window.registrar.do({ type: 'addTeam', name: 'late' });
    } catch (error) {
      return [(error as { code: string }).code, (error as { why?: string }).why];
    }
    return [];
  });
  expect(refused).toEqual(['read_only', 'past']);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.reload();
  await expect(banner(page)).toBeVisible();
  await banner(page).getByRole('button', { name: 'Back to now' }).click();
  await expect(banner(page)).toBeHidden();
  expect(new URL(page.url()).searchParams.has('at')).toBe(false);
  expect(await names(page)).not.toContain('Field notes');
  await act(page, { type: 'addTeam', name: 'in-time' });
});

test('the slider has the moments that the account can see', async ({ page }) => {
  await startDemo(page);
  const records = [];
  for (const name of ['One', 'Two', 'Three']) records.push(await act(page, { type: 'createRegistry', name }));
  await page.goto(`./?at=${records[2]}#/`);
  const slider = page.getByRole('slider', { name: 'Moment of the history' });
  await expect(slider).toBeVisible();
  expect(await names(page)).toContain('Three');
  await slider.press('ArrowLeft');
  await expect.poll(() => names(page)).not.toContain('Three');
  expect(await names(page)).toContain('Two');
  await expect(slider).toHaveAttribute('aria-valuetext', /Registry Two was created\./);
  await slider.press('Home');
  await expect.poll(() => names(page)).not.toContain('Production_Models');
});

test('an account without a past, and an unknown moment, are reported', async ({ page }) => {
  await startDemo(page);
  const before = await act(page, { type: 'addTeam', name: 'before' });
  await act(page, { type: 'addPerson', name: 'Tom', username: 'tom', email: 'tom@lighthouse.example' });
  await page.goto(`./?as=tom&at=${before}#/`);
  await expect(page.locator('.toast')).toContainText('Nobody in the organization is called tom.');
  await expect(actingAs(page)).not.toHaveValue(/Tom/);
  await banner(page).getByRole('button', { name: 'Back to now' }).click();
  await expect(actingAs(page)).toHaveValue(/Tom/);
  await page.goto(`./?at=${before}#/`);
  await expect(page.locator('.toast')).toContainText('You look as another one that was.');
  await banner(page).getByRole('button', { name: 'Back to now' }).click();
  await expect(actingAs(page)).toHaveValue(/Tom/);
  for (const moment of ['nonsense', '1970-01-01', '0000000000.99', '2026-13-45']) {
    await page.goto(`./?at=${moment}#/`);
    await expect(page.locator('.toast'), moment).toContainText('There is no such moment');
    await expect(banner(page)).toBeHidden();
  }
  await page.goto('./?at=2999-01-01T00:00:00Z#/');
  await expect(banner(page)).toBeVisible();
});

test('changes between two moments are listed and downloaded', async ({ page }) => {
  await startDemo(page);
  const since = await act(page, { type: 'addTeam', name: 'robotics' });
  await act(page, { type: 'createRegistry', name: 'Field notes', visibility: 'restricted' });
  await act(page, { type: 'addMembers', registry: 'Field notes', members: ['mina.park'], role: 'member' });
  await act(page, { type: 'addPersonToTeam', team: 'robotics', person: 'noa.levi', role: 'admin' });
  await act(page, { type: 'setOrganizationRole', person: 'noa.levi', role: 'member' });
  await act(page, { type: 'setRestrictedStays', stays: true });
  await act(page, { type: 'renameServiceAccount', serviceAccount: 'ci-runner', name: 'builder' });
  await act(page, { type: 'editPerson', person: 'omar.haddad', email: 'omar.h@lighthouse.example' });
  await act(page, { type: 'protectAlias', registry: 'Playground', alias: 'gold' });
  await act(page, { type: 'createCollection', registry: 'Playground', name: 'toys', artifactType: 'model' });
  await visit(page, '#/history');
  const entry = page.locator('.history-list > li').filter({ hasText: 'Added the team robotics.' });
  await entry.getByRole('link', { name: /^What changed since/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What changed since' })).toBeVisible();
  const access = page.getByRole('region', { name: 'Access', exact: true });
  await expect(access.getByRole('row').filter({ hasText: 'mina.park' })).toContainText('Field notes');
  await expect(access.getByRole('row').filter({ hasText: 'mina.park' })).toContainText('Member');
  await expect(page.getByRole('region', { name: 'People, service accounts and teams' })).toBeHidden();
  const roles = page.getByRole('region', { name: 'Organization roles' });
  await expect(roles.getByRole('row').filter({ hasText: 'noa.levi' }).getByRole('cell')).toHaveText(['Viewer', 'Member']);
  const members = page.getByRole('region', { name: 'Members of teams' });
  await expect(members.getByRole('row').filter({ hasText: 'noa.levi' }).getByRole('cell')).toHaveText(['robotics', '–', 'Admin']);
  const rows = (name: string) => page.getByRole('region', { name }).getByRole('row');
  await expect(rows('Organization settings').last()).toHaveText('Restricted registries stay restrictedNoYes');
  const names = rows('Names and emails');
  await expect(names.filter({ hasText: 'builder' }).getByRole('cell')).toHaveText(['Name', 'ci-runner', 'builder']);
  await expect(names.filter({ hasText: 'omar.haddad' }).getByRole('cell').first()).toHaveText('Email');
  await expect(rows('Registries').filter({ hasText: 'Playground' }).getByRole('cell')).toHaveText(['Protected aliases', '–', 'gold']);
  await expect(rows('Collections').filter({ hasText: 'Playground' }).getByRole('cell')).toHaveText(['–', 'toys']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(lines).toContain('access,Field notes,wandb-registry-Field notes,mina.park,Mina Park,person,,Member');
  expect(lines).toContain('organization role,,,noa.levi,Noa Levi,person,Viewer,Member');
  expect(lines).toContain('team,,,noa.levi,Noa Levi,person,,robotics:Admin');
  expect(lines).toContain('registry,Field notes,wandb-registry-Field notes,,,,,exists');
  expect(lines).toContain('restricted stays,,,,,,no,yes');
  expect(lines).toContain('name,,,builder,builder,service account,ci-runner,builder');
  expect(lines).toContain('protected aliases,Playground,wandb-registry-Playground,,,,,gold');
  expect(lines).toContain('collection,Playground,wandb-registry-Playground,,,,,toys');
  await visit(page, `#/changes?from=${since}&to=${since}`);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing differs.' })).toBeVisible();
  await visit(page, '#/changes?from=nonsense');
  await expect(page.getByText('The history has no such moment.')).toBeVisible();
});

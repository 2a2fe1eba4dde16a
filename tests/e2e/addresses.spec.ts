/** Addresses that people share: names in place of ids, other spellings, and addresses asked for before there is an organization. */

import type { Page } from '@playwright/test';
import type { Registrar } from '../../src/scripting/registrar.d.ts';
import { create, link, startDemo, visit } from './support/app.ts';
import { openSettings, saveButton, field } from './support/settings.ts';
import { expect, test } from './support/test.ts';

const hash = (page: Page): string => new URL(page.url()).hash;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The id that the page API knows a registry by. */
async function idOf(page: Page, name: string): Promise<string> {
  await expect.poll(() => page.evaluate(() => 'registrar' in window)).toBe(true);
  return page.evaluate((name) => {
    const { registrar } = window as unknown as { registrar: Registrar };
    return registrar.view()?.registries.find((registry) => registry.name === name)?.id ?? '';
  }, name);
}

test('a registry and a person have their names in their addresses, and older addresses lead there', async ({ page }) => {
  await startDemo(page);
  const id = await idOf(page, 'Production_Models');
  await link(page, 'Production_Models').click();
  await expect(heading(page)).toHaveText('Production_Models');
  await expect.poll(() => hash(page)).toBe('#/registry/Production_Models');
  for (const [asked, below] of [
    [`#/registry/${id}`, ''],
    ['#/registry/production_models', ''],
    ['#/registry/%50roduction_Models', ''],
    ['#/registry/wandb-registry-production_models', ''],
    [`#/registry/${id}/settings`, '/settings'],
    ['#/registry/PRODUCTION_MODELS/settings/add-member', '/settings/add-member'],
  ] as const) {
    await visit(page, '#/about');
    await visit(page, asked);
    await expect(heading(page)).toContainText('Production_Models');
    await expect.poll(() => hash(page)).toBe(`#/registry/Production_Models${below}`);
  }
  await visit(page, '#/people/MINA.park?page=1');
  await expect(heading(page)).toHaveText('Mina Park');
  await expect.poll(() => hash(page)).toBe('#/people/mina.park?page=1');
  await visit(page, '#/registry/models');
  await expect.poll(() => hash(page)).toBe('#/registry/Models');
});

test('another spelling adds no step to the history, and moves no focus', async ({ page }) => {
  await startDemo(page);
  await link(page, 'Playground').click();
  await visit(page, '#/registry/evaluation%20sets');
  await expect.poll(() => hash(page)).toBe('#/registry/Evaluation%20Sets');
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(heading(page)).toHaveText('Playground');
  await page.goForward();
  await expect(heading(page)).toHaveText('Evaluation Sets');
  await page.reload();
  await expect(heading(page)).toHaveText('Evaluation Sets');
});

test('names are percent-encoded in addresses, or replaced by the id where that is not possible', async ({ page }) => {
  await startDemo(page);
  const names = ['..', '.', 'settings', 'add-member', '한글 레지스트리', '🚀 models', 'نماذج', 'What？', '％2F', 'a & b + c;=~', 'x'.repeat(113)];
  for (const name of names) await create(page, { name });
  for (const name of names) {
    await visit(page, '#/');
    await link(page, name).click();
    await expect(heading(page)).toHaveText(name);
    const isById = name === '.' || name === '..';
    await expect.poll(() => hash(page)).toBe(`#/registry/${isById ? await idOf(page, name) : encodeURIComponent(name).replace(/'/g, '%27')}`);
    const asked = hash(page);
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await expect(heading(page)).toHaveText(`Settings of ${name}`);
    await expect.poll(() => hash(page)).toBe(`${asked}/settings`);
    await page.reload();
    await expect(heading(page)).toHaveText(`Settings of ${name}`);
    await expect.poll(() => hash(page)).toBe(`${asked}/settings`);
  }
});

test('a renamed registry has a new address, and the earlier one redirects to it', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await field(page, 'Name').fill('Sandbox');
  await saveButton(page).click();
  await expect(heading(page)).toHaveText('Settings of Sandbox');
  await expect.poll(() => hash(page)).toBe('#/registry/Sandbox/settings');
  await visit(page, '#/registry/playground');
  await expect(heading(page)).toHaveText('Sandbox');
  await expect.poll(() => hash(page)).toBe('#/registry/Sandbox');
  // Another registry takes the name.
  await visit(page, '#/');
  await create(page, { name: 'Playground' });
  await visit(page, '#/registry/playground');
  await expect(heading(page)).toHaveText('Playground');
});

test('collections and versions have their names in their addresses, and earlier addresses lead there', async ({ page }) => {
  await startDemo(page);
  const registry = await idOf(page, 'Production_Models');
  const { id, name } = await page.evaluate(() => {
    const { registrar } = window as unknown as { registrar: Registrar };
    const seen = registrar.view()?.registries.find((one) => one.name === 'Production_Models')?.collections[0];
    return { id: seen?.id ?? '', name: seen?.name ?? '' };
  });
  await visit(page, '#/registry/Production_Models');
  await page.getByRole('row', { name }).getByRole('link', { name: 'View details' }).click();
  await expect(heading(page)).toHaveText(name);
  await expect.poll(() => hash(page)).toBe(`#/registry/Production_Models/${name}`);
  await page.locator('table.versions tbody tr').first().getByRole('link').first().click();
  await expect.poll(() => hash(page)).toMatch(new RegExp(`^#/registry/Production_Models/${name}/v\\d+$`));
  const version = hash(page);
  for (const [asked, written] of [
    [`#/registry/${registry}/collections/${id}`, ''],
    [`#/registry/production_models/${id}`, ''],
    [`#/registry/${registry}/collections/${id}/link`, '/link'],
    [`#/registry/${registry}/collections/${id}/metrics`, '/metrics'],
    [`#/registry/${registry}/collections/${id}/compare`, '/compare'],
    [`#/registry/${registry}/collections/${id}/versions/${version.split('/').at(-1)}`, `/${version.split('/').at(-1)}`],
  ] as const) {
    await visit(page, '#/about');
    await visit(page, asked);
    await expect.poll(() => hash(page)).toBe(`#/registry/Production_Models/${name}${written}`);
    await expect(heading(page)).toContainText(name);
  }
  // An older name leads there, and the name of a page is no name of a collection.
  await page.evaluate(
    ([collection, registry]) => {
      const { registrar } = window as unknown as { registrar: Registrar };
      registrar.do([{ type: 'editCollection', collection, name: 'churn-v2' }]);
      registrar.do([{ type: 'createCollection', registry, name: 'settings', artifactType: 'model' }]);
    },
    [id, registry] as const,
  );
  await visit(page, `#/registry/Production_Models/${name}`);
  await expect(heading(page)).toHaveText('churn-v2');
  await expect.poll(() => hash(page)).toBe('#/registry/Production_Models/churn-v2');
  await visit(page, '#/registry/Production_Models');
  await page.getByRole('row', { name: 'settings' }).getByRole('link', { name: 'View details' }).click();
  await expect(heading(page)).toHaveText('settings');
  await page.reload();
  await expect(heading(page)).toHaveText('settings');
});

test('a filtered and sorted access table and its open cell are addressed by names', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/access?sort=-Playground&open=noa.levi&in=models');
  await expect(page.getByRole('columnheader', { name: 'Playground' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('[aria-expanded=true]')).toHaveCount(1);
  await page.getByRole('columnheader', { name: 'Production_Models' }).getByRole('link').click();
  await expect.poll(() => hash(page)).toBe('#/access?sort=Production_Models');
});

test('a registry that the account cannot see has no name in an address', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'Secret plans', visibility: 'Restricted' });
  const id = await idOf(page, 'Secret plans');
  for (const reference of ['Secret%20plans', id]) {
    await page.goto(`./?as=noa.levi#/registry/${reference}`);
    await expect(heading(page)).toHaveText('There is nothing here that you can see');
    await expect.poll(() => hash(page)).toBe(`#/registry/${reference}`);
  }
});

test('the demo has the same ids in every browser', async ({ page, browser }) => {
  await startDemo(page);
  const other = await browser.newContext({ locale: 'ko-KR' });
  const second = await other.newPage();
  await second.goto(page.url().replace(/#.*/, ''));
  await second.getByRole('button', { name: '데모 조직으로 시작' }).click();
  await expect(second.getByRole('link', { name: 'Safety_Reviews' })).toBeVisible();
  const ids = (from: Page) =>
    from.evaluate(() => {
      const { registrar } = window as unknown as { registrar: Registrar };
      const view = registrar.view();
      return [view?.registries.map(({ id, name }) => [id, name]), view?.people.map(({ id, username }) => [id, username])];
    });
  await idOf(page, 'Models');
  await idOf(second, 'Models');
  expect(await ids(second)).toEqual(await ids(page));
  await other.close();
});

test('a requested address is kept through the welcome page', async ({ page }) => {
  await page.goto('./#/registry/Production_Models');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(heading(page)).toHaveText('Production_Models');
  await expect.poll(() => hash(page)).toBe('#/registry/Production_Models');
});

test('a requested address is kept while an organization is created', async ({ page }) => {
  await page.goto('./#/access?who=ada');
  await page.getByRole('button', { name: 'Start empty' }).click();
  await page.reload();
  await page.getByLabel('Organization name').fill('Acme');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Username').fill('ada');
  await page.getByLabel('Email').fill('ada@acme.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(heading(page)).toHaveText('Access');
  await expect.poll(() => hash(page)).toBe('#/access?who=ada');
});

test('Copy link omits the parameters that configure the tab', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startDemo(page, './?lang=en');
  const site = page.url().replace(/[?#].*/, '');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = page.getByRole('button', { name: 'Copy link' });
  await link(page, '음성 데이터셋').click();
  await copy.click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  await expect(copy).toBeFocused();
  expect(await copied()).toBe(`${site}#/registry/${encodeURIComponent('음성 데이터셋')}`);
  await visit(page, '#/access');
  await expect(page.getByLabel('Filter people, accounts, teams')).toBeVisible();
  await expect(copy).toBeHidden();
  await visit(page, '#/access?role=admin');
  await copy.click();
  expect(await copied()).toBe(`${site}#/access?role=admin`);
  await visit(page, '#/present?right=noa.levi&registry=playground');
  await copy.click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  expect(await copied()).toBe(`${site}#/present?left=ada.okafor&right=noa.levi&registry=playground`);
  // The address opens the same in a tab of its own.
  await page.goto(await copied());
  await expect(page.locator('.side').last().getByRole('heading', { name: 'Playground' })).toBeVisible();
});

/** Two people side by side, and addresses that prepare a tab. */

import type { Locator, Page } from '@playwright/test';
import { activeOption, create, link, openRegistry, startDemo, visit } from './support/app.ts';
import { act, api } from './support/script.ts';
import { expect, test } from './support/test.ts';

const side = (page: Page, name: string): Locator => page.getByRole('region', { name: `As ${name} sees it` });

async function choose(page: Page, place: 'First person' | 'Second person', username: string): Promise<void> {
  await page.getByRole('combobox', { name: place }).fill(username);
  // The list can render after the next key arrives.
  await expect(activeOption(page)).toContainText(username);
  await page.keyboard.press('Enter');
}

test('a registry is shown as two people see it, from its page', async ({ page }) => {
  await startDemo(page);
  await openRegistry(page, 'Safety_Reviews');
  await page.getByRole('link', { name: 'Side by side' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Side by side' })).toBeFocused();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(side(page, 'Ada Okafor').getByRole('heading', { name: 'Safety_Reviews' })).toBeVisible();
  await expect(page.getByText('Choose somebody, to see the same place as they do.')).toBeVisible();

  await choose(page, 'Second person', 'noa.levi');
  const noa = side(page, 'Noa Levi');
  await expect(noa.getByText('Noa Levi does not see this registry.')).toBeVisible();
  expect(await noa.textContent(), 'her side does not name what she cannot see').not.toContain('Safety_Reviews');

  await choose(page, 'Second person', 'chidi.eze');
  await expect(side(page, 'Chidi Eze').getByRole('heading', { name: 'Safety_Reviews' })).toBeVisible();
  await expect(page).toHaveURL(/left=ada\.okafor.*right=chidi\.eze|right=chidi\.eze/);

  // A bookmark of this address shows the same.
  await page.reload();
  await expect(side(page, 'Chidi Eze').getByRole('heading', { name: 'Safety_Reviews' })).toBeVisible();
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(page.locator('.side').first()).toHaveAccessibleName('As Chidi Eze sees it');
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Safety_Reviews' })).toBeFocused();
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('the same person on both sides is told apart by the side', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/present?left=ada.okafor&right=ada.okafor');
  await expect(page.locator('.side').first()).toHaveAccessibleName('First person: As Ada Okafor sees it');
  await expect(page.locator('.side').last()).toHaveAccessibleName('Second person: As Ada Okafor sees it');
});

test('the registries of both sides follow changes of another tab', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/present?right=noa.levi');
  const [ada, noa] = [side(page, 'Ada Okafor'), side(page, 'Noa Levi')];
  await expect(ada.getByRole('listitem').filter({ has: page.getByRole('link') })).toHaveCount(8);
  await expect(noa.getByRole('link', { name: 'Safety_Reviews' })).toHaveCount(0);

  const other = await page.context().newPage();
  await other.goto('./');
  await create(other, { name: 'Made meanwhile', visibility: 'Restricted' });
  await expect(ada.getByRole('link', { name: 'Made meanwhile' })).toBeVisible();
  await expect(noa.getByRole('link', { name: 'Playground' })).toBeVisible();
  await expect(noa.getByRole('link', { name: 'Made meanwhile' })).toHaveCount(0);

  await ada.getByRole('link', { name: 'Made meanwhile' }).click();
  await expect(noa.getByText('Noa Levi does not see this registry.')).toBeVisible();
  await link(other, 'Made meanwhile').click();
  await api(other);
  await act(other, { type: 'addMembers', registry: 'Made meanwhile', members: ['noa.levi'], role: 'viewer' });
  await expect(noa.getByRole('heading', { name: 'Made meanwhile' })).toBeVisible();
});

test('the sides follow changes that are hidden from the acting account', async ({ page }) => {
  await startDemo(page, './');
  await page.goto('./?as=noa.levi#/present?left=noa.levi&right=jiwoo.han');
  const jiwoo = side(page, '한지우');
  await expect(jiwoo.getByRole('link', { name: 'Safety_Reviews' })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('./?as=ada.okafor#/');
  await create(other, { name: 'Hidden from Noa', visibility: 'Restricted' });
  await expect(jiwoo.getByRole('link', { name: 'Hidden from Noa' })).toBeVisible();
  await expect(side(page, 'Noa Levi').getByRole('link', { name: 'Hidden from Noa' })).toHaveCount(0);
});

test('the role diagram belongs to the person of its side', async ({ page }) => {
  await startDemo(page);
  await page.goto('./?as=noa.levi#/present?right=ada.okafor');
  await page.getByRole('combobox', { name: 'Show', exact: true }).selectOption({ label: 'Vision Checkpoints' });
  const ada = side(page, 'Ada Okafor');
  await ada.getByText('Picture of where roles come from').click();
  await expect(ada.getByRole('img', { name: /^Where roles come from: Vision Checkpoints/ })).toBeVisible();
});

test('a registry of either side can be chosen, and a removed person leaves an empty side', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/present?left=noa.levi&right=chidi.eze');
  const what = page.getByRole('combobox', { name: 'Show' });
  await expect(what.getByRole('option')).toHaveCount(1 + 8 - 1);
  await what.selectOption({ label: 'Safety_Reviews' });
  await expect(side(page, 'Chidi Eze').getByRole('heading', { name: 'Safety_Reviews' })).toBeVisible();
  await visit(page, '#/present?left=noa.levi&right=%3Cimg%20src=x%3E');
  await expect(page.getByText('Choose somebody, to see the same place as they do.')).toBeVisible();
});

test('the address configures a tab: acting account, language and large type', async ({ page }) => {
  await startDemo(page);
  await page.goto('./?as=mina.park&lang=ko&type=large#/');
  await expect(page.getByRole('heading', { level: 1, name: '레지스트리', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await expect.poll(size).toBe('24px');

  // It applies to this tab, until another choice in it.
  const other = await page.context().newPage();
  await other.goto('./');
  await expect(other.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: '언어' }).selectOption({ label: 'English' });
  await expect(page).toHaveURL(/\?as=mina\.park&type=large#/);

  await visit(page, '#/present');
  const large = page.getByRole('checkbox', { name: 'Large type' });
  await expect(large).toBeChecked();
  await large.uncheck();
  await expect.poll(size).toBe('16px');
  await expect(page).toHaveURL(/\?as=mina\.park#/);
  await large.check();
  await page.reload();
  await expect(large).toBeChecked();
  await expect.poll(size).toBe('24px');
});

test('at 320 px the sides are stacked, in large type too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await startDemo(page, './?type=large');
  await openRegistry(page, 'Production_Models');
  await visit(page, `${new URL(page.url()).hash.replace('registry/', 'present?right=omar.haddad&registry=')}`);
  await expect(side(page, 'Omar Haddad').getByRole('heading', { name: 'Production_Models' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

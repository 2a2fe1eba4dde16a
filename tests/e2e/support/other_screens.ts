/** The guide, the frame, the page of the data, and the screens for problems, and how to reach them. */

import type { Page } from '@playwright/test';
import { visit } from './app.ts';
import { begin, type Walk, WORDS } from './screens.ts';
import { createRegistry, encode, put, records, workspace } from './storage.ts';
import { expect } from './test.ts';

/** The guide, the menu, two people side by side, the data, and the crash screen. */
export const walkOthers: Walk = async (page, language, look, watch) => {
  const words = WORDS[language];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const main = page.getByRole('main');

  await begin(page, language);
  await guide(page, words.create, look);

  await menu(page, words.menu, look);
  await page.getByRole('combobox', { name: words.actingAs }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await look('the box of who is acting, open');
  await page.keyboard.press('Escape');

  await visit(page, '#/present?right=noa.levi');
  await expect(main.locator('.side')).toHaveCount(2);
  await look('two people side by side');

  await visit(page, '#/history');
  await expect(main.locator('.history-list').first()).toBeVisible();
  await look('history');
  await visit(page, '#/changes');
  await expect(main.locator('.changes-table').first()).toBeVisible();
  await look('what changed since');

  await visit(page, '#/no/such/place');
  await expect(main.getByRole('link')).toHaveCount(1);
  await look('nothing here');
  await visit(page, '#/about');
  await expect(page.getByRole('table')).toBeVisible();
  await look('about');
  await visit(page, '#/crash-test');
  await expect(button(words.crashNow)).toBeVisible();
  await look('crash test');
  // A run of the demo in which nothing was done is replaced by the next one.
  await page.evaluate(() => (window as unknown as { registrar: { do(action: unknown): void } }).registrar.do({ type: 'addTeam', name: 'kept' }));
  await visit(page, '#/start');
  await expect(button(words.demo)).toBeVisible();
  await look('start over');

  await button(words.demo).click();
  await expect(page.getByRole('heading', { level: 1, name: words.registry, exact: true })).toBeVisible();
  await visit(page, '#/data');
  await button(words.deleteNamed).click();
  await button(words.deleteForGood).click();
  await expect(page.locator('[aria-invalid=true]')).toBeVisible();
  await look('data, deleting an earlier organization');

  await damage(page);
  await page.reload();
  await expect(main.getByText(words.damaged)).toBeVisible();
  // The page says last that it is not kept: a part of it appears then.
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'failed');
  for (const details of await page.locator('details summary').all()) if (await details.isVisible()) await details.click();
  await look('data, with what is wrong');

  watch.allow(/unreachable|crashed on purpose/);
  await visit(page, '#/crash-test');
  await button(words.crashNow).click();
  await expect(page.getByRole('heading', { level: 1, name: words.stopped })).toBeVisible();
  await button(words.reload).click();
  await expect(page.getByRole('heading', { level: 1, name: words.stopped })).toBeHidden();
  await button(words.crashNow).click();
  await expect(page.getByRole('heading', { level: 1, name: words.stopped })).toBeVisible();
  await page.locator('#crash summary').click();
  await look('crash screen, a second time');
};

/** The menu, if the window is narrow enough to have one. */
export async function menu(page: Page, name: string, look: (screen: string) => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) return;
  await button.click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await look('the menu, open');
  // A wider window has no such button, so the focus must return to it first.
  await button.press('Escape');
  await expect(page.getByRole('navigation')).toBeHidden();
}

/** The guide with open reasons, and the running walkthrough, on a page and in the dialog. */
async function guide(page: Page, create: string, look: (screen: string) => Promise<void>): Promise<void> {
  const main = page.getByRole('main');
  await visit(page, '#/guide');
  await expect(main.getByRole('table')).toHaveCount(3);
  await main.locator('.permissions summary').first().click();
  await main.locator('.permissions summary').last().click();
  await look('the guide');
  await main.locator('.guide-part .button').first().click();
  await expect(page.locator('#coach')).toBeFocused();
  await look('the guide, with the walkthrough begun');
  await visit(page, '#/create-registry');
  await expect(page.getByRole('dialog', { name: create }).locator('.walk-line')).toBeVisible();
  await look('create, with the walkthrough under way');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await look('landing, with the walkthrough under way');
  await page.locator('#coach').getByRole('button').last().click();
  await expect(page.locator('#coach')).toBeHidden();
}

/** Cuts off one record, removes one, and makes one of a newer version. */
async function damage(page: Page): Promise<void> {
  const log = await records(page);
  const [cut, missing, newer] = log.slice(-4, -1);
  const last = log.at(-1);
  if (!cut || !missing || !newer || !last) throw new Error('the demo organization has more records than that');
  await put(page, cut.key, cut.text.slice(0, 60));
  await put(page, missing.key, null);
  await put(page, newer.key, '{"v":2}');
  const id = 'zzzzzzzzzz.0';
  const entry = { ...last.entry, clock: last.entry.clock + 1, after: [last.id], do: [createRegistry('From elsewhere')] };
  await put(page, `registrar:${await workspace(page)}:log:zzzzzzzzzz:0`, encode(id, entry));
}

/** Every screen and dialog that exists, in both languages, and how to get there. */

import type { Page } from '@playwright/test';
import { createRegistry, encode, put, records, workspace } from './storage.ts';
import { visit } from './app.ts';
import { expect, type Watch } from './test.ts';

export type Language = 'en' | 'ko';

/** The words that are needed on the way. */
export const WORDS = {
  en: {
    demo: 'Start with the demo organization',
    begin: 'Begin',
    registry: 'Registry',
    filter: 'Filter',
    create: 'Create registry',
    name: 'Name',
    description: 'Description',
    visibility: 'Registry visibility',
    accepts: 'Accepted artifacts type',
    addType: 'Add artifact type',
    add: 'Add',
    menu: 'Menu',
    actingAs: 'Acting as',
    deleteNamed: 'Delete Lighthouse Labs',
    deleteForGood: 'Delete for good',
    crashNow: 'Crash now',
    stopped: 'Registrar has stopped',
    reload: 'Reload',
    damaged: /1 stored record is damaged/,
  },
  ko: {
    demo: '데모 조직으로 시작',
    begin: '시작하기',
    registry: '레지스트리',
    filter: '필터',
    create: '레지스트리 만들기',
    name: '이름',
    description: '설명',
    visibility: '레지스트리 공개 범위',
    accepts: '허용 아티팩트 유형',
    addType: '아티팩트 유형 추가',
    add: '추가',
    menu: '메뉴',
    actingAs: '활동 계정',
    deleteNamed: 'Lighthouse Labs 삭제',
    deleteForGood: '완전히 삭제',
    crashNow: '지금 멈추기',
    stopped: 'Registrar가 멈췄습니다',
    reload: '다시 불러오기',
    damaged: /저장된 기록 1개가 손상되었습니다/,
  },
} as const;

/** As long as a name may be, without a place to break it. */
export const LONG_NAME = 'Ungebrochen_'.repeat(10).slice(0, 113);

/** Walks through all screens and calls back on each, once it is shown. */
export async function walk(
  page: Page,
  watch: Watch,
  language: Language,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  const words = WORDS[language];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = page.getByRole('heading', { level: 1 });
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog', { name: words.create });
  const field = (label: string) => dialog.getByLabel(label, { exact: true });
  const landing = async () => {
    await visit(page, '#/');
    await expect(page.getByRole('heading', { level: 1, name: words.registry, exact: true })).toBeVisible();
  };
  const openRegistry = async (name: string) => {
    await landing();
    await main.getByRole('link', { name, exact: true }).click();
    await expect(heading).toHaveText(name);
  };

  await page.goto('./');
  await expect(button(words.demo)).toBeVisible();
  await look('welcome');

  await visit(page, '#/start/empty');
  await button(words.begin).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await look('start empty, with errors');

  await visit(page, '#/');
  await button(words.demo).click();
  await expect(page.getByRole('status').first()).toBeVisible();
  await landing();
  await look('landing');

  await page.getByRole('searchbox', { name: words.filter }).fill('nothing like this');
  await expect(main.getByText('nothing like this')).toBeVisible();
  await look('landing, nothing matches');

  await landing();
  await button(words.create).click();
  await expect(dialog).toBeVisible();
  await look('create, empty');

  await field(words.name).fill('Fine_Tuned_Models');
  await field(words.description).fill('Models that were tuned for one task.');
  await field(words.visibility).selectOption({ index: 1 });
  await field(words.accepts).selectOption({ index: 1 });
  await field(words.addType).fill('model, job, a/b');
  await dialog.getByRole('button', { name: words.add, exact: true }).click();
  await expect(field(words.addType)).toHaveValue('a/b');
  await look('create, filled in');

  await field(words.name).fill('Models');
  await dialog.getByRole('button', { name: words.create, exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await look('create, with errors');

  await field(words.name).fill(LONG_NAME);
  await field(words.addType).fill('t'.repeat(128));
  await dialog.getByRole('button', { name: words.create, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(main.getByRole('link', { name: LONG_NAME })).toBeVisible();
  await look('landing, with long names and a message');

  await openRegistry(LONG_NAME);
  await look('a registry, with long names');
  await openRegistry('Safety_Reviews');
  await look('a registry, restricted');
  await openRegistry('Models');
  await look('a registry, core');

  await page.keyboard.press('/');
  await page.keyboard.type('e');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await look('the search, with what it finds');
  await page.keyboard.type('qqqq');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await look('the search, with nothing found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await people(page, look);
  await guide(page, words.create, look);

  const menu = button(words.menu);
  if (await menu.isVisible()) {
    await menu.click();
    await expect(page.getByRole('navigation')).toBeVisible();
    await look('the menu, open');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation')).toBeHidden();
  }

  await page.getByRole('combobox', { name: words.actingAs }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await look('the box of who is acting, open');
  await page.getByRole('combobox', { name: words.actingAs }).fill('noa.levi');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('noa.levi');
  await page.keyboard.press('Enter');
  await landing();
  await expect(button(words.create)).toHaveAttribute('aria-disabled', 'true');
  await look('landing, as a Viewer');
  await visit(page, '#/create-registry');
  await expect(dialog).toBeVisible();
  await look('create, as a Viewer');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  for (const part of ['', '?show=teams', '?show=organization', '?open=add']) {
    await visit(page, `#/people${part}`);
    await expect(page.locator('.denied').first()).toBeVisible();
    await look(`people, as a Viewer ${part}`);
  }

  await visit(page, '#/present?right=ada.okafor');
  await expect(main.locator('.side')).toHaveCount(2);
  await look('two people side by side');

  await visit(page, '#/no/such/place');
  await expect(heading).not.toHaveText(words.registry);
  await look('nothing here');
  await visit(page, '#/about');
  await expect(page.getByRole('table')).toBeVisible();
  await look('about');
  await visit(page, '#/crash-test');
  await expect(button(words.crashNow)).toBeVisible();
  await look('crash test');
  await visit(page, '#/start');
  await expect(button(words.demo)).toBeVisible();
  await look('start over');

  await button(words.demo).click();
  await landing();
  await visit(page, '#/data');
  await button(words.deleteNamed).click();
  await button(words.deleteForGood).click();
  await expect(page.locator('[aria-invalid=true]')).toBeVisible();
  await look('data, deleting an earlier organization');

  await damage(page);
  await page.reload();
  await expect(main.getByText(words.damaged)).toBeVisible();
  for (const details of await page.locator('details summary').all()) if (await details.isVisible()) await details.click();
  await look('data, with what is wrong');

  watch.allow(/unreachable|crashed on purpose/);
  await visit(page, '#/crash-test');
  await button(words.crashNow).click();
  await expect(page.getByRole('heading', { level: 1, name: words.stopped })).toBeVisible();
  await button(words.reload).click();
  await button(words.crashNow).click();
  await expect(page.getByRole('heading', { level: 1, name: words.stopped })).toBeVisible();
  await page.locator('#crash summary').click();
  await look('crash screen, a second time');
}

/** The guide, with reasons open, and the walkthrough under way: on a page, and in the dialog. */
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

/** People & teams, with its dialogs. */
async function people(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  for (const part of ['', '?show=service-accounts', '?show=teams', '?show=organization']) {
    await visit(page, `#/people${part}`);
    await expect(main.locator('table, select').first()).toBeVisible();
    await look(`people ${part}`);
  }
  await visit(page, '#/people?filter=nothing+like+this');
  await expect(main.locator('.empty')).toBeVisible();
  await look('people, nobody matches');

  await visit(page, '#/people?open=add');
  await dialog.getByRole('button').last().click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await look('adding a person, with errors');
  await close();
  await main.getByRole('row').nth(1).getByRole('button').last().click();
  await expect(dialog).toBeVisible();
  await look('removing a person');
  await close();
  await visit(page, '#/people?show=teams');
  await main.getByRole('region').first().getByRole('button').first().click();
  await dialog.getByRole('textbox').fill('nobody, vision');
  await dialog.getByRole('button').last().click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await look('adding to a team, with errors');
  await close();

  await visit(page, '#/people?show=import');
  const list = main.getByRole('textbox');
  await list.fill('name,username,email\nMira Lindqvist,mira,mira@example.com\n');
  await list.locator('xpath=ancestor::form').getByRole('button').click();
  await expect(main.getByRole('table')).toBeVisible();
  await look('import, previewed');
  await list.fill('name,username,email\nMira Lindqvist,mira lindqvist,mira\n');
  await list.locator('xpath=ancestor::form').getByRole('button').click();
  await expect(main.locator('.error-summary')).toBeVisible();
  await main.locator('summary').click();
  await look('import, with faults');

  await visit(page, '#/people');
  await main.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(main.locator('details').first()).toBeVisible();
  for (const details of await main.locator('details summary').all()) await details.click();
  await look('somebody’s roles');

  await visit(page, '#/access?group=team');
  await expect(main.getByRole('grid')).toBeVisible();
  await look('access, by team');
  await page.locator('#cell-2-4').click();
  await expect(page.locator('#access-detail')).toBeFocused();
  await look('access, with a cell open');
  await visit(page, '#/access?who=nothing+like+this');
  await expect(main.locator('.empty')).toBeVisible();
  await look('access, nothing matches');
}

/** One record is cut off, one is missing, one is of a newer version. */
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

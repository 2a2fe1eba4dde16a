/** The registries, the dialog for a new one, and the search, in both languages, and how to reach each screen. */

import type { Page } from '@playwright/test';
import { visit } from './app.ts';
import { expect, type Watch } from './test.ts';

export type Language = 'en' | 'ko';

/** Walks through screens and dialogs, and calls back on each once it is shown. */
export type Walk = (page: Page, language: Language, look: (screen: string) => Promise<void>, watch: Watch) => Promise<void>;

/** The labels that the walks need. */
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
    deleteNamed: '라이트하우스 연구소 삭제',
    deleteForGood: '완전히 삭제',
    crashNow: '지금 멈추기',
    stopped: 'Registrar가 멈췄습니다',
    reload: '새로고침',
    damaged: /저장된 기록 1개가 손상되었습니다/,
  },
} as const;

/** A name of the maximum length without a break opportunity. */
export const LONG_NAME = 'Ungebrochen_'.repeat(10).slice(0, 113);

/** Starts the demo organization, and waits for the landing page. */
export async function begin(page: Page, language: Language): Promise<void> {
  const words = WORDS[language];
  await page.goto('./');
  await page.getByRole('button', { name: words.demo, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.registry, exact: true })).toBeVisible();
}

/** From the welcome page: the landing page, the dialog for a new registry, the search. */
export const walkRegistries: Walk = async (page, language, look) => {
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

  await searchAndShortcuts(page, look);
};

/** The search with and without results, and the list of shortcuts. */
export async function searchAndShortcuts(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const search = page.getByRole('search').getByRole('combobox');
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('e');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await look('the search, with what it finds');
  await page.keyboard.type('qqqq');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await look('the search, with nothing found');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(search).not.toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

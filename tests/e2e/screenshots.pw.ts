/**
 * The pictures of the documentation, into the folder `SCREENSHOTS_DIR`, all of the same organization on the same day.
 * With `SCREENSHOTS_ALL`, every screen in every appearance instead.
 */

import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type Language, WORDS } from './support/screens.ts';
import { expect, test } from './support/test.ts';
import { visit } from './support/app.ts';
import { makeLarge } from './support/large.ts';
import { waitForIdle } from './support/work.ts';
import { WALKS } from './support/walks.ts';

const FOLDER = process.env['SCREENSHOTS_DIR'] ?? 'test-results/screenshots';
/** A fixed date, so that the pictures are reproducible. */
const NOW = new Date('2026-03-02T09:30:00Z');

interface Scene {
  name: string;
  language: Language;
  colorScheme: 'light' | 'dark';
  width: 320 | 1280;
  height: number;
  /** Returns the part of the page to capture, if it is not the whole window. */
  show: (page: Page, language: Language) => Promise<Locator | undefined>;
}

const SCENES: Scene[] = [
  { name: 'landing-light', language: 'en', colorScheme: 'light', width: 1280, height: 800, show: showLanding },
  { name: 'create-dialog-light', language: 'en', colorScheme: 'light', width: 1280, height: 1040, show: showCreate },
  { name: 'registry-dark', language: 'en', colorScheme: 'dark', width: 1280, height: 720, show: showRegistry },
  { name: 'acting-as-a-viewer-dark', language: 'en', colorScheme: 'dark', width: 1280, height: 720, show: showViewer },
  { name: 'access-light', language: 'en', colorScheme: 'light', width: 1280, height: 1000, show: showAccess },
  { name: 'side-by-side-light', language: 'en', colorScheme: 'light', width: 1280, height: 760, show: showSideBySide },
  { name: 'landing-korean-phone', language: 'ko', colorScheme: 'light', width: 320, height: 680, show: showLanding },
  { name: 'create-dialog-korean-phone', language: 'ko', colorScheme: 'dark', width: 320, height: 680, show: showCreate },
];

const ALL = process.env['SCREENSHOTS_ALL'] !== undefined;

for (const { name, language, colorScheme, width, height, show } of ALL ? [] : SCENES) {
  test.describe(name, () => {
    test.use({
      viewport: { width, height },
      colorScheme,
      locale: language === 'ko' ? 'ko-KR' : 'en-US',
      contextOptions: { reducedMotion: 'reduce' },
    });

    test(`takes ${name}`, async ({ page }) => {
      await page.clock.setFixedTime(NOW);
      await page.goto('./');
      await page.getByRole('button', { name: WORDS[language].demo }).click();
      await expect(page.getByRole('heading', { level: 1, name: WORDS[language].registry, exact: true })).toBeVisible();
      const part = (await show(page, language)) ?? page;
      await part.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'hide', scale: 'css' });
    });
  });
}

/** The simulated states of storage, by query parameter. */
const STORAGE = ['blocked', 'full', 'damaged', 'newer'];

/** Organizations with empty lists and with very long ones, and how to start them. */
const SIZES: [string, (page: Page, language: Language) => Promise<void>][] = [
  ['empty', async (page) => {
    await visit(page, '#/start/empty');
    for (const [field, value] of [['organization-name', 'Njeri Lab'], ['your-name', 'Grace Njeri'], ['username', 'grace.njeri'], ['email', 'grace@lab.example']]) {
      await page.locator(`#${field}`).fill(value ?? '');
    }
    await page.locator('[type=submit]').click();
    await expect(page).toHaveURL(/#\/$/);
  }],
  ['huge', async (page, language) => {
    await page.getByRole('button', { name: WORDS[language].demo }).click();
    await expect(page.locator('#custom-cards')).toBeVisible();
    await makeLarge(page);
    await page.reload();
  }],
];

/** The routes whose address is the same in all of them. */
const PLACES = [
  '#/', '#/create-registry', '#/registry/models', '#/registry/models/settings', '#/registry/models/settings/add-member',
  '#/people', '#/people?show=service-accounts', '#/people?show=teams', '#/people?show=organization', '#/people?show=import',
  '#/access', '#/access?group=team', '#/present', '#/guide', '#/data',
];

for (const width of ALL ? [320, 768, 1280] : []) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const language of ['en', 'ko'] satisfies Language[]) {
      test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
        test.use({
          viewport: { width, height: width === 320 ? 680 : 900 },
          colorScheme,
          locale: language === 'ko' ? 'ko-KR' : 'en-US',
          contextOptions: { reducedMotion: 'reduce' },
        });
        let count = 0;
        const take = (page: Page) => async (screen: string) => {
          count += 1;
          const name = `${String(count).padStart(3, '0')} ${screen.replace(/[^\p{L}\p{N}, -]+/gu, ' ').trim()}.png`;
          const path = join(FOLDER, `${language}-${colorScheme}-${width}`, name);
          // Of a dialog, only the dialog: the page below has its own picture.
          const isModal = (await page.locator('dialog:modal').count()) > 0;
          await page.screenshot({ path, fullPage: !isModal, caret: 'hide', scale: 'css' });
        };

        for (const [at, [about, walk]] of WALKS.entries()) {
          test(about, async ({ page, watch }) => {
            test.setTimeout(300_000);
            count = 100 * at;
            await walk(page, language, take(page), watch);
          });
        }

        for (const [at, [size, begin]] of SIZES.entries()) {
          test(`the ${size} organization`, async ({ page }) => {
            test.setTimeout(300_000);
            count = 100 * (WALKS.length + 1 + at);
            await page.goto('./');
            await begin(page, language);
            for (const place of PLACES) {
              await visit(page, place);
              await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
              await waitForIdle(page);
              await take(page)(`${size}, ${place.slice(2) || 'the registries'}`);
            }
          });
        }

        test('the states of storage', async ({ page }) => {
          count = 100 * WALKS.length;
          page.on('dialog', (asked) => void asked.accept());
          const demo = page.getByRole('button', { name: WORDS[language].demo });
          await page.goto('./');
          await demo.click();
          await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
          for (const state of STORAGE) {
            await page.goto(`./?storage=${state}#/`);
            if (state === 'blocked') await demo.click();
            await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
            await page.getByRole('button', { name: WORDS[language].create, exact: true }).click();
            await page.getByRole('dialog').getByLabel(WORDS[language].name, { exact: true }).fill('New');
            await page.getByRole('dialog').locator('[type=submit]').click();
            await take(page)(`storage ${state}, creating`);
            await page.goto(`./?storage=${state}#/data`);
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
            await take(page)(`storage ${state}, data`);
          }
        });
      });
    }
  }
}

async function showAccess(page: Page): Promise<undefined> {
  await visit(page, '#/access');
  await expect(page.getByRole('grid')).toBeVisible();
  return undefined;
}

async function showSideBySide(page: Page): Promise<undefined> {
  await visit(page, '#/present?left=jiwoo.han&right=noa.levi');
  await expect(page.locator('.side')).toHaveCount(2);
  return undefined;
}

async function showLanding(page: Page): Promise<undefined> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return undefined;
}

/** The registry of the guide's example before its creation. */
async function showCreate(page: Page, language: Language): Promise<Locator> {
  const words = WORDS[language];
  await page.getByRole('button', { name: words.create, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.create });
  await dialog.getByLabel(words.visibility).selectOption({ index: 1 });
  await dialog.getByLabel(words.accepts).selectOption({ index: 1 });
  for (const type of ['model', 'evaluation']) {
    await dialog.getByLabel(words.addType).fill(type);
    await dialog.getByRole('button', { name: words.add, exact: true }).click();
  }
  await dialog.getByLabel(words.name, { exact: true }).fill('Fine_Tuned_Models');
  await dialog.locator('.dialog-body').evaluate((body) => body.scrollTo(0, 0));
  return dialog;
}

async function showRegistry(page: Page, language: Language): Promise<undefined> {
  await actAs(page, language, 'tomasz.zielinski');
  await page.getByRole('main').getByRole('link', { name: 'Production_Models' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Production_Models' })).toBeVisible();
  return showLanding(page);
}

/** A Viewer of the organization sees no restricted registries, and an explanation instead of the button. */
async function showViewer(page: Page, language: Language): Promise<undefined> {
  await actAs(page, language, 'noa.levi');
  await visit(page, '#/');
  return showLanding(page);
}

async function actAs(page: Page, language: Language, username: string): Promise<void> {
  const box = page.getByRole('combobox', { name: WORDS[language].actingAs });
  await box.click();
  await box.fill(username);
  await box.press('Enter');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
}

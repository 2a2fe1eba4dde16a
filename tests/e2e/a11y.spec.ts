/**
 * Accessibility of every screen and dialog, for every account: no axe finding, no overflow even with spaced text, no
 * small target, no motion, and full keyboard access.
 */

import type { Page } from '@playwright/test';
import { createButton, createDialog, link, startDemo } from './support/app.ts';
import { BASE, inAllWindows } from './support/axe.ts';
import { clippedBySpacing, overflow, runningAnimations, smallTargets } from './support/layout.ts';
import type { Language } from './support/screens.ts';
import { expect, test } from './support/test.ts';
import { WALKS } from './support/walks.ts';

/** Findings in a window that don't depend on colors. */
async function measured(page: Page): Promise<string[]> {
  return [...(await overflow(page)), ...(await smallTargets(page)), ...(await runningAnimations(page)), ...(await clippedBySpacing(page))];
}

for (const [about, walk] of WALKS) {
  for (const language of ['en', 'ko'] satisfies Language[]) {
    test.describe(`${about}, ${language}`, () => {
      test.use({
        ...BASE,
        locale: language === 'ko' ? 'ko-KR' : 'en-US',
        // Motion is measured without the preference for reduced motion.
        contextOptions: { reducedMotion: 'reduce' },
      });

      test('is accessible in every window and all colors, and no wider than the window', async ({ page, watch }) => {
        test.setTimeout(600_000);
        const look = async (screen: string) => {
          expect.soft(await inAllWindows(page, measured), screen).toEqual({});
        };
        await walk(page, language, look, watch);
      });
    });
  }
}

test('a registry is created by keyboard alone, and the focus comes back', async ({ page }) => {
  await startDemo(page);
  const button = createButton(page);
  const tabTo = async (isThere: () => Promise<boolean>) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the Tab key does not lead there');
  };
  const focusIsOn = (locator: ReturnType<Page['locator']>) => () =>
    locator.evaluate((element) => element === document.activeElement);

  // The first tab stop skips to the content.
  await page.reload();
  await expect(button).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await tabTo(focusIsOn(button));
  await page.keyboard.press('Enter');
  const dialog = createDialog(page);
  await expect(dialog).toBeVisible();
  await tabTo(focusIsOn(dialog.getByLabel('Name', { exact: true })));
  await page.keyboard.type('By keyboard');
  await tabTo(focusIsOn(dialog.getByLabel('Description')));
  await page.keyboard.type('Every field of it.');
  await tabTo(focusIsOn(dialog.getByLabel('Registry visibility')));
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByLabel('Registry visibility')).toHaveValue('restricted');
  await tabTo(focusIsOn(dialog.getByLabel('Accepted artifacts type')));
  await page.keyboard.press('ArrowDown');
  await tabTo(focusIsOn(dialog.getByLabel('Add artifact type')));
  await page.keyboard.type('model');
  await page.keyboard.press('Enter');
  await page.keyboard.type('dataset');
  await page.keyboard.press('Enter');
  await tabTo(focusIsOn(dialog.getByRole('button', { name: 'Remove model' })));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Types that were added' })).toHaveText('dataset');
  await tabTo(focusIsOn(dialog.getByLabel('Name', { exact: true })));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await expect(link(page, 'By keyboard')).toBeVisible();

  // Escape closes it and restores the focus as well.
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('removing a type keeps the focus on a field', async ({ page }) => {
  await startDemo(page);
  await page.goto('./#/create-registry');
  const dialog = createDialog(page);
  await dialog.getByLabel('Accepted artifacts type').selectOption({ label: 'Specify types' });
  await dialog.getByLabel('Add artifact type').fill('one, two');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByRole('button', { name: 'Remove one' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Remove one' })).toHaveCount(0);
  await expect(dialog.locator(':focus')).toHaveCount(1);
});

test('navigation moves the focus to the heading and updates the title', async ({ page }) => {
  await startDemo(page);
  const navigation = page.getByRole('navigation', { name: 'Main' });
  for (const [place, heading] of [
    ['Your data', 'Your data'],
    ['About', 'About Registrar'],
    ['Registry', 'Registry'],
  ] as const) {
    await navigation.getByRole('link', { name: place, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeFocused();
    await expect(page).toHaveTitle(`${heading} · Lighthouse Labs · Registrar`);
    await expect(navigation.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
  }
});

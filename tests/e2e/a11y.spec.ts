/**
 * Every screen and dialog, for everybody: no finding of axe, nothing wider than the window, also with spaced text, no
 * target too small, nothing that moves, all by keyboard alone.
 */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createButton, createDialog, link, startDemo } from './support/app.ts';
import { lostToSpacing, moving, smallTargets } from './support/looks.ts';
import { walk, type Language } from './support/screens.ts';
import { walkSettings } from './support/settings_screens.ts';
import { expect, test } from './support/test.ts';

/** What axe finds on the page as it is: every rule, best practices too, at every impact. */
async function findings(page: Page): Promise<string[]> {
  // Without a page of its own for each run: there are no frames here.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

/** How much wider than the window the page is. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    // The frame cuts off what is wider, so each element is asked, unless a smaller box cuts it off or scrolls it.
    const isCut = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null || parent.matches('.shell, body')) return false;
      return getComputedStyle(parent).overflowX !== 'visible' || isCut(parent);
    };
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('svg') && !isCut(element),
    );
    if (wide.length === 0 && root.scrollWidth <= root.clientWidth) return [];
    return [
      `${root.scrollWidth} px in a window of ${root.clientWidth} px`,
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}

/** What is measured of a screen as it is. */
async function measured(page: Page): Promise<string[]> {
  return [...(await overflow(page)), ...(await smallTargets(page)), ...(await moving(page)), ...(await lostToSpacing(page))];
}

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const language of ['en', 'ko'] satisfies Language[]) {
      test.describe(`${width} px, ${colorScheme}, ${language}`, () => {
        test.use({
          viewport: { width, height: 800 },
          colorScheme,
          locale: language === 'ko' ? 'ko-KR' : 'en-US',
          // What moves is measured while it moves otherwise.
          contextOptions: { reducedMotion: 'reduce' },
        });

        test('every screen is accessible, and no wider than the window', async ({ page, watch }) => {
          test.slow();
          await walk(page, watch, language, async (screen) => {
            const found = [...(await findings(page)), ...(await measured(page))];
            expect.soft(found, screen).toEqual([]);
          });
        });

        test('the settings of a registry are, in every state', async ({ page }) => {
          test.slow();
          await walkSettings(page, language, async (screen) => {
            const found = [...(await findings(page)), ...(await measured(page))];
            expect.soft(found, screen).toEqual([]);
          });
        });
      });
    }
  }
}

test.describe('in forced colors, at 768 px', () => {
  test.use({ viewport: { width: 768, height: 1024 }, contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

  test('every screen is accessible', async ({ page, watch }) => {
    test.slow();
    await walk(page, watch, 'en', async (screen) => {
      expect.soft(await findings(page), screen).toEqual([]);
    });
  });

  test('the settings of a registry are, in every state', async ({ page }) => {
    test.slow();
    await walkSettings(page, 'en', async (screen) => {
      expect.soft(await findings(page), screen).toEqual([]);
    });
  });
});

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

  // The first stop skips what stands before the content.
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

  // Escape closes it, and gives the focus back as well.
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('taking out a type does not lose the focus', async ({ page }) => {
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

test('on navigation the heading has the focus, and the title names the place', async ({ page }) => {
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

/** The printed page: all information, complete and dark on white, without controls. */

import { startDemo, visit } from './support/app.ts';
import { cutOff, overflow } from './support/layout.ts';
import { fillUp, fillUpPeople } from './support/storage.ts';
import { expect, test } from './support/test.ts';

// A sheet of A4 without its margins.
test.use({ viewport: { width: 680, height: 1009 }, colorScheme: 'dark' });

test('the print has no frame and no buttons, and fits the sheet', async ({ page }) => {
  await startDemo(page);
  const registry = await page.getByRole('link', { name: 'Production_Models' }).getAttribute('href');
  await page.emulateMedia({ media: 'print' });
  for (const hash of ['#/', `${registry}`, `${registry}/settings`, '#/people', '#/people?show=teams', '#/guide', '#/about']) {
    await visit(page, hash);
    // A new document, so that no state remains.
    await page.reload();
    // The first paint has a heading of its own.
    await expect(page.locator('#page-title')).toBeVisible();
    await expect(page.locator('.top-bar, .side-nav, .tabs, .toolbar').filter({ visible: true }), hash).toHaveCount(0);
    await expect(page.locator('.button').filter({ visible: true }), hash).toHaveCount(0);
    expect([...(await overflow(page)), ...(await cutOff(page))], hash).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).color), hash).toBe('rgb(23, 33, 31)');
  }
});

test('the printed access table repeats its head on each sheet and fits its width', async ({ page }) => {
  // In landscape.
  await page.setViewportSize({ width: 1009, height: 680 });
  await startDemo(page);
  await visit(page, '#/access');
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  expect(await overflow(page)).toEqual([]);
  // Browsers repeat a table head up to a quarter of the sheet.
  const height = await grid.locator('thead').evaluate((head) => head.getBoundingClientRect().height);
  expect(height).toBeLessThan(680 / 4);
  await expect(page.locator('.access-scroll')).toHaveCSS('overflow', 'visible');
});

test('a list of several pages is printed as a whole', async ({ page }) => {
  await startDemo(page);
  await fillUpPeople(page, 60);
  await page.reload();
  await fillUp(page, 60);
  await page.reload();
  for (const [hash, item, onPage] of [['#/people', 'tbody tr', 24], ['#/', '#custom-cards > li', 24]] as const) {
    await visit(page, hash);
    const items = page.getByRole('main').locator(item);
    await expect(items).toHaveCount(onPage);
    await page.evaluate((item) => {
      const count = () => Object.assign(window, { printed: document.querySelectorAll(`main ${item}`).length });
      // When styles for print apply, the browser lays out what it prints.
      matchMedia('print').addEventListener('change', count, { once: true });
    }, item);
    await page.pdf();
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed), hash).toBe(60);
    await expect(items).toHaveCount(onPage);
  }
});

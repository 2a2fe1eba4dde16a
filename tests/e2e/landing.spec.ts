/** The landing page: many registries, and the query of its address. */

import {
  actAs,
  card,
  count,
  createButton,
  createDialog,
  custom,
  DEMO_REGISTRIES,
  expectLanding,
  fill,
  link,
  names,
  openCreate,
  openRegistry,
  startDemo,
  submitButton,
} from './support/app.ts';
import { fillUp } from './support/storage.ts';
import { expect, test } from './support/test.ts';

/** The number of cards on a page. */
const DRAWN = 24;

test('many registries are paged', async ({ page }) => {
  await startDemo(page);
  await fillUp(page, 130);
  await page.reload();
  await expect(count(page)).toHaveText('130 registries');
  await expect(names(page)).toHaveCount(DRAWN);
  await expect(names(page).first()).toHaveText('Stored 130 0');

  // Filter and order apply to all of them.
  const filter = custom(page).getByRole('searchbox', { name: 'Filter' });
  await filter.fill('Playground');
  await expect(names(page)).toHaveText(['Playground']);
  await expect(count(page)).toHaveText('1 of 130 registries');
  await filter.fill('type 7');
  await expect(count(page)).toHaveText(/^\d of 130 registries$/);
  const pages = custom(page).getByRole('navigation', { name: 'Pages: Custom registry' });
  await expect(pages).toHaveCount(0);
  await filter.fill('stored');
  await expect(pages).toContainText('1–24 of 124');
  await filter.fill('');
  await custom(page).getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'Name' });
  await expect(names(page).first()).toHaveText('Evaluation Sets');
  await expect(names(page)).toHaveCount(DRAWN);

  // Turning a page keeps the focus where it is, also at the last page.
  const next = pages.getByRole('link', { name: 'Next page' });
  for (const shown of ['25–48', '49–72', '73–96', '97–120', '121–130']) {
    await next.press('Enter');
    await expect(pages).toContainText(`${shown} of 130`);
    await expect(next).toBeFocused();
  }
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(names(page)).toHaveCount(10);
  await expect(link(page, '음성 데이터셋')).toHaveCount(1);

  // The page is in the address.
  await openRegistry(page, '음성 데이터셋');
  await page.goBack();
  await expect(pages).toContainText('121–130 of 130');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.reload();
  await expect(names(page)).toHaveCount(10);
  await filter.fill('Playground');
  await expect(names(page)).toHaveText(['Playground']);
});

test('the filter finds words in any order, and full names', async ({ page }) => {
  await startDemo(page);
  const filter = custom(page).getByRole('searchbox', { name: 'Filter' });
  for (const [typed, expected] of [
    ['sets evaluation', ['Evaluation Sets']],
    ['wandb-registry-Playground', ['Playground']],
    ['wandb\u2011registry\u2013play', ['Playground']],
    ['데이터셋\u00a0음성', ['음성 데이터셋']],
  ] as const) {
    await filter.fill(typed);
    await expect(names(page)).toHaveText([...expected]);
  }
});

test('the role on a card opens its sources without navigation', async ({ page }) => {
  await startDemo(page);
  await actAs(page, 'mina.park', 'Mina Park');
  const role = card(page, 'Evaluation Sets').locator('summary');
  await expect(card(page, 'Evaluation Sets').locator('.sources')).toHaveCount(0);
  await role.click();
  await expect(card(page, 'Evaluation Sets').locator('.sources')).toContainText('as a listed member');
  await role.press('Enter');
  await expect(card(page, 'Evaluation Sets').locator('.sources')).toBeHidden();
  await expect(page).toHaveURL(/#\/$/);
  await link(page, 'Evaluation Sets').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Evaluation Sets' })).toBeVisible();
});

for (const [language, demo] of [['en', 'Start with the demo organization'], ['ko', '데모 조직으로 시작']] as const) {
  test(`opening the sources of a role causes no layout shift, in ${language}`, async ({ page }) => {
    await page.goto(`./?lang=${language}`);
    await page.getByRole('button', { name: demo }).click();
    const cards = page.locator('#custom-cards > .card');
    await expect(cards).toHaveCount(DEMO_REGISTRIES.length);
    const places = (): Promise<number[][]> =>
      page.locator('.card, .card-title, .card-foot > span, .card summary').evaluateAll((elements) =>
        elements.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y + scrollY, width, height];
        }),
      );
    const closing = [
      () => page.keyboard.press('Escape'),
      () => page.keyboard.press('Tab'),
      () => page.locator('#custom-title').click(),
    ];
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      const before = await places();
      for (const [nth, close] of closing.entries()) {
        await cards.nth(nth).locator('summary').click();
        const sources = cards.nth(nth).locator('.sources');
        await expect(sources).toBeVisible();
        expect(await places()).toEqual(before);
        // Nothing covers it or cuts it off. It stays when it is clicked, to select something of it.
        await sources.click();
        const isOnTop = await sources.evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const edges = [[x + 1, y + height / 2], [x + width - 1, y + height / 2], [x + width / 2, y + height - 1]] as const;
          return edges.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
        });
        expect(isOnTop).toBe(true);
        await close();
        await expect(sources).toBeHidden();
      }
    }
  });
}

test('the filter stays when the dialog is closed', async ({ page }) => {
  await startDemo(page);
  const closing = {
    'by its button': () => createDialog(page).getByRole('button', { name: 'Close' }).click(),
    'by Escape': () => page.keyboard.press('Escape'),
    'by Cancel': () => createDialog(page).getByRole('button', { name: 'Cancel' }).click(),
  };
  for (const [how, close] of Object.entries(closing)) {
    await test.step(how, async () => {
      await page.goto('./#/create-registry?filter=model&sort=name');
      await page.reload();
      await expect(createDialog(page)).toBeVisible();
      await close();
      await expect(createDialog(page)).toHaveCount(0);
      await expect(page).toHaveURL(/#\/\?filter=model&sort=name$/);
      await expect(names(page)).toHaveText(['Production_Models', 'Safety_Reviews']);
    });
  }
  await page.goto('./#/create-registry?filter=model');
  await page.reload();
  await fill(createDialog(page), { name: 'Another model' });
  await submitButton(createDialog(page)).click();
  await expect(names(page)).toHaveText(['Another model', 'Production_Models', 'Safety_Reviews']);
  await expect(page).toHaveURL(/#\/\?filter=model$/);
});

test('an address without a query has no question mark', async ({ page }) => {
  await startDemo(page);
  await openCreate(page);
  await expect(page).toHaveURL(/#\/create-registry$/);
  await page.keyboard.press('Escape');
  await expect(createDialog(page)).toHaveCount(0);
  await expect(createButton(page)).toBeFocused();

  const filter = custom(page).getByRole('searchbox', { name: 'Filter' });
  await filter.fill('model');
  await expect(page).toHaveURL(/#\/\?filter=model$/);
  await openCreate(page);
  await expect(page).toHaveURL(/#\/create-registry\?filter=model$/);
  await page.goBack();
  await expect(createDialog(page)).toHaveCount(0);
  await filter.fill('');
  await expect(page).toHaveURL(/#\/$/);

  await page.goto('./#/create-registry');
  await page.reload();
  await createDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(page).toHaveURL(/#\/$/);
  await expectLanding(page);
});

test('the dialog focuses its first field', async ({ page }) => {
  await startDemo(page);
  await expect((await openCreate(page)).getByLabel('Name', { exact: true })).toBeFocused();
  await page.reload();
  await expect(createDialog(page).getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Typed at once');
  await page.keyboard.press('Enter');
  await expect(link(page, 'Typed at once')).toBeVisible();
});

test('large numbers in length messages are grouped', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await dialog.getByLabel('Description').fill('x'.repeat(11_001));
  await expect(dialog).toContainText('A description has at most 10,000 characters: these are 1,001 too many.');
});

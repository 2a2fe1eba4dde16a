/** The frame around every page: the menu of small screens, and toasts. */

import type { Locator, Page } from '@playwright/test';
import { actAs, actingAs, activeOption, create, link, openCreate, startDemo, toast } from './support/app.ts';
import { makeLarge } from './support/large.ts';
import { LONG_NAME } from './support/screens.ts';
import { expect, test } from './support/test.ts';

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main' });
/** How bright the page is painted at a place, of 255. */
async function paintedAt(page: Page, x: number, y: number): Promise<number> {
  const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(async (bytes) => {
    const pixel = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas?.drawImage(pixel, 0, 0);
    const [red = 0, green = 0, blue = 0] = canvas?.getImageData(0, 0, 1, 1).data ?? [];
    return (red + green + blue) / 3;
  }, [...picture]);
}

const menu = (page: Page) => page.getByRole('button', { name: 'Menu', exact: true });

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the frame leaves room for the page', async ({ page }) => {
    await startDemo(page);
    const main = await page.getByRole('main').boundingBox();
    expect(main?.y).toBeLessThanOrEqual(120);
    await actAs(page, 'mina.park', 'Mina Park');
    await expect(page.getByRole('link', { name: 'Lighthouse Labs' })).toBeVisible();
  });

  test('a toast with a long name stays small and contains the whole name', async ({ page }) => {
    await startDemo(page);
    await create(page, { name: LONG_NAME });
    await expect(toast(page)).toContainText(`Registry ${LONG_NAME} was created.`);
    expect((await toast(page).boundingBox())?.height).toBeLessThan(100);
  });

  test('navigation, theme and language are in a menu', async ({ page }) => {
    await startDemo(page);
    await expect(navigation(page)).toBeHidden();
    await expect(page.getByLabel('Theme')).toBeHidden();
    await expect(menu(page)).toHaveAttribute('aria-expanded', 'false');

    // Navigating closes it.
    await menu(page).click();
    await expect(menu(page)).toHaveAttribute('aria-expanded', 'true');
    const controlled = (await menu(page).getAttribute('aria-controls'))?.split(' ') ?? [];
    expect(controlled).toHaveLength(2);
    for (const id of controlled) await expect(page.locator(`#${id}`)).toBeVisible();
    await expect(navigation(page)).toContainText('Saved in this browser');
    await navigation(page).getByRole('link', { name: 'About' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'About Registrar' })).toBeFocused();
    await expect(navigation(page)).toBeHidden();

    // A link to the current page closes it as well, and so does Back.
    await menu(page).click();
    await navigation(page).getByRole('link', { name: 'About' }).click();
    await expect(navigation(page)).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: 'About Registrar' })).toBeFocused();
    await menu(page).click();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeFocused();
    await expect(navigation(page)).toBeHidden();

    // Selecting a theme or a language does not, so that the effect is visible.
    await menu(page).click();
    await page.getByLabel('Theme').selectOption({ label: 'Dark' });
    await page.getByLabel('Language').selectOption('ko');
    const korean = page.getByRole('button', { name: '메뉴', exact: true });
    await expect(korean).toHaveAttribute('aria-expanded', 'true');
    await korean.click();
    await expect(korean).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByRole('navigation')).toBeHidden();
  });

  test('the menu is operated by keyboard', async ({ page }) => {
    await startDemo(page);
    await menu(page).focus();
    await page.keyboard.press('Enter');
    await expect(navigation(page)).toBeVisible();
    // Escape in the account switcher closes its list, and nothing else.
    await actingAs(page).press('ArrowDown');
    await expect(actingAs(page)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(actingAs(page)).toHaveAttribute('aria-expanded', 'false');
    await expect(navigation(page)).toBeVisible();
    await navigation(page).getByRole('link', { name: 'About' }).focus();
    await page.keyboard.press('Escape');
    await expect(navigation(page)).toBeHidden();
    await expect(menu(page)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(navigation(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(navigation(page)).toBeHidden();
    await expect(menu(page)).toBeFocused();
  });
});

test('the account list opens at the acting account, and a toast is shown to its account only', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'Told to Ada' });
  await expect(toast(page)).toContainText('Told to Ada');
  await actAs(page, 'sofia.lindqvist', 'Sofia Lindqvist');
  await expect(toast(page)).toBeEmpty();
  const box = actingAs(page);
  await box.click();
  await expect(page.getByRole('option', { name: /^Sofia Lindqvist/ })).toBeInViewport();
  await box.press('Enter');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(box).toHaveValue('Sofia Lindqvist');
  await box.press('Enter');
  await expect(activeOption(page)).toContainText('Sofia Lindqvist');
  await box.press('ArrowUp');
  await expect(activeOption(page)).toContainText('Priya Raman');
  await box.press('Enter');
  await expect(box).toHaveValue('Priya Raman');
  await actAs(page, 'ada.okafor', 'Ada Okafor');
  await expect(toast(page), 'it is no news any more').toBeEmpty();
});

test('the account list of two thousand people opens at the acting account', async ({ page }) => {
  await startDemo(page);
  await makeLarge(page);
  await page.goto('./?as=person-1999#/');
  const box = actingAs(page);
  await expect(box).toHaveValue(/ 1999$/);
  const name = await box.inputValue();
  await box.click();
  await expect(page.getByRole('option').first()).toContainText('person-1999');
  await box.press('Enter');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(box).toHaveValue(name);
});

test('holding Enter creates one registry and opens nothing else', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await dialog.getByLabel('Name', { exact: true }).fill('Held');
  await expect(dialog).toContainText('wandb-registry-Held');
  await page.keyboard.down('Enter');
  await expect(dialog).toBeHidden();
  for (let time = 0; time < 8; time += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(link(page, 'Held')).toBeVisible();
  await expect(dialog).toBeHidden();
});

for (const [theme, isDark] of [['light', false], ['dark', true]] as const) {
  test(`the first paint uses the chosen ${theme} theme against the system's`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' });
    const stored = JSON.stringify({ theme, language: 'ko' });
    await page.addInitScript((stored) => localStorage.setItem('registrar:prefs', stored), stored);
    // Neither the module of the page nor anything that it loads arrives: what is painted is the page as it is on a first visit.
    await page.route(/boot\.js|registrar-app-/, () => undefined);
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { name: 'Registrar에 오신 것을 환영합니다' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect((await paintedAt(page, 2, 300)) < 128).toBe(isDark);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}

test('a wide window shows everything without a menu', async ({ page }) => {
  await startDemo(page);
  await expect(menu(page)).toHaveCount(0);
  await expect(navigation(page)).toBeVisible();
  await expect(page.getByLabel('Theme')).toBeVisible();
  await expect(page.getByLabel('Language')).toBeVisible();
});

for (const [language, locale] of [['en', 'en-US'], ['ko', 'ko-KR']] as const) {
  test.describe(`before the program has loaded, in ${language}`, () => {
    test.use({ locale });

    test('a first visit shows the text of the welcome page, and later visits a frame', async ({ page }) => {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/*.wasm', async (route) => {
        await released;
        await route.continue();
      });
      const texts = (frame: Locator) => frame.locator('h1, .page-lead').filter({ visible: true }).allInnerTexts();
      await page.goto('./');
      const frame = page.getByRole('main').filter({ visible: true });
      await expect(frame).toHaveAttribute('aria-busy', 'true');
      const before = await texts(frame);
      expect(before).toHaveLength(3);
      release();
      await expect(page.locator('main.page:not([aria-busy])')).toBeVisible();
      expect(await texts(page.getByRole('main'))).toEqual(before);

      await page.unroute('**/*.wasm');
      await page.getByRole('button').and(page.locator('.button-primary')).click();
      await expect(page.locator('.card').first()).toBeVisible();
      await page.route('**/*.wasm', () => {});
      await page.reload({ waitUntil: 'commit' });
      await expect(page.locator('.first-visit')).toBeHidden();
      await expect(page.locator('.later-visit')).toHaveText(language === 'ko' ? '불러오는 중…' : 'Loading…', { useInnerText: true });
    });
  });
}

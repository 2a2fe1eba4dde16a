/** Any static host, at its root or below any path, and offline once the page is loaded. */

import { DEEP_PATH } from './server.ts';
import {
  actAs,
  count,
  create,
  createDialog,
  DEMO_REGISTRIES,
  expectLanding,
  fact,
  link,
  names,
  openRegistry,
  startDemo,
  visit,
} from './support/app.ts';
import { snapshot } from './support/storage.ts';
import { expect, test } from './support/test.ts';

for (const path of ['/', DEEP_PATH, `${DEEP_PATH}index.html`]) {
  test(`at ${path} everything works with the network cut after loading`, async ({ page, context, watch }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    const requests = watch.requests.length;

    await page.getByRole('button', { name: 'Start with the demo organization' }).click();
    await expectLanding(page);
    await create(page, { name: 'Made offline', visibility: 'Restricted', types: ['model', 'dataset'] });
    await openRegistry(page, 'Made offline');
    await expect(fact(page, 'Accepted artifact types').getByRole('listitem')).toHaveText(['model', 'dataset']);
    await actAs(page, 'mina.park', 'Mina Park');
    await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
    await actAs(page, 'jiwoo.han', '한지우');
    await expect(page.getByRole('heading', { level: 1, name: 'Made offline' })).toBeVisible();
    for (const place of ['Your data', 'About', 'Registry']) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    }
    await page.getByLabel('Theme').selectOption({ label: 'Dark' });
    await page.getByLabel('Language').selectOption('ko');
    await expect(page.getByRole('heading', { level: 1, name: '레지스트리', exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await page.getByLabel('언어').selectOption('en');
    expect(watch.requests.slice(requests)).toEqual([]);

    await context.setOffline(false);
    await page.reload();
    await expect(link(page, 'Made offline')).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(path);
  });
}

test('two sites of one origin keep their organizations apart', async ({ page }) => {
  await startDemo(page, '/');
  await create(page, { name: 'Only at the root' });
  await page.goto(DEEP_PATH);
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
  // The organization of the other site can be opened here, but not deleted.
  const earlier = page.getByRole('region', { name: 'Earlier organizations' });
  await expect(earlier).toContainText('Open at another address of this site');
  await expect(earlier.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  await page.goto('/');
  await expect(link(page, 'Only at the root')).toBeVisible();
  const keys = Object.keys(await snapshot(page));
  expect(keys.filter((key) => !key.startsWith('registrar:'))).toEqual([]);
  expect(keys).toEqual(expect.arrayContaining(['registrar:current:/', `registrar:current:${DEEP_PATH}`]));
});

test('nothing but its own files is ever asked for', async ({ page, watch, baseURL }) => {
  await startDemo(page);
  await create(page, { name: 'Quiet' });
  await visit(page, '#/about');
  await page.waitForLoadState('networkidle');
  const own = new RegExp(`^${baseURL}(|boot\\.js|[a-z-]+-[0-9a-f]+(_bg)?\\.(css|js|svg|wasm))$`);
  expect(watch.requests.length).toBeGreaterThan(3);
  expect(watch.requests.filter((request) => !own.test(request))).toEqual([]);
});

/** Hashes that are no address of the app. */
const NO_ADDRESS = ['', '#', '#main', '#registry/x', '#//', '#//evil.example/', '#/\\x', '#?x', '#!/x'];

test('a hash that is no address leads to the registries', async ({ page }) => {
  await startDemo(page);
  for (const hash of NO_ADDRESS) {
    await test.step(hash, async () => {
      await visit(page, '#/about');
      await expect(page.getByRole('heading', { level: 1, name: 'About Registrar' })).toBeVisible();
      await visit(page, hash);
      await expectLanding(page);
      await expect(count(page)).toHaveText('6 registries');
    });
  }
});

test('a page that is opened at a hash that is no address shows the registries', async ({ page, context }) => {
  await startDemo(page);
  for (const hash of NO_ADDRESS) {
    await test.step(hash, async () => {
      const opened = await context.newPage();
      await opened.goto(`./${hash}`);
      await expectLanding(opened);
      await expect(count(opened)).toHaveText('6 registries');
      await opened.close();
    });
  }
});

test('an unknown address shows a page with links', async ({ page }) => {
  await startDemo(page);
  const nothing = page.getByRole('heading', { level: 1, name: 'There is nothing here that you can see' });
  for (const hash of [
    '#/registry/unknown',
    '#/registry/',
    '#/registry/%E0',
    '#/registry/a/b',
    '#/%E0',
    '#/%',
    '#/no/such/place',
    '#/__proto__',
    `#/registry/${'x'.repeat(5000)}`,
    '#/registry/%3Cb%3E',
    '#/create-registry/x',
  ]) {
    await test.step(hash.slice(0, 40), async () => {
      await visit(page, hash);
      await expect(nothing).toBeVisible();
      if (hash.includes('%')) await page.reload();
      await expect(nothing).toBeVisible();
      await expect(page).toHaveTitle('There is nothing here that you can see · Lighthouse Labs · Registrar');
      await page.getByRole('link', { name: 'Go to the registries' }).click();
      await expectLanding(page);
    });
  }
});

test('an invalid query in the address falls back to the default', async ({ page }) => {
  await startDemo(page);
  for (const query of ['?sort=nonsense', '?filter', '?%E0', '?&&=', '?sort=name&sort=recent', '?x=1']) {
    await test.step(query, async () => {
      await visit(page, `#/${query}`);
      await page.reload();
      await expect(names(page)).toHaveText(DEMO_REGISTRIES);
    });
  }
});

test('Back and Forward navigate through pages and dialogs', async ({ page }) => {
  await startDemo(page);
  await openRegistry(page, 'Playground');
  await page.getByRole('link', { name: 'All registries' }).click();
  await expectLanding(page);
  await page.getByRole('region', { name: 'Custom registry' }).getByRole('button', { name: 'Create registry' }).click();
  await expect(createDialog(page)).toBeVisible();
  await page.goBack();
  await expect(createDialog(page)).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Playground' })).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(createDialog(page)).toBeVisible();
});

test('closing a dialog twice goes back once', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/people');
  await expect(page.getByRole('heading', { level: 1, name: 'People & teams' })).toBeVisible();
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add person' });
  await dialog.getByRole('button', { name: 'Close' }).dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'People & teams' })).toBeVisible();
  // A step back within the app is different.
  await page.goBack();
  await expectLanding(page);
});

test('Back restores the scroll position, and a link starts at the top', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await startDemo(page);
  const main = page.getByRole('main');
  const heading = page.locator('#page-title');
  const scrolled = () => page.evaluate(() => scrollY);
  for (const [place, left, link] of [['#/', 'Registry', '#custom-cards a'], ['#/people', 'People & teams', 'tbody th a']] as const) {
    await test.step(place, async () => {
      await visit(page, place);
      await expect(heading).toHaveText(left);
      const last = main.locator(link).last();
      await last.click();
      await expect(heading).not.toHaveText(left);
      await expect(heading).toBeFocused();
      await expect.poll(scrolled).toBe(0);
      await page.goBack();
      await expect(heading).toHaveText(left);
      await expect(last).toBeInViewport({ ratio: 1 });
      await expect(heading).toBeFocused();
      await page.goForward();
      await expect(heading).not.toHaveText(left);
      await expect.poll(scrolled).toBe(0);
    });
  }
  // The same address by a link starts at the top.
  await visit(page, '#/');
  await expect(heading).toHaveText('Registry');
  await expect.poll(scrolled).toBe(0);
});

test('the language defaults to the browser’s', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await expect(page.getByRole('heading', { level: 1, name: 'Registrar에 오신 것을 환영합니다' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.getByLabel('언어').selectOption('en');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
  await context.close();
});

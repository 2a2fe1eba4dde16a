/** The site without a network: kept by its worker, installed, and at any path. */

import { DEEP_PATH } from './server.ts';
import { actAs, create, expectLanding, link, openRegistry, startDemo, toast, visit } from './support/app.ts';
import { expect, test, waitUntilKept } from './support/offline.ts';

for (const path of ['/', DEEP_PATH, `${DEEP_PATH}index.html`]) {
  test(`a site opened once at ${path} opens offline`, async ({ page, context, watch }) => {
    await startDemo(page, path);
    await waitUntilKept(page);
    await context.setOffline(true);
    await page.reload();
    await expectLanding(page);
    await create(page, { name: 'Made offline', visibility: 'Restricted', types: ['model', 'dataset'] });

    const other = await context.newPage();
    await other.goto(`${path}?as=mina.park&lang=ko#/people`);
    await expect(other.getByRole('heading', { level: 1, name: '사람과 팀' })).toBeVisible();
    await other.close();

    const address = await openRegistry(page, 'Made offline');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Made offline' })).toBeVisible();
    await visit(page, `${new URL(address).hash}/settings`);
    await page.getByLabel('Registry visibility').selectOption({ label: 'Organization' });
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(toast(page)).toContainText('Made offline');
    await visit(page, '#/');
    await actAs(page, 'omar.haddad', 'Omar Haddad');
    await page.reload();
    await expect(link(page, 'Made offline')).toBeVisible();
    expect(watch.problems).toEqual([]);
  });
}

test('the page announces once that it works offline, and shows it on About and Your data', async ({ page, context }) => {
  await startDemo(page);
  await expect(toast(page)).toContainText('Ready to work offline.');
  await expect(page.locator('html')).not.toHaveAttribute('data-update');
  await expect(page.getByText('A new version is ready')).toHaveCount(0);
  await page.reload();
  await waitUntilKept(page);
  await visit(page, '#/about');
  await expect(page.getByRole('region', { name: 'Offline' })).toContainText('opens at this address without a network');
  await expect(page.getByRole('main')).toContainText(/Version \d+\.\d+\.\d+, build [0-9a-f]{8}/);
  await expect(toast(page)).toBeEmpty();
  const other = await context.newPage();
  await other.goto('./#/data');
  await expect(other.getByRole('region', { name: 'Offline' })).toBeVisible();
  await expect(toast(other)).toBeEmpty();
});

test('two sites of one origin are kept apart, and no other cache is touched', async ({ page, context }) => {
  await startDemo(page, '/');
  await waitUntilKept(page);
  await page.evaluate(() => caches.open('another project'));
  await startDemo(page, DEEP_PATH);
  await waitUntilKept(page);
  const names = await page.evaluate(async () => (await caches.keys()).sort());
  expect(names).toHaveLength(3);
  expect(names.map((name) => name.replace(/.*http:\/\/localhost:\d+/, ''))).toEqual(['another project', '/', DEEP_PATH]);
  await context.setOffline(true);
  for (const path of ['/', DEEP_PATH]) {
    await page.goto(path);
    await expectLanding(page);
  }
});

test('the worker answers only the addresses of its files', async ({ page, watch }) => {
  watch.allow(/404/);
  await startDemo(page);
  await waitUntilKept(page);
  await page.reload();
  await expectLanding(page);
  const statuses = await page.evaluate(() =>
    Promise.all(['registrar-app-0000000000000000.js', 'missing.html', 'another-site/'].map(async (path) => (await fetch(path)).status)),
  );
  expect(statuses).toEqual([404, 404, 404]);
  const answer = await page.goto('another-site/');
  expect(answer?.status()).toBe(404);
});

test('no other script becomes a worker', async ({ page, watch }) => {
  watch.allow(/TrustedScriptURL|TrustedTypePolicy/);
  await startDemo(page);
  await waitUntilKept(page);
  const refused = await page.evaluate(async () => {
    const attempts = [
      () => navigator.serviceWorker.register('boot.js'),
      () => navigator.serviceWorker.register('sw.js'),
      async () => (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy('registrar', {}),
    ];
    const results = await Promise.allSettled(attempts.map((attempt) => (async () => attempt())()));
    return results.map(({ status }) => status);
  });
  expect(refused).toEqual(['rejected', 'rejected', 'rejected']);
});

/** The access page: the table of roles, and the diagrams of their sources. */

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { actAs, expectLanding, startDemo, visit } from './support/app.ts';
import { LARGE, makeLarge } from './support/large.ts';
import { openAccount } from './support/people.ts';
import { api, viewOf } from './support/script.ts';
import { expect, test } from './support/test.ts';
import { waitForIdle } from './support/work.ts';

/** The page size of rows and of columns. */
const ROWS = 24;
const COLUMNS = 12;

const LETTERS: Record<string, string> = { admin: 'A', member: 'M', viewer: 'V', restricted_viewer: 'RV', restrictedViewer: 'RV' };

/** Opens the page, as a link does. */
async function openAccess(page: Page, search = ''): Promise<void> {
  await visit(page, `#/access${search}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Access', exact: true })).toBeVisible();
  // The table is drawn after the heading, and what is below it last.
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeVisible();
}

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Roles of accounts in registries' });
}

/** The cell of an account and a registry, by its accessible name. */
function cell(page: Page, account: string, registry: string): Locator {
  return grid(page).getByRole('gridcell', { name: new RegExp(`^${account}, ${registry}: `) });
}

function detail(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

function accounts(page: Page): Locator {
  return grid(page).locator('tbody th[scope="row"] a');
}

function registries(page: Page): Locator {
  return grid(page).locator('.column-name');
}

/** The accessible name and the text of each cell. */
async function cells(page: Page): Promise<Record<string, string>> {
  const all = await grid(page).locator('tbody td[aria-label]').evaluateAll((cells) =>
    cells.map((cell) => [cell.getAttribute('aria-label') ?? '', cell.textContent?.trim() ?? ''] as const),
  );
  return Object.fromEntries(all.map(([label, shown]) => [label.slice(0, label.lastIndexOf(': ')), `${label.slice(label.lastIndexOf(': ') + 2)} ${shown}`]));
}

const WORDS: Record<string, string> = { A: 'Admin', M: 'Member', V: 'Viewer', RV: 'Restricted Viewer', '–': 'No access' };

test('every cell shows the effective role, for every acting account', async ({ page }) => {
  test.setTimeout(120_000);
  await startDemo(page);
  await api(page);
  const founder = await viewOf(page, 'ada.okafor');
  const everybody = [...founder.people.map(({ username, name }) => [username, name]), ...founder.serviceAccounts.map(({ name }) => [name, name])];
  const roles = new Map<string, Map<string, string>>();
  for (const [account = '', name = ''] of everybody) {
    const view = await viewOf(page, account);
    roles.set(name, new Map(view.registries.map((registry) => [registry.name, LETTERS[registry.role] ?? registry.role])));
  }
  let hidden = 0;
  for (const account of ['ada.okafor', 'mina.park', 'priya.raman', 'seojun.kim', 'noa.levi', 'ci-runner']) {
    const view = await viewOf(page, account);
    await openAccess(page);
    await expect(accounts(page)).toHaveCount(everybody.length);
    await expect(registries(page)).toHaveCount(view.registries.length);
    const expected: Record<string, string> = {};
    for (const [name, there] of roles) {
      for (const { name: registry } of view.registries) {
        const letters = there.get(registry) ?? '–';
        expected[`${name}, ${registry}`] = `${WORDS[letters]} ${letters}`;
      }
    }
    await expect.poll(() => cells(page), account).toEqual(expected);
    hidden += founder.registries.length - view.registries.length;
  }
  expect(hidden).toBeGreaterThan(5);
});

test('a cell opens its sources by mouse and by keyboard, and the address contains it', async ({ page }) => {
  await startDemo(page);
  await openAccess(page);
  const opened = cell(page, 'Mina Park', 'Evaluation Sets');
  await opened.click();
  const reasons = detail(page, 'Mina Park in Evaluation Sets');
  await expect(reasons).toContainText('Admin as a listed member');
  await expect(reasons).toContainText('Member through the team language');
  await expect(reasons.getByRole('heading')).toBeFocused();
  await expect(opened).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(reasons).toBeHidden();
  await expect(opened).toBeFocused();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  const next = detail(page, 'Mina Park in Playground');
  await expect(next).toContainText('open to the organization');
  const address = page.url();
  await page.goBack();
  await expect(next).toBeHidden();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(next).toBeVisible();
  await next.getByRole('button', { name: 'Close' }).click();
  await expect(next).toBeHidden();
  await expect(cell(page, 'Mina Park', 'Playground')).toBeFocused();

  await cell(page, 'Noa Levi', 'Safety_Reviews').click();
  await expect(detail(page, 'Noa Levi in Safety_Reviews')).toContainText('No access');
  await detail(page, 'Noa Levi in Safety_Reviews').getByRole('link', { name: 'The registry Safety_Reviews' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Safety_Reviews' })).toBeVisible();
});

test('an address of a hidden registry opens no cell', async ({ page }) => {
  await startDemo(page);
  await openAccess(page);
  await cell(page, 'Noa Levi', 'Safety_Reviews').click();
  await expect(detail(page, 'Noa Levi in Safety_Reviews')).toBeVisible();
  await actAs(page, 'noa.levi', 'Noa Levi');
  await expect(page.getByText('Safety_Reviews')).toHaveCount(0);
  await expect(grid(page)).toBeVisible();
});

test('arrow keys move between cells, and the table is one Tab stop', async ({ page }) => {
  await startDemo(page);
  await openAccess(page);
  const at = (row: number, column: number) => page.locator(`#cell-${row}-${column}`);
  const press = async (key: string, row: number, column: number) => {
    await page.keyboard.press(key);
    await expect(at(row, column), key).toBeFocused();
  };
  await page.getByRole('region', { name: 'Roles of accounts in registries' }).focus();
  await press('Tab', 0, 0);
  await press('ArrowDown', 1, 0);
  await press('ArrowRight', 1, 1);
  await press('ArrowRight', 1, 2);
  await press('End', 1, 9);
  await press('ArrowRight', 1, 9);
  await press('PageDown', 11, 9);
  await press('PageUp', 1, 9);
  await press('Home', 1, 0);
  await press('Control+End', 15, 9);
  await press('ArrowLeft', 15, 8);
  await press('Control+Home', 0, 0);
  await press('ArrowDown', 1, 0);
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeFocused();
  await press('Shift+Tab', 1, 0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Okafor' })).toBeVisible();
});

test('rows are sorted by the headings and the field, and Back restores the order', async ({ page }) => {
  await startDemo(page);
  await openAccess(page);
  const names = () => accounts(page).allTextContents();
  const heading = (name: string) => grid(page).getByRole('columnheader', { name, exact: true });
  const byName = await names();
  expect(byName.slice(0, 2)).toEqual(['Ada Okafor', 'Chidi Eze']);
  await expect(heading('Account')).toHaveAttribute('aria-sort', 'ascending');

  await heading('Evaluation Sets').getByRole('link').click();
  await expect(heading('Evaluation Sets')).toHaveAttribute('aria-sort', 'descending');
  await expect(heading('Account')).not.toHaveAttribute('aria-sort');
  await expect(page.getByLabel('Sort', { exact: true })).toHaveValue('registry');
  const column = grid(page).locator('tbody tr td:nth-child(5)');
  const descending = (await column.allTextContents()).map((letters) => ['A', 'M', 'V', 'RV', '–'].indexOf(letters.trim()));
  expect(descending).toEqual([...descending].sort((one, other) => one - other));

  await heading('Evaluation Sets').getByRole('link').click();
  await expect(heading('Evaluation Sets')).toHaveAttribute('aria-sort', 'ascending');
  await page.getByLabel('Sort', { exact: true }).selectOption({ label: 'Number of registries' });
  await expect(heading('Registries')).toHaveAttribute('aria-sort', 'descending');
  const counts = (await grid(page).locator('tbody td.number').allTextContents()).map(Number);
  expect(counts).toEqual([...counts].sort((one, other) => other - one));
  await page.goBack();
  await expect(heading('Evaluation Sets')).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await page.goBack();
  await expect(heading('Account')).toHaveAttribute('aria-sort', 'ascending');
  expect(await names()).toEqual(byName);
});

test('people, registries, roles and visibilities are filtered, in the address', async ({ page }) => {
  await startDemo(page);
  await openAccess(page);
  const main = page.getByRole('main');
  const people = main.getByRole('searchbox', { name: 'Filter people, accounts, teams' });
  await people.fill('ㅎㅈㅇ');
  await expect(accounts(page)).toHaveText(['한지우']);
  await people.fill('park mina');
  await expect(accounts(page)).toHaveText(['Mina Park']);
  await people.fill('tomazs');
  await expect(accounts(page)).toHaveText(['Tomasz Zieliński']);
  await people.fill('vision');
  await expect(accounts(page)).toHaveText(['Priya Raman', 'Yuki Tanaka']);
  await main.getByRole('searchbox', { name: 'Filter registries' }).fill('visoin');
  await expect(registries(page)).toHaveText(['Vision Checkpoints']);
  await expect(main.getByRole('status')).toHaveText('2 accounts, 1 registry');
  await page.reload();
  await expect(accounts(page)).toHaveText(['Priya Raman', 'Yuki Tanaka']);
  await expect(people).toHaveValue('vision');
  await people.fill('nobody like this');
  await expect(main.getByText('Nothing matches these filters.')).toBeVisible();
  await expect(people).toBeFocused();
  await main.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(main.getByRole('searchbox').first()).toBeFocused();
  await expect(accounts(page)).toHaveCount(14);

  await main.getByLabel('Visibility', { exact: true }).selectOption({ label: 'Restricted' });
  await expect(registries(page)).toHaveText(['Safety_Reviews', 'Vision Checkpoints']);
  await main.getByLabel('Role', { exact: true }).selectOption({ label: 'At least Admin' });
  await expect(accounts(page)).toHaveText(['Ada Okafor', 'Yuki Tanaka', '한지우']);
  await expect(grid(page).locator('tbody td.number')).toHaveText(['2', '1', '2']);
  await page.goBack();
  await expect(main.getByLabel('Role', { exact: true })).toHaveValue('');
  await page.goBack();
  await expect(registries(page)).toHaveCount(8);
});

test('grouped by team, accounts are listed under each team, and accounts without a team last', async ({ page }) => {
  await startDemo(page);
  await openAccess(page);
  await page.getByRole('checkbox', { name: 'Group by team' }).check();
  await expect(page).toHaveURL(/group=team/);
  const groups = grid(page).locator('tbody');
  await expect(groups.locator('th[scope="rowgroup"]')).toHaveText(['language', 'platform', 'vision', 'In no team']);
  await expect(groups.nth(0).locator('th[scope="row"] a')).toHaveText(['Lucía Fernández', 'Mina Park']);
  await expect(groups.nth(1).locator('th[scope="row"] a')).toHaveCount(4);
  await expect(groups.nth(3).locator('th[scope="row"] a')).toHaveCount(6);
  await page.locator('#cell-0-0').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  await expect(page.locator('#cell-1-0')).toBeFocused();
  await expect(page.locator('#cell-1-0')).toHaveText('language');
  await page.getByRole('checkbox', { name: 'Group by team' }).uncheck();
  await expect(groups).toHaveCount(1);
});

async function exported(page: Page, button = 'Export as CSV', kind = 'access'): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  expect(download.suggestedFilename()).toBe(`registrar-${kind}-Lighthouse-Labs-${today}.csv`);
  return readFile(await download.path(), 'utf8');
}

test('the export contains the filtered rows and escapes formulas', async ({ page }) => {
  await startDemo(page);
  await openAccess(page, '?who=language&registries=e&visibility=organization');
  await expect(accounts(page)).toHaveText(['Lucía Fernández', 'Mina Park']);
  const names = await registries(page).allTextContents();
  const lines = (await exported(page)).replace('\u{feff}', '').trimEnd().split('\r\n');
  expect(lines[0]).toBe(`name,username,kind,${names.map((name) => `wandb-registry-${name === 'Models' ? 'model' : name === 'Datasets' ? 'dataset' : name}`).join(',')}`);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain('Mina Park,mina.park,person,');
  expect(lines[2]?.split(',')[3 + names.indexOf('Evaluation Sets')]).toBe('Admin');

  await page.evaluate(() => {
    const registrar = (window as unknown as { registrar: { do(...actions: unknown[]): void } }).registrar;
    registrar.do([{ type: 'createRegistry', name: '=1+1', visibility: 'organization', types: 'all' }]);
  });
  await openAccess(page);
  await expect(registries(page).filter({ hasText: '=1+1' })).toBeVisible();
  expect((await exported(page)).split('\r\n')[0]).toContain(',wandb-registry-=1+1');
});

test('the list has a line with a date for each source of a role', async ({ page }) => {
  await startDemo(page);
  const since = Date.now();
  await page.evaluate(() => {
    const registrar = (window as unknown as { registrar: { do(...actions: unknown[]): void } }).registrar;
    registrar.do([{ type: 'createRegistry', name: 'name', visibility: 'restricted', types: 'all' }]);
    registrar.do([{ type: 'addMembers', registry: 'name', members: 'language', role: 'viewer' }]);
    registrar.do([{ type: 'addMembers', registry: 'name', members: 'mina.park', role: 'member' }]);
  });
  await openAccess(page, '?who=mina&registries=name');
  const lines = (await exported(page, 'Export as list', 'access-list')).replace('\u{feff}', '').trimEnd().split('\r\n');
  expect(lines[0]).toBe('who,name,kind,registry,full name,visibility,role,source,through,since,effective role');
  const cells = lines.slice(1).map((line) => line.split(',')).filter((cells) => cells[3] === 'name');
  expect(cells.map((cells) => [...cells.slice(0, 9), cells[10]])).toEqual([
    ['mina.park', 'Mina Park', 'person', 'name', 'wandb-registry-name', 'Restricted', 'Member', 'own row', '', 'Member'],
    ['mina.park', 'Mina Park', 'person', 'name', 'wandb-registry-name', 'Restricted', 'Viewer', 'team', 'language', 'Member'],
  ]);
  for (const [, , , , , , , , , at] of cells) expect(Math.abs(Date.parse(at ?? '') - since)).toBeLessThan(60_000);
});

test('a large organization is shown page by page', async ({ page }) => {
  test.slow();
  await startDemo(page);
  await makeLarge(page);
  await page.reload();
  await expectLanding(page);
  await openAccess(page, '?registries=large');
  const all = LARGE.people + 14;
  await expect(page.getByRole('main').getByRole('status')).toHaveText(`${all.toLocaleString('en-US')} accounts, ${LARGE.registries.toLocaleString('en-US')} registries`);
  await expect(accounts(page)).toHaveCount(ROWS);
  await expect(registries(page)).toHaveCount(COLUMNS);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(all + 2));
  await expect(grid(page)).toHaveAttribute('aria-colcount', String(LARGE.registries + 2));
  await page.getByRole('link', { name: 'Next registries' }).click();
  await expect(registries(page).first()).toHaveText('Large 0012');
  await expect(grid(page).getByRole('columnheader').nth(2)).toHaveAttribute('aria-colindex', String(COLUMNS + 3));
  await page.getByRole('link', { name: 'Next rows' }).click();
  await expect(grid(page).locator('tbody tr').first()).toHaveAttribute('aria-rowindex', String(ROWS + 2));
  await expect(page.getByText('Registries 13–24 of 2,000')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(registries(page).first()).toHaveText('Large 0000');
  const none = page.getByRole('link', { name: 'Previous registries' });
  await expect(none).toHaveAttribute('aria-disabled', 'true');

  const pages = Math.ceil(all / ROWS);
  await visit(page, `#/access?rows=${pages}`);
  await expect(accounts(page)).toHaveCount(all - (pages - 1) * ROWS);
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Filter people or registries first.')).toBeVisible();
});

test('at 320 px the table scrolls, and the page does not', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await startDemo(page);
  await openAccess(page);
  await expect(grid(page)).toBeVisible();
  const [page_, region] = await page.evaluate(() => {
    const region = document.querySelector('.access-scroll') as HTMLElement;
    region.scrollLeft = 200;
    return [document.documentElement.scrollWidth <= innerWidth, region.scrollLeft > 100] as const;
  });
  expect([page_, region]).toEqual([true, true]);
  const box = await accounts(page).first().boundingBox();
  expect(box?.x ?? -1, 'the names stay').toBeGreaterThanOrEqual(0);
  await page.locator('#cell-0-0').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(key);
  await expect(page.locator('#cell-3-9')).toBeFocused();
  const isCovered = () =>
    page.locator('#cell-3-9').evaluate((cell) => {
      const { x, y, width, height } = cell.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) !== cell;
    });
  await expect.poll(isCovered, 'what has the focus is in sight').toBe(false);
});

test('the diagram of a role’s origin has a description in words', async ({ page }) => {
  await startDemo(page);
  await openAccount(page, 'Mina Park');
  const picture = page.getByRole('img', { name: /^Where roles come from: Mina Park/ });
  await expect(picture).toHaveCount(0);
  await page.getByText('Picture of where roles come from').click();
  await expect(picture).toBeVisible();
  const words = page.getByRole('list', { name: 'The picture in words' }).getByRole('listitem');
  await expect(words.filter({ hasText: 'Mina Park → Own row → Evaluation Sets: Admin' })).toHaveCount(1);
  await expect(words.filter({ hasText: 'Mina Park → Team language → Evaluation Sets: Member' })).toHaveCount(1);

  await visit(page, '#/access');
  await cell(page, 'Yuki Tanaka', 'Vision Checkpoints').click();
  await page.getByRole('link', { name: 'The registry Vision Checkpoints' }).click();
  await page.getByText('Picture of where roles come from').click();
  await expect(page.getByRole('img', { name: /^Where roles come from: Vision Checkpoints/ })).toBeVisible();
  await expect(words).toHaveText([
    'Yuki Tanaka → Own row · A → Vision Checkpoints: Admin',
    'Priya Raman → Team vision → Vision Checkpoints: Viewer',
    'Yuki Tanaka → Team vision → Vision Checkpoints: Viewer',
    'Ada Okafor → Organization admin → Vision Checkpoints: Admin',
    '한지우 → Organization admin → Vision Checkpoints: Admin',
  ]);
});

test('the page renders in parts without layout shifts', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => {
    const parts = ['.access h1', '.access .toolbar', '.access .matrix'];
    const drawn: number[] = [];
    let shift = 0;
    Object.assign(window, { seen: () => ({ drawn, shift }) });
    // A message must be announced together with the render.
    new MutationObserver(() => {
      const count = parts.filter((part) => document.querySelector(part)).length;
      if (drawn.at(-1) !== count) drawn.push(count);
    }).observe(document.body, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shift += entry.value;
    }).observe({ type: 'layout-shift' });
  });
  await openAccess(page);
  await expect(grid(page)).toBeVisible();
  await waitForIdle(page);
  const seen = await page.evaluate(() => (window as unknown as { seen(): { drawn: number[]; shift: number } }).seen());
  expect(seen).toEqual({ drawn: [1, 2, 3], shift: 0 });
});

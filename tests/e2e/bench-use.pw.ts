/**
 * Ordinary use of the largest organization and of the demo organization: the longest task of the main thread, and
 * layout shifts. Loading is reported separately. The limit applies to the thread's own time, as in the other
 * measurements, since wall time includes other processes.
 */

import type { Browser, Page } from '@playwright/test';
import { expectLanding, startDemo, visit } from './support/app.ts';
import { LARGE, makeLarge } from './support/large.ts';
import { report } from './support/report.ts';
import { expect, test } from './support/test.ts';
import { type Longest, longestTask } from './support/work.ts';

/** The threshold of a long task, in milliseconds. */
const LIMIT = 50;

interface Seen {
  shifts: { at: number; value: number; of: string }[];
}

/** Observes layout shifts from the start of every page. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { shifts: [] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node?: Node }[] })[]) {
        // A shift within half a second of input is the response to it.
        if (entry.hadRecentInput) continue;
        const node = entry.sources?.[0]?.node;
        const element = node instanceof Element ? node : node?.parentElement;
        seen.shifts.push({ at: entry.startTime, value: entry.value, of: element?.outerHTML.slice(0, 90) ?? '?' });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Performs an action, and returns its longest task and its layout shift. */
async function step(page: Page, browser: Browser, act: () => Promise<unknown>): Promise<{ longest: Longest; shift: number; of: string }> {
  const from = await page.evaluate(() => performance.now());
  const longest = await longestTask(page, browser, act);
  const jumped = await page.evaluate((from) => {
    const { shifts } = (window as unknown as { seen: Seen }).seen;
    const since = shifts.filter(({ at }) => at >= from);
    return { shift: since.reduce((sum, { value }) => sum + value, 0), of: since[0]?.of ?? '' };
  }, from);
  return { longest, ...jumped };
}

/** The actions of ordinary use, in a realistic order. */
function use(page: Page): [string, () => Promise<unknown>][] {
  const main = page.getByRole('main');
  const keys = (text: string) => page.keyboard.type(text, { delay: 60 });
  const shown = (selector: string) => main.locator(selector).first().waitFor();
  const go = (hash: string, selector: string) => async () => {
    await visit(page, hash);
    await shown(selector);
  };
  return [
    ['filter the registries', async () => { await main.getByLabel('Filter').click(); await keys('large 01'); }],
    ['clear the filter', () => main.getByLabel('Filter').fill('')],
    ['sort them', () => main.getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'Name' })],
    ['search', async () => { await page.keyboard.press('Control+k'); await keys('person 12'); await page.keyboard.press('Escape'); }],
    ['choose who acts', async () => { await page.getByRole('combobox', { name: 'Acting as' }).click(); await keys('person-0012'); await page.keyboard.press('Enter'); }],
    ['act as an admin again', async () => { await page.getByRole('combobox', { name: 'Acting as' }).fill('ada'); await page.keyboard.press('Enter'); }],
    ['open a registry', async () => { await main.locator('#custom-cards a').nth(3).click(); await shown('.facts'); }],
    ['open its settings', async () => { await main.getByRole('link', { name: 'Settings', exact: true }).click(); await shown('#settings-name, form'); }],
    ['restrict it, unsaved', () => main.getByLabel('Registry visibility').selectOption({ label: 'Restricted' })],
    ['look for a member', async () => { await main.getByRole('link', { name: 'Add member' }).or(main.getByRole('button', { name: 'Add member' })).first().click(); await main.getByLabel('Member', { exact: true }).click(); await keys('person-01'); }],
    ['go to People & teams', go('#/people', 'table')],
    ['filter people', async () => { await main.getByRole('searchbox').first().click(); await keys('person 19'); }],
    ['show the teams', go('#/people?show=teams', '.team')],
    ['open access', go('#/access', '.matrix')],
    ['sort it by numbers', () => main.locator('#cell-0-1').click()],
    ['open a cell', async () => { await main.locator('#cell-1-2').click(); await shown('.access-detail'); }],
    ['open the guide', go('#/guide', '.permissions')],
    ['create a registry', async () => {
      await visit(page, '#/');
      await main.getByRole('button', { name: 'Create registry' }).click();
      await page.getByRole('dialog').getByLabel('Name', { exact: true }).click();
      await keys('Made here');
      await page.getByRole('dialog').getByRole('button', { name: 'Create registry' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    }],
  ];
}

for (const size of ['large', 'demo'] as const) {
  test(`ordinary use of the ${size} organization`, async ({ page, browser }) => {
    await watch(page);
    await startDemo(page);
    if (size === 'large') await makeLarge(page);
    await page.reload();
    await expectLanding(page);
    const rows: [string, { longest: Longest; shift: number; of: string }][] = [];
    for (const [what, act] of use(page)) rows.push([what, await step(page, browser, act)]);
    const about = size === 'large' ? `${LARGE.people} people, ${LARGE.teams} teams, ${LARGE.registries} registries` : 'the demo organization';
    report(`${about}: longest task, milliseconds of the main thread`, rows.map(([what, { longest }]) => [what, longest.thread, LIMIT]));
    const byClock = rows.filter(([, { longest }]) => longest.clock > LIMIT);
    for (const [what, { longest }] of byClock) console.log(`  ${what}: ${longest.clock.toFixed(1)} by the clock`);
    report(`${about}: layout shift`, rows.map(([what, { shift }]) => [what, shift, 0]));
    for (const [what, { shift, of }] of rows) if (shift > 0) console.log(`  ${what}: ${shift.toFixed(4)} ${of}`);
  });
}

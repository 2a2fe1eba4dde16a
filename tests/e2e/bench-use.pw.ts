/**
 * Ordinary use, as a person does it, in the largest organization and in the demo organization: which tasks kept the main
 * thread longer than 50 ms, and how far anything jumped after it was painted. Loading is told apart.
 */

import type { Page } from '@playwright/test';
import { expectLanding, startDemo, visit } from './support/app.ts';
import { LARGE, makeLarge } from './support/large.ts';
import { report } from './support/report.ts';
import { expect, test } from './support/test.ts';
import { settled } from './support/work.ts';

/** What a browser calls a long task, in milliseconds. */
const LIMIT = 50;

interface Seen {
  tasks: { at: number; duration: number }[];
  shifts: { at: number; value: number; of: string }[];
}

/** Watches every page from its beginning. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { tasks: [], shifts: [] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push({ at: entry.startTime, duration: entry.duration });
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node?: Node }[] })[]) {
        // What moves within half a second of a click or key is the answer to it.
        if (entry.hadRecentInput) continue;
        const node = entry.sources?.[0]?.node;
        const element = node instanceof Element ? node : node?.parentElement;
        seen.shifts.push({ at: entry.startTime, value: entry.value, of: element?.outerHTML.slice(0, 90) ?? '?' });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Does one thing, and answers with its longest task and with what jumped. */
async function step(page: Page, act: () => Promise<unknown>): Promise<{ longest: number; shift: number; of: string }> {
  await settled(page);
  const from = await page.evaluate(() => performance.now());
  await act();
  await settled(page);
  return page.evaluate((from) => {
    const { tasks, shifts } = (window as unknown as { seen: Seen }).seen;
    const since = shifts.filter(({ at }) => at >= from);
    return {
      longest: Math.max(0, ...tasks.filter(({ at }) => at >= from).map(({ duration }) => duration)),
      shift: since.reduce((sum, { value }) => sum + value, 0),
      of: since[0]?.of ?? '',
    };
  }, from);
}

/** What people do with the page, in the order in which they come by it. */
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
  test(`ordinary use of the ${size} organization`, async ({ page }) => {
    await watch(page);
    await startDemo(page);
    if (size === 'large') await makeLarge(page);
    await page.reload();
    await expectLanding(page);
    const rows: [string, { longest: number; shift: number; of: string }][] = [];
    for (const [what, act] of use(page)) rows.push([what, await step(page, act)]);
    const about = size === 'large' ? `${LARGE.people} people, ${LARGE.teams} teams, ${LARGE.registries} registries` : 'the demo organization';
    report(`${about}: longest task in milliseconds (0: none over ${LIMIT})`, rows.map(([what, { longest }]) => [what, longest, LIMIT]));
    report(`${about}: layout shift`, rows.map(([what, { shift }]) => [what, shift, 0]));
    for (const [what, { shift, of }] of rows) if (shift > 0) console.log(`  ${what}: ${shift.toFixed(4)} ${of}`);
  });
}

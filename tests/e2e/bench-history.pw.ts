/**
 * The history of long logs: 15,000 small records in local storage, and 100,000 in memory. For each step the longest task of the
 * main thread and its whole work, both the median of the runs. And what opening 15,000 records takes, beside reading them alone.
 */

import type { Browser, Page } from '@playwright/test';
import { expectLanding, startDemo, visit } from './support/app.ts';
import { report } from './support/report.ts';
import { describeOften, snapshot, type Values, workspace } from './support/storage.ts';
import { expect, test } from './support/test.ts';
import { longestTask, median, startMeasuring, workFor } from './support/work.ts';

const RUNS = 5;
const LIMIT = 50;

/** Opening a log takes at most this many times as long as reading its keys. */
const OPENING_LIMIT = 2;

/** A step, with what has to be done before it each time. It gets a record 1,000 before the last one. */
type Step = [what: string, prepare: (page: Page) => Promise<unknown>, act: (page: Page, record: string) => Promise<unknown>];

const entries = (page: Page) => page.locator('.history-list > li');
const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the history' });

async function openHistory(page: Page): Promise<void> {
  await visit(page, '#/history');
  await entries(page).first().waitFor();
}

/** Leaves the page of the history, so that opening it begins anew. */
async function leave(page: Page): Promise<void> {
  await visit(page, '#/about');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/About/);
}

/** A record 1,000 before the last one. */
function recordBefore(page: Page): Promise<string> {
  return page.evaluate(() => window.registrar.history({ limit: 1000 }).at(-1)?.record ?? '');
}

/** A tab undoes its own last change. */
async function change(page: Page): Promise<void> {
  await leave(page);
  await page.evaluate(() => void window.registrar.do({ type: 'describeRegistry', registry: 'Playground', description: String(Math.random()) }));
}

async function undo(page: Page, record?: string): Promise<void> {
  await page.evaluate((record) => void window.registrar.undo(record), record);
}

const STEPS: Step[] = [
  ['open the history', leave, openHistory],
  ['filter it by a text', openHistory, async (page) => {
    await page.getByLabel('Search the history').fill('rare words');
    await expect(entries(page)).toHaveCount(1);
  }],
  ['turn a page', openHistory, async (page) => {
    await page.getByRole('link', { name: 'Next' }).first().click();
    await expect(page).toHaveURL(/page=2/);
  }],
  ['undo the last change', change, (page) => undo(page)],
  ['undo one 1,000 records back', leave, undo],
  ['look at a moment', leave, async (page) => {
    await visit(page, '#/history');
    await entries(page).nth(3).getByRole('button', { name: /^Look at this moment/ }).click();
    await slider(page).waitFor();
  }],
  ['move the slider to the middle', async () => undefined, async (page) => {
    await slider(page).evaluate((element) => {
      const input = element as HTMLInputElement;
      input.value = String(Math.round(Number(input.max) * Math.random()));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }],
];

/** Does every step some times, and reports its median. */
async function measure(page: Page, browser: Browser, about: string): Promise<void> {
  await page.evaluate(() => window.registrar.checkpoint('Rare words'));
  const tasks: [string, number, number][] = [];
  const totals: [string, number, number][] = [];
  for (const [what, prepare, act] of STEPS) {
    const [longest, work]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      await prepare(page);
      const record = await recordBefore(page);
      longest.push((await longestTask(page, browser, () => act(page, record))).thread);
    }
    const session = await startMeasuring(page);
    for (let run = 0; run < RUNS; run += 1) {
      await prepare(page);
      const record = await recordBefore(page);
      work.push((await workFor(page, session, async () => void (await act(page, record)))).all);
    }
    await session.detach();
    tasks.push([what, median(longest.slice(1)), LIMIT]);
    totals.push([what, median(work.slice(1)), Infinity]);
  }
  report(`${about}: longest task, milliseconds of the main thread`, tasks);
  report(`${about}: milliseconds of the main thread`, totals);
  for (const [what, task] of tasks) expect.soft(task, `longest task to ${what}`).toBeLessThanOrEqual(LIMIT);
}

test('the history of 15,000 records stays quick', async ({ page, browser }) => {
  test.setTimeout(10 * 60_000);
  await startDemo(page);
  await describeOften(page, 15_000);
  await page.reload();
  await expectLanding(page);
  await measure(page, browser, 'A log of 15,000 records');
});

test('opening 15,000 records takes little more than reading them', async ({ page }) => {
  await startDemo(page);
  await describeOften(page, 15_000);
  const [reading, opening] = await page.evaluate((runs) => {
    const [long] = window.registrar.workspaces();
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`registrar:${long?.key}:`));
    window.registrar.startEmpty({ organization: 'Short', name: 'Ada', username: 'ada', email: 'ada@short.example' });
    const [short] = window.registrar.workspaces();
    const timed = (act: () => void) => {
      const start = performance.now();
      act();
      return performance.now() - start;
    };
    const times: [number, number][] = [];
    for (let run = 0; run < runs; run += 1) {
      const reading = timed(() => keys.forEach((key) => localStorage.getItem(key)));
      times.push([reading, timed(() => window.registrar.openWorkspace(long?.key ?? ''))]);
      window.registrar.openWorkspace(short?.key ?? '');
    }
    const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
    return [median(times.map(([reading]) => reading)), median(times.map(([, opening]) => opening))] as const;
  }, 9);
  report('Opening 15,000 records, milliseconds', [['reading their keys in JavaScript', reading, Infinity], ['opening', opening, Infinity]]);
  report('Opening 15,000 records, compared with reading them', [['times', opening / reading, OPENING_LIMIT]]);
  expect.soft(opening / reading, 'opening, compared with reading').toBeLessThanOrEqual(OPENING_LIMIT);
});

test('the history of 100,000 records in memory stays quick', async ({ page, browser }) => {
  test.setTimeout(10 * 60_000);
  await startDemo(page);
  const key = await workspace(page);
  const values: Values = {};
  await describeOften(page, 100_000, values);
  const stored = { ...(await snapshot(page)), ...values };
  const prefix = `registrar:${key}:`;
  const short = Object.entries(stored).filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]);
  const archive = JSON.parse(await page.evaluate(() => window.registrar.archive())) as { values: Values };
  await page.goto('./?storage=blocked#/');
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'long.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...archive, values: { ...archive.values, ...Object.fromEntries(short) } })),
  });
  await expect(page.locator('.card').first()).toBeVisible({ timeout: 120_000 });
  await measure(page, browser, 'A log of 100,000 records in memory');
});

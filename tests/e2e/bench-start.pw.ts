/**
 * How long the page takes to start: from the navigation until a click does what it says. Beside it, in the same rounds, a
 * minimal Yew page built by the same profile, and with `--against` another build of the site.
 *
 * Every round visits each site in a browser of its own: first with nothing in it, then, as somebody who comes back does, with a
 * warm HTTP cache and the demo organization stored.
 */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { serve } from './server.ts';
import { report } from './support/report.ts';
import { median } from './support/work.ts';

const ROUNDS = 9;
const LIGHTHOUSE = 'lighthouse@12.8.2';

const SITE = fileURLToPath(new URL('../../dist', import.meta.url));
const COUNTER = process.env['BENCH_COUNTER'] ?? fileURLToPath(new URL('../../target/counter', import.meta.url));
const AGAINST = process.env['BENCH_AGAINST'];

/** At most this many times the counter, and this part of the other build. */
const LIMITS = { counter: 2.5, first: 0.3, warm: 1.2 };

/** What is clicked, found by its text, and what the click shows. */
interface Click {
  control: string;
  text: string;
  shows: string;
  says: string;
}

const COUNT: Click = { control: 'button', text: '+1', shows: 'p', says: '1' };
const WELCOME: Click = { control: 'a, button', text: 'Start empty', shows: 'h1', says: 'Start empty' };
const LANDING: Click = { control: '.card a', text: 'Playground', shows: 'h1', says: 'Playground' };

interface Variant {
  name: string;
  url: string;
  first: Click;
  warm?: Click;
}

const CONDITIONS = [
  { name: 'as it is', cpu: 1, network: false },
  { name: 'at a quarter of the speed', cpu: 4, network: false },
  { name: 'at 10 Mbit/s and 40 ms', cpu: 1, network: true },
];

test('the page starts quickly', async () => {
  test.setTimeout(30 * 60_000);
  const folders = [COUNTER, SITE, ...(AGAINST === undefined ? [] : [AGAINST])];
  const hosts = await Promise.all(folders.map((folder) => serve(folder, { compressed: true })));
  const variants: Variant[] = hosts.map(({ url }, nth) =>
    nth === 0 ? { name: 'counter', url, first: COUNT } : { name: nth === 1 ? 'registrar' : 'other build', url, first: WELCOME, warm: LANDING },
  );
  const browser = await chromium.launch(test.info().project.use.launchOptions);
  const times = new Map<string, number[]>();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const condition of CONDITIONS) {
        for (const variant of variants) {
          const measured = await visits(browser, variant, condition);
          for (const [visit, time] of Object.entries(measured)) {
            const key = `${condition.name}, ${visit}, ${variant.name}`;
            times.set(key, [...(times.get(key) ?? []), time]);
          }
        }
      }
    }
  } finally {
    await browser.close();
    for (const { server } of hosts) server.close();
  }
  for (const { name, network } of CONDITIONS) {
    const of = (visit: string, variant: string) => median(times.get(`${name}, ${visit}, ${variant}`) ?? [Number.NaN]);
    const [counter, first, warm] = [of('first', 'counter'), of('first', 'registrar'), of('warm', 'registrar')];
    const rows: [string, number, number][] = [
      ['the counter', counter, Infinity],
      ['the first visit', first, Infinity],
      ['coming back, with the demo', warm, Infinity],
      ['first visit / counter', first / counter, network ? Infinity : LIMITS.counter],
      ['coming back / counter', warm / counter, Infinity],
    ];
    if (AGAINST !== undefined) {
      const [otherFirst, otherWarm] = [of('first', 'other build'), of('warm', 'other build')];
      rows.push(
        ['the other build’s first visit', otherFirst, Infinity],
        ['the other build, coming back', otherWarm, Infinity],
        ['first visit / other build', first / otherFirst, network ? Infinity : LIMITS.first],
        ['coming back / other build', warm / otherWarm, network ? Infinity : LIMITS.warm],
      );
    }
    report(`Start, ${name}, milliseconds until a click works, median of ${ROUNDS}`, rows);
    for (const [what, figure, limit] of rows) expect.soft(figure, `${what}, ${name}`).toBeLessThanOrEqual(limit);
  }
});

/** Visits a site for the first time, and once more if there is something to come back to. */
async function visits(browser: Browser, { url, first, warm }: Variant, { cpu, network }: (typeof CONDITIONS)[number]): Promise<Record<string, number>> {
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (network) {
      const throughput = 10e6 / 8;
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', { offline: false, latency: 40, downloadThroughput: throughput, uploadThroughput: throughput });
    }
    const times = { first: await timeUntil(page, url, first) };
    if (warm === undefined) return times;
    await page.goto(`${url}#/`);
    await page.getByRole('button', { name: 'Start with the demo organization' }).click();
    await expect(page.getByRole('link', { name: 'Playground' }).first()).toBeVisible();
    await page.goto('about:blank');
    return { ...times, warm: await timeUntil(page, url, warm) };
  } finally {
    await context.close();
  }
}

/** Milliseconds from the navigation until a click does what it says. It is tried in every frame, by the page itself. */
async function timeUntil(page: Page, url: string, click: Click): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(
    ({ control, text, shows, says }) =>
      new Promise<number>((resolve) => {
        const saying = (selector: string, said: string) =>
          [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.textContent?.trim() === said);
        let isClicked = false;
        const look = () => {
          if (isClicked && saying(shows, says)) return resolve(performance.now());
          const found = isClicked ? undefined : saying(control, text);
          if (found) {
            isClicked = true;
            found.click();
          }
          return requestAnimationFrame(look);
        };
        look();
      }),
    click,
  );
}

test('Lighthouse, on a phone', async () => {
  test.setTimeout(10 * 60_000);
  const { url, server } = await serve(SITE, { compressed: true });
  try {
    const npx = join(dirname(process.execPath), process.platform === 'win32' ? 'npx.cmd' : 'npx');
    const chrome = test.info().project.use.launchOptions?.executablePath ?? chromium.executablePath();
    const out = test.info().outputPath('lighthouse.json');
    const options = ['--only-categories=performance', '--output=json', `--output-path=${out}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu', '--quiet'];
    await promisify(execFile)(npx, ['--yes', LIGHTHOUSE, url, ...options], { env: { ...process.env, CHROME_PATH: chrome } });
    const { categories, audits } = JSON.parse(readFileSync(out, 'utf8'));
    const audit = (name: string): number => audits[name].numericValue;
    report(`${LIGHTHOUSE}, mobile`, [
      ['performance, of 100', categories.performance.score * 100, Infinity],
      ['first contentful paint, ms', audit('first-contentful-paint'), Infinity],
      ['largest contentful paint, ms', audit('largest-contentful-paint'), Infinity],
      ['total blocking time, ms', audit('total-blocking-time'), Infinity],
      ['speed index, ms', audit('speed-index'), Infinity],
      ['time to interactive, ms', audit('interactive'), Infinity],
    ]);
  } finally {
    server.close();
  }
});

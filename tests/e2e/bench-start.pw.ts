/**
 * How long the page takes to start: from the navigation until a click does what it says. Beside it, in the same rounds, a
 * minimal Yew page built by the same profile, a plain JavaScript page with the same landing, the page in a single file opened
 * from disk, and with `--against` another build of the site.
 *
 * Every round visits each site in a browser of its own: first with nothing in it, then, as somebody who comes back does, with
 * the demo organization stored and the site kept by its worker, and then without a network.
 */

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { serve } from './server.ts';
import { report } from './support/report.ts';
import { median } from './support/work.ts';

const ROUNDS = 9;

const SITE = fileURLToPath(new URL('../../dist', import.meta.url));
const COUNTER = process.env['BENCH_COUNTER'] ?? fileURLToPath(new URL('../../target/counter', import.meta.url));
const PLAIN = fileURLToPath(new URL('../plain', import.meta.url));
const OTHER_BUILD = process.env['BENCH_AGAINST'];

/** At most this many times the counter, this part of the other build, and this many times coming back to the site. */
const LIMITS = { counter: 2.5, first: 0.3, warm: 1.2, file: 1.5 };

/** Without a network at most this many times as long as coming back with one, and this many milliseconds at a quarter of the speed. */
const OFFLINE_LIMITS = { warm: 1.2, slow: 1200 };

/** A click on the element with a text, and the text that it shows. */
interface Click {
  control: string;
  text: string;
  shows: string;
  says: string;
}

const COUNT: Click = { control: 'button', text: '+1', shows: 'p', says: '1' };
const WELCOME: Click = { control: 'a, button', text: 'Start empty', shows: 'h1', says: 'Start empty' };
const START: Click = { control: 'button', text: 'Start with the demo organization', shows: 'h1', says: 'Registry' };
const LANDING: Click = { control: '.card a', text: 'Playground', shows: 'h1', says: 'Playground' };

interface Variant {
  name: string;
  url: string;
  first: Click;
  warm?: Click;
  /** Whether the site has a worker. */
  isKept?: boolean;
}

const CONDITIONS = [
  { name: 'as it is', cpu: 1, network: false },
  { name: 'at a quarter of the speed', cpu: 4, network: false },
  { name: 'at 10 Mbit/s and 40 ms', cpu: 1, network: true },
];

test('the page starts quickly', async () => {
  test.setTimeout(30 * 60_000);
  const sites: [folder: string, Omit<Variant, 'url'>][] = [
    [COUNTER, { name: 'counter', first: COUNT }],
    [PLAIN, { name: 'plain page', first: START, warm: LANDING }],
    [SITE, { name: 'registrar', first: WELCOME, warm: LANDING, isKept: true }],
    ...(OTHER_BUILD === undefined ? [] : [[OTHER_BUILD, { name: 'other build', first: WELCOME, warm: LANDING }] as [string, Omit<Variant, 'url'>]]),
  ];
  const hosts = await Promise.all(sites.map(([folder]) => serve(folder, { compressed: true })));
  const variants: Variant[] = hosts.map(({ url }, nth) => ({ ...(sites[nth] as (typeof sites)[number])[1], url }));
  variants.push({ name: 'single file', url: pathToFileURL(join(SITE, 'registrar.html')).href, first: WELCOME, warm: LANDING });
  const browser = await chromium.launch(test.info().project.use.launchOptions);
  const times = new Map<string, number[]>();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const condition of CONDITIONS) {
        for (const variant of variants) {
          if (condition.network && variant.url.startsWith('file:')) continue;
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
  for (const { name, cpu, network } of CONDITIONS) {
    const of = (visit: string, variant: string) => median(times.get(`${name}, ${visit}, ${variant}`) ?? [Number.NaN]);
    const [counter, first, warm] = [of('first', 'counter'), of('first', 'registrar'), of('warm', 'registrar')];
    const [plain, offline] = [of('warm', 'plain page'), of('offline', 'registrar')];
    const rows: [string, number, number][] = [
      ['the counter', counter, Infinity],
      ['the first visit', first, Infinity],
      ['coming back, with the demo', warm, Infinity],
      ['first visit / counter', first / counter, network ? Infinity : LIMITS.counter],
      ['coming back / counter', warm / counter, Infinity],
      ['the plain page’s first visit', of('first', 'plain page'), Infinity],
      ['coming back to the plain page', plain, Infinity],
      ['without a network', offline, cpu === 4 ? OFFLINE_LIMITS.slow : Infinity],
      ['without a network / coming back', offline / warm, network ? Infinity : OFFLINE_LIMITS.warm],
    ];
    if (!network) {
      const file = of('warm', 'single file');
      rows.push(
        ['the single file, first', of('first', 'single file'), Infinity],
        ['the single file, coming back', file, Infinity],
        ['single file / site, coming back', file / warm, cpu > 1 ? LIMITS.file : Infinity],
      );
    }
    if (OTHER_BUILD !== undefined) {
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
async function visits(browser: Browser, { url, first, warm, isKept }: Variant, { cpu, network }: (typeof CONDITIONS)[number]): Promise<Record<string, number>> {
  const context = await browser.newContext({ locale: 'en-US', serviceWorkers: 'allow' });
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
    const start = page.getByRole('button', { name: 'Start with the demo organization' });
    if (first !== START) await start.click();
    await expect(page.getByRole('link', { name: 'Playground' }).first()).toBeVisible();
    if (isKept) await expect(page.locator('html')).toHaveAttribute('data-offline', /new|ready/, { timeout: 60_000 });
    await page.goto('about:blank');
    const back = { ...times, warm: await timeUntil(page, url, warm) };
    if (!isKept) return back;
    await page.goto('about:blank');
    await context.setOffline(true);
    return { ...back, offline: await timeUntil(page, url, warm) };
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

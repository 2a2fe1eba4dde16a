/** How much the main thread works: measured by the browser itself, in the thread's own time. */

import type { CDPSession, Page } from '@playwright/test';

/** What the browser counts of the main thread's work: all of it, and the parts that it tells apart. */
const METRICS = {
  all: 'TaskDuration',
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  layout: 'LayoutDuration',
} as const;

/** Milliseconds of the main thread. */
export type Work = Record<keyof typeof METRICS, number>;

/** Begins to measure. What else the machine does meanwhile is not counted. */
export async function measuring(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Waits until the main thread has nothing left to do. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve)))),
  );
}

/** What the main thread works for something that is done in the page, until everything is painted. */
export async function workFor(page: Page, session: CDPSession, act: () => Promise<void>): Promise<Work> {
  await settled(page);
  const before = await worked(session);
  await act();
  await settled(page);
  const after = await worked(session);
  return {
    all: after.all - before.all,
    script: after.script - before.script,
    style: after.style - before.style,
    layout: after.layout - before.layout,
  };
}

/** The main thread's work so far. */
export async function worked(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (part: keyof Work) => {
    const seconds = metrics.find(({ name }) => name === METRICS[part])?.value;
    if (seconds === undefined) throw new Error(`the browser does not tell ${METRICS[part]}`);
    return seconds * 1000;
  };
  return { all: of('all'), script: of('script'), style: of('style'), layout: of('layout') };
}

/** In ascending order. */
export function sorted(values: number[]): number[] {
  return [...values].sort((one, other) => one - other);
}

/** The one in the middle. */
export function median(values: number[]): number {
  const middle = Math.floor(values.length / 2);
  const [low, high] = values.length % 2 ? sorted(values).slice(middle, middle + 1) : sorted(values).slice(middle - 1, middle + 1);
  return ((low ?? 0) + (high ?? low ?? 0)) / 2;
}

/** The main thread's work, measured by the browser in the thread's own time. */

import type { CDPSession, Page } from '@playwright/test';

/** The browser's metrics of the main thread: the total and its parts. */
const METRICS = {
  all: 'TaskDuration',
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  layout: 'LayoutDuration',
} as const;

/** Milliseconds of the main thread. */
export type Work = Record<keyof typeof METRICS, number>;

/** Starts measuring. Work of other processes does not count. */
export async function startMeasuring(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Waits until the main thread is idle. */
export async function waitForIdle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve)))),
  );
}

/** The main thread's work for an action, until everything is painted. */
export async function workFor(page: Page, session: CDPSession, act: () => Promise<void>): Promise<Work> {
  await waitForIdle(page);
  const before = await workSoFar(session);
  await act();
  await waitForIdle(page);
  const after = await workSoFar(session);
  return {
    all: after.all - before.all,
    script: after.script - before.script,
    style: after.style - before.style,
    layout: after.layout - before.layout,
  };
}

/** The main thread's work so far. */
export async function workSoFar(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (part: keyof Work) => {
    const seconds = metrics.find(({ name }) => name === METRICS[part])?.value;
    if (seconds === undefined) throw new Error(`the browser does not tell ${METRICS[part]}`);
    return seconds * 1000;
  };
  return { all: of('all'), script: of('script'), style: of('style'), layout: of('layout') };
}

export function sorted(values: number[]): number[] {
  return [...values].sort((one, other) => one - other);
}

export function median(values: number[]): number {
  const middle = Math.floor(values.length / 2);
  const [low, high] = values.length % 2 ? sorted(values).slice(middle, middle + 1) : sorted(values).slice(middle - 1, middle + 1);
  return ((low ?? 0) + (high ?? low ?? 0)) / 2;
}

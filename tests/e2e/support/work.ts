/** The main thread's work, measured by the browser in the thread's own time. */

import type { Browser, CDPSession, Page } from '@playwright/test';

/** The browser's metrics of the main thread: the total and its parts. */
const METRICS = {
  all: 'TaskDuration',
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  layout: 'LayoutDuration',
} as const;

/** A trace event. Durations are in microseconds, by wall time and by the thread's own time. */
interface Traced {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** The longest task of a page's main thread, in milliseconds. */
export interface Longest {
  thread: number;
  clock: number;
}

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
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 1000 })))),
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

/** The longest task of the main thread during an action, until everything is painted. */
export async function longestTask(page: Page, browser: Browser, act: () => Promise<unknown>): Promise<Longest> {
  await waitForIdle(page);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await act();
  await waitForIdle(page);
  return longestOf((await browser.stopTracing()).toString());
}

/** The longest task of a trace. */
function longestOf(trace: string): Longest {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: Traced[] };
  const thread = ({ pid, tid }: Traced) => `${pid}.${tid}`;
  const main = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread);
  const tasks = traceEvents.filter((event) => event.name === 'ThreadControllerImpl::RunTask' && main.includes(thread(event)));
  if (tasks.length === 0) throw new Error('the browser traces no tasks');
  const most = (of: (task: Traced) => number | undefined) => Math.max(...tasks.map((task) => of(task) ?? 0)) / 1000;
  return { thread: most(({ tdur }) => tdur), clock: most(({ dur }) => dur) };
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

/** The walkthroughs: their bar, their marks, and what they must not do to the page. */

import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The bar. */
export const coach = (page: Page): Locator => page.locator('#coach');

/** The marks as they are stored, a letter each: `x` done, `s` skipped, `m` moot, `-` open. Without a name, those of the first walkthrough. */
export async function marks(page: Page, walk?: string): Promise<string> {
  return page.evaluate((walk) => {
    interface Progress { steps?: string }
    const text = localStorage.getItem('registrar:prefs:walkthrough') ?? '{}';
    const stored = JSON.parse(text) as Progress & { further?: Record<string, Progress> };
    return (walk === undefined ? stored : stored.further?.[walk])?.steps ?? '';
  }, walk);
}

/** A layout shift, with the elements that moved. */
interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Starts recording layout shifts without input, and returns what moved in each. */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    const moved = ({ node, previousRect: before, currentRect: after }: LayoutShift['sources'][number]) =>
      `${node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent} from ${before.x}, ${before.y} to ${after.x}, ${after.y}`;
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
        if (!hadRecentInput) shifts.push(sources.map(moved).join('; '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

/** Records every line that the bar and the dialog show, however shortly, and returns them. Each comes once, until another follows. */
export async function watchLines(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const lines: string[] = [];
    Object.assign(window, { lines });
    // A callback runs before the browser paints, so it sees also what is shown for less than a frame.
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const changed = [target, ...addedNodes].map((node) => (node instanceof Element ? node : node.parentElement));
        for (const element of changed) {
          const shown = [element?.closest('#coach, .walk-line'), ...(element?.querySelectorAll('#coach, .walk-line') ?? [])];
          for (const line of shown) {
            const text = line?.textContent;
            if (text !== undefined && text !== null && text !== lines.at(-1)) lines.push(text);
          }
        }
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { lines: string[] }).lines);
}

/** The page is no wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

/** The bar covers no focused button of the page. */
async function expectFocusInSight(page: Page): Promise<void> {
  const isCovered = () => page.evaluate(() => {
    const bar = document.querySelector('#coach')?.getBoundingClientRect();
    const focused = document.activeElement?.getBoundingClientRect();
    const inDialog = document.activeElement?.closest('dialog, #coach') !== null;
    return !inDialog && bar !== undefined && focused !== undefined && focused.top >= bar.top && focused.top < bar.bottom;
  });
  await expect.poll(isCovered, 'what has the focus is not under the bar').toBe(false);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Moves the focus to an element by the Tab key alone. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectFocusInSight(page);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${String(target)}`);
}

/** Presses a link or a button by the keyboard. */
export async function follow(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await press(page, 'Enter');
}

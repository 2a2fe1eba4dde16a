/** Every window and all colors in which a screen is looked at, and what axe finds there. */

import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** A phone, a tablet, a desk. Walks are made in the first: what is folded away there is reached as on a phone. */
export const WIDTHS = [320, 768, 1280] as const;
const HEIGHT = 800;

const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const;
const OTHER_COLORS = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colors': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** The window and the colors that a walk is made in. */
export const BASE = { viewport: { width: WIDTHS[0], height: HEIGHT }, colorScheme: LIGHT.colorScheme } as const;

/**
 * The rules of axe that ask for a color (all that it tags `cat.color`, but for the stricter contrast, which is off).
 *
 * No other rule can answer otherwise in other colors: they read the document's tree, which no emulation changes, whether
 * an element is shown, and where it stands, which `layout` proves to be the same.
 */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it is: every rule, best practices too, at every impact; or only what colors decide. */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // Half a megabyte: once for each document, not once for each run.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // There are no frames here.
  const options: RunOptions = { resultTypes: ['violations'], iframes: false, ...(rules && { runOnly: rules }) };
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${id} (${impact}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  }, options);
}

/** Where everything stands, but for what is told in passing: that goes by itself. */
async function layout(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.toasts, .toasts *)')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName}.${element.getAttribute('class')} ${x} ${y} ${width} ${height}`;
    }),
  );
}

/** What is open over the page: a change of the window must not close what is being looked at. */
async function open(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dialog:modal, [role=listbox]')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}

/** Two frames: one in which the page hears of the change, one in which it is drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * What is wrong with a screen in any window and any colors, by both. It is changed where it stands: getting there again
 * for each of the nine would take nine times as long.
 */
export async function inEveryLook(page: Page, measure: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const before = await open(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await drawn(page);
    const now = await open(page);
    const closed = before.filter((what) => !now.includes(what)).map((what) => `closed by the change: ${what}`);
    found[`${width} px, light`] = [...closed, ...(await findings(page)), ...(await measure(page))];
    const inLight = await layout(page);
    for (const [colors, emulated] of Object.entries(OTHER_COLORS)) {
      await page.emulateMedia(emulated);
      await drawn(page);
      const now = await layout(page);
      const moved = inLight.filter((place, at) => place !== now[at]).slice(0, 3).map((place) => `stands elsewhere: ${place}`);
      found[`${width} px, ${colors}`] = [...moved, ...(await findings(page, COLOR_RULES))];
    }
    await page.emulateMedia(LIGHT);
  }
  await page.setViewportSize(BASE.viewport);
  await drawn(page);
  return Object.fromEntries(Object.entries(found).filter(([, problems]) => problems.length > 0));
}

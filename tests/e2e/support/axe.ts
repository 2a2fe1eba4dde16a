/** The windows and colors of the accessibility tests, and the findings of axe. */

import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** A phone, a tablet and a desktop. Walks use the first, so that they reach collapsed parts as on a phone. */
export const WIDTHS = [320, 768, 1280] as const;
const HEIGHT = 800;

const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const;
const OTHER_COLORS = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colors': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** The window and the colors of walks. */
export const BASE = { viewport: { width: WIDTHS[0], height: HEIGHT }, colorScheme: LIGHT.colorScheme } as const;

/**
 * The axe rules that depend on colors: all with the tag `cat.color`, except for the enhanced contrast, which is off.
 *
 * All other rules give the same result in other colors. They read the document's tree, visibility and position, and
 * `layout` proves that these are the same.
 */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * The findings of axe on the page: of every rule including best practices, at every impact, or of the color rules
 * only.
 */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // The script has half a megabyte, so it is added once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // The page has no frames.
  const options: RunOptions = { resultTypes: ['violations'], iframes: false, ...(rules && { runOnly: rules }) };
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${id} (${impact}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  }, options);
}

/** The positions of all elements, except for toasts, which disappear by themselves. */
async function layout(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.toasts, .toasts *)')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName}.${element.getAttribute('class')} ${x} ${y} ${width} ${height}`;
    }),
  );
}

/** The open dialogs and popovers. Resizing the window must not close the tested one. */
async function openLayers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dialog:modal, [role=listbox]')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}

/** Waits two frames: one for the change to arrive, and one for the render. */
async function waitForRender(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * The findings on a screen in all windows and all colors. The screen is resized in place, since reaching it again for
 * each of the nine would take nine times as long.
 */
export async function inAllWindows(page: Page, measure: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const before = await openLayers(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await waitForRender(page);
    const now = await openLayers(page);
    const closed = before.filter((what) => !now.includes(what)).map((what) => `closed by the change: ${what}`);
    found[`${width} px, light`] = [...closed, ...(await findings(page)), ...(await measure(page))];
    const [inLight, scroll] = [await layout(page), await page.evaluate(() => scrollY)];
    for (const [colors, emulated] of Object.entries(OTHER_COLORS)) {
      await page.emulateMedia(emulated);
      await waitForRender(page);
      // The browser may scroll to what it has anchored since the window changed. That moves no element among the others.
      await page.evaluate((y) => scrollTo(0, y), scroll);
      const now = await layout(page);
      const moved = inLight.flatMap((place, at) => (place === now[at] ? [] : [`stands elsewhere: ${place}, now ${now[at]}`])).slice(0, 3);
      found[`${width} px, ${colors}`] = [...moved, ...(await findings(page, COLOR_RULES))];
    }
    await page.emulateMedia(LIGHT);
  }
  await page.setViewportSize(BASE.viewport);
  await waitForRender(page);
  return Object.fromEntries(Object.entries(found).filter(([, problems]) => problems.length > 0));
}

/** Measurements of a screen beyond axe. Each returns its findings. */

import type { Page } from '@playwright/test';

/** Targets below 24 by 24 px without enough distance from others, except within sentences (WCAG 2.5.8). */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sought = 'a[href], button, input, select, textarea, summary, [role=option], [role=checkbox]';
    const modal = document.querySelector('dialog:modal');
    const targets = [...(modal ?? document).querySelectorAll<HTMLElement>(sought)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'))
      // A label extends the target of its field.
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const isSmall = (box: DOMRect) => box.width < 24 || box.height < 24;
    const isInSentence = (element: HTMLElement) => {
      const text = element.parentElement?.textContent?.trim() ?? '';
      return getComputedStyle(element).display === 'inline' && text !== element.textContent?.trim();
    };
    const center = (box: DOMRect) => [box.x + box.width / 2, box.y + box.height / 2] as const;
    const isNear = (small: DOMRect, other: DOMRect) => {
      const [x, y] = center(small);
      const [otherX, otherY] = center(other);
      if (isSmall(other) && Math.hypot(x - otherX, y - otherY) < 24) return true;
      return Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)) < 12;
    };
    return targets
      .filter(({ element, box }) => isSmall(box) && !isInSentence(element))
      .filter(({ element, box }) => targets.some((other) => other.element !== element && isNear(box, other.box)))
      .map(({ element, box }) => `${box.width} × ${box.height} px: ${element.outerHTML.slice(0, 160)}`);
  });
}

/** Running animations and transitions. */
export async function runningAnimations(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => animation.playState === 'running' && Number(animation.effect?.getComputedTiming().duration) > 1)
      .map((animation) => `moves: ${(animation.effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 160)}`),
  );
}

/** Text spacing of WCAG 1.4.12. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** Text that is clipped, or that widens the page, with spaced text. */
export async function clippedBySpacing(page: Page): Promise<string[]> {
  return (await cutOff(page, SPACED)).map((lost) => `with spaced text: ${lost}`);
}

/** Text that is clipped, or that widens the page, with additional styles. */
export async function cutOff(page: Page, styles = ''): Promise<string[]> {
  return page.evaluate((styles) => {
    const sheet = new CSSStyleSheet();
    // The page's policy allows additional styles only as a constructed style sheet.
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
    const root = document.documentElement;
    const lost = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px wide`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const cuts = (overflow: string) => ['hidden', 'clip'].includes(overflow);
      const isCut =
        (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      // An ellipsis shows that a text continues, and a linked page shows the whole text.
      const isMeant = style.textOverflow === 'ellipsis' || style.getPropertyValue('-webkit-line-clamp') !== 'none';
      if (!isCut || isMeant || element.closest('.visually-hidden, svg, select, input') || !element.checkVisibility()) continue;
      // Elements of one pixel are for screen readers.
      if (!element.matches('.shell') && element.clientWidth > 1) lost.push(`cut off: ${element.outerHTML.slice(0, 160)}`);
    }
    document.adoptedStyleSheets = [];
    return lost;
  }, styles);
}

/** Elements that extend beyond the window. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    // The frame clips overflow, so each element is measured, unless a smaller box clips or scrolls it.
    const isCut = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null || parent.matches('.shell, body')) return false;
      return getComputedStyle(parent).overflowX !== 'visible' || isCut(parent);
    };
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('svg') && !isCut(element),
    );
    if (wide.length === 0 && root.scrollWidth <= root.clientWidth) return [];
    return [
      `${root.scrollWidth} px in a window of ${root.clientWidth} px`,
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}

/** Sticky elements that cover more than a third of the window while the page scrolls. */
export async function largeStickyElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const stays = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        ['sticky', 'fixed'].includes(getComputedStyle(element).position) &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches('.skip-link, .toasts, .visually-hidden, dialog') &&
        !element.closest('dialog'),
    );
    const heights = stays.map((element) => {
      const { top, bottom, width } = element.getBoundingClientRect();
      return width < innerWidth / 2 ? 0 : Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
    });
    const covered = heights.reduce((sum, height) => sum + height, 0);
    scrollTo(0, 0);
    if (covered <= innerHeight / 3) return [];
    return [`${covered} of ${innerHeight} px are covered: ${stays.map((element) => element.className).join(', ')}`];
  });
}

/**
 * Focused elements that are invisible, outside of the window or below a sticky element (WCAG 2.4.11), and sticky
 * elements that are taller than the window and do not scroll. Open lists are exempt, since they close when the focus
 * moves on.
 */
export async function hiddenFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    if ([...document.querySelectorAll('[role=listbox]')].some(isShown)) return [];
    const before = document.activeElement as HTMLElement | null;
    const root = document.querySelector('dialog:modal') ?? document;
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const unseen = [...root.querySelectorAll<HTMLElement>(stops)]
      .filter((element) => isShown(element) && element.tabIndex >= 0 && !element.closest('[inert]'))
      .filter((element) => {
        element.focus();
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
        const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y];
        // It is visible if it is uppermost at one of these points.
        return ![0.05, 0.5, 0.95].some((part) =>
          [0.05, 0.5, 0.95].some((other) => {
            const uppermost = document.elementFromPoint(x + width * part, y + height * other);
            return width > 0 && height > 0 && uppermost !== null && (element.contains(uppermost) || uppermost.contains(element));
          }),
        );
      })
      .map((element) => `has the focus unseen: ${element.outerHTML.slice(0, 160)}`);
    before?.focus();
    const large = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { position, top, bottom, overflowY } = getComputedStyle(element);
        // An element that sticks to a side only, such as the first column of a table, still scrolls vertically.
        const stays = position === 'fixed' || (position === 'sticky' && (top !== 'auto' || bottom !== 'auto'));
        return stays && overflowY === 'visible' && element.getBoundingClientRect().height > innerHeight && isShown(element);
      })
      .map((element) => `larger than the window: ${element.outerHTML.slice(0, 160)}`);
    return [...unseen, ...large];
  });
}

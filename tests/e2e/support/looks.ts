/** What is measured of a screen as it is, beyond what axe knows: each answers with what is wrong. */

import type { Page } from '@playwright/test';

/** Targets that are smaller than 24 by 24 px and not far enough from others, unless they stand in a sentence (WCAG 2.5.8). */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sought = 'a[href], button, input, select, textarea, summary, [role=option], [role=checkbox]';
    const modal = document.querySelector('dialog:modal');
    const targets = [...(modal ?? document).querySelectorAll<HTMLElement>(sought)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'))
      // A label is a target of its field.
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

/** What moves although nothing is to move. */
export async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => animation.playState === 'running' && Number(animation.effect?.getComputedTiming().duration) > 1)
      .map((animation) => `moves: ${(animation.effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 160)}`),
  );
}

/** What is cut off, or makes the page wider, where text is set as wide apart as WCAG 1.4.12 says. */
export async function lostToSpacing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // Constructed: the page's policy knows no other way to bring a style in.
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
    const root = document.documentElement;
    const lost = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px wide with spaced text`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const cuts = [style.overflowX, style.overflowY].some((overflow) => ['hidden', 'clip'].includes(overflow));
      // What ends in dots says so, and what is clamped can be read where it leads.
      const isMeant = style.textOverflow === 'ellipsis' || style.getPropertyValue('-webkit-line-clamp') !== 'none';
      if (!cuts || isMeant || element.closest('.visually-hidden, svg, select, input') || !element.checkVisibility()) continue;
      // What is one pixel wide is for the ears.
      if (element.matches('.shell') || element.clientWidth <= 1) continue;
      if (element.scrollWidth > element.clientWidth + 1 || (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)) {
        lost.push(`cut off with spaced text: ${element.outerHTML.slice(0, 160)}`);
      }
    }
    document.adoptedStyleSheets = [];
    return lost;
  });
}

/** What stays in the window while the page is scrolled, if it covers more than a third of it. */
export async function covering(page: Page): Promise<string[]> {
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

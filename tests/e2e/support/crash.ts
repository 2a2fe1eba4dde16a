/** Crashes of the page, by a panic and by an exhausted stack. */

import { expect, type Page } from '@playwright/test';
import { visit } from './app.ts';
import type { Watch } from './test.ts';

/** The heading and the title of the crash screen. */
export const STOPPED = 'Registrar has stopped';

/** Makes the program panic. */
export async function crash(page: Page, watch: Watch): Promise<void> {
  watch.allow(/unreachable|crashed on purpose/);
  await visit(page, '#/crash-test');
  await page.getByRole('button', { name: 'Crash now' }).click();
  await expectStopped(page);
}

/** Exhausts the program's stack by recursion, which stops it without a panic. */
export async function exhaust(page: Page, watch: Watch): Promise<void> {
  watch.allow(/Maximum call stack size exceeded/);
  await page.evaluate(() => {
    const { registrar } = window as unknown as { registrar: { account(): unknown } };
    setTimeout(function recurse() {
      registrar.account();
      recurse();
    });
  });
  await expectStopped(page);
}

/** Reloads the page from the crash screen, and waits until the program runs again. */
export async function reload(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Reload' }).click();
  // The stopped page stays for a moment, and takes an address that is set meanwhile along.
  await page.waitForFunction(() => 'registrar' in window && !('crashed' in document.documentElement.dataset));
}

/** The crash screen is there. */
export async function expectStopped(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: STOPPED })).toBeVisible();
  await expect(page).toHaveTitle(STOPPED);
}

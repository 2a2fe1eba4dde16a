/** The page API for tests. */

import type { Page } from '@playwright/test';
import type { Action, Registrar, Verdict, View } from '../../../src/scripting/registrar.d.ts';

/** Waits until the page API exists. */
export async function api(page: Page): Promise<void> {
  await page.waitForFunction(() => 'registrar' in window);
}

/** Acts as an account, and returns its view. */
export async function viewOf(page: Page, account: string): Promise<View> {
  return page.evaluate((account) => {
    const registrar = (window as unknown as { registrar: Registrar }).registrar;
    registrar.actAs(account);
    return registrar.view() as View;
  }, account);
}

/** Applies actions as the acting account. */
export async function act(page: Page, ...actions: Action[]): Promise<void> {
  await page.evaluate((actions) => void (window as unknown as { registrar: Registrar }).registrar.do(actions), actions);
}

/** Whether the acting account has the permission for an action. Refusals for other reasons don't count. */
export async function isPermitted(page: Page, action: Action): Promise<boolean> {
  return page.evaluate((action) => {
    const checked = (window as unknown as { registrar: Registrar }).registrar.check(action);
    return checked.ok || checked.error.code !== 'denied';
  }, action);
}

/** The verdict on a permission. */
export async function may(page: Page, permission: string, of?: { registry: string } | { team: string } | { project: string }): Promise<Verdict> {
  return page.evaluate(
    ([permission, of]) => (window as unknown as { registrar: { may(...of: unknown[]): Verdict } }).registrar.may(permission, of),
    [permission, of] as const,
  );
}

/** The page *People & teams*, located by role and accessible name. */

import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from './app.ts';

/** The tabs of the page. */
export type Part = 'People' | 'Service accounts' | 'Teams' | 'Organization settings' | 'Import and export';

/** Opens a tab by its link. */
export async function openPart(page: Page, part: Part): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People & teams' }).click();
  const tab = page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name: part, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

/** A button of the page itself. */
export function button(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('button', { name, exact: true });
}

/** The only open dialog. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** The confirming button of the dialog. */
export function confirm(page: Page, name: string): Locator {
  return dialog(page).getByRole('button', { name, exact: true });
}

/** The row of an account in a table. */
export function row(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader').getByRole('link', { name, exact: true }) });
}

/** The block of a team. */
export function team(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** The select of an account's role in the organization. */
export function roleOf(page: Page, name: string): Locator {
  return page.getByRole('combobox', { name: `Organization role of ${name}`, exact: true });
}

/** Fills the fields of the dialog by their labels. */
export async function fillIn(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await dialog(page).getByLabel(label, { exact: true }).fill(value);
}

/** Adds a person, from the tab of people. */
export async function addPerson(page: Page, name: string, username: string, email: string, role?: string): Promise<void> {
  await button(page, 'Add person').click();
  await fillIn(page, { Name: name, Username: username, Email: email });
  if (role !== undefined) await dialog(page).getByLabel('Organization role').selectOption({ label: role });
  await confirm(page, 'Add person').click();
  await expect(dialog(page)).toBeHidden();
}

/** Adds a member to a team, from the tab of teams. */
export async function addToTeam(page: Page, name: string, who: string, role = 'Member'): Promise<void> {
  await team(page, name).getByRole('button', { name: 'Add to team' }).click();
  await dialog(page).getByLabel('People or service accounts').fill(who);
  await dialog(page).getByLabel('Team role').selectOption({ label: role });
  await confirm(page, 'Add to team').click();
}

/** Submits the form of the dialog until it closes, and returns the reported faults. */
export async function faultsUntilClosed(page: Page): Promise<string[]> {
  return dialog(page).evaluate(
    (dialog) =>
      new Promise<string[]>((resolve) => {
        const faults = new Set<string>();
        const watch = new MutationObserver(() => {
          const wrong = dialog.querySelectorAll('[aria-invalid=true], .error-summary, .problem > span:not(:empty), .banner[data-tone=danger]');
          for (const element of wrong) faults.add(element.outerHTML);
          if (dialog.isConnected) return;
          watch.disconnect();
          resolve([...faults]);
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        dialog.querySelector<HTMLElement>('[type=submit]')?.click();
      }),
  );
}

/** Opens the page of an account. */
export async function openAccount(page: Page, name: string): Promise<void> {
  await visit(page, '#/people');
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

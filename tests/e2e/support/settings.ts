/** The settings of a registry, located by role and accessible name. */

import type { Locator, Page } from '@playwright/test';
import { actingAs, link, visit } from './app.ts';
import { encode, put, records, workspace } from './storage.ts';
import { expect } from './test.ts';

/** Opens the settings of a registry by its card and its gear. */
export async function openSettings(page: Page, name: string): Promise<void> {
  await visit(page, '#/');
  await link(page, name).click();
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Settings of ${name}` })).toBeVisible();
}

/** The form with the general settings. */
export function general(page: Page): Locator {
  return page.getByRole('region', { name: 'General' });
}

/** A field of the form. */
export function field(page: Page, label: string): Locator {
  return general(page).getByLabel(label, { exact: true });
}

/** The button that saves the form. */
export function saveButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Save changes' });
}

/** The section of members. */
export function members(page: Page): Locator {
  return page.getByRole('region', { name: 'Registry members and roles' });
}

/** The row of a member. */
export function memberRow(page: Page, name: string): Locator {
  return members(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').filter({ hasText: name }) });
}

/** The select of a member's role. */
export function roleOf(page: Page, name: string): Locator {
  return members(page).getByLabel(`Role of ${name}`, { exact: true });
}

/** Opens the form for members. */
export async function openAdd(page: Page): Promise<Locator> {
  await members(page).getByRole('button', { name: 'Add member' }).click();
  const member = memberField(page);
  await expect(member).toBeFocused();
  return member;
}

/** The field for members. */
export function memberField(page: Page): Locator {
  return members(page).getByLabel('Member', { exact: true });
}

/** The button that adds them. */
export function addButton(page: Page): Locator {
  return members(page).getByRole('button', { name: 'Add new member' });
}

/** The texts that describe a field, without isolates. */
export async function describedBy(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

/** Switches the acting account by the address, on the current page. */
export async function visitAs(page: Page, username: string, name: string): Promise<void> {
  await page.goto(`./?as=${username}${new URL(page.url()).hash}`);
  await expect(actingAs(page)).toHaveValue(name);
}

/** Applies actions as the founder in another tab. The open page learns of it if another page of its context writes it. */
export async function dispatchInOtherTab(page: Page, writer: string, ...actions: unknown[]): Promise<void> {
  const log = await records(page);
  const last = log.at(-1);
  if (last === undefined) throw new Error('the demo organization has records');
  const by = log[0]?.entry.by ?? '';
  const id = `${writer}.0`;
  const entry = { ...last.entry, by, clock: last.entry.clock + 1, after: [last.id], do: actions };
  await put(page, `registrar:${await workspace(page)}:log:${writer}:0`, encode(id, entry));
}

/** The name or the id in the address of the open settings. */
export function registryReference(page: Page): string {
  return /#\/registry\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

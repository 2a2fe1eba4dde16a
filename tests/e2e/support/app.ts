/** The pages of the app and the actions on them, located by role and accessible name, in English. */

import { expect, type Locator, type Page } from '@playwright/test';

/** The custom registries of the demo organization, as its founder sees them. */
export const DEMO_REGISTRIES = [
  'Evaluation Sets',
  'Production_Models',
  'Playground',
  '음성 데이터셋',
  'Vision Checkpoints',
  'Safety_Reviews',
];

/** The input of the dialog that creates a registry. */
export interface NewRegistry {
  name?: string;
  description?: string;
  visibility?: 'Organization' | 'Restricted';
  /** Without types, the registry accepts all types. */
  types?: string[];
}

/** Opens the page and starts the demo organization. */
export async function startDemo(page: Page, path = './'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expectLanding(page);
}

/** Waits for the landing page. */
export async function expectLanding(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();
}

/** Navigates within the open page, as a link does, and waits until the page has followed. It can still be rendering its lower part. */
export async function visit(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (to) => {
    location.hash = to;
    // The page announces the address in a timer of its own, and timers fire in order.
    for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => setTimeout(done));
  }, hash);
}

/** The section of custom registries. */
export function custom(page: Page): Locator {
  return page.getByRole('region', { name: 'Custom registry' });
}

/** The number of custom registries on the page. */
export function count(page: Page): Locator {
  return custom(page).getByRole('status');
}

export function link(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('link', { name, exact: true });
}

export function card(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
}

/** The names of the custom registries in the order of their cards. */
export function names(page: Page): Locator {
  return custom(page).getByRole('listitem').getByRole('heading');
}

/** The button that opens the dialog for a new registry. */
export function createButton(page: Page): Locator {
  return custom(page).getByRole('button', { name: 'Create registry' });
}

/** The dialog for a new registry. */
export function createDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Create registry' });
}

export async function openCreate(page: Page): Promise<Locator> {
  await createButton(page).click();
  const dialog = createDialog(page);
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function fill(dialog: Locator, registry: NewRegistry): Promise<void> {
  if (registry.name !== undefined) await dialog.getByLabel('Name', { exact: true }).fill(registry.name);
  if (registry.description !== undefined) await dialog.getByLabel('Description').fill(registry.description);
  if (registry.visibility !== undefined) {
    await dialog.getByLabel('Registry visibility').selectOption({ label: registry.visibility });
  }
  if (registry.types !== undefined) {
    await dialog.getByLabel('Accepted artifacts type').selectOption({ label: 'Specify types' });
    for (const type of registry.types) {
      await dialog.getByLabel('Add artifact type').fill(type);
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    }
  }
}

export function submitButton(dialog: Locator): Locator {
  return dialog.getByRole('button', { name: 'Create registry' });
}

/** Creates a registry from the landing page, and waits for the confirmation. */
export async function create(page: Page, registry: NewRegistry): Promise<void> {
  const dialog = await openCreate(page);
  await fill(dialog, registry);
  await submitButton(dialog).click();
  await expect(dialog).toBeHidden();
  await expect(link(page, registry.name ?? '')).toBeVisible();
}

/** The account switcher. */
export function actingAs(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Acting as' });
}

/** The option of an open list that Enter selects. */
export function activeOption(page: Page): Locator {
  return page.getByRole('listbox').locator('.option-active');
}

/** Switches the acting account by keyboard. */
export async function actAs(page: Page, username: string, name: string): Promise<void> {
  const box = actingAs(page);
  await box.click();
  await box.fill(username);
  // The list can render after the next key arrives.
  await expect(activeOption(page)).toContainText(username);
  await box.press('Enter');
  await expect(box).toHaveValue(name);
}

/** Opens the page of a registry by its card, and returns its address. */
export async function openRegistry(page: Page, name: string): Promise<string> {
  await link(page, name).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return page.url();
}

/** The value of a term in a list of facts. */
export function fact(page: Page, term: string): Locator {
  return page.locator(`dt:text-is("${term}") + dd`);
}

/** The toast. */
export function toast(page: Page): Locator {
  return page.locator('.toasts');
}

/** Starts an empty organization from the first screen. */
export async function startEmpty(page: Page, organization: string): Promise<void> {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await page.getByLabel('Organization name').fill(organization);
  await page.getByLabel('Your name').fill('Grace Njeri');
  await page.getByLabel('Username').fill('grace.njeri');
  await page.getByLabel('Email').fill('grace@lab.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expectLanding(page);
}

/** The places in which a text occurs: title, texts, attributes and values of fields. */
export async function occurrences(page: Page, text: string): Promise<string[]> {
  return page.evaluate((sought) => {
    const found = document.title.includes(sought) ? ['title'] : [];
    for (const element of document.querySelectorAll('*')) {
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      if (texts.some((node) => node.textContent?.includes(sought))) found.push(`in ${element.outerHTML}`);
      for (const { name, value } of element.attributes) if (value.includes(sought)) found.push(`${name}="${value}"`);
      if (element instanceof HTMLInputElement && element.value.includes(sought)) found.push(`value of #${element.id}`);
    }
    return found;
  }, text);
}

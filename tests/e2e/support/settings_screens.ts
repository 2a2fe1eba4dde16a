/** The settings of a registry in every state, in both languages, and how to reach them. */

import { visit } from './app.ts';
import { begin, LONG_NAME, type Walk, WORDS } from './screens.ts';
import { act as does } from './script.ts';
import { expect } from './test.ts';

/** The label of a registry's gear. */
export const SETTINGS = { en: 'Settings', ko: '설정' } as const;

/** Walks through all states, and calls back on each once it is shown. */
export const walkSettings: Walk = async (page, language, look) => {
  const words = WORDS[language];
  const dialog = page.getByRole('dialog');
  const open = async (name: string) => {
    await visit(page, '#/');
    await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await page.getByRole('link', { name: SETTINGS[language], exact: true }).click();
    await expect(page.locator('#settings-name')).toHaveValue(name);
  };
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  const act = async (username: string) => {
    await page.goto(`./?as=${username}${new URL(page.url()).hash}`);
    await expect(page.getByRole('combobox', { name: words.actingAs })).toBeVisible();
  };

  await begin(page, language);
  await does(page, { type: 'createRegistry', name: LONG_NAME, description: LONG_NAME, types: ['t'.repeat(128)] });
  await open(LONG_NAME);
  await look('settings, with long names');
  await open('Production_Models');
  await page.locator('#settings-members + *').first().waitFor();
  for (const summary of await page.locator('table summary').all()) await summary.click();
  await look('settings, with where the roles come from');

  await page.locator('#settings-visibility').selectOption('restricted');
  await expect(page.locator('.preview')).toBeVisible();
  await page.locator('#settings-add-type').fill('report, job, a/b');
  await page.locator('#settings-add-type').press('Enter');
  await page.locator('#settings-name').fill('Models');
  await page.getByRole('main').locator('button[type=submit]').first().click();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await page.locator('#settings-add-member').click();
  await page.locator('#settings-member').fill('nobody, mina.park');
  await page.locator('#settings-member').press('Enter');
  await expect(page.locator('#settings-member')).toHaveAttribute('aria-invalid', 'true');
  await look('settings, with a draft, errors and the form for members');

  await page.locator('#settings-member').fill('an');
  await page.locator('#settings-member').press('ArrowDown');
  await expect(page.getByRole('listbox')).toBeVisible();
  await look('settings, with suggestions');

  await page.locator('table select').nth(1).selectOption('viewer');
  await expect(dialog).toBeVisible();
  await look('settings, a lower role');
  await close();
  await page.locator('table select').first().selectOption('viewer');
  await expect(dialog.getByText('Production_Models').first()).toBeVisible();
  await look('settings, a role that cannot be lowered');
  await close();
  await page.locator('table .actions button').last().click();
  await expect(dialog).toBeVisible();
  await look('settings, removing a member');
  await close();
  await page.getByRole('main').locator('.section > .button-danger, .button-danger').last().click();
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.locator('[aria-invalid=true]')).toBeVisible();
  await look('settings, deleting, with something else typed');
  await close();

  page.on('dialog', (asked) => void asked.accept());
  await act('omar.haddad');
  await expect(page.locator('#settings-name')).toHaveAttribute('readonly');
  await look('settings, as a Viewer');
  await open('Models');
  await act('ada.okafor');
  await expect(page.locator('#settings-add-type')).not.toHaveAttribute('readonly');
  await look('settings, core');

  await open('Playground');
  await page.locator('#settings-name').fill(LONG_NAME);
  const other = await page.context().newPage();
  await other.goto('./?as=ada.okafor');
  await other.getByRole('main').getByRole('link', { name: 'Playground', exact: true }).click();
  await other.getByRole('link', { name: SETTINGS[language], exact: true }).click();
  await other.getByRole('main').locator('.button-danger').click();
  await other.locator('#confirm-typed').fill('Playground');
  await other.getByRole('dialog').locator('button[type=submit]').click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await other.close();
  await expect(page.locator('#unsaved-title')).toBeVisible();
  await look('settings of a registry that was deleted meanwhile');
};

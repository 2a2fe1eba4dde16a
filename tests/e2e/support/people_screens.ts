/** The people, their teams and their access in every state, and how to reach them. */

import { visit } from './app.ts';
import { begin, LONG_NAME, type Walk } from './screens.ts';
import { act } from './script.ts';
import { expect } from './test.ts';

/** People & teams with its dialogs, the page of an account, and the access table. */
export const walkPeople: Walk = async (page, language, look) => {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

  await begin(page, language);
  await act(page, { type: 'createRegistry', name: LONG_NAME });
  await act(page, { type: 'addPerson', name: `Aloysius ${LONG_NAME}`, username: LONG_NAME, email: `${LONG_NAME}@lighthouse.example` });
  for (const part of ['', '?show=service-accounts', '?show=teams', '?show=organization']) {
    await visit(page, `#/people${part}`);
    await expect(main.locator('table, select').first()).toBeVisible();
    await look(`people ${part}`);
  }
  await visit(page, '#/people?filter=nothing+like+this');
  await expect(main.locator('.empty')).toBeVisible();
  await look('people, nobody matches');

  await visit(page, '#/people?open=add');
  await dialog.getByRole('button').last().click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await look('adding a person, with errors');
  await close();
  const row = main.getByRole('row').filter({ hasText: 'jiwoo.han' });
  await row.getByRole('button').first().click();
  await expect(dialog.getByRole('textbox').first()).toHaveValue(/./);
  await look('editing a person');
  await close();
  await row.getByRole('combobox').selectOption('viewer');
  await expect(dialog).toBeVisible();
  await look('a lower role in the organization');
  await close();
  await row.getByRole('button').last().click();
  await expect(dialog).toBeVisible();
  await look('removing a person');
  await close();
  await visit(page, '#/people?show=teams');
  // The first region is that of all teams.
  const team = main.getByRole('region').nth(1);
  await team.getByRole('button').first().click();
  await dialog.getByRole('textbox').fill('nobody, vision');
  await dialog.getByRole('button').last().click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await look('adding to a team, with errors');
  await close();
  for (const [nth, screen] of [[1, 'renaming a team'], [2, 'removing a team'], [-1, 'leaving a team']] as const) {
    await team.getByRole('button').nth(nth).click();
    await expect(dialog).toBeVisible();
    await look(screen);
    await close();
  }
  for (const part of ['service-accounts', 'teams']) {
    await visit(page, `#/people?show=${part}&open=add`);
    await dialog.getByRole('button').last().click();
    await expect(dialog.getByRole('alert')).toBeFocused();
    await look(`adding to ${part}, with errors`);
    await close();
  }
  await visit(page, '#/people?show=organization');
  await main.locator('#default-role').selectOption({ index: 1 });
  await expect(dialog).toBeVisible();
  await look('another default role');
  await close();

  await visit(page, '#/people?show=import');
  const list = main.getByRole('textbox');
  await list.fill('name,username,email\nMira Lindqvist,mira,mira@example.com\n');
  await list.locator('xpath=ancestor::form').getByRole('button').click();
  await expect(main.getByRole('table')).toBeVisible();
  await look('import, previewed');
  await list.fill('name,username,email\nMira Lindqvist,mira lindqvist,mira\n');
  await list.locator('xpath=ancestor::form').getByRole('button').click();
  await expect(main.locator('.error-summary')).toBeVisible();
  await main.locator('summary').click();
  await look('import, with faults');

  await visit(page, '#/people');
  await main.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(main.locator('details').first()).toBeVisible();
  for (const details of await main.locator('details summary').all()) await details.click();
  await look('somebody’s roles');

  await visit(page, '#/access?group=team');
  await expect(main.getByRole('grid')).toBeVisible();
  await look('access, by team');
  await page.locator('#cell-2-4').click();
  await expect(page.locator('#access-detail')).toBeFocused();
  await look('access, with a cell open');
  await visit(page, '#/access?who=nothing+like+this');
  await expect(main.locator('.empty')).toBeVisible();
  await look('access, nothing matches');
};

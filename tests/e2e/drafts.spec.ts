/** A draft belongs to its organization, account, form and subject. */

import type { Page } from '@playwright/test';
import { actAs, createDialog, expectLanding, fill, openCreate, startDemo, startEmpty, toast, visit } from './support/app.ts';
import { button, confirm, dialog, fillIn, openPart, row } from './support/people.ts';
import { act, api } from './support/script.ts';
import { expect, test } from './support/test.ts';
import type { View } from '../../src/scripting/registrar.d.ts';

const name = (page: Page) => dialog(page).getByLabel('Name', { exact: true });

/** Begins another organization; the one that is open moves to the earlier ones. */
async function startOver(page: Page, organization: string): Promise<void> {
  await visit(page, '#/start');
  await startEmpty(page, organization);
}

/** Leaves the storage without room for another record. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    let filler = '';
    for (let size = 4 << 20; size >= 1; ) {
      try {
        localStorage.setItem('another project', filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        size >>= 1;
      }
    }
  });
}

test('a draft belongs to its account and is restored when that account acts again', async ({ page }) => {
  await startDemo(page);
  await fill(await openCreate(page), { name: 'Plans of Ada', description: 'Not for others' });
  await createDialog(page).getByRole('button', { name: 'Close' }).click();
  await actAs(page, 'mina.park', 'Mina Park');
  await openCreate(page);
  await expect(name(page)).toHaveValue('');
  await fillIn(page, { Name: 'Plans of Mina' });
  await createDialog(page).getByRole('button', { name: 'Close' }).click();
  await actAs(page, 'ada.okafor', 'Ada Okafor');
  await page.reload();
  await openCreate(page);
  await expect(name(page)).toHaveValue('Plans of Ada');
  await expect(createDialog(page).getByLabel('Description')).toHaveValue('Not for others');
});

test('an open form is reset when a script switches the acting account', async ({ page }) => {
  await startDemo(page);
  await fill(await openCreate(page), { name: 'Plans of Ada' });
  await page.evaluate(() => (window as unknown as { registrar: { actAs(account: string): void } }).registrar.actAs('mina.park'));
  await expect(name(page)).toHaveValue('');
  await expect(createDialog(page)).toBeVisible();
});

test('a draft belongs to its organization', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Organization settings');
  await page.getByLabel('Organization name').fill('A better name for the demo');
  await startOver(page, 'Lab');
  await openPart(page, 'Organization settings');
  await expect(page.getByLabel('Organization name')).toHaveValue('Lab');
  await openPart(page, 'People');
  await button(page, 'Add person').click();
  await fillIn(page, { Name: 'For the lab' });
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await startOver(page, 'Second lab');
  await openPart(page, 'People');
  await button(page, 'Add person').click();
  await expect(name(page)).toHaveValue('');
});

test('a form for another person does not show the draft for the first one', async ({ page }) => {
  await startDemo(page);
  await api(page);
  const ids = await page.evaluate(() => {
    const view = (window as unknown as { registrar: { view(): View } }).registrar.view();
    return ['mina.park', 'noa.levi'].map((username) => view.people.find((person) => person.username === username)?.id ?? '');
  });
  await visit(page, `#/people?open=edit&id=${ids[0]}`);
  await expect(name(page)).toHaveValue('Mina Park');
  await fillIn(page, { Name: 'Mina Jiwoo Park' });
  await visit(page, `#/people?open=edit&id=${ids[1]}`);
  await expect(name(page)).toHaveValue('Noa Levi');
  await expect(dialog(page).getByLabel('Username')).toHaveValue('noa.levi');
  await visit(page, `#/people?open=edit&id=${ids[0]}`);
  await expect(name(page)).toHaveValue('Mina Jiwoo Park');
  await confirm(page, 'Save changes').click();
  await expect(row(page, 'Mina Jiwoo Park')).toBeVisible();
  await expect(row(page, 'Noa Levi')).toBeVisible();
});

test('a form saves changed fields only and keeps changes of other tabs', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'People');
  await button(page, 'Edit Mina Park').click();
  await fillIn(page, { Name: 'Mina Jiwoo Park' });
  const other = await page.context().newPage();
  await other.goto('./#/people');
  await button(other, 'Edit Mina Park').click();
  await fillIn(other, { Email: 'mina@lighthouse.example' });
  await confirm(other, 'Save changes').click();
  await expect(dialog(other)).toBeHidden();

  await expect(dialog(page).getByLabel('Email')).toHaveValue('mina@lighthouse.example');
  await expect(name(page)).toHaveValue('Mina Jiwoo Park');
  await confirm(page, 'Save changes').click();
  await expect(row(page, 'Mina Jiwoo Park')).toContainText('mina@lighthouse.example');
});

test('a name stays in its field when saving fails', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Organization settings');
  const field = page.getByLabel('Organization name');
  await field.fill('No room for it');
  await fillStorage(page);
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: 'storage is full' })).toBeVisible();
  await expect(field).toHaveValue('No room for it');
  await page.reload();
  await expect(field).toHaveValue('No room for it');
  await page.evaluate(() => localStorage.removeItem('another project'));
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(toast(page)).toContainText('The organization is now called No room for it.');
});

test('an untouched field follows a rename in another tab', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Organization settings');
  const other = await page.context().newPage();
  await other.goto('./');
  await expectLanding(other);
  await api(other);
  await act(other, { type: 'renameOrganization', name: 'Elsewhere' });
  await expect(page.getByLabel('Organization name')).toHaveValue('Elsewhere');
});

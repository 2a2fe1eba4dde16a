/** The members of a registry: adding them, their roles, and the confirmation of losses. */

import type { Locator, Page } from '@playwright/test';
import { create, openRegistry, startDemo, startEmpty, toast, visit } from './support/app.ts';
import { makeLarge } from './support/large.ts';
import {
  addButton,
  describedBy,
  dispatchInOtherTab,
  memberField,
  memberRow,
  members,
  openAdd,
  openSettings,
  roleOf,
  visitAs,
} from './support/settings.ts';
import { records, snapshot } from './support/storage.ts';
import { expect, test } from './support/test.ts';

/** The listed members by name. */
function listed(page: Page): Locator {
  return members(page).getByRole('rowheader').locator('bdi');
}

function options(page: Page): Locator {
  return members(page).getByRole('option', { includeHidden: false }).filter({ has: page.locator('.person') });
}

/** Submits and is refused: nobody is added, the input stays, and each fault is reported. */
async function expectRefused(page: Page, typed: string, faults: string[], role?: string): Promise<void> {
  const before = await snapshot(page);
  await memberField(page).fill(typed);
  if (role !== undefined) await members(page).getByLabel('Registry role', { exact: true }).selectOption({ label: role });
  await addButton(page).click();
  for (const fault of faults) await expect.poll(() => describedBy(memberField(page))).toContain(fault);
  await expect(memberField(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(memberField(page)).toHaveValue(typed);
  await expect(memberField(page)).toBeFocused();
  expect(await snapshot(page)).toEqual(before);
}

test('invalid names are listed with their reasons, and nobody is added', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  await openAdd(page);
  const unknown = 'Nobody in the organization has this username, email or name.';
  const isListed = (role: string) => `Already listed, as ${role}. Change the role in the table instead.`;
  for (const [typed, faults] of [
    ['', ['Enter an email, a username']],
    [' , ;, ', ['Enter an email, a username']],
    ['nobody.here', [unknown]],
    ['mina@elsewhere.example', [unknown]],
    ['Mina Park', [isListed('Member')]],
    ['Mina Park <mina@elsewhere.example>', [unknown]],
    ['mina.park', [isListed('Member')]],
    ['  MINA.PARK  ', [isListed('Member')]],
    ['Mina.Park@Lighthouse.Example', [isListed('Member')]],
    ['platform', [isListed('Member')]],
    ['ada.okafor, ada.okafor@lighthouse.example', [isListed('Admin')]],
    ['chidi.eze, seojun.kim, nobody.here, yuki.tanaka, noa.levi', [unknown]],
    ['nobody.here, mina.park, omar.haddad', [unknown, isListed('Member'), isListed('Viewer')]],
    ['<img src=x>', [unknown]],
    ['x'.repeat(10_000), [unknown]],
  ] as const) {
    await test.step(JSON.stringify(typed.slice(0, 40)), () => expectRefused(page, typed, [...faults]));
  }
  await expectRefused(page, 'ci-runner, chidi.eze', ['ci-runner', 'A service account can only be Member or Admin.'], 'Viewer');
  await expect(listed(page)).toHaveText(['Tomasz Zieliński', 'Mina Park', 'Omar Haddad', 'Sofia Lindqvist', 'platform']);

  // A corrected fault disappears with the next input.
  await memberField(page).fill('chidi.eze');
  await expect(memberField(page)).not.toHaveAttribute('aria-invalid');
});

test('of thousands of invalid names ten are listed and the others counted', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  await openAdd(page);
  const unknown = Array.from({ length: 10_000 }, (_, n) => `unknown${n}@elsewhere.example`).join(', ');
  await expectRefused(page, unknown, ['unknown9@elsewhere.example', '… and 9,990 more']);
  expect(await describedBy(memberField(page))).not.toContain('unknown10@elsewhere.example');
});

test('several members are added at once by any of their names, with the default role', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await openAdd(page);
  await expect(members(page)).toContainText(
    'Restricted Viewer for people and teams, Admin for admins of the organization, Member for service accounts.',
  );
  const before = (await records(page)).length;
  await memberField(page).fill(' OMAR.haddad ,ada.okafor@LIGHTHOUSE.example; vision,nightly-eval, ');
  await memberField(page).press('Enter');
  await expect(memberField(page)).toHaveValue('');
  await expect(memberField(page)).toBeFocused();
  await expect(toast(page)).toContainText('Added Omar Haddad to Playground as Restricted Viewer.');
  await expect(toast(page)).toContainText('Added Ada Okafor to Playground as Admin.');
  expect((await records(page)).length).toBe(before + 1);
  await expect(listed(page)).toHaveText(['Yuki Tanaka', 'Omar Haddad', 'Ada Okafor', 'vision', 'nightly-eval']);
  await expect(roleOf(page, 'Omar Haddad')).toHaveValue('restricted-viewer');
  await expect(roleOf(page, 'Ada Okafor')).toHaveValue('admin');
  await expect(roleOf(page, 'vision')).toHaveValue('restricted-viewer');
  await expect(roleOf(page, 'nightly-eval')).toHaveValue('member');
  await expect(roleOf(page, 'nightly-eval').getByRole('option')).toHaveText(['Member', 'Admin']);
  await expect(memberRow(page, 'vision')).toContainText('Team · 2 people');

  // With one role for all of them.
  await members(page).getByLabel('Registry role', { exact: true }).selectOption({ label: 'Viewer' });
  await memberField(page).fill('noa.levi, 없는.사람');
  await addButton(page).click();
  await expect.poll(() => describedBy(memberField(page))).toContain('없는.사람: Nobody in the organization');
  await memberField(page).fill('noa.levi');
  await addButton(page).click();
  await expect(roleOf(page, 'Noa Levi')).toHaveValue('viewer');
  await page.reload();
  await expect(roleOf(page, 'Noa Levi')).toHaveValue('viewer');
});

test('names are pasted as a list of lines', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await openAdd(page);
  await memberField(page).fill('noa.levi, ');
  await memberField(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'omar.haddad\r\n\r\nchidi.eze\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(memberField(page)).toHaveValue('noa.levi, omar.haddad, chidi.eze');
  await addButton(page).click();
  await expect(listed(page)).toHaveText(['Yuki Tanaka', 'Noa Levi', 'Omar Haddad', 'Chidi Eze']);
});

test('names are found in every form that lists come in', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await openAdd(page);
  await members(page).getByLabel('Registry role', { exact: true }).selectOption({ label: 'Viewer' });
  const mail = 'Noa Levi <noa.levi@lighthouse.example>; "Tanaka, Yuki" <yuki.tanaka@lighthouse.example>';
  for (const [typed, missing] of [
    [mail, 'Already listed'],
    ['noa.levi，omar.haddad、nobody', 'nobody: Nobody in the organization'],
    ['@noa.levi Omar', '@noa.levi Omar: Nobody in the organization'],
  ] as const) {
    await memberField(page).fill(typed);
    await addButton(page).click();
    await expect.poll(() => describedBy(memberField(page))).toContain(missing);
    expect(await describedBy(memberField(page))).not.toContain('Noa Levi');
  }
  await memberField(page).fill('@noa.levi, Omar Haddad, "Eze, Chidi" <chidi.eze@lighthouse.example>');
  await addButton(page).click();
  await expect(listed(page)).toHaveText(['Yuki Tanaka', 'Noa Levi', 'Omar Haddad', 'Chidi Eze']);
});

test('an unknown name offers the nearest one as a button', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  const field = await openAdd(page);
  await field.fill('Noa Levy; yuki.tanaka; haddad; noa.levi@mail.example, qwertyuiop');
  await addButton(page).click();
  const proposals = members(page).getByRole('button', { name: 'Did you mean' });
  await expect(proposals).toHaveText(['Did you mean noa.levi?', 'Did you mean omar.haddad?', 'Did you mean noa.levi?']);
  await proposals.nth(1).click();
  await expect(field).toHaveValue('Noa Levy; yuki.tanaka; omar.haddad; noa.levi@mail.example, qwertyuiop');
  await expect(field).toBeFocused();
  // The other problems stay.
  await expect(proposals).toHaveCount(2);
  await expect.poll(() => describedBy(field)).toContain('qwertyuiop: Nobody in the organization');
  await field.fill('noa.levy');
  await addButton(page).click();
  await proposals.click();
  await expect(field).not.toHaveAttribute('aria-invalid');
  await field.press('Enter');
  await expect(listed(page)).toHaveText(['Yuki Tanaka', 'Noa Levi']);
});

test('suggestions exclude names already typed and count the rest', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  const field = await openAdd(page);
  await field.pressSequentially('Omar Haddad, omar');
  await expect(options(page)).toHaveCount(0);
  await field.fill('');
  await field.pressSequentially('lighthouse');
  await expect(options(page)).toHaveCount(8);
  await expect(members(page).locator('.option-more')).toHaveText('3 more: type to narrow down');
});

test('the name being typed is completed only on request', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  const field = await openAdd(page);
  await field.pressSequentially('omar.haddad, zieli');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(options(page)).toHaveText([/Tomasz Zieliński/]);
  await field.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /./);
  await expect(page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`)).toContainText('Tomasz');
  await field.press('Enter');
  await expect(field).toHaveValue('omar.haddad, tomasz.zielinski');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await field.press('Enter');
  await expect(listed(page)).toHaveText(['Yuki Tanaka', 'Omar Haddad', 'Tomasz Zieliński']);

  // By name and by pointer. Listed members are not suggested.
  await field.fill('한지');
  await options(page).first().click();
  await expect(field).toHaveValue('jiwoo.han');
  await field.fill('tanaka');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  // Enter without an active suggestion takes the typed text.
  await field.fill('');
  await field.pressSequentially('noa');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('Enter');
  await expect.poll(() => describedBy(field)).toContain('noa: Nobody in the organization');
  await field.press('Escape');
  await expect(field).toHaveValue('noa');
});

test('the form has an address, closes with Back, and keeps its draft', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  const field = await openAdd(page);
  await expect(page).toHaveURL(/\/settings\/add-member$/);
  await field.fill('half-typed');
  await page.goBack();
  await expect(field).toHaveCount(0);
  await openAdd(page);
  await expect(field).toHaveValue('half-typed');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(field).toHaveValue('half-typed');
  await members(page).getByRole('button', { name: 'Close' }).click();
  await expect(field).toHaveCount(0);
  await expect(page).toHaveURL(/\/settings$/);
  await expect(members(page).getByRole('button', { name: 'Add member' })).toBeFocused();
});

test('a higher role is applied at once, a lower one after a confirmation', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  const role = roleOf(page, 'Omar Haddad');
  await role.selectOption({ label: 'Member' });
  await expect(toast(page)).toContainText('Omar Haddad is now Member in Production_Models.');
  const before = await snapshot(page);

  await role.focus();
  await role.selectOption({ label: 'Restricted Viewer' });
  const dialog = page.getByRole('dialog', { name: 'Make Omar Haddad Restricted Viewer?' });
  await expect(dialog).toContainText('Omar Haddad: Member → Restricted Viewer');
  await expect(role).toHaveValue('member');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(role).toHaveValue('member');
  await expect(role).toBeFocused();
  expect(await snapshot(page)).toEqual(before);

  await role.selectOption({ label: 'Viewer' });
  await page.getByRole('dialog').getByRole('button', { name: 'Change role' }).click();
  await expect(role).toHaveValue('viewer');
  await role.selectOption({ label: 'Admin' });
  await expect(toast(page)).toContainText('Omar Haddad is now Admin');
  await page.reload();
  await expect(role).toHaveValue('admin');
});

test('the resulting role is shown with its source', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  await openAdd(page);
  await memberField(page).fill('chidi.eze');
  await addButton(page).click();
  const row = memberRow(page, 'Chidi Eze');
  await expect(roleOf(page, 'Chidi Eze')).toHaveValue('restricted-viewer');
  await row.locator('summary').click();
  await expect(row.getByRole('listitem')).toHaveText([
    /^Member through the team platform/,
    /^Restricted Viewer as a listed member/,
    /^Restricted Viewer because the registry is open to the organization/,
    'The highest role counts.',
  ]);
  await visit(page, '#/');
  await openRegistry(page, 'Production_Models');
  const shown = page.getByRole('row').filter({ hasText: 'chidi.eze' });
  await expect(shown.locator('summary')).toHaveText('Member');
});

test('each member has an effective role', async ({ page }) => {
  await startDemo(page);
  const effective = (): Promise<string[]> =>
    page
      .getByRole('region', { name: 'Who is listed, with which role' })
      .locator('td[data-label="Effective role"]')
      .evaluateAll((cells) => cells.map((cell) => (cell.querySelector('summary') ?? cell).textContent ?? ''));
  const expected = ['Admin', 'Varies by person', 'Member'];
  await openRegistry(page, 'Safety_Reviews');
  await expect.poll(effective).toEqual(expected);
  await openSettings(page, 'Safety_Reviews');
  await expect(memberRow(page, '한지우')).toBeVisible();
  await expect.poll(effective).toEqual(expected);
});

test('removing a member is confirmed with its consequences, and the focus moves to a remaining element', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Safety_Reviews');
  await members(page).getByRole('button', { name: 'Remove platform' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove platform?' });
  await expect(dialog).toContainText('2 lose access (now Viewer): Tomasz Zieliński, Chidi Eze');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(members(page).getByRole('button', { name: 'Remove platform' })).toBeFocused();
  await members(page).getByRole('button', { name: 'Remove platform' }).click();
  await dialog.getByRole('button', { name: 'Remove platform' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(listed(page)).toHaveText(['한지우', '김서준']);
  await expect(toast(page)).toContainText('Removed platform from Safety_Reviews.');
  await expect(members(page).getByRole('heading', { name: 'Registry members and roles' })).toBeFocused();
  await visitAs(page, 'chidi.eze', 'Chidi Eze');
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here that you can see' })).toBeVisible();
});

test('a registry cannot lose its last admin', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  const before = await snapshot(page);
  const refused = 'Playground would be left without an admin.';
  await roleOf(page, 'Yuki Tanaka').selectOption({ label: 'Member' });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(refused);
  await expect(dialog.getByRole('button', { name: 'Change role' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('button', { name: 'Change role' }).click({ force: true });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(roleOf(page, 'Yuki Tanaka')).toHaveValue('admin');
  await members(page).getByRole('button', { name: 'Remove Yuki Tanaka' }).click();
  await expect(dialog).toContainText(refused);
  await page.keyboard.press('Escape');
  expect(await snapshot(page)).toEqual(before);

  // A service account is no person, and an organization admin has to be listed.
  await openAdd(page);
  await members(page).getByLabel('Registry role', { exact: true }).selectOption({ label: 'Admin' });
  await memberField(page).fill('ci-runner');
  await addButton(page).click();
  await expect(roleOf(page, 'ci-runner')).toHaveValue('admin');
  await members(page).getByRole('button', { name: 'Remove Yuki Tanaka' }).click();
  await expect(dialog).toContainText(refused);
  await page.keyboard.press('Escape');

  // A team with a person in it suffices, and then the team has to stay.
  await memberField(page).fill('vision');
  await addButton(page).click();
  await members(page).getByRole('button', { name: 'Remove Yuki Tanaka' }).click();
  await expect(dialog).toContainText('The owner is nobody instead of Yuki Tanaka');
  await dialog.getByRole('button', { name: 'Remove Yuki Tanaka' }).click();
  await expect(listed(page)).toHaveText(['ci-runner', 'vision']);
  await members(page).getByRole('button', { name: 'Remove vision' }).click();
  await expect(dialog).toContainText(refused);
});

test('a listed person can become the owner', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  await expect(memberRow(page, 'Tomasz Zieliński')).toContainText('Owner');
  await members(page).getByRole('button', { name: 'Make owner: Mina Park' }).click();
  await expect(toast(page)).toContainText('Mina Park is now the owner of Production_Models.');
  await expect(members(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(memberRow(page, 'Mina Park')).toContainText('Owner');
  await expect(members(page).getByRole('button', { name: 'Make owner: Mina Park' })).toHaveCount(0);
  await expect(members(page).getByRole('button', { name: 'Make owner: Tomasz Zieliński' })).toBeVisible();
  await expect(members(page).getByRole('button', { name: 'Make owner: platform' })).toHaveCount(0);
});

test('an admin who removes their own row from a restricted registry loses access', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'Handed over', visibility: 'Restricted' });
  await openSettings(page, 'Handed over');
  await openAdd(page);
  await members(page).getByLabel('Registry role', { exact: true }).selectOption({ label: 'Admin' });
  await memberField(page).fill('omar.haddad, mina.park');
  await addButton(page).click();
  await visitAs(page, 'omar.haddad', 'Omar Haddad');
  await members(page).getByRole('button', { name: 'Remove Omar Haddad' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Omar Haddad: Admin → No access');
  await dialog.getByRole('button', { name: 'Remove Omar Haddad' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here that you can see' })).toBeVisible();
});

test('changes of members in another tab appear, and an action on a removed member is refused', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  const other = await page.context().newPage();
  await other.goto('./');
  await openSettings(other, 'Production_Models');
  await members(page).getByRole('button', { name: 'Remove Sofia Lindqvist' }).click();
  await members(other).getByRole('button', { name: 'Remove Sofia Lindqvist' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Remove Sofia Lindqvist' }).click();
  await expect(page.getByRole('dialog')).toContainText('Not listed in this registry any more.');
  await page.keyboard.press('Escape');
  await expect(memberRow(page, 'Sofia Lindqvist')).toHaveCount(0);
});

test('a removed account has no row', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  const id = await roleOf(page, 'Omar Haddad').getAttribute('id');
  await dispatchInOtherTab(page, 'zzzzzzzzzz', { remove_person: { person: id?.replace('role-of-', '') } });
  await page.reload();
  await expect(listed(page)).toHaveText(['Tomasz Zieliński', 'Mina Park', 'Sofia Lindqvist', 'platform']);
});

test('an organization of one person has no candidates to add', async ({ page }) => {
  await page.goto('./');
  await startEmpty(page, 'Njeri Lab');
  await create(page, { name: 'First' });
  await openSettings(page, 'First');
  await openAdd(page);
  await memberField(page).fill('grace.njeri');
  await addButton(page).click();
  await expect.poll(() => describedBy(memberField(page))).toContain('Already listed, as Admin.');
});

test('suggestions among two thousand people appear at once', async ({ page }) => {
  test.slow();
  await startDemo(page);
  await openSettings(page, 'Playground');
  await makeLarge(page);
  await page.reload();
  const field = await openAdd(page);
  await field.pressSequentially('person-19');
  await expect(options(page)).toHaveCount(8);
  await field.fill(Array.from({ length: 150 }, (_, nth) => `person-${String(nth).padStart(4, '0')}`).join('\t,'));
  await addButton(page).click();
  await expect(members(page).getByRole('row')).toHaveCount(25);
  const turn = async (rows: Locator) => {
    for (const shown of ['1–24', '25–48', '49–72', '73–96', '97–120', '121–144', '145–151']) {
      await expect(page.locator('.pager')).toContainText(`${shown} of 151`);
      await page.getByRole('button', { name: 'Next page' }).press('Enter');
      await expect(page.getByRole('button', { name: 'Next page' })).toBeFocused();
    }
    await expect(page.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');
    await expect(rows).toHaveCount(8);
  };
  await turn(members(page).getByRole('row'));
  // Also on the registry's page.
  await visit(page, page.url().replace(/^.*#/, '#').replace(/\/settings.*$/, ''));
  const rows = page.getByRole('region', { name: 'Members', exact: true }).getByRole('row');
  await expect(rows).toHaveCount(25);
  await turn(rows);
});

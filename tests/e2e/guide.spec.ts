/** The guide: the walkthrough from its offer to its last step, and the table of permissions against the rules. */

import type { Locator } from '@playwright/test';
import type { Registrar } from '../../src/scripting/registrar.d.ts';
import { actAs, create, createButton, createDialog, expectLanding, fill, link, openCreate, openRegistry, startDemo, startEmpty, submitButton, visit } from './support/app.ts';
import { api, may, viewOf } from './support/script.ts';
import { WORDS } from './support/screens.ts';
import { expect, test } from './support/test.ts';
import { coach, expectNoSideways, follow as followOn, marks, press as pressOn, tabTo as tabToOn, watchLines, watchShifts } from './support/walkthrough.ts';

test.describe('by mouse, in English', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('actions complete the steps of the walkthrough', async ({ page }) => {
    const shifts = await watchShifts(page);
    await startDemo(page);
    await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
    await expect(coach(page)).toBeFocused();
    await expect(coach(page)).toContainText('Step 2 of 13: Press Create registry.');
    await expect.poll(() => marks(page)).toBe('x--------------');

    await createButton(page).click();
    const dialog = createDialog(page);
    const line = dialog.locator('.walk-line');
    await expect(line).toContainText('Step 3 of 13: Fill in Name.');
    await dialog.getByLabel('Name', { exact: true }).fill('Walked');
    await expect(line, 'not while it is typed').toContainText('Step 3');
    await dialog.getByLabel('Description').click();
    await expect(line).toContainText('Step 4 of 13');
    await dialog.getByLabel('Registry visibility').selectOption('Organization');
    await dialog.getByLabel('Registry visibility').focus();
    await expect(line).toContainText('Step 5 of 13');
    await dialog.getByLabel('Accepted artifacts type').selectOption('Specify types');
    await dialog.getByLabel('Accepted artifacts type').focus();
    await expect(line).toContainText('Step 6 of 13');
    await dialog.getByLabel('Add artifact type').fill('model');
    await expect(line).toContainText('Step 7 of 13');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(line).toContainText('Step 8 of 13: Press Create registry below.');
    await dialog.getByRole('button', { name: 'Create registry' }).click();
    await expect(dialog).toBeHidden();
    await expect(coach(page)).toContainText('Step 10 of 13: Select your registry.');
    await expect.poll(() => marks(page)).toBe('xxxsxxxxx------');

    // Away from the step, the bar links back to it; a reload changes nothing.
    await visit(page, '#/about');
    await expect(page.getByRole('heading', { level: 1, name: 'About Registrar' })).toBeVisible();
    await page.reload();
    await expect(coach(page)).toContainText('Step 10 of 13');
    await coach(page).getByRole('link', { name: 'Take me there' }).click();
    await expectLanding(page);
    await expect(coach(page).getByRole('link', { name: 'Take me there' })).toBeHidden();
    await link(page, 'Walked').click();
    await expect(coach(page)).toContainText('Step 11 of 13');
    await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
    await expect(coach(page)).toContainText('Step 12 of 13');
    await page.getByLabel('Registry visibility').selectOption('Restricted');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(coach(page)).toContainText('Step 13 of 13: Press Add member.');
    await page.getByRole('button', { name: 'Add member' }).click();
    await expect(coach(page)).toContainText('Step 13 of 13: Fill in Member.');
    await page.getByRole('combobox', { name: 'Member', exact: true }).fill('omar.haddad');
    await expect(coach(page)).toContainText('Step 13 of 13: Press Add new member.');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add new member' }).click();
    await expect(coach(page)).toContainText('All thirteen steps are done');
    await expect.poll(() => marks(page)).toBe('xxxsxxxxxxxxxxx');
    await expectNoSideways(page);

    await coach(page).getByRole('link', { name: 'Guide' }).click();
    await expect(page.locator('.steps li[data-mark=done]')).toHaveCount(15);
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(page.locator('.steps li[data-mark=done]')).toHaveCount(0);
    await expect(coach(page)).toContainText('Step 1 of 13: Open Registry.');
    await coach(page).getByRole('button', { name: 'Stop' }).click();
    await expect(coach(page)).toBeHidden();
    expect(await shifts()).toEqual([]);
  });

  test('a blocked step names a person with the permission, and can switch to them', async ({ page }) => {
    await startDemo(page);
    await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
    await actAs(page, 'noa.levi', 'Noa Levi');
    await expect(coach(page)).toContainText('Viewers of the organization cannot create registries.');
    await coach(page).getByRole('button', { name: /^Act as / }).click();
    await expect(coach(page)).toContainText('Step 2 of 13');

    // Most accounts cannot see a restricted registry, and the bar does not reveal its name.
    await page.evaluate(() => {
      const { registrar } = window as unknown as { registrar: Registrar };
      registrar.actAs('ada.okafor');
      registrar.do({ type: 'createRegistry', name: 'Out of sight', visibility: 'restricted', types: ['model'] });
    });
    await expect(coach(page)).toContainText('Step 10 of 13');
    await expect.poll(() => marks(page)).toBe('xsxsxxxxx--m---');
    await actAs(page, 'noa.levi', 'Noa Levi');
    await expect(coach(page)).toContainText('cannot see the registry of this walkthrough');
    await expect(coach(page)).not.toContainText('Out of sight');
    await coach(page).getByRole('button', { name: /^Act as / }).click();
    await expect(coach(page)).toContainText('Step 10 of 13');

    // Without its registry, the walkthrough returns to creating one.
    await page.evaluate(() => {
      const { registrar } = window as unknown as { registrar: Registrar };
      registrar.do({ type: 'deleteRegistry', registry: 'Out of sight' });
    });
    await expect(coach(page)).toContainText('Step 2 of 13');
  });

  test('the offer can be dismissed permanently, and another tab continues the walkthrough', async ({ page, context }) => {
    await startDemo(page);
    await page.getByRole('button', { name: 'No, thanks' }).click();
    await page.reload();
    await expectLanding(page);
    await expect(page.locator('.offer')).toBeHidden();

    await visit(page, '#/guide?part=walkthrough');
    await page.getByRole('button', { name: 'Start the walkthrough' }).click();
    await expect(coach(page)).toContainText('Step 1 of 13');
    const other = await context.newPage();
    await other.goto('./');
    await expect(coach(other)).toContainText('Step 2 of 13');
    await expect(coach(page)).toContainText('Step 2 of 13');
  });
});

test.describe('by keyboard alone, in Korean, on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, locale: 'ko-KR' });

  test('actions complete the steps of the walkthrough', async ({ page }) => {
    test.slow();
    const words = WORDS.ko;
    const shifts = await watchShifts(page);
    const press = (...keys: string[]) => pressOn(page, ...keys);
    const tabTo = (target: Locator) => tabToOn(page, target);
    const follow = (target: Locator) => followOn(page, target);
    const main = page.getByRole('main');
    const button = (name: string) => main.getByRole('button', { name, exact: true });

    await page.goto('./');
    await follow(button(words.demo));
    await follow(button('5분 만에 따라 해 보기'));
    await expect(coach(page)).toContainText('13단계 중 2단계');
    await follow(page.getByRole('region', { name: '커스텀 레지스트리' }).getByRole('button', { name: words.create }));
    const dialog = page.getByRole('dialog', { name: words.create });
    const line = dialog.locator('.walk-line');
    await expect(line).toContainText('3단계');
    await expect(dialog.getByLabel(words.name, { exact: true })).toBeFocused();
    await page.keyboard.type('걸어 본 곳');
    await press('Tab');
    await expect(line).toContainText('4단계');
    await page.keyboard.type('한 걸음씩');
    await press('Tab');
    await expect(line).toContainText('5단계');
    await press('Tab');
    await expect(line).toContainText('6단계');
    await press('ArrowDown');
    const type = dialog.getByLabel(words.addType, { exact: true });
    await expect(type).toBeVisible();
    await press('Tab');
    await expect(line).toContainText('7단계');
    await expect(type).toBeFocused();
    await page.keyboard.type('model');
    await press('Enter');
    await expect(line).toContainText('8단계');
    await follow(dialog.getByRole('button', { name: words.create, exact: true }));
    await expect(dialog).toBeHidden();
    await expect(coach(page)).toContainText('10단계');
    await expect.poll(() => marks(page)).toBe('xxxxxxxxx------');
    await expectNoSideways(page);

    await follow(main.getByRole('link', { name: '걸어 본 곳', exact: true }));
    await expect(coach(page)).toContainText('11단계');
    await follow(main.getByRole('link', { name: '설정' }));
    await expect(coach(page)).toContainText('12단계');
    await tabTo(main.getByLabel(words.visibility));
    await press('ArrowDown');
    await follow(button('변경 사항 저장'));
    await expect(coach(page)).toContainText('멤버 추가');
    await follow(button('멤버 추가'));
    await expect(main.getByRole('combobox', { name: '멤버', exact: true })).toBeFocused();
    await page.keyboard.type('omar.haddad');
    await expect(coach(page)).toContainText('새 멤버 추가');
    await press('Escape');
    await follow(button('새 멤버 추가'));
    await expect(coach(page)).toContainText('열세 단계를 모두 마쳤습니다');
    await expect.poll(() => marks(page)).toBe('xxxxxxxxxxxxxxx');
    await expectNoSideways(page);
    await follow(coach(page).getByRole('link', { name: '가이드' }));
    await expect(page.locator('#guide-walkthrough')).toBeFocused();
    await expectNoSideways(page);
    await follow(coach(page).getByRole('button', { name: '닫기' }));
    await expect(coach(page)).toBeHidden();
    expect(await shifts()).toEqual([]);
  });
});

test('the walkthrough bar updates together with the page', async ({ page }) => {
  const shown = await watchLines(page);
  await startDemo(page);
  await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
  await expect(coach(page)).toContainText('Step 2 of 13');
  const dialog = await openCreate(page);
  await expect(dialog.locator('.walk-line')).toContainText('Step 3 of 13');
  await fill(dialog, { name: 'Followed' });
  await submitButton(dialog).click();
  await expect(coach(page)).toContainText('Step 10 of 13');
  await link(page, 'Followed').click();
  await expect(coach(page)).toContainText('Step 11 of 13');
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await expect(coach(page)).toContainText('Step 12 of 13');
  await page.getByLabel('Registry visibility').selectOption('Restricted');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(coach(page)).toContainText('Step 13 of 13: Press Add member.');
  await page.getByRole('button', { name: 'Add member' }).click();
  await expect(coach(page)).toContainText('Fill in Member.');
  // A person who does each step at its place sees no link elsewhere, not even for a frame.
  const lines = await shown();
  expect(lines.filter((line) => line.includes('Take me there'))).toEqual([]);
  // The dialog never asks to be opened.
  expect(lines.filter((line) => line.endsWith('Press Create registry.'))).toEqual([]);
});

test('navigating to a step starts the walkthrough, and only completed steps are marked', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/guide?part=walkthrough');
  await page.getByRole('link', { name: 'Take me there: step 3', exact: true }).click();
  const dialog = createDialog(page);
  const line = dialog.locator('.walk-line');
  await expect(line).toContainText('Step 3 of 13: Fill in Name.');
  const name = dialog.getByLabel('Name', { exact: true });
  await name.fill('Ticked');
  await name.press('Tab');
  await expect(line).toContainText('Step 4 of 13');
  await name.fill('playground');
  await name.press('Tab');
  await expect(line, 'a name that is taken').toContainText('Step 3 of 13');
  await name.fill('Ticked');
  await dialog.getByRole('button', { name: 'Create registry' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 }), 'what opened it is gone').toBeFocused();

  await link(page, 'Ticked').click();
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Registry visibility').selectOption('Restricted');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Add member' }).click();
  const member = page.getByRole('combobox', { name: 'Member', exact: true });
  for (const [typed, says] of [
    ['omar.haddad', 'Press Add new member.'],
    ['omar.haddad, nobody.here', 'Fill in Member.'],
    ['omar.haddad, mina.park', 'Press Add new member.'],
    ['', 'Fill in Member.'],
  ] as const) {
    await member.fill(typed);
    await expect(coach(page), typed).toContainText(says);
  }
});

test('the only person of an organization is directed to the form that adds people', async ({ page }) => {
  await page.goto('./');
  await startEmpty(page, 'Alone');
  await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
  await create(page, { name: 'Mine' });
  await link(page, 'Mine').click();
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Registry visibility').selectOption('Restricted');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(coach(page)).toContainText('There is nobody to add yet.');
  await coach(page).getByRole('link', { name: 'Take me there' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People & teams' })).toBeFocused();
});

test('with a full storage the walkthrough continues in this tab', async ({ page }) => {
  await startDemo(page);
  await page.goto('./?storage=full#/');
  await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
  await expect(coach(page)).toContainText('Step 2 of 13');
  await coach(page).getByRole('button', { name: 'Stop' }).click();
  await expect(coach(page)).toBeHidden();
});

for (const width of [1280, 320]) {
  test(`at ${width} px the walkthrough starts at the current page and keeps its button visible`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await startDemo(page);
    await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
    await expect(coach(page)).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await openRegistry(page, 'Playground');
    await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Registry visibility').selectOption('Restricted');
    const save = page.getByRole('button', { name: 'Save changes' });
    await save.focus();
    await save.press('Enter');
    await expect(page.getByText('Unsaved', { exact: false })).toHaveCount(0);
    await expect(save).toBeFocused();
    await expect(save).toBeInViewport({ ratio: 1 });
  });
}

test('the guide lists the differences from W&B today, in both languages and with sources', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/guide');
  await page.getByRole('navigation', { name: 'In this guide' }).getByRole('link', { name: 'W&B in 2026' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'W&B in 2026' })).toBeFocused();
  const main = page.getByRole('main');
  for (const text of ['CoreWeave Forge', 'Registry access → Add access → Include users and teams', 'Registry members and roles → Add member → Add new member', 'server 0.83', 'W&B deprecated it in 2026']) {
    await expect(main).toContainText(text);
  }
  await page.getByLabel('Language').selectOption('ko');
  await expect(page.getByRole('heading', { level: 2, name: '2026년의 W&B' })).toBeVisible();
  await expect(main).toContainText('CoreWeave Forge');
});

test('the permission table matches the rules for several accounts in every visible registry', async ({ page }) => {
  test.setTimeout(180_000);
  await startDemo(page);
  await api(page);
  const codes = await page.evaluate(() => (window as unknown as { registrar: Registrar }).registrar.permissions().map(({ permission }) => permission));
  expect(codes).toHaveLength(29);
  let compared = 0;
  for (const account of ['ada.okafor', 'priya.raman', 'yuki.tanaka', 'omar.haddad', 'sofia.lindqvist', 'nightly-eval']) {
    const { registries } = await viewOf(page, account);
    for (const { id, name } of registries) {
      await visit(page, `#/guide?part=permissions&registry=${id}`);
      await expect(page.getByRole('columnheader').last()).toHaveText(`You, in ${name}`);
      const shown = () =>
        page.locator('.permissions [data-verdict]').evaluateAll((badges) => badges.map((badge) => badge.getAttribute('data-verdict')));
      const expected = [];
      for (const code of codes) expected.push((await may(page, code, { registry: id })).granted ? 'yes' : 'no');
      await expect.poll(shown, `${account} in ${name}`).toEqual(expected);
      compared += expected.length;
    }
  }
  expect(compared).toBeGreaterThan(29 * 20);
});

test('a granted permission names the role that grants it', async ({ page }) => {
  await startDemo(page);
  for (const [username, name, registry, permission, reason] of [
    ['ada.okafor', 'Ada Okafor', 'Playground', 'Delete the registry', 'You are an admin of the organization.'],
    ['yuki.tanaka', 'Yuki Tanaka', 'Playground', 'Delete the registry', 'You created this registry, and are Admin in it.'],
    ['priya.raman', 'Priya Raman', 'Vision Checkpoints', 'Change the visibility', 'You are the administrator of a team'],
    ['omar.haddad', 'Omar Haddad', 'Production_Models', 'Use a linked artifact', 'You are Viewer in this registry, and that is enough.'],
  ] as const) {
    await actAs(page, username, name);
    await visit(page, '#/guide?part=permissions');
    await page.getByLabel('Your permissions in').selectOption(registry);
    const row = page.getByRole('row', { name: new RegExp(`^${permission}`) });
    await row.locator('summary').click();
    await expect(row).toContainText(reason);
    await visit(page, '#/');
    await expectLanding(page);
  }
});

test('a verdict opens its reasons, and the address contains the chosen registry', async ({ page }) => {
  await startDemo(page);
  await actAs(page, 'omar.haddad', 'Omar Haddad');
  await visit(page, '#/guide?part=permissions');
  await expect(page.locator('#guide-permissions')).toBeFocused();
  await expect.poll(async () => (await page.locator('#guide-permissions').boundingBox())?.y ?? 0, 'the part is at the head').toBeLessThan(120);
  await page.getByLabel('Your permissions in').selectOption('Production_Models');
  await expect(page).toHaveURL(/#\/guide\?part=permissions&registry=/);
  await page.reload();
  await expect(page.getByLabel('Your permissions in').locator('option:checked')).toHaveText('Production_Models');
  const row = page.getByRole('row', { name: /^Link an artifact/ });
  await expect(row.locator('details')).not.toContainText('You are Viewer');
  await row.locator('summary').click();
  await expect(row).toContainText('You are Viewer in this registry. This takes Member.');
  await row.locator('summary').press('Enter');
  await expect(row.locator('details')).not.toHaveAttribute('open');
  // A registry that the account cannot see is replaced by another one.
  await visit(page, '#/guide?registry=nothing.0.0');
  await expect(page.getByRole('columnheader').last()).toContainText('You, in ');
});

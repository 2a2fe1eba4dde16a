/** The guide's steps for creating a custom registry, and its visibility to other accounts. */

import {
  actAs,
  actingAs,
  card,
  count,
  create,
  createButton,
  createDialog,
  custom,
  expectLanding,
  fact,
  fill,
  link,
  names,
  occurrences,
  openCreate,
  openRegistry,
  startDemo,
  startEmpty,
  submitButton,
  toast,
} from './support/app.ts';
import { snapshot } from './support/storage.ts';
import { expect, test } from './support/test.ts';

test('the guide’s eight steps create a registry that stays', async ({ page }) => {
  // 1. Navigate to the Registry App.
  await startDemo(page);
  await expect(count(page)).toHaveText('6 registries');

  // 2. Within Custom registry, click on the Create registry button.
  await page.getByRole('region', { name: 'Custom registry' }).getByRole('button', { name: 'Create registry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create registry' });
  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(/#\/create-registry\b/);

  // 3. Provide a name in the Name field.
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Fine_Tuned_Models');
  await expect(dialog).toContainText('wandb-registry-Fine_Tuned_Models');
  await expect(dialog).toContainText('96 left');

  // 4. Optionally provide a description.
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Models that were tuned for one task.');

  // 5. Select who can view the registry from the Registry visibility dropdown.
  const visibility = dialog.getByRole('combobox', { name: 'Registry visibility' });
  await expect(visibility.locator('option:checked')).toHaveText('Organization');
  await visibility.selectOption({ label: 'Restricted' });
  await expect(dialog).toContainText('Only 2 people will see it: you and 한지우.');

  // 6. Select All types or Specify types from the Accepted artifacts type dropdown.
  const accepted = dialog.getByRole('combobox', { name: 'Accepted artifacts type' });
  await expect(accepted.getByRole('option')).toHaveText(['All types', 'Specify types']);
  await accepted.selectOption({ label: 'Specify types' });

  // 7. Add one or more artifact types.
  const type = dialog.getByRole('textbox', { name: 'Add artifact type' });
  await type.fill('model');
  await type.press('Enter');
  await type.fill('evaluation-report');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('list', { name: 'Types that were added' }).getByRole('listitem')).toHaveText([
    'model',
    'evaluation-report',
  ]);
  await expect(dialog).toContainText('a type can never be removed once it is saved');

  // 8. Click on the Create registry button.
  await dialog.getByRole('button', { name: 'Create registry' }).click();
  await expect(dialog).toBeHidden();
  await expect(toast(page)).toContainText('Registry Fine_Tuned_Models was created.');
  await expect(createButton(page)).toBeFocused();

  const isThere = async () => {
    await expectLanding(page);
    await expect(count(page)).toHaveText('7 registries');
    await expect(card(page, 'Fine_Tuned_Models')).toContainText('Models that were tuned for one task.');
    await expect(card(page, 'Fine_Tuned_Models')).toContainText('Restricted');
    await expect(card(page, 'Fine_Tuned_Models')).toContainText('Admin');
  };
  await isThere();
  await page.reload();
  await isThere();

  await openRegistry(page, 'Fine_Tuned_Models');
  await expect(fact(page, 'Accepted artifact types').getByRole('listitem')).toHaveText(['model', 'evaluation-report']);
  await expect(fact(page, 'Full name')).toHaveText('wandb-registry-Fine_Tuned_Models');
  await expect(fact(page, 'Visibility')).toContainText('Only invited members');
  await expect(fact(page, 'Owner')).toHaveText('Ada Okafor');
  const row = page.getByRole('row').filter({ hasText: 'ada.okafor' });
  await expect(row.getByRole('cell').first()).toHaveText('Admin');
  await expect(page).toHaveTitle('Fine_Tuned_Models · Lighthouse Labs · Registrar');
});

test('a registry without access is not listed, and its address reveals nothing', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'Fine_Tuned_Models', visibility: 'Restricted', types: ['model'] });
  const address = await openRegistry(page, 'Fine_Tuned_Models');
  await toast(page).getByRole('button', { name: 'Dismiss' }).click();
  const saysNothing = async () => expect.poll(() => occurrences(page, 'Fine_Tuned_Models')).toEqual([]);

  // By keyboard, on the registry's own page.
  await actAs(page, 'mina.park', 'Mina Park');
  const nothing = page.getByRole('heading', { level: 1, name: 'There is nothing here that you can see' });
  await expect(nothing).toBeVisible();
  await saysNothing();

  await page.getByRole('link', { name: 'Go to the registries' }).click();
  await expectLanding(page);
  await expect(count(page)).toHaveText('4 registries');
  await expect(link(page, 'Playground')).toBeVisible();
  await saysNothing();
  await custom(page).getByRole('searchbox', { name: 'Filter' }).fill('fine');
  await expect(count(page)).toHaveText('0 of 4 registries');
  await expect(custom(page)).toContainText('No custom registry matches “fine”.');
  await saysNothing();

  // Its address, typed by hand, looks the same as an unknown address.
  await page.goto(address);
  await page.reload();
  await expect(nothing).toBeVisible();
  await saysNothing();

  // By mouse.
  await actingAs(page).click();
  await page.getByRole('option', { name: '한지우' }).click();
  await expect(actingAs(page)).toHaveValue('한지우');
  await expect(page.getByRole('heading', { level: 1, name: 'Fine_Tuned_Models' })).toBeVisible();
  await expect(fact(page, 'Your role')).toContainText('Admin');
  const sources = fact(page, 'Your role').getByRole('list').getByRole('listitem');
  const why = fact(page, 'Your role').locator('summary');
  await why.click();
  await expect(sources).toHaveText([/^Admin as an admin of the organization/]);

  // By the query before the hash.
  await page.goto(`./?as=chidi.eze${new URL(address).hash}`);
  await expect(actingAs(page)).toHaveValue('Chidi Eze');
  await expect(nothing).toBeVisible();
  await saysNothing();
  await page.goto(`./?as=ada.okafor${new URL(address).hash}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Fine_Tuned_Models' })).toBeVisible();
  await why.click();
  await expect(sources).toHaveText([
    /^Admin as an admin of the organization/,
    /^Admin as a listed member/,
    'The highest role counts.',
  ]);
});

test('a toast disappears when the acting account changes', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'Fine_Tuned_Models', visibility: 'Restricted' });
  await expect(toast(page)).toContainText('Fine_Tuned_Models');
  await actAs(page, 'mina.park', 'Mina Park');
  await expect.poll(() => occurrences(page, 'Fine_Tuned_Models')).toEqual([]);
});

test('the acting account is kept per tab', async ({ page, context }) => {
  await startDemo(page);
  await actAs(page, 'yuki.tanaka', 'Yuki Tanaka');
  await page.reload();
  await expect(actingAs(page)).toHaveValue('Yuki Tanaka');
  const other = await context.newPage();
  await other.goto('./');
  await expect(actingAs(other)).toHaveValue('Ada Okafor');
});

test('a request to act as an unknown account is reported', async ({ page }) => {
  await startDemo(page);
  await page.goto('./?as=nobody.here');
  await expect(toast(page)).toContainText('Nobody in the organization is called nobody.here.');
  await expect(actingAs(page)).toHaveValue('Ada Okafor');
});

test('the account switcher is operated by keyboard', async ({ page }) => {
  await startDemo(page);
  const box = actingAs(page);
  await box.focus();
  await box.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(14);
  await box.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(box).toHaveValue('Ada Okafor');
  await box.fill('zielinski@lighthouse');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/Tomasz Zieliński/]);
  await box.fill('없는 사람');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['Nobody matches']);
  await box.fill('t');
  await box.press('ArrowDown');
  const second = page.getByRole('listbox').getByRole('option').nth(1);
  await expect(box).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '');
  await expect(second).toBeVisible();
  const name = await second.locator('bdi').innerText();
  await box.press('Enter');
  await expect(box).toHaveValue(name);
});

for (const [who, username, name, reason] of [
  ['a service account', 'ci-runner', 'ci-runner', 'Service accounts do not create registries, and manage no people, teams or settings.'],
  ['an organization Viewer', 'noa.levi', 'Noa Levi', 'Viewers of the organization cannot create registries.'],
] as const) {
  test(`${who} cannot create a registry, and sees the reason and who can`, async ({ page }) => {
    await startDemo(page);
    await actAs(page, username, name);
    const button = createButton(page);
    await expect(button).toBeVisible();
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(new RegExp(reason));
    await expect(button).toHaveAccessibleDescription(/\d+ others could\./);
    await button.focus();
    await expect(button).toBeFocused();
    await button.press('Enter');
    await button.click({ force: true });
    await expect(createDialog(page)).toHaveCount(0);

    // The dialog has an address: it opens, explains the denial, and creates nothing.
    const before = await snapshot(page);
    await page.goto('./#/create-registry');
    const dialog = createDialog(page);
    await expect(dialog).toContainText(reason);
    await fill(dialog, { name: 'Not mine to make' });
    await expect(submitButton(dialog)).toHaveAttribute('aria-disabled', 'true');
    await expect(submitButton(dialog)).toHaveAccessibleDescription(new RegExp(reason));
    await submitButton(dialog).click({ force: true });
    await expect(dialog.getByRole('alert')).toContainText(reason);
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Not mine to make');
    expect(await snapshot(page)).toEqual(before);
  });
}

test('a team administrator who is a Viewer of the organization can create a registry', async ({ page }) => {
  await startDemo(page);
  await actAs(page, 'priya.raman', 'Priya Raman');
  await expect(createButton(page)).not.toHaveAttribute('aria-disabled');
  await create(page, { name: 'Vision Baselines' });
  await expect(card(page, 'Vision Baselines')).toContainText('Admin');
});

test('a new organization has only its founder', async ({ page }) => {
  await page.goto('./');
  await startEmpty(page, 'Njeri Lab');
  await expect(page).toHaveTitle('Registry · Njeri Lab · Registrar');
  await expect(actingAs(page)).toHaveValue('Grace Njeri');
  await expect(custom(page)).toContainText('No custom registry yet');
  await expect(link(page, 'Models')).toBeVisible();
  await expect(link(page, 'Datasets')).toBeVisible();
  await create(page, { name: 'First' });
  await page.reload();
  await expect(names(page)).toHaveText(['First']);
  await openRegistry(page, 'First');
  await expect(page.getByRole('row').filter({ hasText: 'grace.njeri' })).toContainText('Admin');
});

test('filter and order are in the address and survive a reload', async ({ page }) => {
  await startDemo(page);
  await custom(page).getByRole('searchbox', { name: 'Filter' }).fill('model');
  await expect(count(page)).toHaveText('2 of 6 registries');
  await expect(names(page)).toHaveText(['Production_Models', 'Safety_Reviews']);
  await custom(page).getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'Name' });
  await expect(names(page)).toHaveText(['Production_Models', 'Safety_Reviews']);
  await page.reload();
  await expect(names(page)).toHaveText(['Production_Models', 'Safety_Reviews']);

  // The dialog opens over the filtered list, and Back returns to it.
  await openCreate(page);
  await page.goBack();
  await expect(createDialog(page)).toHaveCount(0);
  await expect(count(page)).toHaveText('2 of 6 registries');
});

test('the core registries accept one type each and are open to everybody', async ({ page }) => {
  await startDemo(page);
  const core = page.getByRole('region', { name: 'Core registry' });
  await expect(core.getByRole('listitem').getByRole('heading')).toHaveText(['Models', 'Datasets']);
  await openRegistry(page, 'Models');
  await expect(fact(page, 'Full name')).toHaveText('wandb-registry-model');
  await expect(fact(page, 'Accepted artifact types').getByRole('listitem')).toHaveText(['model']);
  await expect(fact(page, 'Visibility')).toContainText('A core registry is always open to the organization.');
});

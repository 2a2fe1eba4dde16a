/** The settings of a registry: one draft with its consequences, saved as one intent. */

import type { Locator, Page } from '@playwright/test';
import { actAs, card, create, expectLanding, fact, link, occurrences, openRegistry, startDemo, toast, visit } from './support/app.ts';
import {
  addButton,
  describedBy,
  dispatchInOtherTab,
  field,
  general,
  memberField,
  memberRow,
  members,
  openAdd,
  openSettings,
  registryReference,
  roleOf,
  saveButton,
  visitAs,
} from './support/settings.ts';
import { records, snapshot } from './support/storage.ts';
import { expect, test } from './support/test.ts';

const NOTHING_HERE = 'There is nothing here that you can see';

function consequences(page: Page) {
  return general(page).getByRole('group', { name: 'What this changes' });
}

/** Selects in a select that only Playwright considers disabled. */
async function choose(select: Locator, value: string): Promise<void> {
  await select.evaluate((element: HTMLSelectElement, value) => {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}

/** The actions of the last record, by name. */
async function lastActions(page: Page): Promise<string[]> {
  const last = (await records(page)).at(-1);
  return (last?.entry.do ?? []).flatMap((action) => Object.keys(action as object));
}

test('restricting a registry as in the guide removes the access of others', async ({ page }) => {
  await startDemo(page);
  // 1. to 3. Navigate to the Registry App, select a registry, click on the gear.
  await openRegistry(page, 'Playground');
  await page.getByRole('link', { name: 'Settings' }).click();
  // 4. From the Registry visibility dropdown, select the desired registry visibility.
  await page.getByLabel('Registry visibility').selectOption({ label: 'Restricted' });
  await expect(consequences(page)).toContainText('lose access (now Restricted Viewer)');
  // 5. Scroll to Registry members and roles, click on Add member; the email, then the username of a member.
  await page.getByRole('region', { name: 'Registry members and roles' }).getByRole('button', { name: 'Add member' }).click();
  await page.getByLabel('Member', { exact: true }).fill('mina.park@lighthouse.example');
  await page.getByRole('button', { name: 'Add new member' }).click();
  await expect(toast(page)).toContainText('Added Mina Park to Playground as Restricted Viewer.');
  await expect(memberField(page)).toHaveValue('');
  await expect(memberField(page)).toBeFocused();
  await page.getByLabel('Member', { exact: true }).fill('omar.haddad');
  await page.getByRole('button', { name: 'Add new member' }).click();
  await expect(roleOf(page, 'Omar Haddad')).toHaveValue('restricted-viewer');
  // Changing members keeps the draft.
  await expect(page.getByLabel('Registry visibility').locator('option:checked')).toHaveText('Restricted');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(toast(page)).toContainText('The visibility of Playground is now Restricted.');
  await expect(consequences(page)).toHaveCount(0);

  await page.reload();
  await expect(page.getByLabel('Registry visibility').locator('option:checked')).toHaveText('Restricted');
  await expect(memberRow(page, 'Mina Park')).toBeVisible();
  for (const [username, name] of [
    ['mina.park', 'Mina Park'],
    ['omar.haddad', 'Omar Haddad'],
    ['yuki.tanaka', 'Yuki Tanaka'],
  ] as const) {
    await visitAs(page, username, name);
    await expect(page.getByRole('heading', { level: 1, name: 'Settings of Playground' })).toBeVisible();
  }
  await visitAs(page, 'chidi.eze', 'Chidi Eze');
  await expect(page.getByRole('heading', { level: 1, name: NOTHING_HERE })).toBeVisible();
  await expect.poll(() => occurrences(page, 'Playground')).toEqual([]);
});

test('saving is one intent with the changed fields only', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Evaluation Sets');
  const before = (await records(page)).length;
  await field(page, 'Name').fill('Evaluation_Sets');
  await field(page, 'Description').fill('Frozen.');
  await field(page, 'Add artifact type').fill('report, dataset');
  await field(page, 'Registry visibility').selectOption({ label: 'Restricted' });
  await saveButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings of Evaluation_Sets' })).toBeVisible();
  expect((await records(page)).length).toBe(before + 1);
  expect(await lastActions(page)).toEqual(['rename_registry', 'describe_registry', 'add_types', 'set_visibility']);
  await expect(general(page).getByRole('list', { name: 'Saved types' }).getByRole('listitem')).toHaveText([
    'dataset',
    'benchmark',
    'report',
  ]);
  await expect(general(page)).not.toContainText('not saved yet');

  await field(page, 'Description').fill('Frozen test sets.');
  await field(page, 'Name').fill(' Evaluation_Sets ');
  await saveButton(page).click();
  await expect(toast(page)).toContainText('Saved the description of Evaluation_Sets.');
  expect(await lastActions(page)).toEqual(['describe_registry']);
  await expect(field(page, 'Name')).toHaveValue('Evaluation_Sets');

  // A save without changes stores nothing.
  const stored = await snapshot(page);
  await saveButton(page).click();
  await expect(toast(page)).toContainText('There is nothing to save');
  expect(await snapshot(page)).toEqual(stored);
  await visit(page, '#/');
  await expect(card(page, 'Evaluation_Sets')).toContainText('Frozen test sets.');
});

test('a saved type cannot be removed, an unsaved one can', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Evaluation Sets');
  const saved = general(page).getByRole('list', { name: 'Saved types' });
  await expect(saved.getByRole('listitem')).toHaveText(['dataset', 'benchmark']);
  await expect(saved.getByRole('button')).toHaveCount(0);
  await field(page, 'Add artifact type').fill('report');
  await field(page, 'Add artifact type').press('Enter');
  await field(page, 'Add artifact type').fill('dataset');
  await field(page, 'Add artifact type').press('Enter');
  const added = general(page).getByRole('list', { name: 'Types that were added' });
  await expect(added.getByRole('listitem')).toHaveText(['report']);
  await general(page).getByRole('button', { name: 'Remove report' }).click();
  await expect(added.getByRole('listitem')).toHaveCount(0);
  await expect(general(page)).not.toContainText('not saved yet');
});

test('switching to all types and back keeps the saved types', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Evaluation Sets');
  const saved = general(page).getByRole('list', { name: 'Saved types' }).getByRole('listitem');
  await field(page, 'Accepted artifact types').selectOption({ label: 'All types' });
  await expect(general(page)).toContainText('The saved types stay saved.');
  await expect(field(page, 'Add artifact type')).toHaveCount(0);
  await saveButton(page).click();
  await expect(toast(page)).toContainText('Evaluation Sets now accepts all types.');
  expect(await lastActions(page)).toEqual(['accept_all_types']);
  await page.reload();
  await expect(field(page, 'Accepted artifact types').locator('option:checked')).toHaveText('All types');
  await expect(saved).toHaveText(['dataset', 'benchmark']);
  await field(page, 'Accepted artifact types').selectOption({ label: 'Specify types' });
  await saveButton(page).click();
  await expect(toast(page)).toContainText('now accepts specified types only');
  await visit(page, '#/');
  await openRegistry(page, 'Evaluation Sets');
  await expect(fact(page, 'Accepted artifact types').getByRole('listitem')).toHaveText(['dataset', 'benchmark']);

  // Without a saved type, at least one is needed.
  await openSettings(page, 'Playground');
  await field(page, 'Accepted artifact types').selectOption({ label: 'Specify types' });
  await saveButton(page).click();
  await expect(general(page).getByRole('alert')).toContainText('Add at least one artifact type');
  await field(page, 'Add artifact type').fill('model');
  await saveButton(page).click();
  await expect.poll(() => lastActions(page)).toEqual(['specify_types']);
});

test('faults are shown at their fields and in a summary, and nothing is stored', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  const before = await snapshot(page);
  await field(page, 'Description').fill('x'.repeat(10_001));
  for (const [name, reason] of [
    ['Models', 'This name is taken by the registry Models.'],
    ['safety_REVIEWS', 'This name is taken by the registry Safety_Reviews.'],
    ['a/b', 'A name cannot contain a slash (/).'],
    ['wandb-registry-x', 'Leave out “wandb-registry-”'],
    ['\u200b', 'Enter a name for the registry.'],
    ['', 'Enter a name for the registry.'],
  ] as const) {
    await test.step(JSON.stringify(name), async () => {
      await field(page, 'Name').fill(name);
      await saveButton(page).click();
      await expect(general(page).getByRole('alert').first()).toContainText(reason);
      await expect(general(page).getByRole('alert').first()).toContainText('2 things need another look');
      await expect(field(page, 'Name')).toHaveAttribute('aria-invalid', 'true');
      await expect.poll(() => describedBy(field(page, 'Name'))).toContain(reason);
      await expect(field(page, 'Name')).toHaveValue(name);
    });
  }
  await general(page).getByRole('button', { name: 'A description has at most' }).click();
  await expect(field(page, 'Description')).toBeFocused();
  expect(await snapshot(page)).toEqual(before);
  // Its own name in another case is free.
  await field(page, 'Description').fill('');
  await field(page, 'Name').fill('PLAYGROUND');
  await saveButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings of PLAYGROUND' })).toBeVisible();
});

test('the draft is kept for this tab until it is saved or discarded', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await field(page, 'Name').fill('Sandbox');
  await field(page, 'Registry visibility').selectOption({ label: 'Restricted' });
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Playground' })).toBeVisible();
  await page.goForward();
  await expect(field(page, 'Name')).toHaveValue('Sandbox');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(field(page, 'Name')).toHaveValue('Sandbox');
  await expect(consequences(page)).toBeVisible();
  // The draft belongs to nobody else.
  await actAs(page, 'yuki.tanaka', 'Yuki Tanaka');
  await expect(field(page, 'Name')).toHaveValue('Playground');
  await actAs(page, 'ada.okafor', 'Ada Okafor');
  await expect(field(page, 'Name')).toHaveValue('Sandbox');
  await general(page).getByRole('button', { name: 'Discard changes' }).click();
  await expect(field(page, 'Name')).toHaveValue('Playground');
  await expect(field(page, 'Registry visibility').locator('option:checked')).toHaveText('Organization');
});

test('leaving the page with a draft asks for confirmation', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await field(page, 'Name').pressSequentially('X');
  await expect(general(page).getByRole('button', { name: 'Discard changes' })).toBeVisible();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await general(page).getByRole('button', { name: 'Discard changes' }).click();
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('changes of another tab appear in untouched fields and are reported at edited ones', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await field(page, 'Name').fill('Sandbox');
  const other = await page.context().newPage();
  await other.goto('./');
  await openSettings(other, 'Playground');
  await field(other, 'Description').fill('Changed elsewhere.');
  await saveButton(other).click();
  await expect(field(page, 'Description')).toHaveValue('Changed elsewhere.');
  await expect(field(page, 'Name')).toHaveValue('Sandbox');
  await expect(general(page)).not.toContainText('in the meantime');

  await field(other, 'Name').fill('Quarry');
  await saveButton(other).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings of Quarry' })).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('Sandbox');
  await expect(general(page)).toContainText('Changed elsewhere in the meantime: Name (now Quarry).');
  await saveButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings of Sandbox' })).toBeVisible();
  expect(await lastActions(page)).toEqual(['rename_registry']);
  await expect(general(page)).not.toContainText('in the meantime');
});

test('deleting a registry in another tab during an edit shows the typed input', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Playground');
  await field(page, 'Name').fill('Sandbox');
  const other = await page.context().newPage();
  await other.goto('./');
  await openSettings(other, 'Playground');
  await other.getByRole('button', { name: 'Delete registry' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByRole('textbox').fill('playground');
  await dialog.getByRole('button', { name: 'Delete registry' }).click();
  await expect(dialog).toContainText('This is not the name.');
  await dialog.getByRole('textbox').fill('Playground');
  await dialog.getByRole('button', { name: 'Delete registry' }).click();
  await expectLanding(other);
  await expect(toast(other)).toContainText('Deleted the registry Playground.');
  await expect(link(other, 'Playground')).toHaveCount(0);

  await expect(page.getByRole('heading', { level: 1, name: NOTHING_HERE })).toBeVisible();
  const unsaved = page.getByRole('region', { name: 'What you had not saved' });
  await expect(unsaved).toContainText('Sandbox');
  await actAs(page, 'mina.park', 'Mina Park');
  await expect(unsaved).toHaveCount(0);
  await expect.poll(() => occurrences(page, 'Sandbox')).toEqual([]);
  await actAs(page, 'ada.okafor', 'Ada Okafor');
  await unsaved.getByRole('button', { name: 'Throw it away' }).click();
  await expect(unsaved).toHaveCount(0);
});

test('an account cannot remove its own access', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  // A team administrator without a row may restrict registries, unless that removes the own access.
  await visitAs(page, 'priya.raman', 'Priya Raman');
  const before = await snapshot(page);
  await expect(field(page, 'Name')).toHaveAttribute('readonly');
  await expect(field(page, 'Registry visibility')).not.toHaveAttribute('aria-disabled');
  await field(page, 'Registry visibility').selectOption({ label: 'Restricted' });
  await expect.poll(() => describedBy(field(page, 'Registry visibility'))).toContain('You would lose your own access');
  await saveButton(page).click();
  await expect(general(page).getByRole('alert').first()).toContainText('You would lose your own access');
  await expect(field(page, 'Registry visibility').locator('option:checked')).toHaveText('Restricted');
  expect(await snapshot(page)).toEqual(before);
});

test('with the organization setting, a restricted registry cannot be opened again', async ({ page }) => {
  await startDemo(page);
  await dispatchInOtherTab(page, 'zzzzzzzzzz', { set_restricted_stays: { stays: true } });
  await page.reload();
  await openSettings(page, 'Safety_Reviews');
  await field(page, 'Registry visibility').selectOption({ label: 'Organization' });
  await expect.poll(() => describedBy(field(page, 'Registry visibility'))).toContain('restricted registries stay restricted');
  const before = await snapshot(page);
  await saveButton(page).click();
  await expect(general(page).getByRole('alert').first()).toContainText('restricted registries stay restricted');
  expect(await snapshot(page)).toEqual(before);
});

test('opening a restricted registry shows who gains access', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Vision Checkpoints');
  const before = await snapshot(page);
  await field(page, 'Registry visibility').selectOption({ label: 'Organization' });
  await expect(consequences(page)).toContainText('gain access as Restricted Viewer');
  await expect(consequences(page)).toContainText('2 gain access as Member: ci-runner, nightly-eval');
  expect(await snapshot(page)).toEqual(before);
  await saveButton(page).click();
  await expect(toast(page)).toContainText('The visibility of Vision Checkpoints is now Organization.');
  await visitAs(page, 'omar.haddad', 'Omar Haddad');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings of Vision Checkpoints' })).toBeVisible();
});

test('each field has its own permission and explains a denial', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Production_Models');
  // A Member: name and description.
  await visitAs(page, 'mina.park', 'Mina Park');
  await expect(field(page, 'Name')).not.toHaveAttribute('readonly');
  await expect(field(page, 'Add artifact type')).toHaveAttribute('readonly');
  await expect(field(page, 'Accepted artifact types')).toHaveAttribute('aria-disabled', 'true');
  await field(page, 'Description').fill('By a Member.');
  await saveButton(page).click();
  await expect(toast(page)).toContainText('Saved the description of Production_Models.');

  // A Viewer: nothing.
  await visitAs(page, 'omar.haddad', 'Omar Haddad');
  const before = await snapshot(page);
  for (const label of ['Name', 'Description', 'Add artifact type']) {
    await expect(field(page, label)).toHaveAttribute('readonly');
    await expect.poll(() => describedBy(field(page, label))).toContain('You are Viewer in this registry.');
  }
  for (const [label, option] of [
    ['Registry visibility', 'restricted'],
    ['Accepted artifact types', 'all'],
  ] as const) {
    const select = field(page, label);
    await expect(select).toHaveAttribute('aria-disabled', 'true');
    await expect.poll(() => describedBy(select)).toContain('An admin of the registry can give you a higher role.');
    await select.focus();
    await expect(select).toBeFocused();
    const chosen = await select.inputValue();
    await select.press('ArrowDown');
    await expect(select).toHaveValue(chosen);
    await choose(select, option);
    await expect(select).toHaveValue(chosen);
  }
  for (const name of ['Save changes', 'Delete registry', 'Add member', 'Remove Mina Park', 'Make owner: Mina Park']) {
    const button = page.getByRole('button', { name });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(/You are Viewer in this registry\./);
    await button.click({ force: true });
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(memberField(page)).toHaveCount(0);
  await choose(roleOf(page, 'Mina Park'), 'admin');
  await expect(roleOf(page, 'Mina Park')).toHaveValue('member');
  // The form has an address: it opens, explains the denial, and adds nobody.
  await visit(page, `#/registry/${registryReference(page)}/settings/add-member`);
  await expect(memberField(page)).toHaveAttribute('readonly');
  await expect(addButton(page)).toHaveAttribute('aria-disabled', 'true');
  expect(await snapshot(page)).toEqual(before);
});

test('a core registry explains its fixed fields, and types and members can be added', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Models');
  await expect(field(page, 'Name')).toHaveAttribute('readonly');
  await expect.poll(() => describedBy(field(page, 'Name'))).toContain('Fixed in a core registry');
  await expect(field(page, 'Registry visibility')).toHaveAttribute('aria-disabled', 'true');
  await expect.poll(() => describedBy(field(page, 'Accepted artifact types'))).toContain('cannot accept all types');
  const button = page.getByRole('button', { name: 'Delete registry' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(/A core registry can never be deleted/);
  await field(page, 'Add artifact type').fill('checkpoint');
  await saveButton(page).click();
  await expect(general(page).getByRole('list', { name: 'Saved types' }).getByRole('listitem')).toHaveText([
    'model',
    'checkpoint',
  ]);
  await openAdd(page);
  await memberField(page).fill('omar.haddad');
  await addButton(page).click();
  await expect(memberRow(page, 'Omar Haddad')).toBeVisible();
  await expect(members(page).getByRole('button', { name: /^Make owner/ })).toHaveCount(0);
});

test('deleting a registry requires its name, and a denial is explained', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: '  Spaced  Out ', types: ['model'] });
  await openSettings(page, 'Spaced Out');
  await field(page, 'Name').fill('Never saved');
  await page.getByRole('button', { name: 'Delete registry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete registry' });
  await expect(dialog).toContainText('lose access');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete registry' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete registry' }).click();
  await dialog.getByRole('textbox').fill('Spaced  Out');
  await dialog.getByRole('button', { name: 'Delete registry' }).click();
  await expectLanding(page);
  await expect(link(page, 'Spaced Out')).toHaveCount(0);
  await page.reload();
  await expectLanding(page);
  await expect(link(page, 'Spaced Out')).toHaveCount(0);
});

test('the settings address of a hidden registry reveals nothing', async ({ page }) => {
  await startDemo(page);
  await openSettings(page, 'Safety_Reviews');
  await visitAs(page, 'mina.park', 'Mina Park');
  await expect(page.getByRole('heading', { level: 1, name: NOTHING_HERE })).toBeVisible();
  await expect.poll(() => occurrences(page, 'Safety_Reviews')).toEqual([]);
  await visit(page, '#/registry/no-such/settings');
  await expect(page.getByRole('heading', { level: 1, name: NOTHING_HERE })).toBeVisible();
  await visit(page, '#/registry/no-such/settings/add-member');
  await expect(page.getByRole('heading', { level: 1, name: NOTHING_HERE })).toBeVisible();
});

test('an alias is protected in the settings, and only an admin of the registry can do that', async ({ page }) => {
  await startDemo(page);
  await openRegistry(page, 'Production_Models');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const section = page.getByRole('region', { name: 'Protected Aliases' });
  await expect(section.getByRole('listitem')).toHaveText([/production.*Production_Models\/support-assistant:v4/]);
  await section.getByLabel('Alias to protect').fill('latest');
  await expect(section).toContainText('latest is managed');
  await section.getByLabel('Alias to protect').fill('canary');
  await section.getByRole('button', { name: 'Add protected alias' }).click();
  await expect(section.getByRole('listitem')).toHaveText([/canary.*Not in use/, /production/]);
  await section.getByRole('button', { name: 'Remove protection of canary' }).click();
  await expect(section.getByRole('listitem')).toHaveCount(1);

  await actAs(page, 'mina.park', 'Mina Park');
  await expect(section.getByRole('button', { name: 'Add protected alias' })).toHaveAttribute('aria-disabled', 'true');
  await expect(section).toContainText('You are Member in this registry. This takes Admin.');
  await section.getByRole('button', { name: 'Remove protection of production' }).dispatchEvent('click');
  await expect(section.getByRole('listitem')).toHaveCount(1);
});

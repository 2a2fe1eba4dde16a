/** Several tabs of one browser: each shows the others' changes, and none overwrites another. */

import type { Page } from '@playwright/test';
import {
  actAs,
  count,
  create,
  createDialog,
  expectLanding,
  fill,
  link,
  names,
  openCreate,
  startDemo,
  submitButton,
  toast,
  visit,
} from './support/app.ts';
import { createRegistry, encode, put, recordOf, records, snapshot, workspace } from './support/storage.ts';
import { expect, test } from './support/test.ts';

/** A writer that sorts before all others at the same clock. */
const FIRST_WRITER = '0000000000';

async function twoTabs(page: Page): Promise<Page> {
  await startDemo(page);
  const other = await page.context().newPage();
  await other.goto('./');
  await expectLanding(other);
  return other;
}

test('a second tab shows a new registry without a reload', async ({ page }) => {
  const other = await twoTabs(page);
  await create(page, { name: 'Made in the first tab', types: ['model'] });
  await expect(link(other, 'Made in the first tab')).toBeVisible();
  await expect(count(other)).toHaveText('7 registries');
  await create(other, { name: 'Made in the second tab' });
  await expect(link(page, 'Made in the second tab')).toBeVisible();
  await expect(count(page)).toHaveText('8 registries');
});

test('a tab without an organization opens the one that another tab creates', async ({ page }) => {
  await page.goto('./');
  const other = await page.context().newPage();
  await startDemo(other);
  await expectLanding(page);
  await expect(count(page)).toHaveText('6 registries');
});

test('tabs show the number of other open tabs', async ({ page }) => {
  const other = await twoTabs(page);
  const nav = page.getByRole('navigation', { name: 'Main' });
  await expect(nav).toContainText('Saved in this browser');
  await expect(nav).toContainText('1 other tab is open');
  await expect(other.getByRole('navigation', { name: 'Main' })).toContainText('1 other tab is open');
  await other.close();
  await expect(nav).not.toContainText('other tab');
});

test('each tab has its own acting account', async ({ page }) => {
  const other = await twoTabs(page);
  await actAs(other, 'mina.park', 'Mina Park');
  await create(page, { name: 'Only for admins', visibility: 'Restricted' });
  await create(page, { name: 'For everybody' });
  await expect(link(other, 'For everybody')).toBeVisible();
  await expect(link(other, 'Only for admins')).toHaveCount(0);
});

test('a name that another tab takes while it is typed is refused at its field', async ({ page }) => {
  const other = await twoTabs(page);
  const dialog = await openCreate(other);
  await fill(dialog, { name: 'Twins', description: 'The second one.' });
  await create(page, { name: 'TWINS' });
  const name = dialog.getByLabel('Name', { exact: true });
  await expect(name).toHaveAccessibleDescription(/taken by the registry TWINS/);
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('taken by the registry TWINS');
  await expect(name).toHaveValue('Twins');
  await expect(dialog.getByLabel('Description')).toHaveValue('The second one.');
});

test('of two concurrent creations with the same name one is applied', async ({ page }) => {
  const other = await twoTabs(page);
  const tabs = [page, other];
  for (const tab of tabs) await fill(await openCreate(tab), { name: 'Twins' });
  await Promise.all(tabs.map((tab) => submitButton(createDialog(tab)).click()));
  for (const tab of tabs) {
    await expect(link(tab, 'Twins')).toHaveCount(1);
    await expect(count(tab)).toHaveText('7 registries');
  }
  // The second tab is told: at the field if it already knew the first change, and otherwise by a toast.
  await expect
    .poll(async () => {
      const said = await Promise.all(tabs.map((tab) => tab.getByText('This name is taken by the registry').count()));
      return said.filter((times) => times > 0).length;
    })
    .toBe(1);
});

test('a change overtaken by another tab is reported', async ({ page }) => {
  const other = await twoTabs(page);
  await create(page, { name: 'Twins', types: ['model'] });
  const mine = await recordOf(page, 'create_registry', 'Twins');

  // The other tab did not know of it, so its record has the same parents, and sorts first in all tabs.
  const id = `${FIRST_WRITER}.0`;
  const text = encode(id, { ...mine.entry, do: [createRegistry('twins', ['dataset'])] });
  await put(other, `registrar:${await workspace(page)}:log:${FIRST_WRITER}:0`, text);

  await expect(toast(page)).toContainText('The creation of Twins is undone: another tab was faster.');
  await expect(toast(page)).toContainText('This name is taken by the registry twins.');
  await expect(link(page, 'twins')).toBeVisible();
  await expect(link(page, 'Twins')).toHaveCount(0);
  await expect(count(page)).toHaveText('7 registries');

  // The log keeps both, every tab folds it to the same state, and work continues from there.
  expect((await records(page)).map((record) => record.id)).toEqual(expect.arrayContaining([mine.id, id]));
  await other.reload();
  await expect(link(other, 'twins')).toBeVisible();
  await expect(link(other, 'Twins')).toHaveCount(0);
  await create(page, { name: 'After both' });
  const [last] = (await records(page)).slice(-1);
  expect(last?.entry.after).toEqual([id, mine.id].sort());
  await expect(link(other, 'After both')).toBeVisible();
});

test('an overtaken change is reported again after a reload until the message is dismissed', async ({ page }) => {
  const other = await twoTabs(page);
  await create(page, { name: 'Twins', types: ['model'] });
  const mine = await recordOf(page, 'create_registry', 'Twins');
  const text = encode(`${FIRST_WRITER}.0`, { ...mine.entry, do: [createRegistry('twins', ['dataset'])] });
  await put(other, `registrar:${await workspace(page)}:log:${FIRST_WRITER}:0`, text);
  const message = 'The creation of Twins is undone: another tab was faster.';
  await expect(toast(page)).toContainText(message);
  await page.reload();
  await expect(toast(page)).toContainText(message);
  expect(await page.evaluate(() => registrar.overtaken().map(({ record }) => record))).toEqual([mine.id]);

  await toast(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(toast(page)).not.toContainText(message);
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(link(tab, 'twins')).toBeVisible();
    await expect(toast(tab)).not.toContainText(message);
  }
});

test('an earlier change of this tab stays, and the later record is overtaken', async ({ page }) => {
  const other = await twoTabs(page);
  await create(page, { name: 'Twins' });
  const mine = await recordOf(page, 'create_registry', 'Twins');
  const id = 'zzzzzzzzzz.0';
  const text = encode(id, { ...mine.entry, do: [createRegistry('twins')] });
  const readable = encode('zzzzzzzzzz.1', {
    ...mine.entry,
    clock: mine.entry.clock + 1,
    after: [id],
    do: [createRegistry('Said afterwards')],
  });
  const log = `registrar:${await workspace(page)}:log:zzzzzzzzzz`;
  await put(other, `${log}:0`, text);
  await put(other, `${log}:1`, readable);
  await expect(link(page, 'Said afterwards')).toBeVisible();
  await expect(link(page, 'Twins')).toBeVisible();
  await expect(link(page, 'twins')).toHaveCount(0);
});

test('a tab whose organization was switched elsewhere stops writing and says so', async ({ page }) => {
  const other = await twoTabs(page);
  await fill(await openCreate(other), { name: 'Too late' });
  await visit(page, '#/start');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expectLanding(page);

  const banner = other.getByText(/^Another tab has switched to another organization, .*This tab writes nothing any more\.$/);
  await expect(banner).toBeVisible();
  const before = await snapshot(page);
  const dialog = createDialog(other);
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('another tab has switched to another organization');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Too late');
  expect(await snapshot(other)).toEqual(before);

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(other.getByRole('navigation', { name: 'Main' })).toContainText('The last change was not saved');
  await other.getByRole('button', { name: 'Reload' }).click();
  await expectLanding(other);
  await expect(banner).toHaveCount(0);
  await create(page, { name: 'Together again' });
  await expect(link(other, 'Together again')).toBeVisible();
});

test('a record that vanishes from an open tab is reported, and the tab continues', async ({ page }) => {
  const other = await twoTabs(page);
  const lost = await recordOf(page, 'create_registry', 'Evaluation Sets');
  await put(other, lost.key, null);
  await expect(page.getByText('1 record is missing from storage')).toBeVisible();
  await expect(link(page, 'Evaluation Sets')).toHaveCount(0);
  await expect(link(page, 'Production_Models')).toBeVisible();
  await create(page, { name: 'Still going' });
  await expect(names(page).first()).toHaveText('Still going');
});

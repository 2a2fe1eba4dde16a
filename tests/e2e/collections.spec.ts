/** Collections by their labels: creating one, linking versions, aliases, tags, unlinking and deleting, as several roles. */

import type { Locator, Page } from '@playwright/test';
import { actAs, openRegistry, startDemo, toast, visit } from './support/app.ts';
import { addressOf, FILLED, LOGGED, perform } from './support/collections.ts';
import { describedBy, visitAs } from './support/settings.ts';
import { expect, test } from './support/test.ts';

function main(page: Page): Locator {
  return page.getByRole('main');
}

function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

function button(page: Page, name: string | RegExp): Locator {
  return main(page).getByRole('button', { name, exact: true });
}

/** The list of tags or aliases of the open page. */
function labels(page: Page, name: 'Tags' | 'Aliases'): Locator {
  return main(page).getByRole('list', { name, exact: true });
}

/** Starts the demo organization as somebody who administers the team platform, with versions to link. */
async function startLogged(page: Page): Promise<void> {
  await startDemo(page);
  await perform(page, 'ada.okafor', ...LOGGED);
}

/** Creates a collection in Models by the dialog, and links its first version. */
async function createZoo(page: Page): Promise<void> {
  await openRegistry(page, 'Models');
  await button(page, 'Create collection').click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('zoo');
  await dialog(page).getByLabel('Description', { exact: true }).fill('# Zoo\n\nAll *rankers*.');
  await dialog(page).getByLabel('Tags', { exact: true }).fill('ranking, stable');
  await dialog(page).getByRole('button', { name: 'Link version', exact: true }).click();
  await dialog(page).getByLabel('Project', { exact: true }).selectOption({ label: 'platform/training' });
  await dialog(page).getByLabel('Artifact', { exact: true }).selectOption({ label: 'ranker (model)' });
  await dialog(page).getByLabel('Version', { exact: true }).selectOption({ label: 'v0' });
  await dialog(page).getByRole('button', { name: 'Create collection', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'zoo', exact: true })).toBeVisible();
}

test('a collection is created, filled, named and emptied by its labels', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await expect(toast(page)).toContainText('Created the collection zoo in Models.');
  await expect(main(page).getByRole('heading', { level: 3, name: 'Zoo' })).toBeVisible();
  await expect(main(page).locator('em')).toHaveText('rankers');
  await expect(labels(page, 'Tags').getByRole('listitem')).toHaveText(['ranking', 'stable']);

  // Link new version: Team, Project, Artifact, Version, Aliases, Link.
  await main(page).getByRole('link', { name: 'Link new version' }).click();
  await dialog(page).getByLabel('Team', { exact: true }).selectOption({ label: 'platform' });
  await dialog(page).getByLabel('Project', { exact: true }).selectOption({ label: 'training' });
  await dialog(page).getByLabel('Artifact', { exact: true }).selectOption({ label: 'queries (dataset)' });
  await expect(dialog(page).getByRole('status')).toContainText('does not accept the type dataset');
  await expect(dialog(page).getByRole('button', { name: 'Link', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await dialog(page).getByLabel('Artifact', { exact: true }).selectOption({ label: 'ranker (model)' });
  await dialog(page).getByLabel('Aliases', { exact: true }).fill('production');
  await expect(dialog(page).getByRole('status')).toContainText('It becomes v1');
  await dialog(page).getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  const versions = main(page).getByRole('region', { name: 'Versions (zoo)' });
  await expect(versions.getByRole('row')).toHaveCount(3);
  await expect(versions.getByRole('row').nth(1)).toContainText('latest');
  await expect(versions.getByRole('row').nth(1)).toContainText('production');

  // The older version takes the alias, and says from where it moves before it does.
  await versions.getByRole('link', { name: 'View: v0' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'zoo v0' })).toBeVisible();
  await button(page, /Add alias/).click();
  await main(page).getByLabel('Alias', { exact: true }).fill('production');
  await expect(main(page)).toContainText('production moves here from v1.');
  await button(page, 'Add').click();
  await expect(labels(page, 'Aliases').getByRole('listitem')).toHaveText(['production']);
  await main(page).getByLabel('Alias', { exact: true }).fill('v3');
  await expect(main(page)).toContainText('v3 is managed');
  await button(page, 'Cancel').click();
  await labels(page, 'Aliases').getByRole('button', { name: 'Remove alias production' }).click();
  await expect(labels(page, 'Aliases').getByRole('listitem')).toHaveCount(0);

  // Every tab has its address.
  for (const [tab, shown] of [
    ['Metadata', 'epochs'],
    ['Usage', 'Use and download'],
    ['Files', 'weights.bin'],
    ['Lineage', 'Logged by the run first-run.'],
  ] as const) {
    await main(page).getByRole('link', { name: tab, exact: true }).click();
    await page.reload();
    await expect(main(page)).toContainText(shown);
  }

  await main(page).getByRole('link', { name: 'Version', exact: true }).click();
  await button(page, 'Unlink version').click();
  await expect(dialog(page)).toContainText('Models/zoo:v0 is unlinked');
  await dialog(page).getByRole('button', { name: 'Unlink version' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'zoo', exact: true })).toBeVisible();

  await button(page, 'Delete collection').click();
  await dialog(page).getByLabel('Confirm by typing').fill('zoo');
  await dialog(page).getByRole('button', { name: 'Delete collection' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Models', exact: true })).toBeVisible();
  await expect(main(page).getByRole('link', { name: 'support-assistant', exact: true })).toBeVisible();
  await expect(main(page).getByRole('link', { name: 'zoo', exact: true })).toHaveCount(0);
});

test('the draft of a new collection survives a reload, and a taken name is refused at its field', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await openRegistry(page, 'Models');
  await button(page, 'Create collection').click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('zoo');
  await expect(dialog(page)).toContainText('This name is taken by a collection of the registry.');
  await dialog(page).getByLabel('Name', { exact: true }).fill('Zoo');
  await expect(dialog(page)).not.toContainText('This name is taken');
  await page.reload();
  await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveValue('Zoo');
});

test('the table of collections is filtered and sorted by the address', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await perform(page, 'ada.okafor', { type: 'createCollection', registry: 'Models', name: 'aquarium', artifactType: 'model' });
  await openRegistry(page, 'Models');
  const rows = main(page).getByRole('region', { name: 'Collections (Models)' }).getByRole('rowheader');
  await expect(rows).toHaveText(['aquarium', 'zoo', 'support-assistant']);
  await main(page).getByLabel('Sort').selectOption({ label: 'Most versions' });
  await expect(rows.last()).toHaveText('aquarium');
  await main(page).getByLabel('Filter collections').fill('stable');
  await expect(rows).toHaveText(['zoo']);
  await page.reload();
  await expect(rows).toHaveText(['zoo']);
});

test('a viewer can read a collection, and each disabled control explains the permission', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await actAs(page, 'noa.levi', 'Noa Levi');
  for (const name of ['Delete collection', 'Rename', 'Edit description', /Add tag/]) {
    await expect(button(page, name)).toHaveAttribute('aria-disabled', 'true');
    expect(await describedBy(button(page, name))).toMatch(/This takes Member/);
  }
  await main(page).getByRole('link', { name: 'Link new version' }).click();
  await expect(dialog(page)).toContainText('This takes Member');
  await expect(dialog(page).getByRole('button', { name: 'Link', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('a protected alias is locked for members, and keeps its version linked', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await perform(
    page,
    'ada.okafor',
    { type: 'addMembers', registry: 'Models', members: 'yuki.tanaka', role: 'member' },
    { type: 'addAlias', version: 'Models/zoo:v0', alias: 'production' },
    { type: 'protectAlias', registry: 'Models', alias: 'production' },
  );
  await visitAs(page, 'yuki.tanaka', 'Yuki Tanaka');
  await main(page).getByRole('link', { name: 'View: v0' }).click();
  await expect(labels(page, 'Aliases').getByRole('button', { name: 'Remove alias production' })).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page, 'Unlink version')).toHaveAttribute('aria-disabled', 'true');
  expect(await describedBy(button(page, 'Unlink version'))).toContain('A protected alias is in use here');
  // The source lies in a project of another team: it is not named.
  await expect(main(page)).toContainText('In a project you can’t see');
  await expect(main(page)).not.toContainText('platform/training');
  // The other aliases stay free.
  await button(page, /Add alias/).click();
  await main(page).getByLabel('Alias', { exact: true }).fill('candidate');
  await button(page, 'Add').click();
  await expect(labels(page, 'Aliases').getByRole('listitem')).toHaveText(['candidate', 'latest', /production/]);
});

test('promotions show the holders of a protected alias and the people who can move it', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await perform(
    page,
    'ada.okafor',
    { type: 'linkVersion', version: 'platform/training/ranker:v1', collection: 'Models/zoo' },
    { type: 'protectAlias', registry: 'Models', alias: 'production' },
    { type: 'protectAlias', registry: 'Models', alias: 'golden' },
    { type: 'addAlias', version: 'Models/zoo:v0', alias: 'production' },
  );
  await openRegistry(page, 'Models');
  await main(page).getByRole('link', { name: 'Promotions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Promotions' })).toBeVisible();
  const row = main(page).getByRole('row').filter({ hasText: 'zoo' });
  await expect(row).toContainText('v0');
  await expect(row.locator('details')).toHaveCount(0);
  await expect(main(page).getByRole('row').filter({ hasText: 'golden' })).toContainText('Not used yet');

  await perform(page, 'jiwoo.han', { type: 'addAlias', version: 'Models/zoo:v1', alias: 'production' });
  await expect(row.getByRole('link', { name: 'v1' })).toBeVisible();
  await expect(row).toContainText('한지우');
  await row.getByText('1 earlier version').click();
  const timeline = row.getByRole('list', { name: 'Earlier versions with production in zoo' });
  await expect(timeline.getByRole('listitem')).toHaveText([/^v0 .*set by Ada Okafor/]);
  await perform(page, 'ada.okafor', { type: 'removeAlias', version: 'Models/zoo:v1', alias: 'production' });
  await expect(row).toContainText('None now');
  await expect(row).toContainText('2 earlier versions');

  const who = main(page).getByRole('list', { name: 'Who can move them' });
  await expect(who.getByRole('listitem').filter({ hasText: 'Ada Okafor' })).toHaveCount(1);
  await expect(who).not.toContainText('Noa Levi');
  // Everybody who sees the registry reads the same, and nobody else anything.
  await visitAs(page, 'noa.levi', 'Noa Levi');
  await expect(row).toContainText('2 earlier versions');
});

test('a collection in a hidden registry is reported as not found', async ({ page }) => {
  await startLogged(page);
  await perform(page, 'ada.okafor', { type: 'createCollection', registry: 'Safety_Reviews', name: 'secret', artifactType: 'report' });
  await openRegistry(page, 'Safety_Reviews');
  await main(page).getByRole('link', { name: 'secret', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'secret' })).toBeVisible();
  await visitAs(page, 'noa.levi', 'Noa Levi');
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here that you can see' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('secret');
});

test('Markdown becomes text and safe links, whatever it contains', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  const lines = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](https://example.com/c)',
    '![remote](https://example.com/image.png)',
  ];
  for (const description of [lines.join('\n\n'), '['.repeat(9900), '> '.repeat(4900), `${'- '.repeat(4900)}x`, '|a'.repeat(4900)]) {
    await perform(page, 'ada.okafor', { type: 'editCollection', collection: 'Models/zoo', description });
    await expect(main(page).getByRole('button', { name: 'Edit description' })).toBeVisible();
    expect(await main(page).locator('script, img, iframe').count()).toBe(0);
  }
  await perform(page, 'ada.okafor', { type: 'editCollection', collection: 'Models/zoo', description: lines.join('\n\n') });
  const links = main(page).locator('.markdown a');
  await expect(links).toHaveText(['c', 'remote']);
  await expect(main(page).locator('.markdown')).toContainText('<script>alert(1)</script>');
});

test('Markdown of thousands of elements is drawn in many tasks, and whole', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await page.evaluate(() => {
    const state = window as unknown as { most: number };
    state.most = 0;
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      const rows = added.filter((node) => node.nodeName === 'TR' || node.nodeName === 'LI');
      state.most = Math.max(state.most, rows.length);
    }).observe(document.body, { childList: true, subtree: true });
  });
  const markdown = main(page).locator('.markdown');
  for (const [description, row, last] of [
    [`|a|b|\n|-|-|\n${'|1|2|\n'.repeat(1500)}|3|the end|`, 'tbody tr, table > tr', 1501],
    [`${'- x\n'.repeat(2000)}- the end`, 'li', 2001],
  ] as const) {
    await perform(page, 'ada.okafor', { type: 'editCollection', collection: 'Models/zoo', description });
    await expect(markdown.locator(row)).toHaveCount(last);
    await expect(markdown.locator(row).last()).toContainText('the end');
  }
  expect(await page.evaluate(() => (window as unknown as { most: number }).most)).toBeLessThan(200);
});

test('going back to a long description restores the scroll position', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await perform(page, 'ada.okafor', { type: 'editCollection', collection: 'Models/zoo', description: '- x\n'.repeat(2500) });
  const items = main(page).locator('.markdown li');
  await expect(items).toHaveCount(2500);
  const bottom = await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
    return scrollY;
  });
  await visit(page, '#/about');
  await expect(items).toHaveCount(0);
  await page.goBack();
  await expect(items).toHaveCount(2500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(bottom - 100);
});

test('a long description is printed whole while it is still drawn', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  await perform(page, 'ada.okafor', { type: 'editCollection', collection: 'Models/zoo', description: '- x\n'.repeat(2500) });
  await expect(main(page).locator('.markdown li')).toHaveCount(2500);
  const hash = await page.evaluate(() => location.hash);
  await visit(page, '#/about');
  const [before, printed] = await page.evaluate(
    (hash) =>
      new Promise<[number, number]>((resolve) => {
        const count = () => document.querySelectorAll('.markdown li').length;
        const observer = new MutationObserver(async () => {
          const before = count();
          // The page listens once its first part is there.
          if (before < 100) return;
          observer.disconnect();
          dispatchEvent(new Event('beforeprint'));
          // The browser lays the sheets out in this task.
          for (let nth = 0; nth < 20; nth += 1) await null;
          resolve([before, count()]);
        });
        observer.observe(document.body, { childList: true, subtree: true });
        location.hash = hash;
      }),
    hash,
  );
  expect(before).toBeLessThan(2500);
  expect(printed).toBe(2500);
});

test('rows that lack hundreds of cells have no element for each', async ({ page }) => {
  await startLogged(page);
  await createZoo(page);
  const head = `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n`;
  await perform(page, 'ada.okafor', { type: 'editCollection', collection: 'Models/zoo', description: `${head}${'x\n'.repeat(1000)}|1||3|` });
  const rows = main(page).locator('.markdown tr');
  await expect(rows).toHaveCount(1002);
  await expect(rows.nth(0).locator('th')).toHaveCount(200);
  await expect(rows.nth(1).locator('td')).toHaveCount(2);
  await expect(rows.nth(1).locator('td').last()).toHaveAttribute('colspan', '199');
  await expect(rows.last().locator('td')).toHaveText(['1', '', '3', '']);
});

test('a bulk change is previewed per item and applied as one intent', async ({ page }) => {
  await startDemo(page);
  await perform(page, 'ada.okafor', ...FILLED, { type: 'createCollection', registry: 'Models', name: 'aquarium', artifactType: 'model', tags: ['stable'] });
  await openRegistry(page, 'Models');
  const bar = main(page).getByRole('region', { name: 'Selection' });
  await expect(bar).toHaveCount(0);
  await main(page).getByRole('checkbox', { name: 'Select zoo', exact: true }).check();
  await main(page).getByRole('checkbox', { name: 'Select aquarium', exact: true }).check();
  await expect(bar).toContainText('2 selected');
  await bar.getByLabel('Tags', { exact: true }).fill('a/b');
  await bar.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(bar.getByLabel('Tags', { exact: true })).toBeFocused();

  // Of two, one has the tag: the other is refused and stays as it is.
  await bar.getByLabel('Change', { exact: true }).selectOption({ label: 'Remove tags' });
  await bar.getByLabel('Tags', { exact: true }).fill('ranking');
  await bar.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog(page)).toContainText('Changes 1 of 2 selected.');
  await expect(dialog(page)).toContainText('Models/aquarium: There is no such tag to remove.');
  await dialog(page).getByRole('button', { name: 'Remove tags' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(bar).toHaveCount(0);
  await expect(main(page).getByRole('row', { name: /zoo/ })).not.toContainText('ranking');
  await expect(main(page).getByRole('row', { name: /zoo/ })).toContainText('stable');

  await main(page).getByRole('checkbox', { name: 'Select zoo', exact: true }).check();
  await bar.getByRole('button', { name: 'Select all shown' }).click();
  await expect(bar).toContainText('3 selected');
  await bar.getByLabel('Change', { exact: true }).selectOption({ label: 'Delete collections' });
  await bar.getByRole('button', { name: 'Preview' }).click();
  await dialog(page).getByLabel('Confirm by typing').fill('Models');
  await dialog(page).getByRole('button', { name: 'Delete collections' }).click();
  await expect(main(page)).toContainText('No collections yet');
});

test('a member can unlink the selected versions without a protected alias', async ({ page }) => {
  await startDemo(page);
  await perform(page, 'ada.okafor', ...FILLED, { type: 'addMembers', registry: 'Models', members: 'yuki.tanaka', role: 'member' });
  await openRegistry(page, 'Models');
  await main(page).getByRole('link', { name: 'zoo', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'zoo', exact: true })).toBeVisible();
  await actAs(page, 'yuki.tanaka', 'Yuki Tanaka');
  const bar = main(page).getByRole('region', { name: 'Selection' });
  for (const version of ['v0', 'v1']) await main(page).getByRole('checkbox', { name: `Select ${version}`, exact: true }).check();
  await bar.getByLabel('Change', { exact: true }).selectOption({ label: 'Unlink versions' });
  await bar.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog(page)).toContainText('Changes 1 of 2 selected.');
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'Models/zoo:v0' })).toContainText('A protected alias is in use here');
  await dialog(page).getByRole('button', { name: 'Unlink versions' }).click();
  await expect(main(page).getByRole('region', { name: 'Versions (zoo)' }).getByRole('rowheader')).toHaveText(['v0']);

  // For a viewer nothing is left to confirm.
  await actAs(page, 'noa.levi', 'Noa Levi');
  await main(page).getByRole('checkbox', { name: 'Select v0', exact: true }).check();
  await bar.getByLabel('Change', { exact: true }).selectOption({ label: 'Unlink versions' });
  await bar.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog(page)).toContainText('Changes 0 of 1 selected.');
  await expect(dialog(page).getByRole('button', { name: 'Unlink versions' })).toHaveAttribute('aria-disabled', 'true');
});

test('metrics have charts and a table, and a comparison has an address', async ({ page }) => {
  await startDemo(page);
  const logged = { type: 'logArtifact', project: 'platform/training', name: 'ranker', artifactType: 'model' };
  await perform(page, 'ada.okafor', ...FILLED,
    { ...logged, metadata: { loss: 0.125, nested: { epochs: 4 }, note: 'x' }, tags: ['tuned'], files: [{ path: 'weights.bin', text: 'three' }, { path: 'notes.md', text: 'n' }] },
    { type: 'linkVersion', version: 'platform/training/ranker:v2', collection: 'Models/zoo' });
  await openRegistry(page, 'Models');
  await main(page).getByRole('link', { name: 'zoo', exact: true }).click();
  await main(page).getByRole('link', { name: 'Show metrics', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Metrics of zoo' })).toBeFocused();
  await expect(main(page).getByRole('heading', { level: 3 })).toHaveText(['loss', 'nested.epochs']);
  await expect(main(page)).toContainText('Latest 0.125 · 0.125 to 0.25');
  const table = main(page).getByRole('region', { name: 'Metrics of zoo' });
  await expect(table.getByRole('row')).toHaveText([/Version\s*loss\s*nested\.epochs/, /v2\s*0\.125\s*4/, /v1\s*–\s*–/, /v0\s*0\.25\s*3/]);
  await main(page).getByLabel('Filter metrics').fill('epochs');
  await expect(main(page).getByRole('heading', { level: 3 })).toHaveText(['nested.epochs']);

  await main(page).getByRole('link', { name: 'Compare versions', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'zoo: v1 and v2' })).toBeFocused();
  await main(page).getByLabel('First version').selectOption({ label: 'v0 · candidate, production' });
  await expect(page).toHaveURL(/\/compare\?versions=v0\.\.v2$/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'zoo: v0 and v2' })).toBeVisible();
  const metadata = main(page).getByRole('region', { name: 'Changed metadata' }).getByRole('row');
  await expect(metadata.filter({ hasText: 'loss' })).toContainText(/0\.25\s*0\.125\s*Changed/);
  await expect(metadata.filter({ hasText: 'note' })).toContainText('Added');
  const files = main(page).getByRole('region', { name: 'Changed files' }).getByRole('row');
  await expect(files.filter({ hasText: 'weights.bin' })).toContainText('Changed');
  await expect(files.filter({ hasText: 'notes.md' })).toContainText('Added');
  await main(page).getByRole('button', { name: 'Swap' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'zoo: v2 and v0' })).toBeVisible();

  // Files need the permission to view them, and a Restricted Viewer has it not.
  await actAs(page, 'noa.levi', 'Noa Levi');
  await expect(main(page).getByRole('heading', { level: 2, name: 'Changed files' })).toBeVisible();
  await expect(main(page)).not.toContainText('notes.md');
});

test('description and metadata of a linked version are edited in the collection by permitted accounts', async ({ page }) => {
  await startDemo(page);
  await perform(page, 'ada.okafor', ...FILLED);
  await openRegistry(page, 'Models');
  await main(page).getByRole('link', { name: 'zoo', exact: true }).click();
  await main(page).getByRole('link', { name: 'View: v0', exact: true }).click();
  await button(page, 'Edit description').click();
  await main(page).getByRole('textbox', { name: 'Description', exact: true }).fill('*Retrained.*');
  await button(page, 'Save').click();
  await expect(main(page).locator('em')).toHaveText('Retrained.');
  await main(page).getByRole('link', { name: 'Metadata', exact: true }).click();
  await button(page, 'Edit metadata').click();
  const field = main(page).getByRole('textbox', { name: 'Metadata', exact: true });
  await expect(field).toHaveValue('{\n  "loss": 0.25,\n  "nested": {\n    "epochs": 3\n  }\n}');
  await field.fill('{"loss": 0.5, "loss": 1}');
  await expect(main(page)).toContainText('line 1, column 15');
  await field.fill('{"loss": 0.50}');
  await button(page, 'Save').click();
  await expect(main(page).getByRole('row')).toHaveText([/^Key/, /^loss\s*0\.50$/]);
  await expect(button(page, 'Edit metadata')).toBeFocused();

  // A role in the registry does not suffice without one in the project.
  await perform(page, 'ada.okafor', { type: 'addMembers', registry: 'Models', members: ['mina.park'], role: 'member' });
  for (const [account, name, reason] of [['noa.levi', 'Noa Levi', /takes Member/], ['mina.park', 'Mina Park', /people and service accounts of the team/]] as const) {
    await visitAs(page, account, name);
    await expect(button(page, 'Edit metadata')).toHaveAttribute('aria-disabled', 'true');
    expect(await describedBy(button(page, 'Edit metadata'))).toMatch(reason);
    await expect(main(page).getByRole('row', { name: /loss/ })).toBeVisible();
  }
});

test('a version among hundreds is found by its number, by keyboard', async ({ page }) => {
  await startDemo(page);
  const versions = Array.from({ length: 230 }, (_, nth) => [
    { type: 'logArtifact', project: 'platform/training', name: 'ranker', artifactType: 'model', files: [{ path: 'w', text: `${nth}` }] },
    { type: 'linkVersion', version: `platform/training/ranker:v${nth}`, collection: 'Models/zoo', aliases: nth === 7 ? ['golden'] : [] },
  ]);
  await perform(page, 'ada.okafor', { type: 'createProject', team: 'platform', name: 'training' }, ...versions.flat());
  await openRegistry(page, 'Models');
  await main(page).getByRole('link', { name: 'zoo', exact: true }).click();
  await main(page).getByRole('link', { name: 'Compare versions', exact: true }).click();
  const first = main(page).getByRole('combobox', { name: 'First version', exact: true });
  await expect(first).toHaveValue('v228');
  await first.press('ArrowDown');
  const options = main(page).getByRole('listbox', { name: 'First version: options' }).getByRole('option');
  await expect(options.first()).toHaveText('v229');
  await first.fill('v12');
  // The number itself comes before those that begin with it.
  await expect(options.first()).toHaveText('v12');
  await first.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /v12 .*v229/ })).toBeVisible();
  await first.fill('golden');
  await expect(options).toHaveText(['v7 · golden']);
  await first.press('Enter');
  await expect(first).toHaveValue('v7 · golden');

  // The same field where a version is linked.
  await visit(page, '#/will-it-link');
  await main(page).getByLabel('Project', { exact: true }).selectOption({ label: 'platform/training' });
  const version = main(page).getByRole('combobox', { name: 'Version', exact: true });
  await expect(version).toHaveValue('v229 · latest');
  await version.fill('v3');
  await version.press('Enter');
  await expect(version).toHaveValue('v3');
});

test('a version has one number, without zeros before it', async ({ page }) => {
  await startDemo(page);
  await perform(page, 'ada.okafor', ...FILLED);
  const zoo = await addressOf(page, 'Models', 'zoo');
  await visit(page, `${zoo}/v1`);
  await expect(page.getByRole('heading', { level: 1, name: 'zoo v1' })).toBeVisible();
  for (const other of ['v01', 'v+1', 'v2']) {
    await visit(page, `${zoo}/${other}`);
    await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here that you can see' })).toBeVisible();
  }
});

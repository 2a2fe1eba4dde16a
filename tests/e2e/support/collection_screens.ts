/** The collections of a registry, their dialogs and the tabs of a version, and how to reach them. */

import { visit } from './app.ts';
import { addressOf, FILLED, perform } from './collections.ts';
import { begin, LONG_NAME, type Walk } from './screens.ts';
import { expect } from './test.ts';

export const walkCollections: Walk = async (page, language, look) => {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');

  await begin(page, language);
  await perform(page, 'ada.okafor', ...FILLED, {
    type: 'createCollection',
    registry: 'Models',
    name: `${LONG_NAME}ende`,
    artifactType: 'model',
    tags: [LONG_NAME],
  });
  const zoo = await addressOf(page, 'Models', 'zoo');
  const models = zoo.slice(0, zoo.lastIndexOf('/'));
  await visit(page, models);
  await expect(main.getByRole('link', { name: 'zoo', exact: true })).toBeVisible();
  await look('collections of a registry');
  await visit(page, `${models}?filter=nothing+like+this`);
  await expect(main.locator('.empty')).toBeVisible();
  await look('collections, nothing matches');

  await visit(page, `${models}/create-collection`);
  await dialog.locator('#collection-link').click();
  await dialog.getByRole('button').last().click();
  await expect(dialog.getByRole('alert').first()).toBeFocused();
  await look('creating a collection, with errors');

  await visit(page, zoo);
  await expect(main.locator('.markdown')).toBeVisible();
  await look('a collection');
  await main.locator('#tags-add').click();
  await main.locator('#tags-new').fill('a/b');
  await main.locator('#description-edit').click();
  await expect(main.locator('#description-text')).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await look('a collection, being edited');
  await main.locator('.button-danger').click();
  await expect(dialog).toBeVisible();
  await look('deleting a collection');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.evaluate(() => sessionStorage.clear());

  await visit(page, `${zoo}/link`);
  await expect(dialog).toBeVisible();
  await look('linking a version');
  await dialog.locator('#source-team').selectOption({ label: 'platform' });
  await dialog.locator('#source-project').selectOption({ label: 'training' });
  await dialog.locator('#source-artifact').selectOption({ index: 1 });
  await dialog.locator('#link-aliases').fill('v3, production');
  await expect(dialog.locator('.verdict .problem').first()).toBeVisible();
  await look('linking a version that is refused');
  await page.evaluate(() => sessionStorage.clear());

  await visit(page, models);
  await main.locator('.row-select').first().check();
  await main.locator('.row-select').last().check();
  await main.locator('#bulk-text').fill('ranking');
  await look('collections, several selected');
  await main.locator('#bulk-operation').selectOption('remove-tags');
  await main.locator('.bulk [type="submit"]').click();
  await expect(dialog).toBeVisible();
  await look('removing a tag from several collections');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await visit(page, `${zoo}/metrics`);
  await expect(main.locator('.chart').first()).toBeVisible();
  await look('metrics of a collection');
  await visit(page, `${zoo}/compare`);
  await expect(main.locator('.change').first()).toBeVisible();
  await look('two versions, compared');

  for (const tab of ['', '?tab=metadata', '?tab=usage', '?tab=files', '?tab=lineage']) {
    await visit(page, `${zoo}/production${tab}`);
    await expect(main.getByRole('heading', { level: 1 })).toContainText('zoo');
    await expect(main.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await look(`a version ${tab}`);
  }
  await visit(page, '#/will-it-link');
  await expect(main.locator('#target-registry')).toBeVisible();
  await look('will it link');

  await perform(page, 'ada.okafor', { type: 'addAlias', version: 'Models/zoo:v1', alias: 'production' });
  await visit(page, `${models}/promotions`);
  await main.getByRole('row').filter({ hasText: 'zoo' }).locator('summary').click();
  await expect(main.locator('.timeline')).toBeVisible();
  await look('promotions');

  await page.evaluate(() => (window as unknown as { registrar: { actAs(account: string): void } }).registrar.actAs('noa.levi'));
  await visit(page, `${zoo}/v0`);
  await expect(main.locator('.denied').first()).toBeVisible();
  await look('a version, as a viewer');
  await visit(page, `${zoo}/link`);
  await expect(dialog).toBeVisible();
  await look('linking a version, as a viewer');
};

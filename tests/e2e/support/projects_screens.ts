/** Projects, artifacts, versions and logging one, and how to reach them. */

import { visit } from './app.ts';
import { begin, type Walk } from './screens.ts';
import { expect } from './test.ts';

/** The list of projects with its dialogs, a project, an artifact, a version in all its parts, and the form that logs one. */
export const walkProjects: Walk = async (page, language, look) => {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const heading = page.getByRole('heading', { level: 1 });
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

  await begin(page, language);
  await visit(page, '#/projects?open=create');
  await dialog.getByRole('button').last().click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await look('creating a project, with errors');
  await dialog.getByRole('textbox').fill('gate-checks');
  await dialog.getByRole('button').last().click();
  await expect(heading).toHaveText('gate-checks');
  await look('a project without artifacts');
  await page.locator('#log-artifact').click();
  await expect(page.locator('#log-name')).toBeVisible();
  await look('log artifact, empty');
  await page.locator('#log-files').setInputFiles([
    { name: 'model.safetensors', mimeType: '', buffer: Buffer.from('abc') },
    { name: `${'long-'.repeat(40)}.bin`, mimeType: '', buffer: Buffer.alloc(0) },
  ]);
  await expect(main.getByRole('table')).toBeVisible();
  await page.locator('#log-metadata').fill('{"loss": 0.1, "loss": 0.2}');
  await page.locator('#log-by-hand').fill('x');
  await page.locator('#log-tags').fill('a/b');
  await main.locator('form button[type=submit]').click();
  await expect(main.getByRole('alert').first()).toBeFocused();
  await look('log artifact, with files and errors');
  await page.locator('#log-name').fill('assistant');
  await page.locator('#log-type').fill('model');
  await page.locator('#log-metadata').fill('{"loss": 0.1, "eval": {"accuracy": [0.5, 0.75]}}');
  await page.locator('#log-by-hand').fill('');
  await page.locator('#log-tags').fill('reviewed, 후보');
  await page.locator('#log-aliases').fill('best');
  await page.locator('#log-run').fill('train-1');
  await main.locator('form button[type=submit]').click();
  await expect(heading).toHaveText('assistant:v0');
  await page.locator('#aliases-add').click();
  await page.locator('#aliases-new').fill('v3');
  await page.locator('#description-edit').click();
  await expect(page.locator('#description-text')).toBeVisible();
  await look('a version, being edited');
  await page.evaluate(() => sessionStorage.clear());
  const version = new URL(page.url()).hash.split('?')[0];
  for (const part of ['files', 'lineage', 'metadata']) {
    await visit(page, `${version}?show=${part}`);
    await expect(main.locator('[aria-current=page]')).toHaveAttribute('href', new RegExp(part));
    await look(`a version, ${part}`);
  }
  await page.locator('#metadata-edit').click();
  await page.locator('#metadata-text').fill('{"loss": 0.1,\n "loss": 0.2}');
  await expect(main.locator('.problem').first()).not.toBeEmpty();
  await look('metadata, being edited');
  await page.evaluate(() => sessionStorage.clear());
  await visit(page, `${version}/link`);
  await expect(dialog).toBeVisible();
  await dialog.locator('#target-registry').selectOption({ label: 'Datasets' });
  await dialog.locator('#target-collection').fill('gate-checks');
  await dialog.locator('#target-aliases').fill('candidate');
  await expect(dialog.locator('.verdict .problem').first()).toBeVisible();
  await look('linking a version to a registry');
  await page.evaluate(() => sessionStorage.clear());
  await visit(page, `${version}?open=delete`);
  await expect(dialog).toBeVisible();
  await look('deleting a version');
  await close();
  await main.locator('.crumb a').last().click();
  await expect(heading).toHaveText('assistant');
  await look('an artifact');
  await main.locator('.crumb a').last().click();
  await expect(heading).toHaveText('gate-checks');
  await look('a project');
  for (const [nth, screen] of [[0, 'renaming a project'], [1, 'deleting a project']] as const) {
    await main.locator('.page-actions button').nth(nth).click();
    await expect(dialog).toBeVisible();
    await look(screen);
    await close();
  }
  await visit(page, '#/projects');
  await expect(main.getByRole('table')).toBeVisible();
  await look('projects');
  await visit(page, '#/projects?filter=nothing+like+this');
  await expect(main.locator('.empty')).toBeVisible();
  await look('projects, nothing matches');
};

/** *Copy as Python*: the script that creates the registry, to read and to copy. */

import { readFile } from 'node:fs/promises';
import { actAs, expectLanding, fill, openCreate, openRegistry, startDemo, visit } from './support/app.ts';
import { expect, test } from './support/test.ts';

test('a valid form for a registry has a script', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read']);
  await startDemo(page);
  const dialog = await openCreate(page);
  const copy = dialog.getByRole('button', { name: 'Copy as Python' });
  await expect(copy).toHaveAttribute('aria-disabled', 'true');
  await fill(dialog, { name: 'He said "hi" \\ 안녕', visibility: 'Restricted', types: ['model'] });
  await expect(copy).toHaveAttribute('aria-disabled', 'true');
  await fill(dialog, { name: 'He said "hi" 안녕' });
  await copy.click();
  const script = await dialog.getByLabel('Python script').inputValue();
  expect(script).toContain('name="He said \\"hi\\" \\uc548\\ub155",  # He said "hi" annyeong');
  expect(script, 'it starts in any encoding').toMatch(/^[\n -~]*$/);
  expect(script).toContain('run.link_artifact(artifact, target_path="wandb-registry-He said \\"hi\\" \\uc548\\ub155/" + collection)');
  expect(script).toContain('visibility="restricted",');
  expect(script).toContain('organization="Lighthouse Labs",');
  expect(script).toContain('artifact_types=["model"],');
  await expect(dialog.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(script);
  // The current script was not copied yet.
  await fill(dialog, { description: 'Later' });
  await expect(dialog.getByText('Copied.')).toBeHidden();
});

test('an existing registry has a script with its members', async ({ page }) => {
  await startDemo(page);
  await openRegistry(page, 'Production_Models');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Copy as Python' }).click();
  const script = await page.getByLabel('Python script').inputValue();
  for (const part of ['"Production_Models"', '"mina.park"', '"platform"', '"restricted_viewer"', 'add_members', 'update_member']) {
    expect(script).toContain(part);
  }
  await page.goto('./#/');
  await expectLanding(page);
});

test('the whole organization is downloaded as one script, as far as the account sees it', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => {
    const registrar = (window as unknown as { registrar: { do(...actions: unknown[]): void } }).registrar;
    registrar.do({ type: 'createRegistry', name: '음성 모델', visibility: 'restricted', types: ['model', 'a&b'] });
  });
  await visit(page, '#/data');
  const section = page.getByRole('region', { name: 'Recreate in W&B' });
  const script = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('button', { name: 'Download Python script' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^registrar-registries-Lighthouse-Labs-\d{4}-\d{2}-\d{2}\.py$/);
    return readFile(await download.path(), 'utf8');
  };
  const whole = await script();
  expect(whole, 'it starts in any encoding').toMatch(/^[\n -~]*$/);
  for (const part of ['ORGANIZATION = "Lighthouse Labs"', '"name": "\\uc74c\\uc131 \\ubaa8\\ub378",  # eumseong model', '"Safety_Reviews"', '--apply', '"mina.park": "']) {
    expect(whole).toContain(part);
  }
  await expect(section).toContainText('the 9 registries that Ada Okafor can see');
  await actAs(page, 'noa.levi', 'Noa Levi');
  await expect(section).toContainText('that Noa Levi can see');
  expect(await script()).not.toContain('Safety_Reviews');
});

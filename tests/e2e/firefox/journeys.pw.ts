/** The journeys of creation, configuration, storage and work without a network, in Firefox. */

import { copyFileSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../server.ts';
import { type Firefox, expect, test } from './firefox.ts';

const SITE = fileURLToPath(new URL('../../../dist', import.meta.url));

/** Opens an address and starts the demo organization. */
async function startDemo(firefox: Firefox, address: string): Promise<void> {
  await firefox.open(address);
  await firefox.click('button', 'Start with the demo organization');
  await firefox.get('heading', 'Registry');
}

/** Creates a registry from the landing page. */
async function create(firefox: Firefox, name: string, types: string[] = []): Promise<void> {
  await firefox.click('button', 'Create registry');
  const dialog = await firefox.get('dialog', 'Create registry');
  await firefox.fill('Name', name, dialog);
  await firefox.select('Registry visibility', 'Restricted', dialog);
  if (types.length > 0) {
    await firefox.select('Accepted artifacts type', 'Specify types', dialog);
    await firefox.fill('Add artifact type', types.join(','), dialog);
    await firefox.click('button', 'Add', dialog);
  }
  await firefox.click('button', 'Create registry', dialog);
  await firefox.expectNone('dialog', 'Create registry');
  await firefox.get('link', name);
}

/** The file that appears in a folder, complete. */
async function downloaded(folder: string, ending: string): Promise<string> {
  const file = () => readdirSync(folder).find((name) => name.endsWith(ending));
  await expect.poll(() => file() !== undefined && !readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(true);
  return `${folder}/${file()}`;
}

test('a registry is created and kept after a reload, and a taken name is refused', async ({ firefox, baseURL }) => {
  await startDemo(firefox, baseURL ?? '');
  await create(firefox, 'Made in Firefox', ['model', 'dataset']);
  await firefox.click('button', 'Create registry');
  const dialog = await firefox.get('dialog', 'Create registry');
  await firefox.fill('Name', 'made in FIREFOX', dialog);
  await firefox.click('button', 'Create registry', dialog);
  await firefox.expectText('is taken');
  await firefox.click('button', 'Close', dialog);
  await firefox.reload();
  await firefox.click('link', 'Made in Firefox');
  await firefox.get('heading', 'Made in Firefox');
  await firefox.expectText('dataset');
  await firefox.back();
  await firefox.get('heading', 'Registry');
});

test('a registry is configured and hidden from accounts without access', async ({ firefox, baseURL }) => {
  await startDemo(firefox, baseURL ?? '');
  await create(firefox, 'Configured', ['model']);
  await firefox.click('link', 'Configured');
  await firefox.click('link', 'Settings');
  await firefox.fill('Description', '설정한 레지스트리');
  await firefox.fill('Add artifact type', 'dataset');
  await firefox.click('button', 'Add');
  await firefox.click('button', 'Save changes');
  await firefox.expectText('saved');
  await firefox.click('button', 'Add member');
  await firefox.fill('Member', 'noa.levi');
  await firefox.select('Registry role', 'Viewer');
  await firefox.click('button', 'Add new member');
  await firefox.get('combobox', 'Role of Noa Levi');
  await firefox.reload();
  await firefox.get('combobox', 'Role of Noa Levi');
  await firefox.open(`${baseURL}?as=noa.levi#/`);
  await firefox.get('link', 'Configured');
  await firefox.open(`${baseURL}?as=mina.park#/`);
  await firefox.get('heading', 'Registry');
  await firefox.expectNone('link', 'Configured');
});

test('tabs synchronize, and a downloaded organization is restored', async ({ firefox, baseURL, downloads }) => {
  await startDemo(firefox, baseURL ?? '');
  const close = await firefox.openTab(baseURL ?? '');
  await create(firefox, 'Of the other tab');
  await close();
  await firefox.get('link', 'Of the other tab');
  await firefox.click('link', 'Your data');
  await firefox.click('button', 'Download');
  const archive = await downloaded(downloads, '.json');
  await firefox.evaluate(() => localStorage.clear());
  await firefox.open('about:blank');
  await firefox.open(baseURL ?? '');
  await firefox.get('heading', 'Welcome to Registrar');
  await firefox.chooseFile('restore-file', archive);
  await firefox.get('link', 'Of the other tab');
  await firefox.reload();
  await firefox.get('link', 'Of the other tab');
});

test('everything works offline', async ({ firefox }) => {
  const { url, server } = await serve(SITE);
  try {
    await startDemo(firefox, url);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  await create(firefox, 'Made offline');
  await firefox.click('link', 'Made offline');
  await firefox.get('heading', 'Made offline');
  for (const place of ['People & teams', 'Access', 'Guide', 'Your data', 'About', 'Registry']) await firefox.click('link', place);
  await firefox.select('Language', '한국어');
  await firefox.get('heading', '레지스트리');
});

test('the file works from disk and can be saved as a page and opened elsewhere', async ({ firefox, downloads }, info) => {
  const file = info.outputPath('Registrar 사본.html');
  copyFileSync(`${SITE}/registrar.html`, file);
  await startDemo(firefox, pathToFileURL(file).href);
  await create(firefox, 'On a stick');
  await firefox.reload();
  await firefox.get('link', 'On a stick');
  await firefox.click('link', 'Your data');
  await firefox.expectText('for this file at this place');
  await firefox.click('button', 'Save as a page');
  await firefox.expectText('Saved as');
  const saved = await downloaded(downloads, '.html');
  const stored = () => firefox.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  const before = await stored();

  await firefox.open(pathToFileURL(saved).href);
  await firefox.get('link', 'On a stick');
  await firefox.expectText('as it was saved');
  expect(await stored()).toBe(before);
  await firefox.click('button', 'Start from here');
  await firefox.expectNone('button', 'Start from here');
  await create(firefox, 'A copy of my own');
  await firefox.reload();
  await firefox.get('link', 'A copy of my own');
  await firefox.open(pathToFileURL(file).href);
  await firefox.get('link', 'On a stick');
  await firefox.expectNone('link', 'A copy of my own');
});

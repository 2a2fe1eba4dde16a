/** The journeys of creation, configuration, collections, storage and work without a network, in Firefox. */

import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../server.ts';
import { Site } from '../support/offline.ts';
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

test('a version is logged from a file and linked, and the link is undone and redone', async ({ firefox, baseURL }, info) => {
  await startDemo(firefox, baseURL ?? '');
  await firefox.evaluate(() => void window.registrar.do({ type: 'createProject', team: 'language', name: 'corpus' }));
  await firefox.click('link', 'Projects');
  await firefox.click('link', 'corpus');
  await firefox.click('button', 'Log artifact');
  await firefox.fill('Name', 'counts');
  await firefox.fill('Type', 'dataset');
  const file = info.outputPath('counts 한글.csv');
  writeFileSync(file, 'word,count\n');
  await firefox.chooseFile('log-files', file);
  await firefox.expectText('counts 한글.csv');
  await firefox.click('button', 'Log artifact');
  await firefox.get('heading', 'counts:v0');
  await firefox.click('link', 'Link to registry');
  const dialog = await firefox.get('dialog', /^Link /);
  await firefox.select('Registry', 'Datasets', dialog);
  await firefox.fill('Collection', 'word-counts', dialog);
  await firefox.click('button', 'Link', dialog);
  await firefox.expectNone('dialog', /^Link /);
  const collections = () => firefox.evaluate(() => window.registrar.view()?.registries.find(({ name }) => name === 'Datasets')?.collections.map(({ name }) => name));
  expect(await collections()).toContain('word-counts');
  await firefox.click('link', 'History');
  await firefox.press(['Control'], 'z');
  await expect.poll(collections).not.toContain('word-counts');
  await firefox.press(['Control', 'Shift'], 'z');
  await expect.poll(collections).toContain('word-counts');
});

test('every page of the side navigation opens, also by its address, as of a moment, and in Korean', async ({ firefox, baseURL }) => {
  await startDemo(firefox, baseURL ?? '');
  for (const place of ['Projects', 'People & teams', 'Access', 'History', 'Guide', 'Your data', 'About', 'Registry']) await firefox.click('link', place);
  const first = await firefox.evaluate(() => window.registrar.history({ limit: 1000 }).at(-1)?.record);
  for (const [hash, heading] of [
    ['#/registry/Models/support-assistant', 'support-assistant'],
    ['#/will-it-link', '연결할 수 있나요?'],
    ['#/changes', '그 이후 바뀐 것'],
    [`#/history?at=${first}`, '기록'],
  ] as const) {
    await firefox.open(`${baseURL}?lang=ko${hash}`);
    await firefox.get('heading', heading);
  }
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

test('a page that was opened once opens and works offline', async ({ firefox }) => {
  const { url, server } = await serve(SITE);
  try {
    await startDemo(firefox, url);
    await firefox.waitFor('kept for offline use', () => /new|ready/.test(document.documentElement.dataset['offline'] ?? ''));
  } finally {
    server.closeAllConnections();
    server.close();
  }
  await firefox.reload();
  await create(firefox, 'Made offline');
  const close = await firefox.openTab(`${url}?lang=ko#/people`);
  await firefox.get('heading', '사람과 팀');
  await firefox.select('언어', 'English');
  await close();
  await firefox.reload();
  await firefox.click('link', 'Made offline');
  await firefox.get('heading', 'Made offline');
  for (const place of ['People & teams', 'Access', 'Guide', 'Your data', 'About', 'Registry']) await firefox.click('link', place);
  await firefox.select('Language', '한국어');
  await firefox.get('heading', '레지스트리');
});

test('a new version waits for unsaved input in another tab, and then starts in all tabs', async ({ firefox }) => {
  await Site.serve(async (site) => {
    await startDemo(firefox, site.url);
    await firefox.waitFor('kept for offline use', () => /new|ready/.test(document.documentElement.dataset['offline'] ?? ''));
    await firefox.reload();
    await firefox.get('heading', 'Registry');
    const build = () => firefox.evaluate(() => document.querySelector<HTMLElement>('script[data-build]')?.dataset['build']);
    const first = await build();
    const close = await firefox.openTab(`${site.url}#/create-registry`);
    await firefox.fill('Name', 'Half filled', await firefox.get('dialog', 'Create registry'));
    await site.publish(1);
    await firefox.evaluate(() => void navigator.serviceWorker.ready.then((registration) => registration.update()));
    await firefox.expectText('It waits for unsaved input in');
    expect(await build()).toBe(first);
    await close();
    await firefox.click('button', 'Reload');
    await expect.poll(() => build().catch(() => first)).not.toBe(first);
    await firefox.get('link', 'Playground');
  });
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

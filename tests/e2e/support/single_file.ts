/** The page in a single file, opened from disk, and pages that were saved with an organization inside. */

import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import type { Watch } from './test.ts';

/** The file that the release build writes. */
export const FILE = fileURLToPath(new URL('../../../dist/registrar.html', import.meta.url));

/** The element with the organization of a saved page. */
const ORIGINAL = /<script type="application\/json" id="registrar-original"(?: data-id="([0-9a-z]{10})")?>([^<]*)<\/script>/;

/** A saved page: its file, its text, its id, and its text without the organization. */
export interface Saved {
  path: string;
  text: string;
  id: string;
  organization: string;
  withoutOrganization: string;
}

/** The path of a file of the running test. */
export function output(name: string): string {
  const path = test.info().outputPath(name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

/** Copies the file, and returns the address of the copy. */
export function copyOf(file: string, to: string): string {
  copyFileSync(file, to);
  return pathToFileURL(to).href;
}

/** Allows requests for files. Nothing but the page itself is asked for. */
export function allowFiles(watch: Watch): void {
  watch.allow(/^foreign request: (file:|about:srcdoc)/);
}

/** Saves the open page with its organization, from *Your data*. */
export async function saveAsPage(page: Page, to: string): Promise<Saved> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Your data' }).click();
  const section = page.getByRole('region', { name: 'Save as a page' });
  const downloading = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Save as a page' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^registrar-.*\.html$/);
  await expect(section.getByRole('status')).toContainText(download.suggestedFilename());
  await expect(section.getByRole('status')).toHaveText(/, \d\.\d MB\.$/);
  await download.saveAs(to);
  return readSaved(to);
}

/** Reads a saved page. */
export function readSaved(path: string): Saved {
  const text = readFileSync(path, 'utf8');
  const [element = '', id = '', organization = ''] = ORIGINAL.exec(text) ?? [];
  return { path, text, id, organization, withoutOrganization: text.replace(element, '') };
}

/** The banner of a saved page that shows its organization as it was saved. */
export function originalBanner(page: Page | FrameLocator): Locator {
  return page.locator('.banner').filter({ hasText: 'as it was saved' });
}

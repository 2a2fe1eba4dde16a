/** A site of its own for each test, with its worker: it can be published in other versions, and fail. */

import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { type Fault, serve } from '../server.ts';
import { expect, test as base } from './test.ts';

export { expect };

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** The folders of the versions, made once for all tests of a worker process. */
const versions = new Map([[0, join(PROJECT, 'dist')]]);

process.on('exit', () => {
  for (const [version, folder] of versions) if (version > 0) rmSync(folder, { recursive: true });
});

/** A host with a site that changes. */
export class Site {
  /** The address of its root. */
  url = '';
  /** Decides which requests fail. */
  fault: ((pathname: string, isOfWorker: boolean) => Fault | undefined) | undefined;
  /** The paths that were asked for. */
  readonly requests: string[] = [];
  #folder = join(PROJECT, 'dist');
  /** The folders with changed versions. */
  readonly #temporary: string[] = [];

  /** Serves the built site, which is version 0, until `use` is done. */
  static async serve(use: (site: Site) => Promise<void>): Promise<void> {
    const site = new Site();
    const fault = (request: IncomingMessage, pathname: string) => {
      site.requests.push(pathname);
      return site.fault?.(pathname, request.headers.referer?.endsWith('/sw.js') ?? false);
    };
    const { url, server } = await serve(() => site.#folder, { fault });
    site.url = url;
    await use(site);
    server.closeAllConnections();
    server.close();
    for (const folder of site.#temporary) await rm(folder, { recursive: true });
  }

  /** Publishes a version. All its files with hashes have other names than those of other versions. */
  async publish(version: number): Promise<void> {
    this.#folder = versions.get(version) ?? (await makeVersion(version));
  }

  /** Changes files of the published version. */
  async change(change: (folder: string) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'registrar-'));
    await cp(this.#folder, folder, { recursive: true });
    await change(folder);
    this.#temporary.push(folder);
    this.#folder = folder;
  }

  /** Makes the worker of the published version again, after a change. */
  async rebuild(): Promise<void> {
    await addWorker(this.#folder);
  }
}

/** Gives a folder with a page a worker, and the page its script. */
async function addWorker(folder: string): Promise<void> {
  const page = (await readFile(join(folder, 'index.html'))).toString();
  for (const file of await readdir(folder)) if (/^offline-|^sw\.js$/.test(file)) await rm(join(folder, file));
  await writeFile(join(folder, 'index.html'), page.replace(/<script[^>]*data-build[^>]*><\/script>/, ''));
  await promisify(execFile)(process.execPath, [join(PROJECT, 'offline/build.js'), folder]);
}

async function makeVersion(version: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'registrar-'));
  await cp(join(PROJECT, 'dist'), folder, { recursive: true });
  const page = (await readFile(join(folder, 'index.html'))).toString();
  const [hash] = /(?<=registrar-app-)[0-9a-f]+/.exec(page) ?? [];
  if (!hash) throw new Error("the page's module has no hash in its name");
  // Shorter than most: Trunk writes a hash without its leading zeros.
  const other = version.toString(16).padStart(14, '0');
  for (const file of (await readdir(folder)).filter((file) => file.includes(hash))) {
    await rename(join(folder, file), join(folder, file.replace(hash, other)));
  }
  await writeFile(join(folder, 'index.html'), page.replaceAll(hash, other));
  await addWorker(folder);
  versions.set(version, folder);
  return folder;
}

export const test = base.extend<{ site: Site }>({
  site: async ({}, use) => Site.serve(use),
  baseURL: async ({ site }, use) => use(site.url),
  serviceWorkers: 'allow',
});

/** Waits until the page's worker has kept the site. */
export async function waitUntilKept(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-offline', /new|ready/);
}

/** The number of the build that a page runs. */
export async function buildOf(page: Page): Promise<string | null> {
  return page.locator('script[data-build]').getAttribute('data-build');
}

/** The offer of a new version. */
export function offer(page: Page) {
  return page.locator('.banner').filter({ hasText: 'A new version is ready' });
}

/** Lets the page look for a new version, as it does every hour, and waits until the version is kept or refused. */
export async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    const worker = registration?.installing;
    if (worker) await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
  });
}

/** Projects, versions and collections for tests, made by the page API. */

import type { Page } from '@playwright/test';
import { link, openRegistry } from './app.ts';
import { api } from './script.ts';

/** An action of the page API on projects and collections. */
export type CatalogAction = { type: string } & Record<string, unknown>;

/** Does actions as somebody, as one intent. */
export async function perform(page: Page, account: string, ...actions: CatalogAction[]): Promise<void> {
  await api(page);
  await page.evaluate(
    ([account, actions]) => {
      const { registrar } = window as unknown as { registrar: { actAs(account: string): void; do(actions: unknown): unknown } };
      registrar.actAs(account);
      registrar.do(actions);
    },
    [account, actions] as const,
  );
}

/** The address of a collection, from the page of its registry. */
export async function addressOf(page: Page, registry: string, collection: string): Promise<string> {
  await openRegistry(page, registry);
  return (await link(page, collection).getAttribute('href')) ?? '';
}

/** A project of the team platform with two versions of a model and one of a dataset. */
export const LOGGED: CatalogAction[] = [
  { type: 'createProject', team: 'platform', name: 'training' },
  {
    type: 'logArtifact',
    project: 'platform/training',
    name: 'ranker',
    artifactType: 'model',
    metadata: { loss: 0.25, nested: { epochs: 3 } },
    files: [{ path: 'weights.bin', text: 'one' }],
    run: { name: 'first-run' },
  },
  {
    type: 'logArtifact',
    project: 'platform/training',
    name: 'ranker',
    artifactType: 'model',
    files: [{ path: 'weights.bin', text: 'two' }],
  },
  { type: 'logArtifact', project: 'platform/training', name: 'queries', artifactType: 'dataset', files: [{ path: 'q', text: 'q' }] },
];

/** A collection in Models with one version, that carries a protected alias, and a description with all of Markdown. */
export const FILLED: CatalogAction[] = [
  ...LOGGED,
  {
    type: 'createCollection',
    registry: 'Models',
    name: 'zoo',
    artifactType: 'model',
    tags: ['ranking', 'stable'],
    description: '## Use\n\nSee *[the paper](https://example.com)*.\n\n- `one`\n- two\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```',
  },
  { type: 'linkVersion', version: 'platform/training/ranker:v0', collection: 'Models/zoo', aliases: ['candidate', 'production'] },
  { type: 'linkVersion', version: 'platform/training/ranker:v1', collection: 'Models/zoo' },
  { type: 'protectAlias', registry: 'Models', alias: 'production' },
];

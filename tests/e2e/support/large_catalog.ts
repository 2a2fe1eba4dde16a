/** A large catalog, made by the page API as people make it: versions of three files and eight values, each linked to a collection. */

import type { Page } from '@playwright/test';
import { act, api } from './script.ts';

/** The size of a catalog. */
export interface CatalogSize {
  /** The numbers of versions of the first collections. The other collections share the remaining versions. */
  largest: number[];
  collections: number;
  versions: number;
  /** The number of actions in an intent. */
  perIntent: number;
}

/** The team and the registry of the first collections, and the number of collections in every further registry. */
const TEAM = 'platform';
export const FIRST_REGISTRY = 'Bench 00';
const IN_FIRST = 1_000;
const IN_OTHERS = 100;
const PER_PROJECT = 100;

/** The names of a collection: its registry, its project, and its own, which is that of its artifact as well. */
function namesOf(nth: number): { registry: string; project: string; name: string } {
  const others = Math.floor((nth - IN_FIRST) / IN_OTHERS) + 1;
  const registry = nth < IN_FIRST ? FIRST_REGISTRY : `Bench ${String(others).padStart(2, '0')}`;
  const project = `bench-${String(Math.floor(nth / PER_PROJECT)).padStart(2, '0')}`;
  return { registry, project, name: `collection-${String(nth).padStart(4, '0')}` };
}

/** The number of versions of each collection. */
function versionsOf({ largest, collections, versions }: CatalogSize): number[] {
  const left = versions - largest.reduce((sum, one) => sum + one, 0);
  const others = collections - largest.length;
  const share = (nth: number) => Math.floor((left * (nth + 1)) / others) - Math.floor((left * nth) / others);
  return [...largest, ...Array.from({ length: others }, (_, nth) => share(nth))];
}

/** Makes the catalog in the open organization, and returns the number of milliseconds that it took. */
export async function makeCatalog(page: Page, size: CatalogSize): Promise<number> {
  await api(page);
  const series = versionsOf(size).map((versions, nth) => ({ ...namesOf(nth), versions }));
  const registries = [...new Set(series.map(({ registry }) => registry))];
  const projects = [...new Set(series.map(({ project }) => project))];
  await act(
    page,
    ...registries.map((name) => ({ type: 'createRegistry', name, visibility: 'organization', types: 'model' }) as const),
    ...projects.map((name) => ({ type: 'createProject', team: TEAM, name }) as const),
    ...series.map(({ registry, name }) => ({ type: 'createCollection', registry, name, artifactType: 'model', description: `What **${name}** is for.`, tags: 'bench' }) as const),
    ...registries.map((registry) => ({ type: 'protectAlias', registry, alias: 'production' }) as const),
  );
  return page.evaluate(
    ({ team, series, perIntent }) => {
      const { registrar } = window as unknown as { registrar: { do(actions: unknown): unknown } };
      const digest = (...numbers: number[]) => btoa(String.fromCharCode(...new Uint8Array(Uint32Array.of(...numbers).buffer)));
      const logging = (nth: number, { project, name }: (typeof series)[number]) => ({
        type: 'logArtifact',
        project: `${team}/${project}`,
        name,
        artifactType: 'model',
        description: nth % 10 ? '' : `Version ${nth} of ${name}.`,
        metadata: { accuracy: 1 - 1 / (nth + 2), loss: 1 / (nth + 1), epoch: nth, learning_rate: 0.001, batch_size: 128, optimizer: 'adamw', dataset: `queries:v${nth % 7}`, commit: `c0ffee${nth}` },
        tags: [`sprint ${nth % 50}`],
        files: ['model.safetensors', 'config.json', 'tokenizer.json'].map((path, file) => ({
          path,
          size: 1000 * (nth + 1) + file,
          digest: digest(Number(name.slice(-4)), nth, file, 7),
        })),
      });
      const linking = (nth: number, { registry, project, name, versions }: (typeof series)[number]) => ({
        type: 'linkVersion',
        version: `${team}/${project}/${name}:v${nth}`,
        collection: `${registry}/${name}`,
        aliases: [...(nth % 10 ? [] : [`release-${nth}`]), ...(nth === versions - 2 ? ['production'] : [])],
      });
      const from = Date.now();
      let intent: unknown[] = [];
      const send = () => {
        if (intent.length > 0) registrar.do(intent);
        intent = [];
      };
      for (const one of series) {
        for (let nth = 0; nth < one.versions; nth += 1) {
          for (const action of [logging(nth, one), linking(nth, one)]) {
            intent.push(action);
            if (intent.length >= perIntent) send();
          }
        }
      }
      send();
      return Date.now() - from;
    },
    { team: TEAM, series, perIntent: size.perIntent },
  );
}

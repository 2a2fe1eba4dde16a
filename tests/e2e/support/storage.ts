/** The browser's storage from outside of the app: its contents, and records written by tests. */

import { readFile } from 'node:fs/promises';
import { expect, type Download, type Page } from '@playwright/test';

/** Keys and values. */
export type Values = Record<string, string>;

/** A record of the log in its stored form. */
export interface Entry {
  clock: number;
  after: string[];
  at: number;
  by: string;
  via: string;
  do: unknown[];
}

/** A stored record. */
export interface Stored {
  key: string;
  text: string;
  /** The record's id, as in `after`. */
  id: string;
  entry: Entry;
}

/** The contents of local storage, sorted by key. */
export async function snapshot(page: Page): Promise<Values> {
  const entries = await page.evaluate(() => Object.entries(localStorage) as [string, string][]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Writes a value, or removes it with `null`. Other pages of the context get an event; this one does not. */
export async function put(page: Page, key: string, value: string | null): Promise<void> {
  await page.evaluate(
    ([key, value]) => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)),
    [key, value] as const,
  );
}

/** The key of the open workspace. */
export async function workspace(page: Page): Promise<string> {
  const key = await page.evaluate(() => localStorage.getItem(`registrar:current:${location.pathname}`));
  expect(key).toMatch(/^[0-9a-z]{10}$/);
  return key ?? '';
}

/** The records of the open workspace in the order of the fold. */
export async function records(page: Page): Promise<Stored[]> {
  const prefix = `registrar:${await workspace(page)}:log:`;
  const values = Object.entries(await snapshot(page)).filter(([key]) => key.startsWith(prefix));
  const stored = values.map(([key, text]) => ({
    key,
    text,
    id: key.slice(prefix.length).replace(':', '.'),
    entry: JSON.parse(text) as Entry,
  }));
  return stored.sort((one, other) => one.entry.clock - other.entry.clock);
}

/** The record with an action. */
export async function recordOf(page: Page, action: string, name?: string): Promise<Stored> {
  const found = (await records(page)).find(({ entry }) =>
    entry.do.some((done) => {
      const value = (done as Record<string, { name?: string } | undefined>)[action];
      return value !== undefined && (name === undefined || value.name === name);
    }),
  );
  if (found === undefined) throw new Error(`no record of ${action} ${name}`);
  return found;
}

/** Encodes a record as `crates/journal/src/record.rs` does. The checksum covers its id as well. */
export function encode(id: string, entry: Entry): string {
  const { clock, after, at, by, via } = entry;
  const body = JSON.stringify({ v: 1, clock, after, at, by, via, do: entry.do }).slice(0, -1);
  return `${body},"crc":"${crc32(`${id}\n${body}`)}"}`;
}

/** An action that creates a registry. */
export function createRegistry(name: string, types?: string[]): unknown {
  const accepts = types === undefined ? 'all' : { only: types };
  return { create_registry: { name, description: '', visibility: 'organization', accepts } };
}

/** Adds people to the open workspace up to `count`, with one record as the app writes it. */
export async function fillUpPeople(page: Page, count: number): Promise<void> {
  const log = await records(page);
  const text = log.map((record) => record.text).join('\n');
  const there = text.split('"add_person":').length;
  const last = log.at(-1) as Stored;
  const added = Array.from({ length: count - there }, (_, n) => n + there + 1);
  const writer = 'peepeepeep';
  const entry = {
    ...last.entry,
    by: log[0]?.entry.by ?? '',
    clock: last.entry.clock + 1,
    after: [last.id],
    do: added.map((n) => ({
      add_person: { name: `Person ${n}`, username: `stored.${n}`, email: `stored.${n}@example.com`, role: 'member' },
    })),
  };
  await put(page, `registrar:${await workspace(page)}:log:${writer}:0`, encode(`${writer}.0`, entry));
}

/** Adds custom registries to the open workspace up to `count`, with records as the app writes them. */
export async function fillUp(page: Page, count: number): Promise<void> {
  const log = await records(page);
  const there = log.filter(({ text }) => text.includes('create_registry')).length;
  const last = log.at(-1) as Stored;
  const prefix = `registrar:${await workspace(page)}:log:`;
  const writer = 'b'.repeat(8) + String(count % 97).padStart(2, '0');
  const values: Values = {};
  let after = last.id;
  for (let n = 0; n < count - there; n += 1) {
    const id = `${writer}.${n}`;
    const action = createRegistry(`Stored ${count} ${n}`, ['model', 'dataset', `type ${n % 20}`]);
    values[`${prefix}${writer}:${n}`] = encode(id, {
      ...last.entry,
      clock: last.entry.clock + 1 + n,
      after: [after],
      // All at once, before what a test then creates, which is the most recent.
      at: last.entry.at,
      do: [action],
    });
    after = id;
  }
  await page.evaluate((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, values);
}

/**
 * Adds records to the open workspace up to `count`, each of which describes a registry. They are added to `into` if it is given,
 * instead of the storage.
 */
export async function describeOften(page: Page, count: number, into?: Values): Promise<void> {
  const log = await records(page);
  const last = log.at(-1) as Stored;
  // The founder may describe it. What the rules refuse is not written.
  const by = log[0]?.entry.by ?? '';
  const prefix = `registrar:${await workspace(page)}:log:`;
  const writer = 'dddddddddd';
  const registry = await page.evaluate(() => window.registrar.view()?.registries.find(({ name }) => name === 'Playground')?.id);
  const values: Values = into ?? {};
  let after = last.id;
  for (let n = 0; n < count - log.length; n += 1) {
    const id = `${writer}.${n}`;
    const action = { describe_registry: { registry, description: `Described ${n}.` } };
    values[`${prefix}${writer}:${n}`] = encode(id, { ...last.entry, by, clock: last.entry.clock + 1 + n, after: [after], at: last.entry.at + n * 1000, via: 'interface', do: [action] });
    after = id;
  }
  if (into) return;
  await page.evaluate((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, values);
}

/** The CRC-32 of a text in UTF-8, in hexadecimal. */
function crc32(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** A downloaded archive. */
export interface Archive {
  format: string;
  version: number;
  workspace: string;
  values: Values;
}

/** The archive that pressing a control downloads. */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; path: string; archive: Archive }> {
  const [download] = await Promise.all([page.waitForEvent('download') as Promise<Download>, press()]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^registrar-.*\.json$/);
  const path = await download.path();
  return { name, path, archive: JSON.parse(await readFile(path, 'utf8')) as Archive };
}

/** The values of a stored workspace by their keys in an archive. */
export function valuesOf(storage: Values, workspace: string): Values {
  const prefix = `registrar:${workspace}:`;
  const own = Object.entries(storage).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** The largest organization that Registrar is made for, stored as the app would store it. */

import type { Page } from '@playwright/test';
import { encode, records, type Stored, type Values, workspace } from './storage.ts';

/** Its size, in addition to the demo organization. */
export const LARGE = { people: 2000, teams: 200, registries: 2000 };

/** The number of registries with twenty members. The others have two, so that everything fits into storage. */
const LARGE_REGISTRIES = 500;

const WRITER = 'c'.repeat(10);

/** The id of the object that an action of the nth record makes. */
const made = (record: number, place: number) => `${WRITER}.${record}.${place}`;

/** The id of the nth person, team or registry that is added. */
export function objectOf(kind: keyof typeof LARGE, nth: number): string {
  return made({ people: 0, teams: 1, registries: 3 }[kind], nth);
}

/** Pseudo-random numbers from a seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Names for sorting, including non-ASCII ones. */
const FAMILIES = ['Person', 'Okafor', 'Park', 'Nguyễn', 'Østergård', 'Tanaka', 'Müller', '김', 'García', 'Levi', 'Silva'];

function intents(): unknown[][] {
  const some = numbers(7);
  const roles = ['viewer', 'member', 'member', 'admin'];
  const people = Array.from({ length: LARGE.people }, (_, nth) => {
    const username = `person-${String(nth).padStart(4, '0')}`;
    // The order of names differs from the order of creation.
    return { add_person: { name: `${FAMILIES[(nth * 7) % FAMILIES.length]} ${nth}`, username, email: `${username}@large.example`, role: nth % 5 ? 'member' : 'viewer' } };
  });
  const teams = Array.from({ length: LARGE.teams }, (_, nth) => ({ add_team: { name: `team-${nth}` } }));
  const memberships = people.map((_, nth) => ({
    add_person_to_team: { team: made(1, nth % LARGE.teams), person: made(0, nth), role: nth < LARGE.teams ? 'admin' : roles[some(3)] },
  }));
  const registries = Array.from({ length: LARGE.registries }, (_, nth) => ({
    create_registry: {
      name: `Large ${String((nth * 7) % LARGE.registries).padStart(4, '0')}`,
      description: `What team ${nth % LARGE.teams} works on.`,
      visibility: nth % 2 ? 'restricted' : 'organization',
      accepts: { only: ['model', `type-${nth % 20}`] },
    },
  }));
  const rows = registries.flatMap((_, nth) => [
    ...Array.from({ length: nth < LARGE_REGISTRIES ? 4 : 1 }, (_, row) => ({
      add_member: { registry: made(3, nth), member: { team: made(1, (nth * 4 + row) % LARGE.teams) }, role: roles[row] },
    })),
    ...Array.from({ length: nth < LARGE_REGISTRIES ? 16 : 1 }, (_, row) => ({
      add_member: { registry: made(3, nth), member: { person: made(0, (nth * 16 + row) % LARGE.people) }, role: roles[row % 4] },
    })),
  ]);
  return [people, teams, memberships, registries, rows];
}

/** Makes the open demo organization large. It appears after a reload. */
export async function makeLarge(page: Page): Promise<void> {
  const last = (await records(page)).at(-1) as Stored;
  const founder = (await records(page))[0]?.entry.by ?? '';
  const prefix = `registrar:${await workspace(page)}:log:`;
  const values: Values = {};
  let after = last.id;
  for (const [n, actions] of intents().entries()) {
    const id = `${WRITER}.${n}`;
    const entry = { ...last.entry, by: founder, clock: last.entry.clock + 1 + n, after: [after], at: last.entry.at + n, do: actions };
    values[`${prefix}${WRITER}:${n}`] = encode(id, entry);
    after = id;
  }
  await page.evaluate((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, values);
}

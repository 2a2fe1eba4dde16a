/** An organization of the largest size that Registrar is made for, put into storage as the app would have written it. */

import type { Page } from '@playwright/test';
import { encode, records, type Stored, type Values, workspace } from './storage.ts';

/** How large it is, besides what the demo organization has. */
export const LARGE = { people: 2000, teams: 200, registries: 2000 };

/** As many of the registries list twenty members each; the others list two, so that all of it fits into storage. */
const WELL_STAFFED = 500;

const WRITER = 'c'.repeat(10);

/** The id of what the action at a place of the nth record makes. */
const made = (record: number, place: number) => `${WRITER}.${record}.${place}`;

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Names to be put in order: not all of them are ASCII. */
const FAMILIES = ['Person', 'Okafor', 'Park', 'Nguyễn', 'Østergård', 'Tanaka', 'Müller', '김', 'García', 'Levi', 'Silva'];

function intents(): unknown[][] {
  const some = numbers(7);
  const roles = ['viewer', 'member', 'member', 'admin'];
  const people = Array.from({ length: LARGE.people }, (_, nth) => {
    const username = `person-${String(nth).padStart(4, '0')}`;
    // As names are: in another order than people came in.
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
    ...Array.from({ length: nth < WELL_STAFFED ? 4 : 1 }, (_, row) => ({
      add_member: { registry: made(3, nth), member: { team: made(1, (nth * 4 + row) % LARGE.teams) }, role: roles[row] },
    })),
    ...Array.from({ length: nth < WELL_STAFFED ? 16 : 1 }, (_, row) => ({
      add_member: { registry: made(3, nth), member: { person: made(0, (nth * 16 + row) % LARGE.people) }, role: roles[row % 4] },
    })),
  ]);
  return [people, teams, memberships, registries, rows];
}

/** Makes the demo organization that is open large. The page has to be loaded again to see it. */
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

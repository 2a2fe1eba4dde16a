/**
 * Deleting an organization in one tab while another opens it and writes, round by round, with delays by chance. What was
 * acknowledged stays, or one of the two is refused.
 *
 * `E2E_LONG` asks for 1,000 rounds instead of 50; `E2E_SEED` repeats a run by the seed that it printed.
 */

import type { Page } from '@playwright/test';
import type { Registrar } from '../../src/scripting/registrar.d.ts';
import { api } from './support/script.ts';
import { expect, test } from './support/test.ts';

/** Rounds that run at the same time, each with an organization of its own. */
const BATCH = 50;
const BATCHES = process.env['E2E_LONG'] === undefined ? 1 : 20;

/** One organization that one tab deletes and the other opens, at these times. */
interface Round {
  key: string;
  deleteAt: number;
  openAt: number;
  /** How the other tab leaves it again: in the same task, later, or not until the next round. */
  leave: 'at once' | 'starting over' | 'later';
}

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes organizations of three records each, and answers with their keys. */
function prepare(page: Page): Promise<string[]> {
  return page.evaluate((count) => {
    const { registrar } = window as unknown as { registrar: Registrar };
    const current = () => registrar.workspaces().find((workspace) => workspace.current)?.key ?? '';
    const keys = Array.from({ length: count }, () => {
      registrar.startEmpty({ organization: 'Race', name: 'Ada', username: 'ada', email: 'ada@race.example' });
      registrar.do({ type: 'addTeam', name: 'first' });
      registrar.do({ type: 'addTeam', name: 'second' });
      return current();
    });
    registrar.startEmpty({ organization: 'Home', name: 'Ada', username: 'ada', email: 'ada@race.example' });
    return keys;
  }, BATCH);
}

/** The result of a deletion: `done` or a code, and whether the tab saw the late record before. */
interface Deletion {
  result: string;
  sawLate: boolean;
}

/** Deletes at the times of the rounds. */
function deleting(page: Page, rounds: Round[], start: number): Promise<Deletion[]> {
  return page.evaluate(
    ([rounds, start]) => {
      const { registrar } = window as unknown as { registrar: Registrar };
      const attempt = (round: Round): Deletion => {
        const isRecord = (name: string) => name.startsWith(`registrar:${round.key}:log:`);
        // A tab sees no change of another one within a task.
        const sawLate = Object.keys(localStorage).filter(isRecord).length > 3;
        try {
          registrar.deleteWorkspace(round.key);
          return { result: 'done', sawLate };
        } catch (error) {
          return { result: (error as { code: string }).code, sawLate };
        }
      };
      const at = (round: Round) =>
        new Promise<Deletion>((done) => setTimeout(() => done(attempt(round)), start + round.deleteAt - Date.now()));
      return Promise.all(rounds.map(at));
    },
    [rounds, start] as const,
  );
}

/** Opens and writes at the times of the rounds, in the same way. */
function writing(page: Page, rounds: Round[], start: number, home: string): Promise<string[]> {
  return page.evaluate(
    ([rounds, start, home]) => {
      const { registrar } = window as unknown as { registrar: Registrar };
      const leave = ({ leave }: Round) => {
        if (leave === 'at once') registrar.openWorkspace(home);
        if (leave === 'starting over') {
          registrar.startEmpty({ organization: 'Over', name: 'Ada', username: 'ada', email: 'ada@race.example' });
        }
      };
      const attempt = (round: Round) => {
        let result = 'done';
        try {
          registrar.openWorkspace(round.key);
          registrar.do({ type: 'addTeam', name: 'late' });
        } catch (error) {
          result = (error as { code: string }).code;
        }
        try {
          leave(round);
        } catch {
          // It is at home already.
        }
        return result;
      };
      const at = (round: Round) =>
        new Promise<string>((done) => setTimeout(() => done(attempt(round)), start + round.openAt - Date.now()));
      return Promise.all(rounds.map(at));
    },
    [rounds, start, home] as const,
  );
}

/** The state of an organization in a later tab: gone, or the names of its teams. */
function outcome(page: Page, key: string): Promise<string> {
  return page.evaluate((key) => {
    const { registrar } = window as unknown as { registrar: Registrar };
    const found = registrar.workspaces().find((workspace) => workspace.key === key);
    const values = Object.keys(localStorage).filter((name) => name.startsWith(`registrar:${key}:`));
    if (found === undefined) return values.length === 0 ? 'gone' : 'deleted';
    if (!found.current) registrar.openWorkspace(key);
    return (registrar.view()?.teams ?? []).map((team) => team.name).sort().join(' ') || 'broken';
  }, key);
}

test('deleting an organization while another tab writes either keeps it whole or refuses the write', async ({ page }) => {
  test.setTimeout(60_000 + BATCHES * 120_000);
  const seed = Number(process.env['E2E_SEED'] ?? Math.floor(Math.random() * 4_294_967_296));
  console.log(`seed of the rounds: ${seed}`);
  const random = numbers(seed);
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    await tab.goto('./');
    await api(tab);
  }
  const seen = new Set<string>();
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const keys = await prepare(page);
    const home = await page.evaluate(() => localStorage.getItem(`registrar:current:${location.pathname}`) ?? '');
    const rounds = keys.map((key): Round => {
      const deleteAt = random() * 2000;
      // Most of them at nearly the same time, some while the records are removed, a second or two later.
      const openAt = deleteAt + (random() < 0.7 ? random() * 12 - 6 : random() * 3000);
      const leave = random();
      return { key, deleteAt, openAt, leave: leave < 0.6 ? 'at once' : leave < 0.8 ? 'starting over' : 'later' };
    });
    const start = Date.now() + 200;
    const [deleted, written] = await Promise.all([deleting(page, rounds, start), writing(other, rounds, start, home)]);
    await other.evaluate((home) => {
      const { registrar } = window as unknown as { registrar: Registrar };
      if (registrar.workspaces().some(({ key, current }) => key === home && !current)) registrar.openWorkspace(home);
    }, home);

    const later = await page.context().newPage();
    await later.goto('./');
    await api(later);
    for (const [nth, { key }] of rounds.entries()) {
      const { result: deletion, sawLate } = deleted[nth] as Deletion;
      const message = `round ${batch * BATCH + nth} of seed ${seed}: deleting ${deletion}, writing ${written[nth]}`;
      // A tab that saw the late record, and nobody in the organization any more, deletes the record as well.
      const isDeleted = deletion === 'done' && (sawLate || written[nth] !== 'done');
      const expected = isDeleted ? 'gone' : written[nth] === 'done' ? 'first late second' : 'first second';
      await expect.poll(() => outcome(later, key), { message, timeout: 20_000 }).toBe(expected);
      seen.add(`${deletion === 'done'} ${written[nth] === 'done'}`);
    }
    // Room for the next batch.
    await later.evaluate(() => {
      const { registrar } = window as unknown as { registrar: Registrar };
      for (const { key, current } of registrar.workspaces()) if (!current) registrar.deleteWorkspace(key);
    });
    await later.close();
  }
  // Chance has to have led to refusals of either side.
  expect(seen.size).toBeGreaterThan(1);
});

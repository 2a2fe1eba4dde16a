/** The page API against its documentation: every example, the rules case by case, and misuse. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Action, Registrar } from '../../src/scripting/registrar.d.ts';
import { link, startDemo } from './support/app.ts';
import { LOGGED } from './support/collections.ts';
import { examples, type Outcome } from './support/examples.ts';
import { type Rule, RULES } from './support/rules.ts';
import { records } from './support/storage.ts';
import { expect, test } from './support/test.ts';

type Anything = Record<string, unknown>;

/** Opens the page and starts the demo organization, without a click. */
async function open(page: Page): Promise<void> {
  await page.goto('./');
  await page.evaluate(async () => (await window.registrarReady).startDemo());
}

for (const [nth, example] of examples().entries()) {
  test(`example ${nth + 1} of the documentation: ${example.title}`, async ({ page }) => {
    await open(page);
    const outcomes = JSON.parse(await page.evaluate<string>(example.script)) as Outcome[];
    expect(outcomes).toHaveLength(example.claims.length);
    outcomes.forEach(({ expected, actual, thrown }, nth) => {
      const { line, throws } = example.claims[nth]!;
      if (throws) expect(thrown, line).toMatchObject(expected as Anything);
      else if (typeof expected === 'object' && expected !== null) expect(actual, line).toMatchObject(expected as Anything);
      else expect({ actual, thrown }, line).toEqual({ actual: expected });
    });
  });
}

test('the values in the documentation are the actual results', () => {
  expect(examples().length).toBeGreaterThan(8);
  expect(examples().flatMap((example) => example.claims).length).toBeGreaterThan(50);
});

test('the declarations match the API', async ({ page }) => {
  await page.goto('./');
  const response = await page.request.get('./registrar.d.ts');
  const [, declared = ''] = /^export interface Registrar \{\n([^]*?)^\}/m.exec(await response.text()) ?? [];
  const names = [...declared.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name);
  const there = await page.evaluate(async () => Object.keys(await window.registrarReady));
  expect([...new Set(names)].sort()).toEqual(there.sort());
  expect(there.length).toBeGreaterThan(10);
});

test('every action and every code of the declarations is documented', () => {
  const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
  const declared = read('src/scripting/registrar.d.ts');
  const documented = read('docs/page-api.md');
  const words = [...declared.matchAll(/'([a-zA-Z_]+)'/g)].map(([, word]) => word!);
  expect(words.length).toBeGreaterThan(100);
  const missing = words.filter((word) => !new RegExp(`\\b${word}\\b`).test(documented));
  expect(missing).toEqual([]);
});

test('the history does not name a source whose project the account does not see', async ({ page }) => {
  await open(page);
  const [seen, hidden] = await page.evaluate((actions) => {
    const registrar = window.registrar;
    registrar.do(actions as Action[]);
    registrar.do({ type: 'linkVersion', version: 'platform/training/ranker:v0', collection: 'Models/zoo' });
    return ['ada.okafor', 'noa.levi'].map((account) => {
      registrar.actAs(account);
      const [newest] = registrar.history({ limit: 1 });
      const [action] = newest!.actions;
      return {
        source: registrar.version('Models/zoo:v0')?.source,
        type: action?.type,
        version: (action as { version?: string | null }).version,
      };
    });
  }, LOGGED as object[]);
  expect(seen).toEqual({ source: 'platform/training/ranker:v0', type: 'linkVersion', version: expect.any(String) });
  expect(hidden).toEqual({ source: null, type: 'linkVersion', version: null });
});

test('a link to a collection by its name keeps the name, so that tabs that create it at once share it', async ({ page }) => {
  await open(page);
  const targets = await page.evaluate((actions) => {
    const registrar = window.registrar;
    registrar.do(actions as Action[]);
    registrar.do({ type: 'linkVersion', version: 'platform/training/ranker:v0', collection: 'Models/zoo' });
    registrar.do({ type: 'linkVersion', version: 'platform/training/ranker:v1', collection: 'Models/zoo' });
    const texts = Object.entries(localStorage).map(([, text]) => text as string).filter((text) => text.includes('"link_version"') && text.includes('"via":"api"'));
    return texts.map((text) => (JSON.parse(text) as { do: { link_version: { to: object } }[] }).do[0]?.link_version.to);
  }, LOGGED as object[]);
  expect(targets).toEqual(Array(2).fill({ named: { registry: expect.any(String), name: 'zoo' } }));
});

test('what an intent makes and removes again is in its receipt', async ({ page }) => {
  await open(page);
  const made = await page.evaluate((actions) => {
    const registrar = window.registrar;
    registrar.do(actions as Action[]);
    registrar.do({ type: 'linkVersion', version: 'platform/training/ranker:v1', collection: 'Models/zoo' });
    const version = 'platform/training/ranker:v0';
    const known = registrar.version(version)!.id;
    const file = { path: 'weights.bin', text: 'one' };
    const intents: Action[][] = [
      [{ type: 'linkVersion', version, collection: 'Models/new' }, { type: 'deleteCollection', collection: 'Models/new' }],
      [{ type: 'linkVersion', version, collection: 'Models/new' }, { type: 'unlinkVersion', version: 'Models/new:v0' }],
      [{ type: 'linkVersion', version, collection: 'Models/zoo' }, { type: 'deleteCollection', collection: 'Models/zoo' }],
      [
        { type: 'logArtifact', project: 'platform/training', name: 'ranker', artifactType: 'model', files: [file] },
        { type: 'deleteVersion', version },
      ],
    ];
    const receipts = intents.map((intent) => registrar.do(intent).made);
    return receipts.map((made) => made.map(({ action, kind, id, name, existed = false }) => [action, kind, id === known, name, existed]));
  }, LOGGED as object[]);
  expect(made).toEqual([
    [[0, 'collection', false, null, false], [0, 'link', false, null, false]],
    [[0, 'collection', false, 'Models/new', false], [0, 'link', false, null, false]],
    [[0, 'link', false, null, false]],
    [[0, 'version', true, null, true]],
  ]);
});

test('a full name is understood wherever a registry is named', async ({ page }) => {
  await open(page);
  const [named, full, core] = await page.evaluate(() =>
    ['Playground', 'wandb\u2011registry-playground', 'wandb-registry-dataset'].map((registry) => window.registrar.standing({ registry })),
  );
  expect(full).toEqual(named);
  expect(core).toMatchObject({ role: 'admin' });
});

test('the rules hold, case by case', async ({ page }) => {
  test.setTimeout(180_000);
  expect(RULES.length).toBeGreaterThan(100);
  await page.goto('./');
  for (const rule of RULES) {
    const outcome = await test.step(rule.name, () => page.evaluate(play, rule));
    if (rule.refused !== undefined) {
      expect.soft(outcome, rule.name).toMatchObject({ error: rule.refused, checked: { ok: false, error: rule.refused } });
    } else {
      expect.soft(outcome, rule.name).toMatchObject({ error: null, checked: { ok: true } });
      const { is = null } = rule.expected ?? {};
      if (is === null) expect.soft(outcome.registry, rule.name).toBeNull();
      else expect.soft(outcome.registry, rule.name).toMatchObject(is as Anything);
    }
  }
});

/** Runs a case in the page. */
async function play({ given, as, action, expected }: Rule) {
  const registrar = await window.registrarReady;
  const founder = { name: 'Founder', username: 'founder', email: 'founder@rules.example' };
  registrar.startEmpty({ organization: 'Rules', ...founder });
  // Hundreds of organizations would fill the storage.
  for (const { key, current } of registrar.workspaces()) if (!current) registrar.deleteWorkspace(key);
  for (const [account, actions] of given) {
    registrar.actAs(account);
    registrar.do(actions);
  }
  registrar.actAs(as);
  const checked = registrar.check(action);
  try {
    registrar.do(action);
  } catch (error) {
    return { checked, error: { ...(error as object) }, registry: null };
  }
  if (expected !== undefined) registrar.actAs(expected.account);
  const registry = registrar.view()!.registries.find(({ name }) => name === expected?.registry);
  return { checked, error: null, registry: registry ?? null };
}

test('the page shows at once what a script does, and the log says who did it', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => registrar.do({ type: 'createRegistry', name: 'By a script', types: ['model'] }));
  await expect(link(page, 'By a script')).toBeVisible();
  expect((await records(page)).at(-1)?.entry.via).toBe('api');
  await page.evaluate(() => registrar.actAs('omar.haddad'));
  await expect(page.getByRole('combobox', { name: 'Acting as' })).toHaveValue('Omar Haddad');
});

test('after an account removes itself, scripts are refused until another account is chosen', async ({ page }) => {
  await open(page);
  const answers = await page.evaluate(() => {
    registrar.actAs('jiwoo.han');
    const given: Action[] = [
      { type: 'addMembers', registry: 'Safety_Reviews', members: 'ada.okafor' },
      { type: 'removePerson', person: 'jiwoo.han' },
    ];
    registrar.do(given);
    const account = registrar.account();
    const { error } = registrar.check({ type: 'addTeam', name: 'x' }) as { error: { code: string; what: string } };
    return [account, error.code, error.what, registrar.actAs('ada.okafor').name];
  });
  expect(answers).toEqual([null, 'missing', 'actor', 'ada.okafor']);
});

test('an intent of ten thousand actions can refer to its own objects, and a longer one is refused', async ({ page }) => {
  await open(page);
  const found = await page.evaluate(() => {
    const registries = Array.from({ length: 5_000 }, (_, n) => [
      { type: 'createRegistry' as const, name: `Registry ${n}` },
      { type: 'describeRegistry' as const, registry: `Registry ${n}`, description: `The one with number ${n}` },
    ]);
    const { made } = registrar.do(registries.flat());
    const last = registrar.view()!.registries.find(({ name }) => name === 'Registry 4999')!;
    const error = (members: string[]) => {
      const checked = registrar.check({ type: 'addMembers', registry: 'Registry 0', members });
      return checked.ok ? null : checked.error;
    };
    const unknown = error(Array.from({ length: 10_000 }, (_, n) => `unknown${n}`));
    const tooMany = error(['x,'.repeat(1_000_000)]);
    const id = made.at(-1)!.id;
    return { made: made.length, last: [last.id, last.description], id, code: unknown?.code, faults: unknown?.faults?.length, tooMany };
  });
  expect(found).toMatchObject({ made: 5_000, last: [found.id, 'The one with number 4999'], code: 'missing', faults: 10_000 });
  expect(found.tooMany).toMatchObject({ code: 'malformed_call', problem: 'too_large', at: 'action.members' });
});

test('no argument of a script crashes the page', async ({ page }) => {
  await open(page);
  const codes = await page.evaluate(() => {
    const round: Record<string, unknown> = { type: 'addTeam' };
    round['name'] = round;
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const throwing = { get type(): string { throw new Error('no'); } };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const values: unknown[] = [
      undefined, null, true, 0, NaN, '', 'x', 1n, Symbol('x'), () => 1, [], {}, [[]], [null], new Map(), new Date(), /x/,
      round, deep, throwing, revoked.proxy, new Array(10_001).fill({ type: 'addTeam', name: 'x' }), document, window,
      { type: 1 }, { type: 'addTeam' }, { type: 'addTeam', name: null }, { type: 'addTeam', name: 5 },
      { type: 'addTeam', name: '\ud800' }, { type: 'addTeam', name: { toString: () => 'x' } },
      { type: 'addTeam', name: 'x'.repeat(6_000_000) }, { type: 'addTeam', name: 'x', __proto__: { more: 1 }, constructor: 1 },
      JSON.parse('{"type":"addTeam","name":"x","__proto__":1}'), { type: '__proto__' }, { type: 'constructor' },
      { type: 'createRegistry', name: 'x', types: [1] }, { type: 'createRegistry', name: 'x', types: [] },
      { type: 'setRestrictedStays', stays: 'yes' }, { type: 'addMembers', registry: 'Playground', members: ' , ;\n' },
    ];
    const code = (call: () => unknown) => {
      try {
        call();
        return 'done';
      } catch (error) {
        return error instanceof Error ? ((error as { code?: string }).code ?? String(error)) : `not an error: ${String(error)}`;
      }
    };
    const api = registrar as unknown as Record<string, (...given: unknown[]) => unknown>;
    const found = new Set<string>();
    for (const name of ['do', 'check', 'consequences', 'may', 'standing', 'actAs', 'startEmpty', 'restore', 'openWorkspace', 'deleteWorkspace']) {
      for (const value of values) {
        const came = code(() => api[name]!(value));
        found.add(name === 'check' ? `check: ${came}` : came);
      }
    }
    for (const value of values) if (typeof value !== 'function') found.add(code(() => api['subscribe']!(value)));
    return [...found].sort();
  });
  expect(codes).toEqual(['check: done', 'invalid_archive', 'malformed_call', 'missing', 'no_types']);
  await expect(link(page, 'Playground')).toBeVisible();
  await expect(page.locator('#crash')).toBeHidden();
});

test('listeners may change things, throw and leave', async ({ page, watch }) => {
  watch.allow(/A listener of registrar\.subscribe threw/);
  await open(page);
  const calls = await page.evaluate(() => {
    const calls: string[] = [];
    const team = (name: string): Action => ({ type: 'addTeam', name });
    registrar.subscribe(() => {
      calls.push('throws');
      throw new Error('mine');
    });
    let added = 0;
    const end = registrar.subscribe(() => {
      calls.push('adds');
      if (added < 2) registrar.do(team(`added-${(added += 1)}`));
    });
    const leaves = registrar.subscribe(() => {
      calls.push('leaves');
      leaves();
    });
    registrar.do(team('first'));
    end();
    registrar.do(team('last'));
    return calls;
  });
  expect(calls).toEqual(['throws', 'adds', 'leaves', 'throws', 'adds', 'throws', 'adds', 'throws']);
});

test('a listener that triggers itself endlessly is stopped', async ({ page }) => {
  await open(page);
  const count = await page.evaluate(() => {
    let count = 0;
    registrar.subscribe(() => {
      registrar.do({ type: 'renameOrganization', name: `Name ${(count += 1)}` });
    });
    registrar.do({ type: 'addTeam', name: 'x' });
    return count;
  });
  expect(count).toBe(100);
});

test('after a crash every call of the API is refused', async ({ page, watch }) => {
  watch.allow(/crashed on purpose/, /unreachable/);
  await open(page);
  await page.evaluate(() => {
    location.hash = '#/crash-test';
  });
  await page.getByRole('button', { name: 'Crash now' }).click();
  await expect(page.locator('#crash')).toBeVisible();
  const code = await page.evaluate(() => {
    const api: Registrar = registrar;
    try {
      return api.view();
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
  expect(code).toBe('crashed');
});

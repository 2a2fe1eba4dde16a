/** A class's worth of actions in two tabs, undone one by one to the founding and redone, and compared with what was saved on the way. */

import type { Page } from '@playwright/test';
import type { Changes, Names, View } from '../../src/scripting/registrar.d.ts';
import { startDemo } from './support/app.ts';
import { expect, test } from './support/test.ts';

/** The actions, which the tabs do in turn. */
const CLASS: object[] = [
  { type: 'addPerson', name: 'Tom', username: 'tom', email: 'tom@lighthouse.example' },
  { type: 'createRegistry', name: 'Exercises', visibility: 'restricted' },
  { type: 'addMembers', registry: 'Exercises', members: ['tom', 'mina.park'], role: 'viewer' },
  { type: 'addTeam', name: 'class' },
  { type: 'addPersonToTeam', team: 'class', person: 'tom', role: 'member' },
  { type: 'setMemberRole', registry: 'Exercises', member: 'tom', role: 'admin' },
  { type: 'addMembers', registry: 'Exercises', members: 'class', role: 'member' },
  { type: 'setTeamRole', team: 'class', person: 'tom', role: 'admin' },
  { type: 'createProject', team: 'class', name: 'homework' },
  { type: 'logArtifact', project: 'class/homework', name: 'answers', artifactType: 'dataset', files: [{ path: 'a.txt', text: 'one' }] },
  { type: 'createCollection', registry: 'Exercises', name: 'best', artifactType: 'dataset' },
  { type: 'linkVersion', version: 'class/homework/answers:v0', collection: 'Exercises/best', aliases: ['gold'] },
  { type: 'protectAlias', registry: 'Exercises', alias: 'gold' },
  { type: 'setDefaultRole', role: 'viewer' },
  { type: 'editPerson', person: 'tom', name: 'Tomás', username: 'tomas', email: 'tomas@lighthouse.example' },
  { type: 'renameTeam', team: 'class', name: 'class-7' },
  { type: 'addServiceAccount', name: 'grader' },
  { type: 'renameServiceAccount', serviceAccount: 'grader', name: 'marker' },
  { type: 'editCollection', collection: 'Exercises/best', name: 'finest' },
  { type: 'setVisibility', registry: 'Exercises', visibility: 'organization' },
  { type: 'setRestrictedStays', stays: true },
  { type: 'specifyTypes', registry: 'Exercises', types: ['dataset', 'model'] },
  { type: 'setOrganizationRole', person: 'noa.levi', role: 'admin' },
  { type: 'setOwner', registry: 'Exercises', person: 'mina.park' },
  { type: 'renameRegistry', registry: 'Exercises', name: 'Solutions' },
  { type: 'renameOrganization', name: 'Class 7' },
  { type: 'removePersonFromTeam', team: 'class-7', person: 'tomas' },
  { type: 'removeMember', registry: 'Solutions', member: 'class-7' },
  { type: 'removePerson', person: 'tomas' },
  { type: 'deleteCollection', collection: 'Solutions/finest' },
  { type: 'deleteRegistry', registry: 'Playground' },
];

const viewOf = (page: Page) => page.evaluate(() => window.registrar.view());
/** The records that count, the newest first. */
const records = (page: Page) => page.evaluate(() =>
  window.registrar.history({ limit: 10_000 }).filter(({ outcome, kind }) => outcome === 'applied' && kind !== 'founding').map(({ record }) => record));

/** Waits until a tab has heard of a record that another one has made. */
const hearsOf = (tab: Page, record: string) =>
  expect.poll(() => tab.evaluate((record) => window.registrar.history({ limit: 10_000 }).some((entry) => entry.record === record), record), record).toBe(true);

/** Pairs of keys and roles of a view. */
type Facts = Record<string, string>;

type What = 'organization' | 'names' | 'organizationRoles' | 'teamMembers' | 'members' | 'registries' | 'collections';

function factsOf(view: View): Record<What, Facts> {
  const facts: Record<What, Facts> = {
    organization: {}, names: {}, organizationRoles: {}, teamMembers: {}, members: {}, registries: {}, collections: {},
  };
  facts.organization['it'] = JSON.stringify([view.organization, view.settings]);
  for (const { id, name, username, email } of view.people) facts.names[id] = JSON.stringify([name, username, email]);
  for (const { id, name } of [...view.serviceAccounts, ...view.teams]) facts.names[id] = JSON.stringify([name, null, null]);
  for (const { id, role } of view.people) facts.organizationRoles[id] = role;
  for (const team of view.teams) for (const { id, role } of team.members) facts.teamMembers[`${team.id} ${id}`] = role ?? 'member';
  for (const registry of view.registries) {
    const { name, description, visibility, accepts, protectedAliases } = registry;
    facts.registries[registry.id] = JSON.stringify([name, description, visibility, accepts, protectedAliases]);
    for (const { id, name } of registry.collections) facts.collections[`${registry.id} ${id}`] = name;
    for (const { id, role } of registry.members) facts.members[`${registry.id} ${id}`] = role;
  }
  return facts;
}

/** The changes of each kind between the views of two moments. */
function expected(from: View, to: View): Record<string, string[]> {
  const [before, after] = [factsOf(from), factsOf(to)];
  const { names, ...others } = before;
  const there = (one: Facts, other: Facts) => Object.keys(one).filter((key) => key in other);
  const both = (one: Facts, other: Facts) => Object.fromEntries(there(one, other).map((key) => [key, one[key]])) as Facts;
  const absent = (one: Facts, other: Facts) => Object.keys(one).filter((key) => !(key in other)).sort();
  const lines = Object.fromEntries(Object.entries(others).map(([what, facts]) => [what, differing(facts, after[what as What])]));
  return {
    ...lines,
    renamed: differing(both(names, after.names), both(after.names, names)),
    joined: absent(after.names, names),
    left: absent(names, after.names),
  };
}

/** The differences of two objects: keys with the value before and after, sorted. */
function differing(before: Facts, after: Facts): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
  return keys.map((key) => `${key}: ${before[key] ?? null} > ${after[key] ?? null}`).sort();
}

/** The differences that the page API reports, in the same form. */
function describeChanges(changes: Changes, teams: Record<string, string>): Record<string, string[]> {
  const facts = (registry: Changes['registries'][number]['before']) =>
    registry && JSON.stringify([registry.name, registry.description, registry.visibility, registry.accepts, registry.protectedAliases]);
  const organization = (side: NonNullable<Changes['organization']>['before']) => side && JSON.stringify([side.name, side.settings]);
  const names = ({ name, username, email }: Names) => JSON.stringify([name, username, email]);
  return {
    organization: changes.organization ? [`it: ${organization(changes.organization.before)} > ${organization(changes.organization.after)}`] : [],
    renamed: changes.renamed.map(({ who, before, after }) => `${who.id}: ${names(before)} > ${names(after)}`).sort(),
    joined: changes.joined.map(({ id }) => id).sort(),
    left: changes.left.map(({ id }) => id).sort(),
    collections: changes.collections.map(({ registry, id, before, after }) => `${registry.id} ${id}: ${before} > ${after}`).sort(),
    organizationRoles: changes.organizationRoles.map(({ person, before, after }) => `${person.id}: ${before} > ${after}`).sort(),
    teamMembers: changes.teamMembers.map(({ team, member, before, after }) => `${teams[team]} ${member.id}: ${before} > ${after}`).sort(),
    members: changes.members.map(({ registry, member, before, after }) => `${registry.id} ${member.id}: ${before} > ${after}`).sort(),
    registries: changes.registries.map(({ registry, before, after }) => `${registry.id}: ${facts(before)} > ${facts(after)}`).sort(),
  };
}

test('undo to the founding and redo pass through the states of the archives', async ({ page, context }) => {
  test.setTimeout(180_000);
  await startDemo(page);
  const other = await context.newPage();
  await other.goto('./');
  await expect(other.getByRole('heading', { level: 1, name: 'Registry', exact: true })).toBeVisible();

  const saved: { record: string; view: View; archive: string }[] = [];
  for (const [index, action] of CLASS.entries()) {
    const [tab, latest] = [index % 2 ? other : page, saved.at(-1)];
    if (latest) await hearsOf(tab, latest.record);
    saved.push(await tab.evaluate((action) => ({
      record: window.registrar.do(action as never).record,
      view: window.registrar.view() as View,
      archive: window.registrar.archive(),
    }), action));
  }
  const last = saved.at(-1)?.view;
  await expect.poll(() => viewOf(page)).toEqual(last);

  // As of each moment, from the log and from the archive of then.
  const apart = await (await context.browser()!.newContext()).newPage();
  await apart.goto('./?storage=blocked#/');
  await apart.waitForFunction(() => 'registrar' in window);
  for (const { record, view, archive } of saved) {
    expect(await page.evaluate((record) => window.registrar.at(record).view(), record)).toEqual(view);
    await apart.evaluate((archive) => window.registrar.restore(archive), archive);
    expect(await viewOf(apart)).toEqual(view);
  }
  await apart.context().close();

  // The changes between any two of them.
  const teams = Object.fromEntries(saved.flatMap(({ view }) => view.teams.map(({ name, id }) => [name, id])));
  for (const from of saved) {
    for (const to of saved) {
      const changes = await page.evaluate(([from, to]) => window.registrar.changes({ from, to }), [from.record, to.record] as const);
      expect(describeChanges(changes, teams), `from ${from.record} to ${to.record}`).toEqual(expected(from.view, to.view));
    }
  }

  // To the founding, by the tabs in turn.
  const done = await records(page);
  let latest = done[0] ?? '';
  for (const [index, record] of done.entries()) {
    const before = done[index + 1];
    const tab = index % 2 ? other : page;
    await hearsOf(tab, latest);
    expect(await tab.evaluate((record) => window.registrar.canUndo(record).ok, record), record).toBe(true);
    const [undo, undone, then] = await tab.evaluate(([record, before]) => {
      const { record: undo } = window.registrar.undo(record);
      return [undo, window.registrar.view(), before === undefined ? null : window.registrar.at(before).view()] as const;
    }, [record, before] as const);
    latest = undo;
    if (before !== undefined) expect(undone).toEqual(then);
  }
  await hearsOf(page, latest);
  expect(await page.evaluate(() => window.registrar.view()?.people.length)).toBe(1);

  // And back again, the newest undo first.
  const undos = (await page.evaluate(() => window.registrar.history({ limit: 10_000 }))).filter(({ kind, outcome }) => kind === 'undo' && outcome === 'applied');
  expect(undos.length).toBe(done.length);
  for (const [index, { record }] of undos.entries()) {
    const tab = index % 2 ? other : page;
    await hearsOf(tab, latest);
    expect(await tab.evaluate((record) => window.registrar.canUndo(record).ok, record), record).toBe(true);
    latest = await tab.evaluate((record) => window.registrar.undo(record).record, record);
  }
  for (const tab of [page, other]) await expect.poll(() => viewOf(tab)).toEqual(last);
});

test('the history reveals nothing about a hidden registry', async ({ page }) => {
  await startDemo(page);
  await page.evaluate(() => {
    const run = (...actions: object[]) => window.registrar.do(actions as never);
    run({ type: 'createRegistry', name: 'Zircon', description: 'Zircon zirconia', visibility: 'restricted' });
    run({ type: 'addMembers', registry: 'Zircon', members: 'mina.park', role: 'member' }, { type: 'addTeam', name: 'jewelers' });
    run({ type: 'createCollection', registry: 'Zircon', name: 'zircon-cut', artifactType: 'model' });
    run({ type: 'renameRegistry', registry: 'Zircon', name: 'Zircon2' });
    window.registrar.undo();
    window.registrar.redo();
    run({ type: 'createRegistry', name: 'Zircon3', visibility: 'restricted' });
    run({ type: 'deleteRegistry', registry: 'Zircon3' });
  });
  const people = await page.evaluate(() => window.registrar.view()?.people.map(({ username }) => username) ?? []);
  for (const username of people) {
    const [sees, texts] = await page.evaluate((username) => {
      window.registrar.actAs(username);
      const sees = window.registrar.view()?.registries.filter(({ name }) => name.startsWith('Zircon')).map(({ id }) => id) ?? [];
      const history = window.registrar.history({ limit: 10_000 });
      const [newest] = history;
      const changes = newest && window.registrar.changes({ from: history.at(-1)?.record ?? '', to: newest.record });
      return [sees.length > 0, JSON.stringify([history, changes, window.registrar.checkpoints()])] as const;
    }, username);
    if (!sees) expect(texts.toLowerCase(), username).not.toContain('zircon');
    await page.evaluate((find) => { location.hash = `#/history?find=${find}`; }, sees ? 'zircon' : 'zircon+');
    const rows = page.locator('.history-list > li');
    if (sees) await expect(rows.first()).toContainText('Zircon');
    else await expect(page.getByText('No entry of the history matches.')).toBeVisible();
  }
  expect(people.length).toBeGreaterThan(3);
});

/** One verdict and one view: every control follows the rules, and hidden objects appear nowhere. */

import type { Locator, Page } from '@playwright/test';
import type { Account, Action, Registrar, Registry, View } from '../../src/scripting/registrar.d.ts';
import { expectLanding, occurrences, startDemo, visit } from './support/app.ts';
import { act, api, isPermitted, may, viewOf } from './support/script.ts';
import { expect, test } from './support/test.ts';

/** All accounts, as the founder sees them. */
async function usernames(page: Page): Promise<string[]> {
  const { people, serviceAccounts } = await viewOf(page, 'ada.okafor');
  return [...people.map(({ username }) => username), ...serviceAccounts.map(({ name }) => name)];
}

/** Whether a control can be used. A denied one is visible as well. */
async function isUsable(control: Locator): Promise<boolean> {
  await expect(control, 'a control is never hidden').toBeVisible();
  return control.evaluate((element) => {
    const readonly = (element as HTMLInputElement).readOnly === true;
    if (element.hasAttribute('disabled')) throw new Error('what is disabled can be reached by nobody');
    const denied = element.getAttribute('aria-disabled') === 'true' || readonly;
    const reasons = (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim());
    if (denied && !reasons.some(Boolean)) throw new Error(`nobody says why: ${element.outerHTML}`);
    return !denied;
  });
}

/** The controls of a registry's settings, with an action that needs the same permission. */
function controls(page: Page, { id: registry, members, accepts }: Registry): [string, Locator, Action][] {
  const main = page.getByRole('main');
  const somebody = members[0];
  const always: [string, Locator, Action][] = [
    ['edit_registry', main.getByLabel('Name', { exact: true }), { type: 'renameRegistry', registry, name: 'Another name' }],
    ['edit_registry', main.getByLabel('Description', { exact: true }), { type: 'describeRegistry', registry, description: 'Other' }],
    ['change_visibility', main.getByLabel('Registry visibility', { exact: true }), { type: 'setVisibility', registry, visibility: 'organization' }],
    ['edit_types', main.getByLabel('Accepted artifact types', { exact: true }), { type: 'acceptAllTypes', registry }],
    ['add_members', main.getByRole('button', { name: 'Add member' }), { type: 'addMembers', registry, members: 'noa.levi' }],
    ['delete_registry', main.getByRole('button', { name: 'Delete registry' }), { type: 'deleteRegistry', registry }],
  ];
  if (!accepts.all) {
    always.push(['edit_types', main.getByLabel('Add artifact type', { exact: true }), { type: 'addTypes', registry, types: 'fresh' }]);
  }
  if (somebody !== undefined) {
    const member = somebody.id;
    always.push(
      ['change_roles', main.getByRole('combobox', { name: /^Role of / }).first(), { type: 'setMemberRole', registry, member, role: 'admin' }],
      ['remove_members', main.getByRole('button', { name: /^Remove / }).first(), { type: 'removeMember', registry, member }],
    );
  }
  const other = members.find(({ kind, name }) => kind === 'person' && name !== null && name !== ownerOf(members));
  if (other !== undefined) {
    const owner = main.getByRole('button', { name: /^Make owner/ }).first();
    always.push(['make_owner', owner, { type: 'setOwner', registry, person: other.id }]);
  }
  return always;
}

/** In the demo organization, the creator of a registry is its first member and its owner. */
function ownerOf(members: Registry['members']): string | null | undefined {
  return members[0]?.name;
}

test('every control of every registry matches the verdict at dispatch, for every account', async ({ page }) => {
  test.setTimeout(300_000);
  await startDemo(page);
  await api(page);
  let compared = 0;
  for (const account of await usernames(page)) {
    const { registries } = await viewOf(page, account);
    for (const registry of registries) {
      await visit(page, `#/registry/${registry.id}/settings`);
      await expect(page.getByRole('heading', { level: 1, name: `Settings of ${registry.name}` })).toBeVisible();
      for (const [permission, control, action] of controls(page, registry)) {
        if (registry.core && permission === 'make_owner') continue;
        const what = `${account}, ${registry.name}, ${permission}`;
        const { granted } = await may(page, permission, { registry: registry.id });
        expect(await isPermitted(page, action), `dispatch: ${what}`).toBe(granted);
        // In a core registry, *All types* is denied to everybody, so there is no choice.
        const isFixed = registry.core && action.type === 'acceptAllTypes';
        expect(await isUsable(control), `control: ${what}`).toBe(granted && !isFixed);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(500);
});

test('every control of the directory matches the verdict at dispatch, for every account', async ({ page }) => {
  test.setTimeout(300_000);
  await startDemo(page);
  await api(page);
  for (const account of await usernames(page)) {
    const { teams } = await viewOf(page, account);
    const { granted: directory } = await may(page, 'manage_directory');
    const main = page.getByRole('main');
    const check = async (hash: string, names: [('button' | 'combobox' | 'link' | 'checkbox'), string | RegExp][]) => {
      await visit(page, hash);
      for (const [role, name] of names) {
        expect(await isUsable(main.getByRole(role, { name }).first()), `${account}, ${name}`).toBe(directory);
      }
    };
    await check('#/people', [['button', 'Add person'], ['combobox', 'Organization role of Mina Park'], ['button', 'Edit Mina Park'], ['button', 'Remove Mina Park']]);
    await check('#/people?show=service-accounts', [['button', 'Add service account'], ['button', /^Rename /], ['button', /^Remove /]]);
    await check('#/people?show=organization', [['combobox', 'Default role for new members'], ['checkbox', 'Restricted registries stay restricted']]);
    await check('#/people?show=teams', [['button', 'Add team'], ['button', /^Rename team /], ['button', /^Remove team /]]);
    for (const team of teams) {
      const { granted } = await may(page, 'manage_team', { team: team.id });
      for (const control of [
        main.getByRole('button', { name: `Add to team ${team.name}` }),
        main.getByRole('button', { name: new RegExp(`^Remove .* from ${team.name}$`) }).first(),
        main.getByRole('combobox', { name: new RegExp(`^Team role of .* in ${team.name}$`) }).first(),
      ]) {
        expect(await isUsable(control), `${account}, team ${team.name}`).toBe(granted);
      }
    }
    await visit(page, '#/');
    const { granted: create } = await may(page, 'create_registry');
    expect(await isUsable(main.getByRole('button', { name: 'Create registry' }).first()), `${account}, create`).toBe(create);
  }
});

test('every control of a version in its project matches the verdict at dispatch, for every account that sees it', async ({ page }) => {
  test.setTimeout(300_000);
  await startDemo(page);
  await api(page);
  const main = page.getByRole('main');
  let compared = 0;
  for (const account of await usernames(page)) {
    const { projects } = await viewOf(page, account);
    for (const { team, name, artifacts } of projects) {
      const artifact = artifacts.find(({ latest }) => latest !== null);
      if (artifact === undefined) continue;
      const project = `${team}/${name}`;
      const version = `${project}/${artifact.name}`;
      const { granted } = await may(page, 'write_project', { project });
      expect(await isPermitted(page, { type: 'editVersion', version, description: 'Other' }), `dispatch: ${account}, ${version}`).toBe(granted);
      const hash = `#/version/${await page.evaluate((of) => (window as unknown as { registrar: Registrar }).registrar.version(of).id, version)}`;
      await visit(page, hash);
      for (const control of [/^Delete /, /Add alias/, /Add tag/, 'Edit description']) {
        expect(await isUsable(main.getByRole('button', { name: control })), `${account}, ${version}, ${control}`).toBe(granted);
        compared += 1;
      }
      await expect(main.getByRole('link', { name: 'Link to registry' })).toBeVisible();
      await visit(page, `${hash}?show=metadata`);
      expect(await isUsable(main.getByRole('button', { name: 'Edit metadata' })), `${account}, ${version}, metadata`).toBe(granted);
    }
  }
  expect(compared).toBeGreaterThan(50);
});

test('promotions name exactly the people who can move a protected alias', async ({ page }) => {
  test.setTimeout(300_000);
  await startDemo(page);
  await api(page);
  const accounts = await usernames(page);
  const { registries, people, serviceAccounts } = await viewOf(page, 'ada.okafor');
  const shown = new Map([...people.map(({ username, name }) => [username, name] as const), ...serviceAccounts.map(({ name }) => [name, name] as const)]);
  for (const { id, name, protectedAliases } of registries) {
    if (protectedAliases.length === 0) continue;
    const permitted: string[] = [];
    for (const account of accounts) {
      await viewOf(page, account);
      if ((await may(page, 'set_protected_alias', { registry: id })).granted) permitted.push(shown.get(account) ?? account);
    }
    await viewOf(page, 'ada.okafor');
    await visit(page, `#/registry/${id}/promotions`);
    const listed = page.getByRole('main').getByRole('list', { name: 'Who can move them' }).getByRole('listitem');
    await expect(listed.first()).toBeVisible();
    expect((await listed.allInnerTexts()).sort(), name).toEqual(permitted.sort());
  }
});

test('no page reveals what the account cannot see', async ({ page }) => {
  test.setTimeout(300_000);
  await startDemo(page);
  await api(page);
  const founder = await viewOf(page, 'ada.okafor');
  const marked = founder.registries.filter(({ core }) => !core);
  for (const [nth, { id }] of marked.entries()) {
    await act(page, { type: 'editRegistry', registry: id, name: `marker${nth}name`, description: `marker${nth}text` });
    if (!marked[nth]?.accepts.all) await act(page, { type: 'addTypes', registry: id, types: `marker${nth}type` });
  }
  let hidden = 0;
  for (const account of await usernames(page)) {
    const view = await viewOf(page, account);
    const unseen = marked.map((_, nth) => nth).filter((nth) => !view.registries.some(({ id }) => id === marked[nth]?.id));
    hidden += unseen.length;
    for (const hash of addresses(view, marked)) {
      await visit(page, hash);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const nth of unseen) expect(await occurrences(page, `marker${nth}`), `${account} at ${hash}`).toEqual([]);
    }
    await visit(page, '#/');
    await expectLanding(page);
    const count = view.registries.filter(({ core }) => !core).length;
    await expect(page.getByRole('region', { name: 'Custom registry' }).getByRole('status')).toHaveText(`${count} registries`);
  }
  expect(hidden).toBeGreaterThan(10);
});

/** Every page and dialog, including those of hidden registries. */
function addresses(view: View, registries: Registry[]): string[] {
  const accounts: Account['id'][] = [...view.people, ...view.serviceAccounts].slice(0, 4).map(({ id }) => id);
  return [
    '#/',
    '#/create-registry',
    ...registries.flatMap(({ id }) => [`#/registry/${id}`, `#/registry/${id}/settings`, `#/registry/${id}/promotions`]),
    ...registries.slice(0, 2).map(({ id }) => `#/registry/${id}/settings/add-member`),
    ...registries.flatMap(({ id, collections }) =>
      collections.slice(0, 1).flatMap((one) => ['', '/metrics', '/compare'].map((part) => `#/registry/${id}/collections/${one.id}${part}`)),
    ),
    '#/people',
    ...['service-accounts', 'teams', 'organization', 'import'].map((part) => `#/people?show=${part}`),
    ...accounts.map((id) => `#/people/${id}`),
    '#/guide',
    '#/access',
    '#/data',
    '#/about',
  ];
}

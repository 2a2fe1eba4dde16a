/** The walkthroughs of collections, links, aliases and tags, each from its start to its last step. */

import type { Locator, Page } from '@playwright/test';
import { actAs, expectLanding, link, openRegistry, startDemo, startEmpty, visit } from './support/app.ts';
import { perform } from './support/collections.ts';
import { api } from './support/script.ts';
import { WORDS } from './support/screens.ts';
import { expect, test } from './support/test.ts';
import { coach, expectNoSideways, follow, marks, press, tabTo, watchLines, watchShifts } from './support/walkthrough.ts';

const LINK = 'Link a version to a collection';

const PROMOTE = 'Move production to another version';

const LABEL = 'Label, find and unlink';

const main = (page: Page): Locator => page.getByRole('main');

const dialog = (page: Page): Locator => page.getByRole('dialog');

const button = (page: Page, name: string | RegExp): Locator => main(page).getByRole('button', { name, exact: true });

const takeMeThere = (page: Page): Promise<void> => coach(page).getByRole('link', { name: 'Take me there' }).click();

/** Starts a walkthrough from the guide. */
async function begin(page: Page, title: string): Promise<void> {
  await visit(page, '#/guide?part=walkthrough');
  await page.getByRole('button', { name: `Start: ${title}` }).click();
  await expect(coach(page)).toBeFocused();
}

/** The steps of a walkthrough in the guide that are not open. */
const settled = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true }).locator('li[data-mark=done]');

/** Adds a tag or an alias to the open page. */
async function add(page: Page, kind: 'tag' | 'alias', text: string): Promise<void> {
  await button(page, `+ Add ${kind}`).click();
  await main(page).getByRole('textbox', { name: kind === 'tag' ? 'Tag' : 'Alias', exact: true }).fill(text);
  await button(page, 'Add').click();
}

test('a version is logged, linked and viewed, while the first walkthrough keeps its marks', async ({ page }) => {
  const shown = await watchLines(page);
  await startDemo(page);
  await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
  await expect(coach(page)).toContainText('Step 2 of 13');
  await begin(page, LINK);
  await expect(coach(page)).toContainText('Step 1 of 9: Open a project under Projects.');
  await takeMeThere(page);
  await link(page, 'support-assistant').click();
  await expect(coach(page)).toContainText('Step 2 of 9: Press Log artifact.');
  await button(page, 'Log artifact').click();
  await expect(coach(page)).toContainText('Step 3 of 9: Fill it in and press Log artifact.');
  await main(page).getByLabel('Name', { exact: true }).fill('walked');
  await main(page).getByLabel('Type', { exact: true }).fill('model');
  await button(page, 'Log artifact').click();
  await expect(coach(page)).toContainText('Step 4 of 9: Select a registry under Registry.');
  await expect.poll(() => marks(page, 'link')).toBe('xxx------');

  await takeMeThere(page);
  await openRegistry(page, 'Models');
  await expect(coach(page)).toContainText('Step 5 of 9: Press Create collection.');
  await button(page, 'Create collection').click();
  const line = dialog(page).locator('.walk-line');
  await expect(line).toContainText('Step 6 of 9: Fill it in, press Create collection.');
  await dialog(page).getByLabel('Name', { exact: true }).fill('walked');
  await dialog(page).getByRole('button', { name: 'Create collection', exact: true }).click();
  await expect(coach(page)).toContainText('Step 7 of 9: Press Link new version.');
  await main(page).getByRole('link', { name: 'Link new version' }).click();
  await expect(line).toContainText('Step 8 of 9: Choose a version and press Link.');
  await dialog(page).getByLabel('Team', { exact: true }).selectOption({ label: 'language' });
  await dialog(page).getByLabel('Project', { exact: true }).selectOption({ label: 'support-assistant' });
  await dialog(page).getByLabel('Artifact', { exact: true }).selectOption({ label: 'walked (model)' });
  await dialog(page).getByRole('button', { name: 'Link', exact: true }).click();
  await expect(coach(page)).toContainText('Step 9 of 9: Press View at a version.');
  await main(page).getByRole('link', { name: 'View: v0' }).click();
  await expect(coach(page)).toContainText('All nine steps are done');
  await expect.poll(() => marks(page, 'link')).toBe('xxxxxxxxx');
  await expectNoSideways(page);
  // The way to a step was offered in the guide and between its pages, and nowhere else.
  const ways = (await shown()).filter((text) => text.includes('Take me there') && text.includes('of 9'));
  expect(ways.map((text) => /Step (\d)/.exec(text)?.[1])).toEqual(['1', '4']);

  await coach(page).getByRole('link', { name: 'Guide' }).click();
  await expect(settled(page, LINK)).toHaveCount(9);
  await expect.poll(() => marks(page)).toBe('x--------------');
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(coach(page)).toContainText('Step 2 of 13');
  await page.getByRole('button', { name: `Start again: ${LINK}` }).click();
  await expect(coach(page)).toContainText('Step 1 of 9');
  await expect(settled(page, LINK)).toHaveCount(0);
  await expect.poll(() => marks(page)).toBe('x--------------');
});

test('an alias is protected and moved from one version to the next', async ({ page }) => {
  await startDemo(page);
  await begin(page, PROMOTE);
  await expect(coach(page)).toContainText('Step 1 of 8: Select a registry under Registry.');
  await takeMeThere(page);
  // Another choice takes the place of the first. Where an alias is protected, that step is not needed.
  await openRegistry(page, 'Production_Models');
  await expect.poll(() => marks(page, 'promote')).toBe('x-m-----');
  await main(page).getByRole('link', { name: 'View details: support-assistant' }).click();
  await expect.poll(() => marks(page, 'promote')).toBe('xsmx-m--');
  await visit(page, '#/');
  await openRegistry(page, 'Vision Checkpoints');
  await expect.poll(() => marks(page, 'promote')).toBe('x-------');

  await main(page).getByRole('link', { name: 'Settings' }).click();
  await expect(coach(page)).toContainText('Step 3 of 8: Add one under Protected Aliases.');
  await page.getByLabel('Alias to protect').fill('production');
  await page.getByRole('button', { name: 'Add protected alias' }).click();
  await expect(coach(page)).toContainText('Step 4 of 8: Press View details at a collection.');
  await takeMeThere(page);
  await main(page).getByRole('link', { name: 'View details: defect-detector' }).click();
  await expect(coach(page)).toContainText('Step 5 of 8: Press View at a version.');
  await main(page).getByRole('link', { name: 'View: v0' }).click();
  await expect(coach(page)).toContainText('Step 6 of 8: Give the protected alias to the version.');
  await expect(coach(page).getByRole('link', { name: 'Take me there' })).toBeHidden();
  await add(page, 'alias', 'production');
  await expect(coach(page)).toContainText('Step 7 of 8: Give it to another version.');
  await main(page).getByRole('link', { name: 'defect-detector' }).click();
  await main(page).getByRole('link', { name: 'View: v1' }).click();
  // Without the permission, the bar names a person who has it.
  await actAs(page, 'omar.haddad', 'Omar Haddad');
  await expect(coach(page)).toContainText('cannot see the registry');
  await coach(page).getByRole('button', { name: /^Act as / }).click();
  await expect(coach(page)).toContainText('Step 7 of 8');
  await add(page, 'alias', 'production');
  await expect(coach(page)).toContainText('Step 8 of 8: Press Promotions in the registry.');
  await takeMeThere(page);
  await main(page).getByRole('link', { name: 'Promotions' }).click();
  await expect(coach(page)).toContainText('All eight steps are done');
  await expect.poll(() => marks(page, 'promote')).toBe('xxxxxxxx');
});

test('a collection is labeled, found again and emptied, by whoever can', async ({ page }) => {
  await startDemo(page);
  await begin(page, LABEL);
  await takeMeThere(page);
  await openRegistry(page, 'Models');
  await main(page).getByRole('link', { name: 'View details: support-assistant' }).click();
  await expect(coach(page)).toContainText('Step 3 of 8: Add a tag to the collection.');
  await actAs(page, 'noa.levi', 'Noa Levi');
  await expect(coach(page)).not.toContainText('Step 3');
  await coach(page).getByRole('button', { name: /^Act as / }).click();
  await expect(coach(page)).toContainText('Step 3 of 8');
  await add(page, 'tag', 'walked-tag');
  await expect(coach(page)).toContainText('Step 4 of 8: Edit description, then Save.');
  await button(page, 'Edit description').click();
  await main(page).getByRole('textbox', { name: 'Description' }).fill('Answers **customers**.');
  await button(page, 'Save').click();
  await expect(coach(page)).toContainText('Step 5 of 8');
  await main(page).getByRole('link', { name: 'View: v0' }).click();
  await expect(coach(page)).toContainText('Step 6 of 8: Add a tag to the version.');
  await add(page, 'tag', 'checked');
  await expect(coach(page)).toContainText('Step 7 of 8: Search for the tag and open the result.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('walked-tag');
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').filter({ hasText: 'support-assistant' }).click();
  await expect(coach(page)).toContainText('Step 8 of 8: Press Unlink version on its page.');
  await main(page).getByRole('link', { name: 'View: v0' }).click();
  await button(page, 'Unlink version').click();
  await dialog(page).getByRole('button', { name: 'Unlink version' }).click();
  await expect(coach(page)).toContainText('All eight steps are done');
  await expect.poll(() => marks(page, 'label')).toBe('xxxxxxxx');
});

test('the walkthrough leads a new organization from its first team to its first link', async ({ page }) => {
  await page.goto('./');
  await startEmpty(page, 'Alone');
  await begin(page, LINK);
  await expect(coach(page)).toContainText('there is no team yet');
  await takeMeThere(page);
  await expect(page.getByRole('heading', { level: 1, name: 'People & teams' })).toBeFocused();
  await perform(page, 'grace.njeri', { type: 'addTeam', name: 'lab' });
  await expect(coach(page)).toContainText('There is no project yet.');
  await takeMeThere(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeFocused();
  await button(page, 'Create project').click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('first');
  await dialog(page).getByRole('button', { name: 'Create project' }).click();
  await expect(coach(page)).toContainText('Step 2 of 9');
  // Actions of scripts count as well. Linking by a new name creates the collection.
  await perform(
    page,
    'grace.njeri',
    { type: 'logArtifact', project: 'lab/first', name: 'own', artifactType: 'model' },
  );
  await expect(coach(page)).toContainText('Step 4 of 9');
  await visit(page, '#/');
  await openRegistry(page, 'Models');
  await perform(page, 'grace.njeri', { type: 'linkVersion', version: 'lab/first/own', collection: 'Models/own' });
  await expect(coach(page)).toContainText('Step 9 of 9');
  await expect.poll(() => marks(page, 'link')).toBe('xsxxsxsx-');
  await takeMeThere(page);
  await main(page).getByRole('link', { name: 'View: v0' }).click();
  await expect(coach(page)).toContainText('All nine steps are done');

  // With one version, an alias has nowhere to move.
  await begin(page, PROMOTE);
  await perform(page, 'grace.njeri', { type: 'protectAlias', registry: 'Models', alias: 'production' });
  await visit(page, '#/registry/Models');
  await main(page).getByRole('link', { name: 'View details: own' }).click();
  await main(page).getByRole('link', { name: 'View: v0' }).click();
  await add(page, 'alias', 'production');
  await expect(coach(page)).toContainText('one version only');
  await takeMeThere(page);
  await expect(dialog(page).getByRole('heading', { name: 'Link new version to own' })).toBeVisible();
});

test('progress stored by an earlier release is restored', async ({ page }) => {
  await startDemo(page);
  await page.getByRole('button', { name: 'Take the five-minute walkthrough' }).click();
  await expect.poll(() => marks(page)).toBe('x--------------');
  await api(page);
  await page.evaluate(() => {
    const key = 'registrar:prefs:walkthrough';
    const { workspace } = JSON.parse(localStorage.getItem(key) ?? '{}') as { workspace: string };
    const registry = (window as unknown as { registrar: { view(): { registries: { id: string; name: string }[] } } }).registrar
      .view()
      .registries.find(({ name }) => name === 'Playground')?.id;
    localStorage.setItem(key, JSON.stringify({ workspace, steps: 'xxxsxxmxx------', registry, state: 'stopped' }));
  });
  await page.reload();
  await expectLanding(page);
  await expect(coach(page)).toBeHidden();
  await visit(page, '#/guide?part=walkthrough');
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(coach(page)).toContainText('Step 10 of 13: Select your registry.');
  await expect.poll(() => marks(page)).toBe('xxxsxxmxx------');
});

test.describe('by keyboard alone, in Korean, on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, locale: 'ko-KR' });

  test('an alias is protected and moved from one version to the next', async ({ page }) => {
    test.slow();
    const shifts = await watchShifts(page);
    const go = (target: Locator) => follow(page, target);
    const inMain = (role: 'link' | 'button', name: string) => main(page).getByRole(role, { name, exact: true });
    const give = async () => {
      await go(inMain('button', '+ 별칭 추가'));
      await expect(main(page).getByRole('textbox', { name: '별칭', exact: true })).toBeFocused();
      await page.keyboard.type('production');
      await press(page, 'Enter');
    };
    await page.goto('./');
    await go(inMain('button', WORDS.ko.demo));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await visit(page, '#/guide?part=walkthrough');
    await go(page.getByRole('button', { name: '운영 버전 바꾸기 시작' }));
    await expect(coach(page)).toContainText('8단계 중 1단계');
    await go(coach(page).getByRole('link', { name: '바로 가기' }));
    await go(inMain('link', 'Vision Checkpoints'));
    await expect(coach(page)).toContainText('2단계');
    await go(inMain('link', '설정'));
    await expect(coach(page)).toContainText('3단계');
    await tabTo(page, page.getByLabel('보호할 별칭'));
    await page.keyboard.type('production');
    await press(page, 'Enter');
    await expect(coach(page)).toContainText('4단계');
    await go(coach(page).getByRole('link', { name: '바로 가기' }));
    await go(inMain('link', '자세히 보기: defect-detector'));
    await expect(coach(page)).toContainText('5단계');
    await go(inMain('link', '보기: v0'));
    await expect(coach(page)).toContainText('6단계');
    await give();
    await expect(coach(page)).toContainText('7단계');
    await expectNoSideways(page);
    await go(inMain('link', 'defect-detector'));
    await go(inMain('link', '보기: v1'));
    await give();
    await expect(coach(page)).toContainText('8단계 중 8단계');
    await go(coach(page).getByRole('link', { name: '바로 가기' }));
    await go(inMain('link', '승격 기록'));
    await expect(coach(page)).toContainText('여덟 단계를 모두 마쳤습니다');
    await expect.poll(() => marks(page, 'promote')).toBe('xxxxxxxx');
    await expectNoSideways(page);
    await go(coach(page).getByRole('button', { name: '닫기' }));
    await expect(coach(page)).toBeHidden();
    expect(await shifts()).toEqual([]);
  });
});

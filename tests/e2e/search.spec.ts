/** The search in the top bar, and the keyboard shortcuts. */

import type { Page } from '@playwright/test';
import { actAs, createDialog, custom, expectLanding, openCreate, startDemo, visit } from './support/app.ts';
import { perform } from './support/collections.ts';
import { compose, enterWhileComposing } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

const search = (page: Page) => page.getByRole('search').getByRole('combobox', { name: 'Search', exact: true });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' });
const found = (page: Page) => results(page).getByRole('option').locator('bdi');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('a registry is found by a part of its name and opened by keyboard alone', async ({ page }) => {
  await startDemo(page);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');
  await expect(results(page)).toBeHidden();
  await page.keyboard.type('prod');
  await expect(search(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(results(page).getByRole('group', { name: 'Registries' })).toBeVisible();
  await expect(found(page).first()).toHaveText('Production_Models');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Production_Models')).toBeFocused();
  await expect(search(page)).toHaveValue('');
  await expect(results(page)).toBeHidden();

  // Opening the current page again only moves the focus.
  await page.keyboard.press('Control+k');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('production_models');
  await expect(found(page).first()).toHaveText('Production_Models');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Production_Models')).toBeFocused();
  await expect(search(page)).toHaveValue('');
});

test('the best matches come first, and typos and unfinished words match', async ({ page }) => {
  await startDemo(page);
  for (const [typed, expected] of [
    ['datasets', ['Datasets']],
    ['set', ['Evaluation Sets', 'Datasets']],
    ['EVALUATION SETS', ['Evaluation Sets']],
    ['saftey', ['Safety_Reviews']],
    ['wandb-registry-play', ['Playground']],
    ['wandb\u2011registry\u2011Playground', ['Playground']],
    ['sets evaluation', ['Evaluation Sets']],
    ['park mina', ['Mina Park']],
    ['데이터셋 음성', ['음성 데이터셋']],
    ['checkpoint', ['Vision Checkpoints']],
    ['음성', ['음성 데이터셋']],
    ['음ㅅ', ['음성 데이터셋']],
    ['ㅇㅅ', ['음성 데이터셋']],
    ['ㄷㅇㅌ', ['음성 데이터셋']],
    ['데잍', ['음성 데이터셋']],
  ] as const) {
    await test.step(typed, async () => {
      await search(page).fill(typed);
      for (const [nth, name] of expected.entries()) await expect(found(page).nth(nth)).toHaveText(name);
    });
  }
  await search(page).fill('nothing like it');
  await expect(results(page).getByRole('option')).toHaveText(['Nothing found']);
  await search(page).press('Enter');
  await expectLanding(page);
  await expect(search(page)).toHaveValue('nothing like it');
  await search(page).fill('   ');
  await expect(results(page)).toBeHidden();
});

test('arrow keys and mouse choose, and Escape clears, then leaves', async ({ page }) => {
  await startDemo(page);
  await search(page).fill('model');
  const options = results(page).getByRole('option');
  await expect(options.nth(2)).toBeVisible();
  const count = await options.count();
  const isActive = async (nth: number) => {
    await expect(options.nth(nth)).toHaveAttribute('aria-selected', 'true');
    const id = await options.nth(nth).getAttribute('id');
    await expect(search(page)).toHaveAttribute('aria-activedescendant', id ?? '');
  };
  await isActive(0);
  await search(page).press('ArrowDown');
  await isActive(1);
  await search(page).press('ArrowUp');
  await search(page).press('ArrowUp');
  await isActive(count - 1);
  await search(page).press('ArrowDown');
  await isActive(0);

  await search(page).press('Escape');
  await expect(search(page)).toHaveValue('');
  await expect(search(page)).toBeFocused();
  await expect(results(page)).toBeHidden();
  await search(page).press('Escape');
  await expect(search(page)).not.toBeFocused();

  await search(page).fill('play');
  await found(page).filter({ hasText: 'Playground' }).click();
  await expect(heading(page, 'Playground')).toBeFocused();
  // Text left in the field is there again, with its results.
  await search(page).fill('vision');
  await page.getByRole('main').click();
  await expect(results(page)).toBeHidden();
  await search(page).focus();
  await expect(found(page).first()).toHaveText('Vision Checkpoints');
});

test('no query finds a hidden registry', async ({ page }) => {
  await startDemo(page);
  await search(page).fill('safety');
  await expect(found(page)).toHaveText(['Safety_Reviews']);
  await actAs(page, 'noa.levi', 'Noa Levi');
  for (const typed of ['safety', 'safety_reviews', 'wandb-registry-safety', 'red-team', 'saftey']) {
    await search(page).fill(typed);
    await expect(results(page).getByRole('option')).toHaveText(['Nothing found']);
  }
});

test('Korean is composed in the search, and Enter while composing only ends the syllable', async ({ page }) => {
  await startDemo(page);
  const session = await page.context().newCDPSession(page);
  await search(page).focus();
  for (const typed of ['ㅇ', '으', '음', '음ㅅ', '음서', '음성']) {
    await compose(session, [typed]);
    await expect(search(page)).toHaveValue(typed);
    await expect(found(page).first()).toHaveText('음성 데이터셋');
  }
  await enterWhileComposing(session);
  await expectLanding(page);
  await expect(search(page)).toHaveValue('음성');
  await session.send('Input.insertText', { text: '음성' });
  await search(page).press('Enter');
  await expect(heading(page, '음성 데이터셋')).toBeFocused();
});

test('a dialog lists the shortcuts, which are plain characters in fields', async ({ page }) => {
  await startDemo(page);
  const filter = custom(page).getByRole('searchbox', { name: 'Filter' });
  await filter.focus();
  await page.keyboard.type('a/b?');
  await expect(filter).toHaveValue('a/b?');
  await expect(help(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('?/');
  await expect(search(page)).toHaveValue('?/');

  await visit(page, '#/about');
  await expect(heading(page, 'About Registrar')).toBeFocused();
  await page.keyboard.press('?');
  await expect(help(page)).toBeVisible();
  for (const key of ['/', 'Ctrl', '⌘', '?', 'Esc']) await expect(help(page).getByText(key, { exact: true }).first()).toBeVisible();
  // Behind a dialog, they do nothing.
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await expect(help(page)).toHaveCount(1);
  await expect(search(page)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(help(page)).toHaveCount(0);
  await expect(heading(page, 'About Registrar')).toBeFocused();

  await visit(page, '#/');
  await openCreate(page);
  await createDialog(page).getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('?');
  await expect(help(page)).toHaveCount(0);
});

test('without an organization the search shortcuts are left to the browser', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Start empty' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('search')).toHaveCount(0);
  await expect(page.locator('body')).toBeFocused();
});

for (const width of [320, 768]) {
  test(`at ${width} px the field expands over the bar only while focused`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await startDemo(page);
    const wide = async () => (await search(page).boundingBox())?.width ?? 0;
    await expect.poll(wide).toBeLessThan(50);
    const before = await page.getByRole('main').boundingBox();
    await search(page).click();
    await expect.poll(wide).toBeGreaterThan(width * 0.8);
    expect(await page.getByRole('main').boundingBox()).toEqual(before);
    await page.keyboard.type('vision');
    await expect(found(page).first()).toHaveText('Vision Checkpoints');
    const list = await results(page).boundingBox();
    expect(list?.x).toBeGreaterThanOrEqual(0);
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(width);
    await found(page).first().click();
    await expect(heading(page, 'Vision Checkpoints')).toBeFocused();
    await expect.poll(wide).toBeLessThan(50);
  });
}

test('people, service accounts and teams are found and open their pages', async ({ page }) => {
  await startDemo(page);
  await search(page).fill('mina');
  await expect(found(page).first()).toHaveText('Mina Park');
  await search(page).press('Enter');
  await expect(heading(page, 'Mina Park')).toBeFocused();
  await search(page).fill('ㅎㅈㅇ');
  await results(page).getByRole('option', { name: '한지우' }).click();
  await expect(heading(page, '한지우')).toBeVisible();
  await search(page).fill('nightly-evla');
  await expect(results(page).getByRole('option', { name: 'nightly-eval' })).toBeVisible();
  await search(page).press('Enter');
  await expect(heading(page, 'nightly-eval')).toBeVisible();
  await search(page).fill('vision');
  await results(page).getByRole('group', { name: 'People & teams' }).getByRole('option', { name: 'vision' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText([/vision/]);
  await page.getByRole('button', { name: 'Show all 3' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(3);
});

test('collections, versions, aliases and tags are found in groups, and open at their places', async ({ page }) => {
  await startDemo(page);
  const group = (name: string) => results(page).getByRole('group', { name });
  await visit(page, '#/');
  await search(page).fill('production');
  await expect(group('Aliases').getByRole('option').first()).toContainText('production');
  await group('Aliases').getByRole('option').first().click();
  await expect(page).toHaveURL(/\/registry\/[^/]+\/[^/]+\/v\d+$/);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const [name, number] = [title.slice(0, title.lastIndexOf(' ')), title.slice(title.lastIndexOf(' ') + 1)];

  // The reference, the full name, and the words in another order lead to the same version.
  for (const typed of [`${name}:${number}`, `wandb-registry-Production_Models/${name}:${number}`, `${number} ${name} production`]) {
    await search(page).fill(typed);
    await expect(group('Versions').getByRole('option').first(), typed).toContainText(`${name}:${number}`);
  }
  await search(page).fill(name);
  await group('Collections').getByRole('option').filter({ hasText: name }).first().click();
  await expect(heading(page, name)).toBeFocused();
});

test('no query finds the contents of a hidden registry', async ({ page }) => {
  await startDemo(page);
  await perform(page, 'ada.okafor', { type: 'createCollection', registry: 'Safety_Reviews', name: 'embargoed', artifactType: 'report', tags: ['classified'] });
  const hints = results(page).getByRole('option').filter({ hasText: /embargoed|classified|Safety/ });
  const typed = ['embargoed', 'emabrgoed', 'classified', 'Safety_Reviews/', 'wandb-registry-Safety_Reviews/embargoed'];
  for (const text of typed) {
    await search(page).fill(text);
    await expect(hints.first(), text).toBeVisible();
  }
  await actAs(page, 'noa.levi', 'Noa Levi');
  for (const text of typed) {
    await search(page).fill(text);
    await expect(results(page)).toBeVisible();
    await expect(hints, text).toHaveCount(0);
  }
});

test('projects, their artifacts and versions are found by names and references, by who sees them', async ({ page }) => {
  await startDemo(page);
  const [project, artifact] = await page.evaluate(() => {
    const project = window.registrar.view()!.projects.find((one) => one.artifacts.length > 0)!;
    return [project, project.artifacts[0]!.name];
  });
  const group = results(page).getByRole('group', { name: 'Projects & artifacts' });
  const reference = `${project.team}/${project.name}/${artifact}`;
  await search(page).fill(project.name);
  await group.getByRole('option').filter({ hasText: project.name }).first().click();
  await expect(heading(page, project.name)).toBeFocused();
  await search(page).fill(reference);
  await expect(group.getByRole('option').first()).toContainText(artifact);
  await search(page).fill(`${reference}:v0`);
  await expect(group.getByRole('option')).toHaveCount(1);
  await search(page).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(artifact);
  await search(page).fill(`${reference}:v999`);
  await expect(results(page).getByRole('option').first()).toBeVisible();
  await expect(group).toHaveCount(0);

  // A person outside of the team.
  await page.evaluate((team) => {
    const view = window.registrar.view()!;
    const members = view.teams.find((one) => one.name === team)!.members.map((member) => member.id);
    const outside = view.people.find((person) => person.role !== 'admin' && !members.includes(person.id))!;
    window.registrar.actAs(outside.username);
  }, project.team);
  await search(page).fill(reference);
  await expect(results(page)).toBeVisible();
  await expect(group).toHaveCount(0);
});

/** The screens of a Restricted Viewer, and how to reach them. */

import { visit } from './app.ts';
import { menu } from './other_screens.ts';
import { begin, searchAndShortcuts, type Walk, WORDS } from './screens.ts';
import { SETTINGS } from './settings_screens.ts';
import { expect } from './test.ts';

/** A Viewer of the organization: Restricted Viewer by the default role, and in one registry by her own row. */
const USERNAME = 'sofia.lindqvist';

/** Every page that she can open. Denied actions are shown with the reason. */
export const walkAsRestrictedViewer: Walk = async (page, language, look, watch) => {
  const words = WORDS[language];
  const main = page.getByRole('main');
  const heading = page.getByRole('heading', { level: 1 });
  const dialog = page.getByRole('dialog');
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  /** Opens the collapsed parts of the page. */
  const unfold = async () => {
    for (const summary of await main.locator('summary').all()) if (await summary.isVisible()) await summary.click();
  };
  const open = async (name: string) => {
    await visit(page, '#/');
    await main.getByRole('link', { name, exact: true }).click();
    await expect(heading).toHaveText(name);
  };

  await begin(page, language);
  const hidden = await main.getByRole('link', { name: 'Safety_Reviews' }).getAttribute('href');
  await page.goto(`./?as=${USERNAME}#/`);
  await expect(page.getByRole('combobox', { name: words.actingAs })).toHaveValue(language === 'ko' ? '소피아 린드크비스트' : 'Sofia Lindqvist');

  await expect(page.getByRole('button', { name: words.create })).toHaveAttribute('aria-disabled', 'true');
  await look('landing');
  await visit(page, '#/?filter=nothing+like+this');
  await expect(main.getByText('nothing like this')).toBeVisible();
  await look('landing, nothing matches');
  await visit(page, '#/create-registry');
  await expect(dialog).toBeVisible();
  await look('create, refused');
  await close();

  for (const name of ['Models', 'Production_Models', 'Playground']) {
    await open(name);
    await look(`a registry, ${name}`);
    await page.getByRole('link', { name: SETTINGS[language], exact: true }).click();
    await expect(page.locator('#settings-name')).toHaveAttribute('readonly');
    await unfold();
    await look(`settings, ${name}`);
  }
  await visit(page, `${new URL(page.url()).hash}/add-member`);
  await expect(main.locator('.denied').first()).toBeVisible();
  await look('settings, adding a member, refused');
  for (const below of ['', '/settings']) {
    await visit(page, `${hidden}${below}`);
    await expect(main.getByRole('link')).toHaveCount(1);
    await expect(heading).not.toHaveText(words.registry);
    await look(`a registry that she cannot see${below}`);
  }

  for (const part of ['', '?show=service-accounts', '?show=teams', '?show=organization', '?show=import']) {
    await visit(page, `#/people${part}`);
    await expect(main.locator('.denied').first()).toBeVisible();
    await look(`people ${part}`);
  }
  await visit(page, '#/people?filter=nothing+like+this');
  await expect(main.locator('.empty')).toBeVisible();
  await look('people, nobody matches');
  for (const part of ['', 'show=service-accounts&', 'show=teams&']) {
    await visit(page, `#/people?${part}open=add`);
    await expect(dialog).toBeVisible();
    await look(`people, adding, refused ${part}`);
    await close();
  }
  await visit(page, '#/people?show=teams');
  await main.getByRole('region').first().getByRole('link').first().click();
  await expect(main.locator('details').first()).toBeVisible();
  await unfold();
  await look('somebody’s roles');
  await visit(page, '#/people?show=service-accounts');
  await main.getByRole('rowheader').getByRole('link').first().click();
  await expect(main.locator('details').first()).toBeVisible();
  await unfold();
  await look('the roles of a service account');

  for (const part of ['', '?group=team']) {
    await visit(page, `#/access${part}`);
    await expect(main.getByRole('grid')).toBeVisible();
    await look(`access ${part}`);
  }
  await page.locator('#cell-2-4').click();
  await expect(page.locator('#access-detail')).toBeFocused();
  await look('access, with a cell open');
  await visit(page, '#/access?who=nothing+like+this');
  await expect(main.locator('.empty')).toBeVisible();
  await look('access, nothing matches');

  await visit(page, '#/guide');
  await expect(main.getByRole('table')).toHaveCount(3);
  await unfold();
  await look('the guide');
  await main.locator('.guide-part .button').first().click();
  await expect(page.locator('#coach')).toBeFocused();
  await look('the guide, with the walkthrough begun');
  await page.locator('#coach').getByRole('button').last().click();
  await expect(page.locator('#coach')).toBeHidden();

  await frame(page, language, look, watch);

  await visit(page, '#/present?right=ada.okafor');
  await expect(main.locator('.side')).toHaveCount(2);
  await look('two people side by side');
  for (const [name, shown] of [['Vision Checkpoints', 'only the other sees'], ['Production_Models', 'both see']] as const) {
    await main.getByRole('combobox').first().selectOption({ label: name });
    await expect(main.locator('.side').last().getByRole('heading', { name, exact: true })).toBeVisible();
    await unfold();
    await look(`a registry side by side that ${shown}`);
  }

  await visit(page, '#/data');
  await expect(heading).toBeFocused();
  await look('data');
  await visit(page, '#/about');
  await expect(main.getByRole('table')).toBeVisible();
  await look('about');
  await visit(page, '#/no/such/place');
  await expect(heading).toBeFocused();
  await look('nothing here');
  await visit(page, '#/start');
  await expect(page.getByRole('button', { name: words.demo })).toBeVisible();
  await look('start over');
};

/** The frame around every page. */
const frame: Walk = async (page, language, look) => {
  const words = WORDS[language];
  const options = page.getByRole('listbox').getByRole('option');
  await visit(page, '#/');
  await expect(page.getByRole('heading', { level: 1, name: words.registry, exact: true })).toBeFocused();
  await searchAndShortcuts(page, look);
  await menu(page, words.menu, look);
  await page.getByRole('combobox', { name: words.actingAs }).click();
  await expect(options.first()).toBeVisible();
  await look('the box of who is acting, open');
  await page.keyboard.press('Escape');
};

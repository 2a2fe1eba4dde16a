/** People, service accounts, teams and settings: changes, refusals and confirmations. */

import {
  actAs,
  actingAs,
  create,
  expectLanding,
  fact,
  fill,
  link,
  openCreate,
  startDemo,
  startEmpty,
  submitButton,
  toast,
  visit,
} from './support/app.ts';
import {
  addPerson,
  addToTeam,
  button,
  confirm,
  dialog,
  faultsUntilClosed,
  fillIn,
  openAccount,
  openPart,
  roleOf,
  row,
  team,
} from './support/people.ts';
import { encode, fillUp, fillUpPeople, put, records, snapshot, type Stored, workspace } from './support/storage.ts';
import { expect, test } from './support/test.ts';

test.describe('people', () => {
  test('a person is added, edited and found', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'People');
    await expect(page.getByRole('main').getByRole('status')).toHaveText('12 people');
    await addPerson(page, '박서연', 'Seoyeon.Park', 'seoyeon@lighthouse.example', 'Viewer');
    await expect(toast(page)).toContainText('Added 박서연 to the organization.');
    await expect(row(page, '박서연')).toContainText('seoyeon@lighthouse.example');
    await expect(roleOf(page, '박서연')).toHaveValue('viewer');
    await expect(button(page, 'Add person')).toBeFocused();

    await button(page, 'Edit 박서연').click();
    await expect(page).toHaveURL(/open=edit/);
    await expect(dialog(page).getByLabel('Username')).toHaveValue('Seoyeon.Park');
    await fillIn(page, { Name: '박서윤', Email: 'seoyun@lighthouse.example' });
    await confirm(page, 'Save changes').click();
    await expect(toast(page)).toContainText('박서연 is now 박서윤.');
    await expect(row(page, '박서윤')).toContainText('seoyun@lighthouse.example');

    await page.getByRole('searchbox', { name: 'Filter people' }).fill('SEOYUN@');
    await expect(page.getByRole('main').getByRole('status')).toHaveText('1 of 13 people');
    await page.getByRole('searchbox', { name: 'Filter people' }).fill('nobody like this');
    await expect(page.getByText('Nobody’s name, username or email contains nobody like this.')).toBeVisible();
    await button(page, 'Show everybody').click();
    await expect(row(page, 'Ada Okafor')).toBeVisible();

    await visit(page, '#/people?find=Mina.PARK');
    await expect(page.getByRole('link', { name: 'Mina Park' })).toBeFocused();
    await expect(page.getByRole('main').getByRole('status')).toHaveText('1 of 13 people');
  });

  test('invalid input is reported at its field and kept', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'People');
    await button(page, 'Add person').click();
    await confirm(page, 'Add person').click();
    const summary = dialog(page).getByRole('alert');
    await expect(summary).toBeFocused();
    for (const said of ['Enter the person’s name.', 'Enter a username.', 'Enter an email address.']) {
      await expect(summary).toContainText(said);
    }
    await fillIn(page, { Name: ' \u200b ', Username: 'MINA.Park', Email: 'MINA.PARK@Lighthouse.Example' });
    await expect(dialog(page).getByLabel('Username')).toHaveAccessibleDescription(/This name is taken by a person/);
    await expect(dialog(page).getByLabel('Email')).toHaveAccessibleDescription(/Somebody has this email address already/);
    await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Enter the person’s name/);
    for (const [username, said] of [
      ['ci-RUNNER', 'taken by a person, service account or team'],
      ['Vision', 'taken by a person, service account or team'],
      ['mina park', 'so a space cannot stand in it'],
      ['미나', 'cannot stand in it'],
      ['x'.repeat(129), '1 too many'],
    ] as const) {
      await fillIn(page, { Username: username });
      await expect(dialog(page).getByLabel('Username')).toHaveAccessibleDescription(new RegExp(said));
    }
    await fillIn(page, { Name: 'New One', Email: 'new one@example.com' });
    await expect(dialog(page).getByLabel('Email')).toHaveAccessibleDescription(/cannot contain a space/);
    await fillIn(page, { Email: 'nobody' });
    await expect(dialog(page).getByLabel('Email')).toHaveAccessibleDescription(/one @ with something on both sides/);
    for (const [email, said] of [
      ['<b.two@example.com>', /cannot contain “<”/],
      ['d.four＠example.com', /cannot contain “＠”/],
      ['a\u200bb@example.com', /cannot contain an invisible character, U\+200B/],
      ['noa.levi@lighthouse.example\u200b', /Somebody has this email address already/],
      ['luc\u00eda@example.com', /W&B refuses email addresses that contain letters with accents/],
    ] as const) {
      await fillIn(page, { Email: email });
      await expect(dialog(page).getByLabel('Email')).toHaveAccessibleDescription(said);
    }
    await fillIn(page, { Email: 'nobody' });
    await confirm(page, 'Add person').click();
    await expect(dialog(page)).toBeVisible();

    // The draft outlives Back and a reload.
    await page.goBack();
    await expect(dialog(page)).toBeHidden();
    await page.goForward();
    await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveValue('New One');
    await page.reload();
    await expect(dialog(page).getByLabel('Email')).toHaveValue('nobody');
    await fillIn(page, { Username: 'new.one', Email: 'new@example.com' });
    await confirm(page, 'Add person').click();
    await expect(row(page, 'New One')).toBeVisible();
    await expect(page).not.toHaveURL(/open=/);
  });

  test('the last admin of the organization is neither removed nor demoted', async ({ page }) => {
    await page.goto('./');
    await startEmpty(page, 'Lab');
    await openPart(page, 'People');
    await expect(page.getByText('Nobody else is here yet')).toBeVisible();
    const role = roleOf(page, 'Grace Njeri');
    await role.selectOption('viewer');
    await expect(dialog(page)).toContainText('This is you.');
    await expect(dialog(page)).toContainText('The organization would be left without an admin.');
    await expect(confirm(page, 'Change role')).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(role).toHaveValue('admin');
    await button(page, 'Remove Grace Njeri').click();
    await expect(dialog(page)).toContainText('The organization would be left without an admin.');
    await page.goBack();
    await expect(dialog(page)).toBeHidden();
  });

  test('a demotion asks with its consequences, a promotion is applied at once', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'People');
    await roleOf(page, 'Mina Park').focus();
    await roleOf(page, 'Mina Park').selectOption('admin');
    await expect(toast(page)).toContainText('Mina Park is now Admin of the organization.');
    await expect(roleOf(page, 'Mina Park')).toHaveValue('admin');
    await expect(roleOf(page, 'Mina Park')).toBeFocused();
    await roleOf(page, 'Mina Park').selectOption('member');
    await expect(dialog(page)).toContainText('Mina Park will no longer manage people, teams and settings.');
    await expect(dialog(page).getByText('Playground')).toBeVisible();
    await confirm(page, 'Change role').click();
    await expect(dialog(page)).toBeHidden();
    await expect(roleOf(page, 'Mina Park')).toHaveValue('member');
    await expect(toast(page)).toContainText('Mina Park is now Member of the organization.');
    // No registry is affected, and the dialog says so.
    await roleOf(page, 'Mina Park').selectOption('viewer');
    await expect(dialog(page)).toContainText('W&B deprecated this role in 2026. Its SCIM makes a Viewer a Member.');
    await expect(dialog(page)).toContainText('Nobody’s access changes.');
    await confirm(page, 'Change role').click();
    await expect(toast(page)).toContainText('Mina Park is now Viewer of the organization.');
    await expect(roleOf(page, 'Mina Park')).toHaveValue('viewer');
  });

  test('the last admin of a registry cannot be removed from the organization', async ({ page }) => {
    await startDemo(page);
    await actAs(page, 'lucia.fernandez', 'Lucía Fernández');
    await create(page, { name: 'Hers alone' });
    await actAs(page, 'ada.okafor', 'Ada Okafor');
    await openPart(page, 'People');
    await button(page, 'Remove Lucía Fernández').click();
    await expect(dialog(page)).toContainText('Hers alone would be left without an admin.');
    await expect(confirm(page, 'Remove person')).toHaveAttribute('aria-disabled', 'true');
    await confirm(page, 'Remove person').click({ force: true });
    await expect(dialog(page)).toBeVisible();
    await confirm(page, 'Cancel').click();
    await expect(row(page, 'Lucía Fernández')).toBeVisible();
  });

  test('a registry’s last admin through a team cannot be removed from the team or the organization', async ({ page }) => {
    await startDemo(page);
    await actAs(page, 'lucia.fernandez', 'Lucía Fernández');
    await create(page, { name: 'Hers alone' });
    await actAs(page, 'ada.okafor', 'Ada Okafor');
    await openPart(page, 'Teams');
    await button(page, 'Add team').click();
    await fillIn(page, { Name: 'diction' });
    await confirm(page, 'Add team').click();
    await addToTeam(page, 'diction', 'lucia.fernandez');
    await expect(dialog(page)).toBeHidden();
    // The team administers the registry in her place.
    const log = await records(page);
    const last = log.at(-1) as Stored;
    const made = log.find(({ text }) => text.includes('Hers alone'));
    const registry = `${made?.id}.0`;
    const team = { team: `${log.find(({ text }) => text.includes('diction'))?.id}.0` };
    const entry = {
      ...last.entry,
      clock: last.entry.clock + 1,
      after: [last.id],
      do: [
        { add_member: { registry, member: team, role: 'admin' } },
        { remove_member: { registry, member: { person: made?.entry.by } } },
      ],
    };
    const id = 'teamteamte.0';
    await put(page, `registrar:${await workspace(page)}:log:${id.replace('.', ':')}`, encode(id, entry));
    await page.reload();
    for (const press of ['Remove Lucía Fernández from diction', 'Remove team diction']) {
      await button(page, press).click();
      await expect(dialog(page)).toContainText('Hers alone would be left without an admin.');
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
    }
    await openPart(page, 'People');
    await button(page, 'Remove Lucía Fernández').click();
    await expect(dialog(page)).toContainText('Hers alone would be left without an admin.');
  });

  test('after removing themselves a person is told to choose an account', async ({ page }) => {
    await startDemo(page, './?as=jiwoo.han');
    await actAs(page, 'jiwoo.han', '한지우');
    await openPart(page, 'People');
    await roleOf(page, '한지우').selectOption('member');
    await expect(dialog(page)).toContainText('This is you. You will no longer manage people');
    await confirm(page, 'Cancel').click();
    await actAs(page, 'mina.park', 'Mina Park');
    await actAs(page, 'ada.okafor', 'Ada Okafor');
    await roleOf(page, 'Chidi Eze').selectOption('admin');
    await actAs(page, 'chidi.eze', 'Chidi Eze');
    await button(page, 'Remove Chidi Eze').click();
    await expect(dialog(page)).toContainText('This is you.');
    await expect(dialog(page)).toContainText('You choose who to act as after that.');
    await confirm(page, 'Remove person').click();
    await expect(actingAs(page)).toHaveValue('');
    await expect(page.getByText('Chidi Eze was removed. Choose an account to act as.')).toBeVisible();
    await expect(toast(page)).toContainText('Removed Chidi Eze from the organization.');
    await page.reload();
    await expect(actingAs(page)).toHaveValue('Ada Okafor');
    await expect(row(page, 'Chidi Eze')).toHaveCount(0);
  });

  test('a person who is removed stops acting in other tabs', async ({ page }) => {
    await startDemo(page);
    const other = await page.context().newPage();
    await other.goto('./?as=noa.levi');
    await expectLanding(other);
    await expect(actingAs(other)).toHaveValue('Noa Levi');
    await openPart(page, 'People');
    await button(page, 'Remove Noa Levi').click();
    await expect(dialog(page)).toContainText('Noa Levi leaves the organization, all its teams and all its registries.');
    await confirm(page, 'Remove person').click();
    await expect(row(page, 'Noa Levi')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2, name: 'People' })).toBeFocused();
    const banner = other.getByText('Noa Levi was removed. Choose an account to act as.');
    await expect(banner).toBeVisible();
    await expect(actingAs(other)).toHaveValue('');
    await expect(link(other, 'Playground')).toBeVisible();
    await other.reload();
    await expect(actingAs(other)).toHaveValue('Ada Okafor');
    await expect(toast(other)).not.toContainText('Nobody in the organization is called');
  });

  test('a form of a removed account keeps its input, and cannot be sent', async ({ page }) => {
    await startDemo(page);
    const other = await page.context().newPage();
    await other.goto('./?as=omar.haddad');
    const form = await openCreate(other);
    await fill(form, { name: 'In whose name', description: 'Half done.' });
    await openPart(page, 'People');
    await button(page, 'Remove Omar Haddad').click();
    await confirm(page, 'Remove person').click();
    const reason = 'Omar Haddad was removed. Choose an account to act as.';
    await expect(other.getByText(reason)).toBeVisible();
    const before = await snapshot(page);
    await submitButton(form).click();
    await expect(form.getByRole('alert')).toContainText(reason);
    await expect(form.getByLabel('Name', { exact: true })).toHaveValue('In whose name');
    await expect(form.getByLabel('Description')).toHaveValue('Half done.');
    expect(await snapshot(page)).toEqual(before);

    await form.getByRole('button', { name: 'Close' }).click();
    await button(other, 'Choose account').click();
    await expect(actingAs(other)).toBeFocused();
    await actAs(other, 'mina.park', 'Mina Park');
    await expect(other.getByText(reason)).toHaveCount(0);
    await openCreate(other);
    await fill(form, { name: 'By Mina' });
    await submitButton(form).click();
    await expect(link(other, 'By Mina')).toBeVisible();
  });

  test('removing a person during an edit keeps the form and reports it', async ({ page }) => {
    await startDemo(page);
    const other = await page.context().newPage();
    await other.goto('./#/people');
    await button(other, 'Edit Noa Levi').click();
    await fillIn(other, { Name: 'Noa L.' });
    await openPart(page, 'People');
    await button(page, 'Remove Noa Levi').click();
    await confirm(page, 'Remove person').click();
    await expect(dialog(other)).toContainText('This person is not in the organization any more.');
    await expect(confirm(other, 'Save changes')).toHaveAttribute('aria-disabled', 'true');
    await expect(dialog(other).getByLabel('Name', { exact: true })).toHaveValue('Noa L.');
  });

  test('without the permission to change the directory, it is shown with the reason', async ({ page }) => {
    await startDemo(page);
    await actAs(page, 'noa.levi', 'Noa Levi');
    for (const [part, name] of [
      ['People', 'Add person'],
      ['Service accounts', 'Add service account'],
      ['Teams', 'Add team'],
    ] as const) {
      await openPart(page, part);
      await expect(button(page, name)).toHaveAttribute('aria-disabled', 'true');
      await expect(button(page, name)).toHaveAccessibleDescription(/Only admins of the organization.*Ada Okafor/);
      await button(page, name).click({ force: true });
      await expect(dialog(page)).toHaveCount(0);
    }
    await openPart(page, 'People');
    await expect(button(page, 'Remove Ada Okafor')).toHaveAccessibleDescription(/Only admins of the organization/);
    await roleOf(page, 'Noa Levi').evaluate((select: HTMLSelectElement) => {
      select.value = 'admin';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(roleOf(page, 'Noa Levi')).toHaveValue('viewer');
    await visit(page, '#/people?open=add');
    await expect(dialog(page)).toContainText('Only admins of the organization may do this.');
    await expect(confirm(page, 'Add person')).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await openPart(page, 'Organization settings');
    await expect(page.getByLabel('Default role for new members')).toHaveAccessibleDescription(/Only admins/);
    await page.getByLabel('Restricted registries stay restricted').click({ force: true });
    await expect(page.getByLabel('Restricted registries stay restricted')).not.toBeChecked();
  });

  test('a person’s visible roles are listed with every source', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'People');
    await openAccount(page, 'Mina Park');
    await expect(fact(page, 'Username')).toHaveText('mina.park');
    await expect(fact(page, 'Teams')).toContainText('language');
    const safety = page.getByRole('row').filter({ hasText: 'Safety_Reviews' });
    await expect(safety).toHaveCount(1);
    const evaluation = page.getByRole('row').filter({ hasText: 'Evaluation Sets' });
    await evaluation.locator('summary').click();
    await expect(evaluation).toContainText('as a listed member');
    const address = page.url();
    await actAs(page, 'noa.levi', 'Noa Levi');
    await expect(safety).toHaveCount(0);
    await expect(page.getByText('Safety_Reviews')).toHaveCount(0);
    await page.goto(`${address}x`);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Mina Park');
  });

  test('two thousand people are paged', async ({ page }) => {
    await startDemo(page);
    await fillUpPeople(page, 2000);
    await page.reload();
    await openPart(page, 'People');
    await expect(page.getByRole('main').getByRole('status')).toHaveText('2,000 people');
    await expect(page.getByRole('main').getByRole('row')).toHaveCount(25);
    await page.getByRole('searchbox', { name: 'Filter people' }).fill('person 1999');
    await expect(row(page, 'Person 1999')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Filter people' }).fill('1998 person');
    await expect(row(page, 'Person 1998')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Filter people' }).fill('');
    const pages = page.getByRole('navigation', { name: 'Pages: The people of the organization' });
    await pages.getByRole('link', { name: 'Next page' }).click();
    await expect(pages).toContainText('25–48 of 2,000');
    await expect(page.getByRole('main').getByRole('row')).toHaveCount(25);
    await visit(page, '#/people?page=84');
    await expect(pages).toContainText('1,993–2,000 of 2,000');
    await expect(row(page, 'Person 2000')).toBeVisible();
    // Another filter begins at its first page.
    await page.getByRole('searchbox', { name: 'Filter people' }).fill('person');
    await expect(pages).toContainText(/^.*1–24 of/);
    await visit(page, '#/people?find=stored.1990');
    await expect(page.getByRole('link', { name: 'Person 1990' })).toBeFocused();
    await visit(page, '#/people?show=teams&find=vision');
    await expect(page.getByRole('heading', { name: 'vision' })).toBeFocused();
    await expect(team(page, 'platform')).toHaveCount(0);
  });

  test('the registries of an account are paged', async ({ page }) => {
    await startDemo(page);
    await fillUp(page, 60);
    await page.reload();
    await openPart(page, 'People');
    await page.getByRole('link', { name: 'Mina Park' }).click();
    const pages = page.getByRole('navigation', { name: 'Pages: Registries and roles' });
    await expect(pages).toContainText(/1–24 of \d\d/);
    await expect(page.getByRole('main').getByRole('row')).toHaveCount(25);
    await pages.getByRole('link', { name: 'Next page' }).press('Enter');
    await expect(pages).toContainText('25–48');
    await expect(pages.getByRole('link', { name: 'Next page' })).toBeFocused();
    // The page is in the address.
    await page.getByRole('main').getByRole('row').last().getByRole('link').click();
    await page.goBack();
    await expect(pages).toContainText('25–48');
  });
});

test('service accounts are added, renamed and removed', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Service accounts');
  await expect(row(page, 'ci-runner')).toContainText('platform');
  await button(page, 'Add service account').click();
  await fillIn(page, { Name: 'VISION' });
  await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/taken by a person, service account or team/);
  await fillIn(page, { Name: 'release bot' });
  await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/a space cannot stand in it/);
  await fillIn(page, { Name: 'release-bot' });
  await confirm(page, 'Add service account').click();
  await expect(row(page, 'release-bot')).toBeVisible();
  await button(page, 'Rename release-bot').click();
  await fillIn(page, { Name: 'Release-Bot' });
  await confirm(page, 'Save changes').click();
  await expect(toast(page)).toContainText('release-bot is now called Release-Bot.');
  await button(page, 'Remove ci-runner').click();
  await expect(dialog(page).getByRole('heading', { level: 2 })).toHaveText('Remove ci-runner?');
  await confirm(page, 'Remove service account').click();
  await expect(row(page, 'ci-runner')).toHaveCount(0);
  await expect(toast(page)).toContainText('Removed ci-runner from the organization.');
});

test.describe('teams', () => {
  test('a team is added, filled, changed and removed', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'Teams');
    await button(page, 'Add team').click();
    await fillIn(page, { Name: 'PLATFORM' });
    await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/taken by a person, service account or team/);
    await fillIn(page, { Name: 'speech' });
    await confirm(page, 'Add team').click();
    await expect(team(page, 'speech')).toContainText('Nobody is in this team yet.');
    await addToTeam(page, 'speech', 'Mina.Park, JIWOO.HAN@lighthouse.example; nightly-eval,', 'Admin');
    await expect(dialog(page)).toBeHidden();
    await expect(toast(page)).toContainText('Added Mina Park and 한지우 to speech.');
    await expect(team(page, 'speech')).toContainText('2 people, 1 service account');
    await expect(page.getByLabel('Team role of 한지우 in speech')).toHaveValue('admin');
    await expect(row(page, 'nightly-eval').getByRole('combobox')).toHaveCount(0);

    await page.getByLabel('Team role of 한지우 in speech').selectOption('viewer');
    await expect(dialog(page)).toContainText('Make 한지우 Viewer in speech?');
    await expect(dialog(page)).toContainText('한지우 will no longer administer the team speech.');
    await confirm(page, 'Change role').click();
    await expect(dialog(page)).toBeHidden();
    await expect(toast(page)).toContainText('한지우 is now Viewer in speech.');
    await expect(page.getByLabel('Team role of 한지우 in speech')).toHaveValue('viewer');
    await expect(dialog(page)).toHaveCount(0);
    await button(page, 'Remove 한지우 from speech').click();
    await expect(dialog(page)).toContainText('Nobody’s access changes.');
    await confirm(page, 'Remove from team').click();
    await expect(page.getByLabel('Team role of 한지우 in speech')).toHaveCount(0);
    await button(page, 'Remove nightly-eval from speech').click();
    await confirm(page, 'Remove from team').click();
    await expect(team(page, 'speech')).toContainText('1 person');

    await button(page, 'Rename team speech').click();
    await fillIn(page, { Name: 'audio' });
    await confirm(page, 'Save changes').click();
    await expect(team(page, 'audio')).toBeVisible();
    await button(page, 'Remove team audio').click();
    await expect(dialog(page)).toContainText('Its people stay in the organization.');
    await confirm(page, 'Remove team').click();
    await expect(team(page, 'audio')).toHaveCount(0);
    await expect(toast(page)).toContainText('Removed the team audio.');
  });

  test('one invalid name of several is reported, and nobody is added', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'Teams');
    await addToTeam(page, 'language', 'noa.levi, nobody, mina.park, vision, noa.levi');
    const summary = dialog(page).getByRole('alert');
    await expect(summary).toBeFocused();
    await expect(summary).toContainText('nobody: Nobody in the organization has this username, email or name.');
    await expect(summary).toContainText('mina.park: Already in this team.');
    await expect(summary).toContainText('vision: This is a team');
    await expect(summary).toContainText('noa.levi: Named twice.');
    await expect(dialog(page).getByLabel('People or service accounts')).toHaveValue(
      'noa.levi, nobody, mina.park, vision, noa.levi',
    );
    await dialog(page).getByLabel('People or service accounts').fill('noa');
    await dialog(page).getByRole('group', { name: 'Suggestions' }).getByRole('button', { name: 'noa.levi' }).click();
    await expect(dialog(page).getByLabel('People or service accounts')).toHaveValue('noa.levi, ');
    await expect(dialog(page).getByLabel('People or service accounts')).toBeFocused();
    await confirm(page, 'Add to team').click();
    await expect(page.getByLabel('Team role of Noa Levi in language')).toBeVisible();
  });

  test('a team takes the same lists of names as a registry', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'Teams');
    await addToTeam(page, 'language', 'Noa Levi <noa.levi@lighthouse.example>; "Haddad, Omar"; tanaka');
    const summary = dialog(page).getByRole('alert');
    await expect(summary).toContainText('tanaka: Nobody in the organization');
    await expect(summary).not.toContainText('Omar');
    await dialog(page).getByRole('button', { name: 'Did you mean yuki.tanaka?' }).click();
    await expect(dialog(page).getByLabel('People or service accounts')).toHaveValue(
      'Noa Levi <noa.levi@lighthouse.example>; "Haddad, Omar"; yuki.tanaka',
    );
    await confirm(page, 'Add to team').click();
    for (const name of ['Noa Levi', 'Omar Haddad', 'Yuki Tanaka']) {
      await expect(page.getByLabel(`Team role of ${name} in language`)).toBeVisible();
    }
  });

  test('of thousands who cannot be added to a team ten are named, and the others are counted', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'Teams');
    await addToTeam(page, 'language', Array.from({ length: 10_000 }, (_, n) => `unknown${n}`).join(','));
    const summary = dialog(page).getByRole('alert');
    await expect(summary).toContainText('10000 things need another look.');
    await expect(summary.getByRole('listitem')).toHaveCount(11);
    await expect(summary).toContainText('… and 9,990 more');
  });

  test('a dialog shows no fault while it closes after success', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'Teams');
    await addToTeam(page, 'language', 'nobody');
    await expect(dialog(page).getByRole('alert')).toBeFocused();
    await dialog(page).getByLabel('People or service accounts').fill('noa.levi');
    expect(await faultsUntilClosed(page)).toEqual([]);
    await expect(page.getByLabel('Team role of Noa Levi in language')).toBeVisible();

    await button(page, 'Remove team vision').click();
    expect(await faultsUntilClosed(page)).toEqual([]);
    await expect(team(page, 'vision')).toHaveCount(0);

    await openPart(page, 'People');
    await button(page, 'Add person').click();
    await confirm(page, 'Add person').click();
    await expect(dialog(page).getByRole('alert')).toBeFocused();
    await fillIn(page, { Name: 'New One', Username: 'new.one', Email: 'new.one@example.com' });
    expect(await faultsUntilClosed(page)).toEqual([]);
    await expect(dialog(page)).toBeHidden();

    await visit(page, '#/create-registry');
    await dialog(page).getByRole('button', { name: 'Create registry' }).click();
    await expect(dialog(page).getByRole('alert')).toBeFocused();
    await fillIn(page, { Name: 'New one' });
    expect(await faultsUntilClosed(page)).toEqual([]);
  });

  test('an empty list of names is reported', async ({ page }) => {
    await startDemo(page);
    await openPart(page, 'Teams');
    await addToTeam(page, 'vision', ' , ;');
    await expect(dialog(page).getByRole('alert')).toContainText('Enter at least one username');
  });

  test('an admin of a team changes its members, and nothing else', async ({ page }) => {
    await startDemo(page);
    await actAs(page, 'priya.raman', 'Priya Raman');
    await openPart(page, 'Teams');
    await expect(button(page, 'Rename team vision')).toHaveAttribute('aria-disabled', 'true');
    await addToTeam(page, 'vision', 'noa.levi');
    await expect(page.getByLabel('Team role of Noa Levi in vision')).toHaveValue('member');
    const join = team(page, 'platform').getByRole('button', { name: 'Add to team' });
    await expect(join).toHaveAttribute('aria-disabled', 'true');
    await expect(join).toHaveAccessibleDescription(/admins of the organization or of this team/);
    await expect(button(page, 'Remove Chidi Eze from platform')).toHaveAttribute('aria-disabled', 'true');
  });
});

test('organization settings are changed, with their consequences', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Organization settings');
  const name = page.getByLabel('Organization name');
  await name.fill(' ');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(name).toHaveAccessibleDescription(/Enter the organization’s name/);
  await name.fill('등대 연구소');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(toast(page)).toContainText('The organization is now called 등대 연구소.');
  await expect(page).toHaveTitle(/등대 연구소/);

  const role = page.getByLabel('Default role for new members');
  await expect(role.getByRole('option')).toHaveText([
    'Restricted Viewer — cloud, server 0.75 and later',
    'Viewer — server 0.74 and earlier',
  ]);
  await role.selectOption({ label: 'Viewer — server 0.74 and earlier' });
  await expect(dialog(page).getByText('Playground')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(role).toHaveValue('restricted-viewer');
  await role.selectOption({ label: 'Viewer — server 0.74 and earlier' });
  await confirm(page, 'Change default role').click();
  await expect(role).toHaveValue('viewer');
  await expect(toast(page)).toContainText('The default role is now Viewer.');

  const stays = page.getByLabel('Restricted registries stay restricted');
  await expect(stays).toHaveAccessibleDescription(/nobody can open a Restricted registry to the organization again/);
  await stays.check();
  await expect(toast(page)).toContainText('Restricted registries stay restricted from now on.');
  await page.reload();
  await expect(stays).toBeChecked();
  await stays.uncheck();
  await expect(stays).not.toBeChecked();
  await visit(page, '#/');
  await expect(link(page, 'Playground')).toBeVisible();
});

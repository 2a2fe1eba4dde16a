/** Lists of people, service accounts and teams: preview, import and refusal. */

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { actAs, startDemo, startEmpty, toast } from './support/app.ts';
import { button, dialog, openPart, row, team } from './support/people.ts';
import { records } from './support/storage.ts';
import { expect, test } from './support/test.ts';

const HEADER = 'kind,name,username,email,role,teams\n';

/** Pastes and previews a list. */
async function preview(page: Page, list: string): Promise<void> {
  await page.getByLabel('List', { exact: true }).fill(list);
  await button(page, 'Preview').click();
}

/** Selects a file, which starts the preview. */
async function choose(page: Page, bytes: Buffer, name = 'people.csv'): Promise<void> {
  await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
}

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Export directory').click()]);
  expect(download.suggestedFilename()).toMatch(/^registrar-directory-[^ ]+-\d{4}-\d{2}-\d{2}\.csv$/);
  return readFile(await download.path(), 'utf8');
}

test('a list is previewed and imported as one change', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const before = (await records(page)).length;
  await preview(
    page,
    `${HEADER}person,"Ann ""The Lion"" Lee, PhD",ann,ann@example.com,Viewer,speech:Admin|vision
person,박서연,seoyeon,seoyeon@example.com,,speech
service account,speech-bot,,,,speech
team,speech,,,,
person,Mina Park,mina.park,mina.park@lighthouse.example,Member,speech
`,
  );
  await expect(page.getByText('This adds 2 people, 1 service account, 1 team, 5 team memberships.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Mina Park' })).toContainText('Already exists · joins 1 team');
  await expect(page.getByRole('row').filter({ hasText: 'PhD' })).toContainText('New · joins 2 teams');
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 2 people, 1 service account, 1 team.');
  await expect(row(page, '박서연').getByText('New', { exact: true })).toBeVisible();
  const log = await records(page);
  expect(log.length).toBe(before + 1);
  expect(log.at(-1)?.entry.via).toBe('import');

  await expect(row(page, 'Ann "The Lion" Lee, PhD')).toContainText('speech Admin');
  await openPart(page, 'Import and export');
  await expect(page.getByLabel('List', { exact: true })).toHaveValue('');
  await openPart(page, 'Teams');
  await expect(team(page, 'speech')).toContainText('3 people, 1 service account');
  await expect(page.getByLabel('Team role of 박서연 in speech')).toHaveValue('member');
});

test('importing a file keeps the typed list', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const typed = `${HEADER}person,Typed Only,typed,typed@example.com,,`;
  await page.getByLabel('List', { exact: true }).fill(typed);
  await choose(page, Buffer.from(`${HEADER}person,From File,filed,filed@example.com,,\n`));
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 1 person.');
  await openPart(page, 'Import and export');
  await expect(page.getByLabel('List', { exact: true })).toHaveValue(typed);
});

test('each faulty line is named with its reason and its text, and nothing is imported', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const outcome = page.locator('#import-outcome');
  for (const [list, ...said] of [
    ['name,username\nA,a\n', 'Missing column: Email', 'Enter an email address.'],
    [
      `${HEADER}person,A,a,a@b,,\nperson,B,A,A@B,,\nperson,C,MINA.PARK,c@b,,\nperson,D,d,Mina.Park@lighthouse.example,,\n`,
      'Already used in line 2, with different values.',
      'Already used by Mina Park (mina.park)',
    ],
    [`${HEADER}person,=cmd(),=1+1,x@y,Boss,nowhere\n`, '“Boss” isn’t a role', 'Team “nowhere” doesn’t exist.'],
    [`${HEADER}robot,R,r,r@b,,\nteam,t,x,,,\n`, '“robot” isn’t a kind', 'Must be empty for a team.'],
    [`${HEADER}person,"A\nB",a,a@b,,\n`, 'A name cannot contain a line break.'],
    [`${HEADER}person,"A,a,a@b,,\n`, 'A quote opens in line 2 and never closes.'],
    [`${HEADER}service account,bot,,,,vision:Admin\n`, 'Service accounts have no role in a team, but this gives one in vision.'],
    [`${HEADER}person,,,,,\nperson,E,e,e,,\n`, 'Enter an email address.', 'An email address has one @'],
  ] as const) {
    await preview(page, list);
    for (const reason of said) await expect(outcome, list).toContainText(reason);
    await expect(button(page, 'Import all').and(page.locator(':not([aria-disabled])'))).toHaveCount(0);
    await expect(page.getByLabel('List', { exact: true })).toHaveValue(list);
  }
  await preview(page, 'who,where\nA,b\n');
  await expect(page.getByRole('alert').filter({ hasText: 'Choose which column has the name' })).toBeVisible();
  await preview(page, ' ');
  await expect(page.getByRole('alert').filter({ hasText: 'Paste a list first' })).toBeVisible();
  await preview(page, 'name,username,email\nMina Park,mina.park,mina.park@lighthouse.example');
  await expect(page.getByText('There is nothing to add.')).toBeVisible();
});

test('a faulty line is corrected on the spot, or left out', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, `${HEADER}person,Ann Lee,ann,ann.example.com,,\nperson,Bo Ek,bo,bo@example.com,Developer,audio\nperson,Cy,cy,cy@example.com,,\n`);
  await expect(page.getByText('2 lines have problems.')).toBeVisible();
  const field = page.getByLabel('Line 2, Email');
  await expect(field).toHaveValue('ann.example.com');
  await field.fill('ann@example.com');
  await expect(page.getByText('1 line has a problem.')).toBeVisible();
  await expect(field).toBeFocused();
  await expect(button(page, 'Import all')).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('“Developer” means').selectOption('Member');
  await page.getByLabel(/Create the missing team audio/).check();
  await expect(page.getByText('This adds 3 people, 1 team, 1 team membership.')).toBeVisible();
  await expect(page.getByText('Changes of access')).toBeVisible();
  await page.getByLabel('“Developer” means').selectOption('Not a role');
  await page.getByLabel('Leave out 1 line with a problem').check();
  await expect(page.getByText('This adds 2 people')).toBeVisible();
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 2 people.');
  await expect(row(page, 'Ann Lee').getByText('New', { exact: true })).toBeVisible();
});

test('a line with a broken quote is corrected as a whole', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, `${HEADER}person,"Ann Lee,ann,ann@example.com,,\nperson,Bo Ek,bo,bo@example.com,,\n`);
  const line = page.getByLabel('Line 2', { exact: true });
  await expect(line).toHaveValue('person,"Ann Lee,ann,ann@example.com,,');
  await expect(line).toHaveAccessibleDescription(/A quote opens in line 2 and never closes/);
  await line.fill('person,"Ann Lee",ann,ann@example.com,,');
  await expect(page.getByText('This adds 2 people.')).toBeVisible();
});

test('differences are shown side by side and updated on request only', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, `${HEADER}person,Mina Parker,mina.park,mina.park@lighthouse.example,,\n`);
  await expect(page.locator('#import-outcome')).toContainText('Name differs: here Mina Park, in the file Mina Parker');
  await expect(page.getByText('There is nothing to add.')).toBeVisible();
  await page.getByRole('button', { name: /^Not in the file/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Ada Okafor' })).toContainText('Nothing changes.');
  await page.getByLabel('Names (1)').check();
  await expect(page.getByText('This updates 1 existing entry.')).toBeVisible();
  await button(page, 'Import all').click();
  await openPart(page, 'People');
  await expect(row(page, 'Mina Parker')).toBeVisible();
});

test('an export of another directory is mapped, also by hand', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, 'First Name [Required],Last Name [Required],Email Address [Required],Password [Required]\nDana,Ortiz,dana.ortiz@example.com,****\n');
  await expect(page.getByText('Column left out: Password [Required]')).toBeVisible();
  await expect(page.getByText('dana.ortiz (proposed)')).toBeVisible();
  await preview(page, 'who,contact\nDana Ortiz,dana.ortiz@example.com\n');
  await page.getByLabel('who', { exact: true }).selectOption('Name');
  await page.getByLabel('contact', { exact: true }).selectOption('Email');
  await expect(page.getByText('This adds 1 person.')).toBeVisible();
});

test('a guessed encoding is marked as a guess and can be changed', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const japanese = Buffer.from([0x8e, 0x52, 0x93, 0x63, 0x91, 0xbe, 0x98, 0x59]);
  await choose(page, Buffer.concat([Buffer.from('name,email\r\n'), japanese, Buffer.from(',taro@example.com\r\n')]));
  await expect(page.getByLabel('Encoding')).toHaveValue('Shift_JIS (CP932)');
  await expect(page.getByText('Shift_JIS (CP932) is a guess and uncertain.')).toContainText('山田太郎');
  await expect(page.getByText('The file could also be GB18030 (GBK).')).toBeVisible();
  await page.getByLabel('Encoding').selectOption('Windows-1252');
  await expect(page.getByText('is a guess')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: '山田太郎' })).toHaveCount(0);
  // Mac OS Roman has letters where Windows has symbols.
  await choose(page, Buffer.concat([Buffer.from('name,email\r\nLuc'), Buffer.from([0x92]), Buffer.from('a Fern'), Buffer.from([0x87]), Buffer.from('ndez,lucia.f@example.com\r\n')]));
  await expect(page.getByText('Mac OS Roman is a guess and likely, not certain.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'lucia.f@example.com' })).toContainText('Lucía Fernández');
});

test('a Korean file is read, and the encoding can be changed', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await choose(page, await readFile('crates/interchange/tests/cases/c11-cp949.csv'));
  await expect(page.getByText('김하늘', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Encoding')).toHaveValue('CP949 (EUC-KR)');
  await expect(page.getByText('The file could also be Windows-1252.')).toBeVisible();
  await page.getByLabel('Encoding').selectOption('Windows-1252');
  await expect(page.getByText('±èÇÏ´Ã', { exact: true })).toBeVisible();
});

test('names damaged by another program are reported, and can be corrected or kept', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, 'name,email\nJosÃ©,jose@example.com\nAnn\ufffd,ann@example.com\n');
  await expect(page.getByText('This looks like “José”, read in a wrong encoding by another program.')).toBeVisible();
  await expect(page.getByText('A character was lost here')).toBeVisible();
  await page.getByLabel('Line 2, Name').fill('José');
  await expect(page.getByText('1 line has a problem.')).toBeVisible();
  await page.getByLabel('Keep 1 name that looks damaged as it is').check();
  await expect(page.getByText('This adds 2 people.')).toBeVisible();
  await openPart(page, 'People');
  await button(page, 'Add person').click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('Jos\ufffd');
  await expect(dialog(page)).toContainText('stands for a character that another program lost');
});

test('a file that is dropped is read', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.csv'));
    return data;
  }, `${HEADER}person,Dana,dana,dana@example.com,,\n`);
  await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByText('File: dropped.csv')).toBeVisible();
  await expect(page.getByText('This adds 1 person.')).toBeVisible();
});

test('users and groups of SCIM are read from JSON, and inactive ones are left out by name', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const user = (id: string, displayName: string, active: boolean) => ({ id, userName: id, displayName, active, emails: [{ value: `${id}@example.com`, primary: true }] });
  const Resources = [
    user('dana', 'Dana Ortiz', true),
    user('eli', 'Eli Brandt', false),
    { ...user('cy', 'Cy', true), emails: [{ value: 'cy' }] },
    { displayName: 'audio', members: [{ value: 'dana', display: 'Dana Ortiz' }, { value: 'u1', display: 'Mina Park' }] },
  ];
  await choose(page, Buffer.from(JSON.stringify({ totalResults: 4, Resources })), 'scim.json');
  const outcome = page.locator('#import-outcome');
  await expect(outcome).toContainText('Read from JSON. Each person or group is one line, counted from 1.');
  await expect(outcome).toContainText('1 inactive person left out: Eli Brandt.');
  await page.getByLabel('Line 3, Email').fill('cy@example.com');
  await expect(outcome).toContainText('This adds 2 people, 1 team, 2 team memberships.');
  await outcome.getByRole('button', { name: 'Inactive 1' }).click();
  await expect(outcome.getByRole('row').filter({ hasText: 'Eli Brandt' })).toContainText('Inactive in the file, left out.');
  await outcome.getByRole('button', { name: /^All/ }).click();
  await expect(outcome.getByRole('row').filter({ hasText: 'Mina Park' })).toContainText('Already exists · joins 1 team');
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 2 people, 1 team.');
});

test('a list of groups is a list of teams, as recognized or as chosen', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, 'Group Name,Group Email,Members\nvision,vision@x.org,5\naudio,audio@x.org,3\n');
  await expect(page.getByText('This adds 1 team.')).toBeVisible();
  await expect(page.getByLabel('Group Name', { exact: true })).toHaveValue('team-name');
  await preview(page, 'name,description\naudio,\nspeech,\n');
  await page.getByLabel('name', { exact: true }).selectOption('Team (one in each line)');
  await expect(page.getByText('This adds 2 teams.')).toBeVisible();
});

test('many faults are paged and counted', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const lines = Array.from({ length: 250 }, (_, n) => `person,P,user ${n},p${n}@b,,`).join('\n');
  await preview(page, HEADER + lines);
  await expect(page.getByText('250 lines have problems.')).toBeVisible();
  await expect(page.locator('#import-outcome').getByRole('row')).toHaveCount(25);
  await expect(page.getByText('1–24 of 250')).toBeVisible();
});

test('a file of another kind is refused with the right place for it', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  for (const [bytes, message] of [
    [Buffer.from('PK\x03\x04 [Content_Types].xml'), 'This is an Excel workbook.'],
    [Buffer.from([0x1f, 0x8b, 8, 0]), 'This is a compressed file.'],
    [Buffer.from('{"format":"registrar","version":1,"values":{}}'), 'Open it under Your data.'],
    [Buffer.from('<!doctype html><script type="application/json" id="registrar-original" data-id="k">{}</script>'), 'Open it under Your data.'],
    [Buffer.from('PK\x03\x04 Index/Document.iwa'), 'This is a document, not a table.'],
    [Buffer.from('{"settings":{"color":"red"}}'), 'This JSON file has no list of people.'],
    [Buffer.from('[{"userName":"dana"},\n{"user'), 'This JSON file ends too early, in line 2.'],
    [Buffer.from('[{"userName":"dana",}]'), 'This JSON file has an error in line 1, character 21.'],
    [Buffer.from('[{"userName":"dana","userName":"eli"}]'), 'has the key userName twice in one object'],
    [Buffer.from('a\0b'), 'This isn’t a text file.'],
    [Buffer.from(''), 'There are no lines in it.'],
  ] as const) {
    await choose(page, bytes);
    await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible();
  }
  await choose(page, Buffer.concat([Buffer.from(`${HEADER}person,Caf`), Buffer.from([0xe9]), Buffer.from(',cafe,c@b,,\n')]));
  await expect(page.getByLabel('Encoding')).toHaveValue('Windows-1252');
  await choose(page, Buffer.from(`\ufeff${HEADER.replaceAll(',', ';')}person;Café;cafe;c@b;;\r\n`));
  await expect(page.getByText('File: people.csv')).toBeVisible();
  await expect(page.getByText('This adds 1 person.')).toBeVisible();
  await page.goto('./#/data');
  await page.getByLabel('Downloaded file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(HEADER) });
  await expect(page.getByRole('alert').filter({ hasText: 'can be imported under People & teams' })).toBeVisible();
  await page.getByLabel('Downloaded file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('[{"userName":"dana"}]') });
  await expect(page.getByRole('alert').filter({ hasText: 'A list of people can be imported under People & teams' })).toBeVisible();
});

test('five thousand lines are imported without a long wait', async ({ page }) => {
  test.slow();
  await startDemo(page);
  await openPart(page, 'Import and export');
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `person,Person ${n},user.${n},user.${n}@example.com,Member,${n % 2 ? 'vision' : 'group-' + (n % 40)}`,
  );
  const teams = Array.from({ length: 20 }, (_, n) => `team,group-${n * 2},,,,`);
  const start = Date.now();
  await choose(page, Buffer.from(HEADER + [...lines, ...teams].join('\n')));
  await expect(page.getByText('This adds 5,000 people, 20 teams, 5,000 team memberships.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(25);
  const previewed = Date.now();
  const work = await button(page, 'Import all').evaluate((element) => {
    const begin = performance.now();
    (element as HTMLButtonElement).click();
    return performance.now() - begin;
  });
  await expect(toast(page)).toContainText('Imported 5,000 people, 20 teams.');
  console.log(`5,000 lines: preview ${previewed - start} ms, import ${Math.round(work)} ms of work, ${Date.now() - previewed} ms in all`);
  await page.reload();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('5,012 people');
});

test('an export imports unchanged, also in another organization', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, `${HEADER}person,"=SUM(1;2), ""x""",formula,f+o@example.com,Viewer,vision:Viewer\n`);
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 1 person.');
  await openPart(page, 'Import and export');
  const first = await exported(page);
  expect(first).not.toMatch(/(^|[,"\n])[=+@-]/m);
  await choose(page, Buffer.from(first));
  await expect(page.getByText('There is nothing to add.')).toBeVisible();

  await page.goto('./#/start');
  await startEmpty(page, 'Elsewhere');
  await openPart(page, 'Import and export');
  await choose(page, Buffer.from(first));
  await expect(page.getByText('This adds 13 people, 2 service accounts, 3 teams')).toBeVisible();
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 13 people, 2 service accounts, 3 teams.');
  await openPart(page, 'Import and export');
  const second = await exported(page);
  expect(second.replace(/^person,Grace.*\r\n/m, '')).toBe(first);
});

test('without the permission to import, a list is previewed and the reason is shown', async ({ page }) => {
  await startDemo(page);
  await actAs(page, 'noa.levi', 'Noa Levi');
  await openPart(page, 'Import and export');
  await preview(page, `${HEADER}team,speech,,,,\n`);
  await expect(page.getByText('This adds 1 team.')).toBeVisible();
  await expect(button(page, 'Import all')).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page, 'Import all')).toHaveAccessibleDescription(/Only admins of the organization/);
  await button(page, 'Import all').click({ force: true });
  await expect(toast(page)).not.toContainText('Imported');
  await expect(dialog(page)).toHaveCount(0);
});

test('a name taken by another tab after the preview is reported, and the list stays', async ({ page }) => {
  await startDemo(page);
  const other = await page.context().newPage();
  await other.goto('./#/people?show=import');
  await preview(other, `${HEADER}team,speech,,,,\n`);
  await expect(button(other, 'Import all')).toBeVisible();
  await openPart(page, 'Service accounts');
  await button(page, 'Add service account').click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('Speech');
  await dialog(page).getByRole('button', { name: 'Add service account' }).click();
  await expect(row(page, 'Speech')).toBeVisible();
  await expect(other.locator('.error-summary')).toContainText('1 line has a problem.');
  await expect(other.getByText('Already used by the service account Speech.')).toBeVisible();
  await expect(other.getByLabel('List', { exact: true })).toHaveValue(`${HEADER}team,speech,,,,\n`);
});

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
  await expect(page.getByRole('row').filter({ hasText: 'Mina Park' })).toContainText('There already, joins 1 team');
  await expect(page.getByRole('row').filter({ hasText: 'PhD' })).toContainText('Added, joins 2 teams');
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 2 people, 1 service account, 1 team.');
  await expect(page.getByLabel('List', { exact: true })).toHaveValue('');
  const log = await records(page);
  expect(log.length).toBe(before + 1);
  expect(log.at(-1)?.entry.via).toBe('import');

  await openPart(page, 'People');
  await expect(row(page, 'Ann "The Lion" Lee, PhD')).toContainText('speech Admin');
  await openPart(page, 'Teams');
  await expect(team(page, 'speech')).toContainText('3 people, 1 service account');
  await expect(page.getByLabel('Team role of 박서연 in speech')).toHaveValue('member');
});

test('a file that is imported leaves the list that was typed', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const typed = `${HEADER}person,Typed Only,typed,typed@example.com,,`;
  await page.getByLabel('List', { exact: true }).fill(typed);
  await choose(page, Buffer.from(`${HEADER}person,From File,filed,filed@example.com,,\n`));
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 1 person.');
  await expect(page.getByLabel('List', { exact: true })).toHaveValue(typed);
});

test('each faulty line is named with its reason, and nothing is imported', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  for (const [list, ...said] of [
    ['name,username\nA,a\n', 'Line 1, email: This column is missing.'],
    ['name,username,email,shoe size\n', 'Line 1: A column shoe size is not known.'],
    ['name,username,email,Name\n', 'Line 1, name: This column is there twice.'],
    [
      `${HEADER}person,A,a,a@b,,\nperson,B,A,A@B,,\nperson,C,MINA.PARK,c@b,,\nperson,D,d,Mina.Park@lighthouse.example,,\n`,
      'Line 3, username: This stands in line 2 already.',
      'Line 3, email: This stands in line 2 already.',
      'Line 4',
      'Line 5, email: This is taken in the organization',
    ],
    [`${HEADER}person,=cmd(),=1+1,x@y,Boss,nowhere\n`, 'Line 2, username:', 'Boss is no role', 'There is no team nowhere'],
    [`${HEADER}robot,R,r,r@b,,\nteam,t,x,,,\n`, 'robot is no kind', 'Line 3, username: This must be empty for a team.'],
    [`${HEADER}person,"A\nB",a,a@b,,\n`, 'Line 2, name: A name cannot contain a line break.'],
    [`${HEADER}person,"A,a,a@b,,\n`, 'Line 2: A quote is opened here and never closed.'],
    [`${HEADER}service account,bot,,,,vision:Admin\n`, 'A service account has no role in a team, and is given one in vision.'],
    [`${HEADER}person,,,,,\nperson,E,e,e,,\n`, 'Line 2, email: Enter an email address.', 'Line 3, email: An email address has one @'],
  ] as const) {
    await preview(page, list);
    const faults = page.locator('.error-summary');
    for (const reason of said) await expect(faults, list).toContainText(reason);
    await expect(button(page, 'Import all')).toHaveCount(0);
    await expect(page.getByLabel('List', { exact: true })).toHaveValue(list);
  }
  await preview(page, ' ');
  await expect(page.getByRole('alert').filter({ hasText: 'Paste a list first' })).toBeVisible();
  await preview(page, 'name,username,email\nMina Park,mina.park,mina.park@lighthouse.example');
  await expect(page.getByText('There is nothing to add.')).toBeVisible();
});

test('of very many faults the first hundred are listed, and all are counted', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  const lines = Array.from({ length: 250 }, (_, n) => `person,P,user ${n},p${n}@b,,`).join('\n');
  await preview(page, HEADER + lines);
  await expect(page.getByText('250 faults. Nothing can be imported before they are mended.')).toBeVisible();
  await expect(page.locator('.error-summary li')).toHaveCount(101);
  await expect(page.getByText('… and 150 more')).toBeVisible();
});

test('a file that is no text is told from one that is', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await choose(page, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]), 'people.xlsx');
  await expect(page.getByText('This is not a text in UTF-8.')).toBeVisible();
  await choose(page, Buffer.concat([Buffer.from(`${HEADER}person,Caf`), Buffer.from([0xe9]), Buffer.from(',cafe,c@b,,\n')]));
  await expect(page.getByText('This is not a text in UTF-8.')).toBeVisible();
  await choose(page, Buffer.from(''));
  await expect(page.getByText('There is nothing in it.')).toBeVisible();
  await choose(page, Buffer.from(`\ufeff${HEADER.replaceAll(',', ';')}person;Café;cafe;c@b;;\r\n`));
  await expect(page.getByText('The file people.csv')).toBeVisible();
  await expect(page.getByText('This adds 1 person.')).toBeVisible();
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
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(101);
  const previewed = Date.now();
  const work = await button(page, 'Import all').evaluate((element) => {
    const begin = performance.now();
    (element as HTMLButtonElement).click();
    return performance.now() - begin;
  });
  await expect(toast(page)).toContainText('Imported 5,000 people, 20 teams.');
  console.log(`5,000 lines: preview ${previewed - start} ms, import ${Math.round(work)} ms of work, ${Date.now() - previewed} ms in all`);
  await page.reload();
  await openPart(page, 'People');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('5,012 people');
});

test('what is exported imports again unchanged, elsewhere too', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'Import and export');
  await preview(page, `${HEADER}person,"=SUM(1;2), ""x""",formula,f+o@example.com,Viewer,vision:Viewer\n`);
  await button(page, 'Import all').click();
  await expect(toast(page)).toContainText('Imported 1 person.');
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
  const second = await exported(page);
  expect(second.replace(/^person,Grace.*\r\n/m, '')).toBe(first);
});

test('who may not import sees what a list would do, and why they may not', async ({ page }) => {
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

test('a name that another tab takes after the preview is told, and the list stays', async ({ page }) => {
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
  await expect(other.locator('.error-summary')).toContainText('Line 2, name: This is taken in the organization');
  await expect(other.getByLabel('List', { exact: true })).toHaveValue(`${HEADER}team,speech,,,,\n`);
});

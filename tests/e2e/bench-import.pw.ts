/**
 * The import of 5,000 people in 200 teams: the main thread's work for the preview and for correcting a line, and the longest task
 * of each. As CSV and as JSON, into a small organization and into a large one.
 */

import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { expectLanding, startDemo, visit } from './support/app.ts';
import { LARGE, makeLarge } from './support/large.ts';
import { report } from './support/report.ts';
import { expect, test } from './support/test.ts';
import { longestTask, median, startMeasuring, workFor } from './support/work.ts';

const PEOPLE = 5000;
const TEAMS = 200;
const RUNS = 5;

/** The limits in milliseconds of the main thread. */
const LIMITS = { preview: 300, correction: 50, task: 50 };

/** The line with a fault, to be corrected. */
const FAULTY_ROW = 4000;

interface Person {
  name: string;
  username: string;
  email: string;
  role: string;
  teams: string[];
}

const people: Person[] = Array.from({ length: PEOPLE }, (_, nth) => ({
  name: nth % 3 ? `Person ${nth}` : `김하늘 ${nth}`,
  username: `new.${nth}`,
  email: nth === FAULTY_ROW ? 'faulty' : `new.${nth}@example.com`,
  role: 'Member',
  teams: [`group-${nth % TEAMS}`, `group-${(nth + 7) % TEAMS}`],
}));
const teams = Array.from({ length: TEAMS }, (_, nth) => `group-${nth}`);

const CSV = [
  'kind,name,username,email,role,teams',
  ...people.map(({ name, username, email, role, teams }) => `person,${name},${username},${email},${role},${teams.join('|')}`),
  ...teams.map((team) => `team,${team},,,,`),
].join('\r\n');

const SCIM = JSON.stringify({
  Resources: [
    ...people.map(({ name, username, email, role, teams }) => ({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      id: `id-${username}`,
      userName: username,
      displayName: name,
      active: true,
      emails: [{ value: email, type: 'work', primary: true }],
      roles: [{ value: role }],
      groups: teams.map((display) => ({ value: `id-${display}`, display })),
      meta: { resourceType: 'User', created: '2026-01-01T00:00:00Z', location: `https://directory.example/Users/${username}` },
    })),
    ...teams.map((displayName) => ({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], id: `id-${displayName}`, displayName })),
  ],
});

/** Chooses a file by its path: for a buffer the test itself would decode 2 MB on the main thread. */
async function preview(page: Page, file: string): Promise<void> {
  await page.getByLabel('CSV file').setInputFiles(file);
  await expect(page.getByText('1 line has a problem.')).toBeVisible();
}

/** Types a letter into the field of the faulty line, and waits for the plan with it. */
async function correct(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const field = document.querySelector('#import-outcome input[id$="-email"]') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await expect(page.getByText(text.includes('@') ? 'This adds 5,000 people' : 'This adds 4,999 people')).toBeVisible();
}

async function measure(page: Page, browser: Browser, title: string, name: string, text: string): Promise<void> {
  const file = test.info().outputPath(name);
  await writeFile(file, text);
  const rows: Record<'preview' | 'previewTask' | 'correction' | 'correctionTask', number[]> = { preview: [], previewTask: [], correction: [], correctionTask: [] };
  const open = async () => {
    await visit(page, '#/about');
    await visit(page, '#/people?show=import');
    await page.locator('#import-list').waitFor();
  };
  for (let run = 0; run < RUNS; run += 1) {
    await open();
    const session = await startMeasuring(page);
    rows.preview.push((await workFor(page, session, () => preview(page, file))).all);
    rows.correction.push((await workFor(page, session, () => correct(page, 'a@example.com'))).all);
    rows.correction.push((await workFor(page, session, () => correct(page, 'a'))).all);
    await session.detach();
    await open();
    rows.previewTask.push((await longestTask(page, browser, () => preview(page, file))).thread);
    rows.correctionTask.push((await longestTask(page, browser, () => correct(page, 'a@example.com'))).thread);
  }
  const figures: [string, number, number][] = [
    ['preview', median(rows.preview), LIMITS.preview],
    ['preview, longest task', median(rows.previewTask), LIMITS.task],
    ['correct a line', median(rows.correction), LIMITS.correction],
    ['correct a line, longest task', median(rows.correctionTask), LIMITS.task],
  ];
  report(`${PEOPLE} people, ${TEAMS} teams, ${title}: milliseconds of the main thread`, figures);
  for (const [what, figure, limit] of figures) expect.soft(figure, `${title}: ${what}`).toBeLessThanOrEqual(limit);
}

test('a long list is previewed and corrected quickly', async ({ page, browser }) => {
  await startDemo(page);
  await measure(page, browser, 'CSV', 'people.csv', CSV);
  await measure(page, browser, 'SCIM', 'people.json', SCIM);
});

test('a long list is previewed and corrected quickly in a large organization', async ({ page, browser }) => {
  await startDemo(page);
  await makeLarge(page);
  await page.reload();
  await expectLanding(page);
  await measure(page, browser, `CSV, into ${LARGE.people} people`, 'people.csv', CSV);
});

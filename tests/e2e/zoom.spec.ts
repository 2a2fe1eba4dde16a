/** The zoomed page: everything is reachable, and sticky elements leave enough space for the content. */

import { openCreate, startDemo, submitButton, visit } from './support/app.ts';
import { cutOff, hiddenFocus, largeStickyElements, overflow } from './support/layout.ts';
import type { Language } from './support/screens.ts';
import { openSettings } from './support/settings.ts';
import { expect, test } from './support/test.ts';
import { WALKS } from './support/walks.ts';

/** A window of 1280 by 1024 px when zoomed, and a phone in portrait. */
const WINDOWS: [name: string, width: number, height: number, deviceScaleFactor: number, languages: Language[]][] = [
  ['at 200 %', 640, 512, 2, ['en', 'ko']],
  ['at 400 %', 320, 256, 4, ['en']],
  ['on a phone', 320, 800, 1, ['en']],
];

for (const [name, width, height, deviceScaleFactor, languages] of WINDOWS) {
  for (const language of languages) {
    test.describe(`${name}, ${language}`, () => {
      test.use({ viewport: { width, height }, deviceScaleFactor, locale: language === 'ko' ? 'ko-KR' : 'en-US' });

      for (const [about, walk] of WALKS) {
        test(`everything is within reach: ${about}`, async ({ page, watch }) => {
          test.slow();
          const look = async (screen: string) => {
            const found = [
              ...(await overflow(page)),
              ...(await cutOff(page)),
              ...(await largeStickyElements(page)),
              ...(await hiddenFocus(page)),
            ];
            expect.soft(found, screen).toEqual([]);
          };
          await walk(page, language, look, watch);
        });
      }
    });
  }
}

test.describe('at 400 %, which leaves 320 by 256 px', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('sticky elements leave room for the content', async ({ page }) => {
    await startDemo(page);
    for (const [hash, heading] of [
      ['#/', 'Custom registry'],
      ['#/people', 'People'],
      ['#/people?show=teams', 'Teams'],
      ['#/data', 'This organization'],
      ['#/about', 'Licenses'],
    ] as const) {
      await visit(page, hash);
      await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible();
      expect(await largeStickyElements(page), hash).toEqual([]);
    }
    await openSettings(page, 'Playground');
    await page.getByLabel('Description').fill('A draft.');
    await expect(page.getByRole('button', { name: 'Discard changes' })).toBeVisible();
    expect(await largeStickyElements(page), 'settings, with a draft').toEqual([]);
    await visit(page, '#/');
    const dialog = await openCreate(page);
    // The focused field is never covered by the head or foot of the dialog.
    await dialog.getByLabel('Description').click();
    const body = await dialog.locator('.dialog-body').evaluate((body) => body.getBoundingClientRect().height);
    expect(body).toBeGreaterThan(256 / 3);
    await submitButton(dialog).click();
    await expect(dialog.getByRole('alert')).toBeInViewport();
  });
});

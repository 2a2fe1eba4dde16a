/** The site works at the root of a host and below any path. */

import { expect, test } from '@playwright/test';
import { DEEP_PATH } from './server.ts';

for (const path of ['/', DEEP_PATH]) {
  test(`the page loads at ${path}`, async ({ page }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('response', (response) => response.ok() || problems.push(`${response.status()} ${response.url()}`));

    await page.goto(path);
    await page.waitForLoadState('networkidle');

    await expect(page).toHaveTitle(/Registrar/);
    expect(problems).toEqual([]);
  });
}

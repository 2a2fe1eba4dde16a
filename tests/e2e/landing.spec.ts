/** The page of all registries: with many of them, and what its address says. */

import {
  fill,
  openCreate,
  startDemo,
} from './support/app.ts';
import { expect, test } from './support/test.ts';

test('large numbers are grouped where something is too long', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await dialog.getByLabel('Description').fill('x'.repeat(11_001));
  await expect(dialog).toContainText('A description has at most 10,000 characters: these are 1,001 too many.');
});

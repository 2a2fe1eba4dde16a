/**
 * How Playwright runs. `cargo xtask test e2e`, `screenshots` and `bench` set the environment:
 *
 * - `E2E_PROJECT`: which of the projects below to run; the tests, if not set.
 * - `CHROMIUM`: the browser's program; Playwright's own, if not set.
 * - `E2E_BASE_URL`: where the site is served; set by the global setup.
 * - `E2E_LONG`: if set, tests that leave something to chance try it many times as often.
 * - `E2E_SEED`: the seed of such a test, to repeat it.
 * - `E2E_TRACE`: if set, what failed leaves a trace. Tracing makes every test half as slow again.
 */

import { defineConfig, devices } from '@playwright/test';

const projects = {
  chromium: { testMatch: '*.spec.ts' },
  screenshots: { testMatch: 'screenshots.pw.ts' },
  // One at a time: whatever else runs would be measured as well.
  bench: { testMatch: 'bench*.pw.ts', workers: 1, timeout: 300_000 },
};

const name = (process.env['E2E_PROJECT'] ?? 'chromium') as keyof typeof projects;
const executablePath = process.env['CHROMIUM'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './global-setup.ts',
  workers: 2,
  fullyParallel: true,
  // A slow machine with other things to do is no failure.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A test that passes only sometimes has failed.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env['E2E_BASE_URL'],
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: process.env['E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name, ...projects[name] }],
});

/**
 * The configuration of Playwright. `cargo xtask test e2e`, `screenshots`, `lighthouse` and `bench` set the environment:
 *
 * - `E2E_PROJECT`: the project to run, by default the tests.
 *
 * - `CHROMIUM`: the browser's executable, by default Playwright's own.
 *
 * - `FIREFOX`, `GECKODRIVER`: the executables of the second browser and its driver, for the project `firefox`.
 *
 * - `E2E_BASE_URL`: the address of the site, set by the global setup.
 *
 * - `E2E_LONG`: if set, randomized tests have many more rounds.
 *
 * - `E2E_SEED`: the seed of a randomized test, to repeat it.
 *
 * - `E2E_TRACE`: if set, failed tests leave a trace. Tracing slows every test down by half.
 */

import { defineConfig, devices } from '@playwright/test';

const projects = {
  chromium: { testMatch: '*.spec.ts' },
  // Firefox's own driver runs the browser. One at a time, since each test starts one.
  firefox: { testMatch: '**/firefox/*.pw.ts', workers: 1 },
  screenshots: { testMatch: 'screenshots.pw.ts' },
  // One at a time, since anything else would distort the measurement.
  lighthouse: { testMatch: 'lighthouse.pw.ts' },
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
  // A slow or busy machine must not fail a test.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A flaky test counts as failed.
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
    // A worker would answer before the routes of a test. The tests of working offline allow it.
    serviceWorkers: 'block',
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

/** Lighthouse on a phone, against the release site as a well-configured host serves it. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, expect, test } from '@playwright/test';
import { serve } from './server.ts';
import { report } from './support/report.ts';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const SITE = fileURLToPath(new URL('../../dist', import.meta.url));

/** The least points of each category. */
const GOALS = { performance: 90, accessibility: 100, 'best-practices': 100, seo: 100 };

/** Measurements, in milliseconds. */
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index', 'interactive'];

interface Audit {
  title: string;
  score: number | null;
  numericValue?: number;
}

interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

test('Lighthouse, on a phone', async () => {
  test.setTimeout(10 * 60_000);
  const { url, server } = await serve(SITE, { compressed: true });
  try {
    const npx = join(dirname(process.execPath), process.platform === 'win32' ? 'npx.cmd' : 'npx');
    const chrome = test.info().project.use.launchOptions?.executablePath ?? chromium.executablePath();
    const out = test.info().outputPath('lighthouse.json');
    const options = [`--only-categories=${Object.keys(GOALS)}`, '--output=json', `--output-path=${out}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu', '--quiet'];
    await promisify(execFile)(npx, ['--yes', LIGHTHOUSE, url, ...options], { env: { ...process.env, CHROME_PATH: chrome } });
    const { categories, audits } = JSON.parse(readFileSync(out, 'utf8')) as Report;

    const points = Object.keys(GOALS).map((name): [string, number] => [name, (categories[name]?.score ?? 0) * 100]);
    const metrics = METRICS.map((name): [string, number, number] => [`${name}, ms`, audits[name]?.numericValue ?? Number.NaN, Infinity]);
    // The table marks what is above its limit, and points have to be below theirs.
    report(`${LIGHTHOUSE}, mobile`, [...points.map(([name, score]): [string, number, number] => [`${name}, of 100`, score, Infinity]), ...metrics]);
    for (const [name, { auditRefs }] of Object.entries(categories)) {
      for (const { id, weight } of auditRefs) {
        const audit = audits[id];
        if (weight > 0 && audit?.score != null && audit.score < 1) console.log(`  ${name}: ${audit.title} (${Math.round(audit.score * 100)})`);
      }
    }
    for (const [name, score] of points) expect.soft(score, name).toBeGreaterThanOrEqual(GOALS[name as keyof typeof GOALS]);
  } finally {
    server.close();
  }
});

/** The tables that benchmarks print: each figure beside the one of the state that was measured last. */

import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Where the figures go: `cargo xtask bench --save` makes them the ones to compare with. */
const OUT = process.env['BENCH_OUT'];
/** The figures to compare with. */
const PREVIOUS = process.env['BENCH_PREVIOUS'];

/** Figures by what was measured. */
type Figures = Record<string, number>;

/** Prints a table of what was measured, how much it was, and how much it may be; `Infinity` where nothing limits it. */
export function report(title: string, rows: [what: string, figure: number, limit: number][]): void {
  const previous = PREVIOUS && existsSync(PREVIOUS) ? (JSON.parse(readFileSync(PREVIOUS, 'utf8')) as Figures) : {};
  const number = (value: number | undefined) => (value === undefined || value === Infinity ? '–' : value.toFixed(Math.abs(value) < 10 ? 2 : 1)).padStart(10);
  const lines = rows.map(([what, figure, limit]) => {
    const name = `${title}: ${what}`;
    if (OUT) appendFileSync(OUT, `${JSON.stringify([name, Number(figure.toFixed(3))])}\n`);
    return `${what.padEnd(32)}${number(figure)}${number(previous[name])}${number(limit)}  ${limit === Infinity ? '' : figure <= limit ? 'ok' : 'TOO MUCH'}`.trimEnd();
  });
  const head = ['now', 'before', 'limit'].map((word) => word.padStart(10)).join('');
  console.log(['', title, `${''.padEnd(32)}${head}`, ...lines, ''].join('\n'));
}

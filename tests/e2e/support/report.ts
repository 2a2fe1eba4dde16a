/** The tables of benchmarks, which compare each figure with the saved one. */

import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The file for the figures. `cargo xtask bench --save` makes them the ones to compare with. */
const OUT = process.env['BENCH_OUT'];
/** The figures to compare with. */
const PREVIOUS = process.env['BENCH_PREVIOUS'];

/** The figures by their titles. */
type Figures = Record<string, number>;

/** Prints a table of figures with their limits; the limit `Infinity` means none. */
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

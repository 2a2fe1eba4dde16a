/** The examples in the documentation of the page API, with the results that they claim. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An example. */
export interface Example {
  /** The heading above it. */
  title: string;
  /** The lines with claims. */
  claims: Claim[];
  /** A script that runs the example, and returns the result of each claim as JSON. */
  script: string;
}

/** The claimed result of a line. */
export interface Claim {
  line: string;
  throws: boolean;
}

/** The result of a line, with the claimed one. */
export interface Outcome {
  expected: unknown;
  actual?: unknown;
  thrown?: unknown;
}

const CLAIM = /^(\s*)(\S.*?);?\s*\/\/ → (throws )?(.*)$/;

/** The examples in order. */
export function examples(): Example[] {
  const text = readFileSync(fileURLToPath(new URL('../../../docs/page-api.md', import.meta.url)), 'utf8');
  let title = '';
  return [...text.matchAll(/^#+ (.*)$|^```js\n([^]*?)^```$/gm)].flatMap(([, heading, code]) => {
    title = heading ?? title;
    return code === undefined ? [] : [example(title, code)];
  });
}

function example(title: string, code: string): Example {
  const claims: Claim[] = [];
  const lines = code.split('\n').map((line) => {
    const [, , expression, throws, expected] = CLAIM.exec(line) ?? [];
    if (expression === undefined) return line;
    claims.push({ line: line.trim(), throws: throws !== undefined });
    return `claim(() => (${expression}), (${expected}));`;
  });
  const script = `(async () => {
    const outcomes = [];
    const claim = (run, expected) => {
      try { outcomes.push({ expected, actual: run() }); }
      catch (error) { outcomes.push({ expected, thrown: { ...error, message: error.message } }); }
    };
    ${lines.join('\n')}
    return JSON.stringify(outcomes);
  })()`;
  return { title, claims, script };
}

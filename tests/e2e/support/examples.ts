/** The examples of the page API's documentation, and what their lines say that they come to. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An example. */
export interface Example {
  /** The heading that it stands under. */
  title: string;
  /** The lines that say what they come to. */
  claims: Claim[];
  /** A script that runs it, and answers with a JSON text of what each claim came to. */
  script: string;
}

/** What a line says that it comes to. */
export interface Claim {
  line: string;
  throws: boolean;
}

/** What a line came to, beside what it says. */
export interface Outcome {
  expected: unknown;
  actual?: unknown;
  thrown?: unknown;
}

const CLAIM = /^(\s*)(\S.*?);?\s*\/\/ → (throws )?(.*)$/;

/** Every example, in order. */
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

/** Errors that crash the page, errors that do not, and events after a crash. */

import { create, startDemo, visit } from './support/app.ts';
import { crash, expectStopped } from './support/crash.ts';
import { expect, test } from './support/test.ts';

test('a crashed page removes its listeners from the window', async ({ page, context, watch }) => {
  const TYPES = ['popstate', 'storage', 'keydown', 'pagehide'];
  // These listeners come before the program and tell that an event has arrived.
  await page.addInitScript((types) => {
    const arrived: string[] = [];
    Object.assign(window, { arrived });
    for (const type of types) addEventListener(type, () => arrived.push(type), true);
  }, TYPES);
  await startDemo(page);
  await visit(page, '#/people');
  await visit(page, '#/crash-test');
  // These come after it, so nothing that the program added before them is told either.
  await page.evaluate((types) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of types) addEventListener(type, () => heard.push(type));
    document.addEventListener('keydown', () => heard.push('keydown in the document'));
  }, TYPES);
  await crash(page, watch);

  const lists = (): Promise<{ arrived: string[]; heard: string[] }> =>
    page.evaluate(() => {
      const { arrived, heard } = window as unknown as { arrived: string[]; heard: string[] };
      return { arrived: [...new Set(arrived)].sort(), heard };
    });
  await page.evaluate(() => {
    const { arrived, heard } = window as unknown as { arrived: string[]; heard: string[] };
    arrived.length = heard.length = 0;
    dispatchEvent(new Event('pagehide'));
  });
  await page.keyboard.press('Shift');
  await page.goBack();
  const other = await context.newPage();
  await other.goto('./');
  await create(other, { name: 'Of another tab' });
  await expect.poll(async () => (await lists()).arrived).toEqual([...TYPES].sort());
  expect((await lists()).heard).toEqual([]);
});

test('errors of other scripts do not stop the page', async ({ page, watch }) => {
  watch.allow(/^uncaught: /);
  await startDemo(page);
  await page.evaluate(async () => {
    interface Api {
      subscribe(listener: () => unknown): () => void;
      do(action: object): unknown;
    }
    const { registrar } = window as unknown as { registrar: Api };
    const unreadable = new Error('an error that cannot be read');
    Object.defineProperty(unreadable, 'stack', { get: () => unreadable.message.repeat(-1) });
    const thrown: (() => unknown)[] = [
      () => Promise.reject('Object Not Found Matching Id:1'),
      ...[undefined, null, 7, Symbol('s'), Object.create(null), new Proxy({}, {})].map((reason) => () => Promise.reject(reason)),
      () => Promise.reject(new Error('rejected')),
      () => Promise.reject(unreadable),
      () => Promise.reject(Object.freeze(new Error('frozen'))),
      () => Promise.reject(new DOMException('declined', 'NotAllowedError')),
      // Refused by the program, and nobody catches it.
      () => registrar.do({ type: 'removePerson', person: 'nobody' }),
      () => Promise.resolve().then(() => registrar.do({ type: 'nothing of the kind' })),
      // Built-in functions are at the top of these stacks.
      () => JSON.parse('{'),
      () => [0].map(() => new Array(-1)),
      () => {
        throw unreadable;
      },
      () => {
        throw null;
      },
      () => {
        throw new Error('quoting:\n    at registrar-app', { cause: unreadable });
      },
      () => dispatchEvent(new Event('error')),
    ];
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { contentWindow } = frame as unknown as { contentWindow: { Error: ErrorConstructor } };
    thrown.push(() => Promise.reject(new contentWindow.Error('of another document')));
    for (const script of thrown) {
      await new Promise((done) => {
        setTimeout(done);
        setTimeout(script);
      });
    }
    // The program calls these: its frames are below theirs.
    registrar.subscribe(() => Promise.reject(new Error('of a listener')));
    registrar.subscribe(() => {
      queueMicrotask(() => {
        throw new Error('of a listener, later');
      });
    });
    registrar.do({ type: 'createRegistry', name: 'Made by a script' });
  });
  await create(page, { name: 'Made after that' });
});

/** Stacks of errors in several browsers, and whether the program threw them. `$` stands for the site's address. */
const STACKS: [isOurs: boolean, stack: string][] = [
  [true, 'RuntimeError: memory access out of bounds\n    at f (WASM:wasm-function[7]:0x1f)\n    at g (JS:1:20)\n    at $x.js:1:1'],
  [true, 'RuntimeError: unreachable\n    at WASM:wasm-function[7]:0x1f'],
  [true, 'RangeError: Maximum call stack size exceeded\n    at wasm://wasm/0a1b2c3d:wasm-function[7]:0x1f'],
  [true, 'RangeError: Maximum call stack size exceeded\n    at wasm://wasm/0a1b2c3d:wasm-function[7]:0x1f\n    at g (JS:1:20)'],
  [true, 'SyntaxError: Unexpected end of JSON input\n    at JSON.parse (<anonymous>)\n    at g (JS:1:20)'],
  [true, 'Error: quoting:\n    at $x.js:1:1\n    at g (JS:1:20)'],
  [true, 'f@WASM:wasm-function[7]:0x1f\ng@JS:1:20\n@$x.js:1:1\n'],
  [true, '<?>.wasm-function[7]@[wasm code]\n<?>.wasm-function[8]@[wasm code]\ng@JS:1:20'],
  [true, 'parse@[native code]\ng@JS:1:20'],
  [false, 'Error: x\n    at listener ($x.js:1:1)\n    at g (JS:1:20)\n    at f (WASM:wasm-function[7]:0x1f)'],
  [false, 'RuntimeError: unreachable\n    at $other.wasm:wasm-function[7]:0x1f\n    at $x.js:1:1'],
  [false, 'RuntimeError: unreachable\n    at wasm://wasm/0a1b2c3d:wasm-function[7]:0x1f\n    at $x.js:1:1'],
  [false, 'Error: x\n    at <anonymous>:1:7\n    at g (JS:1:20)'],
  [false, 'Error: x\n    at eval (eval at evaluate (:1:1), <anonymous>:1:1)\n    at g (JS:1:20)'],
  [false, 'Error: x\n    at chrome-extension://abc/content.js:1:1\n    at g (JS:1:20)'],
  [false, 'Error: quoting:\n    at g (JS:1:20)\n    at $x.js:1:1'],
  [false, 'listener@$x.js:1:1\ng@JS:1:20\n'],
  [false, '@debugger eval code:1:7\ng@JS:1:20\n'],
  [false, 'global code\n'],
  [false, ''],
];

test('the top stack frame decides whether an error is a crash', async ({ page }) => {
  await startDemo(page);
  const counted = await page.evaluate((stacks) => {
    const { dataset } = document.querySelector<HTMLElement>('script[data-wasm]') as HTMLElement;
    const address = (name: string) => new URL(dataset[name] ?? '', document.baseURI).href;
    const diagnostics = () => document.getElementById('crash-diagnostics')?.textContent ?? '';
    return stacks.map(([, stack]) => {
      const written = stack.replaceAll('WASM', address('wasm')).replaceAll('JS:', `${address('js')}:`).replaceAll('$', document.baseURI.split('#')[0] ?? '');
      const quoted = /^\w+: (quoting:\n.*)/.exec(written)?.[1] ?? 'x';
      return ['error', 'unhandledrejection'].map((type) => {
        const error = Object.assign(new Error(quoted), { stack: written });
        const before = diagnostics();
        if (type === 'error') dispatchEvent(new ErrorEvent(type, { error, message: 'x', filename: 'x.js' }));
        else dispatchEvent(new PromiseRejectionEvent(type, { reason: error, promise: Promise.resolve() }));
        return diagnostics() !== before;
      });
    });
  }, STACKS);
  expect(counted.map((both, index) => [both, STACKS[index]?.[1]])).toEqual(STACKS.map(([isOurs, stack]) => [[isOurs, isOurs], stack]));
});

test('an error without a stack is a crash if the browser reports the module as its source', async ({ page }) => {
  await startDemo(page);
  const isStopped = (filename: string): Promise<boolean> =>
    page.evaluate((filename) => {
      dispatchEvent(new ErrorEvent('error', { error: null, message: 'x', filename }));
      return 'crashed' in document.documentElement.dataset;
    }, filename);
  expect(await isStopped('')).toBe(false);
  expect(await isStopped(new URL('x.js', page.url()).href)).toBe(false);
  const module = await page.evaluate(() => document.querySelector<HTMLElement>('script[data-wasm]')?.dataset['wasm'] ?? '');
  expect(await isStopped(new URL(module, page.url()).href)).toBe(true);
  await expectStopped(page);
});

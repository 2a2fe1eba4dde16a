/** A program that stopped: nothing is written any more, the data can be taken home, and a reload brings all back. */

import type { Page } from '@playwright/test';
import {
  create,
  createDialog,
  DEMO_REGISTRIES,
  expectLanding,
  fill,
  link,
  names,
  openCreate,
  startDemo,
  startEmpty,
  visit,
} from './support/app.ts';
import { downloaded, snapshot, valuesOf, workspace } from './support/storage.ts';
import { expect, test, Watch } from './support/test.ts';

const STOPPED = 'Registrar has stopped';

async function crash(page: Page, watch: Watch): Promise<void> {
  watch.allow(/unreachable|crashed on purpose/);
  await visit(page, '#/crash-test');
  await page.getByRole('button', { name: 'Crash now' }).click();
  await expectStopped(page);
}

/** The program is called deeper and deeper, until its stack is exhausted: it stops without a panic. */
async function exhaust(page: Page, watch: Watch): Promise<void> {
  watch.allow(/Maximum call stack size exceeded/);
  await page.evaluate(() => {
    const { registrar } = window as unknown as { registrar: { account(): unknown } };
    setTimeout(function dive() {
      registrar.account();
      dive();
    });
  });
  await expectStopped(page);
}

async function expectStopped(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: STOPPED })).toBeVisible();
  await expect(page).toHaveTitle(STOPPED);
}

/** Clicks, submits and types wherever the stopped page could still be reached by a script or a stray event. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    const app = document.getElementById('app');
    for (const form of app?.querySelectorAll('form') ?? []) form.requestSubmit();
    for (const field of app?.querySelectorAll('input, textarea, select') ?? []) {
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
    for (const element of app?.querySelectorAll('button, a, [role=option]') ?? []) (element as HTMLElement).click();
  });
}

test('a crash shows the crash screen, and nothing is written any more', async ({ page, watch }) => {
  await startDemo(page);
  await create(page, { name: 'Before the crash', types: ['model'] });
  await crash(page, watch);
  await expect(page.getByRole('heading', { level: 1, name: STOPPED })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Start without data' })).toBeHidden();

  const before = await snapshot(page);
  await touchEverything(page);
  await visit(page, '#/create-registry');
  await touchEverything(page);
  await page.goBack();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: STOPPED })).toBeVisible();
  expect(await snapshot(page)).toEqual(before);

  await page.getByRole('button', { name: 'Reload' }).click();
  await visit(page, '#/');
  await expect(link(page, 'Before the crash')).toBeVisible();
  await expect(names(page)).toHaveText(['Before the crash', ...DEMO_REGISTRIES]);
  await create(page, { name: 'After the crash' });
});

test('a crash with a form open writes nothing of it, and the form is there after the reload', async ({ page, watch }) => {
  await startDemo(page);
  await fill(await openCreate(page), { name: 'Half done', description: 'Not yet.', types: ['model'] });
  const before = await snapshot(page);
  await exhaust(page, watch);
  await page.keyboard.press('Enter');
  await page.getByText('Diagnostics', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Diagnostics' })).toContainText('Maximum call stack size exceeded');
  expect(await snapshot(page)).toEqual(before);

  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await page.getByRole('button', { name: 'Reload' }).click();
  const dialog = createDialog(page);
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Half done');
  await expect(dialog.getByLabel('Description')).toHaveValue('Not yet.');
  await expect(dialog.getByRole('list', { name: 'Types that were added' })).toHaveText('model');
  expect(asked).toEqual([]);
});

test('a stopped program hears nothing of the window any more', async ({ page, context, watch }) => {
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

test('errors of other scripts stop nothing', async ({ page, watch }) => {
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

/** What browsers write as the stack of an error, and whether the program threw it. `$` stands for the site's address. */
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

test('the frame at the top of the stack says whether the program failed', async ({ page }) => {
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

test('an error without a stack is the program\'s if the browser says that it came from there', async ({ page }) => {
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

test('a stopped program writes nothing, even where a script presses everything in it', async ({ page, watch }) => {
  await startDemo(page);
  await fill(await openCreate(page), { name: 'Half done' });
  const before = await snapshot(page);
  await exhaust(page, watch);
  await touchEverything(page);
  expect(await snapshot(page)).toEqual(before);
});

test('the crash screen gives the data as a file that brings the organization back elsewhere', async ({
  page,
  watch,
  browser,
  baseURL,
}) => {
  await startDemo(page);
  await create(page, { name: '사라지지 않는 모델', description: 'é\n"<b>"', visibility: 'Restricted', types: ['model'] });
  await crash(page, watch);
  const { path, archive } = await downloaded(page, () => page.getByRole('button', { name: 'Download my data' }).click());
  const stored = valuesOf(await snapshot(page), await workspace(page));
  expect(archive).toMatchObject({ format: 'registrar', version: 1, workspace: await workspace(page) });
  expect(archive.values).toEqual(stored);
  await expect(page.getByRole('status').filter({ hasText: 'handed to the browser' })).toBeVisible();

  const elsewhere = await browser.newContext();
  const watchElsewhere = await Watch.over(elsewhere, baseURL ?? '');
  const empty = await elsewhere.newPage();
  await empty.goto(baseURL ?? '');
  await empty.getByLabel('Downloaded file').setInputFiles(path);
  await expectLanding(empty);
  await expect(names(empty)).toHaveText(['사라지지 않는 모델', ...DEMO_REGISTRIES]);
  expect(valuesOf(await snapshot(empty), await workspace(empty))).toEqual(stored);
  await empty.reload();
  await expect(names(empty)).toHaveText(['사라지지 않는 모델', ...DEMO_REGISTRIES]);
  await create(empty, { name: 'And on' });
  expect(watchElsewhere.problems).toEqual([]);
  await elsewhere.close();
});

test('a second crash in a row offers to start without data, and that loses none', async ({ page, watch }) => {
  await startDemo(page);
  await crash(page, watch);
  await page.getByRole('button', { name: 'Reload' }).click();
  await crash(page, watch);
  const before = await snapshot(page);
  await page.getByRole('button', { name: 'Start without data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Registrar' })).toBeVisible();
  expect(await snapshot(page)).toEqual({ ...before, 'registrar:current:/': 'none' });
  await page.getByRole('button', { name: 'Open Lighthouse Labs' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  expect(await snapshot(page)).toEqual(before);
});

test('crashes with something done between them are not in a row', async ({ page, watch }) => {
  await startDemo(page);
  await crash(page, watch);
  await page.getByRole('button', { name: 'Reload' }).click();
  await visit(page, '#/');
  await create(page, { name: 'All is well' });
  await crash(page, watch);
  await expect(page.getByRole('button', { name: 'Start without data' })).toBeHidden();
});

for (const part of ['*.wasm', 'registrar-app-*.js']) {
  test(`a failed load of ${part} reveals the crash screen, and touches nothing`, async ({ page, watch }) => {
    await startDemo(page);
    const before = await snapshot(page);
    watch.allow(/Failed to load resource|Failed to fetch|net::ERR_FAILED/);
    await page.route(`**/${part}`, (route) => route.abort());
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Registrar could not be loaded' })).toBeVisible();
    expect(await snapshot(page)).toEqual(before);
    const { archive } = await downloaded(page, () => page.getByRole('button', { name: 'Download my data' }).click());
    expect(archive.values).toEqual(valuesOf(before, await workspace(page)));
    await page.unroute(`**/${part}`);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  });
}

/** What can arrive instead of the module, and what the diagnostics then say. */
const DAMAGED: [kind: string, damage: (module: Buffer) => Buffer, diagnostics: string][] = [
  ['cut off', (module) => module.subarray(0, module.length / 2), 'extends past end of the module'],
  ['damaged at its beginning', (module) => Buffer.concat([module.subarray(0, 8), Buffer.from([0x7f]), module.subarray(9)]), 'unknown section code'],
  ['another file', () => Buffer.from('<!doctype html><title>Welcome</title>'), 'expected magic word'],
];

for (const [kind, damage, diagnostics] of DAMAGED) {
  test(`a module that is ${kind} reveals the crash screen, and touches nothing`, async ({ page }) => {
    await startDemo(page);
    const before = await snapshot(page);
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: damage(await response.body()) });
    });
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Registrar could not be loaded' })).toBeVisible();
    await page.getByText('Diagnostics', { exact: true }).click();
    await expect(page.getByRole('region', { name: 'Diagnostics' })).toContainText(diagnostics);
    expect(await snapshot(page)).toEqual(before);
    await page.unroute('**/*.wasm');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  });
}

test('starting over keeps the earlier organization until it is deleted by name', async ({ page }) => {
  await page.goto('./');
  await startEmpty(page, 'Njeri Lab');
  await create(page, { name: 'Kept for later' });
  const lab = await workspace(page);
  const before = valuesOf(await snapshot(page), lab);

  await page.getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('link', { name: 'Start over' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Start over' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The organization that is open now is kept');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  expect(valuesOf(await snapshot(page), lab)).toEqual(before);

  // Open it again: now the other one is the earlier.
  await page.getByRole('link', { name: 'Your data' }).click();
  const earlier = page.getByRole('region', { name: 'Earlier organizations' });
  await earlier.getByRole('button', { name: 'Open Njeri Lab' }).click();
  await expect(names(page)).toHaveText(['Kept for later']);
  await page.getByRole('link', { name: 'Your data' }).click();
  const { archive } = await downloaded(page, () =>
    earlier.getByRole('button', { name: 'Download Lighthouse Labs' }).click(),
  );
  expect(Object.keys(archive.values).length).toBeGreaterThan(10);

  // Deleting asks for the name, and takes nothing else.
  await earlier.getByRole('button', { name: 'Delete Lighthouse Labs' }).click();
  const field = earlier.getByLabel('Name of the organization');
  await field.fill('Lighthouse');
  await earlier.getByRole('button', { name: 'Delete for good' }).click();
  await expect(field).toHaveAccessibleDescription(/This is not the name. Nothing was deleted./);
  await earlier.getByRole('button', { name: 'Keep it' }).click();
  await expect(field).toHaveCount(0);
  await earlier.getByRole('button', { name: 'Delete Lighthouse Labs' }).click();
  await field.fill('Lighthouse Labs');
  await earlier.getByRole('button', { name: 'Delete for good' }).click();
  await expect(earlier).toContainText('None.');
  expect(valuesOf(await snapshot(page), archive.workspace)).toEqual({});
  expect(valuesOf(await snapshot(page), lab)).toEqual(before);
});

test('a file that is none of ours is refused, and changes nothing', async ({ page }) => {
  await startDemo(page);
  await visit(page, '#/data');
  const before = await snapshot(page);
  const field = page.getByLabel('Downloaded file');
  for (const [text, reason] of [
    ['', 'This file was not written by Registrar, or is damaged.'],
    ['{"format":"registrar","version":1,"values":', 'This file was not written by Registrar, or is damaged.'],
    ['{"format":"other","version":1,"values":{}}', 'This file was not written by Registrar, or is damaged.'],
    ['{"format":"registrar","version":2,"packed":""}', 'A newer version of Registrar wrote this file.'],
    ['{"format":"registrar","version":1,"workspace":"","values":{}}', 'This file holds no records.'],
  ] as const) {
    await field.setInputFiles({ name: 'registrar.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible();
    expect(await snapshot(page)).toEqual(before);
  }
});

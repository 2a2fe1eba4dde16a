/**
 * Hostile and odd input: over three hundred texts in every field, address and file. None is executed or lost, and
 * none makes the page wider than a window of 320 px.
 */

import type { Page } from '@playwright/test';
import type { Action, Registrar } from '../../src/scripting/registrar.d.ts';
import { DEMO_REGISTRIES, expectLanding, names, startDemo, visit } from './support/app.ts';
import { addressOf, FILLED, LOGGED, perform } from './support/collections.ts';
import { expectUnharmed, type Field, tryAll } from './support/fields.ts';
import { HOSTILE, isWellFormed } from './support/hostile.ts';
import { api } from './support/script.ts';
import { put, recordOf, snapshot } from './support/storage.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 320, height: 640 } });

/** The id of a registry of the demo organization. */
async function idOf(page: Page, name: string): Promise<string> {
  return page.evaluate((name) => {
    const { registrar } = window as unknown as { registrar: Registrar };
    return registrar.view()?.registries.find((registry) => registry.name === name)?.id ?? '';
  }, name);
}

/** The texts that a rule accepts. */
async function accepted(page: Page, action: (text: string) => Action): Promise<string[]> {
  const actions = HOSTILE.filter(isWellFormed).map((text) => [text, action(text)] as const);
  return page.evaluate((actions) => {
    const { registrar } = window as unknown as { registrar: Registrar };
    return actions.filter(([, action]) => registrar.check(action).ok).map(([text]) => text);
  }, actions);
}

/** The page still works. */
async function expectWorking(page: Page): Promise<void> {
  await visit(page, '#/about');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About Registrar');
}

test('there are over three hundred hostile texts', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
});

test.describe('in the field', () => {
  test.slow();

  const SEARCHES: [what: string, field: Field][] = [
    ['that filters registries', { hash: '#/', at: '#filter' }],
    ['that filters people', { hash: '#/people', at: '#people-filter' }],
    ['that filters the history', { hash: '#/history', at: '#history-find' }],
    ['of a checkpoint', { hash: '#/history', at: '#checkpoint-name' }],
    ['that says what the history is about', { hash: '#/history', press: ['#history-about'], at: '#history-about' }],
    ['that searches', { hash: '#/', at: '#search' }],
    ['that filters projects', { hash: '#/projects', at: '#filter-projects' }],
    ['that says who is acting', { hash: '#/', press: ['#acting-as'], at: '#acting-as' }],
  ];
  for (const [what, field] of SEARCHES) {
    test(what, async ({ page }) => {
      await startDemo(page);
      await visit(page, field.hash);
      await tryAll(page, field, HOSTILE);
      await page.reload();
      await expectWorking(page);
    });
  }

  test('of the dialog that creates a registry', async ({ page }) => {
    await startDemo(page);
    await api(page);
    const outcome = await tryAll(
      page,
      {
        hash: '#/create-registry',
        choose: ['#registry-accepts', 'some'],
        at: '#registry-name',
        beside: ['#registry-description', '#registry-add-type'],
        submit: 2,
      },
      HOSTILE,
    );
    expect(Math.min(outcome.taken.length, outcome.refused)).toBeGreaterThan(50);
    await expectStored(page, outcome.taken);
    await expectWorking(page);
  });

  test('of the settings of a registry', async ({ page }) => {
    await startDemo(page);
    await api(page);
    const settings = `#/registry/${await idOf(page, 'Playground')}/settings`;
    const outcome = await tryAll(
      page,
      { hash: settings, at: '#settings-name', beside: ['#settings-description'], submit: 4 },
      HOSTILE,
    );
    expect(Math.min(outcome.refused, outcome.taken.length)).toBeGreaterThan(20);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await tryAll(
      page,
      { hash: settings, choose: ['#settings-accepts', 'some'], at: '#settings-add-type', submit: 4 },
      HOSTILE,
    );
    await expectWorking(page);
  });

  test('that adds members', async ({ page }) => {
    await startDemo(page);
    await api(page);
    const hash = `#/registry/${await idOf(page, 'Playground')}/settings/add-member`;
    const outcome = await tryAll(page, { hash, at: '#settings-member', submit: 1 }, HOSTILE);
    expect(outcome.refused).toBeGreaterThan(300);
    await expectWorking(page);
  });

  test('of the dialog that creates a collection', async ({ page }) => {
    await startDemo(page);
    await api(page);
    const registry = await idOf(page, 'Playground');
    const outcome = await tryAll(
      page,
      {
        hash: `#/registry/${registry}/create-collection`,
        at: '#collection-name',
        beside: ['#collection-type', '#collection-description', '#collection-tags'],
        submit: 2,
      },
      HOSTILE,
    );
    expect(Math.min(outcome.taken.length, outcome.refused)).toBeGreaterThan(10);
    await page.evaluate(() => sessionStorage.clear());
    await expectWorking(page);
    await visit(page, `#/registry/${registry}`);
    await tryAll(page, { hash: `#/registry/${registry}`, at: '#collections-filter' }, HOSTILE);
    await expectWorking(page);
  });

  const IN_COLLECTIONS: [what: string, at: string, field: Omit<Field, 'hash'>][] = [
    ['that links a version', '/link', { at: '#link-aliases' }],
    ['that describes a collection', '', { press: ['#description-edit'], at: '#description-text', submit: 4 }],
    ['that adds tags', '', { press: ['#tags-add'], at: '#tags-new' }],
    ['that adds an alias', '/v0', { press: ['#aliases-add'], at: '#aliases-new' }],
    ['that searches metadata', '/v0?tab=metadata', { at: '#metadata-filter' }],
    ['that filters files', '/v0?tab=files', { at: '#files-filter' }],
    ['that filters metrics', '/metrics', { at: '#metrics-filter' }],
    ['that tags several versions', '', { press: ['.row-select'], at: '#bulk-text' }],
  ];
  for (const [what, at, field] of IN_COLLECTIONS) {
    test(what, async ({ page }) => {
      await startDemo(page);
      await perform(page, 'ada.okafor', ...FILLED);
      const hash = (await addressOf(page, 'Models', 'zoo')) + at;
      // The page before it has rows to select as well.
      await visit(page, hash);
      await tryAll(page, { hash, ...field }, HOSTILE);
      await page.evaluate(() => sessionStorage.clear());
      await expectWorking(page);
    });
  }

  const IN_PROJECTS: [what: string, at: string, field: Omit<Field, 'hash'>][] = [
    ['that links a version to a registry', '/link', { at: '#target-collection', beside: ['#target-aliases'] }],
    ['that describes a version', '', { press: ['#description-edit'], at: '#description-text', submit: 4 }],
    ['that changes metadata', '?show=metadata', { press: ['#metadata-edit'], at: '#metadata-text', submit: 4 }],
    ['that adds an alias to a version', '', { press: ['#aliases-add'], at: '#aliases-new' }],
  ];
  for (const [what, at, field] of IN_PROJECTS) {
    test(what, async ({ page }) => {
      await startDemo(page);
      await perform(page, 'ada.okafor', ...LOGGED);
      const hash = await page.evaluate(() => {
        const { registrar } = window as unknown as { registrar: Registrar };
        return `#/version/${registrar.version('platform/training/ranker:v0').id}`;
      });
      await tryAll(page, { hash: hash + at, ...field }, HOSTILE);
      await page.evaluate(() => sessionStorage.clear());
      await expectWorking(page);
    });
  }

  test('that confirms a deletion', async ({ page }) => {
    await startDemo(page);
    await api(page);
    const hash = `#/registry/${await idOf(page, 'Playground')}/settings`;
    const field = { hash, press: ['main .button-danger'], at: '#confirm-typed', submit: 1 };
    const outcome = await tryAll(page, field, HOSTILE);
    expect(outcome.taken).toEqual([]);
    await page.keyboard.press('Escape');
    await visit(page, '#/');
    await expect(names(page)).toHaveText(DEMO_REGISTRIES);
  });

  const ENTRIES: [what: string, field: Field][] = [
    ['of a person', { hash: '#/people?open=add', at: '#entry-name', beside: ['#entry-username', '#entry-email'], submit: 1 }],
    ['of a service account', { hash: '#/people?show=service-accounts&open=add', at: '#entry-name', submit: 2 }],
    ['of a team', { hash: '#/people?show=teams&open=add', at: '#entry-name', submit: 2 }],
    ['that adds to a team', { hash: '#/people?show=teams', press: ['.team button'], at: '#join-names', submit: 1 }],
    ['of the organization’s settings', { hash: '#/people?show=organization', at: '#organization-name', submit: 1 }],
    ['of a project', { hash: '#/projects?open=create', at: '#project-name', submit: 2 }],
    ['of the import', { hash: '#/people?show=import', at: '#import-list', submit: 1 }],
    [
      'of an organization’s beginning',
      { hash: '#/start/empty', at: '#organization-name', beside: ['#your-name', '#username', '#email'], submit: 1 },
    ],
  ];
  for (const [what, field] of ENTRIES) {
    test(what, async ({ page }) => {
      await startDemo(page);
      await tryAll(page, field, HOSTILE);
      await page.evaluate(() => sessionStorage.clear());
      await expectWorking(page);
    });
  }
});

test('in the fields that log an artifact', async ({ page }) => {
  test.slow();
  await startDemo(page);
  await visit(page, '#/projects?open=create');
  await page.getByRole('dialog').getByLabel('Name').fill('hostile');
  await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'hostile' })).toBeVisible();
  const hash = `${new URL(page.url()).hash}/log`;
  const beside = ['type', 'description', 'metadata', 'tags', 'aliases', 'run', 'inputs', 'by-hand'].map((name) => `#log-${name}`);
  const outcome = await tryAll(page, { hash, at: '#log-name', beside, submit: 3 }, HOSTILE);
  expect(outcome.taken).toEqual([]);
  await page.evaluate(() => sessionStorage.clear());
  await expectWorking(page);
});

/** The accepted texts are stored in their prepared form, and shown on cards. */
async function expectStored(page: Page, taken: string[]): Promise<void> {
  const lost = await page.evaluate((taken) => {
    const { registrar } = window as unknown as { registrar: Registrar };
    const registries = registrar.view()?.registries ?? [];
    // The rules trim more than JavaScript does: U+0085, and invisible characters.
    const outer = '[\\p{White_Space}\\p{Default_Ignorable_Code_Point}]+';
    const prepared = (text: string) => text.replace(new RegExp(`^${outer}|${outer}$`, 'gu'), '').normalize('NFC');
    return taken.flatMap((text) => {
      const bare = document.createElement('input');
      bare.value = text;
      const area = document.createElement('textarea');
      area.value = text;
      const wellFormed = (text: string) => (text as string & { toWellFormed(): string }).toWellFormed();
      const found = registries.find(({ name }) => name === prepared(wellFormed(bare.value)));
      return found?.description === prepared(wellFormed(area.value)) ? [] : [{ text, found: found?.description }];
    });
  }, taken);
  expect(lost).toEqual([]);
}

/** Shows the addresses one after another, and returns the problems. */
async function walkThrough(page: Page, places: { hash: string; shows: string | null }[]): Promise<string[]> {
  return page.evaluate(async (places) => {
    const problems: string[] = [];
    const root = document.documentElement;
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    for (const { hash, shows } of places) {
      location.hash = hash;
      // The page announces the address in a timer of its own. Until then the page before it is there, with a heading as well.
      for (let turns = 0; turns < 2; turns += 1) await turn();
      const isThere = () =>
        shows === null
          ? document.querySelector('h1')?.textContent
          : [...document.querySelectorAll('main bdi')].some((element) => element.textContent === shows);
      for (let turns = 0; turns < 200 && !isThere(); turns += 1) await turn();
      if (!isThere()) problems.push(`${hash}: ${JSON.stringify(shows?.slice(0, 60))} is not there`);
      const over = root.scrollWidth - root.clientWidth;
      if (over <= 0) continue;
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.table-scroll, svg'),
      );
      problems.push(`${hash}: ${over} px wider with ${JSON.stringify(shows?.slice(0, 40))}, ${wide.at(-1)?.outerHTML.slice(0, 200)}`);
    }
    return problems;
  }, places);
}

test('accepted hostile texts are shown unchanged everywhere', async ({ page }) => {
  test.slow();
  await startDemo(page);
  await api(page);
  const named = await accepted(page, (text) => ({ type: 'createRegistry', name: text, description: text }));
  const typed = await accepted(page, (text) => ({ type: 'createRegistry', name: 'Typed', types: text }));
  const called = await accepted(page, (text) => ({ type: 'addPerson', name: text, username: 'x', email: 'x@y' }));
  expect(Math.min(named.length, typed.length, called.length)).toBeGreaterThan(150);
  const places = await page.evaluate(
    ({ named, typed, called }) => {
      const { registrar } = window as unknown as { registrar: Registrar };
      const places: { hash: string; shows: string }[] = [];
      const people = called.map((name, nth) => ({ type: 'addPerson' as const, name, username: `p${nth}`, email: `p${nth}@y` }));
      for (const { kind, id, action } of registrar.do(people).made) {
        const shows = registrar.view()?.people.find((person) => person.id === id)?.name ?? called[action] ?? '';
        if (kind === 'person' && action % 4 === 0) places.push({ hash: `#/people/${id}`, shows });
      }
      registrar.do({ type: 'createRegistry', name: 'Every type', types: typed });
      for (const [nth, name] of named.entries()) {
        // Of two texts that differ only in invisible characters, the first counts.
        if (!registrar.check({ type: 'createRegistry', name }).ok) continue;
        const types = typed[nth % typed.length] ?? 'model';
        const { made } = registrar.do([
          { type: 'createRegistry', name, description: name, types },
          { type: 'addMembers', registry: name, members: [`p${nth % people.length}`] },
          { type: 'renameOrganization', name: called[nth % called.length] ?? 'x' },
        ]);
        const id = made[0]?.id ?? '';
        const shows = registrar.view()?.registries.find((registry) => registry.id === id)?.name ?? name;
        places.push({ hash: `#/registry/${id}`, shows });
        if (nth % 12 === 0) places.push({ hash: `#/registry/${id}/settings`, shows: `Settings of ${shows}` });
      }
      const every = registrar.view()?.registries.find(({ name }) => name === 'Every type')?.id;
      places.push({ hash: `#/registry/${every}`, shows: 'Every type' }, { hash: `#/registry/${every}/settings`, shows: 'Settings of Every type' });
      return places;
    },
    { named, typed, called },
  );
  expect(places.length).toBeGreaterThan(250);
  const lists = ['#/', '#/?sort=name', '#/people', '#/people?show=teams', '#/data', '#/start'].map((hash) => ({ hash, shows: null }));
  expect(await walkThrough(page, [...places, ...lists])).toEqual([]);
  await expectUnharmed(page);
  const before = await snapshot(page);
  await page.reload();
  await expect(page.locator('#page-title')).toBeVisible();
  expect(await snapshot(page)).toEqual(before);
});

test.describe('in the address', () => {
  test('behind its #, whatever place it speaks of', async ({ page }) => {
    test.slow();
    await startDemo(page);
    await api(page);
    const id = await idOf(page, 'Playground');
    const encoded = HOSTILE.filter((text) => isWellFormed(text) && text.length < 2000);
    const shapes = [
      (text: string) => text,
      (text: string) => `#/${text}`,
      (text: string) => `#/registry/${text}`,
      (text: string) => `#/registry/${text}/settings`,
      (text: string) => `#/registry/${id}/${text}`,
      (text: string) => `#/people/${text}`,
      (text: string) => `#/people?show=${text}`,
      (text: string) => `#/people?find=${text}`,
      (text: string) => `#/people?show=teams&all=${text}&id=${text}`,
      (text: string) => `#/people?open=edit&id=${text}&to=${text}`,
      (text: string) => `#/people?open=${text}&id=${text}`,
      (text: string) => `#/people?filter=${text}`,
      (text: string) => `#/?filter=${text}&sort=${text}`,
      (text: string) => `#/?${text}`,
      (text: string) => `#/create-registry?type=${text}&filter=${text}`,
    ];
    // Verbatim, and encoded as in a link.
    const hashes = encoded.flatMap((text, nth) => {
      const shape = (at: number) => shapes[(nth + at) % shapes.length] ?? String;
      return [shape(0)(text), shape(5)(encodeURIComponent(text)), shape(10)(encodeURIComponent(text))];
    });
    expect(await walkThrough(page, hashes.map((hash) => ({ hash, shows: null })))).toEqual([]);
    await expectUnharmed(page);
    await expectWorking(page);
  });

  test('when the page is opened with it', async ({ page }) => {
    await startDemo(page);
    const before = await snapshot(page);
    const texts = HOSTILE.filter((text) => isWellFormed(text) && text.length < 300).filter((_, nth) => nth % 12 === 0);
    for (const [nth, text] of texts.entries()) {
      const part = encodeURIComponent(text);
      await page.goto(nth % 2 ? `./?as=${part}&lang=${part}&type=${part}#/${part}` : `./?${part}=${part}#/?filter=${part}`);
      await expect(page.locator('#page-title'), text).toBeVisible();
    }
    await expectUnharmed(page);
    expect(await snapshot(page)).toEqual(before);
  });
});

/** Every nth text, where each takes a new page. */
function some(every: number, from = 0): string[] {
  return HOSTILE.filter((text) => isWellFormed(text) && text.length < 5000).filter((_, nth) => nth % every === from);
}

test.describe('in what is stored', () => {
  test('under the keys of local storage', async ({ page }) => {
    await startDemo(page);
    const { key } = await recordOf(page, 'create_registry', 'Evaluation Sets');
    for (const [nth, text] of some(24, 5).entries()) {
      await put(page, 'registrar:prefs', text);
      await put(page, key, text);
      if (nth % 3 === 0) await put(page, `registrar:${text}`, text);
      const before = await snapshot(page);
      await page.reload();
      await expect(names(page), text).toHaveText(DEMO_REGISTRIES.filter((name) => name !== 'Evaluation Sets'));
      await expect(page.getByText('1 stored record is damaged')).toBeVisible();
      expect(await snapshot(page)).toEqual(before);
    }
    await visit(page, '#/data');
    await expect(page.getByRole('region', { name: 'What could not be read' })).toBeVisible();
    await expectUnharmed(page);
  });

  test('as drafts of this tab, and as who acts in it', async ({ page }) => {
    await startDemo(page);
    await api(page);
    const settings = `#/registry/${await idOf(page, 'Playground')}/settings`;
    const forms: [hash: string, at: string][] = [
      ['#/create-registry', '#registry-name'],
      [settings, '#settings-name'],
      [`${settings}/add-member`, '#settings-member'],
      ['#/people?open=add', '#entry-name'],
      ['#/people?show=teams&open=add', '#entry-name'],
      ['#/people?show=organization', '#organization-name'],
      ['#/people?show=import', '#import-list'],
      ['#/start/empty', '#your-name'],
    ];
    const problems = await page.evaluate(
      async ({ forms, texts }) => {
        const problems: string[] = [];
        const turn = () => new Promise((resolve) => setTimeout(resolve));
        const come = async ([hash, at]: [string, string]) => {
          location.hash = '#/about';
          for (let turns = 0; turns < 100 && document.querySelector(at); turns += 1) await turn();
          location.hash = hash;
          for (let turns = 0; turns < 100 && !document.querySelector(at); turns += 1) await turn();
          return document.querySelector<HTMLInputElement>(at);
        };
        for (const form of forms) {
          const input = await come(form);
          if (!input) return [`${form[0]} does not come`];
          input.value = 'a draft';
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        const keys = Object.keys(sessionStorage).filter((key) => key.startsWith('registrar:'));
        if (keys.length < forms.length) problems.push(`only ${keys.join()} are kept`);
        for (const [nth, text] of texts.entries()) {
          for (const key of keys) sessionStorage.setItem(key, nth % 2 ? text : JSON.stringify(text));
          const form = forms[nth % forms.length] as [string, string];
          const input = await come(form);
          if (!input) problems.push(`${form[0]} does not come with ${JSON.stringify(text)}`);
        }
        return problems;
      },
      { forms, texts: some(2) },
    );
    expect(problems).toEqual([]);
    await expectUnharmed(page);
    for (const text of ['{"__proto__":1}', '"nobody"', '7', '\u0000']) {
      await page.evaluate((text) => {
        for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text);
      }, text);
      await page.goto('./#/');
      await page.reload();
      await expectLanding(page);
      await expect(page.getByRole('combobox', { name: 'Acting as' })).toHaveValue('Ada Okafor');
    }
  });
});

test.describe('in a file', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const LIST = 'kind,name,username,email,role,teams\n';
  const FILES: [what: string, bytes: Buffer][] = [
    ['nothing', Buffer.alloc(0)],
    ['a byte order mark alone', Buffer.from('\ufeff')],
    ['UTF-16, little end first', utf16(`${LIST}person,A,a,a@b,,\n`)],
    ['UTF-16, big end first', utf16(`${LIST}person,A,a,a@b,,\n`).swap16()],
    ['zeros', Buffer.alloc(1000)],
    ['every byte', Buffer.from(Array.from({ length: 4096 }, (_, nth) => nth % 256))],
    ['half a character', Buffer.concat([Buffer.from(LIST), Buffer.from([0xed, 0xa0, 0x80])])],
    ['a line of five million letters', Buffer.alloc(5_000_000, 'x')],
    ['a million quotes', Buffer.alloc(1_000_000, '"')],
    ['a million commas', Buffer.alloc(1_000_000, ',')],
    ['a million brackets', Buffer.alloc(1_000_000, '[')],
    ['line ends alone', Buffer.alloc(10_000, '\r\n')],
    ['zeros in a name', Buffer.from(`${LIST}person,A\0B,a,a@b,,\n`)],
    ['an archive of something else', Buffer.from('{"format":"registrar","version":1,"workspace":{},"values":[1,2]}')],
    ['an archive of nothing', Buffer.from('{"format":"registrar","version":1,"workspace":"a","exported":1e999,"values":{"__proto__":"x"}}')],
  ];

  for (const [what, hash, at] of [
    ['of people', '#/people?show=import', 'CSV file'],
    ['of an organization', '#/data', 'Downloaded file'],
  ] as const) {
    test(`${what}, of any kind`, async ({ page }) => {
      await startDemo(page);
      await visit(page, hash);
      const before = await snapshot(page);
      for (const [kind, buffer] of FILES) {
        await test.step(kind, async () => {
          await page.getByLabel(at).setInputFiles({ name: '<b>\u202e.csv', mimeType: 'text/csv', buffer });
          await expect(page.locator('main :is(.error-summary, .problem > span:not(:empty), .import-preview)').first()).toBeVisible();
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        });
      }
      expect(await snapshot(page)).toEqual(before);
      await expectWorking(page);
      await expectUnharmed(page);
    });

    test(`${what}, with every text`, async ({ page }) => {
      await startDemo(page);
      await visit(page, hash);
      await page.getByLabel(at).waitFor();
      const before = await snapshot(page);
      const silent = await page.evaluate(
        async ({ hash, texts }) => {
          const silent: string[] = [];
          const turn = () => new Promise((resolve) => setTimeout(resolve));
          const fault = () => document.querySelector('main :is(.error-summary, .problem > span:not(:empty))');
          for (const text of texts) {
            const input = document.querySelector<HTMLInputElement>('main input[type=file]');
            const files = new DataTransfer();
            files.items.add(new File([text], text));
            if (!input) return ['the field is gone'];
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
            // The text is read when the field is empty again.
            for (let turns = 0; turns < 500 && input.files.length; turns += 1) await turn();
            for (let turns = 0; turns < 50 && !fault(); turns += 1) await turn();
            if (!fault() || location.hash !== hash) silent.push(text);
            if (document.documentElement.scrollWidth > 320) silent.push(`wide: ${text}`);
          }
          return silent;
        },
        { hash, texts: HOSTILE },
      );
      expect(silent).toEqual([]);
      expect(await snapshot(page)).toEqual(before);
      await expectUnharmed(page);
    });
  }
});

/** Bad input, odd input, and input without a keyboard: problems are reported, and no text is lost. */

import type { Locator, Page } from '@playwright/test';
import {
  actAs,
  count,
  create,
  createButton,
  createDialog,
  custom,
  expectLanding,
  fact,
  fill,
  link,
  names,
  occurrences,
  openCreate,
  openRegistry,
  startDemo,
  submitButton,
} from './support/app.ts';
import { compose, enterWhileComposing } from './support/keyboard.ts';
import { recordOf, records, snapshot } from './support/storage.ts';
import { expect, test } from './support/test.ts';

function nameField(dialog: Locator): Locator {
  return dialog.getByLabel('Name', { exact: true });
}

function typeField(dialog: Locator): Locator {
  return dialog.getByLabel('Add artifact type');
}

function addedTypes(dialog: Locator): Locator {
  return dialog.getByRole('list', { name: 'Types that were added' }).getByRole('listitem');
}

/** Submits and is refused: nothing is stored, and the input stays. */
async function expectRefused(page: Page, name: string, reason: string): Promise<void> {
  const dialog = createDialog(page);
  const before = await snapshot(page);
  await nameField(dialog).fill(name);
  await submitButton(dialog).click();
  const summary = dialog.getByRole('alert');
  await expect(summary).toContainText(reason);
  await expect(nameField(dialog)).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => describedBy(nameField(dialog))).toContain(reason);
  await expect(nameField(dialog)).toHaveValue(name);
  expect(await snapshot(page)).toEqual(before);
}

/** The texts that describe a field, without isolates. */
async function describedBy(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

const REFUSED: [what: string, names: [name: string, reason: string][]][] = [
  [
    'empty, blank or invisible',
    [
      ['', 'Enter a name for the registry.'],
      ['   ', 'Enter a name for the registry.'],
      ['\t\u00a0\u3000', 'Enter a name for the registry.'],
      ['\u200b\u200d\u2060\ufeff', 'Enter a name for the registry.'],
      ['\u3164', 'Enter a name for the registry.'],
    ],
  ],
  [
    'too long',
    [
      ['x'.repeat(114), 'A name has at most 113 characters: this is 1 too many.'],
      ['가'.repeat(115), 'A name has at most 113 characters: these are 2 too many.'],
      ['🦀'.repeat(114), 'this is 1 too many.'],
      ['x'.repeat(10_000), 'these are 9,887 too many.'],
    ],
  ],
  [
    'made with a forbidden character',
    [
      ['a/b', 'A name cannot contain a slash (/).'],
      ['a\\b', 'A name cannot contain a backslash (\\).'],
      ['a#b', 'A name cannot contain a number sign (#).'],
      ['a?b', 'A name cannot contain a question mark (?).'],
      ['a%b', 'A name cannot contain a percent sign (%).'],
      ['a:b', 'A name cannot contain a colon (:).'],
      ['</script>', 'A name cannot contain a slash (/).'],
    ],
  ],
  [
    'made with a control or a text-direction character',
    [
      ['a\tb', 'A name cannot contain a tab.'],
      ['a\u0007b', 'the control character U+0007'],
      ['a\u007fb', 'the control character U+007F'],
      ['a\u0085b', 'the control character U+0085'],
      ['a\u202eb', 'the text-direction character U+202E'],
      ['a\u2066b', 'the text-direction character U+2066'],
      ['a\u200fb', 'the text-direction character U+200F'],
      ['a\u061cb', 'the text-direction character U+061C'],
    ],
  ],
  [
    'the same as another but for case, composition or what is invisible',
    [
      ['Playground', 'This name is taken by the registry Playground.'],
      ['  playGROUND ', 'This name is taken by the registry Playground.'],
      ['Ｐlayground'.normalize('NFKC'), 'This name is taken by the registry Playground.'],
      ['Play\u200bground', 'This name is taken by the registry Playground.'],
      ['음성 데이터셋'.normalize('NFD'), 'This name is taken by the registry 음성 데이터셋.'],
      ['음성\u00a0 데이터셋', 'This name is taken by the registry 음성 데이터셋.'],
      ['\ufeffPlayground\u200b', 'This name is taken by the registry Playground.'],
    ],
  ],
  [
    'a core registry’s, or begins with the prefix',
    [
      ['Models', 'This name is taken by the registry Models.'],
      ['datasets', 'This name is taken by the registry Datasets.'],
      ['model', 'This name is taken by the registry Models.'],
      ['DATASET', 'This name is taken by the registry Datasets.'],
      ['wandb-registry-Mine', 'Leave out “wandb-registry-”'],
      ['WANDB-Registry-mine', 'Leave out “wandb-registry-”'],
      ['wandb\u2011registry\u2011Foo', 'Leave out “wandb-registry-”'],
    ],
  ],
];

for (const [what, cases] of REFUSED) {
  test(`a name that is ${what} is refused`, async ({ page }) => {
    await startDemo(page);
    await openCreate(page);
    for (const [name, reason] of cases) {
      await test.step(JSON.stringify(name.slice(0, 20)), () => expectRefused(page, name, reason));
    }
  });
}

test('the browser can fill in the founder’s email and no other text', async ({ page }) => {
  await page.goto('./#/start/empty');
  await expect(page.getByLabel('Email', { exact: true })).toHaveAttribute('autocomplete', 'email');
  await startDemo(page);
  const dialog = await openCreate(page);
  await expect(nameField(dialog)).toHaveAttribute('autocomplete', 'off');
});

test('names are compared by full case folding', async ({ page }) => {
  await startDemo(page);
  await create(page, { name: 'Straße' });
  await openCreate(page);
  await expectRefused(page, 'STRASSE', 'This name is taken by the registry Straße.');
  await expectRefused(page, 'strasse', 'This name is taken by the registry Straße.');
});

test('a conflict with a hidden registry does not reveal it', async ({ page }) => {
  await startDemo(page);
  await actAs(page, 'mina.park', 'Mina Park');
  await openCreate(page);
  await expectRefused(page, 'safety_reviews', 'This name is taken by a registry that you cannot see.');
  expect(await occurrences(page, 'Safety_Reviews')).toEqual([]);
});

test('a forbidden line break in a pasted name is no line break in a field of one line', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await paste(nameField(dialog), 'two\r\nlines');
  await expect(nameField(dialog)).toHaveValue(/^two ?lines$/);
});

test('names in every script are kept unchanged and never rendered as markup', async ({ page }) => {
  await startDemo(page);
  const odd = [
    '🦀👩‍👩‍👧 models',
    '파인튜닝 모델',
    'נתונים עברית',
    'بيانات 2026',
    '<script>alert(1)<script>',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'a.b & "c";',
    '가'.repeat(113),
  ];
  for (const name of odd) {
    await test.step(name.slice(0, 30), async () => {
      await create(page, { name, description: name });
      await expect(link(page, name)).toHaveText(name);
    });
  }
  await page.reload();
  await expect(names(page)).toHaveText([...[...odd].reverse(), /./, /./, /./, /./, /./, /./]);
  await expect(page.locator('#app script, #app img, #app b')).toHaveCount(0);
  await openRegistry(page, '<img src=x onerror=alert(1)>');
  await expect(page.locator('.page-lead')).toHaveText('<img src=x onerror=alert(1)>');
  await expect(page).toHaveTitle('<img src=x onerror=alert(1)> · Lighthouse Labs · Registrar');
  await expect(page.locator('#app script, #app img, #app b')).toHaveCount(0);
  await page.goto('./#/');
  await openRegistry(page, '__proto__');
  await expect(fact(page, 'Full name')).toHaveText('wandb-registry-__proto__');
});

test('a name is trimmed and composed when it is kept, and its length counts characters', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  const decomposed = `  ${'é'.normalize('NFD').repeat(113)}\u3000`;
  await nameField(dialog).fill(decomposed);
  await expect(dialog).toContainText('0 left');
  await expect(nameField(dialog)).toHaveValue(decomposed);
  await submitButton(dialog).click();
  await expect(link(page, 'é'.repeat(113))).toBeVisible();
  await recordOf(page, 'create_registry', 'é'.repeat(113));
});

test('a name is validated while it is typed, except when it is empty', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await expect(nameField(dialog)).not.toHaveAttribute('aria-invalid');
  await nameField(dialog).pressSequentially('Mod');
  await expect(dialog).toContainText('wandb-registry-Mod');
  await expect(dialog).toContainText('110 left');
  await nameField(dialog).pressSequentially('els');
  await expect.poll(() => describedBy(nameField(dialog))).toContain('taken by the registry Models');
  await nameField(dialog).pressSequentially('/');
  await expect.poll(() => describedBy(nameField(dialog))).toContain('a slash (/)');
  await nameField(dialog).fill('');
  await expect(nameField(dialog)).not.toHaveAttribute('aria-invalid');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
});

test('a description may have 10,000 characters and lines, and no more', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Described', description: 'x'.repeat(10_001) });
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('A description has at most 10,000 characters: this is 1 too many.');
  const description = `first line\nsecond <b>line</b>\n\n${'가'.repeat(9_000)}`;
  await fill(dialog, { description });
  await submitButton(dialog).click();
  await expect(link(page, 'Described')).toBeVisible();
  await openRegistry(page, 'Described');
  await expect(page.locator('.page-lead')).toHaveText(description, { useInnerText: false });
  expect(JSON.stringify((await recordOf(page, 'create_registry', 'Described')).entry)).toContain('second <b>line</b>');
});

test('the error summary gets the focus and links to the fields', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { description: 'x'.repeat(10_001), visibility: 'Restricted', types: [] });
  await submitButton(dialog).click();
  const summary = dialog.getByRole('alert');
  await expect(summary).toContainText('The registry was not created: 3 things need another look.');
  await expect(summary).toBeFocused();
  for (const [problem, field] of [
    ['Enter a name for the registry.', nameField(dialog)],
    ['A description has at most', dialog.getByLabel('Description')],
    ['Add at least one artifact type, or choose All types.', typeField(dialog)],
  ] as const) {
    await summary.getByRole('button', { name: problem }).click();
    await expect(field).toBeFocused();
  }
  // Submitting the same faults again shows the summary again.
  await submitButton(dialog).click();
  await expect(summary).toBeFocused();
  await expect(dialog.getByLabel('Registry visibility').locator('option:checked')).toHaveText('Restricted');
  await expect(dialog.getByLabel('Description')).toHaveValue('x'.repeat(10_001));
});

test('an invalid type is refused and stays in its field', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Typed', types: [] });
  const add = dialog.getByRole('button', { name: 'Add', exact: true });
  for (const [type, reason] of [
    ['a/b', 'An artifact type cannot contain a slash (/).'],
    ['a:b', 'An artifact type cannot contain a colon (:).'],
    ['a\u202eb', 'the text-direction character U+202E'],
    ['mo\u200bdel', 'an invisible character, U+200B'],
    ['x'.repeat(129), 'An artifact type has at most 128 characters: this is 1 too many.'],
    ['\u200b', 'This shows nothing.'],
  ] as const) {
    await test.step(JSON.stringify(type.slice(0, 12)), async () => {
      await typeField(dialog).fill(type);
      await add.click();
      await expect.poll(() => describedBy(typeField(dialog))).toContain(reason);
      await expect(typeField(dialog)).toHaveValue(type);
      await expect(addedTypes(dialog)).toHaveCount(0);
      await submitButton(dialog).click();
      await expect(dialog.getByRole('alert')).toContainText(reason);
    });
  }
  await typeField(dialog).fill('가'.repeat(128));
  await submitButton(dialog).click();
  await expect(link(page, 'Typed')).toBeVisible();
});

test('lookalike names and types that the client refuses show a note before they are saved', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Playgr\u043eund', types: [] });
  const likeName = 'This name looks like the registry Playground. It has U+043E where the other has “o”.';
  await expect.poll(() => describedBy(nameField(dialog))).toContain(likeName);
  const preview = dialog.getByRole('group', { name: 'What this does' });
  await expect(preview).toContainText(likeName);
  await paste(typeField(dialog), 'model; dataset\treport\u200b\n');
  await expect(addedTypes(dialog)).toHaveText(['model', 'dataset', 'report']);
  const notes = dialog.getByText(/looks like|refuses/);
  await expect(notes).toHaveCount(2);
  await typeField(dialog).fill('m\u043edel');
  const likeType = 'm\u043edel looks like model, but it is a different type. It has U+043E where the other has “o”.';
  await expect(preview).toContainText(likeType);
  await expect(notes.filter({ hasText: likeType })).toHaveCount(2);
  await typeField(dialog).fill('(draft)');
  const refused = 'W&B’s client refuses (draft). Use letters, digits, spaces, “-”, “_” and “.”, and start with a letter or digit.';
  await expect(notes.filter({ hasText: refused })).toHaveCount(2);
  // A note refuses nothing.
  await submitButton(dialog).click();
  await expect(link(page, 'Playgr\u043eund')).toBeVisible();
});

test('duplicate types are ignored, case is significant, and reserved types show a note', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Typed', types: ['model', 'model', ' model ', 'Model', 'job', 'wandb-x', 'wandb', 'jobs'] });
  await expect(addedTypes(dialog)).toHaveText(['model', 'Model', 'job', 'wandb-x', 'wandb', 'jobs']);
  await expect(dialog.getByText(/W&B keeps .* for itself/)).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Remove wandb-x' }).click();
  await expect(addedTypes(dialog)).toHaveText(['model', 'Model', 'job', 'wandb', 'jobs']);
  await expect(dialog.getByText(/W&B keeps .* for itself/)).toHaveCount(1);
  await submitButton(dialog).click();
  await openRegistry(page, 'Typed');
  await expect(fact(page, 'Accepted artifact types').getByRole('listitem')).toHaveText([
    'model',
    'Model',
    'job',
    'wandb',
    'jobs',
  ]);
});

test('types are suggested, can be pasted as a list, and count while still in the field', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Typed', types: [] });
  await paste(typeField(dialog), 'model, dataset\r\nreport\n\n , a/b,checkpoint\n');
  await expect(addedTypes(dialog)).toHaveText(['model', 'dataset', 'report', 'checkpoint']);
  await expect(typeField(dialog)).toHaveValue('a/b');
  await expect.poll(() => describedBy(typeField(dialog))).toContain('a slash (/)');

  // Enter on an empty field neither adds nor submits.
  await typeField(dialog).fill('  ');
  await typeField(dialog).press('Enter');
  await typeField(dialog).press('Enter');
  await expect(addedTypes(dialog)).toHaveCount(4);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(typeField(dialog)).toBeFocused();

  await dialog.getByRole('button', { name: 'benchmark', exact: true }).click();
  await expect(addedTypes(dialog)).toHaveCount(5);
  await typeField(dialog).fill('left, in the field');
  await submitButton(dialog).click();
  await openRegistry(page, 'Typed');
  await expect(fact(page, 'Accepted artifact types').getByRole('listitem')).toHaveText([
    'model',
    'dataset',
    'report',
    'checkpoint',
    'benchmark',
    'left',
    'in the field',
  ]);
});

test('without a type, Specify types is refused until there is one or All types is chosen', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Typed', types: [] });
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('Add at least one artifact type, or choose All types.');
  await dialog.getByLabel('Accepted artifacts type').selectOption({ label: 'All types' });
  await submitButton(dialog).click();
  await openRegistry(page, 'Typed');
  await expect(fact(page, 'Accepted artifact types')).toHaveText('All types');
});

test('a form that is submitted twice creates one registry', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  await fill(dialog, { name: 'Once' });
  const before = (await records(page)).length;
  await submitButton(dialog).evaluate((button: HTMLButtonElement) => {
    for (let click = 0; click < 3; click += 1) button.click();
  });
  await expect(dialog).toBeHidden();
  await expect(link(page, 'Once')).toHaveCount(1);
  await expect(count(page)).toHaveText('7 registries');
  expect(await records(page)).toHaveLength(before + 1);

  const again = await openCreate(page);
  await fill(again, { name: 'Twice' });
  await submitButton(again).dblclick();
  await expect(again).toBeHidden();
  // The second click may have hit the card below the dialog and followed its link.
  await page.goto('./#/');
  await expect(link(page, 'Twice')).toHaveCount(1);
  await expect(count(page)).toHaveText('8 registries');
  expect(await records(page)).toHaveLength(before + 2);
});

test('a draft survives Back, Escape, closing and a reload, and Cancel discards it', async ({ page }) => {
  await startDemo(page);
  const typed = { name: ' Half /done ', description: 'Not\nyet', visibility: 'Restricted', types: ['model'] } as const;
  await fill(await openCreate(page), { ...typed, types: [...typed.types] });
  await typeField(createDialog(page)).fill('half-typed');
  const isThere = async () => {
    const dialog = createDialog(page);
    await expect(dialog.getByText('What you typed before is still here.')).toBeVisible();
    await expect(nameField(dialog)).toHaveValue(typed.name);
    await expect(dialog.getByLabel('Description')).toHaveValue(typed.description);
    await expect(dialog.getByLabel('Registry visibility').locator('option:checked')).toHaveText('Restricted');
    await expect(addedTypes(dialog)).toHaveText(['model']);
    await expect(typeField(dialog)).toHaveValue('half-typed');
  };

  await page.goBack();
  await expect(createDialog(page)).toHaveCount(0);
  await openCreate(page);
  await isThere();

  await page.keyboard.press('Escape');
  await expect(createDialog(page)).toHaveCount(0);
  await expect(createButton(page)).toBeFocused();
  await page.goForward();
  await isThere();

  await createDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(createDialog(page)).toHaveCount(0);
  await openCreate(page);
  await isThere();

  // Leaving the page with unsaved input asks first.
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await isThere();
  expect(asked).toEqual(['beforeunload']);

  await createDialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expectLanding(page);
  const dialog = await openCreate(page);
  await expect(nameField(dialog)).toHaveValue('');
  await expect(dialog.getByLabel('Accepted artifacts type').locator('option:checked')).toHaveText('All types');
  await expect(dialog.getByText('What you typed before is still here.')).toHaveCount(0);
});

test('a draft is cleared on request, and is gone once its registry is created', async ({ page }) => {
  await startDemo(page);
  await fill(await openCreate(page), { name: 'First thought' });
  await page.keyboard.press('Escape');
  const dialog = await openCreate(page);
  await dialog.getByRole('button', { name: 'Clear the form' }).click();
  await expect(nameField(dialog)).toHaveValue('');
  await fill(dialog, { name: 'Second thought' });
  await submitButton(dialog).click();
  await expect(link(page, 'Second thought')).toBeVisible();
  await expect(nameField(await openCreate(page))).toHaveValue('');
});

test('the form for a new organization shows faults at their fields', async ({ page }) => {
  await page.goto('./#/start/empty');
  const begin = page.getByRole('button', { name: 'Begin' });
  await begin.click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('button')).toHaveText([
    'Enter the organization’s name.',
    'Enter your name.',
    'Enter a username.',
    'Enter an email address.',
  ]);
  await summary.getByRole('button', { name: 'Enter a username.' }).click();
  await expect(page.getByLabel('Username')).toBeFocused();
  await page.getByLabel('Organization name').fill('연구소 <b>');
  await page.getByLabel('Your name').fill('이서연');
  await page.getByLabel('Username').fill('이서연');
  await page.getByLabel('Email').fill('a@b@c');
  await begin.click();
  await expect(summary).toContainText('A username has only the letters a to z');
  await expect(summary).toContainText('An email address has one @ with something on both sides.');
  await page.reload();
  await expect(page.getByLabel('Organization name')).toHaveValue('연구소 <b>');
  await page.getByLabel('Username').fill('seoyeon');
  await page.getByLabel('Email').fill('seoyeon@lab.example');
  await begin.click();
  await expectLanding(page);
  await expect(page).toHaveTitle('Registry · 연구소 <b> · Registrar');
});

test('the filter treats any input as plain text', async ({ page }) => {
  await startDemo(page);
  const filter = custom(page).getByRole('searchbox', { name: 'Filter' });
  for (const text of ['(', '[', '\\', '%', '&sort=name', '#/about', '<b>', '"']) {
    await filter.fill(text);
    await expect(count(page)).toHaveText('0 of 6 registries');
    await expect(filter).toHaveValue(text);
    await page.reload();
    await expect(filter).toHaveValue(text);
  }
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(count(page)).toHaveText('6 registries');
  await filter.fill('음성'.normalize('NFD'));
  await expect(names(page)).toHaveText(['음성 데이터셋']);
});

/** Pastes a text, as from the clipboard. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element: HTMLInputElement, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    // The browser inserts a paste that no handler prevents.
    if (element.dispatchEvent(event)) document.execCommand('insertText', false, pasted);
  }, text);
}

// ---- Korean, as it is composed ----------------------------------------------------------------------------------

test('Enter while a Korean syllable is composed neither submits nor adds', async ({ page }) => {
  await startDemo(page);
  const dialog = await openCreate(page);
  const session = await page.context().newCDPSession(page);
  await nameField(dialog).focus();
  await compose(session, ['ㅁ', '모', '몯', '모데', '모델']);
  await expect(nameField(dialog)).toHaveValue('모델');
  await expect(dialog).toContainText('111 left');
  await enterWhileComposing(session);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await session.send('Input.insertText', { text: '모델' });
  await expect(nameField(dialog)).toHaveValue('모델');

  await fill(dialog, { types: [] });
  await typeField(dialog).focus();
  await compose(session, ['ㅁ', '모', '몯', '모데', '모델']);
  await enterWhileComposing(session);
  await expect(addedTypes(dialog)).toHaveCount(0);
  await expect(typeField(dialog)).toHaveValue('모델');
  await session.send('Input.insertText', { text: '모델' });
  await typeField(dialog).press('Enter');
  await expect(addedTypes(dialog)).toHaveText(['모델']);
  await expect(typeField(dialog)).toHaveValue('');

  await compose(session, ['ㄷ', '데', '뎅', '데이']);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(addedTypes(dialog)).toHaveText(['모델', '데이']);
  await submitButton(dialog).click();
  await expect(link(page, '모델')).toBeVisible();
});

test('Korean is composed in the filter and in the account switcher', async ({ page }) => {
  await startDemo(page);
  const session = await page.context().newCDPSession(page);
  const filter = custom(page).getByRole('searchbox', { name: 'Filter' });
  await filter.focus();
  await compose(session, ['ㅇ', '으', '음', '음ㅅ', '음서', '음성']);
  await expect(filter).toHaveValue('음성');
  await expect(names(page)).toHaveText(['음성 데이터셋']);
  await session.send('Input.insertText', { text: '음성' });
  await expect(filter).toHaveValue('음성');

  const box = page.getByRole('combobox', { name: 'Acting as' });
  await box.click();
  await compose(session, ['ㄱ', '기', '김']);
  await enterWhileComposing(session);
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await session.send('Input.insertText', { text: '김' });
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/김서준/]);
  await box.press('Enter');
  await expect(box).toHaveValue('김서준');
});

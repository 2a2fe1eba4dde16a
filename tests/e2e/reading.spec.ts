/**
 * Use without a pointer: the reading order of screen readers, announcements, and the focus after its element
 * disappears.
 */

import type { Locator, Page } from '@playwright/test';
import { create, createDialog, fill, link, openCreate, openRegistry, startDemo, submitButton, toast, visit } from './support/app.ts';
import { addPerson, addToTeam, button, confirm, dialog, openPart, row, team } from './support/people.ts';
import { memberRow, openAdd, openSettings, saveButton } from './support/settings.ts';
import { expect, test } from './support/test.ts';

test.describe('is read in this order', () => {
  test('the page of all registries', async ({ page }) => {
    await startDemo(page);
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - button "Skip to content"
      - banner:
        - link "Lighthouse Labs"
        - search:
          - combobox "Search"
        - combobox "Acting as": Ada Okafor
        - combobox "Theme"
        - combobox "Language"
      - navigation "Main":
        - list:
          - listitem:
            - link "Registry"
          - listitem:
            - link "People & teams"
          - listitem:
            - link "Access"
          - listitem:
            - link "Guide"
        - paragraph: Saved in this browser
      - main:
        - heading "Registry" [level=1]
        - paragraph: /^New here. You act as Ada Okafor/
        - button "Take the five-minute walkthrough"
        - button "No, thanks"
        - region "Core registry":
          - heading "Core registry" [level=2]
          - list:
            - listitem:
              - heading "Models" [level=3]
              - text: "Organization model Your role:"
              - group: Admin
        - region "Custom registry":
          - heading "Custom registry" [level=2]
          - button "Create registry"
          - searchbox "Filter"
          - combobox "Sort"
          - status: 6 registries
          - list:
            - listitem:
              - heading "Playground" [level=3]:
                - link "Playground"
              - paragraph: Sandbox. Don’t depend on anything here.
              - text: "Organization All types Your role:"
              - group: Admin
      - status
    `);
  });

  test('the dialog that creates a registry, before and after a refusal', async ({ page }) => {
    await startDemo(page);
    const dialog = await openCreate(page);
    await expect(dialog).toMatchAriaSnapshot(`
      - dialog "Create registry":
        - heading "Create registry" [level=2]
        - button "Close"
        - textbox "Name"
        - textbox "Description"
        - combobox "Registry visibility":
          - option "Organization" [selected]
          - option "Restricted"
        - paragraph: Everyone in the organization can access the registry.
        - combobox "Accepted artifacts type":
          - option "All types" [selected]
          - option "Specify types"
        - group "What this does":
          - heading "What this does" [level=3]
        - button "Cancel"
        - button "Create registry"
    `);
    await fill(dialog, { name: 'Models', types: ['model', 'a/b'] });
    await submitButton(dialog).click();
    await expect(dialog).toMatchAriaSnapshot(`
      - dialog "Create registry":
        - heading "Create registry" [level=2]
        - button "Close"
        - alert:
          - paragraph:
            - strong: "The registry was not created: 2 things need another look."
          - list:
            - listitem:
              - button /This name is taken by the registry Models/
            - listitem:
              - button /An artifact type cannot contain a slash/
        - textbox "Name" [invalid]: Models
        - paragraph: "Full name: wandb-registry-Models"
        - paragraph: /This name is taken/
        - textbox "Description"
        - textbox "Add artifact type" [invalid]: a/b
        - button "Add"
        - list "Types that were added":
          - listitem:
            - button "Remove model"
        - button "Cancel"
        - button "Create registry"
    `);
  });

  test('a registry, its settings, and the people', async ({ page }) => {
    await startDemo(page);
    await openRegistry(page, 'Safety_Reviews');
    await expect(page.locator('#main')).toMatchAriaSnapshot(`
      - main:
        - paragraph:
          - link "All registries"
        - heading "Safety_Reviews" [level=1]
        - text: Restricted
        - link "Settings"
        - region "About this registry":
          - heading "About this registry" [level=2]
          - term: Your role
          - definition:
            - group: Admin
          - term: Full name
          - definition: wandb-registry-Safety_Reviews
        - region "Members":
          - heading "Members" [level=2]
          - region "Who is listed, with which role":
            - table:
              - rowgroup:
                - row "Member Role Effective role"
              - rowgroup:
                - row "한지우 Owner jiwoo.han Admin":
                  - rowheader "한지우 Owner jiwoo.han"
                  - cell "Admin"
    `);
    await openSettings(page, 'Safety_Reviews');
    await expect(page.locator('#main')).toMatchAriaSnapshot(`
      - main:
        - heading "Settings of Safety_Reviews" [level=1]
        - region "General":
          - heading "General" [level=2]
          - textbox "Name": Safety_Reviews
          - textbox "Description": Red-team findings and the models they cover.
          - combobox "Registry visibility"
          - combobox "Accepted artifact types"
        - region "Registry members and roles":
          - heading "Registry members and roles" [level=2]
          - button "Add member"
          - region "Who is listed, with which role":
            - table:
              - rowgroup:
                - row "Name Role Effective role Actions"
        - region "Delete registry":
          - heading "Delete registry" [level=2]
          - button "Delete registry"
    `);
    await visit(page, '#/people');
    await expect(page.locator('#main')).toMatchAriaSnapshot(`
      - main:
        - heading "People & teams" [level=1]
        - navigation "Parts of this page":
          - list:
            - listitem:
              - link "People"
        - region "People":
          - heading "People" [level=2]
          - button "Add person"
          - searchbox "Filter people"
          - status: 12 people
          - region:
            - table:
              - rowgroup:
                - row:
                  - columnheader "Name"
    `);
  });
});

/** Starts recording the announcements of live regions. Each call returns the new ones in order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const REGION = '[role=status], [role=alert], [aria-live]';
    const heard: string[] = [];
    const last = new Map<Element, string>();
    (window as unknown as { __heard: string[] }).__heard = heard;
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(REGION);
        if (region) regions.add(region);
        // A new alert is announced. Any other new live region announces only later changes.
        for (const node of addedNodes) {
          if (node instanceof Element) for (const alert of [node, ...node.querySelectorAll('*')]) if (alert.matches('[role=alert]')) regions.add(alert);
        }
      }
      for (const region of regions) {
        const text = (region as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
        if (region.isConnected && text !== '' && last.get(region) !== text) heard.push(text);
        last.set(region, text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { __heard: string[] }).__heard.splice(0));
}

test('what is announced while a registry is created and its visibility is changed', async ({ page }) => {
  await startDemo(page);
  const heard = await listen(page);
  const dialog = await openCreate(page);
  await submitButton(dialog).click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  expect((await heard()).join('\n')).toContain('The registry was not created: 1 thing needs another look. Enter a name for the registry.');
  await fill(dialog, { name: 'Spoken', visibility: 'Restricted' });
  await expect(dialog.getByText('Only 2 people will see it: you and 한지우.')).toBeVisible();
  expect(await heard()).toContain('Only 2 people will see it: you and 한지우.');
  await submitButton(dialog).click();
  await expect(link(page, 'Spoken')).toBeVisible();
  await expect(createDialog(page)).toHaveCount(0);
  await expect(toast(page)).toContainText('Registry Spoken was created.');
  // The closing dialog announces nothing again.
  expect((await heard()).sort()).toEqual(['7 registries', 'Registry Spoken was created. Undo']);

  await openSettings(page, 'Spoken');
  await page.getByLabel('Registry visibility').selectOption('organization');
  await expect(page.locator('.preview')).toBeVisible();
  expect((await heard()).join('\n')).toMatch(/What this changes.*10 gain access as Restricted Viewer/);
  await saveButton(page).click();
  await expect(toast(page)).toContainText('is now Organization');
  expect((await heard()).filter((text) => !text.includes('What this changes'))).toContain('The visibility of Spoken is now Organization. Undo');
});

test('what is announced while people are added', async ({ page }) => {
  await startDemo(page);
  await openPart(page, 'People');
  const heard = await listen(page);
  await addPerson(page, 'Zoe', 'zoe', 'zoe@x');
  await expect(row(page, 'Zoe')).toBeVisible();
  await expect(toast(page)).toContainText('Added Zoe');
  expect((await heard()).sort()).toEqual(['13 people', 'Added Zoe to the organization. Undo']);
});

test('single keys can be switched off, and on again', async ({ page }) => {
  await startDemo(page);
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const search = page.getByRole('combobox', { name: 'Search', exact: true });
  const box = shortcuts.getByRole('checkbox', { name: 'Use the single keys / and ?' });
  await page.keyboard.press('?');
  await box.uncheck();
  await expect(box).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(link(page, 'Playground')).toBeVisible();
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    await expect(shortcuts).toBeHidden();
    await expect(search).not.toBeFocused();
  }
  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await page.keyboard.press('Control+/');
  await expect(box).not.toBeChecked();
  await box.check();
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).not.toBeFocused();
  await page.keyboard.press('?');
  await expect(shortcuts).toBeVisible();
});

/** The focus is on an element, never on the body, where nothing is read and Tab starts over. */
async function expectFocus(page: Page, after: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element !== null && element !== document.body && (element as HTMLElement).checkVisibility();
    });
  await expect.configure({ soft: true }).poll(focused, { message: `the focus after ${after}`, timeout: 3000 }).toBe(true);
}

test('the focus is never lost', async ({ page }) => {
  await startDemo(page);
  const press = async (what: Locator, after: string) => {
    await what.focus();
    await page.keyboard.press('Enter');
    await expectFocus(page, after);
  };
  await page.getByRole('searchbox', { name: 'Filter' }).fill('nothing like this');
  await press(page.getByRole('button', { name: 'Clear the filter' }), 'clearing the filter');
  await create(page, { name: 'Mine' });
  await expectFocus(page, 'creating a registry');
  await press(toast(page).getByRole('button', { name: 'Dismiss' }), 'dismissing a message');

  await openCreate(page);
  await page.getByLabel('Name', { exact: true }).fill('Half done');
  await page.keyboard.press('Escape');
  await expect(createDialog(page)).toBeHidden();
  await openCreate(page);
  await press(button(page, 'Clear the form'), 'discarding a draft');
  await page.keyboard.press('Escape');
  await expect(createDialog(page)).toBeHidden();

  await openSettings(page, 'Mine');
  await page.getByLabel('Description').fill('Something else.');
  await press(button(page, 'Discard changes'), 'discarding changes');
  await page.getByLabel('Description').fill('Something.');
  await press(saveButton(page), 'saving');
  await openAdd(page);
  await page.getByLabel('Member', { exact: true }).fill('mina.park');
  await expect(page.getByLabel('Member', { exact: true })).toHaveValue('mina.park');
  await page.keyboard.press('Enter');
  await expect(memberRow(page, 'Mina Park')).toBeVisible();
  await expectFocus(page, 'adding a member');
  await press(memberRow(page, 'Mina Park').getByRole('button', { name: 'Remove Mina Park' }), 'asking to remove a member');
  await page.getByRole('dialog').locator('[type=submit]').press('Enter');
  await expect(memberRow(page, 'Mina Park')).toHaveCount(0);
  await expectFocus(page, 'removing a member');
  await press(page.getByRole('button', { name: 'Delete registry' }), 'asking to delete a registry');
  await page.locator('#confirm-typed').fill('Mine');
  await expect(page.locator('#confirm-typed')).toHaveValue('Mine');
  await page.keyboard.press('Enter');
  await expect(link(page, 'Playground')).toBeVisible();
  await expectFocus(page, 'deleting a registry');

  await openPart(page, 'People');
  await addPerson(page, 'Zoe', 'zoe', 'zoe@x');
  await expectFocus(page, 'adding a person');
  await page.getByRole('searchbox', { name: 'Filter people' }).fill('nobody like this');
  await press(button(page, 'Show everybody'), 'showing everybody');
  await press(button(page, 'Remove Zoe'), 'asking to remove a person');
  await dialog(page).locator('[type=submit]').press('Enter');
  await expect(row(page, 'Zoe')).toHaveCount(0);
  await expectFocus(page, 'removing a person');
  await openPart(page, 'Teams');
  await addToTeam(page, 'vision', 'mina.park');
  await expectFocus(page, 'adding to a team');
  await press(team(page, 'vision').getByRole('button', { name: /^Remove Mina Park/ }), 'asking to remove from a team');
  await dialog(page).locator('[type=submit]').press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expectFocus(page, 'removing from a team');
  await press(button(page, 'Add team'), 'opening a dialog');
  await press(confirm(page, 'Cancel'), 'canceling it');
  await openPart(page, 'Import and export');
  await page.getByLabel('List', { exact: true }).fill('kind,name,username,email,role,teams\nperson,Zoe,zoe,zoe@x,,');
  await press(button(page, 'Preview'), 'previewing a list');
  await press(button(page, 'Import all'), 'importing it');
  await openPart(page, 'Organization settings');
  await page.locator('#organization-name').fill('Another name');
  await expect(page.locator('#organization-name')).toHaveValue('Another name');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Another name');
  await expectFocus(page, 'renaming the organization');

  await visit(page, '#/start');
  await page.getByRole('button', { name: 'Start with the demo organization' }).click();
  await expect(link(page, 'Playground')).toBeVisible();
  await visit(page, '#/data');
  const earlier = page.getByRole('region', { name: 'Earlier organizations' });
  await press(earlier.getByRole('button', { name: 'Delete Another name' }), 'asking to delete an organization');
  await press(earlier.getByRole('button', { name: 'Keep it' }), 'keeping it');
  await earlier.getByRole('button', { name: 'Delete Another name' }).click();
  await earlier.getByLabel('Name of the organization').fill('Another name');
  await press(earlier.getByRole('button', { name: 'Delete for good' }), 'deleting it');
  await expect(earlier).toContainText('None.');
});

test.describe('in forced colors', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the focus is visible, and a selection is not shown by color alone', async ({ page }) => {
    await startDemo(page);
    for (const [hash, heading] of [
      ['#/', 'Custom registry'],
      ['#/create-registry', 'Create registry'],
      ['#/people', 'People'],
      ['#/people?show=teams', 'Teams'],
      ['#/data', 'This organization'],
    ] as const) {
      await visit(page, hash);
      await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible();
      const unseen = await page.evaluate(() => {
        const modal = document.querySelector('dialog:modal');
        const all = [...(modal ?? document).querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
        return all
          .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('#app'))
          .filter((element) => {
            element.focus({ focusVisible: true } as FocusOptions);
            // A card shows the focus as a whole.
            const looks = ['', '::after'].map((part) => getComputedStyle(element, part || null));
            const isSeen = looks.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1);
            return document.activeElement === element && !isSeen;
          })
          .map((element) => element.outerHTML.slice(0, 120));
      });
      expect(unseen, hash).toEqual([]);
    }
    await visit(page, '#/people?show=teams');
    await expect(page.getByRole('heading', { level: 2, name: 'Teams', exact: true })).toBeVisible();
    /** The visual differences between an element and its neighbor, apart from colors. */
    const differs = (chosen: string, other: string) =>
      page.evaluate(
        ([chosen, other]) => {
          const looks = (selector: string) => {
            const element = document.querySelector(selector);
            if (!element) return null;
            return ['', '::before', '::after'].map((part) => {
              const style = getComputedStyle(element, part || null);
              const { fontWeight, textDecorationLine, borderStyle, borderWidth, outlineStyle, boxShadow, content, backgroundColor } = style;
              // In forced colors, a background of its own is a system color such as Highlight.
              return [fontWeight, textDecorationLine, borderStyle, borderWidth, outlineStyle, boxShadow, content, style.forcedColorAdjust === 'none' ? backgroundColor : ''];
            });
          };
          const [one, another] = [looks(chosen), looks(other)];
          return one !== null && another !== null && JSON.stringify(one) !== JSON.stringify(another);
        },
        [chosen, other] as const,
      );
    expect(await differs('.side-nav [aria-current]', '.side-nav a:not([aria-current])')).toBe(true);
    expect(await differs('main nav [aria-current]', 'main nav a:not([aria-current])')).toBe(true);
    await page.getByRole('combobox', { name: 'Acting as' }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await differs('.option-active', '.option:not(.option-active)')).toBe(true);
  });
});

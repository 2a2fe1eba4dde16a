/**
 * Firefox for the tests, run by its own driver. Elements are found by role and accessible name, as in the other tests, but the
 * driver knows no roles to search by: candidates are found by selector, and the browser says what they are called.
 *
 * A test fails if the page has reported an error or a violation of its policy.
 */

import { mkdirSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { Builder, By, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/firefox.js';

export { expect };

/** Selectors that find all elements of a role in the app. */
const CANDIDATES = {
  alert: '[role=alert]',
  button: 'button',
  checkbox: 'input[type=checkbox]',
  combobox: '[role=combobox], select',
  dialog: 'dialog[open]',
  heading: 'h1, h2',
  link: 'a[href]',
  option: '[role=option]',
  textbox: 'input:not([type=checkbox], [type=file], [role=combobox]), textarea',
} as const;

type Role = keyof typeof CANDIDATES;

/** How long a step may take, in milliseconds. */
const TIMEOUT = 15_000;

/** The errors that a page has reported. They are kept for the tab, also over a reload. */
const REPORTED = 'errors seen by the tests';

/** A Firefox with an empty profile, and its current tab. */
export class Firefox {
  readonly #driver: WebDriver;

  private constructor(driver: WebDriver) {
    this.#driver = driver;
  }

  /** Starts it. Downloads go to this folder. */
  static async start(downloads: string): Promise<Firefox> {
    const options = new Options();
    options.setBinary(process.env['FIREFOX'] ?? 'firefox');
    options.addArguments('-headless', '--width=1280', '--height=900');
    options.setPreference('intl.accept_languages', 'en-US');
    options.setPreference('browser.download.folderList', 2);
    options.setPreference('browser.download.dir', downloads);
    options.setPreference('browser.download.useDownloadDir', true);
    options.setPreference('browser.download.always_ask_before_handling_new_types', false);
    const service = new ServiceBuilder(process.env['GECKODRIVER'] ?? 'geckodriver');
    return new Firefox(await new Builder().forBrowser('firefox').setFirefoxService(service).setFirefoxOptions(options).build());
  }

  async quit(): Promise<void> {
    await this.#driver.quit();
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#driver.takeScreenshot(), 'base64');
  }

  async open(address: string): Promise<void> {
    await this.#driver.get(address);
    await this.#listen();
  }

  /** Reloads as a person does. The driver's own reload ignores the service worker, as Shift and reload do. */
  async reload(): Promise<void> {
    await this.#driver.executeScript(() => {
      document.documentElement.dataset['earlier'] = '';
      location.reload();
    });
    await this.waitFor('the page, loaded again', () => document.readyState === 'complete' && !('earlier' in document.documentElement.dataset));
    await this.#listen();
  }

  async back(): Promise<void> {
    await this.#driver.navigate().back();
  }

  /** Opens another tab, and returns what closes it and goes back to the one before. */
  async openTab(address: string): Promise<() => Promise<void>> {
    const before = await this.#driver.getWindowHandle();
    await this.#driver.switchTo().newWindow('tab');
    await this.open(address);
    return async () => {
      expect(await this.errors()).toEqual([]);
      await this.#driver.close();
      await this.#driver.switchTo().window(before);
    };
  }

  /** Notes errors and violations of the policy from now on. */
  async #listen(): Promise<void> {
    await this.#driver.executeScript((reported: string) => {
      const note = (text: string) => {
        const errors = Object.assign(window as unknown as Record<string, string[]>);
        errors[reported] = [...(errors[reported] ?? []), text];
      };
      addEventListener('error', ({ message }) => note(`uncaught: ${message}`));
      addEventListener('unhandledrejection', ({ reason }) => note(`unhandled: ${String(reason)}`));
      document.addEventListener('securitypolicyviolation', (event) => note(`policy report: ${event.violatedDirective} ${event.blockedURI}`));
    }, REPORTED);
  }

  /** The errors of the current tab. */
  async errors(): Promise<string[]> {
    return this.#driver.executeScript((reported: string) => (window as unknown as Record<string, string[] | undefined>)[reported] ?? [], REPORTED);
  }

  /** Runs a function in the page. */
  async evaluate<T>(script: () => T): Promise<T> {
    return this.#driver.executeScript(script);
  }

  /** Waits until a question is answered with a value. */
  async #wait<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
    const answer = await this.#driver.wait(async () => {
      try {
        return (await ask()) ?? false;
      } catch {
        // An element has left the document in the meantime.
        return false;
      }
    }, TIMEOUT, `not found: ${what}`);
    return answer as T;
  }

  /** The visible element with a role and an accessible name. */
  async get(role: Role, name: string | RegExp, within?: WebElement): Promise<WebElement> {
    return this.#wait(`${role} ${name}`, () => this.#find(role, name, within));
  }

  /** Waits until no visible element has this role and name. */
  async expectNone(role: Role, name: string | RegExp): Promise<void> {
    await this.#wait(`no ${role} ${name}`, async () => ((await this.#find(role, name)) === undefined ? true : undefined));
  }

  async #find(role: Role, name: string | RegExp, within?: WebElement): Promise<WebElement | undefined> {
    const candidates = await (within ?? this.#driver).findElements(By.css(CANDIDATES[role]));
    for (const candidate of candidates) {
      const called = await candidate.getAccessibleName();
      if ((typeof name === 'string' ? called === name : name.test(called)) && (await candidate.isDisplayed())) return candidate;
    }
    return undefined;
  }

  async click(role: Role, name: string | RegExp, within?: WebElement): Promise<void> {
    await this.#wait(`click ${role} ${name}`, async () => {
      const element = await this.#find(role, name, within);
      await element?.click();
      return element && true;
    });
  }

  /** Replaces the text of a field. */
  async fill(name: string, text: string, within?: WebElement): Promise<WebElement> {
    const field = await this.#wait(`field ${name}`, async () => (await this.#find('textbox', name, within)) ?? this.#find('combobox', name, within));
    await this.#driver.executeScript((field: HTMLInputElement) => field.select(), field);
    await field.sendKeys(text);
    return field;
  }

  /** Chooses an option of a native select by its label. */
  async select(name: string, label: string, within?: WebElement): Promise<void> {
    const select = await this.get('combobox', name, within);
    for (const option of await select.findElements(By.css('option'))) {
      if ((await option.getText()) === label) return option.click();
    }
    throw new Error(`${name} has no option ${label}`);
  }

  /** Waits until the page shows a text. */
  async expectText(text: string): Promise<void> {
    await this.#wait(`text ${text}`, async () => {
      const body = await this.#driver.findElement(By.css('body')).getText();
      return body.includes(text) || undefined;
    });
  }

  /** Presses a letter with modifiers. */
  async press(modifiers: ('Control' | 'Shift')[], letter: string): Promise<void> {
    const held = modifiers.map((modifier) => ({ Control: Key.CONTROL, Shift: Key.SHIFT })[modifier]);
    await this.#driver.findElement(By.css('body')).sendKeys(Key.chord(...held, letter));
  }

  /** Waits until a function of the page returns true. */
  async waitFor(what: string, condition: () => boolean): Promise<void> {
    await this.#wait(what, async () => (await this.evaluate(condition)) || undefined);
  }

  /** Chooses a file for the field of this id, as soon as the page has it. */
  async chooseFile(id: string, path: string): Promise<void> {
    const field = await this.#wait(`file field ${id}`, () => this.#driver.findElement(By.id(id)));
    await field.sendKeys(path);
  }
}

export const test = base.extend<{ firefox: Firefox; downloads: string }>({
  downloads: async ({}, use, info) => {
    const folder = info.outputPath('downloads');
    mkdirSync(folder, { recursive: true });
    await use(folder);
  },
  firefox: async ({ downloads }, use, info) => {
    const firefox = await Firefox.start(downloads);
    try {
      await use(firefox);
      if (info.error) await info.attach('screenshot', { body: await firefox.screenshot(), contentType: 'image/png' });
      else expect(await firefox.errors()).toEqual([]);
    } finally {
      await firefox.quit();
    }
  },
});

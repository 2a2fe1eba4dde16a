/** Hostile texts in a field. All events are dispatched within the page, so that hundreds take only seconds. */

import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** A field, and the way to it. */
export interface Field {
  /** The address that shows it. */
  hash: string;
  /** The controls to press, one after another. */
  press?: string[];
  /** The field. */
  at: string;
  /** Other fields that get the same text. */
  beside?: string[];
  /** A select to set first, and its value. */
  choose?: [select: string, value: string];
  /** Submits the form with each text, or with every nth. */
  submit?: number;
}

/** The outcome of the texts. */
interface Outcome {
  problems: string[];
  /** The accepted texts, as they were typed. */
  taken: string[];
  refused: number;
}

/**
 * Puts each text into the field, and submits the form on request. Problems are: a text that differs from that of a
 * plain field, a replaced element, a page wider than the window, a refusal without a reason at a field, a refusal
 * that loses the input, and a form that does not open again.
 */
export async function tryAll(page: Page, field: Field, texts: readonly string[]): Promise<Outcome> {
  const outcome = await page.evaluate(
    async ({ field, texts }) => {
      type Input = HTMLInputElement | HTMLTextAreaElement;
      const problems: string[] = [];
      const taken: string[] = [];
      let refused = 0;
      const root = document.documentElement;
      const channel = new MessageChannel();
      // One turn of the event loop suffices for what the page has scheduled. A timer would wait at least 4 ms.
      const turn = () =>
        new Promise<void>((resolve) => {
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(0);
        });
      const until = async <T>(sought: () => T | null | undefined | false, patience = 5000): Promise<T | null> => {
        const end = performance.now() + patience;
        for (;;) {
          const found = sought();
          if (found) return found;
          if (performance.now() > end) return null;
          await turn();
        }
      };
      const find = (selector: string) => document.querySelector<Input>(selector);
      const all = [field.at, ...(field.beside ?? [])];
      const open = async () => {
        if (all.every(find)) return true;
        // Closing goes back asynchronously, and would close a form that is opened before.
        if (field.press) await until(() => location.hash === field.hash, 2000);
        if (location.hash !== field.hash) location.hash = field.hash;
        for (const selector of field.press ?? []) (await until(() => document.querySelector<HTMLElement>(selector)))?.click();
        const select = field.choose && (await until(() => document.querySelector<HTMLSelectElement>(field.choose![0])));
        if (select && field.choose && select.value !== field.choose[1]) {
          select.value = field.choose[1];
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }
        // A choice may show another field.
        return (await until(() => all.every(find))) !== null;
      };
      const wide = () => {
        const over = root.scrollWidth - root.clientWidth;
        if (over <= 0) return '';
        const wide = [...document.querySelectorAll('body *')].filter(
          (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.table-scroll, svg'),
        );
        return `${over} px wider than the window, with ${wide.at(-1)?.outerHTML.slice(0, 200)}`;
      };
      for (const [nth, text] of texts.entries()) {
        const tell = (problem: string) => problems.push(`${JSON.stringify(text.slice(0, 40))}: ${problem}`);
        if (!(await open())) {
          tell('the field does not come');
          break;
        }
        const shown: [Input, string][] = [];
        for (const selector of all) {
          const input = find(selector);
          if (!input) continue;
          const bare = input.cloneNode() as Input;
          bare.value = text;
          input.value = text;
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          shown.push([input, bare.value]);
        }
        await turn();
        const check = (when: string) => {
          for (const [input, expected] of shown) {
            if (!input.isConnected) tell(`another #${input.id} ${when}`);
            else if (input.value !== expected) tell(`#${input.id} shows ${JSON.stringify(input.value.slice(0, 60))} ${when}`);
          }
          const wider = wide();
          if (wider) tell(`${wider} ${when}`);
        };
        check('when it is typed');
        if (!field.submit || nth % field.submit) continue;
        const form = shown[0]?.[0].form;
        const before = document.querySelector('.toast:last-child');
        form?.querySelector<HTMLElement>('[type=submit]')?.click();
        const isGone = () => !form?.isConnected || !shown[0]?.[0].isConnected;
        const isInvalid = (input: Input) => input.getAttribute('aria-invalid') === 'true';
        // A submitted dialog confirms before it closes. Anything typed until then is lost with it.
        const isDialog = form?.closest('dialog') !== null;
        const isTold = () =>
          !isDialog &&
          (document.querySelector('.toast:last-child') !== before ||
            document.querySelector('.problem > span:not(:empty), .error-summary'));
        await turn();
        await until(() => isGone() || shown.some(([input]) => isInvalid(input)) || isTold(), isDialog ? 5000 : 200);
        if (isDialog && !isGone() && !shown.some(([input]) => isInvalid(input))) {
          tell(`neither taken nor refused: ${document.querySelector('dialog')?.textContent}`);
        }
        if (isGone() || !shown.some(([input]) => isInvalid(input))) {
          taken.push(text);
        } else {
          refused += 1;
          check('after it was refused');
          for (const [input] of shown) {
            const reasons = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-problem'));
            if (isInvalid(input) && !reasons.some((id) => document.getElementById(id)?.textContent?.trim())) {
              tell(`#${input.id} is refused without a reason`);
            }
          }
        }
        const wider = wide();
        if (wider) tell(`${wider} afterward`);
      }
      return { problems, taken, refused };
    },
    { field, texts },
  );
  expect.soft(outcome.problems, field.hash).toEqual([]);
  await expectUnharmed(page);
  return outcome;
}

/** Nothing was executed, and no text became an element. */
export async function expectUnharmed(page: Page): Promise<void> {
  const harm = await page.evaluate(() => ({
    hit: (window as { __hit?: unknown }).__hit,
    polluted: ({} as { hit?: unknown }).hit,
    elements: [...document.querySelectorAll('#app :is(script, img, iframe, object, embed, style, base, link, meta, video, audio, math, template)')].map(
      (element) => element.outerHTML,
    ),
    crashed: document.documentElement.hasAttribute('data-crashed'),
  }));
  expect(harm).toEqual({ hit: undefined, polluted: undefined, elements: [], crashed: false });
}

/**
 * Playwright's `test`, with a watch over every page: no test passes if the console shows an error, the page's policy
 * reports something, a request fails or one goes to another origin.
 */

import { test as base, expect, type BrowserContext } from '@playwright/test';

export { expect };

/** What a context's pages did that no page may do. */
export class Watch {
  /** Every request, by its address. */
  readonly requests: string[] = [];
  readonly #problems: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #origin: string;

  private constructor(origin: string) {
    this.#origin = origin;
  }

  /** Watches a context from now on. */
  static async over(context: BrowserContext, baseURL: string): Promise<Watch> {
    const watch = new Watch(new URL(baseURL).origin);
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy report: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    context.on('console', (message) => {
      if (message.type() === 'error') watch.#problems.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => watch.#problems.push(`uncaught: ${error.error().message}`));
    context.on('request', (request) => {
      watch.requests.push(request.url());
      const { origin, protocol } = new URL(request.url());
      if (origin !== watch.#origin && !['data:', 'blob:'].includes(protocol)) {
        watch.#problems.push(`foreign request: ${request.url()}`);
      }
    });
    context.on('response', (response) => {
      if (response.status() >= 400) watch.#problems.push(`${response.status()}: ${response.url()}`);
    });
    return watch;
  }

  /** Lets problems of this kind pass: a test that breaks something on purpose says what it breaks. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** What happened, but for what was allowed. */
  get problems(): string[] {
    return this.#problems.filter((problem) => !this.#allowed.some((pattern) => pattern.test(problem)));
  }
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = await Watch.over(context, baseURL ?? '');
      await use(watch);
      expect(watch.problems).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Playwright's `test` with a watch on every page: a test fails if the console shows an error, the page's policy
 * reports a violation, or a request fails or goes to another origin.
 */

import { test as base, expect, type BrowserContext } from '@playwright/test';

export { expect };

/** The violations of a context's pages. */
export class Watch {
  /** The addresses of all requests. */
  readonly requests: string[] = [];
  readonly #problems: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #origin: string;

  private constructor(origin: string) {
    this.#origin = origin;
  }

  /** Starts watching a context. */
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

  /** Allows problems of this kind, for tests that break something on purpose. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** The problems that were not allowed. */
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

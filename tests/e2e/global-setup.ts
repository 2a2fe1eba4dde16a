/** Serves the built site during the tests, and passes its address to the workers. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from './server.ts';

export default async function globalSetup(): Promise<() => Promise<void>> {
  const site = fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${site}/index.html`)) throw new Error('There is no site in dist/: run `cargo xtask build`.');
  const { url, server } = await serve(site);
  // The workers read the configuration again, with this environment.
  process.env['E2E_BASE_URL'] = url;
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

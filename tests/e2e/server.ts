/**
 * A plain static host: it serves `dist/` at the root and below a deeper path, rewrites nothing, and sends the right
 * content types.
 */

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The second path of the site. */
export const DEEP_PATH = '/some/deep/path/';

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The file of a request path, or undefined for a path outside of the folder. */
function fileFor(folder: string, pathname: string): string | undefined {
  const inSite = pathname.startsWith(DEEP_PATH) ? pathname.slice(DEEP_PATH.length - 1) : pathname;
  const file = normalize(join(folder, inSite.endsWith('/') ? `${inSite}index.html` : inSite));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

/** A file that is named after its content, so that a browser can keep it forever. */
const HASHED = /-[0-9a-f]{8,}(_bg)?\.\w+$/;

/**
 * Serves `folder` on a free local port. With `compressed` it does what a well-configured host does: it sends gzip, prepared in
 * advance, and lets browsers keep hashed files.
 */
export async function serve(folder: string, { compressed = false } = {}): Promise<{ url: string; server: Server }> {
  const packed = new Map<string, Buffer>();
  const read = async (file: string) => {
    const body = packed.get(file) ?? (compressed ? gzipSync(await readFile(file), { level: 9 }) : await readFile(file));
    if (compressed) packed.set(file, body);
    return body;
  };
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = fileFor(folder, decodeURIComponent(pathname));
      if (file === undefined) throw new Error(`outside of the site: ${pathname}`);
      const body = await read(file);
      response.writeHead(200, {
        'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': compressed && HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(compressed ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, server };
}

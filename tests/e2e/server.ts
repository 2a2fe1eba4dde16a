/**
 * A plain static host: it serves a folder at the root and below a deeper path, rewrites nothing, and sends the right content
 * types. Tests can make it fail.
 */

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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

/** How a request fails: the connection ends at once or within the content, or this comes in the place of the file. */
export type Fault = 'lost' | 'cut' | { status: number; type?: string; body?: string; location?: string };

export interface Host {
  /** Sends gzip, prepared in advance, and lets browsers keep hashed files, as a well-configured host does. */
  compressed?: boolean;
  /** Decides which requests fail. */
  fault?: (request: IncomingMessage, pathname: string) => Fault | undefined;
  /** The content types that this host knows otherwise. */
  types?: Record<string, string>;
}

/** Serves a folder on a free local port. The folder may change between requests. */
export async function serve(folder: string | (() => string), { compressed = false, fault, types = {} }: Host = {}): Promise<{ url: string; server: Server }> {
  const packed = new Map<string, Buffer>();
  const read = async (file: string) => {
    const body = packed.get(file) ?? (compressed ? gzipSync(await readFile(file), { level: 9 }) : await readFile(file));
    if (compressed) packed.set(file, body);
    return body;
  };
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const failure = fault?.(request, pathname);
      if (failure !== undefined && failure !== 'cut') return fail(response, failure);
      const file = fileFor(typeof folder === 'function' ? folder() : folder, decodeURIComponent(pathname));
      if (file === undefined) throw new Error(`outside of the site: ${pathname}`);
      const body = await read(file);
      const type = types[extname(file)] ?? CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, {
        'content-type': type,
        'content-length': body.length,
        'cache-control': compressed && HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(compressed ? { 'content-encoding': 'gzip' } : {}),
      });
      if (failure === 'cut') return void response.write(body.subarray(0, body.length >> 1), () => response.destroy());
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

function fail(response: ServerResponse, fault: Exclude<Fault, 'cut'>): void {
  if (fault === 'lost') return void response.destroy();
  const { status, type = 'text/html; charset=utf-8', body = '<!doctype html><title>Another page</title>', location } = fault;
  response.writeHead(status, { 'content-type': type, ...(location === undefined ? {} : { location }) });
  response.end(body);
}

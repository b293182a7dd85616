import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import sirv from 'sirv';
import { describePolicy } from './content-security-policy.ts';
import { findMediaType } from './media-types.ts';
import { parseRange } from './parse-range.ts';

/** A folder served under a URL path. */
export interface Mount {
  /** URL path with a slash at both ends; `/` is the root. */
  path: string;
  folder: string;
}

export interface ServeOptions {
  /** The longest matching path wins. */
  mounts: readonly Mount[];
  /** Answers that are no files, by URL path, as JSON. */
  documents?: Readonly<Record<string, unknown>>;
  /** 0 = any free port. */
  port: number;
  /** How many following ports are tried when the port is in use; 0 by default. */
  nextPorts?: number;
  /** Loopback by default. */
  host?: string;
  /** Origins that `connect-src` allows besides our own. */
  connectHosts?: readonly string[];
}

export interface RunningServer {
  /** Address to open, ending in `/`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** Path below the mount, decoded; `null` when it is malformed or climbs out. */
function readLocalPath(urlPath: string, mount: Mount): string | null {
  try {
    const local = decodeURIComponent(urlPath.slice(mount.path.length));
    return local.split(/[\\/]/).includes('..') || local.includes('\0') ? null : local;
  } catch {
    return null;
  }
}

/** Answers a request for a part of a file; false when the whole file is to be sent (the static server misreads `bytes=0-0` and `bytes=-8`). */
async function answerRange(request: IncomingMessage, response: ServerResponse, file: string): Promise<boolean> {
  const header = request.headers.range;
  if (header === undefined) return false;
  const found = await stat(file).catch(() => null);
  const range = found?.isFile() ? parseRange(header, found.size) : null;
  delete request.headers.range;
  if (!found || range === null) return false;
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${found.size}` });
    response.end();
    return true;
  }
  response.writeHead(206, {
    'Content-Type': findMediaType(file) ?? 'application/octet-stream',
    'Content-Length': range.last - range.first + 1,
    'Content-Range': `bytes ${range.first}-${range.last}/${found.size}`,
    'Last-Modified': found.mtime.toUTCString(),
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file, { start: range.first, end: range.last }), response);
  return true;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function createHandler(options: ServeOptions): Handler {
  const policy = describePolicy(options.connectHosts ?? []);
  const mounts = [...options.mounts]
    .sort((a, b) => b.path.length - a.path.length)
    .map((mount) => ({
      ...mount,
      serve: sirv(mount.folder, {
        dev: true,
        etag: true,
        gzip: true,
        brotli: true,
        setHeaders: (response, urlPath) => {
          const type = findMediaType(urlPath);
          if (type) response.setHeader('Content-Type', type);
        },
      }),
    }));
  return async (request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Accept-Ranges', 'bytes');
    if (request.method !== 'GET' && request.method !== 'HEAD') return answerText(response, 405, 'GET, HEAD');
    const urlPath = (request.url ?? '/').split('?')[0] ?? '/';
    const document = options.documents?.[urlPath];
    if (document !== undefined) {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(document));
      return;
    }
    const mount = mounts.find((each) => urlPath.startsWith(each.path));
    const local = mount ? readLocalPath(urlPath, mount) : null;
    if (!mount || local === null) return answerText(response, 404, '404');
    if (await answerRange(request, response, path.join(mount.folder, local))) return;
    request.url = `/${encodeURI(local)}`;
    mount.serve(request, response, () => answerText(response, 404, '404'));
  };
}

function isForeignHost(request: IncomingMessage, host: string): boolean {
  if (host !== LOOPBACK && host !== 'localhost') return false;
  return !LOOPBACK_NAMES.has((request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase());
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function listenOnFirstFree(server: Server, options: ServeOptions, host: string): Promise<number> {
  for (let offset = 0; ; offset += 1) {
    try {
      return await listen(server, options.port + offset, host);
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!inUse || offset >= (options.nextPorts ?? 0)) throw error;
    }
  }
}

/**
 * Serves folders as static files (package contract, "Serving"): loopback by default, HTTP Range, precompressed
 * variants (`.br`, `.gz`) beside a file, the Content-Security-Policy, no sniffing. Only GET and HEAD. On
 * loopback a foreign Host header is refused, so that no web page can read the city through a renamed address.
 * @returns The running server; rejects with `EADDRINUSE` when no port is free.
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const host = options.host ?? LOOPBACK;
  const handle = createHandler(options);
  const server = createServer((request, response) => {
    if (isForeignHost(request, host)) return answerText(response, 403, '403');
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) answerText(response, 500, error instanceof Error ? error.message : String(error));
      else response.destroy();
    });
  });
  const port = await listenOnFirstFree(server, options, host);
  return {
    url: `http://${host}:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

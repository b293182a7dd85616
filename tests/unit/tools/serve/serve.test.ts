import { mkdir, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describePolicy } from '../../../../tools/serve/content-security-policy.ts';
import { type RunningServer, startServer } from '../../../../tools/serve/serve.ts';
import { freshFolder } from '../../fresh-folder.ts';

let folder = '';
let server: RunningServer;
const body = Buffer.from('0123456789');

beforeAll(async () => {
  folder = freshFolder('serve');
  await mkdir(path.join(folder, 'app'));
  await mkdir(path.join(folder, 'tiles', 'x'), { recursive: true });
  await writeFile(path.join(folder, 'app', 'index.html'), '<p>app</p>');
  await writeFile(path.join(folder, 'app', 'app.js'), 'let plain');
  await writeFile(path.join(folder, 'app', 'app.js.gz'), gzipSync('let packed'));
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  for (const name of ['a.glb', 'a.b3dm', 'a.subtree', 'a.parquet', 'a.geojson', 'a.json', 'a.wasm', '中文 1.glb']) {
    await writeFile(path.join(folder, 'tiles', 'x', name), body);
  }
  server = await startServer({
    mounts: [
      { path: '/', folder: path.join(folder, 'app') },
      { path: '/tiles/', folder: path.join(folder, 'tiles') },
    ],
    documents: { '/tiles/catalog.json': { catalogVersion: 1, cities: [] } },
    port: 0,
    connectHosts: ['https://ogc.example.cn'],
  });
});

afterAll(() => server.close());

const get = (local: string, headers: Record<string, string> = {}) => fetch(new URL(local, server.url), { headers });

/** Request whose path is sent as written, unlike fetch, which resolves `..`. */
function getRaw(local: string, headers: http.OutgoingHttpHeaders = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port: server.port, path: local, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject);
  });
}

describe('startServer', () => {
  it('serves the app with the policy and without sniffing', async () => {
    const response = await get('');
    expect(await response.text()).toBe('<p>app</p>');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; " +
        "img-src 'self' data: blob:; connect-src 'self' https://ogc.example.cn",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(describePolicy([])).toMatch(/connect-src 'self'$/);
  });

  it.each([
    ['a.glb', 'model/gltf-binary'],
    ['a.b3dm', 'application/octet-stream'],
    ['a.subtree', 'application/octet-stream'],
    ['a.parquet', 'application/vnd.apache.parquet'],
    ['a.geojson', 'application/geo+json'],
    ['a.json', 'application/json'],
    ['a.wasm', 'application/wasm'],
    ['%E4%B8%AD%E6%96%87%201.glb', 'model/gltf-binary'],
  ])('tells the media type of %s', async (name, type) => {
    const response = await get(`tiles/x/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-4', 206, '6789', 'bytes 6-9/10'],
    ['bytes=-40', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['rows=1-2', 200, '0123456789', null],
  ])('answers Range %s', async (range, status, text, contentRange) => {
    const response = await get('tiles/x/a.parquet', { Range: range });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-range')).toBe(contentRange);
  });

  it('sends the packed variant, but never for a range', async () => {
    expect(await (await get('app.js', { 'Accept-Encoding': 'gzip' })).text()).toBe('let packed');
    expect(await (await get('app.js', { 'Accept-Encoding': 'identity' })).text()).toBe('let plain');
    const part = await get('app.js', { 'Accept-Encoding': 'gzip', Range: 'bytes=0-2' });
    expect(part.headers.get('content-encoding')).toBeNull();
    expect(await part.text()).toBe('let');
  });

  it('serves documents, sees new files, and says 404', async () => {
    expect(await (await get('tiles/catalog.json')).json()).toEqual({ catalogVersion: 1, cities: [] });
    expect((await get('tiles/x/later.json')).status).toBe(404);
    await writeFile(path.join(folder, 'tiles', 'x', 'later.json'), '{}');
    expect((await get('tiles/x/later.json')).status).toBe(200);
    expect((await get('tiles/x/')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/tiles/../../secret.txt',
    '/tiles/%2e%2e/%2e%2e/secret.txt',
    '/tiles/..%2f..%2fsecret.txt',
    '/%',
  ])('does not leave its folders: %s', async (local) => {
    expect(await getRaw(local)).toBe(404);
  });

  it('refuses foreign Host names and other methods', async () => {
    expect(await getRaw('/', { Host: 'evil.example' })).toBe(403);
    expect(await getRaw('/', { Host: `localhost:${server.port}` })).toBe(200);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
  });

  it('takes the next free port when asked, else says the port is in use', async () => {
    const options = { mounts: [{ path: '/', folder }], port: server.port };
    await expect(startServer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const next = await startServer({ ...options, nextPorts: 20 });
    expect(next.port).toBeGreaterThan(server.port);
    await next.close();
  });
});

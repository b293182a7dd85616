import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '../../src/core/city/config.ts';
import { readJsonFile } from '../package/read-json-file.ts';
import { readPackage } from '../package/read-package.ts';
import { type Mount, startServer } from '../serve/serve.ts';
import type { Command, CommandIo, CommandResult } from './command.ts';
import { explainIssue } from './explain-issue.ts';
import { findProjectRoot, resolveTyped } from './project-paths.ts';

const DEFAULT_PORT = 5180;
const NEXT_PORTS = 20;

interface Site {
  mounts: Mount[];
  documents: Record<string, unknown>;
}

/** Finds out what a folder is: a package (city.json), a built app (index.html), or a folder of packages. */
async function describeSite(folder: string, appFolder: string): Promise<Site> {
  if (existsSync(path.join(folder, 'index.html'))) return { mounts: [{ path: '/', folder }], documents: {} };
  const app = { path: '/', folder: appFolder };
  const found = await readPackage(folder);
  if (!found.ok) return { mounts: [app, { path: '/tiles/', folder }], documents: {} };
  const { id, name } = found.value;
  const catalog = { catalogVersion: 1, cities: [{ id, name, manifest: `${id}/city.json` }] };
  return { mounts: [app, { path: `/tiles/${id}/`, folder }], documents: { '/tiles/catalog.json': catalog } };
}

/** Hosts that the deployment's settings allow; a broken file allows none, and the app says what is wrong with it. */
async function readConnectHosts(mounts: readonly Mount[]): Promise<string[]> {
  const root = mounts.find((mount) => mount.path === '/');
  const json = root ? await readJsonFile(path.join(root.folder, 'config.json')) : null;
  const config = json?.ok ? parseConfig(json.value) : null;
  return config?.ok ? config.value.connectHosts : [];
}

function waitForEnd(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function serveUntilInterrupted(site: Site, port: number | undefined, io: CommandIo): Promise<CommandResult> {
  const server = await startServer({
    ...site,
    port: port ?? DEFAULT_PORT,
    nextPorts: port === undefined ? NEXT_PORTS : 0,
    connectHosts: await readConnectHosts(site.mounts),
  });
  io.say(server.url);
  await waitForEnd(io.signal);
  await server.close();
  return { exitCode: 0, json: { url: server.url } };
}

/** `city serve`: the built app and its packages as static files, until interrupted. */
export const serveCommand: Command = {
  name: 'serve',
  summary: {
    zh: '在本机提供应用和城市包（静态文件，仅回环地址）。',
    en: 'Serves the app and its city packages on this machine (static files, loopback only).',
  },
  usage: '[DIR] [--port N]',
  operands: [0, 1],
  options: { port: { type: 'string' } },
  async run({ positionals, options }, io) {
    const port = options.port === undefined ? undefined : Number(options.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
      io.say(`--port ${String(options.port)}?`);
      return { exitCode: 2, json: { error: { code: 'usage', text: '--port' } } };
    }
    const root = findProjectRoot();
    const folder = positionals[0] === undefined ? path.join(root, 'tiles') : resolveTyped(positionals[0]);
    if (positionals[0] !== undefined && !existsSync(folder)) {
      return explainIssue({ code: 'file.absent', severity: 'error', place: { file: folder } }, io);
    }
    return serveUntilInterrupted(await describeSite(folder, path.join(root, 'dist')), port, io);
  },
};

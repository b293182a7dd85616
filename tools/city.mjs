/**
 * Launcher of the command line. Node 20 does not run TypeScript, so the tools are bundled with esbuild on first
 * use into node_modules/.cache/city/<hash of the sources>/ and started from there; packages stay external.
 */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'city');
const SOURCES = ['tools', 'src/core', 'package-lock.json', 'package.json'];
const STALE_AFTER_MS = 24 * 3600 * 1000;

async function listFiles(target) {
  if ((await stat(target)).isFile()) return [target];
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

async function hashSources() {
  const files = (await Promise.all(SOURCES.map((source) => listFiles(path.join(ROOT, source))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${path.relative(ROOT, file)}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex').slice(0, 20);
}

async function isPresent(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function removeStale(kept) {
  for (const name of await readdir(CACHE)) {
    const folder = path.join(CACHE, name);
    const age = Date.now() - (await stat(folder).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (name !== kept && age > STALE_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(folder, hash) {
  const { build } = await import('esbuild');
  const scratch = await mkdtemp(path.join(CACHE, '.making-'));
  try {
    await build({
      entryPoints: [path.join(ROOT, 'tools', 'cli.ts')],
      outfile: path.join(scratch, 'cli.mjs'),
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: 'linked',
      define: { CITY_TOOLS_HASH: JSON.stringify(hash.slice(0, 8)) },
      logLevel: 'error',
    });
    await rename(scratch, folder).catch(async (error) => {
      if (!(await isPresent(path.join(folder, 'cli.mjs')))) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The command line as a module: `runCli`, `startServer`, `judgeDemo`; bundled first when its sources changed. */
export async function loadCli() {
  const hash = await hashSources();
  const folder = path.join(CACHE, hash);
  const file = path.join(folder, 'cli.mjs');
  if (!(await isPresent(file))) {
    await mkdir(CACHE, { recursive: true });
    await bundle(folder, hash);
    await removeStale(hash);
  }
  return import(pathToFileURL(file).href);
}

const started = process.argv[1];
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) {
  const { runCli } = await loadCli();
  process.exitCode = await runCli(process.argv.slice(2));
}

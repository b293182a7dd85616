/**
 * `npm run bench [-- --runs N --city ID[,ID] --only exposure|zones]`: the app beside a bare Cesium page with the same tiles, start-up bytes and
 * build speed; writes `docs/benchmarks.md`. Nothing else should run on the machine meanwhile.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { loadCli } from '../../tools/city.mjs';
import { prepareApp } from '../../tools/prepare.mjs';
import { findChromium } from '../browser/find-chromium.mjs';
import { CITIES_FOLDER, prepareCities } from '../browser/prepare-cities.mjs';
import { serveBarePage } from './bare-page.mjs';
import { benchExposure } from './exposure.mjs';
import { measurePage, median } from './measure-page.mjs';
import { measureStartUpBytes } from './start-up-bytes.mjs';
import { writeBenchmarks } from './write-benchmarks.mjs';
import { benchZones } from './zones.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VIEWPORT = { width: 560, height: 380 };
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
];

/** @param {string} id @returns {any} */
const readManifest = (id) => JSON.parse(readFileSync(path.join(CITIES_FOLDER, id, 'city.json'), 'utf8'));

/** A camera south of the city that looks down on all of it. @param {number[]} extent */
function overview([west = 0, south = 0, east = 0, north = 0]) {
  const height = (north - south) * 111_320 * 0.8;
  return [(west + east) / 2, south - (north - south) * 0.45, Math.round(height), 0, -38].map((value) =>
    Number(value.toFixed(6)),
  );
}

/** @param {import('@playwright/test').Browser} browser @param {string} appUrl @param {string} id @param {number} runs */
async function compare(browser, appUrl, id, runs) {
  const manifest = readManifest(id);
  const view = overview(manifest.extent);
  const tilesets = manifest.tilesets.map((/** @type {{ uri: string }} */ { uri }) => `/tiles/${id}/${uri}`);
  const bare = await serveBarePage({ tilesFolder: CITIES_FOLDER, tilesets, view });
  const urls = { app: `${appUrl}?city=${id}&view=${view.join(',')}`, bare: bare.url };
  /** @type {{ app: Awaited<ReturnType<typeof measurePage>>[], bare: Awaited<ReturnType<typeof measurePage>>[] }} */
  const measured = { app: [], bare: [] };
  for (let run = 0; run < runs; run += 1) {
    const order = /** @type {const} */ (run % 2 ? ['bare', 'app'] : ['app', 'bare']);
    for (const page of order) {
      const result = await measurePage(browser, urls[page], VIEWPORT);
      measured[page].push(result);
      console.error(
        `${id} ${run + 1}/${runs} ${page}: all drawn ${(result.allDrawnMs / 1000).toFixed(2)} s, frame ${result.frameMs.toFixed(0)} ms (${result.frames})`,
      );
    }
  }
  bare.close();
  const medianOf = (/** @type {'app' | 'bare'} */ page, /** @type {'allDrawnMs' | 'frameMs'} */ key) =>
    median(measured[page].map((run) => run[key]));
  return {
    id,
    name: manifest.name.en,
    rows: Object.values(manifest.tables).reduce((sum, /** @type {any} */ table) => sum + table.rows, 0),
    zones: manifest.datasets
      .filter((/** @type {any} */ { kind }) => kind === 'zones')
      .reduce((/** @type {number} */ sum, /** @type {any} */ { count }) => sum + count, 0),
    runs,
    allDrawnMs: { app: medianOf('app', 'allDrawnMs'), bare: medianOf('bare', 'allDrawnMs') },
    frameMs: { app: medianOf('app', 'frameMs'), bare: medianOf('bare', 'frameMs') },
    startUp: measureStartUpBytes(measured.app[0]?.requests ?? []),
  };
}

/** Builds a package three times into a fresh folder. @param {any} cli @param {string[]} words @param {string} id */
async function measureBuild(cli, words, id) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'city-bench-'));
  const seconds = [];
  for (let run = 0; run < 3; run += 1) {
    const out = path.join(folder, String(run));
    const start = performance.now();
    const code = await cli.runCli([...words, '--out', out]);
    if (code !== 0) throw new Error(`${id} was not built`);
    seconds.push((performance.now() - start) / 1000);
  }
  rmSync(folder, { recursive: true, force: true });
  const manifest = readManifest(id);
  const files = /** @type {{ bytes: number }[]} */ (Object.values(manifest.files));
  const rows = Object.values(manifest.tables).reduce((sum, /** @type {any} */ table) => sum + table.rows, 0);
  return { id, rows, seconds: median(seconds), bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    city: { type: 'string', default: 'demo,nyc' },
    only: { type: 'string' },
  },
});
if (values.only === 'zones') {
  await benchZones(Number(values.runs), BROWSER_FLAGS);
  process.exit(0);
}
if (values.only === 'exposure') {
  await benchExposure(Number(values.runs));
  process.exit(0);
}
await prepareCities();
await prepareApp();
const cli = await loadCli();
const cities = values.city.split(',').filter((id) => {
  try {
    return Boolean(readManifest(id));
  } catch {
    console.error(`${id}: skipped, its package is not here`);
    return false;
  }
});
const builds = [];
for (const id of cities) {
  const words = id === 'demo' ? ['demo'] : ['build', path.join(ROOT, 'tests', 'real', `${id}.json`)];
  builds.push(await measureBuild(cli, words, id));
}
const server = await cli.startServer({
  mounts: [
    { path: '/', folder: path.join(ROOT, 'dist') },
    { path: '/tiles/', folder: CITIES_FOLDER },
  ],
  port: 0,
});
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: BROWSER_FLAGS });
const comparisons = [];
for (const id of cities) comparisons.push(await compare(browser, server.url, id, Number(values.runs)));
const machine = {
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  load: os.loadavg()[1] ?? 0,
  node: process.version,
  browser: `Chromium ${browser.version()}`,
};
await browser.close();
await server.close();
writeBenchmarks(path.join(ROOT, 'docs', 'benchmarks.md'), { machine, viewport: VIEWPORT, comparisons, builds });

/** Frame time with and without 500 and 2,000 overlapping zones, their first drawing and repainting, on the scene alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median } from './measure-page.mjs';
import { createZones } from './zone-fixture.mjs';

const COUNTS = [500, 2000];
/** Frames with the zones and with them hidden, by turns on the same page: what else the machine does strikes both. */
const TURNS = 6;
const FRAMES = 3;
const MOVES = 25;

/** @param {string} folder Builds the scene harness of the browser tests there. */
async function buildScene(folder) {
  const outfile = path.resolve('node_modules', '.cache', `build-harness-${process.pid}.mjs`);
  await build({
    entryPoints: ['tests/scene/harness/build-harness.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  const { buildHarness } = await import(pathToFileURL(outfile).href);
  await buildHarness(folder);
  rmSync(outfile);
}

/** @param {any} manifest */
function describeScene(manifest) {
  const tilesets = manifest.tilesets.map((/** @type {any} */ { id, uri, rowLookup }) => {
    return { id, url: `tiles/${manifest.id}/${uri}`, rowLookup, index: null, opacity: 1 };
  });
  return {
    view: { key: 1, target: { extent: manifest.extent } },
    ground: manifest.ground,
    sun: { instant: '2026-06-21T10:00:00+08:00', shadows: false },
    theme: 'light',
    tilesets,
    selectedRow: null,
    zones: [],
    zoneOpacity: 1,
    selectedZone: null,
    labels: false,
    shelters: [],
    flaggedIds: [],
    lowPower: false,
  };
}

/**
 * Runs in the page: first drawing of the zones, a frame, one zone moved by 15 m, an outline dragged.
 * @param {{ zones: any[], turns: number, frames: number, moves: number }} work
 */
async function measureInPage({ zones, turns, frames, moves }) {
  const { harness } = /** @type {any} */ (window);
  const firstMs = await harness.paintTime({ zones });
  await harness.settled(120_000);
  const frameTimes = { with: /** @type {number[]} */ ([]), without: /** @type {number[]} */ ([]) };
  for (let turn = 0; turn < turns; turn += 1) {
    await harness.paintTime({ zoneOpacity: 0 });
    frameTimes.without.push(harness.frameTime(frames));
    await harness.paintTime({ zoneOpacity: 1 });
    frameTimes.with.push(harness.frameTime(frames));
  }
  const middleOf = (/** @type {number[]} */ times) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
  const [frameMs, noneMs] = [middleOf(frameTimes.with), middleOf(frameTimes.without)];
  const zone = zones[zones.length >> 1];
  if (!zone) throw new Error('there are no zones');
  const move = (/** @type {number[]} */ [lon = 0, lat = 0]) => [lon + 15 / 111_320, lat];
  const coordinates = zone.geometry.coordinates.map((/** @type {number[][][]} */ polygon) =>
    polygon.map((ring) => ring.map(move)),
  );
  const changed = { ...zone, geometry: { ...zone.geometry, coordinates } };
  const changeMs = await harness.paintTime({ zones: zones.map((each) => (each === zone ? changed : each)) });
  const outline = { zoneId: zone.properties.id, level: 'red', ring: coordinates[0][0] };
  const outlineMs = harness.outlineTime(outline, moves);
  const labelMs = harness.labelTime(moves);
  return { firstMs, frameMs, noneMs, changeMs, outlineMs, labelMs };
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {any} cli
 * @param {{ manifest: any, tilesFolder: string, runs: number, viewport: { width: number, height: number }, rows: number }} options
 * @returns {Promise<{ zones: { zones: number, firstMs: number, frameMs: number, noneMs: number, ratio: number, changeMs: number, outlineMs: number, labelMs: number }[], uploadMs: number }>}
 * Medians by number of zones, and of handing over the colours of so many rows.
 */
export async function measureZones(browser, cli, { manifest, tilesFolder, runs, viewport, rows }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zone-bench-'));
  await buildScene(folder);
  mkdirSync(path.join(folder, 'scenes'));
  writeFileSync(path.join(folder, 'scenes', 'scene.json'), JSON.stringify(describeScene(manifest)));
  const mounts = [
    { path: '/', folder },
    { path: '/tiles/', folder: tilesFolder },
  ];
  const server = await cli.startServer({ mounts, port: 0 });
  const all = createZones(manifest.extent, Math.max(...COUNTS));
  const measured = COUNTS.map((zones) => ({ zones, runs: /** @type {any[]} */ ([]) }));
  /** @type {number[]} */
  const uploads = [];
  for (let run = 0; run < runs; run += 1) {
    // Every number of zones comes first, in the middle and last in turn.
    for (const entry of measured.map((_, index) => measured[(index + run) % measured.length])) {
      if (!entry) continue;
      const page = await browser.newPage({ viewport });
      await page.goto(server.url);
      await page.waitForFunction(() => 'harness' in window);
      await page.evaluate(() => /** @type {any} */ (window).harness.settled(120_000));
      const result = await page.evaluate(measureInPage, {
        zones: all.slice(0, entry.zones),
        turns: TURNS,
        frames: FRAMES,
        moves: MOVES,
      });
      entry.runs.push(result);
      uploads.push(await page.evaluate((each) => /** @type {any} */ (window).harness.rowUploadTime(each), rows));
      const told = Object.entries(result).map(([name, value]) => `${name} ${value.toFixed(1)}`);
      console.error(`zones ${run + 1}/${runs} ${entry.zones}: ${told.join(', ')}`);
      await page.close();
    }
  }
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  const medians = measured.map(({ zones, runs: each }) => {
    const of = (/** @type {string} */ key) => median(each.map((result) => result[key]));
    const ratio = median(each.map(({ frameMs, noneMs }) => frameMs / noneMs));
    const frames = { frameMs: of('frameMs'), noneMs: of('noneMs'), ratio };
    return {
      zones,
      ...frames,
      firstMs: of('firstMs'),
      changeMs: of('changeMs'),
      outlineMs: of('outlineMs'),
      labelMs: of('labelMs'),
    };
  });
  return { zones: medians, uploadMs: median(uploads) };
}

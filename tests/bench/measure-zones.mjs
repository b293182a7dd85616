/** Frame time, first drawing and repainting with none, 500 and 2,000 overlapping zones, on the scene alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median } from './measure-page.mjs';
import { createZones } from './zone-fixture.mjs';

const COUNTS = [0, 500, 2000];
const FRAMES = 9;
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
 * @param {{ zones: any[], frames: number, moves: number }} work
 */
async function measureInPage({ zones, frames, moves }) {
  const { harness } = /** @type {any} */ (window);
  const firstMs = await harness.paintTime({ zones });
  await harness.settled(120_000);
  const frameMs = harness.frameTime(frames);
  const zone = zones[zones.length >> 1];
  if (!zone) return { firstMs, frameMs, changeMs: Number.NaN, outlineMs: Number.NaN };
  const move = (/** @type {number[]} */ [lon = 0, lat = 0]) => [lon + 15 / 111_320, lat];
  const coordinates = zone.geometry.coordinates.map((/** @type {number[][][]} */ polygon) =>
    polygon.map((ring) => ring.map(move)),
  );
  const changed = { ...zone, geometry: { ...zone.geometry, coordinates } };
  const changeMs = await harness.paintTime({ zones: zones.map((each) => (each === zone ? changed : each)) });
  const outline = { zoneId: zone.properties.id, level: 'red', ring: coordinates[0][0] };
  const outlineMs = harness.outlineTime(outline, moves);
  return { firstMs, frameMs, changeMs, outlineMs };
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {any} cli
 * @param {{ manifest: any, tilesFolder: string, runs: number, viewport: { width: number, height: number }, rows: number }} options
 * @returns {Promise<{ zones: { zones: number, firstMs: number, frameMs: number, changeMs: number, outlineMs: number }[], uploadMs: number }>}
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
    return {
      zones,
      firstMs: of('firstMs'),
      frameMs: of('frameMs'),
      changeMs: of('changeMs'),
      outlineMs: of('outlineMs'),
    };
  });
  return { zones: medians, uploadMs: median(uploads) };
}

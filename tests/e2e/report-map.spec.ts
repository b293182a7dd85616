import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { createProjection } from '../../src/core/crs/projection.ts';
import type { FigureFrame } from '../../src/core/report/figure-frame.ts';
import { levelStyle } from '../../src/core/style/level-style.ts';
import { loadCli } from '../../tools/city.mjs';
import { realDataPath } from '../real/real-data.ts';

const APP = fileURLToPath(new URL('../../dist', import.meta.url));
const PAPER = [247, 246, 242] as const;
const FILL_OPACITY = 0.4;

/** Everything of one map that the tests look at; channels as rows of the whole bitmap. */
interface DrawnMap {
  frame: FigureFrame;
  metersPerPixel: number;
  width: number;
  rgba: Buffer;
  absent: string[];
}

/** Keeps what the page asks of its figure worker and what it gets, on the page itself. */
function watchFigureWorker(): void {
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (!/figure\.worker/.test(String(url))) return;
      this.addEventListener('message', (event) => {
        Object.assign(window, { figureAnswer: structuredClone(event.data) });
      });
    }
    override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
      if (typeof message === 'object' && message && 'frames' in message) {
        Object.assign(window, { figureRequest: message });
      }
      super.postMessage(message, options as StructuredSerializeOptions);
    }
  };
}

/** Decodes the overview in the page and hands its pixels over. */
async function readOverview(page: Page): Promise<DrawnMap> {
  await page.waitForFunction(() => 'figureAnswer' in window, undefined, { timeout: 150_000 });
  const { base64, ...told } = await page.evaluate(async () => {
    const { figureAnswer, figureRequest } = window as unknown as {
      figureAnswer: {
        value: { bitmaps: Record<string, { png: Uint8Array; metersPerPixel: number }>; absent: string[] };
      };
      figureRequest: { frames: { id: string; frame: FigureFrame }[] };
    };
    const drawn = figureAnswer.value.bitmaps.overview;
    const frame = figureRequest.frames.find((entry) => entry.id === 'overview')?.frame;
    if (!drawn || !frame) throw new Error('no overview');
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(drawn.png)], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!pen) throw new Error('no 2D canvas');
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
    const { absent } = figureAnswer.value;
    return { frame, metersPerPixel: drawn.metersPerPixel, width: bitmap.width, absent, base64: btoa(text) };
  });
  return { ...told, rgba: Buffer.from(base64, 'base64') };
}

/** Builds a package from a recipe, opens it in the built app, makes its report and returns the first map. */
async function drawOverview(page: Page, folder: string, recipe: { id: string }): Promise<DrawnMap> {
  if (!existsSync(path.join(APP, 'index.html'))) throw new Error('the app is not built: run npm test');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'recipe.json'), JSON.stringify(recipe));
  const { runCli, startServer } = await loadCli();
  const tiles = path.join(folder, 'tiles');
  const out = path.join(tiles, recipe.id);
  expect(await runCli(['build', path.join(folder, 'recipe.json'), '--out', out])).toBe(0);
  await writeFile(
    path.join(tiles, 'catalog.json'),
    JSON.stringify({
      catalogVersion: 1,
      cities: [{ id: recipe.id, name: { zh: '图', en: 'Map' }, manifest: `${recipe.id}/city.json` }],
    }),
  );
  const mounts = [
    { path: '/', folder: APP },
    { path: '/tiles/', folder: tiles },
  ];
  const server = await startServer({ mounts, port: 0 });
  try {
    await page.addInitScript(watchFigureWorker);
    await page.goto(`${server.url}?city=${recipe.id}&lang=en`);
    await page.getByRole('button', { name: 'Make report' }).click();
    return await readOverview(page);
  } finally {
    await page.close();
    await server.close();
  }
}

function colourAt(map: DrawnMap, x: number, y: number): [number, number, number] {
  const across = Math.floor((x - map.frame.extent[0]) / map.metersPerPixel);
  const down = Math.floor((map.frame.extent[3] - y) / map.metersPerPixel);
  const at = (down * map.width + across) * 4;
  return [map.rgba[at] ?? 0, map.rgba[at + 1] ?? 0, map.rgba[at + 2] ?? 0];
}

function near(colour: readonly number[], wanted: readonly number[], tolerance: number): boolean {
  return colour.every((value, band) => Math.abs(value - (wanted[band] ?? 0)) <= tolerance);
}

/** Roofs and their outlines are grey and darker than any shadow or grid line on the paper. */
function isRoof([red, green, blue]: readonly [number, number, number]): boolean {
  return red < 190 && Math.abs(red - green) < 20 && Math.abs(green - blue) < 20;
}

const BUILDING = { minX: 529_000, minY: 3_452_000, maxX: 529_200, maxY: 3_452_100 };
const ZONE = { minX: 529_300, minY: 3_452_000, maxX: 529_500, maxY: 3_452_100 };

function geojson(box: typeof BUILDING, properties: Record<string, unknown>): string {
  const projection = createProjection('EPSG:4547');
  if (!projection.ok) throw new Error(projection.issue.code);
  const corner = (x: number, y: number) => projection.value.toLonLat(x, y).slice(0, 2);
  const ring = [
    corner(box.minX, box.minY),
    corner(box.maxX, box.minY),
    corner(box.maxX, box.maxY),
    corner(box.minX, box.maxY),
    corner(box.minX, box.minY),
  ];
  const feature = { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  return JSON.stringify({ type: 'FeatureCollection', features: [feature] });
}

test('the map shows a known building at its place and size, and a zone in the fill and hatch of its level', async ({
  page,
}, info) => {
  const folder = info.outputPath('known');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'hall.geojson'), geojson(BUILDING, { id: 'hall', height: 30 }));
  await writeFile(
    path.join(folder, 'zone.geojson'),
    geojson(ZONE, { id: 'z', name: 'z', hazard: 'flood', level: 'red' }),
  );
  const map = await drawOverview(page, folder, {
    version: 1,
    id: 'known',
    name: { zh: '已知', en: 'Known' },
    projectCrs: 'EPSG:4547',
    groundHeightMeters: 20,
    datasets: [
      { id: 'buildings', kind: 'buildings', source: 'hall.geojson', crs: 'EPSG:4490' },
      { id: 'zones', kind: 'zones', source: 'zone.geojson', crs: 'EPSG:4490' },
    ],
  } as { id: string });
  expect(map.absent).toEqual([]);

  const middle = (BUILDING.minY + BUILDING.maxY) / 2;
  const roofs: number[] = [];
  for (let x = BUILDING.minX - 50; x < BUILDING.maxX + 50; x += map.metersPerPixel) {
    if (isRoof(colourAt(map, x, middle))) roofs.push(x);
  }
  const width = BUILDING.maxX - BUILDING.minX;
  expect(Math.abs(roofs.length * map.metersPerPixel - width)).toBeLessThan(width * 0.01);
  expect(Math.abs((roofs[0] ?? 0) - BUILDING.minX)).toBeLessThan(2 * map.metersPerPixel);
  expect(isRoof(colourAt(map, BUILDING.minX + 100, BUILDING.maxY - 3))).toBe(true);
  expect(isRoof(colourAt(map, BUILDING.minX + 100, BUILDING.maxY + 3))).toBe(false);
  expect(near(colourAt(map, BUILDING.minX - 7, middle + 7), PAPER, 2)).toBe(true);

  const style = levelStyle('red');
  const channels = [1, 3, 5].map((at) => Number.parseInt(style.fill.slice(at, at + 2), 16));
  const fill = PAPER.map((value, band) => value * (1 - FILL_OPACITY + (FILL_OPACITY * (channels[band] ?? 0)) / 255));
  const inZone: [number, number, number][] = [];
  for (let x = ZONE.minX + 20; x < ZONE.minX + 60; x += map.metersPerPixel) {
    for (let y = ZONE.minY + 20; y < ZONE.minY + 60; y += map.metersPerPixel) inZone.push(colourAt(map, x, y));
  }
  const share = (wanted: (colour: [number, number, number]) => boolean) => inZone.filter(wanted).length / inZone.length;
  expect(share((colour) => near(colour, fill, 5))).toBeGreaterThan(0.25);
  expect(share(([red, green]) => red > 150 && green < 130)).toBeGreaterThan(0.08);
  expect(near(colourAt(map, ZONE.minX - 7, middle + 7), PAPER, 2)).toBe(true);
});

test('adopted tiles with implicit tiling and Draco geometry are drawn whole', async ({ page }, info) => {
  const source = realDataPath('3dtiles/delaware-implicit/tileset.json');
  test.skip(source === null, 'the data 3dtiles/delaware-implicit is not here');
  const map = await drawOverview(page, info.outputPath('draco'), {
    version: 1,
    id: 'draco',
    name: { zh: '特拉华', en: 'Delaware' },
    projectCrs: 'EPSG:32618',
    heightDatum: 'ellipsoidal',
    datasets: [{ id: 'buildings', kind: 'buildings', source }],
  } as { id: string });
  expect(map.absent).toEqual([]);
  let roofs = 0;
  for (let at = 0; at < map.rgba.length; at += 4) {
    if (isRoof([map.rgba[at] ?? 0, map.rgba[at + 1] ?? 0, map.rgba[at + 2] ?? 0])) roofs += 1;
  }
  expect(roofs).toBeGreaterThan(10_000);
});

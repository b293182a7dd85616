import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateBytes } from 'gltf-validator';
import { describe, expect, it } from 'vitest';
import type { Polygon2 } from '../../../../src/core/geometry/coordinates.ts';
import type { CityElement } from '../../../../tools/elements/city-element.ts';
import { buildTileset } from '../../../../tools/tiling/build-tileset.ts';
import { readTileContent } from '../../../../tools/tiling/read-tile-content.ts';
import type { TileContent } from '../../../../tools/tiling/tile-content.ts';
import type { TilesetEntry } from '../../../../tools/tiling/walk-state.ts';
import { walkTileset } from '../../../../tools/tiling/walk-tileset.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { collectingContext } from '../elements/collecting-context.ts';
import { sampleElement, squareAt } from '../tables/sample-element.ts';
import { distanceOutside, measureFeatures } from './mesh-measures.ts';

const PROJECT_CRS = 'EPSG:28992';
const [X, Y] = [92_000, 437_000];

/** A 20 m square with a 10 m courtyard: exterior clockwise on purpose, hole counter-clockwise. */
const courtyard: Polygon2 = [[...squareAt(X + 500, Y, 20)[0]!].reverse(), squareAt(X + 505, Y + 5, 10)[0]!];

/** Gabled house, 10 × 8 m, eaves 5 m, ridge 8 m above a base of 43 m; volume 10·8·5 + 10·8·3/2 = 520 m³. */
function gabled(): CityElement {
  const [x0, x1, y0, y1, ym] = [X + 600, X + 610, Y, Y + 8, Y + 4];
  const [low, eaves, ridge] = [43, 48, 51];
  const p = (x: number, y: number, z: number) => [x, y, z] as const;
  const ring = (semantic: 'roof' | 'wall' | 'ground', ...points: (readonly [number, number, number])[]) => ({
    semantic,
    rings: [points],
  });
  return {
    ...sampleElement('gabled', [[squareAt(x0, y0, 8)[0]!]], { heightMeters: 8, baseHeightMeters: low }),
    shape: {
      type: 'surfaces',
      surfaces: [
        ring('ground', p(x0, y0, low), p(x0, y1, low), p(x1, y1, low), p(x1, y0, low)),
        ring('wall', p(x0, y0, low), p(x1, y0, low), p(x1, y0, eaves), p(x0, y0, eaves)),
        ring('wall', p(x1, y1, low), p(x0, y1, low), p(x0, y1, eaves), p(x1, y1, eaves)),
        ring('wall', p(x0, y1, low), p(x0, y0, low), p(x0, y0, eaves), p(x0, ym, ridge), p(x0, y1, eaves)),
        ring('wall', p(x1, y0, low), p(x1, y1, low), p(x1, y1, eaves), p(x1, ym, ridge), p(x1, y0, eaves)),
        ring('roof', p(x0, y0, eaves), p(x1, y0, eaves), p(x1, ym, ridge), p(x0, ym, ridge)),
        ring('roof', p(x1, y1, eaves), p(x0, y1, eaves), p(x0, ym, ridge), p(x1, ym, ridge)),
      ],
    },
  };
}

function sampleCity(): CityElement[] {
  const grid = Array.from({ length: 2000 }, (_, at) =>
    sampleElement(`楼-${at}`, [squareAt(X + (at % 50) * 30, Y + 1000 + Math.floor(at / 50) * 30, 12)], {
      heightMeters: 3 + (at % 40),
      baseHeightMeters: 43,
    }),
  );
  return [
    ...grid,
    sampleElement('courtyard', [courtyard], { heightMeters: 10, baseHeightMeters: 43 }),
    sampleElement('outline', [squareAt(X + 550, Y, 10)], {}),
    gabled(),
  ];
}

interface BuiltTile {
  entry: TilesetEntry;
  bytes: Buffer;
  content: TileContent;
}

async function build(elements: CityElement[], rows = elements.map((_, at) => at + 7)) {
  const outFolder = freshFolder('tileset');
  const context = collectingContext();
  const { files } = await buildTileset(
    elements,
    { projectCrs: PROJECT_CRS, outFolder, rows, groundHeightMeters: 43 },
    context,
  );
  const walk = await walkTileset(join(outFolder, 'tileset.json'));
  if (!walk.ok) throw new Error(walk.issue.code);
  const tiles: BuiltTile[] = [];
  for (const entry of walk.value.entries) {
    if (entry.file === null || entry.uri === null) continue;
    const bytes = readFileSync(entry.file);
    const content = await readTileContent(bytes, entry.uri);
    if (!content.ok) throw new Error(content.issue.code);
    tiles.push({ entry, bytes, content: content.value });
  }
  return {
    files,
    tiles,
    context,
    walk: walk.value,
    tilesetText: readFileSync(join(outFolder, 'tileset.json'), 'utf8'),
  };
}

function measuresById(tiles: readonly BuiltTile[]) {
  return new Map(
    tiles.flatMap(({ content, entry }) => {
      const measures = measureFeatures(content, entry.transform);
      return content.features.map((feature) => [String(feature.properties.id), measures.get(feature.id)!] as const);
    }),
  );
}

describe('buildTileset', () => {
  it('gives back every row, id and height once, unknown heights as null', async () => {
    const city = sampleCity();
    const { tiles } = await build(city);
    expect(tiles.length).toBeGreaterThan(1);
    const told = tiles.flatMap(({ content }) => content.features.map((feature) => feature.properties));
    told.sort((a, b) => Number(a.row) - Number(b.row));
    expect(told).toEqual(
      city.map(({ attributes }, at) => ({
        row: at + 7,
        id: attributes.id,
        height: attributes.heightMeters,
        useClass: 0,
      })),
    );
  });

  it('draws roofs as large as the footprints and walls that face outward', async () => {
    const measures = measuresById((await build(sampleCity())).tiles);
    const area = (id: string) => measures.get(id)!.roofPlanArea;
    // RD New is 0.01 % off true length here, quantisation steps are 2 cm.
    expect(area('楼-0') / 144).toBeCloseTo(1, 2);
    expect(area('courtyard') / 300).toBeCloseTo(1, 2);
    expect(area('outline') / 100).toBeCloseTo(1, 2);
    expect(area('gabled') / 80).toBeCloseTo(1, 2);
    for (const at of [0, 39, 1234]) {
      expect(measures.get(`楼-${at}`)!.volume / (144 * (3 + (at % 40)))).toBeCloseTo(1, 1);
    }
    expect(measures.get('courtyard')!.volume / 3000).toBeCloseTo(1, 2);
    expect(measures.get('gabled')!.volume / 520).toBeCloseTo(1, 2);
  });

  it('keeps content inside tight volumes and never grows the error down the tree', async () => {
    const { tiles, walk } = await build(sampleCity());
    for (const { content, entry } of tiles) {
      expect(distanceOutside(content, entry.transform, entry.boundingVolume.region!)).toBeLessThanOrEqual(0);
      const [, , , , low, high] = entry.boundingVolume.region!;
      expect(high! - low!).toBeLessThan(45);
      expect(low!).toBeGreaterThan(42.9);
    }
    for (const entry of walk.entries) expect(entry.geometricError).toBeLessThanOrEqual(entry.parentGeometricError);
  });

  it('is valid glTF', async () => {
    for (const { bytes } of (await build(sampleCity())).tiles) {
      const { issues } = await validateBytes(bytes);
      expect(issues.messages.filter((message) => message.severity <= 1)).toEqual([]);
    }
  });

  it('writes the same bytes for the same input', async () => {
    const [one, other] = [await build(sampleCity()), await build(sampleCity())];
    expect(other.files).toEqual(one.files);
    expect(other.tilesetText).toBe(one.tilesetText);
    expect(other.tiles.map((tile) => tile.bytes.toString('base64'))).toEqual(
      one.tiles.map((tile) => tile.bytes.toString('base64')),
    );
  });

  it('stays near the measured size of 242 bytes per building', async () => {
    const { tiles } = await build(sampleCity());
    const bytes = tiles.reduce((sum, tile) => sum + tile.bytes.length, 0);
    expect(bytes / 2003).toBeLessThan(300);
  });

  it('reports degenerate surfaces and writes nothing for nothing', async () => {
    const broken = gabled();
    if (broken.shape.type === 'surfaces') broken.shape.surfaces[1]!.rings[0]!.splice(2);
    const { context, tiles } = await build([broken]);
    expect(context.issues.map((issue) => [issue.code, issue.place.id])).toEqual([['tiles.surfaceUndrawn', 'gabled']]);
    expect(tiles).toHaveLength(1);
    const outFolder = freshFolder('tileset');
    const nothing = await buildTileset([], { projectCrs: PROJECT_CRS, outFolder, rows: [] }, collectingContext());
    expect(nothing.files).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroundFeatures, Way } from '../../../../src/core/city/ground-feature.ts';
import { parseGroundLayer } from '../../../../src/core/city/parse-ground.ts';
import { mapStyle } from '../../../../src/core/style/map-style.ts';
import { drawMapTile, metersPerPixelOf } from '../../../../src/scene/globe/ground-map/draw-map-tile.ts';
import { buildMapContent } from '../../../../src/scene/globe/ground-map/map-content.ts';
import { metersPerDegree, placeNames } from '../../../../src/scene/globe/ground-map/place-names.ts';

const ORIGIN = [114, 31] as const;
const SQUARE = [
  [114, 31],
  [114.01, 31],
  [114.01, 31.01],
  [114, 31.01],
  [114, 31],
] as [number, number][];

function way(id: string, wayClass: Way['properties']['wayClass'], line: [number, number][], name: string | null): Way {
  return {
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: [line] },
    properties: { id, name, wayClass, widthMeters: null, dataset: 'd', source: {} },
  };
}

const area = { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[SQUARE]] } } as const;
const base = { id: 'a', name: '清江', dataset: 'd', source: {} };

function features(network: Way[]): GroundFeatures {
  return {
    landuse: [
      { ...area, properties: { ...base, name: null, landUse: 'green' } },
    ] as unknown as GroundFeatures['landuse'],
    water: [{ ...area, properties: base }] as unknown as GroundFeatures['water'],
    network,
  };
}

/** Writes down what is drawn: every call and every setting, in order. */
function recordingPen() {
  const calls: string[] = [];
  const pen = new Proxy({} as Record<string, unknown>, {
    get:
      (_, name: string) =>
      (...values: unknown[]) =>
        calls.push(`${name}(${values.map(String).join(',')})`),
    set: (_, name: string, value) => {
      calls.push(`${name}=${String(value)}`);
      return true;
    },
  });
  return { pen: pen as unknown as Parameters<typeof drawMapTile>[0], calls };
}

describe('reading the layers of a base map', () => {
  it('counts what is not sound and refuses what is no collection', () => {
    const good = way(
      '1',
      'local',
      [
        [114, 31],
        [114.001, 31],
      ],
      null,
    );
    const parsed = parseGroundLayer('network', { features: [good, { type: 'Feature' }] });
    expect(parsed?.features).toHaveLength(1);
    expect(parsed?.leftOut).toBe(1);
    expect(parseGroundLayer('water', [good])).toBeNull();
  });
});

describe('order of drawing', () => {
  it('draws land, then water, then ways from narrow to wide, casings below all fills', () => {
    const line: [number, number][] = [
      [114, 31.005],
      [114.01, 31.005],
    ];
    const content = buildMapContent(features([way('1', 'arterial', line, null), way('2', 'local', line, null)]));
    const { pen, calls } = recordingPen();
    const style = mapStyle('light');
    const tile = { box: [114, 31, 114.01, 31.01] as const, size: 512 };
    drawMapTile(pen, content, [], tile, style, '#ground');
    const painted = calls.filter((call) => /^(fill|stroke)Style=/.test(call)).map((call) => call.split('=')[1]);
    const { local, arterial } = style.ways;
    expect(painted).toEqual([
      '#ground',
      style.land.green,
      style.water,
      local.casing,
      arterial.casing,
      local.fill,
      arterial.fill,
    ]);
  });

  it('leaves shapes out that are far from the tile', () => {
    const content = buildMapContent(features([]));
    const { pen, calls } = recordingPen();
    drawMapTile(pen, content, [], { box: [115, 31, 115.01, 31.01], size: 512 }, mapStyle('dark'), '#ground');
    expect(calls.filter((call) => call.startsWith('fill('))).toEqual([]);
  });

  it('says how many metres a pixel is', () => {
    expect(metersPerPixelOf({ box: [0, 0, 0.01, 0.01], size: 512 })).toBeCloseTo(1105.74 / 512, 6);
  });
});

describe('names', () => {
  it('follow their street, readable from the south, and repeat along it', () => {
    const [east, north] = metersPerDegree(31);
    const slope: [number, number][] = [
      [ORIGIN[0] + 2000 / east, ORIGIN[1] + 2000 / north],
      [ORIGIN[0], ORIGIN[1]],
    ];
    const content = buildMapContent({ landuse: [], water: [], network: [way('1', 'arterial', slope, '滨江大道')] });
    const placed = placeNames(content, ORIGIN, 1);
    expect(placed).toHaveLength(5);
    for (const name of placed) expect(name.angleRadians).toBeCloseTo(Math.PI / 4, 6);
  });

  it('do not stand where the street bends or is too short for them', () => {
    const [east, north] = metersPerDegree(31);
    const corner: [number, number][] = [
      [ORIGIN[0], ORIGIN[1]],
      [ORIGIN[0] + 45 / east, ORIGIN[1]],
      [ORIGIN[0] + 45 / east, ORIGIN[1] + 45 / north],
    ];
    const content = buildMapContent({ landuse: [], water: [], network: [way('1', 'arterial', corner, '滨江大道')] });
    expect(placeNames(content, ORIGIN, 1)).toEqual([]);
    expect(placeNames(content, ORIGIN, 2)).toEqual([]);
  });

  it('never meet, and widen their choice as the map gets finer', () => {
    const offset = fc.double({ min: -0.02, max: 0.02, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset, offset, offset), { maxLength: 60 }), (lines) => {
        const network = lines.map(([ax, ay, bx, by], index) =>
          way(
            String(index),
            index % 2 ? 'local' : 'arterial',
            [
              [114 + ax, 31 + ay],
              [114 + bx, 31 + by],
            ],
            '文昌北路',
          ),
        );
        const content = buildMapContent({ landuse: [], water: [], network });
        const metersPerPixel = 1.3;
        const [east, north] = metersPerDegree(31);
        const boxes = placeNames(content, ORIGIN, metersPerPixel).map((name) => {
          const [x, y] = [((name.lon - 114) * east) / metersPerPixel, ((name.lat - 31) * north) / metersPerPixel];
          return { x, y, halfWidth: name.halfWidth, halfHeight: name.halfHeight };
        });
        const rounding = 1e-6;
        for (const [index, a] of boxes.entries()) {
          for (const b of boxes.slice(index + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= a.halfWidth + b.halfWidth - rounding ||
              Math.abs(a.y - b.y) >= a.halfHeight + b.halfHeight - rounding;
            expect(apart).toBe(true);
          }
        }
        const coarse = placeNames(content, ORIGIN, 4);
        expect(coarse.every(({ look }) => look === 'arterial')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

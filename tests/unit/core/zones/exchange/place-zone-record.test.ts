import { describe, expect, it } from 'vitest';
import { placeZoneRecord } from '../../../../../src/core/zones/exchange/place-zone-record.ts';
import { settleImportedIds } from '../../../../../src/core/zones/exchange/settle-imported-ids.ts';
import { EXCHANGED_ZONES } from '../../../../fixtures/exchange/exchanged-zones.ts';

const frame = { projection: { toLonLat: (x: number, y: number) => [x, y] as const }, isSwapped: false };
const square = (west: number, south: number, size = 1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const place = (type: string, coordinates: unknown) =>
  placeZoneRecord({ row: 1, id: null, properties: {}, geometry: { type, coordinates } }, frame);

describe('shapes of imported records', () => {
  it('keeps the numbers of a sound polygon and leaves heights out', () => {
    const ring = square(10, 20).map(([x, y]) => [x!, y!, 5]);
    const placed = place('Polygon', [ring]);
    expect(placed).toEqual({
      ok: true,
      geometry: { type: 'MultiPolygon', coordinates: [[square(10, 20)]] },
      mended: ['geometry.heightsLeftOut'],
    });
  });
  it('unites parts that overlap, makes two of a bow tie', () => {
    const united = place('MultiPolygon', [[square(0, 0, 2)], [square(1, 1, 2)]]);
    expect(united).toMatchObject({ ok: true, mended: ['geometry.partsUnited'] });
    expect(united.ok && united.geometry.coordinates.length).toBe(1);
    const tie = place('Polygon', [
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ]);
    expect(tie).toMatchObject({ ok: true, mended: ['geometry.selfIntersection'] });
    expect(tie.ok && tie.geometry.coordinates.length).toBe(2);
  });
  it('says why a record has no shape', () => {
    expect(place('Point', [1, 2])).toMatchObject({ ok: false, code: 'geojson.notPolygon' });
    expect(
      place('Polygon', [
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ],
      ]),
    ).toMatchObject({ ok: false, code: 'geometry.unusable' });
    expect(place('Polygon', [square(500_000, 3_000_000)])).toMatchObject({ ok: false, code: 'geometry.noPlace' });
    expect(
      place('Polygon', [
        [
          [179, 0],
          [-179, 0],
          [-179, 1],
          [179, 1],
          [179, 0],
        ],
      ]),
    ).toMatchObject({
      ok: false,
      code: 'sketch.antimeridian',
    });
  });
});

describe('ids that the city has already', () => {
  const [approved, draft, unnamed] = EXCHANGED_ZONES;
  const known = Object.fromEntries([approved!, draft!].map((zone) => [zone.properties.id, zone]));
  const renamed = (zone: typeof approved) => ({ ...zone!, properties: { ...zone!.properties, name: 'new' } });
  const incoming = [renamed(approved), renamed(draft), unnamed!];

  it('replaces, but never an approved zone', () => {
    const settled = settleImportedIds(incoming, known, 'replace');
    expect(settled).toMatchObject({ added: 1, replaced: 1, approved: 1 });
    expect(settled.changes.map(({ id, before }) => [id, before !== null])).toEqual([
      ['z-2', true],
      ['z-3', false],
    ]);
  });
  it('skips or keeps both', () => {
    expect(settleImportedIds(incoming, known, 'skip')).toMatchObject({ added: 1, skipped: 2 });
    const both = settleImportedIds(incoming, known, 'keepBoth');
    expect(both.changes.map(({ id }) => id)).toEqual(['z-1-2', 'z-2-2', 'z-3']);
  });
  it('leaves the same zones alone', () => {
    expect(settleImportedIds([approved!, draft!], known, 'replace')).toMatchObject({ identical: 2, changes: [] });
  });
});

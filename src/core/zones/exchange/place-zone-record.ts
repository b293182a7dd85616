import type { Projection } from '../../crs/projection.ts';
import { polygonsOf } from '../../formats/polygons-of.ts';
import type { SourceRecord } from '../../formats/source-record.ts';
import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import { REPAIR_CODES, repairPolygon } from '../../geometry/repair-ring.ts';
import { crossesAntimeridian } from '../editing/area-of-use.ts';
import { clipShapes } from '../editing/clip-shapes.ts';
import { isSoundShape } from '../editing/is-sound-shape.ts';
import type { Zone } from '../zone.ts';

/** Grid on which parts that overlap are united: 10⁻⁹ degrees, about 0.1 mm. */
const STEPS_PER_DEGREE = 1e9;

/** Frame of a source: its CRS, and whether it writes northing before easting. */
export interface ZoneSourceFrame {
  projection: Pick<Projection, 'toLonLat'>;
  isSwapped: boolean;
}

/** The shape of a record, with the codes of what was mended; or why it has none. */
export type PlacedZone =
  | { ok: true; geometry: Zone['geometry']; mended: string[] }
  | { ok: false; code: string; values: Record<string, string | number> };

const openRings = (shape: MultiPolygon2): MultiPolygon2 =>
  shape.map((polygon) => polygon.map((ring) => ring.slice(0, -1)));

/**
 * Brings the polygons of one record to longitude and latitude: rings mended, parts that overlap united so that nothing
 * is counted twice; sound polygons keep their numbers. Heights are left out (`geometry.heightsLeftOut`).
 * Errors: `geojson.notPolygon`, `geometry.unusable` (nothing with an area is left), `geometry.noPlace` (positions that
 * are no places on the earth), `sketch.antimeridian`.
 */
export function placeZoneRecord({ geometry }: SourceRecord, { projection, isSwapped }: ZoneSourceFrame): PlacedZone {
  const polygons = polygonsOf(geometry);
  if (!polygons) return { ok: false, code: 'geojson.notPolygon', values: { type: geometry?.type ?? 'null' } };
  const codes = new Set<string>();
  const found = polygons.flatMap((rings) => {
    const degrees = rings.map((ring) =>
      ring.map((position) => {
        const [x = Number.NaN, y = Number.NaN] = position;
        if (position.length > 2) codes.add('geometry.heightsLeftOut');
        if (!Number.isFinite(x) || !Number.isFinite(y)) return [x, y];
        return isSwapped ? projection.toLonLat(y, x) : projection.toLonLat(x, y);
      }),
    );
    const { polygons: kept, repairs } = repairPolygon(degrees);
    for (const [name, code] of Object.entries(REPAIR_CODES)) {
      if (repairs[name as keyof typeof REPAIR_CODES] > 0) codes.add(code);
    }
    return kept;
  });
  if (found.length === 0) return { ok: false, code: 'geometry.unusable', values: {} };
  const stray = found.flat(2).find(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90);
  if (stray) return { ok: false, code: 'geometry.noPlace', values: { lon: stray[0], lat: stray[1] } };
  if (found.flat().some((ring) => crossesAntimeridian(ring))) {
    return { ok: false, code: 'sketch.antimeridian', values: {} };
  }
  const shape = settle(found, codes);
  if (shape.length === 0) return { ok: false, code: 'geometry.unusable', values: {} };
  const coordinates = shape.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])),
  );
  return { ok: true, geometry: { type: 'MultiPolygon', coordinates }, mended: [...codes] };
}

function settle(shape: MultiPolygon2, codes: Set<string>): MultiPolygon2 {
  const open = openRings(shape);
  if (isSoundShape(open)) return shape;
  const united = clipShapes('union', open, [], STEPS_PER_DEGREE);
  if (shape.length > united.length) codes.add('geometry.partsUnited');
  return united.map((polygon) => polygon.map((ring) => [...ring, ring[0]!]));
}

import fc from 'fast-check';
import { RISK_LEVELS, type RiskLevel } from '../../../../src/core/city/hazard.ts';
import type { MultiPolygon2 } from '../../../../src/core/geometry/coordinates.ts';
import type { FootprintRow } from '../../../../src/core/risk/building-footprints.ts';
import type { ZonePolygons } from '../../../../src/core/risk/zone-polygons.ts';

/** A projection that leaves metres as they are. */
export const METERS = { fromLonLat: (x: number, y: number) => [x, y] as const };

type Ring = MultiPolygon2[number][number];

/** A closed rectangle from its least corner. */
export function box(x: number, y: number, width: number, height = width): Ring {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
}

const place = fc.integer({ min: -40, max: 40 });
const size = fc.integer({ min: 1, max: 40 });
const anyBox = fc.tuple(place, place, size, size).map(([x, y, width, height]) => box(x, y, width, height));
/** Three or more corners in any order: rings cross themselves, fold back, repeat positions and turn either way. */
const anyRing = fc
  .array(fc.tuple(place, place), { minLength: 3, maxLength: 7 })
  .map((corners): Ring => [...corners, corners[0]!]);
/** A star around a place, with numbers that are no whole metres. */
const anyStar = fc
  .tuple(place, place, fc.array(fc.double({ min: 2, max: 45, noNaN: true }), { minLength: 3, maxLength: 14 }))
  .map(([x, y, reach]): Ring => {
    const corners = reach.map((far, step): [number, number] => {
      const angle = (step * 2 * Math.PI) / reach.length;
      return [x + far * Math.cos(angle), y + far * Math.sin(angle)];
    });
    return [...corners, corners[0]!];
  });
const anyHoled = fc
  .tuple(anyStar, place, place, size)
  .map(([star, x, y, width]): Ring[] => [star, box(x, y, width / 4)]);
const anyPolygon = fc.oneof(
  anyBox.map((ring) => [ring]),
  anyRing.map((ring) => [ring]),
  anyStar.map((ring) => [ring]),
  anyHoled,
);

/** Polygons of every kind: concave, holed, multipart, overlapping, touching, crossing themselves. */
export const anyShape: fc.Arbitrary<MultiPolygon2> = fc.array(anyPolygon, { minLength: 1, maxLength: 3 });

/** Zones with ids `z0` … `z4`, each at most once. */
export const anyZones: fc.Arbitrary<ZonePolygons[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('z0', 'z1', 'z2', 'z3', 'z4'),
    level: fc.constantFrom<RiskLevel>(...RISK_LEVELS),
    polygons: anyShape,
  }),
  { selector: (zone) => zone.id, maxLength: 5 },
);

const anyHouse = fc.oneof(
  anyBox.map((ring): MultiPolygon2 => [[ring]]),
  anyStar.map((ring): MultiPolygon2 => [[ring]]),
  fc.tuple(place, place, size).map(([x, y, w]): MultiPolygon2 => [[box(x, y, w + 3), box(x + 1, y + 1, w)]]),
  fc.tuple(place, place, size).map(([x, y, w]): MultiPolygon2 => [[box(x, y, w)], [box(x + w + 2, y, w)]]),
  fc.constant(null),
);
const weight = fc.option(fc.integer({ min: 0, max: 500 }), { freq: 4 });

/** Buildings on the same ground as `anyShape`. */
export const anyHouses: fc.Arbitrary<FootprintRow[]> = fc.array(
  fc.record({ geometry: anyHouse, floorAreaSquareMeters: weight, peopleDay: weight, peopleNight: weight }),
  { maxLength: 12 },
);

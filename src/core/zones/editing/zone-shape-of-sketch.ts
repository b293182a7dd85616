import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { LonLat, MultiPolygon2 } from '../../geometry/coordinates.ts';
import { measurePlanArea } from '../../geometry/plan-area.ts';
import type { Zone } from '../zone.ts';
import { crossesAntimeridian, isInAreaOfUse } from './area-of-use.ts';
import { clipShapes } from './clip-shapes.ts';
import { findWorstContact } from './edge-contacts.ts';
import { isSoundShape } from './is-sound-shape.ts';
import { refuseSketch } from './refuse-sketch.ts';
import { settleShape } from './settle-shape.ts';
import { MOST_ZONE_VERTICES } from './sketch-of-zone.ts';

/** Degrees are kept to 10⁻⁹, about 0.1 mm: fine enough for any survey, and the same again after a round trip. */
const STEPS_PER_DEGREE = 1e9;

/** A zone smaller than this, in square metres, is no zone. */
const LEAST_AREA_SQUARE_METERS = 1e-2;

const round = (degrees: number) => Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;

type BothWays = Pick<Projection, 'toLonLat' | 'fromLonLat'>;

/**
 * Datum shifts of seven parameters are not inverted exactly (0.4 mm in the Netherlands): without this correction a zone
 * would creep a little with every edit.
 */
function invertExactly(x: number, y: number, projection: BothWays): LonLat {
  const near = projection.toLonLat(x, y);
  const [backX, backY] = projection.fromLonLat(near[0], near[1]);
  return projection.toLonLat(x + (x - backX), y + (y - backY));
}

function toDegrees(shape: MultiPolygon2, projection: BothWays): LonLat[][][] {
  return shape.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([x, y]): LonLat => {
        const [lon, lat] = invertExactly(x, y, projection);
        return [round(lon), round(lat)];
      }),
    ),
  );
}

/**
 * Makes the geometry of a zone of a sketch: mended, in degrees rounded to 10⁻⁹, exteriors counter-clockwise, holes
 * clockwise, rings closed. Rounding can bring edges across each other: it is mended once more on the grid of degrees.
 * @param shape Rings open or closed, metres of the project CRS.
 * Errors: `sketch.tooFewPoints` (no ring of three positions), `sketch.badPosition` (a coordinate that is no number),
 * `sketch.tooManyVertices`, `sketch.noArea`, `sketch.antimeridian`, `sketch.outsideArea`, `sketch.beyondRepair`.
 */
export function zoneShapeOfSketch(
  shape: MultiPolygon2,
  projection: Pick<Projection, 'toLonLat' | 'fromLonLat' | 'areaOfUse' | 'code'>,
): Outcome<Zone['geometry']> {
  const rings = shape.flat();
  if (!rings.some((ring) => ring.length >= 3)) return refuseSketch('sketch.tooFewPoints');
  if (!rings.flat().every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)))
    return refuseSketch('sketch.badPosition');
  const count = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (count > MOST_ZONE_VERTICES) return refuseSketch('sketch.tooManyVertices', { count, most: MOST_ZONE_VERTICES });
  const settled = settleShape(shape);
  if (measurePlanArea(settled) < LEAST_AREA_SQUARE_METERS) return refuseSketch('sketch.noArea');
  const degrees = toDegrees(settled, projection);
  for (const position of degrees.flat(2)) {
    if (!isInAreaOfUse(position[0], position[1], projection.areaOfUse)) {
      return refuseSketch('sketch.outsideArea', { lon: position[0], lat: position[1], crs: projection.code });
    }
  }
  if (degrees.flat().some(crossesAntimeridian)) return refuseSketch('sketch.antimeridian');
  const sound = isSoundShape(degrees) ? degrees : clipShapes('union', degrees, [], STEPS_PER_DEGREE);
  if (sound.length === 0 || (sound !== degrees && findWorstContact(sound.flat()) === 'crossing')) {
    return refuseSketch('sketch.beyondRepair');
  }
  const closed = sound.map((polygon) =>
    polygon.map((ring) => [...ring, ring[0]!].map(([lon, lat]): [number, number] => [lon, lat])),
  );
  return { ok: true, value: { type: 'MultiPolygon', coordinates: closed } };
}

import type { Projection } from '../crs/projection.ts';
import type { MultiPolygon2 } from '../geometry/coordinates.ts';
import { measurePlanArea } from '../geometry/plan-area.ts';

/**
 * Footprints and weights of all buildings of a table in columns; index = row of the table.
 * NaN = unknown, never zero.
 */
export interface BuildingFootprints {
  count: number;
  /** x, y of every ring position, metres of the project CRS; rings closed. */
  coordinates: Float64Array;
  /** First position of every ring, and the number of positions. */
  ringStarts: Uint32Array;
  /** First ring of every polygon, and the number of rings. */
  polygonStarts: Uint32Array;
  /** First polygon of every building, and the number of polygons; a building without footprint has none. */
  buildingStarts: Uint32Array;
  /** Least x, least y, greatest x, greatest y per building; NaN without footprint. */
  boxes: Float64Array;
  /** Plan area in square metres, measured from the footprint; 0 without one. */
  planArea: Float64Array;
  floorArea: Float64Array;
  peopleDay: Float64Array;
  peopleNight: Float64Array;
}

/** What is read of a row; the footprint in degrees (longitude, latitude), `null` when its bytes are not sound. */
export interface FootprintRow {
  geometry: MultiPolygon2 | null;
  floorAreaSquareMeters: number | null;
  peopleDay: number | null;
  peopleNight: number | null;
}

function boxOf(footprint: MultiPolygon2): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of footprint.flatMap((polygon) => polygon[0] ?? [])) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return Number.isFinite(box[0]) ? box : [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
}

/**
 * Brings the footprints of a table to the project CRS and lays them out in columns, once per table.
 * Vertices are projected as they are; edges are straight in the project CRS.
 * @param rows In table order, row 0 first.
 */
export function collectFootprints(
  rows: readonly FootprintRow[],
  projection: Pick<Projection, 'fromLonLat'>,
): BuildingFootprints {
  const coordinates: number[] = [];
  const ringStarts = [0];
  const polygonStarts = [0];
  const buildingStarts = [0];
  const boxes = new Float64Array(rows.length * 4);
  const planArea = new Float64Array(rows.length);
  rows.forEach(({ geometry }, row) => {
    const footprint = (geometry ?? []).map((polygon) =>
      polygon.map((ring) => ring.map(([lon, lat]) => projection.fromLonLat(lon, lat))),
    );
    boxes.set(boxOf(footprint), row * 4);
    planArea[row] = measurePlanArea(footprint);
    for (const polygon of footprint) {
      for (const ring of polygon) {
        for (const [x, y] of ring) coordinates.push(x, y);
        ringStarts.push(coordinates.length / 2);
      }
      polygonStarts.push(ringStarts.length - 1);
    }
    buildingStarts.push(polygonStarts.length - 1);
  });
  const weights = (of: (row: FootprintRow) => number | null) => Float64Array.from(rows, (row) => of(row) ?? Number.NaN);
  return {
    count: rows.length,
    coordinates: Float64Array.from(coordinates),
    ringStarts: Uint32Array.from(ringStarts),
    polygonStarts: Uint32Array.from(polygonStarts),
    buildingStarts: Uint32Array.from(buildingStarts),
    boxes,
    planArea,
    floorArea: weights((row) => row.floorAreaSquareMeters),
    peopleDay: weights((row) => row.peopleDay),
    peopleNight: weights((row) => row.peopleNight),
  };
}

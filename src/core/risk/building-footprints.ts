import type { Projection } from '../crs/projection.ts';
import type { MultiPolygon2 } from '../geometry/coordinates.ts';
import { measurePlanArea } from '../geometry/plan-area.ts';
import type { SweepRegion } from '../geometry/sweep-overlap.ts';

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

/** Takes rows one by one, so that a worker can tell progress on a large table. */
export interface FootprintCollector {
  /** Adds the next row of the table, row 0 first. */
  add(row: FootprintRow): void;
  finish(): BuildingFootprints;
}

/** Starts collecting; see `collectFootprints`. */
export function createFootprintCollector(projection: Pick<Projection, 'fromLonLat'>): FootprintCollector {
  const coordinates: number[] = [];
  const ringStarts = [0];
  const polygonStarts = [0];
  const buildingStarts = [0];
  const boxes: number[] = [];
  const planArea: number[] = [];
  const weights = { floorArea: [] as number[], peopleDay: [] as number[], peopleNight: [] as number[] };
  return {
    add({ geometry, floorAreaSquareMeters, peopleDay, peopleNight }) {
      const footprint = (geometry ?? []).map((polygon) =>
        polygon.map((ring) => ring.map(([lon, lat]) => projection.fromLonLat(lon, lat))),
      );
      boxes.push(...boxOf(footprint));
      planArea.push(measurePlanArea(footprint));
      weights.floorArea.push(floorAreaSquareMeters ?? Number.NaN);
      weights.peopleDay.push(peopleDay ?? Number.NaN);
      weights.peopleNight.push(peopleNight ?? Number.NaN);
      for (const polygon of footprint) {
        for (const ring of polygon) {
          for (const [x, y] of ring) coordinates.push(x, y);
          ringStarts.push(coordinates.length / 2);
        }
        polygonStarts.push(ringStarts.length - 1);
      }
      buildingStarts.push(polygonStarts.length - 1);
    },
    finish: () => ({
      count: planArea.length,
      coordinates: Float64Array.from(coordinates),
      ringStarts: Uint32Array.from(ringStarts),
      polygonStarts: Uint32Array.from(polygonStarts),
      buildingStarts: Uint32Array.from(buildingStarts),
      boxes: Float64Array.from(boxes),
      planArea: Float64Array.from(planArea),
      floorArea: Float64Array.from(weights.floorArea),
      peopleDay: Float64Array.from(weights.peopleDay),
      peopleNight: Float64Array.from(weights.peopleNight),
    }),
  };
}

/**
 * Brings the footprints of a table to the project CRS and lays them out in columns, once per table.
 * Vertices are projected as they are; edges are straight in the project CRS.
 * @param rows In table order, row 0 first.
 */
export function collectFootprints(
  rows: Iterable<FootprintRow>,
  projection: Pick<Projection, 'fromLonLat'>,
): BuildingFootprints {
  const collector = createFootprintCollector(projection);
  for (const row of rows) collector.add(row);
  return collector.finish();
}

/** The polygons of a footprint as the subject (group 0) of a sweep. */
export function collectFootprintRegions(buildings: BuildingFootprints, row: number): SweepRegion[] {
  const { buildingStarts, polygonStarts, ringStarts, coordinates } = buildings;
  const regions: SweepRegion[] = [];
  for (let polygon = buildingStarts[row]!; polygon < buildingStarts[row + 1]!; polygon += 1) {
    const meeting: number[] = [];
    for (let ring = polygonStarts[polygon]!; ring < polygonStarts[polygon + 1]!; ring += 1) {
      for (let at = ringStarts[ring]! * 2; at + 2 < ringStarts[ring + 1]! * 2; at += 2) {
        const upward = coordinates[at + 1]! <= coordinates[at + 3]!;
        const [from, to] = upward ? [at, at + 2] : [at + 2, at];
        meeting.push(coordinates[from]!, coordinates[from + 1]!, coordinates[to]!, coordinates[to + 1]!);
      }
    }
    regions.push({ group: 0, meeting, left: [] });
  }
  return regions;
}

import polygonClipping from 'polygon-clipping';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { measurePlanArea } from '../../src/core/geometry/plan-area.ts';
import type { BuildContext } from '../package/progress.ts';
import type { PlacedElement } from './element-batch.ts';
import { unitePolygons } from './surface-geometry.ts';

/** Gap across which pieces of one building, cut at the border of two files, still count as touching. */
const SEAM_METERS = 0.5;

function boundsOf(footprint: MultiPolygon2): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of footprint.flat(2)) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  return bounds;
}

function boundsTouch(a: MultiPolygon2, b: MultiPolygon2): boolean {
  const [west, south, east, north] = boundsOf(a);
  const [otherWest, otherSouth, otherEast, otherNorth] = boundsOf(b);
  return (
    west <= otherEast + SEAM_METERS &&
    otherWest <= east + SEAM_METERS &&
    south <= otherNorth + SEAM_METERS &&
    otherSouth <= north + SEAM_METERS
  );
}

function overlapArea(a: MultiPolygon2, b: MultiPolygon2): number {
  try {
    const mutable = (multi: MultiPolygon2) =>
      multi.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
    return measurePlanArea(polygonClipping.intersection(mutable(a), mutable(b)));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Two records with one id are pieces of one building when they come from different files, touch and do not overlap. */
function arePieces(kept: PlacedElement, other: PlacedElement): boolean {
  if (kept.element.shape.type !== 'extrusion' || other.element.shape.type !== 'extrusion') return false;
  if (kept.place.file === other.place.file) return false;
  const [a, b] = [kept.element.footprint, other.element.footprint];
  if (JSON.stringify(a) === JSON.stringify(b) || !boundsTouch(a, b)) return false;
  return overlapArea(a, b) < 0.01 * Math.min(measurePlanArea(a), measurePlanArea(b));
}

function joinPiece(kept: PlacedElement, piece: PlacedElement): void {
  const footprint = unitePolygons([kept.element.footprint, piece.element.footprint]);
  kept.element.footprint = footprint ?? [...kept.element.footprint, ...piece.element.footprint];
}

/**
 * Brings the elements of all files of a dataset together, each id once. A repeated id is a piece of the same building
 * when it comes from another file, touches the first and does not overlap it (tiled exports cut buildings at their
 * borders): it is joined and counted as `element.pieceJoined`. Any other repetition is left out and counted as
 * `element.duplicateId`; the first record wins.
 */
export function combineElements(records: readonly PlacedElement[], context: BuildContext): PlacedElement[] {
  const byId = new Map<string, PlacedElement>();
  for (const record of records) {
    const { id } = record.element.attributes;
    const kept = byId.get(id);
    if (!kept) byId.set(id, record);
    else if (arePieces(kept, record)) {
      joinPiece(kept, record);
      context.report({ code: 'element.pieceJoined', severity: 'note', place: record.place });
    } else {
      context.report({
        code: 'element.duplicateId',
        severity: 'warning',
        place: record.place,
        values: { first: `${kept.place.file ?? ''}:${kept.place.row ?? ''}` },
      });
    }
  }
  return [...byId.values()];
}

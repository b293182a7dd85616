import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import { createGrid, type Grid } from './grid.ts';
import { overlayRings } from './overlay-rings.ts';

type Ring = readonly (readonly [number, number])[];

const RULES = {
  union: (first: number, second: number) => first > 0 || second > 0,
  difference: (first: number, second: number) => first > 0 && second <= 0,
  intersection: (first: number, second: number) => first > 0 && second > 0,
} as const;

/** Grid steps per metre: new corners lie on tenths of a millimetre, as fine as what a zone keeps in degrees. */
export const STEPS_PER_METER = 1e4;

const isOdd = (winding: number) => winding % 2 !== 0;

/** Rings that wind once around every polygon of a shape; a ring that crosses itself falls into its even-odd loops. */
function ringsOf(shape: MultiPolygon2, grid: Grid): Ring[] {
  return shape.flatMap((polygon) => {
    const [exterior, ...holes] = polygon.map((ring) => overlayRings([grid.pathOf(ring)], [], isOdd).flat());
    if (!exterior || holes.length === 0) return exterior ?? [];
    return overlayRings(exterior, holes.flat(), (first, second) => first > 0 && second <= 0).flat();
  });
}

/**
 * Union, difference or intersection of two shapes: what several polygons of one shape share counts once, holes cut
 * only their own polygon, rings that cross themselves are read even-odd. The union with nothing mends a shape.
 * @param subject Polygons in any planar frame; rings open or closed, any direction; may be empty.
 * @param stepsPerUnit Fineness of the grid of whole numbers it is computed on. Vertices of the input that the result
 * keeps are the same numbers as before; new ones lie on the grid; edges bend by up to 1.5 steps where they meet others.
 * @returns Valid polygons: exteriors counter-clockwise, holes clockwise, rings open; empty when nothing is left.
 * Limits: coordinates within 10¹⁵ grid steps of each other.
 */
export function clipShapes(
  operation: keyof typeof RULES,
  subject: MultiPolygon2,
  clip: MultiPolygon2,
  stepsPerUnit = STEPS_PER_METER,
): MultiPolygon2 {
  const origin = subject[0]?.[0]?.[0] ?? clip[0]?.[0]?.[0];
  if (!origin) return [];
  const grid = createGrid(origin, stepsPerUnit);
  return grid.shapeOf(overlayRings(ringsOf(subject, grid), ringsOf(clip, grid), RULES[operation]));
}

import { Clipper64, ClipType, FillRule, type Path64, type Paths64 } from 'clipper2-ts';
import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import { assemblePolygons } from './assemble-polygons.ts';
import { findWorstContact } from './edge-contacts.ts';
import { createGrid, type Grid } from './grid.ts';

const OPERATIONS = {
  union: ClipType.Union,
  difference: ClipType.Difference,
  intersection: ClipType.Intersection,
} as const;

/** Grid steps per metre: new corners lie on tenths of a millimetre, as fine as what a zone keeps in degrees. */
export const STEPS_PER_METER = 1e4;

/** Rounding to the grid can make edges cross by less than a grid step; each pass mends what the last one made. */
const MOST_PASSES = 4;

function run(operation: ClipType, rule: FillRule, subject: Paths64, clip: Paths64): Paths64 {
  const clipper = new Clipper64();
  if (subject.length > 0) clipper.addSubject(subject);
  if (clip.length > 0) clipper.addClip(clip);
  const solution: Paths64 = [];
  clipper.execute(operation, rule, solution);
  return solution;
}

/** Paths that wind once around every polygon of a shape; a ring that crosses itself falls into its even-odd loops. */
function pathsOf(shape: MultiPolygon2, grid: Grid): Paths64 {
  return shape.flatMap((polygon) => {
    const [exterior, ...holes] = polygon.map((ring) => {
      const path = grid.pathOf(ring);
      return path.length < 3 ? [] : run(ClipType.Union, FillRule.EvenOdd, [path], []);
    });
    if (!exterior || holes.length === 0) return exterior ?? [];
    return run(ClipType.Difference, FillRule.NonZero, exterior, holes.flat());
  });
}

function isNoded(paths: readonly Path64[]): boolean {
  return findWorstContact(paths.map((path) => path.map(({ x, y }): [number, number] => [x, y]))) !== 'crossing';
}

/**
 * Union, difference or intersection of two shapes: what several polygons of one shape share counts once, holes cut
 * only their own polygon, rings that cross themselves are read even-odd. The union with nothing mends a shape.
 * @param subject Polygons in any planar frame; rings open or closed, any direction; may be empty.
 * @param stepsPerUnit Fineness of the grid of whole numbers it is computed on. Vertices of the input that the result
 * keeps are the same numbers as before; new ones lie on the grid.
 * @returns Valid polygons: exteriors counter-clockwise, holes clockwise, rings open; empty when nothing is left.
 * Limits: coordinates within 10¹⁵ grid steps of each other. Source: Clipper2 (Vatti's sweep, exact on whole numbers).
 */
export function clipShapes(
  operation: keyof typeof OPERATIONS,
  subject: MultiPolygon2,
  clip: MultiPolygon2,
  stepsPerUnit = STEPS_PER_METER,
): MultiPolygon2 {
  const origin = subject[0]?.[0]?.[0] ?? clip[0]?.[0]?.[0];
  if (!origin) return [];
  const grid = createGrid(origin, stepsPerUnit);
  let paths = run(OPERATIONS[operation], FillRule.Positive, pathsOf(subject, grid), pathsOf(clip, grid));
  for (let pass = 1; pass < MOST_PASSES && !isNoded(paths); pass += 1) {
    paths = run(ClipType.Union, FillRule.Positive, paths, []);
  }
  return grid.shapeOf(assemblePolygons(paths));
}

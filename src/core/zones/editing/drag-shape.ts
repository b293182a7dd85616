import type { MultiPolygon2, Polygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { dragEdge, dragVertex } from './drag-vertex.ts';
import type { SketchHandle } from './sketch.ts';
import { moveShape, rotateShape, scaleShape } from './transform-shape.ts';

type Ring = Polygon2[number];

/** Replaces one ring of a shape; the others stay the same objects. */
export function replaceRing(shape: MultiPolygon2, polygon: number, ring: number, next: Ring): MultiPolygon2 {
  return shape.map((rings, index) =>
    index === polygon ? rings.map((old, place) => (place === ring ? next : old)) : rings,
  );
}

/**
 * What becomes of a shape when a handle is dragged from where it was grabbed to another place.
 * @param shape Open rings, metres of the project CRS.
 * @param keepsAngles Vertices and edges move so that the edges keep their directions; turning goes in steps of 15°,
 * scaling keeps the aspect, moving goes along one axis.
 * @returns The same shape when the handle names nothing of it.
 */
export function dragShape(
  shape: MultiPolygon2,
  { handle, from }: { handle: SketchHandle; from: ProjectedXY },
  to: ProjectedXY,
  keepsAngles: boolean,
): MultiPolygon2 {
  if (handle.kind === 'body') return moveShape(shape, from, to, keepsAngles);
  if (handle.kind === 'rotate') return rotateShape(shape, from, to, keepsAngles);
  if (handle.kind === 'scale') return scaleShape(shape, handle.corner, from, to, keepsAngles);
  const ring = shape[handle.polygon]?.[handle.ring];
  if (!ring?.[handle.vertex]) return shape;
  if (handle.kind === 'vertex') {
    return replaceRing(shape, handle.polygon, handle.ring, dragVertex(ring, handle.vertex, to, keepsAngles));
  }
  const next = keepsAngles
    ? dragEdge(ring, handle.vertex, from, to)
    : [...ring.slice(0, handle.vertex + 1), to, ...ring.slice(handle.vertex + 1)];
  return replaceRing(shape, handle.polygon, handle.ring, next);
}

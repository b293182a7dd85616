import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import type { Box2 } from '../../geometry/region.ts';

/** Bounding box of the exteriors of a shape in its own frame; `null` without positions. */
export function shapeBox(shape: MultiPolygon2): Box2 | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [exterior] of shape) {
    for (const [x, y] of exterior ?? []) {
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
  }
  return minX <= maxX ? [minX, minY, maxX, maxY] : null;
}

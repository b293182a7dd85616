import type { MultiPolygon2 } from '../../geometry/coordinates.ts';

type Point = readonly [number, number];

/** A grid of whole numbers over shapes, near zero even in systems with false eastings of millions. */
export interface Grid {
  /** Ring or line on the grid, without points equal to the one before (and, of rings, to the first). */
  pathOf(points: readonly Point[], closed?: boolean): Point[];
  /** Back to the frame of the shapes; vertices that came from `pathOf` are the same numbers as there. */
  shapeOf(polygons: readonly (readonly (readonly Point[])[])[]): MultiPolygon2;
}

/**
 * Lays a grid around a first position.
 * @param stepsPerUnit Grid steps per unit of the coordinates, a power of ten: 10⁴ for metres, 10⁹ for degrees.
 */
export function createGrid(origin: Point, stepsPerUnit: number): Grid {
  const originX = Math.round(origin[0] * stepsPerUnit);
  const originY = Math.round(origin[1] * stepsPerUnit);
  const known = new Map<string, Point>();
  return {
    pathOf(points, closed = true) {
      const path: Point[] = [];
      for (const point of points) {
        const x = Math.round(point[0] * stepsPerUnit) - originX;
        const y = Math.round(point[1] * stepsPerUnit) - originY;
        const last = path.at(-1);
        if (last && last[0] === x && last[1] === y) continue;
        path.push([x, y]);
        const key = `${x},${y}`;
        if (!known.has(key)) known.set(key, point);
      }
      const [first, last] = [path[0], path.at(-1)];
      if (closed && path.length > 1 && first![0] === last![0] && first![1] === last![1]) path.pop();
      return path;
    },
    shapeOf: (polygons) =>
      polygons.map((polygon) =>
        polygon.map((ring) =>
          ring.map(
            ([x, y]): Point => known.get(`${x},${y}`) ?? [(x + originX) / stepsPerUnit, (y + originY) / stepsPerUnit],
          ),
        ),
      ),
  };
}

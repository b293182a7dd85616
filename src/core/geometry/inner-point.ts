import type { Polygon2 } from './coordinates.ts';
import { isPointInPolygon } from './point-in-polygon.ts';

type Point = readonly [number, number];

interface Cell {
  x: number;
  y: number;
  half: number;
  /** Distance of the centre to the nearest edge, negative outside. */
  distance: number;
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}

function signedDistance(point: Point, polygon: Polygon2): number {
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let index = 0; index + 1 < ring.length; index += 1) {
      nearest = Math.min(nearest, distanceToSegment(point, ring[index]!, ring[index + 1]!));
    }
  }
  return isPointInPolygon(point, [polygon]) ? nearest : -nearest;
}

function makeCell(x: number, y: number, half: number, polygon: Polygon2): Cell {
  return { x, y, half, distance: signedDistance([x, y], polygon) };
}

function coverBox(polygon: Polygon2): Cell[] {
  const xs = polygon[0]!.map(([x]) => x);
  const ys = polygon[0]!.map(([, y]) => y);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - minX, Math.max(...ys) - minY];
  const size = Math.min(width, height) || Math.max(width, height);
  if (size === 0) return [];
  const cells: Cell[] = [];
  // Long thin shapes would need thousands of first cells: halving finds their middle as well.
  const step = Math.max(size, Math.max(width, height) / 64);
  for (let x = minX; x < minX + width; x += step) {
    for (let y = minY; y < minY + height; y += step) {
      cells.push(makeCell(x + step / 2, y + step / 2, step / 2, polygon));
    }
  }
  return cells;
}

/**
 * Finds the place in a polygon that is farthest from its edges, where a label or a flight target is safe: the pole of
 * inaccessibility, by halving cells (V. Agafonkin, polylabel, 2016).
 * @param polygon Closed rings, exterior first; any planar frame.
 * @returns A position inside, within 2 % of the best distance, or `null` when the polygon has no area.
 */
export function findInnerPoint(polygon: Polygon2): Point | null {
  if (!polygon[0] || polygon[0].length < 4) return null;
  let cells = coverBox(polygon);
  let best = cells.reduce<Cell | null>(
    (found, cell) => (found && found.distance >= cell.distance ? found : cell),
    null,
  );
  for (let depth = 0; best && cells.length > 0 && depth < 40; depth += 1) {
    const next: Cell[] = [];
    for (const { x, y, half } of cells) {
      const quarter = half / 2;
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ] as const) {
        const cell = makeCell(x + dx * quarter, y + dy * quarter, quarter, polygon);
        if (cell.distance > best.distance) best = cell;
        next.push(cell);
      }
    }
    const least: number = best.distance > 0 ? best.distance * 1.02 : 0;
    cells = next.filter((cell) => cell.distance + cell.half * Math.SQRT2 > least);
  }
  return best && best.distance > 0 ? [best.x, best.y] : null;
}

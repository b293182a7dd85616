import { polygonsOf } from '../../src/core/formats/polygons-of.ts';
import type { SourceRecord } from '../../src/core/formats/source-record.ts';

/** The position of a record: its point, or for a site its centre of area; `null` when it has neither. */
export function pointOfRecord(record: SourceRecord): readonly [number, number] | null {
  const { geometry } = record;
  if (geometry?.type === 'Point' && Array.isArray(geometry.coordinates)) {
    const [x, y] = geometry.coordinates as unknown[];
    return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
  }
  const ring = polygonsOf(geometry)?.[0]?.[0];
  if (!ring?.length) return null;
  const [originX = 0, originY = 0] = ring[0]!;
  let [area, sumX, sumY] = [0, 0, 0];
  for (const [index, point] of ring.entries()) {
    const next = ring[(index + 1) % ring.length]!;
    const [ax, ay, bx, by] = [point[0]! - originX, point[1]! - originY, next[0]! - originX, next[1]! - originY];
    const cross = ax * by - bx * ay;
    area += cross;
    sumX += (ax + bx) * cross;
    sumY += (ay + by) * cross;
  }
  return area === 0 ? null : [originX + sumX / (3 * area), originY + sumY / (3 * area)];
}

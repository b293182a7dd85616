import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';

type Ring = MultiPolygon2[number][number];

/** Twice the signed area and first moments of a closed ring, taken about its first position so that large coordinates lose nothing. */
function measureMoments(ring: Ring): { doubleArea: number; momentX: number; momentY: number } {
  const [originX, originY] = ring[0] ?? [0, 0];
  let doubleArea = 0;
  let momentX = 0;
  let momentY = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const x0 = ring[index]![0] - originX;
    const y0 = ring[index]![1] - originY;
    const x1 = ring[index + 1]![0] - originX;
    const y1 = ring[index + 1]![1] - originY;
    const cross = x0 * y1 - x1 * y0;
    doubleArea += cross;
    momentX += (x0 + x1) * cross;
    momentY += (y0 + y1) * cross;
  }
  return { doubleArea, momentX, momentY };
}

/**
 * Centroid of a footprint (area-weighted), same frame as its coordinates; the mean of its positions when it has no area.
 * @param footprint Closed rings, exterior first, any direction; at least one position.
 */
export function measureCentroid(footprint: MultiPolygon2): [x: number, y: number] {
  let weight = 0;
  let sumX = 0;
  let sumY = 0;
  for (const polygon of footprint) {
    polygon.forEach((ring, index) => {
      const { doubleArea, momentX, momentY } = measureMoments(ring);
      if (doubleArea === 0) return;
      const [originX, originY] = ring[0]!;
      const share = (index === 0 ? 1 : -1) * Math.abs(doubleArea);
      weight += share;
      sumX += share * (originX + momentX / (3 * doubleArea));
      sumY += share * (originY + momentY / (3 * doubleArea));
    });
  }
  if (weight > 0) return [sumX / weight, sumY / weight];
  const positions = footprint.flat(2);
  const count = Math.max(positions.length, 1);
  return [
    positions.reduce((sum, position) => sum + position[0], 0) / count,
    positions.reduce((sum, position) => sum + position[1], 0) / count,
  ];
}

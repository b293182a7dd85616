import type { Box2 } from '../geometry/region.ts';
import type { BuildingFootprints } from './building-footprints.ts';

/**
 * Outlines of the buildings whose boxes touch a box, as rings to snap to; holes too.
 * @param box Least x, least y, greatest x, greatest y, metres of the project CRS.
 * @param most Of more buildings those nearest to the middle of the box are given.
 * @returns x, y, x, y … per ring, metres of the project CRS, closed; copies that may be handed over.
 */
export function findOutlines(buildings: BuildingFootprints, box: Box2, most: number): Float64Array[] {
  const { boxes, buildingStarts, polygonStarts, ringStarts, coordinates } = buildings;
  const [minX, minY, maxX, maxY] = box;
  const [midX, midY] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const near: { row: number; distance: number }[] = [];
  for (let row = 0; row < buildings.count; row += 1) {
    const [west, south, east, north] = [boxes[row * 4]!, boxes[row * 4 + 1]!, boxes[row * 4 + 2]!, boxes[row * 4 + 3]!];
    const touches = west <= maxX && east >= minX && south <= maxY && north >= minY;
    if (touches) near.push({ row, distance: Math.hypot((west + east) / 2 - midX, (south + north) / 2 - midY) });
  }
  if (near.length > most) near.sort((a, b) => a.distance - b.distance);
  return near.slice(0, most).flatMap(({ row }) => {
    const rings: Float64Array[] = [];
    const [from, to] = [polygonStarts[buildingStarts[row]!]!, polygonStarts[buildingStarts[row + 1]!]!];
    for (let ring = from; ring < to; ring += 1) {
      rings.push(coordinates.slice(ringStarts[ring]! * 2, ringStarts[ring + 1]! * 2));
    }
    return rings;
  });
}

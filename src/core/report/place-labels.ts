import type { Projection } from '../crs/projection.ts';
import { findLabelPosition } from '../zones/find-label-position.ts';
import type { FigureFrame } from './figure-frame.ts';
import type { NumberedZone } from './number-zones.ts';
import type { FigureLabel } from './report-document.ts';

/** Room that a zone's number takes on paper. */
const LABEL_MILLIMETERS = { width: 5, height: 3.6 };

/**
 * Chooses which zones carry their number on the map: by table order, as long as the number overlaps no earlier one
 * and lies in the frame. Positions lie in each zone's largest part,
 * farthest from its edges, in metres of the project CRS.
 */
export function placeLabels(zones: readonly NumberedZone[], frame: FigureFrame, projection: Projection): FigureLabel[] {
  const metersPerMillimeter = frame.scaleDenominator / 1000;
  const roomX = LABEL_MILLIMETERS.width * metersPerMillimeter;
  const roomY = LABEL_MILLIMETERS.height * metersPerMillimeter;
  const [minX, minY, maxX, maxY] = frame.extent;
  const placed: FigureLabel[] = [];
  for (const entry of zones) {
    const [lon, lat] = findLabelPosition(entry.zone);
    const [x, y] = projection.fromLonLat(lon, lat);
    const inFrame = x > minX + roomX && x < maxX - roomX && y > minY + roomY && y < maxY - roomY;
    const free = placed.every((other) => Math.abs(other.x - x) >= roomX || Math.abs(other.y - y) >= roomY);
    if (inFrame && free) placed.push({ text: String(entry.number), x, y });
  }
  return placed;
}

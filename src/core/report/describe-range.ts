import type { Projection } from '../crs/projection.ts';
import type { ProjectedExtent } from './figure-frame.ts';
import { formatNumber } from './format-value.ts';
import { projectExtent } from './project-extent.ts';
import type { ReportInput } from './report-input.ts';
import { tellCounts } from './tell-counts.ts';
import { reportText } from './texts.ts';

/** Below this the maps show by themselves how zones and buildings lie to each other. */
const TOLD_METERS = 100;

function distanceToBox(box: ProjectedExtent, x: number, y: number): number {
  return Math.hypot(Math.max(box[0] - x, 0, x - box[2]), Math.max(box[1] - y, 0, y - box[3]));
}

/** Metres from the box around the buildings to the nearest vertex of a zone; `null` without zones or buildings. */
function distanceToZones(input: ReportInput, projection: Projection): number | null {
  const { ground } = input.manifest;
  if (ground.rule === 'none' || input.zones.length === 0) return null;
  const box = projectExtent(ground.extent, projection);
  let nearest = Number.POSITIVE_INFINITY;
  for (const zone of input.zones) {
    for (const ring of zone.geometry.coordinates.flat()) {
      for (const place of ring) {
        const [x, y] = projection.fromLonLat(place[0], place[1]);
        nearest = Math.min(nearest, distanceToBox(box, x, y));
      }
    }
  }
  return nearest;
}

/**
 * Sentences on the ground that the maps show beside what the tables count: tables count the whole package; and how
 * far the buildings lie from the nearest zone when they lie apart.
 */
export function describeRange(input: ReportInput, projection: Projection): string[] {
  const { locale } = input;
  const counts = reportText(locale, 'figStatistics', { counts: tellCounts(input) });
  const distance = distanceToZones(input, projection);
  if (distance === null || distance < TOLD_METERS) return [counts];
  return [counts, reportText(locale, 'figApart', { kilometers: formatNumber(distance / 1000, 1, locale) })];
}

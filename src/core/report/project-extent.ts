import type { Extent } from '../city/city-manifest.ts';
import type { Projection } from '../crs/projection.ts';
import type { ProjectedExtent } from './figure-frame.ts';

/** The box of the project CRS (metres) around the corners of an extent in degrees. */
export function projectExtent(extent: Extent, projection: Projection): ProjectedExtent {
  const [west, south, east, north] = extent;
  const corners = [
    projection.fromLonLat(west, south),
    projection.fromLonLat(east, south),
    projection.fromLonLat(east, north),
    projection.fromLonLat(west, north),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

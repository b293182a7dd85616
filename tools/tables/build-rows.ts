import type { Projection } from '../../src/core/crs/projection.ts';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { measureSignedArea } from '../../src/core/geometry/signed-area.ts';
import type { CityElement } from '../elements/city-element.ts';
import { measureCentroid } from './measure-centroid.ts';
import type { TableRow } from './table-row.ts';

function toDegrees(footprint: MultiPolygon2, projection: Projection): MultiPolygon2 {
  return footprint.map((polygon) =>
    polygon.map((ring, index) => {
      const degrees = ring.map(([x, y]) => projection.toLonLat(x, y));
      const counterClockwise = measureSignedArea(degrees) > 0;
      return counterClockwise === (index === 0) ? degrees : degrees.reverse();
    }),
  );
}

function measureBox(geometry: MultiPolygon2): Pick<TableRow, 'xmin' | 'ymin' | 'xmax' | 'ymax'> {
  const box = { xmin: Infinity, ymin: Infinity, xmax: -Infinity, ymax: -Infinity };
  for (const polygon of geometry) {
    for (const [x, y] of polygon[0] ?? []) {
      box.xmin = Math.min(box.xmin, x);
      box.ymin = Math.min(box.ymin, y);
      box.xmax = Math.max(box.xmax, x);
      box.ymax = Math.max(box.ymax, y);
    }
  }
  return box;
}

/**
 * Turns elements into table rows: the row number is the position in the list, the footprint goes to degrees.
 * @param elements Each with a footprint of at least one polygon.
 * @param projection Of the project CRS, in which the elements' footprints are.
 */
export function buildRows(elements: readonly CityElement[], projection: Projection): TableRow[] {
  return elements.map((element, row) => {
    const [x, y] = measureCentroid(element.footprint);
    const [lon, lat] = projection.toLonLat(x, y);
    const geometry = toDegrees(element.footprint, projection);
    return {
      row,
      ...element.attributes,
      lon,
      lat,
      ...measureBox(geometry),
      derived: JSON.stringify(element.derived),
      source: JSON.stringify(element.source),
      geometry,
    };
  });
}

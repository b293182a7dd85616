import type { ElementRow } from '../../src/core/city/element-row.ts';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';

/** A row of a city table with its footprint: degrees (longitude, latitude), closed rings, exterior counter-clockwise, holes clockwise. */
export interface TableRow extends ElementRow {
  geometry: MultiPolygon2;
}

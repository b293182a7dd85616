import type { SourceRecord } from './source-record.ts';

/** A polygon as it stands in the source: rings of positions (x, y, optional z), exterior first, unchecked. */
export type SourcePolygon = number[][][];

function isRings(value: unknown): value is SourcePolygon {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((ring) => Array.isArray(ring) && ring.every((position) => Array.isArray(position)))
  );
}

/**
 * The polygons of a GeoJSON geometry, also inside a GeometryCollection; rings may still be open or damaged.
 * @returns `null` when the geometry holds no polygon at all.
 */
export function polygonsOf(geometry: SourceRecord['geometry']): SourcePolygon[] | null {
  if (!geometry) return null;
  if (geometry.type === 'Polygon') return isRings(geometry.coordinates) ? [geometry.coordinates] : [];
  if (geometry.type === 'MultiPolygon') {
    return Array.isArray(geometry.coordinates) ? geometry.coordinates.filter(isRings) : [];
  }
  if (geometry.type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
    const found = geometry.geometries.map((part: unknown) => polygonsOf(part as SourceRecord['geometry']));
    const polygons = found.filter((part) => part !== null).flat();
    return polygons.length > 0 ? polygons : null;
  }
  return null;
}

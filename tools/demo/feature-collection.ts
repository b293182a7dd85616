import { DEMO_CRS, DEMO_ORIGIN } from './demo-plan.ts';
import type { MapPoint } from './relief.ts';

/** One feature of a source file of the demo. */
export interface DemoFeature {
  type: 'Feature';
  properties: Record<string, unknown>;
  geometry: { type: 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon'; coordinates: unknown };
}

function centimetres(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Easting, northing and, when given, height above the ellipsoid, to the centimetre. */
export function position([x, y]: MapPoint, heightMeters?: number): number[] {
  const plane = [centimetres(DEMO_ORIGIN[0] + x), centimetres(DEMO_ORIGIN[1] + y)];
  return heightMeters === undefined ? plane : [...plane, centimetres(heightMeters)];
}

/** A closed ring of positions. */
export function closedRing(points: readonly MapPoint[], heightMeters?: number): number[][] {
  const ring = points.map((point) => position(point, heightMeters));
  return [...ring, [...(ring[0] ?? [])]];
}

/** Text of a GeoJSON file in the demo's CRS, one feature a line. */
export function printFeatures(name: string, features: readonly DemoFeature[]): string {
  const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:${DEMO_CRS.replace(':', '::')}` } };
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","name":${JSON.stringify(name)},"crs":${JSON.stringify(crs)},"features":[\n${lines}\n]}\n`;
}

import { mapStyle } from '../style/map-style.ts';
import type { GroundFeatures } from './ground-feature.ts';

export type GroundLayerKind = keyof GroundFeatures;

const GEOMETRY: Record<GroundLayerKind, { type: string; depth: number }> = {
  landuse: { type: 'MultiPolygon', depth: 3 },
  water: { type: 'MultiPolygon', depth: 3 },
  network: { type: 'MultiLineString', depth: 2 },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** Positions in lists of lists, as deep as the geometry has them; none of the lists may be empty. */
function isNested(value: unknown, depth: number): boolean {
  if (depth === 0) return isPosition(value);
  return Array.isArray(value) && value.length > 0 && value.every((part) => isNested(part, depth - 1));
}

const { land, ways } = mapStyle('light');

function isNamed(value: unknown, known: object): boolean {
  return typeof value === 'string' && Object.hasOwn(known, value);
}

function isSound(kind: GroundLayerKind, feature: unknown): boolean {
  if (!isObject(feature) || !isObject(feature.geometry) || !isObject(feature.properties)) return false;
  const { type, depth } = GEOMETRY[kind];
  const { name, widthMeters, landUse, wayClass } = feature.properties;
  return (
    feature.geometry.type === type &&
    isNested(feature.geometry.coordinates, depth) &&
    (name === null || typeof name === 'string') &&
    (kind !== 'landuse' || isNamed(landUse, land)) &&
    (kind !== 'network' || (isNamed(wayClass, ways) && (widthMeters === null || typeof widthMeters === 'number')))
  );
}

/**
 * Reads a layer of the base map from parsed GeoJSON, feature by feature; what cannot be drawn is left out and counted.
 * Only what drawing needs is looked at: this runs before the first picture, without a schema library.
 * @returns `null` when it is no feature collection.
 */
export function parseGroundLayer<K extends GroundLayerKind>(
  kind: K,
  json: unknown,
): { features: GroundFeatures[K]; leftOut: number } | null {
  const list = isObject(json) ? json.features : null;
  if (!Array.isArray(list)) return null;
  const features = list.filter((feature) => isSound(kind, feature));
  return { features: features as unknown as GroundFeatures[K], leftOut: list.length - features.length };
}

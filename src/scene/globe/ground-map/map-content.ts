import Flatbush from 'flatbush';
import type { GroundFeatures, LandUse, WayClass } from '../../../core/city/ground-feature.ts';
import type { LonLat, MultiPolygon2 } from '../../../core/geometry/coordinates.ts';
import { findInnerPoint } from '../../../core/geometry/inner-point.ts';

/** West, south, east, north in degrees. */
export type DegreeBox = readonly [west: number, south: number, east: number, north: number];

/** An area or line of the map, positions as longitude, latitude, longitude, latitude … */
export interface MapShape {
  look:
    | { kind: 'land'; use: LandUse }
    | { kind: 'water' }
    | { kind: 'way'; wayClass: WayClass; widthMeters: number | null };
  /** Rings of an area or lines of a way. */
  parts: Float64Array[];
}

/** A name and where it belongs. */
export interface MapName {
  text: string;
  look: 'land' | 'water' | WayClass;
  /** Line that the name follows, or the one position it stands at. */
  path: Float64Array;
}

/** A map ready to be drawn in tiles, shapes in drawing order. */
export interface MapContent {
  shapes: MapShape[];
  names: MapName[];
  /** Over the boxes of the shapes; `null` without any. */
  tree: Flatbush | null;
}

const WAY_ORDER: readonly WayClass[] = ['path', 'local', 'collector', 'arterial', 'motorway', 'rail', 'metro'];

function flatten(positions: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(positions.flatMap(([lon = 0, lat = 0]) => [lon, lat]));
}

function boxOf(parts: readonly Float64Array[]): DegreeBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 2) {
      west = Math.min(west, part[at]!);
      east = Math.max(east, part[at]!);
      south = Math.min(south, part[at + 1]!);
      north = Math.max(north, part[at + 1]!);
    }
  }
  return [west, south, east, north];
}

function areaName(
  feature: GroundFeatures['landuse'][number] | GroundFeatures['water'][number],
  look: 'land' | 'water',
): MapName[] {
  const { name } = feature.properties;
  if (!name) return [];
  const polygons = feature.geometry.coordinates as unknown as MultiPolygon2;
  const largest = [...polygons].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0];
  const point: LonLat | null = largest ? findInnerPoint(largest) : null;
  return point ? [{ text: name, look, path: Float64Array.of(point[0], point[1]) }] : [];
}

/** Lays out the features of a base map for drawing: land below water below ways, wide ways above narrow ones. */
export function buildMapContent(features: GroundFeatures): MapContent {
  const shapes: MapShape[] = [];
  const names: MapName[] = [];
  for (const area of features.landuse) {
    const parts = area.geometry.coordinates.flat().map(flatten);
    shapes.push({ look: { kind: 'land', use: area.properties.landUse }, parts });
    names.push(...areaName(area, 'land'));
  }
  for (const area of features.water) {
    shapes.push({ look: { kind: 'water' }, parts: area.geometry.coordinates.flat().map(flatten) });
    names.push(...areaName(area, 'water'));
  }
  const order = (wayClass: WayClass) => WAY_ORDER.indexOf(wayClass);
  const ways = [...features.network].sort((a, b) => order(a.properties.wayClass) - order(b.properties.wayClass));
  for (const way of ways) {
    const { wayClass, widthMeters, name } = way.properties;
    const parts = way.geometry.coordinates.map(flatten);
    shapes.push({ look: { kind: 'way', wayClass, widthMeters }, parts });
    if (name) names.push(...parts.map((path) => ({ text: name, look: wayClass, path })));
  }
  const tree = shapes.length > 0 ? new Flatbush(shapes.length) : null;
  for (const { parts } of shapes) tree?.add(...boxOf(parts));
  tree?.finish();
  return { shapes, names, tree };
}

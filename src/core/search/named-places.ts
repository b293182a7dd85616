import type { Extent } from '../city/city-manifest.ts';
import type { Facility, FacilityKind } from '../city/facility.ts';
import type { GroundFeatures, LandUse, WayClass } from '../city/ground-feature.ts';

/** Something of the ground that has a name: a street, a water, a piece of land, a critical facility. */
export type NamedPlace = { name: string; extent: Extent } & (
  | { kind: 'street'; use: WayClass }
  | { kind: 'water' }
  | { kind: 'land'; use: LandUse }
  | { kind: 'facility'; use: FacilityKind }
);

type PlaceWords = NamedPlace extends infer P ? (P extends NamedPlace ? Omit<P, 'name' | 'extent'> : never) : never;

/** Pieces of one name no farther apart than this, some 300 m, are one street or one park. */
const SAME_PLACE_DEGREES = 0.003;

function boxOf(coordinates: unknown, box: [number, number, number, number]): void {
  if (!Array.isArray(coordinates)) return;
  const [first, second] = coordinates as unknown[];
  if (typeof first === 'number' && typeof second === 'number') {
    box[0] = Math.min(box[0], first);
    box[1] = Math.min(box[1], second);
    box[2] = Math.max(box[2], first);
    box[3] = Math.max(box[3], second);
    return;
  }
  for (const part of coordinates) boxOf(part, box);
}

function extentOf(coordinates: unknown): Extent {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  boxOf(coordinates, box);
  return box;
}

function lieTogether(a: Extent, b: Extent): boolean {
  const gap = SAME_PLACE_DEGREES;
  return a[0] - gap <= b[2] && b[0] - gap <= a[2] && a[1] - gap <= b[3] && b[1] - gap <= a[3];
}

function union(a: Extent, b: Extent): Extent {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Puts a piece to the places of its name that it lies at; places that it connects become one. */
function addPiece(places: NamedPlace[], piece: NamedPlace): NamedPlace[] {
  const apart = places.filter((place) => !lieTogether(place.extent, piece.extent));
  const met = places.filter((place) => lieTogether(place.extent, piece.extent));
  const [first = piece] = met;
  return [...apart, { ...first, extent: met.reduce((box, place) => union(box, place.extent), piece.extent) }];
}

/**
 * Lists what has a name on the ground: streets in one piece whatever number of ways they are stored as, waters, land,
 * and every facility by itself; two streets of one name some 300 m apart stay two.
 * @param features Layers of the base map, degrees; what has no name is left out.
 * @returns Extents as west, south, east, north in degrees; empty without names.
 */
export function buildNamedPlaces(features: GroundFeatures, facilities: readonly Facility[]): NamedPlace[] {
  const groups = new Map<string, NamedPlace[]>();
  const add = (name: string | null, words: PlaceWords, coordinates: unknown): void => {
    if (name === null || name.trim() === '') return;
    const key = `${words.kind} ${name}`;
    groups.set(key, addPiece(groups.get(key) ?? [], { ...words, name, extent: extentOf(coordinates) }));
  };
  for (const { properties, geometry } of features.network) {
    add(properties.name, { kind: 'street', use: properties.wayClass }, geometry.coordinates);
  }
  for (const { properties, geometry } of features.water) add(properties.name, { kind: 'water' }, geometry.coordinates);
  for (const { properties, geometry } of features.landuse) {
    add(properties.name, { kind: 'land', use: properties.landUse }, geometry.coordinates);
  }
  const named = facilities.flatMap(({ properties: { name, kind }, geometry }): NamedPlace[] =>
    name ? [{ kind: 'facility', use: kind, name, extent: extentOf(geometry.coordinates) }] : [],
  );
  return [...named, ...[...groups.values()].flat()];
}

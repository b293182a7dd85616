/** Below this number of positions packing gains nothing that could be felt. */
const PACKED_FROM = 2000;

type Position = readonly number[];
type Coordinates = readonly (readonly (readonly Position[])[])[];

/** An outline as flat numbers: longitude and latitude in turn; `rings` holds the number of positions of each ring by polygon. */
interface PackedOutline {
  type: 'PackedMultiPolygon';
  positions: Float64Array;
  rings: number[][];
}

/**
 * The same value with every large MultiPolygon (from 2,000 positions, longitude and latitude only) as flat numbers:
 * copying 100,000 nested positions to disk or to another tab holds the page up for a tenth of a second and more.
 * Outlines that occur more than once stay one. Read back by `unpackOutlines`; all else is left as it is.
 */
export function packOutlines(value: unknown): unknown {
  const known = new Map<object, unknown>();
  return replaceObjects(value, (object) => {
    if (!('type' in object) || object.type !== 'MultiPolygon' || !('coordinates' in object)) return undefined;
    const before = known.get(object);
    if (before) return before;
    const packed = packOutline(object.coordinates as Coordinates) ?? object;
    known.set(object, packed);
    return packed;
  });
}

/** The value that `packOutlines` was given, number for number. */
export function unpackOutlines(value: unknown): unknown {
  const known = new Map<object, unknown>();
  return replaceObjects(value, (object) => {
    if (!('type' in object) || object.type !== 'PackedMultiPolygon') return undefined;
    const outline = known.get(object) ?? unpackOutline(object as PackedOutline);
    known.set(object, outline);
    return outline;
  });
}

/** Replaces objects in depth; what `replace` leaves undefined is looked into, and copied only where something in it changed. */
function replaceObjects(value: unknown, replace: (object: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  let changed = false;
  const entries = Object.entries(value).map(([name, part]) => {
    const after = replaceObjects(part, replace);
    changed ||= after !== part;
    return [name, after] as const;
  });
  if (!changed) return value;
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

function packOutline(coordinates: Coordinates): PackedOutline | null {
  const rings = coordinates.map((polygon) => polygon.map((ring) => ring.length));
  const count = rings.flat().reduce((sum, length) => sum + length, 0);
  if (count < PACKED_FROM) return null;
  const positions = new Float64Array(count * 2);
  let at = 0;
  for (const polygon of coordinates) {
    for (const ring of polygon) {
      for (const position of ring) {
        if (position.length !== 2) return null;
        positions[at] = position[0] ?? 0;
        positions[at + 1] = position[1] ?? 0;
        at += 2;
      }
    }
  }
  return { type: 'PackedMultiPolygon', positions, rings };
}

function unpackOutline({ positions, rings }: PackedOutline): { type: 'MultiPolygon'; coordinates: Coordinates } {
  let at = 0;
  const takePosition = (): Position => {
    at += 2;
    return [positions[at - 2] ?? 0, positions[at - 1] ?? 0];
  };
  const coordinates = rings.map((polygon) => polygon.map((length) => Array.from({ length }, takePosition)));
  return { type: 'MultiPolygon', coordinates };
}

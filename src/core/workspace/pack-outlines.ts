/** Below this number of positions in all, packing gains nothing that could be felt. */
const PACKED_FROM = 2000;

type Position = readonly number[];
type Coordinates = readonly (readonly (readonly Position[])[])[];
interface Outline {
  type: 'MultiPolygon';
  coordinates: Coordinates;
}

/** An outline as flat numbers: longitude and latitude in turn; `rings` holds the number of positions of each ring by polygon. */
interface PackedOutline {
  type: 'PackedMultiPolygon';
  positions: Float64Array;
  rings: number[][];
}

/**
 * The same value with its MultiPolygons (longitude and latitude only) as flat numbers, when they have 2,000 positions
 * or more in all: copying 100,000 nested positions to disk or to another tab holds the page up for a tenth of a second
 * and more. The numbers of all of them share one buffer; outlines that occur more than once stay one. Read back by
 * `unpackOutlines`; all else is left as it is.
 */
export function packOutlines(value: unknown): unknown {
  const counts = countOutlines(value);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total < PACKED_FROM) return value;
  const buffer = new Float64Array(total * 2);
  let at = 0;
  const known = new Map<object, unknown>();
  return replaceObjects(value, (object) => {
    const count = counts.get(object);
    if (count === undefined) return undefined;
    const packed = known.get(object) ?? packOutline(object as Outline, buffer.subarray(at, at + count * 2));
    if (!known.has(object)) at += count * 2;
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

/** Flat numbers hold no outline, and there may be millions of them. */
function isLooked(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** Replaces objects in depth; what `replace` leaves undefined is looked into, and copied only where something in it changed. */
function replaceObjects(value: unknown, replace: (object: object) => unknown): unknown {
  if (!isLooked(value)) return value;
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

/** Positions of every outline that can be packed, each counted once. */
function countOutlines(value: unknown): Map<object, number> {
  const counts = new Map<object, number>();
  const look = (part: unknown): void => {
    if (!isLooked(part)) return;
    if (!isOutline(part)) {
      for (const inner of Object.values(part)) look(inner);
      return;
    }
    if (counts.has(part)) return;
    const rings = part.coordinates.flat();
    if (rings.some((ring) => ring.some(({ length }) => length !== 2))) return;
    counts.set(
      part,
      rings.reduce((sum, { length }) => sum + length, 0),
    );
  };
  look(value);
  return counts;
}

function isOutline(value: object): value is Outline {
  return 'type' in value && value.type === 'MultiPolygon' && 'coordinates' in value;
}

function packOutline({ coordinates }: Outline, positions: Float64Array): PackedOutline {
  let at = 0;
  for (const ring of coordinates.flat()) {
    for (const [lon = 0, lat = 0] of ring) {
      positions[at] = lon;
      positions[at + 1] = lat;
      at += 2;
    }
  }
  const rings = coordinates.map((polygon) => polygon.map(({ length }) => length));
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

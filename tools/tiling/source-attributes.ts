/** Attributes of a feature in two readings. */
export interface SourceAttributes {
  /** As the source has them; JSON objects and arrays written as text are told as what they are. */
  source: Record<string, unknown>;
  /** The same for finding normalised attributes: members of nested objects also under their own names. */
  lookup: Record<string, unknown>;
}

/** Names too common to be taken out of the object that gives them their meaning. */
const KEPT_INSIDE = new Set(['id', 'name', 'type']);

function decodeJsonText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Prepares the attributes of a tile feature. Converters of CityGML write nested attributes as JSON text
 * (`buildingIDAttribute: "{\"buildingID\": …}"`).
 * @param emptyColumns names that hold a filler in every record; they are left out of the lookup, not of the source.
 */
export function readSourceAttributes(
  properties: Readonly<Record<string, unknown>>,
  emptyColumns: ReadonlySet<string>,
): SourceAttributes {
  const source = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, decodeJsonText(value)]));
  const lookup: Record<string, unknown> = {};
  for (const value of Object.values(source)) {
    for (const record of (Array.isArray(value) ? value : [value]).filter(isRecord)) {
      for (const [name, inner] of Object.entries(record)) {
        if (!KEPT_INSIDE.has(name) && !(name in lookup)) lookup[name] = inner;
      }
    }
  }
  for (const [name, value] of Object.entries(source)) {
    if (!emptyColumns.has(name)) lookup[name] = value;
    else delete lookup[name];
  }
  return { source, lookup };
}

const isFiller = (value: unknown) => value === 0 || value === '0' || value === '' || value === null;

/** Columns that hold 0 or nothing in every one of at least ten records: what converters write for "unknown". */
export function findEmptyColumns(records: readonly Readonly<Record<string, unknown>>[]): Set<string> {
  const empty = new Set(records.length < 10 ? [] : Object.keys(records[0] ?? {}));
  for (const record of records) {
    for (const name of empty) if (!isFiller(record[name] ?? null)) empty.delete(name);
  }
  return empty;
}

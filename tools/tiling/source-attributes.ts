/** Attributes of a feature in two readings. */
export interface SourceAttributes {
  /** Exactly as the source has them: JSON written as text stays text. */
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

/** What a source writes where it knows nothing. */
export interface Fillers {
  /** Columns that hold 0 or nothing in every record. */
  emptyColumns: Set<string>;
  /** Values that stand for "unknown" in the other columns too. */
  values: Set<unknown>;
}

/**
 * Prepares the attributes of a tile feature. Converters of CityGML write nested attributes as JSON text
 * (`buildingIDAttribute: "{\"buildingID\": …}"`).
 * @param fillers are left out of the lookup, not of the source.
 */
export function readSourceAttributes(
  properties: Readonly<Record<string, unknown>>,
  fillers: Fillers,
): SourceAttributes {
  const source = { ...properties };
  const lookup: Record<string, unknown> = {};
  for (const text of Object.values(source)) {
    const value = decodeJsonText(text);
    for (const record of (Array.isArray(value) ? value : [value]).filter(isRecord)) {
      for (const [name, inner] of Object.entries(record)) {
        if (!KEPT_INSIDE.has(name) && !(name in lookup)) lookup[name] = inner;
      }
    }
  }
  for (const [name, value] of Object.entries(source)) {
    if (fillers.emptyColumns.has(name) || fillers.values.has(value)) delete lookup[name];
    else lookup[name] = value;
  }
  return { source, lookup };
}

/** A source with fewer records does not show what it writes for "unknown". */
const LEAST_RECORDS = 10;
/** This many columns full of one value show that the value means "unknown" everywhere. */
const LEAST_COLUMNS = 3;

/** Finds columns that hold 0, "0" or nothing in every record: what converters write for "unknown". */
export function findFillers(records: readonly Readonly<Record<string, unknown>>[]): Fillers {
  const emptyColumns = new Set<string>();
  const values = new Set<unknown>();
  if (records.length < LEAST_RECORDS) return { emptyColumns, values };
  const names = Object.keys(records[0] ?? {});
  for (const filler of [0, '0', '', null]) {
    const filled = names.filter((name) => records.every((record) => (record[name] ?? null) === filler));
    for (const name of filled) emptyColumns.add(name);
    if (filled.length >= LEAST_COLUMNS) values.add(filler);
  }
  return { emptyColumns, values };
}

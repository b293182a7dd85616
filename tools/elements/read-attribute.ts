import type { AttributeSource } from '../../src/core/city/recipe.ts';

/** A value found for a normalised name: where it came from, and what the source says. */
export interface FoundAttribute {
  /** Source field; `null` for a constant of the recipe. */
  field: string | null;
  value: unknown;
}

function ownValue(source: Record<string, unknown>, field: string): unknown {
  if (Object.hasOwn(source, field)) return source[field];
  // Nested objects are addressed with dots: `address.street`.
  const dot = field.indexOf('.');
  if (dot < 0) return undefined;
  const inner = source[field.slice(0, dot)];
  return typeof inner === 'object' && inner !== null
    ? ownValue(inner as Record<string, unknown>, field.slice(dot + 1))
    : undefined;
}

/**
 * Reads one attribute of a record: by the recipe's mapping when there is one, else by the first usual field name
 * that has a value. A mapping with a value map leaves values that it does not list as they are.
 * @returns `undefined` when the record says nothing.
 */
export function readAttribute(
  source: Record<string, unknown>,
  mapping: AttributeSource | undefined,
  usualFields: readonly string[],
): FoundAttribute | undefined {
  if (typeof mapping === 'object' && 'value' in mapping) return { field: null, value: mapping.value };
  const fields = mapping === undefined ? usualFields : [typeof mapping === 'string' ? mapping : mapping.field];
  for (const field of fields) {
    const value = ownValue(source, field);
    if (value === null || value === undefined || value === '') continue;
    const map = typeof mapping === 'object' ? mapping.map : undefined;
    const mapped = map && Object.hasOwn(map, String(value)) ? map[String(value)] : value;
    return { field, value: mapped };
  }
  return undefined;
}

/** Text of a found value; numbers and booleans as written, objects as JSON; `null` when there is none. */
export function textOf(found: FoundAttribute | undefined): string | null {
  if (found === undefined) return null;
  const { value } = found;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

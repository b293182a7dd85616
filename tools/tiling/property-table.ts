import { z } from 'zod';
import type { GltfDocument } from './gltf-document.ts';
import { MOST_FEATURES } from './tile-content.ts';

const propertySchema = z.object({
  type: z.string(),
  componentType: z.string().optional(),
  enumType: z.string().optional(),
  array: z.boolean().optional(),
  count: z.number().optional(),
  normalized: z.boolean().optional(),
  noData: z.unknown().optional(),
  default: z.unknown().optional(),
});
const schemaSchema = z.object({
  classes: z.record(z.string(), z.object({ properties: z.record(z.string(), propertySchema).optional() })).optional(),
  enums: z
    .record(
      z.string(),
      z.object({
        valueType: z.string().optional(),
        values: z.array(z.object({ name: z.string(), value: z.number() })),
      }),
    )
    .optional(),
});
const tableSchema = z.object({
  class: z.string(),
  count: z.number().int().nonnegative().max(MOST_FEATURES),
  properties: z
    .record(
      z.string(),
      z.object({
        values: z.number(),
        arrayOffsets: z.number().optional(),
        stringOffsets: z.number().optional(),
        arrayOffsetType: z.string().optional(),
        stringOffsetType: z.string().optional(),
      }),
    )
    .optional(),
});
const extensionSchema = z.object({ schema: schemaSchema.optional(), propertyTables: z.array(tableSchema).optional() });

type Property = z.infer<typeof propertySchema>;
type Column = NonNullable<z.infer<typeof tableSchema>['properties']>[string];

type Scalar = number | bigint;
const READERS: Record<string, [bytes: number, read: (view: DataView, at: number) => Scalar]> = {
  INT8: [1, (view, at) => view.getInt8(at)],
  UINT8: [1, (view, at) => view.getUint8(at)],
  INT16: [2, (view, at) => view.getInt16(at, true)],
  UINT16: [2, (view, at) => view.getUint16(at, true)],
  INT32: [4, (view, at) => view.getInt32(at, true)],
  UINT32: [4, (view, at) => view.getUint32(at, true)],
  INT64: [8, (view, at) => view.getBigInt64(at, true)],
  UINT64: [8, (view, at) => view.getBigUint64(at, true)],
  FLOAT32: [4, (view, at) => view.getFloat32(at, true)],
  FLOAT64: [8, (view, at) => view.getFloat64(at, true)],
};
const WIDTHS: Record<string, number> = { VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 };

/** Numbers beyond 2^53 stay exact as text. */
const plain = (value: Scalar): number | string =>
  typeof value === 'number' ? value : Number.isSafeInteger(Number(value)) ? Number(value) : String(value);

function readerOf(type: string): [number, (view: DataView, at: number) => Scalar] {
  const reader = READERS[type];
  if (!reader) throw new RangeError(`component type ${type}`);
  return reader;
}

function dataView(document: GltfDocument, index: number): DataView {
  const bytes = document.bufferView(index);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

type Offsets = (index: number) => number;

function offsetsOf(document: GltfDocument, view: number | undefined, type: string | undefined): Offsets | null {
  if (view === undefined) return null;
  const [bytes, read] = readerOf(type ?? 'UINT32');
  const data = dataView(document, view);
  return (index) => Number(read(data, index * bytes));
}

/** Reads the value number `at` of the flat list that a column stores. */
type ReadFlat = (at: number) => unknown;

function flatReader(
  document: GltfDocument,
  property: Property,
  column: Column,
  enums: z.infer<typeof schemaSchema>['enums'],
): ReadFlat {
  const data = dataView(document, column.values);
  if (property.type === 'STRING') {
    const offsets = offsetsOf(document, column.stringOffsets, column.stringOffsetType);
    if (!offsets) throw new RangeError('string offsets');
    const bytes = document.bufferView(column.values);
    return (at) => Buffer.from(bytes.subarray(offsets(at), offsets(at + 1))).toString('utf8');
  }
  if (property.type === 'BOOLEAN') return (at) => ((data.getUint8(at >> 3) >> (at & 7)) & 1) === 1;
  if (property.type === 'ENUM') {
    const definition = enums?.[property.enumType ?? ''];
    const [bytes, read] = readerOf(definition?.valueType ?? 'UINT16');
    const names = new Map(definition?.values.map((entry) => [entry.value, entry.name]));
    return (at) => {
      const value = Number(read(data, at * bytes));
      return names.get(value) ?? value;
    };
  }
  const [bytes, read] = readerOf(property.componentType ?? '');
  const width = WIDTHS[property.type] ?? 1;
  const largest: Record<string, number> = {
    INT8: 127,
    UINT8: 255,
    INT16: 32767,
    UINT16: 65535,
    INT32: 2147483647,
    UINT32: 4294967295,
  };
  const divisor = property.normalized ? (largest[property.componentType ?? ''] ?? 1) : 1;
  const one = (at: number) => {
    const value = plain(read(data, at * bytes));
    return typeof value === 'number' && divisor !== 1 ? Math.max(value / divisor, -1) : value;
  };
  if (width === 1) return one;
  return (at) => Array.from({ length: width }, (_, part) => one(at * width + part));
}

const isNoData = (value: unknown, property: Property) =>
  property.noData !== undefined && JSON.stringify(value) === JSON.stringify(property.noData);

/**
 * Reads one property table of EXT_structural_metadata (3D Metadata Specification 1.0): strings, numbers, booleans,
 * enumerations by name, vectors, and arrays of fixed or variable length. A `noData` value becomes `null`.
 * @returns one object per row; `null` when the glTF has no such table. Throws a RangeError or ZodError when broken.
 */
export function readPropertyTable(document: GltfDocument, index: number): Record<string, unknown>[] | null {
  const extension = document.json.extensions?.EXT_structural_metadata;
  if (!extension) return null;
  const { schema, propertyTables } = extensionSchema.parse(extension);
  const table = propertyTables?.[index];
  if (!table) return null;
  const rows = Array.from({ length: table.count }, (): Record<string, unknown> => ({}));
  const properties = schema?.classes?.[table.class]?.properties ?? {};
  for (const [name, property] of Object.entries(properties)) {
    const column = table.properties?.[name];
    if (!column) {
      if (property.default !== undefined) for (const row of rows) row[name] = property.default;
      continue;
    }
    const read = flatReader(document, property, column, schema?.enums);
    const offsets = offsetsOf(document, column.arrayOffsets, column.arrayOffsetType);
    for (const [at, row] of rows.entries()) {
      let value: unknown;
      if (!property.array) value = read(at);
      else {
        const fixed = property.count ?? 0;
        const [from, to] = offsets ? [offsets(at), offsets(at + 1)] : [at * fixed, (at + 1) * fixed];
        value = Array.from({ length: to - from }, (_, part) => read(from + part));
      }
      row[name] = isNoData(value, property) ? (property.default ?? null) : value;
    }
  }
  return rows;
}

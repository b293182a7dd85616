import { z } from 'zod';

const binarySchema = z.object({ byteOffset: z.number(), componentType: z.string(), type: z.string() });
const hierarchySchema = z.object({
  classes: z.array(
    z.object({ name: z.string(), length: z.number(), instances: z.record(z.string(), z.array(z.unknown())) }),
  ),
  instancesLength: z.number(),
  classIds: z.array(z.number()),
  parentCounts: z.array(z.number()).optional(),
  parentIds: z.array(z.number()).optional(),
});
const tableSchema = z.record(z.string(), z.unknown());

const COMPONENTS: Record<string, [bytes: number, read: (view: DataView, at: number) => number]> = {
  BYTE: [1, (view, at) => view.getInt8(at)],
  UNSIGNED_BYTE: [1, (view, at) => view.getUint8(at)],
  SHORT: [2, (view, at) => view.getInt16(at, true)],
  UNSIGNED_SHORT: [2, (view, at) => view.getUint16(at, true)],
  INT: [4, (view, at) => view.getInt32(at, true)],
  UNSIGNED_INT: [4, (view, at) => view.getUint32(at, true)],
  FLOAT: [4, (view, at) => view.getFloat32(at, true)],
  DOUBLE: [8, (view, at) => view.getFloat64(at, true)],
};
const WIDTHS: Record<string, number> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };

function binaryColumn(column: z.infer<typeof binarySchema>, binary: Uint8Array): (id: number) => unknown {
  const component = COMPONENTS[column.componentType];
  const width = WIDTHS[column.type];
  if (!component || width === undefined) throw new RangeError(`batch table type ${column.componentType}`);
  const [bytes, read] = component;
  const view = new DataView(binary.buffer, binary.byteOffset, binary.byteLength);
  return (id) => {
    const values = Array.from({ length: width }, (_, part) =>
      read(view, column.byteOffset + (id * width + part) * bytes),
    );
    return width === 1 ? values[0] : values;
  };
}

/** Attributes of an instance and, beneath them, of its parents (3DTILES_batch_table_hierarchy). */
function hierarchyProperties(table: z.infer<typeof hierarchySchema>, id: number): Record<string, unknown> {
  const counts = new Array<number>(table.classes.length).fill(0);
  const rankInClass = table.classIds.map((classId) => {
    const rank = counts[classId] ?? 0;
    counts[classId] = rank + 1;
    return rank;
  });
  const parentStart: number[] = [];
  let start = 0;
  for (let instance = 0; instance < table.instancesLength; instance += 1) {
    parentStart.push(start);
    start += table.parentCounts?.[instance] ?? (table.parentIds ? 1 : 0);
  }
  const properties: Record<string, unknown> = {};
  const seen = new Set<number>();
  const visit = (instance: number): void => {
    if (seen.has(instance)) return;
    seen.add(instance);
    const definition = table.classes[table.classIds[instance] ?? -1];
    for (const [name, values] of Object.entries(definition?.instances ?? {})) {
      if (!(name in properties)) properties[name] = values[rankInClass[instance] ?? 0];
    }
    const first = parentStart[instance] ?? 0;
    const parents = table.parentIds?.slice(first, parentStart[instance + 1] ?? start) ?? [];
    for (const parent of parents) visit(parent);
  };
  visit(id);
  return properties;
}

/**
 * Reads the batch table of 3D Tiles 1.0 (§10.1): JSON columns, binary columns, and batch table hierarchies, whose
 * parents lend their attributes to an instance that lacks them.
 * @returns one object per batch id, empty objects when the tile has no table. Throws when broken.
 */
export function readBatchTable(json: string, binary: Uint8Array, batchLength: number): Record<string, unknown>[] {
  const table = json.trim() === '' ? {} : tableSchema.parse(JSON.parse(json));
  const { HIERARCHY, extensions, extras: _extras, ...columns } = table;
  const extended = tableSchema.safeParse(extensions).data?.['3DTILES_batch_table_hierarchy'] ?? HIERARCHY;
  const hierarchy = extended === undefined ? null : hierarchySchema.parse(extended);
  const readers = Object.entries(columns).map(([name, column]): [string, (id: number) => unknown] => {
    if (Array.isArray(column)) return [name, (id) => column[id]];
    return [name, binaryColumn(binarySchema.parse(column), binary)];
  });
  return Array.from({ length: batchLength }, (_, id) => ({
    ...(hierarchy ? hierarchyProperties(hierarchy, id) : {}),
    ...Object.fromEntries(readers.map(([name, read]) => [name, read(id)])),
  }));
}

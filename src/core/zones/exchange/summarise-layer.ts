import { polygonsOf } from '../../formats/polygons-of.ts';
import { textOfValue } from './text-of-value.ts';
import { MOST_FIELD_VALUES, type SourceField, type SourceLayer, type SourceLayerSummary } from './zone-source.ts';

/** Different values that are told apart per field; what comes after is counted with the field alone. */
const MOST_TOLD_APART = 2000;

function summariseFields({ records }: SourceLayer): SourceField[] {
  const fields = new Map<string, { filled: number; values: Map<string, number> }>();
  for (const { properties } of records) {
    for (const [name, value] of Object.entries(properties)) {
      const field = fields.get(name) ?? { filled: 0, values: new Map<string, number>() };
      fields.set(name, field);
      const text = textOfValue(value);
      if (text === null) continue;
      field.filled += 1;
      const count = field.values.get(text);
      if (count !== undefined || field.values.size < MOST_TOLD_APART) field.values.set(text, (count ?? 0) + 1);
    }
  }
  return [...fields].map(([name, { filled, values }]) => ({
    name,
    filledCount: filled,
    distinctCount: values.size,
    values: [...values]
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_FIELD_VALUES),
  }));
}

/**
 * Tells what a source layer holds: fields with their values, geometry types, extent of the polygons in its own numbers.
 * A record with several polygons counts once in `polygonCount`.
 */
export function summariseLayer(layer: SourceLayer): SourceLayerSummary {
  const types = new Map<string, number>();
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let polygonCount = 0;
  let vertexCount = 0;
  for (const { geometry } of layer.records) {
    const type = geometry?.type ?? 'null';
    types.set(type, (types.get(type) ?? 0) + 1);
    const polygons = polygonsOf(geometry);
    if (polygons?.length) polygonCount += 1;
    for (const [x, y] of polygons?.flat(2) ?? []) {
      vertexCount += 1;
      if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) continue;
      if (x < extent[0]) extent[0] = x;
      if (y < extent[1]) extent[1] = y;
      if (x > extent[2]) extent[2] = x;
      if (y > extent[3]) extent[3] = y;
    }
  }
  return {
    name: layer.name,
    recordCount: layer.records.length,
    geometryTypes: [...types].map(([type, count]) => ({ type, count })),
    polygonCount,
    vertexCount,
    declaredCrs: layer.declaredCrs,
    impliedCrs: layer.impliedCrs,
    extent: extent[0] <= extent[2] && extent[1] <= extent[3] ? extent : null,
    fields: summariseFields(layer),
  };
}

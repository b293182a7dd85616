import type { Projection } from '../../src/core/crs/projection.ts';
import type { CityElement } from '../elements/city-element.ts';
import { buildRows } from '../tables/build-rows.ts';
import type { TableRow } from '../tables/table-row.ts';
import type { PackageContents, TableName } from './package-layers.ts';
import type { BuildContext } from './progress.ts';

/** One table of the package with the elements that its own tiles draw. */
export interface AssembledTable {
  name: TableName;
  rows: TableRow[];
  /** Elements drawn by our own tiles and their row numbers, same length. */
  own: { elements: CityElement[]; rows: number[]; datasetIds: string[] };
  /** Per adopted dataset id: row of each of its elements, −1 when it has none. */
  adoptedRows: Map<string, number[]>;
}

/** Splits off elements without an outline; they can have no row, since a row is what is counted by area. */
function keepOutlined(elements: readonly CityElement[], context: BuildContext): (CityElement | null)[] {
  return elements.map((element) => {
    if (element.footprint.length > 0) return element;
    const { dataset, id } = element.attributes;
    context.report({ code: 'element.noFootprint', severity: 'warning', place: { layer: dataset, id } });
    return null;
  });
}

/**
 * Numbers the rows of a table: own datasets first, then adopted ones, each in recipe order.
 * Reports: `element.noFootprint` for each element left out.
 */
export function assembleRows(
  name: TableName,
  contents: PackageContents,
  projection: Projection,
  context: BuildContext,
): AssembledTable {
  const kept: CityElement[] = [];
  const own: AssembledTable['own'] = { elements: [], rows: [], datasetIds: [] };
  const adoptedRows = new Map<string, number[]>();
  for (const dataset of contents.built.filter((each) => each.table === name)) {
    own.datasetIds.push(dataset.datasetId);
    for (const element of keepOutlined(dataset.elements, context)) {
      if (!element) continue;
      own.elements.push(element);
      own.rows.push(kept.length);
      kept.push(element);
    }
  }
  for (const dataset of contents.adopted.filter((each) => each.table === name)) {
    const numbers = keepOutlined(dataset.elements, context).map((element) => (element ? kept.push(element) - 1 : -1));
    adoptedRows.set(dataset.id, numbers);
  }
  return { name, rows: buildRows(kept, projection), own, adoptedRows };
}

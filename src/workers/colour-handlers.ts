import type { Issue, Outcome } from '../core/city/issue.ts';
import { TABLE_COLUMNS } from '../core/city/table-columns.ts';
import { createProjection } from '../core/crs/projection.ts';
import { type CodedColumn, codeColumn } from '../core/risk/building-codes.ts';
import { createFootprintRuler } from '../core/risk/footprint-ruler.ts';
import { layLevels } from '../core/risk/level-of-buildings.ts';
import { projectZones } from '../core/risk/zone-polygons.ts';
import type { ClassifiedRows } from '../core/style/building-classes.ts';
import { classifyLevels } from '../core/style/classify-levels.ts';
import { classifyNumbers } from '../core/style/classify-numbers.ts';
import { classifyWords } from '../core/style/classify-words.ts';
import { parseColor } from '../core/style/parse-color.ts';
import { colorRows } from '../core/style/row-colors.ts';
import type { ExposureSource } from './exposure-handlers.ts';
import { footprintGridOf } from './footprint-grid-of.ts';
import type { ColouredRows, TableRequest, TellingStyle } from './protocol.ts';
import type { Handler, HandlerContext } from './serve-requests.ts';
import { takeSteps } from './take-steps.ts';

/** Handlers that colour rows. */
export interface ColourHandlers {
  colourRows: Handler<'colourRows'>;
}

const CANCELLED: Issue = { code: 'worker.cancelled', severity: 'note', place: {} };

/** A column as it is classified: words in codes, or numbers by row with NaN = unknown. */
type TellingColumn = { words: CodedColumn } | { numbers: Float64Array };

function toTelling(values: readonly unknown[], isText: boolean): TellingColumn {
  if (isText) return { words: codeColumn(values) };
  return { numbers: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)) };
}

function paint({ classes, classOfRow }: ClassifiedRows): ColouredRows {
  // Classes without a colour come last: a place beyond the palette leaves rows as they are.
  const palette = classes.flatMap(({ color }) => (color === null ? [] : [parseColor(color)]));
  return { rgba: colorRows(classOfRow, palette), classes };
}

/** Handlers that keep, per table, the columns they have read. */
export function createColourHandlers(source: ExposureSource): ColourHandlers {
  const columns = new Map<string, TellingColumn>();

  async function readColumn(request: TableRequest, name: string): Promise<Outcome<TellingColumn>> {
    const key = `${name} ${request.tableUrl}`;
    const known = columns.get(key);
    if (known) return { ok: true, value: known };
    const table = await source.open(request);
    if (!table.ok) return table;
    const column = TABLE_COLUMNS.find((each) => each.name === name && each.type !== 'wkb' && each.type !== 'json');
    if (!column) {
      const place = { file: request.tableUrl };
      return { ok: false, issue: { code: 'table.noColumn', severity: 'error', place, values: { column: name } } };
    }
    const read = await table.value.readColumn(name);
    if (!read.ok) return read;
    const value = toTelling(read.value, column.type === 'text');
    columns.set(key, value);
    return { ok: true, value };
  }

  async function classify(
    request: TableRequest & { style: TellingStyle; zones: Parameters<typeof projectZones>[0] },
    context: HandlerContext,
  ): Promise<Outcome<ClassifiedRows>> {
    const { style } = request;
    if (style.kind === 'column') {
      const column = await readColumn(request, style.column);
      if (!column.ok) return column;
      const { value } = column;
      return { ok: true, value: 'words' in value ? classifyWords(value.words) : classifyNumbers(value.numbers) };
    }
    const projection = createProjection(request.projectCrs);
    if (!projection.ok) return projection;
    const buildings = await source.collect(request, context);
    if (!buildings.ok) return buildings;
    const zones = projectZones(request.zones, projection.value);
    const steps = layLevels(footprintGridOf(buildings.value), createFootprintRuler(buildings.value), zones);
    const laid = await takeSteps(steps, context.signal);
    return laid ? { ok: true, value: classifyLevels(laid.value.levels) } : { ok: false, issue: CANCELLED };
  }

  return {
    async colourRows(request, context) {
      const rows = await classify(request, context);
      return rows.ok ? { ok: true, value: paint(rows.value) } : rows;
    },
  };
}

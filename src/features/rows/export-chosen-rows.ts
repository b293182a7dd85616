import i18next, { type TFunction } from 'i18next';
import type { ElementRow } from '../../core/city/element-row.ts';
import type { Outcome } from '../../core/city/issue.ts';
import type { ExportColumn, TableRequest } from '../../workers/protocol.ts';
import { cityWorker } from '../city-worker.ts';
import { saveFile } from '../save-file.ts';

const COLUMNS = [
  'row',
  'id',
  'name',
  'address',
  'use',
  'structure',
  'codeLevel',
  'yearBuilt',
  'storeysAbove',
  'storeysBelow',
  'heightMeters',
  'footprintAreaSquareMeters',
  'floorAreaSquareMeters',
  'peopleDay',
  'peopleNight',
  'lon',
  'lat',
] as const satisfies readonly (keyof ElementRow)[];

function headed(locale: string): ExportColumn[] {
  const t: TFunction<['rows', 'vocabulary']> = i18next.getFixedT(locale, ['rows', 'vocabulary']);
  const uses = i18next.getResourceBundle(locale, 'vocabulary') as { use: Record<string, string> };
  return COLUMNS.map((name) => ({
    name,
    label: t(`column.${name}`),
    ...(name === 'use' ? { words: uses.use } : {}),
  }));
}

/** Writes rows of a city table as CSV and hands the file to the user. */
export async function exportChosenRows(
  table: TableRequest,
  rows: Uint32Array,
  { name, locale }: { name: string; locale: string },
): Promise<Outcome<null>> {
  const written = await cityWorker().request('exportRows', { ...table, rows, columns: headed(locale) });
  if (!written.ok) return written;
  saveFile(name, written.value, 'text/csv');
  return { ok: true, value: null };
}

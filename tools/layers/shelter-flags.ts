import { SHELTER_HAZARDS, type ShelterHazard } from '../../src/core/city/hazard.ts';
import type { IssuePlace } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import type { Shelter } from '../../src/core/evacuation/shelter.ts';
import type { BuildContext } from '../package/progress.ts';

/** Columns of the eight flags as GSI publishes them (指定緊急避難場所データ), with English and Chinese names. */
export const FLAG_COLUMNS: Record<ShelterHazard, readonly string[]> = {
  flood: ['洪水', 'flood'],
  landslide: ['崖崩れ、土石流及び地滑り', 'landslide', '滑坡', '地质灾害'],
  stormSurge: ['高潮', 'stormSurge', '风暴潮'],
  earthquake: ['地震', 'earthquake'],
  tsunami: ['津波', 'tsunami', '海啸'],
  fire: ['大規模な火事', 'fire', '火灾'],
  waterlogging: ['内水氾濫', 'waterlogging', '内涝'],
  volcanic: ['火山現象', 'volcanic'],
};

const TRUE_WORDS = new Set(['1', 'true', 'yes', 'y', '是', '有', '○', '◯', '〇', '√']);
const FALSE_WORDS = new Set(['', '0', 'false', 'no', 'n', '否', '无', '×', '-']);

/**
 * Reads the eight hazard flags of a shelter. A column that is there says yes (`1`, ○ …) or, empty, no; a column that is
 * absent, or a JSON null, leaves the flag unknown. Other words are unknown and reported as `shelter.flagUnclear`.
 * @param columns Columns that the file has, since CSV and GeoJSON records may leave empty ones out.
 */
export function readShelterFlags(
  source: Record<string, unknown>,
  columns: ReadonlySet<string>,
  dataset: RecipeDataset,
  place: IssuePlace,
  context: BuildContext,
): Shelter['properties']['hazards'] {
  const read = (hazard: ShelterHazard): boolean | null => {
    const mapping = dataset.attributes?.[hazard];
    if (typeof mapping === 'object' && 'value' in mapping) return TRUE_WORDS.has(String(mapping.value).toLowerCase());
    const mappedColumn = typeof mapping === 'object' ? mapping.field : mapping;
    const column = mappedColumn ?? FLAG_COLUMNS[hazard].find((name) => columns.has(name));
    if (column === undefined || !columns.has(column)) return null;
    const raw = source[column];
    if (raw === null) return null;
    const map = typeof mapping === 'object' ? mapping.map : undefined;
    const written = String(raw ?? '').trim();
    const word = String(map?.[written] ?? written).toLowerCase();
    if (TRUE_WORDS.has(word)) return true;
    if (FALSE_WORDS.has(word)) return false;
    context.report({
      code: 'shelter.flagUnclear',
      severity: 'warning',
      place,
      values: { column, value: written.slice(0, 40) },
    });
    return null;
  };
  const flags = SHELTER_HAZARDS.map((hazard) => [hazard, read(hazard)] as const);
  return Object.fromEntries(flags) as Shelter['properties']['hazards'];
}

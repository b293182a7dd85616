import type { IssuePlace } from '../../src/core/city/issue.ts';
import type { AttributeSource } from '../../src/core/city/recipe.ts';
import { normaliseNumber } from '../../src/core/formats/normalise-number.ts';
import type { SourceRecord } from '../../src/core/formats/source-record.ts';
import { normaliseHazard } from '../../src/core/zones/normalise-hazard.ts';
import { normaliseLevel } from '../../src/core/zones/normalise-level.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import { readAttribute, textOf } from '../elements/read-attribute.ts';
import type { LayerFile } from './layer-record.ts';
import { PLATEAU_CLASS, PLATEAU_HAZARD } from './plateau-records.ts';
import { rateByPlateauRule } from './rate-by-plateau-rule.ts';

type ZoneProperties = Zone['properties'];
type ZoneField = 'id' | keyof typeof USUAL_FIELDS;

const USUAL_FIELDS = {
  name: ['name', 'zoneName', 'name (meaning)', '名称', 'NAME'],
  hazard: ['hazard', PLATEAU_HAZARD, 'hazardType', '灾种', '灾害类型'],
  level: ['level', 'riskLevel', 'risk_level', '风险等级', '等级'],
  intensity: ['intensity'],
  intensityUnit: ['intensityUnit'],
  returnPeriod: ['returnPeriodYears', 'returnPeriod', '重现期'],
  strategy: ['strategy', '管控策略'],
  requirements: ['requirements', '管控要求'],
  responsible: ['responsible', 'custodian', '责任单位'],
  validFrom: ['validFrom'],
  validTo: ['validTo'],
  status: ['status'],
  reviewer: ['reviewer', '审核人'],
  note: ['note', '备注'],
} as const;

const STATUSES = ['draft', 'reviewed', 'approved'] as const;

function readHazard(word: string | null, place: IssuePlace, file: LayerFile): ZoneProperties['hazard'] {
  const hazard = word === null ? null : normaliseHazard(word);
  if (hazard) return hazard;
  file.context.report({ code: 'zone.hazardUnknown', severity: 'warning', place, values: { value: word ?? '–' } });
  return 'other';
}

function readIntensity(value: unknown, unit: string | null): ZoneProperties['intensity'] | null {
  if (typeof value === 'object' && value !== null) {
    const nested = value as { value?: unknown; unit?: unknown };
    return readIntensity(nested.value, typeof nested.unit === 'string' ? nested.unit : unit);
  }
  const reading = normaliseNumber(value);
  return reading.kind === 'number' && unit ? { value: reading.value, unit } : null;
}

function readRequirements(value: unknown): string[] {
  const list = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/[;；\n]/) : [];
  return list.map((text) => text.trim()).filter((text) => text !== '');
}

function isPlateau(source: Record<string, unknown>): boolean {
  return source[PLATEAU_CLASS] !== undefined;
}

/**
 * Brings the properties of one zone record to the package's zone properties, by the recipe's `attributes` and else by the
 * usual field names. Reports `zone.hazardUnknown` (kept as `other`) and `zone.levelUnknown` (kept unrated) with row.
 * @param id Final id of the zone.
 */
export function readZoneProperties(
  record: SourceRecord,
  id: string,
  place: IssuePlace,
  file: LayerFile,
): ZoneProperties {
  const source = { ...record.properties, ...record.facts };
  const mapped = (name: ZoneField): AttributeSource | undefined => file.dataset.attributes?.[name];
  const find = (name: keyof typeof USUAL_FIELDS) => readAttribute(source, mapped(name), USUAL_FIELDS[name]);
  const text = (name: keyof typeof USUAL_FIELDS): string | null => textOf(find(name));
  const optional = (name: 'strategy' | 'responsible' | 'validFrom' | 'validTo' | 'reviewer' | 'note') => {
    const value = text(name);
    return value === null ? {} : { [name]: value };
  };
  const levelWord = text('level');
  let level = levelWord === null ? null : normaliseLevel(levelWord);
  if (levelWord !== null && !level && levelWord !== 'unrated') {
    file.context.report({ code: 'zone.levelUnknown', severity: 'warning', place, values: { value: levelWord } });
  }
  if (levelWord === null && isPlateau(source)) {
    level = rateByPlateauRule(source);
    if (level) file.context.report({ code: 'zone.levelByRule', severity: 'note', place, values: { level } });
  }
  const intensity = readIntensity(find('intensity')?.value, text('intensityUnit'));
  const period = normaliseNumber(readAttribute(source, mapped('returnPeriod'), USUAL_FIELDS.returnPeriod)?.value);
  const requirements = readRequirements(find('requirements')?.value);
  // PLATEAU's own `status` is a code of another meaning.
  const statusWord = isPlateau(source) && !mapped('status') ? null : text('status');
  const status = STATUSES.find((known) => known === statusWord);
  const nameWord = text('name');
  return {
    id,
    name: isPlateau(source) && !mapped('name') ? plateauName(source) : nameWord,
    hazard: readHazard(text('hazard'), place, file),
    ...(level ? { level } : {}),
    ...(intensity ? { intensity } : {}),
    ...(period.kind === 'number' && period.value > 0 ? { returnPeriodYears: period.value } : {}),
    ...optional('strategy'),
    ...(requirements.length > 0 ? { requirements } : {}),
    ...optional('responsible'),
    ...optional('validFrom'),
    ...optional('validTo'),
    ...(status ? { status } : {}),
    ...optional('reviewer'),
    ...optional('note'),
    dataset: file.dataset.id,
    source: record.properties,
  };
}

/** A PLATEAU `name` is a code: it names the zone only through its code list; sediment areas have a name of their own. */
function plateauName(source: Record<string, unknown>): string | null {
  return textOf(readAttribute(source, undefined, ['zoneName', 'name (meaning)']));
}

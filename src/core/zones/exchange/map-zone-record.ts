import type { Issue } from '../../city/issue.ts';
import { normaliseNumber } from '../../formats/normalise-number.ts';
import type { SourceRecord } from '../../formats/source-record.ts';
import type { Zone } from '../zone.ts';
import { splitRequirements } from './requirement-lines.ts';
import { textOfValue } from './text-of-value.ts';
import type { ZoneMapping, ZoneTarget } from './zone-mapping.ts';

type Properties = Zone['properties'];
type Tell = (code: string, values: NonNullable<Issue['values']>) => void;

const STATUS_WORDS: Record<string, NonNullable<Properties['status']>> = {
  draft: 'draft',
  草案: 'draft',
  草稿: 'draft',
  reviewed: 'reviewed',
  已审: 'reviewed',
  已审核: 'reviewed',
  approved: 'approved',
  已批准: 'approved',
  批准: 'approved',
};

/** Words come from files: `constructor` is none of the known ones. */
function entryOf<T>(known: Record<string, T>, word: string): T | null {
  return Object.hasOwn(known, word) ? (known[word] ?? null) : null;
}

/** Texts longer than this are cut in messages. */
const TOLD_LENGTH = 40;

function readIntensity(value: unknown, unit: string | null): Properties['intensity'] | null {
  if (typeof value === 'object' && value !== null) {
    const nested = value as { value?: unknown; unit?: unknown };
    return readIntensity(nested.value, typeof nested.unit === 'string' ? nested.unit : unit);
  }
  const written = /^\s*([+-]?\d+(?:\.\d+)?)\s*([^\d.\s].*)$/.exec(typeof value === 'string' ? value : '');
  if (written) return { value: Number(written[1]), unit: unit ?? written[2]!.trim() };
  const reading = normaliseNumber(value);
  return reading.kind === 'number' ? { value: reading.value, unit: unit ?? '' } : null;
}

function readYears(value: unknown): number | null {
  const text = textOfValue(value) ?? '';
  const match = /^(?:1\s*\/\s*)?(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(?:年一遇|年|a|yr|years?)?$/i.exec(text);
  const years = match ? Number(match[1]) : Number.NaN;
  return years > 0 && Number.isFinite(years) ? years : null;
}

/** `2024-05-01`, `2024/5/1`, `20240501`, also with a time behind, as ISO 8601 date. */
function readDate(text: string): string | null {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** Reads single fields of one record; what cannot be read is told and stays unknown. */
class RecordReader {
  constructor(
    private readonly record: SourceRecord,
    private readonly mapping: ZoneMapping,
    private readonly tell: Tell,
  ) {}
  value(target: ZoneTarget): unknown {
    const field = this.mapping.fields[target];
    const value = field === undefined ? undefined : this.record.properties[field];
    if (textOfValue(value) !== null) return value;
    return target === 'id' || target === 'name' ? undefined : this.mapping.defaults[target];
  }
  text(target: ZoneTarget): string | null {
    return textOfValue(this.value(target));
  }
  unread(target: ZoneTarget): void {
    const value = (this.text(target) ?? '').slice(0, TOLD_LENGTH);
    this.tell('zone.fieldUnread', { field: this.mapping.fields[target] ?? target, value });
  }
  /** The field read; `null` when it is empty or could not be read, which is told. */
  read<T>(target: ZoneTarget, parse: (value: unknown) => T | null): T | null {
    if (this.text(target) === null) return null;
    const parsed = parse(this.value(target));
    if (parsed === null) this.unread(target);
    return parsed;
  }
  hazard(): Properties['hazard'] {
    const word = this.text('hazard');
    const hazard = word === null ? null : entryOf(this.mapping.hazards, word);
    if (!hazard) this.tell('zone.hazardUnknown', { value: word?.slice(0, TOLD_LENGTH) ?? '–' });
    return hazard ?? 'other';
  }
  level(): Properties['level'] {
    const word = this.text('level');
    if (word === null) return undefined;
    const level = entryOf(this.mapping.levels, word);
    if (!level) this.tell('zone.levelUnmapped', { value: word.slice(0, TOLD_LENGTH) });
    return level === 'unrated' ? undefined : (level ?? undefined);
  }
}

/**
 * Brings the attributes of one record to the properties of a zone.
 * @param id Final id of the zone.
 * @param tell Hears `zone.hazardUnknown` (kept as `other`), `zone.levelUnmapped` (kept unrated) and `zone.fieldUnread`
 * (a number, date or status that cannot be read stays unknown).
 */
export function mapZoneRecord(record: SourceRecord, mapping: ZoneMapping, id: string, tell: Tell): Properties {
  const reader = new RecordReader(record, mapping, tell);
  const level = reader.level();
  const unit = reader.text('intensityUnit');
  const stated: Partial<Record<keyof Properties, unknown>> = {
    intensity: reader.read('intensity', (value) => readIntensity(value, unit)),
    returnPeriodYears: reader.read('returnPeriodYears', readYears),
    strategy: reader.text('strategy'),
    responsible: reader.text('responsible'),
    validFrom: reader.read('validFrom', (value) => readDate(String(value))),
    validTo: reader.read('validTo', (value) => readDate(String(value))),
    status: reader.read('status', (value) => entryOf(STATUS_WORDS, String(value).trim().toLowerCase())),
    reviewer: reader.text('reviewer'),
    note: reader.text('note'),
  };
  const requirements = splitRequirements(reader.value('requirements'));
  const known = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null)) as Partial<Properties>;
  return {
    id,
    name: reader.text('name'),
    hazard: reader.hazard(),
    ...(level ? { level } : {}),
    ...known,
    ...(requirements.length > 0 ? { requirements } : {}),
    dataset: 'workspace',
    source: record.properties,
  };
}

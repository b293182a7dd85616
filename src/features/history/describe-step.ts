import type { TFunction } from 'i18next';
import { RISK_LEVELS, type RiskLevel, ZONE_HAZARDS, type ZoneHazard } from '../../core/city/hazard.ts';
import { formatArea, formatLength } from '../../core/units/format.ts';
import type { WorkspaceEdit } from '../../core/workspace/workspace-edit.ts';

interface Telling {
  t: TFunction<['history', 'vocabulary']>;
  exists: (key: string) => boolean;
  locale: string;
}

type Value = string | number;

const STATUSES = ['draft', 'reviewed', 'approved'] as const;
type Status = (typeof STATUSES)[number];

const FAULTS = ['gap', 'overlap', 'sliver', 'selfTouch'] as const;
type Fault = (typeof FAULTS)[number];

/** Codes and quantities are told by what their names say they are; the rest as it stands. */
function tellValue(name: string, value: Value, { t, locale }: Telling): Value {
  if (value === '') return t('history:nothing');
  if (name.endsWith('SquareMeters')) return formatArea(Number(value), locale);
  if (name.endsWith('Meters')) return formatLength(Number(value), locale);
  if (/^level/.test(name) && RISK_LEVELS.includes(value as RiskLevel)) {
    return t(`vocabulary:level.${value as RiskLevel}`);
  }
  if (/^hazard/.test(name) && ZONE_HAZARDS.includes(value as ZoneHazard)) {
    return t(`vocabulary:hazard.${value as ZoneHazard}`);
  }
  if (/^status/.test(name) && STATUSES.includes(value as Status)) return t(`vocabulary:status.${value as Status}`);
  if (name === 'fault' && FAULTS.includes(value as Fault)) return t(`history:fault.${value as Fault}`);
  return value;
}

/** A step of editing in the reader's language; a code without words names itself. */
export function describeStep({ code, values }: WorkspaceEdit['step'], telling: Telling): string {
  const counted = typeof values.count === 'number' ? ['', '_one', '_other'] : [''];
  if (!counted.some((end) => telling.exists(`history:step.${code}${end}`))) {
    return telling.t('history:unknownStep', { code });
  }
  const told = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, tellValue(name, value, telling)]),
  );
  return telling.t(`history:step.${code}` as 'history:step.zone.renamed', told as { before: string; name: string });
}

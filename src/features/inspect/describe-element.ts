import type { TFunction } from 'i18next';
import { readBuildingUse } from '../../core/city/building-use.ts';
import type { DerivationRule } from '../../core/city/city-manifest.ts';
import type { ElementRow } from '../../core/city/element-row.ts';
import { localize } from '../../core/city/localize.ts';
import { formatArea, formatCount, formatLength, formatPeople } from '../../core/units/format.ts';
import type { Property } from '../../ui/PropertyList.tsx';

interface Telling {
  t: TFunction<['inspect', 'vocabulary']>;
  locale: string;
  /** Infrastructure has no storeys or people: what it does not have is left out rather than called unknown. */
  isBuilding: boolean;
}

type NumberColumn = 'storeysAbove' | 'storeysBelow' | 'value';
type LengthColumn = 'heightMeters' | 'groundFloorHeightMeters' | 'baseHeightMeters';
type AreaColumn = 'footprintAreaSquareMeters' | 'floorAreaSquareMeters';
type PeopleColumn = 'peopleDay' | 'peopleNight';
type TextColumn = 'name' | 'address' | 'structure' | 'codeLevel';
type Column = NumberColumn | LengthColumn | AreaColumn | PeopleColumn | TextColumn | 'id' | 'use' | 'yearBuilt';

const BUILDING_ONLY: ReadonlySet<Column> = new Set([
  'storeysAbove',
  'storeysBelow',
  'groundFloorHeightMeters',
  'floorAreaSquareMeters',
  'peopleDay',
  'peopleNight',
  'codeLevel',
]);

/** Normalised attributes in reading order, with units; a value made by a rule carries the rule's text. */
export function describeElement(row: ElementRow, rules: readonly DerivationRule[], telling: Telling): Property[] {
  const { t, locale, isBuilding } = telling;
  const derived = parseDerived(row.derived);
  const told: [Column, string | null][] = [
    ['id', row.id],
    ['name', row.name],
    ['address', row.address],
    ['use', tellUse(row.use, t)],
    ['structure', row.structure],
    ['codeLevel', row.codeLevel],
    ['yearBuilt', row.yearBuilt === null ? null : String(row.yearBuilt)],
    ['storeysAbove', tell(row.storeysAbove, formatCount, locale)],
    ['storeysBelow', tell(row.storeysBelow, formatCount, locale)],
    ['heightMeters', tell(row.heightMeters, formatLength, locale)],
    ['groundFloorHeightMeters', tell(row.groundFloorHeightMeters, formatLength, locale)],
    ['baseHeightMeters', tell(row.baseHeightMeters, formatLength, locale)],
    ['footprintAreaSquareMeters', tell(row.footprintAreaSquareMeters, formatArea, locale)],
    ['floorAreaSquareMeters', tell(row.floorAreaSquareMeters, formatArea, locale)],
    ['peopleDay', tell(row.peopleDay, formatPeople, locale)],
    ['peopleNight', tell(row.peopleNight, formatPeople, locale)],
    ['value', tell(row.value, formatCount, locale)],
  ];
  return told
    .filter(([column, value]) => isBuilding || value !== null || !BUILDING_ONLY.has(column))
    .map(([column, value]) => {
      const rule = tellRule(derived[column], rules, telling);
      return {
        key: column,
        label: t(`vocabulary:attribute.${column}`),
        value,
        ...(rule && value !== null ? { rule } : {}),
      };
    });
}

function tell(value: number | null, format: (value: number, locale: string) => string, locale: string): string | null {
  return value === null ? null : format(value, locale);
}

function tellUse(use: string | null, t: Telling['t']): string | null {
  const known = readBuildingUse(use);
  return known ? t(`vocabulary:use.${known}`) : use;
}

function tellRule(ruleId: string | undefined, rules: readonly DerivationRule[], telling: Telling): string | null {
  if (ruleId === undefined) return null;
  const rule = rules.find((one) => one.id === ruleId);
  if (!rule) return telling.t('derived', { rule: ruleId });
  return telling.t(rule.standing, { rule: localize(rule.text, telling.locale) });
}

function parseDerived(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

import { useTranslation } from 'react-i18next';
import type { Exposure } from '../../core/risk/exposure.ts';
import { areaUnit, formatAreaNumber, formatCount, formatLength } from '../../core/units/format.ts';

interface Measured {
  name: string;
  exposure: Exposure;
  /** Of the zone itself; `null` until the projection is here. */
  areaSquareMeters: number | null;
}

interface ImpactTableProps {
  from: Measured;
  to: Measured;
  /** A city without a layer of pipes has no length of them. */
  hasPipes: boolean;
  rule: string;
}

const PEOPLE_DIGITS = 0;

interface Line {
  key: string;
  label: string;
  /** Number of the state as text; `null` = unknown. */
  values: (string | null)[];
  difference: string | null;
}

function signed(value: number, tell: (size: number) => string): string {
  const text = tell(Math.abs(value));
  return text === tell(0) ? text : `${value > 0 ? '+' : '−'}${text}`;
}

/** Exposure of two states side by side with the difference; unknown values are counted, never taken for zero. */
export function ImpactTable({ from, to, hasPipes, rule }: ImpactTableProps) {
  const { t, i18n } = useTranslation('zones');
  const lines = useLines(from, to, hasPipes);
  const count = (value: number): string => formatCount(value, i18n.language);
  const buildings = signed(to.exposure.buildings - from.exposure.buildings, count);
  const people = lines.find((line) => line.key === 'peopleNight')?.difference ?? null;
  return (
    <>
      <p className="impact-headline">
        {people === null
          ? t('impact.headlineBuildings', { buildings, name: from.name })
          : t('impact.headline', { buildings, people, name: from.name })}
      </p>
      <table className="data-table impact-table">
        <thead>
          <tr>
            <th scope="col">{t('impact.measure')}</th>
            <th scope="col" className="number">
              {from.name}
            </th>
            <th scope="col" className="number">
              {to.name}
            </th>
            <th scope="col" className="number">
              {t('impact.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, values, difference }) => (
            <tr key={key} data-row={key}>
              <th scope="row">{label}</th>
              {values.map((value, place) => (
                <td key={place === 0 ? 'from' : 'to'} className="number">
                  {value ?? t('impact.unknown')}
                </td>
              ))}
              <td className="number">{difference ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="panel-note">{t('impact.basis', { rule })}</p>
    </>
  );
}

const WEIGHTED = [
  ['floorAreaSquareMeters', 'floorArea'],
  ['peopleDay', 'peopleDay'],
  ['peopleNight', 'peopleNight'],
] as const;

/** A sum is unknown when no exposed building has a value. */
function knownSum({ exposure }: Measured, field: (typeof WEIGHTED)[number]): number | null {
  const missing = exposure.unknown[field[1]] ?? 0;
  return exposure.buildings > 0 && missing >= exposure.buildings ? null : exposure[field[0]];
}

function useLines(from: Measured, to: Measured, hasPipes: boolean): Line[] {
  const { t, i18n } = useTranslation('zones');
  const line = (key: string, label: string, values: (number | null)[], tell: (value: number) => string): Line => {
    const [before, after] = values;
    return {
      key,
      label,
      values: values.map((value) => (value === null ? null : tell(value))),
      difference: before == null || after == null ? null : signed(after - before, tell),
    };
  };
  const both = (read: (state: Measured) => number | null): (number | null)[] => [read(from), read(to)];
  const areaLine = (key: 'zoneArea' | 'footprintArea' | 'floorArea', values: (number | null)[]): Line => {
    const unit = areaUnit(Math.max(...values.map((value) => value ?? 0)));
    return line(key, t(`impact.${key}`, { unit }), values, (value) => formatAreaNumber(value, i18n.language, unit));
  };
  const count = (value: number): string => formatCount(value, i18n.language, PEOPLE_DIGITS);
  const unknowns = both(({ exposure }) => Math.max(0, ...WEIGHTED.map(([, name]) => exposure.unknown[name] ?? 0)));
  return [
    areaLine(
      'zoneArea',
      both((state) => state.areaSquareMeters),
    ),
    line(
      'buildings',
      t('impact.buildings'),
      both((state) => state.exposure.buildings),
      count,
    ),
    areaLine(
      'footprintArea',
      both((state) => state.exposure.footprintAreaSquareMeters),
    ),
    areaLine(
      'floorArea',
      both((state) => knownSum(state, WEIGHTED[0])),
    ),
    line(
      'peopleDay',
      t('impact.peopleDay'),
      both((state) => knownSum(state, WEIGHTED[1])),
      count,
    ),
    line(
      'peopleNight',
      t('impact.peopleNight'),
      both((state) => knownSum(state, WEIGHTED[2])),
      count,
    ),
    ...(hasPipes
      ? [
          line(
            'pipes',
            t('impact.pipes'),
            both((state) => state.exposure.pipesMeters),
            (meters) => formatLength(meters, i18n.language),
          ),
        ]
      : []),
    ...(unknowns.some((value) => (value ?? 0) > 0)
      ? [line('unknown', t('impact.unknownBuildings'), unknowns, count)]
      : []),
  ];
}

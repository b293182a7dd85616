import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RISK_LEVELS } from '../../core/city/hazard.ts';
import type { ExposureResult } from '../../core/risk/exposure.ts';
import type { BuildingFilter, ZonePick } from '../../core/risk/live-exposure.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import { happened } from '../../state/happened.ts';
import { selectBuildingTable } from '../../state/select-building-table.ts';
import { selectSortedZones } from '../../state/select-sorted-zones.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { Section } from '../../ui/Section.tsx';
import { chooseRows } from './choose-rows.ts';
import { ExposureTable, type ExposureTableRow } from './ExposureTable.tsx';

interface ExposureTablesProps {
  result: ExposureResult;
  city: OpenCity;
  stale: boolean;
}

const SHOWN_ZONES = 200;

/** By level and in all, each part once; then zone by zone. */
export function ExposureTables({ result, city, stale }: ExposureTablesProps) {
  const { zones } = city;
  const { t } = useTranslation(['exposure', 'vocabulary']);
  const sorted = useMemo(() => selectSortedZones(zones), [zones]);
  const byId = useMemo(() => new Map(result.zones.map((zone) => [zone.id, zone])), [result]);
  // A stale number is not that of the zones as they are: the buildings behind it would be others.
  const measured = selectBuildingTable(city);
  const table = stale ? null : measured;
  const absent = [
    ...(measured?.facilitiesUrl === undefined ? (['facilities'] as const) : []),
    ...(measured?.pipesUrl === undefined ? (['pipesMeters'] as const) : []),
  ];
  const chooser = (pick: ZonePick) =>
    table ? (where: BuildingFilter | null) => void chooseRows({ table, zones, edited: null }, pick, where) : undefined;
  const levelRows = RISK_LEVELS.flatMap((level): ExposureTableRow[] => {
    const exposure = result.byLevel[level];
    const { fill, hatch } = levelStyle(level);
    return exposure
      ? [
          {
            key: level,
            mark: <HatchSwatch fill={fill} hatch={hatch} />,
            label: t(`vocabulary:level.${level}`),
            exposure,
            onChoose: chooser({ level }),
          },
        ]
      : [];
  });
  const zoneRows = sorted.slice(0, SHOWN_ZONES).flatMap((zone): ExposureTableRow[] => {
    const exposure = byId.get(zone.properties.id);
    const { id, name, hazard, level } = zone.properties;
    const { fill, hatch } = levelStyle(level);
    return exposure
      ? [
          {
            key: id,
            mark: <HatchSwatch fill={fill} hatch={hatch} />,
            label: name ?? t(`vocabulary:hazard.${hazard}`),
            exposure,
            onChoose: chooser({ zoneId: id }),
            onSelect: () => happened.featurePicked({ kind: 'zone', id }),
          },
        ]
      : [];
  });
  return (
    <div data-stale={stale}>
      <Section title={t('byLevel')}>
        <ExposureTable
          heading={t('level')}
          absent={absent}
          rows={[
            ...levelRows,
            {
              key: 'union',
              mark: null,
              label: t('union'),
              exposure: result.union,
              total: true,
              onChoose: chooser({ union: true }),
            },
          ]}
        />
      </Section>
      <Section title={t('byZone')} aside={zones.length > SHOWN_ZONES ? t('first', { count: SHOWN_ZONES }) : null}>
        <ExposureTable heading={t('zone')} absent={absent} rows={zoneRows} />
      </Section>
      <Section title={t('basisTitle')}>
        <p className="panel-note">{t('basis', { rule: result.rule })}</p>
      </Section>
    </div>
  );
}

import { Button, Progress } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { listZoneDifferences } from '../../core/zones/list-zone-differences.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { selectBuildingTable } from '../../state/select-building-table.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useWorkerAnswer } from '../use-worker-answer.ts';
import { withProperties } from './edit-zone.ts';
import { ImpactTable } from './ImpactTable.tsx';
import { keyOfObject } from './key-of-object.ts';
import { tellZoneField } from './tell-zone-field.ts';
import { useProjectionOfCity } from './use-projection-of-city.ts';
import { measureZoneArea } from './zone-edits.ts';

export interface ZoneState {
  name: string;
  zone: Zone;
}

/** What two states of a zone expose, measured now by one rule, and the fields in which they differ. */
export function ImpactComparison({ from, to }: { from: ZoneState; to: ZoneState }) {
  const { t, i18n } = useTranslation('zones');
  const [tries, setTries] = useState(0);
  const city = useWorkspace(selectCity);
  const table = city && selectBuildingTable(city);
  const answer = useWorkerAnswer(
    'measureExposure',
    table
      ? {
          ...table,
          // Both are rows of one measurement; their own ids are the same.
          zones: [withProperties(from.zone, { id: 'from' }), withProperties(to.zone, { id: 'to' })],
        }
      : null,
    `${table?.tableUrl} ${keyOfObject(from.zone.geometry)} ${keyOfObject(to.zone.geometry)} ${tries}`,
  );
  const projection = useProjectionOfCity();
  const areas = useMemo(
    () =>
      projection ? ([from.zone, to.zone].map((zone) => measureZoneArea(zone, projection)) as [number, number]) : null,
    [from.zone, to.zone, projection],
  );
  return (
    <div className="impact" data-status={answer.status}>
      {answer.status === 'running' ? (
        <div className="impact-running" role="status">
          <span>{t('impact.running')}</span>
          <Progress value={100} animated size="sm" aria-label={t('impact.running')} />
        </div>
      ) : null}
      {answer.status === 'failed' ? (
        <Notice
          tone="danger"
          title={t('impact.failed')}
          action={
            <Button size="compact-xs" variant="light" onClick={() => setTries((before) => before + 1)}>
              {t('library.again')}
            </Button>
          }
        >
          {localize(describeIssue(answer.issue), i18n.language)}
        </Notice>
      ) : null}
      {answer.status === 'ready' ? (
        <ImpactTable
          from={{ name: from.name, exposure: answer.value.zones[0]!, areaSquareMeters: areas?.[0] ?? null }}
          to={{ name: to.name, exposure: answer.value.zones[1]!, areaSquareMeters: areas?.[1] ?? null }}
          hasPipes={table?.pipesUrl !== undefined}
          rule={answer.value.rule}
        />
      ) : null}
      {answer.status === 'idle' ? <p className="panel-note">{t('impact.noTable')}</p> : null}
      <ChangedFields from={from.zone} to={to.zone} />
    </div>
  );
}

function ChangedFields({ from, to }: { from: Zone; to: Zone }) {
  const { t, i18n } = useTranslation(['zones', 'vocabulary']);
  const fields = listZoneDifferences(from, to);
  const tell = (zone: Zone, field: (typeof fields)[number]): string =>
    tellZoneField(zone, field, t, i18n.language) ?? t('notStated');
  if (fields.length === 0) return <p className="panel-note">{t('impact.same')}</p>;
  return (
    <dl className="impact-fields">
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>{field === 'shape' ? t('impact.shapeChanged') : `${tell(from, field)} → ${tell(to, field)}`}</dd>
        </div>
      ))}
    </dl>
  );
}

import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { Section } from '../../ui/Section.tsx';
import { useWorkerAnswer } from '../use-worker-answer.ts';
import { ZoneLink } from './ZoneLink.tsx';

/** Risk zones that touch the footprint of a row, measured on the table, not on the screen. */
export function HazardsOfRow({ city, tableUrl, row }: { city: OpenCity; tableUrl: string; row: number }) {
  const { t, i18n } = useTranslation('inspect');
  const hasZones = city.zones.length > 0;
  const answer = useWorkerAnswer(
    'zonesOfRow',
    hasZones ? { tableUrl, projectCrs: city.manifest.projectCrs, zones: city.zones, row } : null,
    `${tableUrl}#${row}`,
  );
  const touched =
    answer.status === 'ready' ? city.zones.filter((zone) => answer.value.includes(zone.properties.id)) : [];
  return (
    <Section title={t('hazards')}>
      {!hasZones ? <p className="panel-note">{t('hazardsUnavailable')}</p> : null}
      {hasZones && answer.status === 'running' ? <Loader size={14} /> : null}
      {answer.status === 'failed' ? (
        <p className="panel-note">{localize(describeIssue(answer.issue), i18n.language)}</p>
      ) : null}
      {answer.status === 'ready' && touched.length === 0 ? <p className="panel-note">{t('hazardsNone')}</p> : null}
      <div className="zone-links">
        {touched.map((zone) => (
          <ZoneLink key={zone.properties.id} zone={zone} />
        ))}
      </div>
    </Section>
  );
}

import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import { HatchChip } from '../../ui/HatchChip.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { ZonePreview } from '../../workers/protocol.ts';
import type { PreviewRun } from './use-zone-preview.ts';

/** What the import would come to: the first zones, and what was left out or mended, counted. */
export function ImportPreview({ run }: { run: PreviewRun }) {
  const { t, i18n } = useTranslation('exchange');
  if (run.status === 'asking') return <p className="panel-note">{t('preview.waits')}</p>;
  if (run.status === 'failed')
    return <Notice tone="danger" title={localize(describeIssue(run.issue), i18n.language)} />;
  if (run.status === 'running') {
    return <Progress aria-label={t('preview.running')} value={(run.fraction ?? 0) * 100} size="sm" />;
  }
  return <Outlook preview={run.preview} />;
}

function Outlook({ preview }: { preview: ZonePreview }) {
  const { t, i18n } = useTranslation(['exchange', 'vocabulary']);
  const { first, zoneCount, recordCount, issues } = preview;
  return (
    <section className="exchange-preview" aria-label={t('preview.title')}>
      <h3>
        {t('preview.count', { count: zoneCount })}
        {recordCount > zoneCount ? ` · ${t('preview.leftOut', { count: recordCount - zoneCount })}` : ''}
      </h3>
      {first.length > 0 ? (
        <div className="exchange-rows">
          <table>
            <thead>
              <tr>
                {(
                  ['id', 'name', 'hazard', 'level', 'intensity', 'returnPeriodYears', 'responsible', 'status'] as const
                ).map((target) => (
                  <th key={target}>{t(`target.${target}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map(({ properties }) => {
                const { fill, hatch } = levelStyle(properties.level);
                return (
                  <tr key={properties.id}>
                    <td>{properties.id}</td>
                    <td>{properties.name ?? '–'}</td>
                    <td>{t(`vocabulary:hazard.${properties.hazard}`)}</td>
                    <td>
                      <HatchChip
                        fill={fill}
                        hatch={hatch}
                        label={t(`vocabulary:level.${properties.level ?? 'unrated'}`)}
                      />
                    </td>
                    <td>{properties.intensity ? `${properties.intensity.value} ${properties.intensity.unit}` : '–'}</td>
                    <td className="number">{properties.returnPeriodYears ?? '–'}</td>
                    <td>{properties.responsible ?? '–'}</td>
                    <td>{t(`vocabulary:status.${properties.status ?? 'draft'}`)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ) : null}
      {issues.length > 0 ? (
        <ul className="exchange-issues">
          {issues.map(({ first: issue, count, rows }) => (
            <li key={`${issue.code}${issue.place.row}`} data-severity={issue.severity}>
              {localize(describeIssue(issue), i18n.language)}
              {count > 1 ? (
                <span>{t('preview.times', { count, rows: rows.join(', ') + (count > rows.length ? ' …' : '') })}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import type { TopologyFinding } from '../../core/zones/topology/topology-finding.ts';
import { selectCity } from '../../state/select-city.ts';
import { selectZones } from '../../state/select-zones.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { EmptyPanel } from '../../ui/EmptyPanel.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useWorkerAnswer } from '../use-worker-answer.ts';
import { selectZoneId } from './editing-bar.ts';
import { FindingRow } from './FindingRow.tsx';
import { keyOfObject } from './key-of-object.ts';
import { readNumber } from './read-number.ts';
import { TextField } from './TextField.tsx';

const USUAL_TOLERANCE_METERS = 1;
const ROW_HEIGHT = 60;

const keyOf = ({ kind, zoneIds, place, polygon }: TopologyFinding): string =>
  `${kind} ${zoneIds.join(' ')} ${place.join(' ')} ${polygon ?? ''}`;

/** The findings that concern the selected zone first, otherwise in their order. */
function leadWith(findings: readonly TopologyFinding[], zoneId: string | null): readonly TopologyFinding[] {
  const concerns = ({ zoneIds }: TopologyFinding): boolean => zoneId !== null && zoneIds.includes(zoneId);
  return [...findings.filter(concerns), ...findings.filter((finding) => !concerns(finding))];
}

/** Faults in how the zones lie, those of the selected zone first, each with the way there and, where it is safe, a mend. */
export function TopologyPanel() {
  const { t, i18n } = useTranslation('zones');
  const zones = useWorkspace((state) => selectZones(state.document));
  const projectCrs = useWorkspace((state) => selectCity(state)?.manifest.projectCrs ?? null);
  const [toleranceMeters, setTolerance] = useState(USUAL_TOLERANCE_METERS);
  const [tries, setTries] = useState(0);
  const answer = useWorkerAnswer(
    'checkTopology',
    projectCrs === null ? null : { projectCrs, zones, toleranceMeters },
    `${projectCrs} ${keyOfObject(zones)} ${toleranceMeters} ${tries}`,
  );
  const selected = useWorkspace(selectZoneId);
  const findings = useMemo(
    () => (answer.status === 'ready' ? leadWith(answer.value.findings, selected) : []),
    [answer, selected],
  );
  return (
    <div className="panel-fill topology-panel" data-status={answer.status}>
      <div className="panel-tools">
        <TextField
          label={t('topology.tolerance')}
          value={String(toleranceMeters)}
          numeric
          maxLength={8}
          check={(text) => ((readNumber(text) ?? 0) > 0 ? null : t('fault.positive'))}
          onKeep={(text) => setTolerance(readNumber(text) ?? USUAL_TOLERANCE_METERS)}
        />
        {answer.status === 'ready' ? (
          <p className="panel-note" role="status">
            {t('topology.found', { count: findings.length })}
          </p>
        ) : null}
        {answer.status === 'running' ? (
          <p className="panel-note" role="status">
            {t('topology.running')}
          </p>
        ) : null}
        {answer.status === 'failed' ? (
          <Notice
            tone="danger"
            title={t('topology.failed')}
            action={
              <Button size="compact-xs" variant="light" onClick={() => setTries((before) => before + 1)}>
                {t('library.again')}
              </Button>
            }
          >
            {localize(describeIssue(answer.issue), i18n.language)}
          </Notice>
        ) : null}
        {answer.status === 'ready'
          ? answer.value.issues.map((issue) => (
              <Notice
                key={`${issue.code} ${issue.place.id}`}
                tone="warning"
                title={t('topology.unchecked', { id: issue.place.id ?? '' })}
              >
                {localize(describeIssue(issue), i18n.language)}
              </Notice>
            ))
          : null}
      </div>
      {answer.status === 'ready' && findings.length === 0 ? (
        <EmptyPanel icon={<IconCircleCheck size={28} aria-hidden />} title={t('topology.none')}>
          {t('topology.noneBody')}
        </EmptyPanel>
      ) : null}
      {findings.length > 0 ? (
        <VirtualList
          items={findings}
          rowHeight={ROW_HEIGHT}
          label={t('topology.list')}
          keyOf={keyOf}
          render={(finding) => <FindingRow finding={finding} toleranceMeters={toleranceMeters} />}
        />
      ) : null}
    </div>
  );
}

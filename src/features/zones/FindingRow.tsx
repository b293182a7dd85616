import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { extentAround } from '../../core/geometry/extent-around.ts';
import { formatArea, formatLength } from '../../core/units/format.ts';
import type { TopologyFinding } from '../../core/zones/topology/topology-finding.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import { selectEditingBar } from './editing-bar.ts';
import { mendTopology } from './mend-topology.ts';
import { nameOfZone } from './zone-edits.ts';

const LEAST_HALF_WIDTH_METERS = 40;

interface FindingRowProps {
  finding: TopologyFinding;
  toleranceMeters: number;
}

/** One fault: what it is, between which zones and how big; a click flies there. */
export function FindingRow({ finding, toleranceMeters }: FindingRowProps) {
  const { t, i18n } = useTranslation('zones');
  const { kind, zoneIds, place, areaSquareMeters, widthMeters } = finding;
  const zones = useWorkspace((state) => state.document.zones);
  const bar = useWorkspace((state) => selectEditingBar(state, zoneIds.at(-1) ?? null));
  const names = zoneIds.map((id) => (zones[id] ? nameOfZone(zones[id]) : id));
  const size = [
    areaSquareMeters === null ? null : formatArea(areaSquareMeters, i18n.language),
    widthMeters === null ? null : t('topology.width', { width: formatLength(widthMeters, i18n.language) }),
  ].filter((part) => part !== null);
  const halfWidth = Math.max(LEAST_HALF_WIDTH_METERS, Math.sqrt(areaSquareMeters ?? 0));
  return (
    <div className="finding-row" data-kind={kind}>
      <ListRow
        mark={<IconAlertTriangle size={17} aria-hidden className="mark-finding" />}
        name={[t(`topology.${kind}`), ...size].join(' · ')}
        sub={names.join(t('listSeparator'))}
        onSelect={() => happened.flightAsked({ extent: extentAround(place, halfWidth) })}
      />
      {kind === 'duplicate' ? null : (
        <Button
          size="compact-xs"
          variant="light"
          {...(bar ? { 'data-disabled': true, 'aria-disabled': true } : {})}
          title={bar ? t(`bar.${bar}`) : t(`topology.mend.${kind}`, { name: names.at(-1) })}
          onClick={() => {
            if (!bar) void mendTopology(finding, toleranceMeters);
          }}
        >
          {t('topology.do')}
        </Button>
      )}
    </div>
  );
}

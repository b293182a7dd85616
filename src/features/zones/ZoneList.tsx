import { TextInput } from '@mantine/core';
import { IconPolygon, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { zoneExtent } from '../../core/zones/zone-extent.ts';
import { happened } from '../../state/happened.ts';
import { selectCity } from '../../state/select-city.ts';
import { selectSortedZones } from '../../state/select-sorted-zones.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { EmptyPanel } from '../../ui/EmptyPanel.tsx';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';

const NO_ZONES: Zone[] = [];

/** Every risk zone, highest level first. */
export function ZoneList() {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const zones = useWorkspace((state) => selectCity(state)?.zones ?? NO_ZONES);
  const [words, setWords] = useState('');
  const sorted = useMemo(() => selectSortedZones(zones), [zones]);
  const wanted = words.trim().toLocaleLowerCase();
  const shown = sorted.filter((zone) => {
    const { name, id, hazard } = zone.properties;
    return `${name ?? ''} ${id} ${t(`vocabulary:hazard.${hazard}`)}`.toLocaleLowerCase().includes(wanted);
  });
  if (zones.length === 0) {
    return (
      <EmptyPanel icon={<IconPolygon size={28} aria-hidden />} title={t('empty.title')}>
        {t('empty.body')}
      </EmptyPanel>
    );
  }
  return (
    <div className="panel-fill">
      <div className="panel-tools">
        <TextInput
          size="xs"
          value={words}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={<span className="panel-note">{shown.length}</span>}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className="panel-note panel-section">{t('noMatch')}</p>
      ) : (
        <VirtualList
          items={shown}
          rowHeight={48}
          label={t('list')}
          keyOf={(zone) => zone.properties.id}
          render={(zone) => <ZoneRow zone={zone} />}
        />
      )}
    </div>
  );
}

function ZoneRow({ zone }: { zone: Zone }) {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const { id, name, hazard, level, status } = zone.properties;
  const current = useWorkspace((state) => state.selection?.kind === 'zone' && state.selection.id === id);
  const { fill, hatch } = levelStyle(level);
  return (
    <ListRow
      current={current}
      mark={<HatchSwatch fill={fill} hatch={hatch} />}
      name={name ?? t('unnamed')}
      sub={`${t(`vocabulary:level.${level ?? 'unrated'}`)} · ${t(`vocabulary:hazard.${hazard}`)}`}
      aside={
        <span className="chip" data-tone={status === 'approved' ? 'good' : undefined}>
          {t(`vocabulary:status.${status ?? 'draft'}`)}
        </span>
      }
      onSelect={() => happened.featurePicked({ kind: 'zone', id })}
      onOpen={() => happened.flightAsked({ extent: zoneExtent(zone) })}
    />
  );
}

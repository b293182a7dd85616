import { SegmentedControl, TextInput } from '@mantine/core';
import { IconHomeShield, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectCity } from '../../state/select-city.ts';
import { selectShelterFindings } from '../../state/select-shelter-findings.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { EmptyPanel } from '../../ui/EmptyPanel.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { type CheckedShelter, ShelterRow } from './ShelterRow.tsx';

const FILTERS = ['all', 'flagged', 'inZone'] as const;
type Filter = (typeof FILTERS)[number];

/** Every shelter with what its place says about it; flagged ones first. */
export function ShelterList() {
  const { t } = useTranslation('shelters');
  const city = useWorkspace(selectCity);
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const checked = useMemo((): CheckedShelter[] => {
    if (!city) return [];
    const findings = new Map(selectShelterFindings(city).map((finding) => [finding.shelterId, finding]));
    return city.shelters
      .map((shelter) => ({ shelter, finding: findings.get(shelter.properties.id) ?? null }))
      .sort((a, b) => Number(b.finding?.flagged ?? false) - Number(a.finding?.flagged ?? false));
  }, [city]);
  const flagged = checked.filter(({ finding }) => finding?.flagged).length;
  const shown = checked.filter((entry) => matches(entry, filter, words));
  if (checked.length === 0) {
    return (
      <EmptyPanel icon={<IconHomeShield size={28} aria-hidden />} title={t('empty.title')}>
        {t('empty.body')}
      </EmptyPanel>
    );
  }
  return (
    <div className="panel-fill">
      <div className="panel-tools">
        <Notice
          tone={flagged > 0 ? 'warning' : 'quiet'}
          title={flagged > 0 ? t('flaggedSummary', { count: flagged }) : t('flaggedNone')}
        />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('filter.label')}
          data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
          value={filter}
          onChange={setFilter}
        />
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
          rowHeight={56}
          label={t('list')}
          keyOf={({ shelter }) => shelter.properties.id}
          render={(entry) => <ShelterRow entry={entry} />}
        />
      )}
    </div>
  );
}

function matches({ shelter, finding }: CheckedShelter, filter: Filter, words: string): boolean {
  if (filter === 'flagged' && !finding?.flagged) return false;
  if (filter === 'inZone' && (finding?.zoneIds.length ?? 0) === 0) return false;
  const { name, address, id } = shelter.properties;
  return `${name ?? ''} ${address ?? ''} ${id}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
}

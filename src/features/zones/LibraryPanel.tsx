import { Button, FileButton, Select } from '@mantine/core';
import { IconDownload, IconPencil, IconPlus, IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ZONE_HAZARDS, type ZoneHazard } from '../../core/city/hazard.ts';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { TO_CHECK } from '../../core/city/standing.ts';
import type { StrategyEntry } from '../../core/workspace/workspace-document.ts';
import type { StrategyChoice } from '../../core/zones/list-strategy-choices.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { createId } from '../record-edit.ts';
import { LibraryNotice } from './LibraryNotice.tsx';
import { StrategyCard } from './StrategyCard.tsx';
import { StrategyForm } from './StrategyForm.tsx';
import { dropStrategy, exportStrategies, importStrategies, saveStrategy } from './strategy-edits.ts';
import { useStrategies } from './use-strategies.ts';

interface Told {
  tone: 'quiet' | 'danger';
  title: string;
}

/** The strategy library: read, change, add entries of one's own, exchange it as a file. */
export function LibraryPanel() {
  const { t, i18n } = useTranslation(['zones', 'vocabulary']);
  const strategies = useStrategies();
  const following = useWorkspace((state) => state.storage.status === 'following');
  const [hazard, setHazard] = useState<ZoneHazard>('flood');
  const [edited, setEdited] = useState<StrategyEntry | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const shown = strategies.choices.filter(({ entry }) => entry.hazard === hazard);
  const take = async (file: File | null): Promise<void> => {
    if (!file) return;
    const outcome = await importStrategies(file, strategies.choices);
    setTold(
      outcome.ok
        ? { tone: 'quiet', title: t('library.imported', { count: outcome.value }) }
        : { tone: 'danger', title: localize(describeIssue(outcome.issue), i18n.language) },
    );
  };
  const add = (): void =>
    setEdited({
      id: createId(),
      hazard,
      level: 'red',
      strategy: { zh: '', en: '' },
      requirements: [],
      source: '',
      standing: TO_CHECK,
    });
  return (
    <div className="strategy-library">
      <div className="panel-tools">
        <Select
          size="xs"
          aria-label={t('field.hazard')}
          data={ZONE_HAZARDS.map((value) => ({ value, label: t(`vocabulary:hazard.${value}`) }))}
          value={hazard}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = ZONE_HAZARDS.find((known) => known === value);
            if (chosen) setHazard(chosen);
          }}
        />
        <div className="zone-buttons">
          <Button
            size="compact-xs"
            variant="light"
            disabled={following}
            leftSection={<IconPlus size={14} />}
            onClick={add}
          >
            {t('library.add')}
          </Button>
          <FileButton accept=".json,application/json" onChange={(file) => void take(file)}>
            {(props) => (
              <Button
                {...props}
                size="compact-xs"
                variant="default"
                disabled={following}
                leftSection={<IconUpload size={14} />}
              >
                {t('library.import')}
              </Button>
            )}
          </FileButton>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={14} />}
            onClick={() => exportStrategies(strategies.choices)}
          >
            {t('library.export')}
          </Button>
        </div>
        <p className="panel-note">{t('library.about')}</p>
        <LibraryNotice strategies={strategies} />
        {told ? <Notice tone={told.tone} title={told.title} /> : null}
      </div>
      {edited && !shown.some(({ entry }) => entry.id === edited.id) ? (
        <StrategyForm entry={edited} onKeep={keep} onCancel={() => setEdited(null)} />
      ) : null}
      {shown.length === 0 && strategies.status === 'ready' && !edited ? (
        <p className="panel-note panel-section">{t('library.nothingFits')}</p>
      ) : null}
      {shown.map((choice) =>
        edited?.id === choice.entry.id ? (
          <StrategyForm key={choice.entry.id} entry={edited} onKeep={keep} onCancel={() => setEdited(null)} />
        ) : (
          <StrategyCard
            key={choice.entry.id}
            choice={choice}
            action={following ? null : <CardTools choice={choice} onEdit={() => setEdited(choice.entry)} />}
          />
        ),
      )}
    </div>
  );

  function keep(entry: StrategyEntry): void {
    saveStrategy(entry);
    setEdited(null);
    setHazard(entry.hazard);
  }
}

function CardTools({ choice, onEdit }: { choice: StrategyChoice; onEdit: () => void }) {
  const { t } = useTranslation('zones');
  return (
    <span className="zone-buttons">
      <IconButton label={t('library.edit')} icon={<IconPencil size={15} />} size={26} onClick={onEdit} />
      {choice.origin === 'library' ? null : (
        <IconButton
          label={t(choice.origin === 'changed' ? 'library.restore' : 'library.delete')}
          icon={<IconTrash size={15} />}
          size={26}
          onClick={() => dropStrategy(choice)}
        />
      )}
    </span>
  );
}

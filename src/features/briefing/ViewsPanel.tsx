import { Button, TextInput } from '@mantine/core';
import { IconCameraPlus, IconPresentation } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectViews } from '../../state/select-views.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { EmptyPanel } from '../../ui/EmptyPanel.tsx';
import './briefing.css';
import { startPresenting } from './show-view.ts';
import { ViewRow } from './ViewRow.tsx';
import { saveView } from './view-edits.ts';

/** Saved views of the city in the order of the briefing, and the button that shows them to a room. */
export function ViewsPanel() {
  const { t } = useTranslation('briefing');
  const views = useWorkspace((state) => selectViews(state.document));
  const ready = useWorkspace((state) => state.camera !== null);
  const following = useWorkspace((state) => state.storage.status === 'following');
  const [name, setName] = useState('');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    saveView(name.trim() || t('defaultName', { number: views.length + 1 }));
    setName('');
  };
  return (
    <div className="panel-fill">
      <form className="panel-tools views-tools" onSubmit={save}>
        <TextInput
          size="xs"
          value={name}
          maxLength={80}
          placeholder={t('defaultName', { number: views.length + 1 })}
          aria-label={t('name')}
          disabled={following}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="light"
          disabled={!ready || following}
          leftSection={<IconCameraPlus size={14} aria-hidden />}
        >
          {t('save')}
        </Button>
      </form>
      {following ? <p className="panel-note panel-section">{t('following')}</p> : null}
      {views.length === 0 ? (
        <EmptyPanel icon={<IconPresentation size={28} aria-hidden />} title={t('empty.title')}>
          {t('empty.body')}
        </EmptyPanel>
      ) : (
        <ol className="views-list" aria-label={t('list')}>
          {views.map((view, place) => (
            <ViewRow
              key={view.id}
              view={view}
              place={place + 1}
              isLast={place === views.length - 1}
              locked={following}
            />
          ))}
        </ol>
      )}
      <div className="views-foot">
        <Button
          fullWidth
          size="sm"
          leftSection={<IconPresentation size={16} aria-hidden />}
          onClick={() => void startPresenting()}
        >
          {t('present')}
        </Button>
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { WorkspaceEdit } from '../../core/workspace/workspace-edit.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { goToStep } from './go-to-step.ts';

const ROW_HEIGHT = 48;
const MOST_ROWS = 8;

interface HistoryListProps {
  tell: (edit: WorkspaceEdit) => string;
  /** Another tab edits: the steps can be read, not taken. */
  locked: boolean;
}

/** Every step in words, newest first; a click goes back or forward to the state right after it. */
export function HistoryList({ tell, locked }: HistoryListProps) {
  const { t, i18n } = useTranslation('history');
  const { done, undone } = useWorkspace((state) => state.history);
  const time = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const steps = [...done, ...[...undone].reverse()];
  const rows = [
    ...steps.map((edit, place) => ({ edit: edit as WorkspaceEdit | null, doneSteps: place + 1 })).reverse(),
    { edit: null, doneSteps: 0 },
  ];
  return (
    <section className="history" aria-label={t('title')}>
      <h2 className="panel-heading">
        <span className="title">{t('title')}</span>
        <span className="aside">{t('steps', { count: steps.length })}</span>
      </h2>
      {steps.length === 0 ? (
        <p className="panel-note">{t('empty')}</p>
      ) : (
        <div className="history-list" style={{ height: Math.min(rows.length, MOST_ROWS) * ROW_HEIGHT }}>
          <VirtualList
            items={rows}
            rowHeight={ROW_HEIGHT}
            label={t('list')}
            keyOf={({ edit }) => edit?.id ?? 'start'}
            render={({ edit, doneSteps }) => (
              <button
                type="button"
                className="history-step"
                aria-current={doneSteps === done.length ? 'step' : undefined}
                data-undone={doneSteps > done.length}
                disabled={locked}
                onClick={() => goToStep(doneSteps)}
              >
                <span className="words">{edit ? tell(edit) : t('start')}</span>
                <span className="when">
                  {doneSteps === done.length ? t('now') : doneSteps > done.length ? t('undoneStep') : null}
                  {edit ? <time dateTime={edit.at}>{time.format(new Date(edit.at))}</time> : null}
                </span>
              </button>
            )}
          />
        </div>
      )}
    </section>
  );
}

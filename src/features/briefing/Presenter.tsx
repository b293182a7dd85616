import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { happened } from '../../state/happened.ts';
import { selectViews } from '../../state/select-views.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import './briefing.css';
import { endPresenting, stepView } from './show-view.ts';

const STEPS: Record<string, -1 | 1> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

/** What the room sees besides the scene: name of the view, its place in the sequence, and how to go on. */
export function Presenter() {
  const { t } = useTranslation('briefing');
  const views = useWorkspace((state) => selectViews(state.document));
  const shownId = useWorkspace((state) => state.shownViewId);
  const place = views.findIndex((view) => view.id === shownId);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = STEPS[event.key];
      if (by) stepView(by);
      else if (event.key === 'Escape') endPresenting();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onFullscreen = (): void => {
      if (!document.fullscreenElement) happened.presentingEnded();
    };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('fullscreenchange', onFullscreen);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('fullscreenchange', onFullscreen);
    };
  }, []);
  return (
    <nav className="presenter" aria-label={t('presenting')}>
      <IconButton
        label={t('previous')}
        icon={<IconChevronLeft size={20} />}
        disabled={place <= 0}
        onClick={() => stepView(-1)}
      />
      <span className="presenter-name" aria-live="polite">
        {views[place]?.name ?? t('noView')}
      </span>
      <span className="presenter-place">{views.length > 0 ? `${place + 1} / ${views.length}` : ''}</span>
      <IconButton
        label={t('next')}
        icon={<IconChevronRight size={20} />}
        disabled={place >= views.length - 1}
        onClick={() => stepView(1)}
      />
      <IconButton label={t('end')} icon={<IconX size={18} />} onClick={endPresenting} />
    </nav>
  );
}

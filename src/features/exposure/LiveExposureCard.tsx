import { Loader, SegmentedControl } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import './exposure.css';
import { LiveBars } from './LiveBars.tsx';
import { LiveFigures } from './LiveFigures.tsx';
import { LiveLevels } from './LiveLevels.tsx';
import './live-exposure.css';
import { liveExposureStore } from './live-exposure-store.ts';
import type { LiveView } from './live-follower.ts';
import { NEW_ZONE_ID } from './live-question.ts';

const PARTS = ['level', 'use', 'structure'] as const;
type Part = (typeof PARTS)[number];
type Measured = Extract<LiveView, { status: 'measured' }>;

/** What the outline that is drawn, or the selected zone, means now: numbers, levels, uses and structures. */
export function LiveExposureCard({ isWide = false }: { isWide?: boolean }) {
  const { t, i18n } = useTranslation('exposure');
  const view = useSyncExternalStore(liveExposureStore.watch, liveExposureStore.read);
  if (!view) return null;
  return (
    <section className="live-card" aria-label={t('live.title')} data-status={view.status}>
      {view.status === 'measuring' ? (
        <p className="live-waiting" role="status">
          <Loader size={14} /> {t('live.measuring')}
        </p>
      ) : null}
      {view.status === 'failed' ? (
        <Notice tone="danger" title={t('failed')}>
          {localize(describeIssue(view.issue), i18n.language)}
        </Notice>
      ) : null}
      {view.status === 'measured' ? <LiveNumbers view={view} isWide={isWide} /> : null}
    </section>
  );
}

function LiveNumbers({ view, isWide }: { view: Measured; isWide: boolean }) {
  const { t } = useTranslation('exposure');
  const [part, setPart] = useState<Part>('level');
  const [isOpen, setOpen] = useState(true);
  const { question, before } = view;
  const zone = question.zones.find(({ properties }) => properties.id === question.zoneId);
  const name = question.zoneId === NEW_ZONE_ID ? t('live.newZone') : (zone?.properties.name ?? t('live.unnamed'));
  // The wide panel has the table by level below; the difference stands here.
  const shows = (wanted: Part): boolean => isOpen && (isWide ? wanted !== 'level' || before !== null : part === wanted);
  return (
    <>
      <header className="live-head">
        <strong title={name}>{name}</strong>
        <span className="chip" data-live={question.edited !== null}>
          {t(question.edited ? 'live.drawing' : 'live.title')}
        </span>
        <span className="live-compared">{before ? t('live.compared') : null}</span>
        <IconButton
          label={t(isOpen ? 'live.hide' : 'live.show')}
          icon={isOpen ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
          size={22}
          onClick={() => setOpen(!isOpen)}
        />
      </header>
      <LiveFigures view={view} />
      {isWide || !isOpen ? null : (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('live.parts')}
          data={PARTS.map((value) => ({ value, label: t(`live.part.${value}`) }))}
          value={part}
          onChange={setPart}
        />
      )}
      {shows('level') ? <LiveLevels view={view} /> : null}
      {shows('use') || shows('structure') ? (
        <div className="live-bars" data-columns={isWide ? 2 : 1}>
          {shows('use') ? <LiveBars view={view} by="use" hasHeading={isWide} /> : null}
          {shows('structure') ? <LiveBars view={view} by="structure" hasHeading={isWide} /> : null}
        </div>
      ) : null}
    </>
  );
}

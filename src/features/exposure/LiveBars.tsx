import { useTranslation } from 'react-i18next';
import { formatCount, formatPeople } from '../../core/units/format.ts';
import { Bars } from '../../ui/Bars.tsx';
import { chooseRows } from './choose-rows.ts';
import type { LiveView } from './live-follower.ts';
import { useWordsOfCode } from './use-words-of-code.ts';

const SHOWN_BARS = 8;

interface LiveBarsProps {
  view: Extract<LiveView, { status: 'measured' }>;
  by: 'use' | 'structure';
  hasHeading: boolean;
}

/** Buildings of a zone by use or structure as bars, most first; a click chooses them. */
export function LiveBars({ view, by, hasHeading }: LiveBarsProps) {
  const { t, i18n } = useTranslation('exposure');
  const words = useWordsOfCode();
  const { question, now } = view;
  const shares = (by === 'use' ? now.focus?.byUse : now.focus?.byStructure) ?? [];
  const most = Math.max(1, ...shares.map(({ buildings }) => buildings));
  const rest = shares.slice(SHOWN_BARS);
  const heading = t(`live.part.${by}`);
  if (shares.length === 0) return <p className="panel-note">{t('live.noBuildings')}</p>;
  return (
    <div data-by={by}>
      <div className="live-heading">
        {hasHeading ? <h4>{heading}</h4> : null}
        <span>{t('live.barValues')}</span>
      </div>
      <Bars
        label={heading}
        items={shares.slice(0, SHOWN_BARS).map(({ code, buildings, peopleNight }) => ({
          key: code ?? '',
          label: words(code),
          value: t('live.count', { count: buildings }),
          // No known person in any of them: mostly because nobody knows.
          note: peopleNight > 0 ? formatPeople(peopleNight, i18n.language) : '–',
          share: buildings / most,
          onSelect: () =>
            void chooseRows(question, { zoneId: question.zoneId }, by === 'use' ? { use: code } : { structure: code }),
        }))}
      />
      {rest.length > 0 ? (
        <p className="panel-note">
          {t('live.rest', {
            kinds: formatCount(rest.length, i18n.language),
            count: rest.reduce((sum, { buildings }) => sum + buildings, 0),
          })}
        </p>
      ) : null}
    </div>
  );
}

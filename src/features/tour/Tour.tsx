import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Box, placeCard } from './place-card.ts';
import './tour.css';
import { useAnchor } from './use-anchor.ts';

const STEPS = ['city', 'pick', 'zones', 'report', 'help'] as const;
const RING_PIXELS = 4;

/** Five steps that point at the controls they speak of; what carries `data-tour` with the step's name is its control. */
export function Tour({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('tour');
  const [place, setPlace] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const step = STEPS[place] ?? 'city';
  const { anchor, view, size } = useAnchor(step, card);
  useEffect(() => card.current?.querySelector<HTMLElement>('[data-primary]')?.focus(), []);
  const isLast = place === STEPS.length - 1;
  const go = (by: number): void => {
    if (by > 0 && isLast) onClose();
    else setPlace(Math.max(0, Math.min(STEPS.length - 1, place + by)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const spot = placeCard(anchor, view, size);
  return (
    <>
      {anchor ? <TourRing anchor={anchor} /> : null}
      <div
        ref={card}
        role="dialog"
        aria-label={t('label')}
        aria-describedby="tour-text"
        className="tour"
        style={{ left: spot.left, top: spot.top }}
        onKeyDown={onKeyDown}
      >
        <div className="tour-head">
          <span className="tour-step">{t('step', { step: place + 1, count: STEPS.length })}</span>
          <IconButton size={26} label={t('skip')} icon={<IconX size={16} />} onClick={onClose} />
        </div>
        <div id="tour-text" aria-live="polite">
          <h2>{t(`steps.${step}.title`)}</h2>
          <p>{t(`steps.${step}.body`)}</p>
        </div>
        <div className="tour-buttons">
          {isLast ? null : (
            <Button size="xs" variant="subtle" color="gray" className="tour-skip" onClick={onClose}>
              {t('skip')}
            </Button>
          )}
          {place > 0 ? (
            <Button size="xs" variant="default" onClick={() => go(-1)}>
              {t('back')}
            </Button>
          ) : null}
          <Button size="xs" data-primary onClick={() => go(1)}>
            {isLast ? t('done') : t('next')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** Drawn over the control, out of the way of the pointer. */
function TourRing({ anchor: { left, top, width, height } }: { anchor: Box }) {
  return (
    <div
      className="tour-ring"
      aria-hidden
      style={{
        left: left - RING_PIXELS,
        top: top - RING_PIXELS,
        width: width + 2 * RING_PIXELS,
        height: height + 2 * RING_PIXELS,
      }}
    />
  );
}

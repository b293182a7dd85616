import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Box } from './place-card.ts';

interface Measured {
  /** The control that a step speaks of; `null` when it is not in sight, or is the scene itself. */
  anchor: Box | null;
  view: { width: number; height: number };
  size: { width: number; height: number };
}

function measure(step: string, card: HTMLElement | null): Measured {
  const view = { width: window.innerWidth, height: window.innerHeight };
  const found = [...document.querySelectorAll(`[data-tour="${step}"]`)].find((each) => each.checkVisibility());
  const box = found?.getBoundingClientRect();
  return {
    anchor: box ? { left: box.left, top: box.top, width: box.width, height: box.height } : null,
    view,
    size: { width: card?.offsetWidth ?? 0, height: card?.offsetHeight ?? 0 },
  };
}

/** Follows where the control of a step is, through resizing and changes of language. */
export function useAnchor(step: string, card: RefObject<HTMLElement | null>): Measured {
  const [measured, setMeasured] = useState<Measured>(() => measure(step, null));
  useLayoutEffect(() => {
    const follow = (): void => setMeasured(measure(step, card.current));
    follow();
    const observer = new ResizeObserver(follow);
    if (card.current) observer.observe(card.current);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [step, card]);
  return measured;
}

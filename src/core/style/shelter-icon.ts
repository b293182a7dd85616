/** How a shelter stands: `plain`, `flagged` (lies in a zone of a hazard it is not designated for) or `selected`. */
export type ShelterIconState = 'plain' | 'flagged' | 'selected';

const DISC: Record<ShelterIconState, string> = { plain: '#12805c', flagged: '#12805c', selected: '#0b6fc0' };

/** A roof over people: readable at 16 pixels. */
const FIGURE =
  '<path d="M32 15 13 31h5v17h28V31h5z" fill="#fff"/><circle cx="32" cy="33" r="4" fill="INK"/><path d="M25 48c0-7 3-10 7-10s7 3 7 10z" fill="INK"/>';

/** Warning mark at the upper right, told by shape and not by colour alone. */
const MARK =
  '<path d="M50 1 65 27a3 3 0 0 1-3 4H38a3 3 0 0 1-3-4z" fill="#fff"/><path d="M50 5 62 27H38z" fill="#c9221b"/><path d="M50 12v8" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="50" cy="24" r="1.8" fill="#fff"/>';

/**
 * Icon of a shelter as SVG text, 68 × 68 units; the same on the map, in lists and in the report.
 * @param state The mark of a flagged shelter is a red triangle at the upper right.
 */
export function shelterIconSvg(state: ShelterIconState, flagged = state === 'flagged'): string {
  const ink = DISC[state];
  const disc = `<circle cx="32" cy="34" r="29" fill="${ink}" stroke="#fff" stroke-width="4"/>`;
  const mark = flagged ? MARK : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -1 70 68" width="68" height="68">${disc}${FIGURE.replaceAll('INK', ink)}${mark}</svg>`;
}

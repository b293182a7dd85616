import type { ElementAttributes } from '../elements/city-element.ts';

/** Storey height that is drawn where a building does not tell its own, metres. */
const USUAL_METERS = 3.2;
const USUAL_METERS_BY_USE: Record<string, number> = {
  office: 4,
  commercial: 4.5,
  industrial: 6,
  education: 3.8,
  health: 4,
  public: 4.2,
  transport: 5,
};

/** Storeys lower or higher than this are an error of the source, not something to draw. */
const BELIEVABLE_METERS = [2, 25] as const;

/**
 * Height of the storeys that are drawn on the walls of a building, metres: height by storeys where both are known and
 * believable (2–25 m), else a usual height of its use, fitted so that the storeys fill a known height. For the picture
 * only: it reaches no table and no number.
 */
export function storeyHeightOf({
  heightMeters,
  storeysAbove,
  use,
}: Pick<ElementAttributes, 'heightMeters' | 'storeysAbove' | 'use'>): number {
  const usual = USUAL_METERS_BY_USE[use ?? ''] ?? USUAL_METERS;
  if (heightMeters === null || heightMeters <= 0) return usual;
  const told = storeysAbove === null ? 0 : Math.round(storeysAbove);
  if (told >= 1) {
    const each = heightMeters / told;
    if (each >= BELIEVABLE_METERS[0] && each <= BELIEVABLE_METERS[1]) return each;
  }
  return heightMeters / Math.max(1, Math.round(heightMeters / usual));
}

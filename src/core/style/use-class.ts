/** Uses that the picture tells apart, in the order of their classes; class 0 is unknown or other. */
const USES = ['', 'residential', 'office', 'commercial', 'industrial', 'education', 'health', 'public'] as const;

/** How many classes of use there are. */
export const USE_CLASS_COUNT = USES.length;

/**
 * Class of the normalised use of a building (`ElementRow.use`), by which its walls, roof and windows are drawn: 1
 * residential … 7 public, transport with it; 0 for an unknown use, `other` and words of a source. It reaches no number.
 */
export function useClassOf(use: string | null): number {
  if (use === 'transport') return USES.indexOf('public');
  return Math.max(0, (USES as readonly (string | null)[]).indexOf(use));
}

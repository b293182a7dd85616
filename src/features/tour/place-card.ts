/** A box on the screen in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 12;

/**
 * Where the card stands: below its control or, in the lower half of the window, above it, wholly inside the window;
 * without a control in the middle near the lower edge, where it hides least of the scene.
 */
export function placeCard(
  anchor: Box | null,
  view: { width: number; height: number },
  size: { width: number; height: number },
): { left: number; top: number } {
  const clamp = (value: number, most: number): number => Math.max(GAP, Math.min(value, most - GAP));
  if (!anchor) {
    return {
      left: clamp((view.width - size.width) / 2, view.width - size.width),
      top: clamp(view.height - size.height - 64, view.height - size.height),
    };
  }
  const middle = anchor.left + anchor.width / 2 - size.width / 2;
  const isLow = anchor.top + anchor.height / 2 > view.height / 2;
  const top = isLow ? anchor.top - size.height - GAP : anchor.top + anchor.height + GAP;
  return { left: clamp(middle, view.width - size.width), top: clamp(top, view.height - size.height) };
}

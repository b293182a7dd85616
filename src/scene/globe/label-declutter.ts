/** A label as a box on the screen, CSS pixels; lower `priority` is placed first. */
export interface LabelBox {
  x: number;
  y: number;
  width: number;
  height: number;
  priority: number;
}

/** Which labels can be shown without touching one another: the important ones first, the rest where there is room. */
export function declutter(boxes: readonly (LabelBox | null)[]): boolean[] {
  const shown = boxes.map(() => false);
  const placed: LabelBox[] = [];
  const order = boxes
    .map((box, index) => ({ box, index }))
    .filter((each): each is { box: LabelBox; index: number } => each.box !== null)
    .sort((a, b) => a.box.priority - b.box.priority);
  for (const { box, index } of order) {
    const free = placed.every(
      (other) =>
        Math.abs(other.x - box.x) * 2 >= other.width + box.width ||
        Math.abs(other.y - box.y) * 2 >= other.height + box.height,
    );
    if (!free) continue;
    shown[index] = true;
    placed.push(box);
  }
  return shown;
}

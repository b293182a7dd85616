/** A label as a box around its middle on the screen, CSS pixels. */
export interface LabelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Labels are about this wide: one touches few cells. */
const CELL_PIXELS = 96;

function touch(a: LabelBox, b: LabelBox): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

/** Keys of the cells that a box lies in. */
function cellsOf({ x, y, width, height }: LabelBox): string[] {
  const cells: string[] = [];
  const [left, right] = [x - width / 2, x + width / 2].map((at) => Math.floor(at / CELL_PIXELS)) as [number, number];
  const [top, bottom] = [y - height / 2, y + height / 2].map((at) => Math.floor(at / CELL_PIXELS)) as [number, number];
  for (let column = left; column <= right; column += 1) {
    for (let row = top; row <= bottom; row += 1) cells.push(`${column} ${row}`);
  }
  return cells;
}

/**
 * Which labels can be shown without touching one another: those that come first, the rest where there is room.
 * @param boxes By importance; `null` is not in view.
 */
export function declutter(boxes: readonly (LabelBox | null)[]): boolean[] {
  const placed = new Map<string, LabelBox[]>();
  return boxes.map((box) => {
    if (!box) return false;
    const cells = cellsOf(box);
    if (cells.some((cell) => placed.get(cell)?.some((other) => touch(box, other)))) return false;
    for (const cell of cells) {
      const others = placed.get(cell);
      if (others) others.push(box);
      else placed.set(cell, [box]);
    }
    return true;
  });
}

import type { BoxGrid } from './box-grid.ts';
import { layShapeOnCells } from './cell-rows.ts';
import type { PlanarShape } from './planar-shape.ts';

/** What becomes of the boxes near a shape; those outside are not told. */
export interface BoxVisitor {
  /** The box lies wholly inside. `place` is its place in the grid. */
  whole(row: number, place: number): void;
  /**
   * An edge meets the box; what is in it may be inside, cut or outside.
   * @param edges Edges of the shape that meet the box or pass left of it, among others, in their order; valid during the call.
   */
  cut(row: number, edges: Int32Array): void;
}

/** How a box lies in a shape: 1 inside, 0 met by an edge, −1 outside. */
function placeBox(shape: PlanarShape, near: Int32Array, boxes: Float64Array, row: number): -1 | 0 | 1 {
  const { edges, parts } = shape;
  const minX = boxes[row * 4]!;
  const minY = boxes[row * 4 + 1]!;
  const maxX = boxes[row * 4 + 2]!;
  const maxY = boxes[row * 4 + 3]!;
  const middle = (minY + maxY) / 2;
  let [odd, inside, part] = [false, false, -1];
  for (const edge of near) {
    const at = edge * 4;
    const y1 = edges[at + 1]!;
    const y2 = edges[at + 3]!;
    if (y2 < minY || y1 > maxY) continue;
    const x1 = edges[at]!;
    const x2 = edges[at + 2]!;
    if (x1 > maxX && x2 > maxX) continue;
    const dx = x2 - x1;
    const dy = y2 - y1;
    if (x1 >= minX || x2 >= minX) {
      const a = dx * (minY - y1) - dy * (minX - x1);
      const b = dx * (minY - y1) - dy * (maxX - x1);
      const c = dx * (maxY - y1) - dy * (minX - x1);
      const d = dx * (maxY - y1) - dy * (maxX - x1);
      const right = a > 0 && b > 0 && c > 0 && d > 0;
      if (!right && !(a < 0 && b < 0 && c < 0 && d < 0)) return 0;
      if (right) continue;
    }
    if (parts[edge] !== part) {
      inside ||= odd;
      odd = false;
      part = parts[edge]!;
    }
    if (y1 <= middle && middle < y2) odd = !odd;
  }
  return inside || odd ? 1 : -1;
}

/**
 * Finds the boxes that a shape holds or cuts, cell by cell: cells that no edge comes near are taken whole.
 * Yields after every row of cells, so that a long walk can be taken in steps.
 */
export function* meetBoxes({ boxes, tiers }: BoxGrid, shape: PlanarShape, visitor: BoxVisitor): Generator<void, void> {
  for (const { grid, margin, first: base, order, cellStarts } of tiers) {
    const rows = layShapeOnCells(grid, shape, margin);
    const cells = {
      inside(first: number, last: number) {
        const end = cellStarts[last + 1]!;
        for (let place = cellStarts[first]!; place < end; place += 1) visitor.whole(order[place]!, base + place);
      },
      near(first: number, last: number, edges: Int32Array) {
        const end = cellStarts[last + 1]!;
        for (let place = cellStarts[first]!; place < end; place += 1) {
          const row = order[place]!;
          const lies = placeBox(shape, edges, boxes, row);
          if (lies === 1) visitor.whole(row, base + place);
          else if (lies === 0) visitor.cut(row, edges);
        }
      },
    };
    for (let row = rows.firstRow; row <= rows.lastRow; row += 1) {
      rows.visit(row, cells);
      yield;
    }
  }
}

import type { CellGrid } from './cell-grid.ts';
import type { PlanarShape } from './planar-shape.ts';

/** What a row of cells has to do with a shape; cells that are wholly outside are not told. */
export interface CellVisitor {
  /** Cells `first` … `last` with their margins lie wholly inside. */
  inside(first: number, last: number): void;
  /**
   * Cells `first` … `last` that an edge may meet.
   * @param edges Edges of the shape that meet the row or pass left of it, in their order; valid during the call.
   */
  near(first: number, last: number, edges: readonly number[]): void;
}

/** The rows of a grid that a shape reaches. */
export interface CellRows {
  firstRow: number;
  /** Less than `firstRow` when the shape reaches none. */
  lastRow: number;
  visit(row: number, visitor: CellVisitor): void;
}

/** Clipping an edge to a row rounds its ends by about a nanometre. */
const SLACK = 1e-6;

interface Crossing {
  edge: number;
  /** Columns that the edge with the margin meets; −1 left of the grid. */
  from: number;
  to: number;
}

function crossRow(shape: PlanarShape, edge: number, low: number, high: number, margin: number, grid: CellGrid) {
  const { edges } = shape;
  const at = edge * 4;
  const [x1, y1, x2, y2] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
  const slope = y2 > y1 ? (x2 - x1) / (y2 - y1) : 0;
  const xLow = y1 >= low ? x1 : x1 + (low - y1) * slope;
  const xHigh = y2 <= high ? x2 : x1 + (high - y1) * slope;
  const from = Math.floor((Math.min(xLow, xHigh) - margin - grid.minX) / grid.size);
  const to = Math.floor((Math.max(xLow, xHigh) + margin - grid.minX) / grid.size);
  return { from: Math.max(-1, from), to: Math.min(grid.columns - 1, Math.max(-1, to)) };
}

/** True when a place that no edge is near to lies inside, by the edges of its row. */
function isInside(shape: PlanarShape, crossings: readonly Crossing[], x: number, y: number): boolean {
  const { edges, parts } = shape;
  let [odd, part] = [false, -1];
  for (const { edge } of crossings) {
    if (parts[edge] !== part) {
      if (odd) return true;
      part = parts[edge]!;
    }
    const at = edge * 4;
    const [y1, y2] = [edges[at + 1]!, edges[at + 3]!];
    if (y1 > y || y >= y2) continue;
    if (edges[at]! + ((y - y1) * (edges[at + 2]! - edges[at]!)) / (y2 - y1) < x) odd = !odd;
  }
  return odd;
}

/**
 * Sorts the cells of a grid by a shape, row by row: wholly inside, near an edge, outside.
 * @param margin How far from a cell an edge counts as near; things kept in a cell may stand out of it so far.
 */
export function layShapeOnCells(grid: CellGrid, shape: PlanarShape, margin: number): CellRows {
  const { minX, minY, size, columns, rows } = grid;
  const wide = margin + SLACK;
  const firstRow = Math.max(0, Math.floor((shape.box[1] - wide - minY) / size));
  const lastRow = Math.min(rows - 1, Math.floor((shape.box[3] + wide - minY) / size));
  const crossings: Crossing[][] = [];
  for (let row = firstRow; row <= lastRow; row += 1) crossings.push([]);
  for (let edge = 0; edge < shape.parts.length; edge += 1) {
    const y1 = shape.edges[edge * 4 + 1]!;
    const y2 = shape.edges[edge * 4 + 3]!;
    const from = Math.max(firstRow, Math.floor((y1 - wide - minY) / size));
    const to = Math.min(lastRow, Math.floor((y2 + wide - minY) / size));
    for (let row = from; row <= to; row += 1) {
      const low = minY + row * size - wide;
      const reach = crossRow(shape, edge, low, low + size + 2 * wide, wide, grid);
      if (reach.from < columns) crossings[row - firstRow]!.push({ edge, ...reach });
    }
  }
  return {
    firstRow,
    lastRow,
    visit(row, visitor) {
      const met = crossings[row - firstRow]!;
      if (met.length === 0) return;
      const edges = met.map(({ edge }) => edge);
      const y = minY + (row + 0.5) * size;
      const start = row * columns;
      let next = 0;
      const fill = (until: number) => {
        if (until <= next) return;
        if (isInside(shape, met, minX + next * size, y)) visitor.inside(start + next, start + until - 1);
      };
      const ordered = [...met].sort((a, b) => a.from - b.from);
      for (let index = 0; index < ordered.length; ) {
        const { from } = ordered[index]!;
        let { to } = ordered[index]!;
        for (index += 1; index < ordered.length && ordered[index]!.from <= to + 1; index += 1) {
          to = Math.max(to, ordered[index]!.to);
        }
        if (to < 0) continue;
        fill(from);
        visitor.near(start + Math.max(0, from), start + to, edges);
        next = to + 1;
      }
      fill(columns);
    },
  };
}

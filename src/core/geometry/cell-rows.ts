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
  near(first: number, last: number, edges: Int32Array): void;
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

/** Edges that meet rows of cells, row by row. */
interface Crossings {
  /** First place of every row, by row from the first, and their number; rows may have fewer, see `counts`. */
  starts: Int32Array;
  counts: Int32Array;
  /** By place: the edge, and the columns that it meets with the margin; −1 left of the grid. */
  edges: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

function collectCrossings(
  grid: CellGrid,
  shape: PlanarShape,
  wide: number,
  firstRow: number,
  lastRow: number,
): Crossings {
  const { minX, minY, size, columns } = grid;
  const { edges } = shape;
  const rowOf = (y: number) => Math.min(lastRow, Math.max(firstRow, Math.floor((y - minY) / size))) - firstRow;
  const rows = Math.max(0, lastRow - firstRow + 1);
  const starts = new Int32Array(rows + 1);
  const isAway = (edge: number) => {
    const top = Math.floor((edges[edge * 4 + 3]! + wide - minY) / size);
    return top < firstRow || Math.floor((edges[edge * 4 + 1]! - wide - minY) / size) > lastRow;
  };
  for (let edge = 0; edge < shape.parts.length; edge += 1) {
    if (isAway(edge)) continue;
    const last = rowOf(edges[edge * 4 + 3]! + wide);
    for (let row = rowOf(edges[edge * 4 + 1]! - wide); row <= last; row += 1) starts[row + 1]! += 1;
  }
  for (let row = 0; row < rows; row += 1) starts[row + 1]! += starts[row]!;
  const total = starts[rows]!;
  const counts = new Int32Array(rows);
  const met = { edges: new Int32Array(total), from: new Int32Array(total), to: new Int32Array(total) };
  for (let edge = 0; edge < shape.parts.length; edge += 1) {
    if (isAway(edge)) continue;
    const [x1, y1, x2, y2] = [edges[edge * 4]!, edges[edge * 4 + 1]!, edges[edge * 4 + 2]!, edges[edge * 4 + 3]!];
    const slope = y2 > y1 ? (x2 - x1) / (y2 - y1) : 0;
    const last = rowOf(y2 + wide);
    for (let row = rowOf(y1 - wide); row <= last; row += 1) {
      const low = minY + (row + firstRow) * size - wide;
      const high = low + size + 2 * wide;
      const xLow = y1 >= low ? x1 : x1 + (low - y1) * slope;
      const xHigh = y2 <= high ? x2 : x1 + (high - y1) * slope;
      const from = Math.floor((Math.min(xLow, xHigh) - wide - minX) / size);
      if (from >= columns) continue;
      const to = Math.floor((Math.max(xLow, xHigh) + wide - minX) / size);
      const place = starts[row]! + counts[row]!;
      counts[row]! += 1;
      met.edges[place] = edge;
      met.from[place] = Math.max(-1, from);
      met.to[place] = Math.min(columns - 1, Math.max(-1, to));
    }
  }
  return { starts, counts, ...met };
}

/** True when a place that no edge is near to lies inside, by the edges of its row. */
function isInside({ edges, parts }: PlanarShape, near: Int32Array, x: number, y: number): boolean {
  let [odd, part] = [false, -1];
  for (let index = 0; index < near.length; index += 1) {
    const edge = near[index]!;
    if (parts[edge] !== part) {
      if (odd) return true;
      part = parts[edge]!;
    }
    const at = edge * 4;
    const y1 = edges[at + 1]!;
    const y2 = edges[at + 3]!;
    if (y1 > y || y >= y2) continue;
    if (edges[at]! + ((y - y1) * (edges[at + 2]! - edges[at]!)) / (y2 - y1) < x) odd = !odd;
  }
  return odd;
}

const FEW = 24;

/** Places of a row from left to right. */
function sortPlaces(from: Int32Array, start: number, end: number): Int32Array {
  const places = new Int32Array(end - start);
  for (let index = 0; index < places.length; index += 1) places[index] = start + index;
  if (places.length > FEW) return places.sort((a, b) => from[a]! - from[b]!);
  for (let index = 1; index < places.length; index += 1) {
    const place = places[index]!;
    let hole = index;
    for (; hole > 0 && from[places[hole - 1]!]! > from[place]!; hole -= 1) places[hole] = places[hole - 1]!;
    places[hole] = place;
  }
  return places;
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
  const { starts, counts, edges, from, to } = collectCrossings(grid, shape, wide, firstRow, lastRow);
  return {
    firstRow,
    lastRow,
    visit(row, visitor) {
      const begin = starts[row - firstRow]!;
      const end = begin + counts[row - firstRow]!;
      const near = edges.subarray(begin, end);
      const y = minY + (row + 0.5) * size;
      const start = row * columns;
      let next = 0;
      const fill = (until: number) => {
        if (until <= next || !isInside(shape, near, minX + next * size, y)) return;
        visitor.inside(start + next, start + until - 1);
      };
      const places = sortPlaces(from, begin, end);
      for (let index = 0; index < places.length; ) {
        const left = from[places[index]!]!;
        let right = to[places[index]!]!;
        for (index += 1; index < places.length && from[places[index]!]! <= right + 1; index += 1) {
          right = Math.max(right, to[places[index]!]!);
        }
        if (right < 0) continue;
        fill(left);
        visitor.near(start + Math.max(0, left), start + right, near);
        next = right + 1;
      }
      if (places.length > 0) fill(columns);
    },
  };
}

import { type CellGrid, createCellGrid, findCell } from './cell-grid.ts';
import { layShapeOnCells } from './cell-rows.ts';
import type { PlanarShape } from './planar-shape.ts';

/** Points sorted into cells; a place is a position in that order. */
export interface PointGrid {
  grid: CellGrid;
  /** Index of the point at every place. */
  order: Uint32Array;
  /** First place of every cell, and their number. */
  cellStarts: Uint32Array;
  /** Coordinates by place. */
  x: Float64Array;
  y: Float64Array;
}

/** What lies in a shape: whole cells, and single points near its edges. */
export interface PointVisitor {
  /** Cells `first` … `last`, wholly inside. */
  cells(first: number, last: number): void;
  point(place: number): void;
}

/** Sorts points into about as many cells, once; points without coordinates (NaN) are left out. */
export function createPointGrid(xs: Float64Array, ys: Float64Array): PointGrid {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const known: number[] = [];
  for (let point = 0; point < xs.length; point += 1) {
    const [x, y] = [xs[point]!, ys[point]!];
    if (!Number.isFinite(x + y)) continue;
    known.push(point);
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  const grid = createCellGrid(known.length > 0 ? box : [0, 0, 0, 0], Math.max(1, known.length));
  const cells = Uint32Array.from(known, (point) => findCell(grid, xs[point]!, ys[point]!));
  const cellStarts = new Uint32Array(grid.columns * grid.rows + 1);
  for (const cell of cells) cellStarts[cell + 1]! += 1;
  for (let cell = 0; cell + 1 < cellStarts.length; cell += 1) cellStarts[cell + 1]! += cellStarts[cell]!;
  const free = cellStarts.slice();
  const order = new Uint32Array(known.length);
  known.forEach((point, index) => {
    const cell = cells[index]!;
    order[free[cell]!] = point;
    free[cell]! += 1;
  });
  const byPlace = (values: Float64Array) => Float64Array.from(order, (point) => values[point]!);
  return { grid, order, cellStarts, x: byPlace(xs), y: byPlace(ys) };
}

/** True when a point lies in the shape or on an edge of it, by the edges that bear on its row of cells. */
function isInShape(shape: PlanarShape, near: Int32Array, x: number, y: number): boolean {
  const { edges, parts } = shape;
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
    if (y < y1 || y > y2) continue;
    const x1 = edges[at]!;
    const x2 = edges[at + 2]!;
    const side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    if (side === 0 && Math.min(x1, x2) <= x && x <= Math.max(x1, x2)) return true;
    if (side < 0 && y < y2) odd = !odd;
  }
  return odd;
}

/** Finds the points that lie in a shape or on its edge; edges of holes are inside. */
export function meetPoints({ grid, cellStarts, x, y }: PointGrid, shape: PlanarShape, visitor: PointVisitor): void {
  const rows = layShapeOnCells(grid, shape, 0);
  const cells = {
    inside: visitor.cells,
    near(first: number, last: number, edges: Int32Array) {
      const end = cellStarts[last + 1]!;
      for (let place = cellStarts[first]!; place < end; place += 1) {
        if (isInShape(shape, edges, x[place]!, y[place]!)) visitor.point(place);
      }
    },
  };
  for (let row = rows.firstRow; row <= rows.lastRow; row += 1) rows.visit(row, cells);
}

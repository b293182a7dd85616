import { type CellGrid, createCellGrid, findCell } from './cell-grid.ts';

/** Boxes of like size, sorted into cells by their middles. */
interface BoxTier {
  grid: CellGrid;
  /** The farthest that a box stands out of its cell, in the unit of the coordinates. */
  margin: number;
  /** Place in the grid of the first box of the tier. */
  first: number;
  /** Rows of the boxes, cell by cell. */
  order: Uint32Array;
  /** First place in `order` of every cell, and their number. */
  cellStarts: Uint32Array;
}

/** Boxes prepared for laying shapes over them: each in one cell of one tier. */
export interface BoxGrid {
  /** Least x, least y, greatest x, greatest y by row. */
  boxes: Float64Array;
  tiers: BoxTier[];
  /** Boxes in all tiers; each has a place below. */
  size: number;
}

const BOXES_PER_CELL = 4;
/** A box that reaches farther from its middle than this part of a cell moves to the next, coarser tier. */
const LARGE = 0.5;
const COARSER = 8;
const MOST_TIERS = 4;

function sortIntoCells(grid: CellGrid, rows: Uint32Array, boxes: Float64Array): Pick<BoxTier, 'order' | 'cellStarts'> {
  const cells = Uint32Array.from(rows, (row) =>
    findCell(grid, (boxes[row * 4]! + boxes[row * 4 + 2]!) / 2, (boxes[row * 4 + 1]! + boxes[row * 4 + 3]!) / 2),
  );
  const cellStarts = new Uint32Array(grid.columns * grid.rows + 1);
  for (const cell of cells) cellStarts[cell + 1]! += 1;
  for (let cell = 0; cell + 1 < cellStarts.length; cell += 1) cellStarts[cell + 1]! += cellStarts[cell]!;
  const free = cellStarts.slice();
  const order = new Uint32Array(rows.length);
  rows.forEach((row, index) => {
    const cell = cells[index]!;
    order[free[cell]!] = row;
    free[cell]! += 1;
  });
  return { order, cellStarts };
}

function reachOf(boxes: Float64Array, row: number): number {
  const at = row * 4;
  return Math.max(boxes[at + 2]! - boxes[at]!, boxes[at + 3]! - boxes[at + 1]!) / 2;
}

/**
 * Sorts boxes into cells, once: some 0.3 s for a million.
 * @param isPlaced Rows that it refuses are in no cell.
 */
export function createBoxGrid(boxes: Float64Array, isPlaced: (row: number) => boolean): BoxGrid {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const placed: number[] = [];
  for (let row = 0; row * 4 < boxes.length; row += 1) {
    if (!isPlaced(row)) continue;
    placed.push(row);
    const at = row * 4;
    extent[0] = Math.min(extent[0], boxes[at]!);
    extent[1] = Math.min(extent[1], boxes[at + 1]!);
    extent[2] = Math.max(extent[2], boxes[at + 2]!);
    extent[3] = Math.max(extent[3], boxes[at + 3]!);
  }
  const tiers: BoxTier[] = [];
  let rows = Uint32Array.from(placed);
  let first = 0;
  for (let cells = rows.length / BOXES_PER_CELL; rows.length > 0; cells /= COARSER ** 2) {
    const grid = createCellGrid(extent, cells);
    const isLast = tiers.length + 1 === MOST_TIERS || cells <= 1;
    const small = isLast ? rows : rows.filter((row) => reachOf(boxes, row) <= grid.size * LARGE);
    const margin = small.reduce((most, row) => Math.max(most, reachOf(boxes, row)), 0);
    if (small.length > 0) tiers.push({ grid, margin, first, ...sortIntoCells(grid, small, boxes) });
    first += small.length;
    rows = isLast ? new Uint32Array() : rows.filter((row) => reachOf(boxes, row) > grid.size * LARGE);
  }
  return { boxes, tiers, size: placed.length };
}

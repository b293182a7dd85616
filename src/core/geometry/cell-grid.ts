import type { Box2 } from './region.ts';

/** Square cells over a plane, numbered row by row from the least corner; places outside belong to the cells at the rim. */
export interface CellGrid {
  minX: number;
  minY: number;
  /** Side of a cell, in the unit of the coordinates. */
  size: number;
  columns: number;
  rows: number;
}

/**
 * Lays a grid of about so many cells over a box.
 * @param box Least and greatest x and y; a box without extent gets one cell.
 * @param cells At least 1.
 */
export function createCellGrid([minX, minY, maxX, maxY]: Box2, cells: number): CellGrid {
  const width = Math.max(maxX - minX, 1e-9);
  const height = Math.max(maxY - minY, 1e-9);
  const size = Math.max(Math.sqrt((width * height) / Math.max(1, cells)), Math.max(width, height) / 4096);
  return { minX, minY, size, columns: Math.floor(width / size) + 1, rows: Math.floor(height / size) + 1 };
}

/** Number of the cell that holds a place. */
export function findCell({ minX, minY, size, columns, rows }: CellGrid, x: number, y: number): number {
  const column = Math.min(columns - 1, Math.max(0, Math.floor((x - minX) / size)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor((y - minY) / size)));
  return row * columns + column;
}

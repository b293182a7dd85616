import type { PlanarShape } from '../geometry/planar-shape.ts';
import { createPointGrid, meetPoints } from '../geometry/point-grid.ts';

/** What the points inside a shape come to; sums and unknowns in the order of the columns. */
export interface PointSum {
  points: number;
  sums: number[];
  /** Points inside without a value. */
  unknown: number[];
}

/** Sums over points, in the time that the outline takes and not the inside. */
export interface PointSums {
  /** Sums over the points in the shape or on its edge. */
  sumInside(shape: PlanarShape): PointSum;
}

/**
 * Prepares sums over points (centroids of buildings): running sums over cells, so that cells inside cost nothing and
 * only points in cells at the outline are tested. Some 0.5 s and 100 bytes a point for a million points.
 * @param columns Values by point; NaN = unknown, never zero.
 */
export function createPointSums(x: Float64Array, y: Float64Array, columns: readonly Float64Array[]): PointSums {
  const grid = createPointGrid(x, y);
  const { order, cellStarts } = grid;
  const width = columns.length;
  const values = new Float64Array(order.length * width);
  order.forEach((point, place) => {
    for (let column = 0; column < width; column += 1) values[place * width + column] = columns[column]![point]!;
  });
  /** Before every cell: the sum of known values and the count of unknown ones, column by column. */
  const before = new Float64Array(cellStarts.length * 2 * width);
  const running = new Float64Array(2 * width);
  for (let cell = 0; cell + 1 < cellStarts.length; cell += 1) {
    before.set(running, cell * 2 * width);
    for (let at = cellStarts[cell]! * width; at < cellStarts[cell + 1]! * width; at += 1) {
      const value = values[at]!;
      const column = at % width;
      if (Number.isNaN(value)) running[width + column]! += 1;
      else running[column]! += value;
    }
  }
  before.set(running, (cellStarts.length - 1) * 2 * width);
  return {
    sumInside(shape) {
      const total = new Float64Array(2 * width);
      let points = 0;
      meetPoints(grid, shape, {
        cells(first, last) {
          points += cellStarts[last + 1]! - cellStarts[first]!;
          const [low, high] = [first * 2 * width, (last + 1) * 2 * width];
          for (let at = 0; at < 2 * width; at += 1) total[at]! += before[high + at]! - before[low + at]!;
        },
        point(place) {
          points += 1;
          for (let column = 0; column < width; column += 1) {
            const value = values[place * width + column]!;
            if (Number.isNaN(value)) total[width + column]! += 1;
            else total[column]! += value;
          }
        },
      });
      return { points, sums: [...total.subarray(0, width)], unknown: [...total.subarray(width)] };
    },
  };
}

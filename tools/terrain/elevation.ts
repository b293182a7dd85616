import type { Extent } from '../../src/core/city/city-manifest.ts';
import type { SourceFrame } from '../elements/source-frame.ts';
import type { HeightRaster } from '../formats/ascii-grid.ts';

/** The ground as an elevation model tells it. */
export interface Elevation {
  /** West, south, east, north in degrees. */
  extent: Extent;
  /** Metres between neighbouring cells, about. */
  spacingMeters: number;
  /** Metres above the ellipsoid, bilinear between the cells; held constant beyond the edge. */
  heightAt(lon: number, lat: number): number;
}

/** Fills cells without a height from their neighbours, ring by ring, so that no hole is left; all empty gives zeros. */
function fillHoles({ columns, rows, heights }: HeightRaster): Float32Array {
  let filled = Float32Array.from(heights);
  for (let holes = filled.reduce((sum, height) => sum + (Number.isNaN(height) ? 1 : 0), 0); holes > 0; ) {
    const next = Float32Array.from(filled);
    let closed = 0;
    for (let at = 0; at < filled.length; at += 1) {
      if (!Number.isNaN(filled[at]!)) continue;
      const column = at % columns;
      let [sum, count] = [0, 0];
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          if (column + dx < 0 || column + dx >= columns) continue;
          const near = filled[at + dy * columns + dx];
          if (near === undefined || Number.isNaN(near)) continue;
          sum += near;
          count += 1;
        }
      }
      if (count === 0) continue;
      next[at] = sum / count;
      closed += 1;
    }
    if (closed === 0) return new Float32Array(columns * rows);
    filled = next;
    holes -= closed;
  }
  return filled;
}

function boundsOf(raster: HeightRaster, frame: SourceFrame): Extent {
  const { columns, rows, x, y, cellSize } = raster;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  // Meridians and edges of the raster are not parallel: the middles of the edges reach out as well.
  for (const across of [0, 0.5, 1]) {
    for (const up of [0, 0.5, 1]) {
      const [lon, lat] = frame.source.toLonLat(x + across * (columns - 1) * cellSize, y + up * (rows - 1) * cellSize);
      [west, south, east, north] = [
        Math.min(west, lon),
        Math.min(south, lat),
        Math.max(east, lon),
        Math.max(north, lat),
      ];
    }
  }
  return [west, south, east, north];
}

/** Prepares a raster of heights for questions in degrees; heights come to the ellipsoid by the frame's datum. */
export function createElevation(raster: HeightRaster, frame: SourceFrame): Elevation {
  const { columns, rows, x, y, cellSize } = raster;
  const heights = fillHoles(raster);
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return {
    extent: boundsOf(raster, frame),
    spacingMeters: frame.source.geographic ? cellSize * 110_574 : cellSize * frame.source.unitMeters,
    heightAt: (lon, lat) => {
      const [px, py] = frame.source.fromLonLat(lon, lat);
      const column = clamp((px - x) / cellSize, columns - 1);
      const row = clamp(rows - 1 - (py - y) / cellSize, rows - 1);
      const [column0, row0] = [Math.floor(column), Math.floor(row)];
      const [column1, row1] = [Math.min(column0 + 1, columns - 1), Math.min(row0 + 1, rows - 1)];
      const at = (r: number, c: number) => heights[r * columns + c]!;
      const [u, v] = [column - column0, row - row0];
      const upper = at(row0, column0) * (1 - u) + at(row0, column1) * u;
      const lower = at(row1, column0) * (1 - u) + at(row1, column1) * u;
      return frame.toEllipsoidal(px, py, upper * (1 - v) + lower * v);
    },
  };
}

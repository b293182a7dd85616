import type { SheetBounds } from './sheet-bounds.ts';

/** Part of a picture, pixels from its north-west corner. */
export interface PixelRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the metres of a sheet lie on its pixels, north up. */
export interface SheetGrid {
  bounds: SheetBounds;
  pixelsPerMeter: number;
  width: number;
  height: number;
}

/** The grid of a sheet whose longer side has so many pixels. */
export function createSheetGrid(bounds: SheetBounds, pixels: number): SheetGrid {
  const pixelsPerMeter = pixels / Math.max(bounds.width, bounds.height, 1);
  const count = (meters: number): number => Math.max(2, Math.round(meters * pixelsPerMeter));
  return { bounds, pixelsPerMeter, width: count(bounds.width), height: count(bounds.height) };
}

/** The whole pixels that a box and a margin of pixels around it touch; `null` when it lies beside the sheet. */
export function pixelsOf(grid: SheetGrid, box: SheetBounds, marginPixels: number): PixelRect | null {
  const { bounds, pixelsPerMeter } = grid;
  const west = (box.east - bounds.east) * pixelsPerMeter - marginPixels;
  const south = grid.height - (box.north - bounds.north) * pixelsPerMeter + marginPixels;
  const left = Math.max(0, Math.floor(west));
  const right = Math.min(grid.width, Math.ceil(west + box.width * pixelsPerMeter + 2 * marginPixels));
  const top = Math.max(0, Math.floor(south - box.height * pixelsPerMeter - 2 * marginPixels));
  const bottom = Math.min(grid.height, Math.ceil(south));
  return left < right && top < bottom ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

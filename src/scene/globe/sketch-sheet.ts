import type { Scene } from 'cesium';
import { createTexture, writeTexture } from './engine-texture.ts';
import { boxOf, clipBox, growBy, type SheetBounds, sizeOf } from './sheet-bounds.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { destroySheet } from './sheet-textures.ts';
import { openPagePen } from './zone-draftsman.ts';
import {
  drawZone,
  moveZoneCanvas,
  openZoneCanvas,
  type SheetMode,
  startHatches,
  type ZoneCanvas,
} from './zone-drawing.ts';
import type { ZoneSheet, ZoneSketchOutline } from './zone-surface.ts';

/** How the outline is to be drawn: what is in view, and how many metres a pixel of the resting zones has. */
export interface SketchLook {
  inView: SheetBounds;
  metersPerPixel: number;
  theme: 'light' | 'dark';
  /** Pixels of the longer side. */
  mostPixels: number;
}

/** Sizes go in steps: an outline that is dragged mostly keeps its canvas and its texture. */
const STEP_PIXELS = 64;
/** The sheet reaches beyond the outline by the width of its line. */
const REACH_PIXELS = 6;
/** Plain fill needs half the pixels of hatch and lines. */
const TINT_COARSE = 2;

/** The pixels for an outline, on a raster fixed to the ground: edges do not swim while it is dragged. */
function planGrid(box: SheetBounds, metersPerPixel: number): SheetGrid {
  const step = metersPerPixel * STEP_PIXELS;
  const [east, north] = [Math.floor(box.east / step) * step, Math.floor(box.north / step) * step];
  const across = Math.ceil((box.east + box.width - east) / step);
  const up = Math.ceil((box.north + box.height - north) / step);
  return {
    bounds: { east, north, width: across * step, height: up * step },
    pixelsPerMeter: 1 / metersPerPixel,
    width: across * STEP_PIXELS,
    height: up * STEP_PIXELS,
  };
}

function coarsen(grid: SheetGrid, times: number): SheetGrid {
  const { bounds, pixelsPerMeter, width, height } = grid;
  return { bounds, pixelsPerMeter: pixelsPerMeter / times, width: width / times, height: height / times };
}

/** The small sheet of the outline in the making, drawn on the page with every move of the pointer. */
export class SketchSheet {
  readonly #scene: Scene;
  #sheet: ZoneSheet | null = null;
  #canvases: Record<SheetMode, ZoneCanvas> | null = null;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  get sheet(): ZoneSheet | null {
    return this.#sheet;
  }

  /** Draws the part of the outline in view. */
  draw(outline: ZoneSketchOutline, look: SketchLook): void {
    const { inView, metersPerPixel, theme, mostPixels } = look;
    const box = boxOf(outline.rings.flatMap((ring) => Array.from(ring)));
    const shown = box && clipBox(growBy(box, metersPerPixel * REACH_PIXELS), inView);
    if (!shown) {
      this.clear();
      return;
    }
    let coarse = 1;
    while (sizeOf(shown) / (metersPerPixel * coarse) > mostPixels - STEP_PIXELS) coarse *= 2;
    const grid = planGrid(shown, metersPerPixel * coarse);
    const before = this.#sheet;
    const { sheet, canvases } = this.#prepare(grid, theme);
    for (const mode of ['pattern', 'tint'] as const) {
      const times = mode === 'tint' ? TINT_COARSE : 1;
      const canvas = canvases[mode];
      moveZoneCanvas(canvas, coarsen(grid, times), coarse * times);
      const { width, height } = canvas.grid;
      canvas.pen.clearRect(0, 0, width, height);
      startHatches(canvas);
      drawZone(canvas, { id: '', level: outline.level, rings: outline.rings }, true);
      const { buffer } = canvas.pen.getImageData(0, 0, width, height).data;
      writeTexture(sheet[mode], { x: 0, y: 0, width, height, pixels: new Uint8Array(buffer) });
    }
    this.#sheet = { ...sheet, bounds: grid.bounds };
    this.#canvases = canvases;
    if (before && before.pattern !== sheet.pattern) destroySheet(before);
  }

  clear(): void {
    if (this.#sheet) destroySheet(this.#sheet);
    this.#sheet = null;
    this.#canvases = null;
  }

  #prepare(grid: SheetGrid, theme: 'light' | 'dark'): { sheet: ZoneSheet; canvases: Record<SheetMode, ZoneCanvas> } {
    const { width, height, bounds } = grid;
    const [sheet, canvases] = [this.#sheet, this.#canvases];
    const isSame = sheet?.pattern.width === width && sheet.pattern.height === height;
    if (sheet && canvases && isSame && canvases.pattern.theme === theme) return { sheet, canvases };
    const tint = coarsen(grid, TINT_COARSE);
    return {
      sheet: {
        bounds,
        pattern: createTexture(this.#scene, width, height),
        tint: createTexture(this.#scene, tint.width, tint.height),
      },
      canvases: {
        pattern: openZoneCanvas({ grid, mode: 'pattern', theme }, openPagePen),
        tint: openZoneCanvas({ grid: tint, mode: 'tint', theme }, openPagePen),
      },
    };
  }
}

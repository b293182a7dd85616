import type { RiskLevel } from '../../core/city/hazard.ts';
import { drawHatchTile, type Hatch } from '../../core/style/hatch.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import type { SheetBounds } from './sheet-bounds.ts';
import { type PixelRect, pixelsOf, type SheetGrid } from './sheet-grid.ts';

/** A zone as plain data in the local frame, metres: what a worker needs to draw it. */
export interface DrawnZone {
  id: string;
  level: RiskLevel;
  /** Closed rings as x, y, x, y …; exterior and holes alike (even-odd). */
  rings: readonly Float32Array[];
  box: SheetBounds;
}

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
/** Opens a canvas for drawing in memory: a page and a worker have different ones. */
export type OpenPen = (width: number, height: number) => Pen | null;

/** `pattern`: fill, hatch and outline; `tint`: plain fill. */
export type SheetMode = 'pattern' | 'tint';

/** A canvas for zones with its grid; `coarse`: how many times fewer pixels a metre has than hatch and lines are made for. */
export interface ZoneCanvas {
  pen: Pen;
  grid: SheetGrid;
  mode: SheetMode;
  theme: 'light' | 'dark';
  coarse: number;
  hatches: Map<RiskLevel, CanvasPattern | null>;
}

const OUTLINE_PIXELS = { plain: 3, selected: 7 };
/** Beyond its box a zone reaches by half its outline and the smoothing of its edge. */
export const OUTLINE_REACH_PIXELS = OUTLINE_PIXELS.selected / 2 + 1.5;

/** Opens a canvas; throws where the browser has none. */
export function openZoneCanvas(
  options: Pick<ZoneCanvas, 'grid' | 'mode' | 'theme'> & { coarse?: number },
  openPen: OpenPen,
): ZoneCanvas {
  const pen = openPen(options.grid.width, options.grid.height);
  if (!pen) throw new Error('There is no canvas to draw on.');
  const canvas: ZoneCanvas = { coarse: 1, ...options, pen, hatches: new Map() };
  if (options.mode === 'pattern') addHatches(canvas, openPen);
  return canvas;
}

function addHatches(canvas: ZoneCanvas, openPen: OpenPen): void {
  for (const level of ['red', 'orange', 'yellow', 'blue', 'unrated'] as const) {
    const { hatch, fill } = levelStyle(level);
    canvas.hatches.set(level, createHatch(canvas.pen, hatch, fill, openPen));
  }
}

const HATCH_PIXELS = { cross: 22, dots: 14, diagonal: 16, horizontal: 16, none: 16 };

function createHatch(pen: Pen, hatch: Hatch, color: string, openPen: OpenPen): CanvasPattern | null {
  const size = HATCH_PIXELS[hatch];
  const tile = hatch === 'none' ? null : openPen(size, size);
  if (!tile) return null;
  tile.strokeStyle = color;
  tile.fillStyle = color;
  tile.lineWidth = hatch === 'cross' ? 1.6 : 2;
  drawHatchTile(tile, hatch, size);
  return pen.createPattern(tile.canvas, 'repeat');
}

/** Anchors the hatches to the ground, so that a sheet around another view continues them. */
export function startHatches({ hatches, grid, coarse }: ZoneCanvas): void {
  const part = 1 / coarse;
  const e = -grid.bounds.east * grid.pixelsPerMeter;
  const f = grid.height + grid.bounds.north * grid.pixelsPerMeter;
  for (const [level, pattern] of hatches) {
    const size = HATCH_PIXELS[levelStyle(level).hatch] * part;
    pattern?.setTransform({ a: part, d: part, e: e % size, f: f % size });
  }
}

/** Puts a canvas of the same size to use for another part of the ground. */
export function moveZoneCanvas(canvas: ZoneCanvas, grid: SheetGrid, coarse: number): void {
  canvas.grid = grid;
  canvas.coarse = coarse;
}

function tracePath(rings: readonly Float32Array[], { bounds, pixelsPerMeter, height }: SheetGrid): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const x = ((ring[at] ?? 0) - bounds.east) * pixelsPerMeter;
      const y = height - ((ring[at + 1] ?? 0) - bounds.north) * pixelsPerMeter;
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

/** Draws one zone above what is on the canvas. */
export function drawZone(canvas: ZoneCanvas, zone: Omit<DrawnZone, 'box'>, isSelected: boolean): void {
  const { pen, grid, mode, theme, coarse } = canvas;
  const style = levelStyle(zone.level);
  const path = tracePath(zone.rings, grid);
  // Where zones overlap only the highest level may show, else two colours mix into a third.
  pen.globalAlpha = 1;
  pen.globalCompositeOperation = 'destination-out';
  pen.fillStyle = '#000';
  pen.fill(path, 'evenodd');
  pen.globalCompositeOperation = 'source-over';
  pen.globalAlpha = mode === 'tint' ? 1 : isSelected ? 0.5 : 0.34;
  pen.fillStyle = style.fill;
  pen.fill(path, 'evenodd');
  if (mode === 'tint') return;
  pen.globalAlpha = 0.75;
  const hatch = canvas.hatches.get(zone.level);
  if (hatch) {
    pen.fillStyle = hatch;
    pen.fill(path, 'evenodd');
  }
  pen.globalAlpha = 1;
  pen.lineJoin = 'round';
  pen.strokeStyle = theme === 'dark' ? style.inkDark : style.inkLight;
  pen.lineWidth = (isSelected ? OUTLINE_PIXELS.selected : OUTLINE_PIXELS.plain) / coarse;
  pen.stroke(path);
}

function touches(a: PixelRect | null, b: PixelRect): boolean {
  return a !== null && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Draws a part of a canvas anew, in steps of one zone, in the order given and the selected zone last; what lies beside
 * the part is left as it is.
 */
export function* redrawPart(
  canvas: ZoneCanvas,
  zones: readonly DrawnZone[],
  selectedId: string | null,
  part: PixelRect,
): Generator<void> {
  const { pen, grid } = canvas;
  startHatches(canvas);
  const isSelected = (each: DrawnZone): boolean => each.id === selectedId;
  const inPart = zones.filter((each) => touches(pixelsOf(grid, each.box, OUTLINE_REACH_PIXELS), part));
  pen.clearRect(part.x, part.y, part.width, part.height);
  for (const zone of [...inPart.filter((each) => !isSelected(each)), ...inPart.filter(isSelected)]) {
    // Clipped anew for each: between two steps another part of the canvas may be drawn.
    pen.save();
    pen.beginPath();
    pen.rect(part.x, part.y, part.width, part.height);
    pen.clip();
    drawZone(canvas, zone, isSelected(zone));
    pen.restore();
    yield;
  }
}

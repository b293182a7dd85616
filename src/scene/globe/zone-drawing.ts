import type { RiskLevel } from '../../core/city/hazard.ts';
import { type Hatch, levelStyle } from '../../core/style/level-style.ts';
import type { SheetBounds, ZoneTint } from './zone-surface.ts';

/** A zone as plain data in the local frame, metres: what a worker needs to draw it. */
export interface DrawnZone {
  id: string;
  level: RiskLevel;
  /** Closed rings as x, y, x, y …; exterior and holes alike (even-odd). */
  rings: Float32Array[];
  box: SheetBounds;
}

/** One sheet to draw. */
export interface SheetRequest {
  bounds: SheetBounds;
  /** Pixels of the longer side. */
  pixels: number;
  selectedId: string | null;
  theme: 'light' | 'dark';
}

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
/** Opens a canvas for drawing in memory: a page and a worker have different ones. */
export type OpenPen = (width: number, height: number) => Pen | null;

/** `pattern`: fill, hatch and outline; `tint`: plain fill. */
type Mode = 'pattern' | 'tint';

function drawHatch(pen: Pen, hatch: Hatch, size: number): void {
  const half = size / 2;
  pen.beginPath();
  if (hatch === 'dots') {
    pen.arc(half, half, size * 0.14, 0, Math.PI * 2);
    pen.fill();
    return;
  }
  if (hatch === 'horizontal') {
    pen.moveTo(0, half);
    pen.lineTo(size, half);
  }
  if (hatch === 'diagonal' || hatch === 'cross') {
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift, size);
      pen.lineTo(shift + size, 0);
      if (hatch === 'cross') {
        pen.moveTo(shift, 0);
        pen.lineTo(shift + size, size);
      }
    }
  }
  pen.stroke();
}

function createHatch(pen: Pen, hatch: Hatch, color: string, openPen: OpenPen): CanvasPattern | null {
  if (hatch === 'none') return null;
  const size = hatch === 'cross' ? 22 : hatch === 'dots' ? 14 : 16;
  const tile = openPen(size, size);
  if (!tile) return null;
  tile.strokeStyle = color;
  tile.fillStyle = color;
  tile.lineWidth = hatch === 'cross' ? 1.6 : 2;
  drawHatch(tile, hatch, size);
  return pen.createPattern(tile.canvas, 'repeat');
}

function tracePath(rings: readonly Float32Array[], bounds: SheetBounds, scale: number, height: number): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const x = ((ring[at] ?? 0) - bounds.east) * scale;
      const y = height - ((ring[at + 1] ?? 0) - bounds.north) * scale;
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

function overlaps(a: SheetBounds, b: SheetBounds): boolean {
  return (
    a.east < b.east + b.width &&
    b.east < a.east + a.width &&
    a.north < b.north + b.height &&
    b.north < a.north + a.height
  );
}

function drawZone(
  pen: Pen,
  zone: DrawnZone,
  path: Path2D,
  request: SheetRequest,
  mode: Mode,
  hatch: CanvasPattern | null,
): void {
  const style = levelStyle(zone.level);
  const selected = zone.id === request.selectedId;
  // Where zones overlap only the highest level may show, else two colours mix into a third.
  pen.globalAlpha = 1;
  pen.globalCompositeOperation = 'destination-out';
  pen.fillStyle = '#000';
  pen.fill(path, 'evenodd');
  pen.globalCompositeOperation = 'source-over';
  pen.globalAlpha = mode === 'tint' ? 1 : selected ? 0.5 : 0.34;
  pen.fillStyle = style.fill;
  pen.fill(path, 'evenodd');
  if (mode === 'tint') return;
  pen.globalAlpha = 0.75;
  if (hatch) {
    pen.fillStyle = hatch;
    pen.fill(path, 'evenodd');
  }
  pen.globalAlpha = 1;
  pen.lineJoin = 'round';
  pen.strokeStyle = request.theme === 'dark' ? style.inkDark : style.inkLight;
  pen.lineWidth = selected ? 7 : 3;
  pen.stroke(path);
}

function* drawZones(
  zones: readonly DrawnZone[],
  request: SheetRequest,
  mode: Mode,
  openPen: OpenPen,
): Generator<void, Pen> {
  const { bounds, selectedId } = request;
  const scale = (mode === 'tint' ? request.pixels / 2 : request.pixels) / Math.max(bounds.width, bounds.height, 1);
  const pen = openPen(Math.max(2, Math.round(bounds.width * scale)), Math.max(2, Math.round(bounds.height * scale)));
  if (!pen) throw new Error('There is no canvas to draw on.');
  const { height } = pen.canvas;
  const hatches = new Map<RiskLevel, CanvasPattern | null>();
  const isSelected = (each: DrawnZone): boolean => each.id === selectedId;
  for (const zone of [...zones.filter((each) => !isSelected(each)), ...zones.filter(isSelected)]) {
    if (!overlaps(zone.box, bounds)) continue;
    if (mode === 'pattern' && !hatches.has(zone.level)) {
      const { hatch, fill } = levelStyle(zone.level);
      hatches.set(zone.level, createHatch(pen, hatch, fill, openPen));
    }
    const path = tracePath(zone.rings, bounds, scale, height);
    drawZone(pen, zone, path, request, mode, hatches.get(zone.level) ?? null);
    yield;
  }
  return pen;
}

function readTint(pen: Pen): ZoneTint {
  const { width, height } = pen.canvas;
  return { width, height, pixels: new Uint8Array(pen.getImageData(0, 0, width, height).data.buffer) };
}

/**
 * Draws the zones that touch the request's bounds, north up, in steps of one zone, lowest level first as they are
 * given and the selected zone last; returns the canvas with the pattern, and the tint's pixels.
 */
export function* drawSheet(
  zones: readonly DrawnZone[],
  request: SheetRequest,
  openPen: OpenPen,
): Generator<void, { pattern: Pen; tint: ZoneTint }> {
  const pattern = yield* drawZones(zones, request, 'pattern', openPen);
  const tint = readTint(yield* drawZones(zones, request, 'tint', openPen));
  return { pattern, tint };
}

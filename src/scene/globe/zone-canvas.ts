import { type Hatch, levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import type { LocalFrame } from './local-frame.ts';
import type { SheetBounds } from './zone-surface.ts';

/** A zone in the local frame, metres, with the box around it. */
export interface PlacedZone {
  zone: Zone;
  rings: [number, number][][];
  box: SheetBounds;
}

/** Box around points, metres; zero-sized for none. */
export function boundsOf(points: readonly (readonly [number, number])[]): SheetBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return points.length === 0
    ? { east: 0, north: 0, width: 0, height: 0 }
    : { east: west, north: south, width: east - west, height: north - south };
}

/** Brings zones into the local frame, lowest level first so that higher levels are painted above. */
export function placeZones(zones: readonly Zone[], frame: LocalFrame): PlacedZone[] {
  const placed = zones.map((zone) => {
    const rings = zone.geometry.coordinates.flat().map((ring) => ring.map(([lon, lat]) => frame.project(lon, lat)));
    return { zone, rings, box: boundsOf(rings.flat()) };
  });
  return placed.sort((a, b) => levelStyle(b.zone.properties.level).rank - levelStyle(a.zone.properties.level).rank);
}

function drawHatch(context: CanvasRenderingContext2D, hatch: Hatch, size: number): void {
  const half = size / 2;
  context.beginPath();
  if (hatch === 'dots') {
    context.arc(half, half, size * 0.14, 0, Math.PI * 2);
    context.fill();
    return;
  }
  if (hatch === 'horizontal') {
    context.moveTo(0, half);
    context.lineTo(size, half);
  }
  if (hatch === 'diagonal' || hatch === 'cross') {
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift, size);
      context.lineTo(shift + size, 0);
      if (hatch === 'cross') {
        context.moveTo(shift, 0);
        context.lineTo(shift + size, size);
      }
    }
  }
  context.stroke();
}

function createHatch(context: CanvasRenderingContext2D, hatch: Hatch, color: string): CanvasPattern | null {
  if (hatch === 'none') return null;
  const size = hatch === 'cross' ? 22 : hatch === 'dots' ? 14 : 16;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return null;
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = hatch === 'cross' ? 1.6 : 2;
  drawHatch(pen, hatch, size);
  return context.createPattern(tile, 'repeat');
}

function tracePath(rings: [number, number][][], bounds: SheetBounds, scale: number, height: number): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach(([x, y], index) => {
      const px = (x - bounds.east) * scale;
      const py = height - (y - bounds.north) * scale;
      if (index === 0) path.moveTo(px, py);
      else path.lineTo(px, py);
    });
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

export interface PaintOptions {
  bounds: SheetBounds;
  /** Pixels of the longer side. */
  pixels: number;
  /** `pattern`: fill, hatch and outline; `tint`: plain fill. */
  mode: 'pattern' | 'tint';
  selectedId: string | null;
  theme: 'light' | 'dark';
  /** No graphics card: drawing in memory is many times faster than through an emulated one. */
  software: boolean;
}

function paintZone(context: CanvasRenderingContext2D, placed: PlacedZone, path: Path2D, options: PaintOptions): void {
  const style = levelStyle(placed.zone.properties.level);
  const selected = placed.zone.properties.id === options.selectedId;
  // Where zones overlap only the highest level may show, else two colours mix into a third.
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = '#000';
  context.fill(path, 'evenodd');
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = options.mode === 'tint' ? 1 : selected ? 0.5 : 0.34;
  context.fillStyle = style.fill;
  context.fill(path, 'evenodd');
  if (options.mode === 'tint') return;
  context.globalAlpha = 0.75;
  const hatch = createHatch(context, style.hatch, style.fill);
  if (hatch) {
    context.fillStyle = hatch;
    context.fill(path, 'evenodd');
  }
  context.globalAlpha = 1;
  context.lineJoin = 'round';
  context.strokeStyle = options.theme === 'dark' ? style.inkDark : style.inkLight;
  context.lineWidth = selected ? 7 : 3;
  context.stroke(path);
}

/** Paints the zones that touch the bounds into a new canvas, north up; the selected zone comes last. */
export function paintZones(placed: readonly PlacedZone[], options: PaintOptions): HTMLCanvasElement {
  const { bounds, pixels } = options;
  const scale = pixels / Math.max(bounds.width, bounds.height, 1);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(2, Math.round(bounds.width * scale));
  canvas.height = Math.max(2, Math.round(bounds.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: options.mode === 'tint' || options.software });
  if (!context) return canvas;
  const isSelected = (each: PlacedZone): boolean => each.zone.properties.id === options.selectedId;
  for (const each of [...placed.filter((zone) => !isSelected(zone)), ...placed.filter(isSelected)]) {
    if (overlaps(each.box, bounds))
      paintZone(context, each, tracePath(each.rings, bounds, scale, canvas.height), options);
  }
  return canvas;
}

import { Cartesian2, type Viewer } from 'cesium';
import type { Zone } from '../../core/zones/zone.ts';
import type { LocalFrame } from './local-frame.ts';
import { groundUnder } from './pointer.ts';
import { boundsOf, type PlacedZone, paintZones, placeZones } from './zone-canvas.ts';
import type { SheetBounds, ZonePaint, ZoneSheet, ZoneSurface } from './zone-surface.ts';

export interface ZonePaintOptions {
  selectedId: string | null;
  theme: 'light' | 'dark';
  opacity: number;
  lowPower: boolean;
}

/** Finer than this many metres per pixel the overview sheet serves near views too. */
const FINE_METERS_PER_PIXEL = 0.6;
const DETAIL_LIMITS_METERS = [250, 12_000] as const;

function grow(box: SheetBounds, part: number): SheetBounds {
  const edge = Math.max(box.width, box.height, 10) * part;
  return { east: box.east - edge, north: box.north - edge, width: box.width + 2 * edge, height: box.height + 2 * edge };
}

function sheetPixels(lowPower: boolean): number {
  return lowPower ? 1024 : 2048;
}

function paintSheet(placed: readonly PlacedZone[], bounds: SheetBounds, options: ZonePaintOptions): ZoneSheet {
  const pixels = sheetPixels(options.lowPower);
  const { selectedId, theme, lowPower: software } = options;
  return {
    bounds,
    pattern: paintZones(placed, { bounds, pixels, mode: 'pattern', selectedId, theme, software }),
    tint: paintZones(placed, { bounds, pixels: pixels / 2, mode: 'tint', selectedId, theme, software }),
  };
}

/** Square around what the camera looks at, in steps so that a small move repaints nothing; `null` far out. */
function detailBounds(viewer: Viewer, frame: LocalFrame): SheetBounds | null {
  const { clientWidth, clientHeight } = viewer.scene.canvas;
  const target = groundUnder(viewer, new Cartesian2(clientWidth / 2, clientHeight * 0.6));
  if (!target) return null;
  const { height } = viewer.camera.positionCartographic;
  const range = Math.max(height - target.ellipsoidalHeightMeters, 20) * 1.6;
  const half = 2 ** Math.round(Math.log2(Math.max(range, DETAIL_LIMITS_METERS[0])));
  if (half > DETAIL_LIMITS_METERS[1]) return null;
  const step = half / 4;
  const [east, north] = frame.project(target.lon, target.lat);
  const snap = (value: number): number => Math.round(value / step) * step - half;
  return { east: snap(east), north: snap(north), width: 2 * half, height: 2 * half };
}

function isSame(a: SheetBounds | undefined, b: SheetBounds | null): boolean {
  return a !== undefined && b !== null && a.east === b.east && a.north === b.north && a.width === b.width;
}

/**
 * Paints the resting zones onto the globe's surface: one sheet over all of them, and a finer one around the
 * view that is painted anew when the camera has come to rest elsewhere. Returns its remover.
 */
export function attachZonePainter(
  viewer: Viewer,
  surface: ZoneSurface,
  frame: LocalFrame,
  zones: readonly Zone[],
  options: ZonePaintOptions,
): () => void {
  const placed = placeZones(zones, frame);
  const corners = placed.flatMap(({ box }): [number, number][] => [
    [box.east, box.north],
    [box.east + box.width, box.north + box.height],
  ]);
  const bounds = grow(boundsOf(corners), 0.02);
  const overview = paintSheet(placed, bounds, options);
  const isFine = Math.max(bounds.width, bounds.height) / sheetPixels(options.lowPower) <= FINE_METERS_PER_PIXEL;
  let paint: ZonePaint = { overview, detail: null, opacity: options.opacity };
  surface.setPaint(paint);
  const repaint = (): void => {
    const wanted = isFine ? null : detailBounds(viewer, frame);
    if (isSame(paint.detail?.bounds, wanted) || (wanted === null && paint.detail === null)) return;
    paint = { ...paint, detail: wanted ? paintSheet(placed, wanted, options) : null };
    surface.setPaint(paint);
  };
  repaint();
  const forget = viewer.camera.moveEnd.addEventListener(repaint);
  return () => {
    forget();
    surface.setPaint(null);
  };
}

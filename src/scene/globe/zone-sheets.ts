import { levelStyle } from '../../core/style/level-style.ts';
import type { SheetBounds } from './sheet-bounds.ts';
import { createSheetGrid, type PixelRect, pixelsOf, type SheetGrid } from './sheet-grid.ts';
import {
  type DrawnZone,
  type OpenPen,
  OUTLINE_REACH_PIXELS,
  openZoneCanvas,
  redrawPart,
  type SheetMode,
  type ZoneCanvas,
} from './zone-drawing.ts';

/** Which sheet: over all zones, or around the view. */
export type SheetKind = 'overview' | 'detail';

/** One sheet to draw. */
export interface SheetRequest {
  bounds: SheetBounds;
  /** Pixels of the longer side. */
  pixels: number;
  selectedId: string | null;
  /** Zone that is drawn elsewhere. */
  hiddenId: string | null;
  theme: 'light' | 'dark';
}

/** Drawn pixels: red, green, blue, opacity; rows from the north. */
export interface DrawnPart extends PixelRect {
  mode: SheetMode;
  pixels: Uint8Array<ArrayBuffer>;
}

/** What was drawn: a whole sheet, or the parts that changed of the one that was drawn before. */
export interface DrawnSheet {
  kind: SheetKind;
  isWhole: boolean;
  bounds: SheetBounds;
  size: Record<SheetMode, { width: number; height: number }>;
  parts: DrawnPart[];
}

interface KeptSheet {
  request: SheetRequest;
  pattern: ZoneCanvas;
  tint: ZoneCanvas;
  /** Boxes whose zones changed since they were drawn; metres. */
  dirty: SheetBounds[];
  isDelivered: boolean;
}

/** A plain fill needs fewer pixels than hatch and outline. */
const TINT_PART = 0.5;
/** Larger areas are handed over in several parts, so that the page takes each in within a few milliseconds. */
const PART_PIXELS = 512 * 1024;
/** More changes than this are drawn as one. */
const MOST_BOXES = 12;
const MODES = ['pattern', 'tint'] as const;

function isSameGrid(a: SheetRequest, b: SheetRequest): boolean {
  const [p, q] = [a.bounds, b.bounds];
  const isSameBox = p.east === q.east && p.north === q.north && p.width === q.width && p.height === q.height;
  return isSameBox && a.pixels === b.pixels && a.theme === b.theme;
}

function unite(rects: readonly PixelRect[]): PixelRect[] {
  if (rects.length <= MOST_BOXES) return [...rects];
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  return [{ x: left, y: top, width: right - left, height: bottom - top }];
}

function cut(rect: PixelRect): PixelRect[] {
  const rows = Math.max(1, Math.floor(PART_PIXELS / rect.width));
  return Array.from({ length: Math.ceil(rect.height / rows) }, (_, index) => ({
    ...rect,
    y: rect.y + index * rows,
    height: Math.min(rows, rect.height - index * rows),
  }));
}

function wholeOf({ width, height }: SheetGrid): PixelRect {
  return { x: 0, y: 0, width, height };
}

/**
 * Keeps zones and the sheets drawn of them; a sheet that is asked for again is drawn only where zones have changed.
 * Higher levels are drawn above lower ones, of the same level by id.
 */
export class ZoneSheets {
  readonly #openPen: OpenPen;
  readonly #zones = new Map<string, DrawnZone>();
  readonly #kept = new Map<SheetKind, KeptSheet>();
  #ordered: DrawnZone[] | null = null;

  constructor(openPen: OpenPen) {
    this.#openPen = openPen;
  }

  put(zones: readonly DrawnZone[]): void {
    for (const zone of zones) {
      this.#soil(zone.id);
      this.#zones.set(zone.id, zone);
      this.#soil(zone.id);
    }
    this.#ordered = null;
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) {
      this.#soil(id);
      this.#zones.delete(id);
    }
    this.#ordered = null;
  }

  /** Lets go of what was drawn; asked for again, it is drawn whole. */
  forget(kind: SheetKind): void {
    this.#kept.delete(kind);
  }

  /** Draws a sheet in steps of one zone; one that is left unfinished is made good with the next. */
  *draw(kind: SheetKind, request: SheetRequest): Generator<void, DrawnSheet> {
    const kept = this.#prepare(kind, request);
    const { dirty } = kept;
    const parts: DrawnPart[] = [];
    for (const mode of MODES) {
      const canvas = kept[mode];
      const rects = kept.isDelivered
        ? dirty.flatMap((box) => pixelsOf(canvas.grid, box, OUTLINE_REACH_PIXELS) ?? [])
        : [wholeOf(canvas.grid)];
      for (const rect of unite(rects)) {
        yield* redrawPart(canvas, this.#visible(request), request.selectedId, rect);
        for (const { x, y, width, height } of cut(rect)) {
          const pixels = new Uint8Array(canvas.pen.getImageData(x, y, width, height).data.buffer);
          parts.push({ mode, x, y, width, height, pixels });
          yield;
        }
      }
    }
    const isWhole = !kept.isDelivered;
    kept.isDelivered = true;
    kept.dirty = kept.dirty.filter((box) => !dirty.includes(box));
    const sizeOf = ({ grid: { width, height } }: ZoneCanvas) => ({ width, height });
    const size = { pattern: sizeOf(kept.pattern), tint: sizeOf(kept.tint) };
    return { kind, isWhole, bounds: request.bounds, size, parts };
  }

  #prepare(kind: SheetKind, request: SheetRequest): KeptSheet {
    const known = this.#kept.get(kind);
    if (known && isSameGrid(known.request, request)) {
      const { selectedId, hiddenId } = known.request;
      if (selectedId !== request.selectedId) this.#soil(selectedId, request.selectedId);
      if (hiddenId !== request.hiddenId) this.#soil(hiddenId, request.hiddenId);
      known.request = request;
      return known;
    }
    const { bounds, pixels, theme } = request;
    const open = (mode: SheetMode, part: number): ZoneCanvas =>
      openZoneCanvas({ grid: createSheetGrid(bounds, Math.round(pixels * part)), mode, theme }, this.#openPen);
    const kept = {
      request,
      pattern: open('pattern', 1),
      tint: open('tint', TINT_PART),
      dirty: [],
      isDelivered: false,
    };
    this.#kept.set(kind, kept);
    return kept;
  }

  #visible(request: SheetRequest): DrawnZone[] {
    const rankOf = (zone: DrawnZone): number => levelStyle(zone.level).rank;
    this.#ordered ??= [...this.#zones.values()].sort((a, b) => rankOf(b) - rankOf(a) || (a.id < b.id ? -1 : 1));
    const { hiddenId } = request;
    return hiddenId === null ? this.#ordered : this.#ordered.filter(({ id }) => id !== hiddenId);
  }

  #soil(...ids: (string | null)[]): void {
    for (const id of ids) {
      const box = id === null ? undefined : this.#zones.get(id)?.box;
      if (!box) continue;
      for (const kept of this.#kept.values()) kept.dirty = [...kept.dirty, { ...box }];
    }
  }
}

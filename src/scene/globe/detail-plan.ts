import { clipBox, containsBox, growBy, type SheetBounds, sizeOf } from './sheet-bounds.ts';

/** The finer sheet that a view asks for. */
export interface DetailPlan {
  bounds: SheetBounds;
  pixels: number;
}

/** What a plan is made for: the ground in view, the box around all zones, and the canvas. */
export interface DetailNeeds {
  inView: SheetBounds | null;
  extent: SheetBounds;
  canvasPixels: number;
  lowPower: boolean;
  /** Metres that a pixel of the sheet over all zones has. */
  overviewMetersPerPixel: number;
}

const LEAST_PIXELS = 1024;
const MOST_PIXELS = { full: 4096, lowPower: 2048 };
const STEP_PIXELS = 512;
/** A sheet around the view reaches beyond it by this part, so that a small move needs no new one. */
const MARGIN = 0.2;
const PIXELS_PER_CANVAS_PIXEL = 1.2;
/** A sheet this many times larger than what is in view is too coarse for it. */
const COARSE_TIMES = 2.2;
/** A finer sheet that is hardly finer is not worth its memory. */
const FINER_PART = 0.8;

function growByMargin(box: SheetBounds): SheetBounds {
  return growBy(box, Math.max(sizeOf(box), 10) * MARGIN);
}

/** Pixels of the longer side of a sheet around the view. */
function pixelsFor({ canvasPixels, lowPower }: DetailNeeds): number {
  const wanted =
    Math.ceil((Math.max(canvasPixels, LEAST_PIXELS) * PIXELS_PER_CANVAS_PIXEL) / STEP_PIXELS) * STEP_PIXELS;
  return Math.min(wanted, lowPower ? MOST_PIXELS.lowPower : MOST_PIXELS.full);
}

/** Metres that a pixel of a sheet around the view has, whether or not zones lie there. */
export function detailMetersPerPixel(inView: SheetBounds, needs: DetailNeeds): number {
  return sizeOf(growByMargin(inView)) / pixelsFor(needs);
}

/**
 * The sheet to draw around the view: the last one where it still serves, `null` where no zones are in view or the
 * sheet over all is as fine.
 */
export function planDetail(needs: DetailNeeds, last: DetailPlan | null): DetailPlan | null {
  const { inView: seen, extent, overviewMetersPerPixel } = needs;
  const inView = seen && clipBox(seen, extent);
  const bounds = inView && clipBox(growByMargin(inView), extent);
  if (!bounds) return null;
  const pixels = pixelsFor(needs);
  if (sizeOf(bounds) / pixels >= overviewMetersPerPixel * FINER_PART) return null;
  const serves =
    last !== null &&
    last.pixels >= pixels &&
    containsBox(last.bounds, inView) &&
    containsBox(extent, last.bounds) &&
    sizeOf(last.bounds) <= sizeOf(inView) * COARSE_TIMES;
  return serves ? last : { bounds, pixels };
}

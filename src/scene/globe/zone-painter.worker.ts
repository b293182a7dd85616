import { type DrawnZone, drawSheet, type OpenPen, type SheetRequest } from './zone-drawing.ts';
import type { ZoneSheet } from './zone-surface.ts';

/** Which sheet: over all zones, or around the view. */
export type SheetKind = 'overview' | 'detail';
/** To the worker: the zones from now on, or a sheet of them to draw. */
export type PaintOrder = { zones: DrawnZone[] } | { kind: SheetKind; ticket: number; request: SheetRequest };
/** From the worker: a drawn sheet; orders that a newer one of their kind overtook have no answer. */
export interface PaintAnswer {
  ticket: number;
  sheet: ZoneSheet;
}

const openPen: OpenPen = (width, height) =>
  new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });

let zones: DrawnZone[] = [];
const waiting = new Map<SheetKind, { ticket: number; request: SheetRequest }>();
let busy = false;

async function draw({ ticket, request }: { ticket: number; request: SheetRequest }): Promise<void> {
  const steps = drawSheet(zones, request, openPen);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { pattern, tint } = step.value;
  // As the graphics card takes it: rows from the south, colours not multiplied by their opacity.
  const bitmap = await createImageBitmap(pattern.canvas, { imageOrientation: 'flipY', premultiplyAlpha: 'none' });
  const answer: PaintAnswer = { ticket, sheet: { bounds: request.bounds, pattern: bitmap, tint } };
  self.postMessage(answer, { transfer: [bitmap, tint.pixels.buffer] });
}

async function work(): Promise<void> {
  busy = true;
  // Orders that have arrived meanwhile come in first: the newest of a kind replaces the older ones.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const kind = waiting.has('detail') ? 'detail' : 'overview';
  const order = waiting.get(kind);
  waiting.delete(kind);
  if (order) await draw(order);
  busy = false;
  if (waiting.size > 0) await work();
}

self.addEventListener('message', ({ data }: MessageEvent<PaintOrder>) => {
  if ('zones' in data) {
    zones = data.zones;
    waiting.clear();
    return;
  }
  waiting.set(data.kind, data);
  if (!busy)
    work().catch((cause: unknown) => {
      // Thrown outside the promise it reaches the page as the worker's error.
      setTimeout(() => {
        throw cause;
      }, 0);
    });
});

import { type DrawnZone, drawSheet, type OpenPen, type SheetRequest } from './zone-drawing.ts';
import type { PaintAnswer, PaintOrder, SheetKind } from './zone-painter.worker.ts';
import type { ZoneSheet } from './zone-surface.ts';

/** The page stays free for this long at most while it has to draw by itself. */
const SLICE_MS = 8;

const openPen: OpenPen = (width, height) => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: true });
};

function startWorker(): Worker | null {
  const canDraw = typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('2d') !== null;
  if (!canDraw) return null;
  return new Worker(new URL('./zone-painter.worker.ts', import.meta.url), { type: 'module', name: 'zone-painter' });
}

interface Order {
  ticket: number;
  request: SheetRequest;
}

/**
 * Has sheets of zones drawn beside the page, in a worker; where there is none, or it fails, the page draws in slices.
 * Of each kind only the newest order is answered.
 */
export class ZoneDraftsman {
  #worker: Worker | null;
  #zones: DrawnZone[] = [];
  #ticket = 0;
  #disposed = false;
  readonly #orders = new Map<SheetKind, Order>();
  readonly #onSheet: (kind: SheetKind, sheet: ZoneSheet) => void;

  constructor(onSheet: (kind: SheetKind, sheet: ZoneSheet) => void) {
    this.#onSheet = onSheet;
    this.#worker = startWorker();
    this.#worker?.addEventListener('message', ({ data }: MessageEvent<PaintAnswer>) => this.#take(data));
    this.#worker?.addEventListener('error', () => {
      this.#worker?.terminate();
      this.#worker = null;
      for (const [kind, order] of this.#orders) void this.#drawHere(kind, order);
    });
  }

  /** Whether an order is not answered yet. */
  get isBusy(): boolean {
    return this.#orders.size > 0;
  }

  /** The zones from now on; open orders are forgotten. */
  setZones(zones: DrawnZone[]): void {
    this.#zones = zones;
    this.#orders.clear();
    this.#send({ zones });
  }

  order(kind: SheetKind, request: SheetRequest): void {
    this.#ticket += 1;
    const order = { ticket: this.#ticket, request };
    this.#orders.set(kind, order);
    if (this.#worker) this.#send({ kind, ...order });
    else void this.#drawHere(kind, order);
  }

  /** An answer to an open order of this kind is not wanted any more. */
  forget(kind: SheetKind): void {
    this.#orders.delete(kind);
  }

  dispose(): void {
    this.#disposed = true;
    this.#orders.clear();
    this.#worker?.terminate();
  }

  #send(order: PaintOrder): void {
    this.#worker?.postMessage(order);
  }

  #take({ ticket, sheet }: PaintAnswer): void {
    for (const [kind, order] of this.#orders) {
      if (order.ticket !== ticket) continue;
      this.#orders.delete(kind);
      this.#onSheet(kind, sheet);
    }
  }

  async #drawHere(kind: SheetKind, { ticket, request }: Order): Promise<void> {
    const steps = drawSheet(this.#zones, request, openPen);
    const isWanted = (): boolean => !this.#disposed && this.#orders.get(kind)?.ticket === ticket;
    let pause = performance.now() + SLICE_MS;
    let step = steps.next();
    while (!step.done) {
      if (performance.now() > pause) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (!isWanted()) return;
        pause = performance.now() + SLICE_MS;
      }
      step = steps.next();
    }
    const { pattern, tint } = step.value;
    // Before the graphics card takes a canvas it may be drawn on again: the page's own is handed over as it is.
    const { canvas } = pattern;
    if (canvas instanceof HTMLCanvasElement && isWanted())
      this.#take({ ticket, sheet: { bounds: request.bounds, pattern: canvas, tint } });
  }
}

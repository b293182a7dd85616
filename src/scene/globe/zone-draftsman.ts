import type { DrawnZone, OpenPen } from './zone-drawing.ts';
import type { PaintAnswer, PaintOrder } from './zone-painter.worker.ts';
import { type DrawnSheet, type SheetKind, type SheetRequest, ZoneSheets } from './zone-sheets.ts';

/** The page stays free for this long at most while it has to draw by itself. */
const SLICE_MS = 8;

/** Opens a canvas in memory that is read back again and again. */
export const openPagePen: OpenPen = (width, height) => {
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
 * Of each kind only the newest order is answered; answers come in the order in which they build on one another.
 */
export class ZoneDraftsman {
  #worker: Worker | null;
  /** Draws on the page; made when there is no worker. */
  #own: ZoneSheets | null = null;
  readonly #zones = new Map<string, DrawnZone>();
  #ticket = 0;
  #disposed = false;
  readonly #orders = new Map<SheetKind, Order>();
  /** Answers up to this ticket are to sheets that were let go. */
  readonly #forgotten = new Map<SheetKind, number>();
  readonly #onSheet: (sheet: DrawnSheet) => void;

  constructor(onSheet: (sheet: DrawnSheet) => void) {
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

  /** Zones that are new or changed, and ids of those that are gone; they show in the sheets ordered from now on. */
  change(put: DrawnZone[], dropped: string[]): void {
    for (const id of dropped) this.#zones.delete(id);
    for (const zone of put) this.#zones.set(zone.id, zone);
    this.#send({ order: 'change', put, dropped });
    this.#own?.drop(dropped);
    this.#own?.put(put);
  }

  order(kind: SheetKind, request: SheetRequest): void {
    this.#ticket += 1;
    const order = { ticket: this.#ticket, request };
    this.#orders.set(kind, order);
    if (this.#worker) this.#send({ order: 'draw', kind, ...order });
    else void this.#drawHere(kind, order);
  }

  /** The sheet of this kind is not wanted any more, nor what is still being drawn of it. */
  forget(kind: SheetKind): void {
    this.#orders.delete(kind);
    this.#forgotten.set(kind, this.#ticket);
    this.#send({ order: 'forget', kind });
    this.#own?.forget(kind);
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
    if (this.#disposed || ticket <= (this.#forgotten.get(sheet.kind) ?? 0)) return;
    if (this.#orders.get(sheet.kind)?.ticket === ticket) this.#orders.delete(sheet.kind);
    this.#onSheet(sheet);
  }

  #ownSheets(): ZoneSheets {
    if (!this.#own) {
      this.#own = new ZoneSheets(openPagePen);
      this.#own.put([...this.#zones.values()]);
    }
    return this.#own;
  }

  async #drawHere(kind: SheetKind, { ticket, request }: Order): Promise<void> {
    const steps = this.#ownSheets().draw(kind, request);
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
    this.#take({ ticket, sheet: step.value });
  }
}

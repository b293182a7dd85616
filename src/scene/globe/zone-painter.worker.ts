import type { DrawnZone, OpenPen } from './zone-drawing.ts';
import { type DrawnSheet, type SheetKind, type SheetRequest, ZoneSheets } from './zone-sheets.ts';

/** To the worker: zones that changed and are gone, a sheet to draw, one that is not wanted any more. */
export type PaintOrder =
  | { order: 'change'; put: DrawnZone[]; dropped: string[] }
  | { order: 'draw'; kind: SheetKind; ticket: number; request: SheetRequest }
  | { order: 'forget'; kind: SheetKind };
/** From the worker: what was drawn; it answers all orders of its kind up to the ticket. */
export interface PaintAnswer {
  ticket: number;
  sheet: DrawnSheet;
}

const openPen: OpenPen = (width, height) =>
  new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });

const sheets = new ZoneSheets(openPen);
const waiting = new Map<SheetKind, { ticket: number; request: SheetRequest }>();
let busy = false;

function draw(kind: SheetKind, { ticket, request }: { ticket: number; request: SheetRequest }): void {
  const steps = sheets.draw(kind, request);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const answer: PaintAnswer = { ticket, sheet: step.value };
  self.postMessage(answer, { transfer: answer.sheet.parts.map(({ pixels }) => pixels.buffer) });
}

async function work(): Promise<void> {
  busy = true;
  // Orders that have arrived meanwhile come in first: the newest of a kind replaces the older ones.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const kind = waiting.has('detail') ? 'detail' : 'overview';
  const order = waiting.get(kind);
  waiting.delete(kind);
  if (order) draw(kind, order);
  busy = false;
  if (waiting.size > 0) await work();
}

function start(): void {
  if (busy) return;
  work().catch((cause: unknown) => {
    // Thrown outside the promise it reaches the page as the worker's error.
    setTimeout(() => {
      throw cause;
    }, 0);
  });
}

self.addEventListener('message', ({ data }: MessageEvent<PaintOrder>) => {
  if (data.order === 'change') {
    sheets.drop(data.dropped);
    sheets.put(data.put);
  } else if (data.order === 'forget') {
    waiting.delete(data.kind);
    sheets.forget(data.kind);
  } else {
    waiting.set(data.kind, data);
    start();
  }
});

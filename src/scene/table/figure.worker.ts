import type { FigureRequest } from './figure-request.ts';
import { renderFigures } from './render-figures.ts';

/** Draws one request and ends with its client: cancelling is the end of this worker. */
async function draw(request: FigureRequest): Promise<void> {
  const drawn = await renderFigures(request, new AbortController().signal);
  const transfer = drawn.ok ? Object.values(drawn.value.bitmaps).map((bitmap) => bitmap.png.buffer) : [];
  self.postMessage(drawn, { transfer });
}

// The tile loader reads its place from the window's address.
Object.assign(self, { window: self });
// The tile loader goes on with the next frame, and a hidden page has none.
self.requestAnimationFrame = (callback) => Number(setTimeout(() => callback(performance.now()), 0));

self.addEventListener('message', (event: MessageEvent<FigureRequest>) => {
  draw(event.data).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const issue = { code: 'figure.noGraphics', severity: 'error', place: {}, values: { reason } } as const;
    self.postMessage({ ok: false, issue });
  });
});

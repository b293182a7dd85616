/** An installed Chrome or Chromium, or `null` when there is none. */
export function findChromium(): string | null;

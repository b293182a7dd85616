/** Longest work between two looks at the message queue. */
const STEP_MS = 12;

/** Lets messages in (a cancel among them) between two steps of a long computation. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Runs a computation that yields, letting messages in after every 12 ms of work.
 * @param signal Stops it between two steps; the answer is then `null`.
 */
export async function takeSteps<T>(
  steps: Generator<void, T>,
  signal: AbortSignal,
  onPause?: () => void,
): Promise<{ value: T } | null> {
  if (signal.aborted) return null;
  let start = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return { value: step.value };
    if (performance.now() - start < STEP_MS) continue;
    onPause?.();
    await breathe();
    if (signal.aborted) return null;
    start = performance.now();
  }
}

import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeSteps } from '../../../src/workers/take-steps.ts';

afterEach(() => void vi.restoreAllMocks());

/** Work of `cost` milliseconds a step, by a clock that the test holds. */
function* work(steps: number, cost: number, clock: { now: number }): Generator<void, string> {
  for (let step = 0; step < steps; step += 1) {
    clock.now += cost;
    yield;
  }
  return 'done';
}

function holdClock(): { now: number } {
  const clock = { now: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  return clock;
}

describe('takeSteps', () => {
  it('never works 16 ms on end without letting messages in', async () => {
    const clock = holdClock();
    let [paused, longest] = [0, 0];
    const pause = () => {
      longest = Math.max(longest, clock.now - paused);
      paused = clock.now;
    };
    expect(await takeSteps(work(100, 3, clock), new AbortController().signal, pause)).toEqual({ value: 'done' });
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThanOrEqual(16);
  });

  it('stops between two steps when it is told to', async () => {
    const clock = holdClock();
    const abort = new AbortController();
    const running = takeSteps(work(100, 20, clock), abort.signal);
    setTimeout(() => abort.abort(), 0);
    expect(await running).toBeNull();
    expect(clock.now).toBeLessThan(2000);
    expect(await takeSteps(work(1, 1, clock), abort.signal)).toBeNull();
  });
});

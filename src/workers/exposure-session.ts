import type { Outcome } from '../core/city/issue.ts';
import type { BuildingFilter, EditedZone, LiveExposure, ZonePick } from '../core/risk/live-exposure.ts';
import type { Zone } from '../core/zones/zone.ts';
import type { WorkerClient } from './client.ts';
import type { LiveZones, TableRequest, WorkerRequest, WorkerResponse } from './protocol.ts';

type LiveMessage = 'measureLive' | 'rowsInZones';
type Question<K extends LiveMessage> = Omit<WorkerRequest<K>, keyof TableRequest | keyof LiveZones>;

/**
 * Live questions about one city table. The latest question wins: an older one of the same kind that is still open is
 * answered `worker.cancelled` at once and stops in the worker.
 */
export interface ExposureSession {
  /**
   * Exposure with `edited` in place of the resting zone of the same id.
   * @param resting Sent only when it is another array than the last time: keep its identity while nothing changed.
   */
  measure(resting: readonly Zone[], edited: EditedZone | null, focus: ZonePick | null): Promise<Outcome<LiveExposure>>;
  /** Rows behind a number, ascending; `where` narrows them. */
  select(
    resting: readonly Zone[],
    edited: EditedZone | null,
    pick: ZonePick,
    where: BuildingFilter | null,
  ): Promise<Outcome<Uint32Array>>;
  /** Answers what is open with `worker.cancelled`. */
  cancel(): void;
}

let sessions = 0;

/** Starts a session; the worker keeps the zones of the newest session per table. */
export function createExposureSession(client: Pick<WorkerClient, 'request'>, table: TableRequest): ExposureSession {
  const open = new Map<LiveMessage, AbortController>();
  let known: { zones: readonly Zone[]; session: string } | null = null;

  function name(resting: readonly Zone[]): LiveZones {
    if (known?.zones === resting) return { session: known.session, edited: null };
    sessions += 1;
    known = { zones: resting, session: String(sessions) };
    return { session: known.session, resting, edited: null };
  }

  async function ask<K extends LiveMessage>(
    message: K,
    resting: readonly Zone[],
    edited: EditedZone | null,
    question: Question<K>,
  ): Promise<Outcome<WorkerResponse<K>>> {
    open.get(message)?.abort();
    const abort = new AbortController();
    open.set(message, abort);
    const send = () =>
      client.request(message, { ...table, ...name(resting), edited, ...question } as unknown as WorkerRequest<K>, {
        signal: abort.signal,
      });
    const outcome = await send();
    if (outcome.ok || outcome.issue.code !== 'exposure.unknownSession') return outcome;
    known = null;
    return send();
  }

  return {
    measure: (resting, edited, focus) => ask('measureLive', resting, edited, { focus }),
    select: (resting, edited, pick, where) => ask('rowsInZones', resting, edited, { pick, where }),
    cancel() {
      for (const abort of open.values()) abort.abort();
    },
  };
}

import type { Issue } from '../../core/city/issue.ts';
import type { LogEntry } from '../../core/workspace/edit-log.ts';
import { KEPT_STEPS, type KeptWorkspace } from '../../core/workspace/kept-workspace.ts';
import type { WorkspaceDatabase } from '../../data/workspace-database.ts';
import type { Storage } from '../../state/workspace.ts';

interface WriterPlan {
  cityId: string;
  database: WorkspaceDatabase;
  /** Last entry on disk, and how many lie there beside the kept state. */
  head: number;
  logLength: number;
  /** The present work, as kept at a place in the log. */
  buildState: (sequence: number) => KeptWorkspace;
  /** What the log starts from where nothing was ever written, else null. */
  firstState: KeptWorkspace | null;
  report: (storage: Storage) => void;
}

/** Brings log entries to disk in order, as many at a time as have come together. */
export interface WorkWriter {
  /** Number of the last entry taken. */
  readonly sequence: number;
  take(entry: LogEntry): void;
  /** Writes the whole state anew in place of the log; `sequence` when it is ahead of what was taken here. */
  writeState(sequence?: number): void;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
}

/** Where another tab writes too, trying again could overwrite its work. */
const FINAL = new Set(['storage.otherTab', 'storage.newer']);

export function createWorkWriter(plan: WriterPlan): WorkWriter {
  let { head, logLength } = plan;
  let sequence = head;
  let queue: LogEntry[] = [];
  let inFlight = 0;
  let stateDue = false;
  let firstState = plan.firstState;
  let failure: Issue | null = null;
  let running: Promise<void> | null = null;

  const report = (): void =>
    plan.report(
      failure
        ? { status: 'memory', issue: failure }
        : { status: 'kept', pending: queue.length + inFlight + (stateDue ? 1 : 0) },
    );

  /** Entries up to `sequence`, all of the queue: the store holds exactly the work after them. */
  const nextWork = () => {
    const entries = queue;
    queue = [];
    const whole = stateDue || logLength + entries.length >= KEPT_STEPS;
    stateDue = false;
    inFlight = Math.max(entries.length, whole ? 1 : 0);
    return whole ? { entries: [], state: plan.buildState(sequence) } : { entries, state: firstState };
  };

  const run = async (): Promise<void> => {
    while (queue.length > 0 || stateDue) {
      const to = sequence;
      const { entries, state } = nextWork();
      const outcome = await plan.database.write(plan.cityId, { expectedHead: head, head: to, entries, state });
      inFlight = 0;
      failure = outcome.ok ? null : outcome.issue;
      if (!outcome.ok) {
        queue = [];
        break;
      }
      head = to;
      logLength = state && entries.length === 0 ? 0 : logLength + entries.length;
      firstState = null;
      report();
    }
    running = null;
    report();
  };

  const start = (): void => {
    report();
    running ??= run();
  };

  return {
    get sequence() {
      return sequence;
    },
    take(entry) {
      sequence += 1;
      if (failure && FINAL.has(failure.code)) return;
      // What failed to be written is no longer in the queue: only the whole state makes it good.
      if (failure) stateDue = true;
      else queue.push(entry);
      start();
    },
    writeState(ahead = sequence) {
      sequence = Math.max(sequence, ahead);
      stateDue = true;
      start();
    },
    settled: async () => {
      while (running) await running;
    },
  };
}

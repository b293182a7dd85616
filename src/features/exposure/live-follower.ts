import type { Issue, Outcome } from '../../core/city/issue.ts';
import type { LiveExposure, ZonePick } from '../../core/risk/live-exposure.ts';
import { isSameQuestion, type LiveQuestion, NEW_ZONE_ID } from './live-question.ts';

/** What live numbers say. */
export type LiveView =
  | { status: 'measuring' }
  | { status: 'failed'; issue: Issue }
  /** `before`: as it was when the work on this zone began; `null` while nothing has changed. */
  | { status: 'measured'; question: LiveQuestion; now: LiveExposure; before: LiveExposure | null };

/** What a follower asks, of whom, how fast, and whom it tells. */
interface FollowerParts {
  /** Nobody looks: the work on a zone is followed, nothing is asked. */
  isWatched(): boolean;
  read(): LiveQuestion | null;
  measure(question: LiveQuestion, focus: ZonePick | null): Promise<Outcome<LiveExposure>>;
  /** Settles with the next picture: numbers are never made faster than they can be seen. */
  nextFrame(): Promise<unknown>;
  tell(view: LiveView | null): void;
}

interface Baseline {
  question: LiveQuestion;
  answer: LiveExposure | null;
}

const holdsZone = ({ zones }: LiveQuestion, zoneId: string): boolean =>
  zones.some((zone) => zone.properties.id === zoneId);

/** A new outline that became a zone is still the same work. */
function continues({ question: from }: Baseline, to: LiveQuestion): boolean {
  if (from.table.tableUrl !== to.table.tableUrl) return false;
  return from.zoneId === to.zoneId || (from.zoneId === NEW_ZONE_ID && !holdsZone(from, to.zoneId));
}

/**
 * Keeps live numbers true: one question at a time, the newest one next, so that a drag goes at the worker's pace and
 * what was released is what is told last.
 */
export function createLiveFollower({ isWatched, read, measure, nextFrame, tell }: FollowerParts) {
  let hasChanged = false;
  let isBusy = false;
  let last: LiveQuestion | null = null;
  let baseline: Baseline | null = null;

  function startFrom(question: LiveQuestion): Baseline {
    if (!baseline || !continues(baseline, question)) {
      baseline = { question: { ...question, edited: null }, answer: null };
      tell({ status: 'measuring' });
    } else if (baseline.question.zoneId !== question.zoneId) {
      baseline = { ...baseline, question: { ...baseline.question, zoneId: question.zoneId } };
    }
    return baseline;
  }

  async function answer(question: LiveQuestion): Promise<LiveView> {
    const from = startFrom(question);
    const isUnchanged = isSameQuestion(from.question, question) && question.zoneId !== NEW_ZONE_ID;
    if (!isUnchanged && !from.answer) {
      const focus = holdsZone(from.question, question.zoneId) ? { zoneId: question.zoneId } : null;
      const before = await measure(from.question, focus);
      if (!before.ok) return { status: 'failed', issue: before.issue };
      from.answer = before.value;
    }
    const now = await measure(question, { zoneId: question.zoneId });
    if (!now.ok) return { status: 'failed', issue: now.issue };
    if (isUnchanged) from.answer = now.value;
    return { status: 'measured', question, now: now.value, before: isUnchanged ? null : from.answer };
  }

  async function run(): Promise<void> {
    isBusy = true;
    while (hasChanged) {
      await nextFrame();
      hasChanged = false;
      const question = read();
      if (question && !isWatched()) {
        startFrom(question);
        last = null;
        continue;
      }
      if (question && last && isSameQuestion(question, last)) continue;
      last = question;
      if (!question) {
        baseline = null;
        tell(null);
        continue;
      }
      const view = await answer(question);
      if (!(view.status === 'failed' && view.issue.code === 'worker.cancelled')) tell(view);
    }
    isBusy = false;
  }

  return {
    /** Something changed that the question may depend on. */
    changed(): void {
      hasChanged = true;
      if (!isBusy) void run();
    },
  };
}

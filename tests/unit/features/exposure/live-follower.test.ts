import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/core/city/issue.ts';
import type { LiveExposure, ZonePick } from '../../../../src/core/risk/live-exposure.ts';
import { createLiveFollower, type LiveView } from '../../../../src/features/exposure/live-follower.ts';
import { type LiveQuestion, NEW_ZONE_ID } from '../../../../src/features/exposure/live-question.ts';
import { makeZone, ringAround } from '../../core/zones/make-zone.ts';

const TABLE = { tableUrl: 'http://x/buildings.parquet', projectCrs: 'EPSG:4547' };
const A = makeZone('a', [[ringAround(114, 23, 0.001)]], { level: 'red' });
const B = makeZone('b', [[ringAround(114, 23.01, 0.001)]]);
const EDITED = { id: 'a', level: 'red' as const, shape: [[[[0, 0]]]] as never };
const NEW = { ...EDITED, id: NEW_ZONE_ID };

function ask(zones: LiveQuestion['zones'], zoneId: string, edited: LiveQuestion['edited'] = null): LiveQuestion {
  return { table: TABLE, zones, zoneId, edited };
}

/** An answer that names the question it is of. */
function answerOf({ zones, edited }: LiveQuestion, focus: ZonePick | null): LiveExposure {
  const rule = `${zones.map(({ properties }) => properties.id).join('')} ${edited?.id ?? '-'}`;
  return { rule, byLevel: {}, union: {}, focus: focus && {} } as unknown as LiveExposure;
}

function startFollower(isWatched = () => true) {
  const asked: { question: LiveQuestion; answer: (outcome?: Outcome<LiveExposure>) => Promise<void> }[] = [];
  const told: (LiveView | null)[] = [];
  let question: LiveQuestion | null = null;
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const follower = createLiveFollower({
    isWatched,
    read: () => question,
    measure: (wanted, focus) =>
      new Promise((resolve) => {
        const answer = (outcome?: Outcome<LiveExposure>): Promise<void> => {
          resolve(outcome ?? { ok: true, value: answerOf(wanted, focus) });
          return settle();
        };
        asked.push({ question: wanted, answer });
      }),
    nextFrame: () => Promise.resolve(),
    tell: (view) => told.push(view),
  });
  const change = (now: LiveQuestion | null): Promise<void> => {
    question = now;
    follower.changed();
    return settle();
  };
  const tellings = () =>
    told.map((view) =>
      view?.status === 'measured' ? `${view.now.rule} / ${view.before?.rule ?? '='}` : (view?.status ?? 'none'),
    );
  return { asked, change, tellings };
}

describe('createLiveFollower', () => {
  it('asks one question at a time, then the newest: shapes in between are passed over, the released one is told', async () => {
    const { asked, change, tellings } = startFollower();
    await change(ask([A], 'a'));
    await change(ask([A], 'a', EDITED));
    await change(ask([A], 'a', { ...EDITED, shape: [] }));
    const released = ask([A, B], 'a');
    await change(released);
    expect(asked).toHaveLength(1);
    await asked[0]!.answer();
    expect(asked).toHaveLength(2);
    expect(asked[1]!.question).toBe(released);
    await asked[1]!.answer();
    expect(tellings()).toEqual(['measuring', 'a - / =', 'ab - / a -']);
    await change({ ...released });
    expect(asked, 'the same question has its answer').toHaveLength(2);
  });

  it('measures what was before a new outline, and keeps it when the outline becomes a zone', async () => {
    const { asked, change, tellings } = startFollower();
    await change(ask([B], NEW_ZONE_ID, NEW));
    expect(asked[0]!.question.edited).toBeNull();
    await asked[0]!.answer();
    await asked[1]!.answer();
    await change(ask([A, B], 'a'));
    await asked[2]!.answer();
    expect(tellings()).toEqual(['measuring', `b ${NEW_ZONE_ID} / b -`, 'ab - / b -']);
    // The next new outline begins anew.
    await change(ask([A, B], NEW_ZONE_ID, NEW));
    await asked[3]!.answer();
    await asked[4]!.answer();
    expect(tellings().at(-1)).toBe(`ab ${NEW_ZONE_ID} / ab -`);
  });

  it('begins anew with another zone and after nothing was asked', async () => {
    const { asked, change, tellings } = startFollower();
    await change(ask([A, B], 'a'));
    await asked[0]!.answer();
    await change(ask([B], 'b'));
    await asked[1]!.answer();
    await change(null);
    await change(ask([A], 'a'));
    await asked[2]!.answer();
    expect(tellings()).toEqual(['measuring', 'ab - / =', 'measuring', 'b - / =', 'none', 'measuring', 'a - / =']);
  });

  it('asks nothing while nobody looks, but remembers where the work began', async () => {
    let isWatched = false;
    const { asked, change, tellings } = startFollower(() => isWatched);
    await change(ask([A], 'a'));
    expect(asked).toHaveLength(0);
    isWatched = true;
    await change(ask([A, B], 'a'));
    await asked[0]!.answer();
    await asked[1]!.answer();
    expect(tellings().at(-1)).toBe('ab - / a -');
  });

  it('tells a failure, not a question that was called off', async () => {
    const { asked, change, tellings } = startFollower();
    const fail = (code: string) => ({ ok: false as const, issue: { code, severity: 'error' as const, place: {} } });
    await change(ask([A], 'a'));
    await asked[0]!.answer(fail('worker.cancelled'));
    await change(ask([B, A], 'a'));
    await asked[1]!.answer(fail('worker.crashed'));
    expect(tellings()).toEqual(['measuring', 'failed']);
  });
});

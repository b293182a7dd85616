import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditedDocument, type LogEntry, takeEntry } from '../../../../src/core/workspace/edit-log.ts';
import { EMPTY_DOCUMENT, type WorkspaceDocument } from '../../../../src/core/workspace/workspace-document.ts';
import {
  applyEdit,
  type DocumentChange,
  EMPTY_HISTORY,
  revertEdit,
  type WorkspaceEdit,
} from '../../../../src/core/workspace/workspace-edit.ts';
import { makeZone, ringAround } from '../zones/make-zone.ts';

/** What the hand does: put a zone under an id (new or again), delete it, take back, do again. */
type Move = { kind: 'put' | 'delete'; ids: string[]; place: number } | { kind: 'undo' | 'redo' };

const id = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__x');
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('put' as const, 'delete' as const),
    ids: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
    place: fc.integer({ min: 0, max: 20 }),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
);

function editOf(document: WorkspaceDocument, step: Extract<Move, { ids: string[] }>, number: number): WorkspaceEdit {
  const changes = step.ids.map((zoneId): DocumentChange => {
    const before = Object.hasOwn(document.zones, zoneId) ? document.zones[zoneId]! : null;
    const after = step.kind === 'put' ? makeZone(zoneId, [[ringAround(113 + step.place, 23, 0.01)]]) : null;
    return { collection: 'zones', id: zoneId, before, after };
  });
  return { id: `edit-${number}`, at: '2026-01-01T00:00:00.000Z', step: { code: 'test', values: {} }, changes };
}

function entryOf(state: EditedDocument, step: Move, number: number): LogEntry | null {
  if (step.kind === 'put' || step.kind === 'delete') return { kind: 'did', edit: editOf(state.document, step, number) };
  const edit = (step.kind === 'undo' ? state.history.done : state.history.undone).at(-1);
  return edit ? { kind: step.kind === 'undo' ? 'undid' : 'redid', editId: edit.id } : null;
}

const START: WorkspaceDocument = { ...EMPTY_DOCUMENT, zones: { a: makeZone('a', [[ringAround(113, 23, 0.01)]]) } };

describe('random edits of a document', () => {
  it('are restored exactly by undo, and brought back exactly by redo', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 40, size: 'max' }), (moves) => {
        let state: EditedDocument = { document: START, history: EMPTY_HISTORY };
        moves.forEach((step, number) => {
          const entry = entryOf(state, step, number);
          if (entry) state = takeEntry(state, entry);
        });
        const { document, history } = state;
        const undone = history.done.reduceRight(revertEdit, document);
        expect(undone).toStrictEqual(START);
        expect(history.done.reduce(applyEdit, undone)).toStrictEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it('lead from the log to the same document and history', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 40, size: 'max' }), (moves) => {
        let state: EditedDocument = { document: START, history: EMPTY_HISTORY };
        const log: LogEntry[] = [];
        moves.forEach((step, number) => {
          const entry = entryOf(state, step, number);
          if (!entry) return;
          log.push(entry);
          state = takeEntry(state, entry);
        });
        const reread = JSON.parse(JSON.stringify(log)) as LogEntry[];
        expect(reread.reduce(takeEntry, { document: START, history: EMPTY_HISTORY })).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });
});

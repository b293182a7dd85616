import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeItem, differDocuments } from '../../../../src/core/workspace/document-difference.ts';
import { documentOfZones } from '../../../../src/core/workspace/document-of-zones.ts';
import { mergeWorkspace } from '../../../../src/core/workspace/merge-workspace.ts';
import { settleMerge } from '../../../../src/core/workspace/settle-merge.ts';
import type { WorkspaceDocument, ZoneVersion } from '../../../../src/core/workspace/workspace-document.ts';
import { applyEdit, revertEdit } from '../../../../src/core/workspace/workspace-edit.ts';
import { zoneOf } from '../../features/workspace/workspace-samples.ts';

const documentOf = (notes: Record<string, string>): WorkspaceDocument =>
  documentOfZones(Object.entries(notes).map(([id, note]) => zoneOf(id, note)));
const notesOf = ({ zones }: WorkspaceDocument): Record<string, string | undefined> =>
  Object.fromEntries(Object.values(zones).map(({ properties }) => [properties.id, properties.note]));

/** Merges what `theirs` made of `base` into `mine`. */
function merge(base: WorkspaceDocument, mine: WorkspaceDocument, theirs: WorkspaceDocument) {
  return mergeWorkspace(mine, differDocuments(base, theirs));
}

const notes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('', '1', '2', '3'));

describe('the difference of two documents', () => {
  it('turns the one into the other, and back', () => {
    fc.assert(
      fc.property(notes, notes, (from, to) => {
        const [one, other] = [documentOf(from), documentOf(to)];
        const changes = differDocuments(one, other);
        expect(applyEdit(one, { changes })).toEqual(other);
        expect(revertEdit(other, { changes })).toEqual(one);
        expect(changes.every(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))).toBe(true);
      }),
    );
  });
});

describe('merging by id', () => {
  it('adopts what only they changed, keeps what only I changed, asks about what both changed', () => {
    const base = documentOf({ theirs: '0', mine: '0', both: '0', alike: '0', gone: '0', goneHere: '0' });
    const mine = documentOf({ theirs: '0', mine: '1', both: 'm', alike: '2', gone: '0', ownNew: 'm' });
    const theirs = documentOf({ theirs: '1', mine: '0', both: 't', alike: '2', goneHere: 't', theirNew: 't' });
    const merged = merge(base, mine, theirs);
    expect(merged.adopted.map(({ id, after }) => [id, after !== null])).toEqual([
      ['gone', false],
      ['theirNew', true],
      ['theirs', true],
    ]);
    expect(merged.conflicts.map(({ id, mine: own, theirs: other }) => [id, own === null, other === null])).toEqual([
      ['both', false, false],
      ['goneHere', true, false],
    ]);
    expect(merged.identicalCount).toBe(1);
    const result = (choice: 'mine' | 'theirs' | 'both') =>
      notesOf(
        applyEdit(mine, {
          changes: settleMerge(mine, merged, { 'zones/both': choice, 'zones/goneHere': choice }),
        }),
      );
    const sure = { theirs: '1', mine: '1', alike: '2', ownNew: 'm', theirNew: 't' };
    expect(result('mine')).toEqual({ ...sure, both: 'm' });
    expect(result('theirs')).toEqual({ ...sure, both: 't', goneHere: 't' });
    expect(result('both')).toEqual({ ...sure, both: 'm', 'both~2': 't', goneHere: 't' });
  });

  it('loses nothing: every state of either side is in the result, was changed by one side alone, or was decided', () => {
    fc.assert(
      fc.property(notes, notes, notes, (base, own, other) => {
        const mine = documentOf(own);
        const merged = merge(documentOf(base), mine, documentOf(other));
        const ids = merged.conflicts.map(({ id }) => id);
        const kept = notesOf(applyEdit(mine, { changes: settleMerge(mine, merged, {}) }));
        for (const id of ['a', 'b', 'c', 'd']) {
          const [was, my, their] = [base[id], own[id], other[id]];
          if (my === their || their === was) expect(kept[id]).toBe(my);
          else if (my === was) expect(kept[id]).toBe(their);
          else {
            expect(ids).toContain(id);
            expect(kept[id]).toBe(my);
          }
        }
        expect(ids).toHaveLength(new Set(ids).size);
      }),
    );
  });

  it('a merge with oneself changes nothing', () => {
    fc.assert(
      fc.property(notes, notes, (base, own) => {
        const mine = documentOf(own);
        const merged = merge(documentOf(base), mine, mine);
        expect([merged.adopted, merged.conflicts, settleMerge(mine, merged, {})]).toEqual([[], [], []]);
      }),
    );
  });
});

describe('kept versions', () => {
  const versionOf = (id: string, number: number, at: string): ZoneVersion => ({
    id,
    zoneId: 'z',
    number,
    at,
    note: '',
    zone: zoneOf('z', id),
  });
  const withVersions = (document: WorkspaceDocument, ...versions: ZoneVersion[]): WorkspaceDocument => ({
    ...document,
    versions: Object.fromEntries(versions.map((version) => [version.id, version])),
  });
  const base = documentOf({ z: '0' });
  const mine = withVersions(documentOf({ z: 'm' }), versionOf('m1', 1, '2026-01-01'), versionOf('m2', 2, '2026-01-04'));
  const theirs = withVersions(
    documentOf({ z: 't' }),
    versionOf('t2', 2, '2026-01-03'),
    versionOf('t1', 1, '2026-01-02'),
  );
  const told = (choice: 'mine' | 'both'): [string, string, number][] => {
    const changes = settleMerge(mine, merge(base, mine, theirs), { 'zones/z': choice });
    return Object.values(applyEdit(mine, { changes }).versions).map(({ id, zoneId, number }) => [id, zoneId, number]);
  };

  it('are numbered on where their number is taken', () => {
    expect(told('mine')).toEqual([
      ['m1', 'z', 1],
      ['m2', 'z', 2],
      ['t1', 'z', 3],
      ['t2', 'z', 4],
    ]);
  });

  it('go with the copy of their zone', () => {
    expect(told('both').slice(2)).toEqual([
      ['t1', 'z~2', 1],
      ['t2', 'z~2', 2],
    ]);
  });
});

describe('a change between', () => {
  it('does not matter: the result is laid over the document as it is by then', () => {
    const base = documentOf({ a: '0' });
    const merged = merge(base, documentOf({ a: 'm' }), documentOf({ a: 't' }));
    const later = documentOf({ a: 'm2' });
    const changes = settleMerge(later, merged, { 'zones/a': 'theirs' });
    expect(changes).toEqual([changeItem('zones', 'a', zoneOf('a', 'm2'), zoneOf('a', 't'))]);
  });
});

import { describe, expect, it } from 'vitest';
import { EMPTY_DOCUMENT } from '../../../../src/core/workspace/workspace-document.ts';
import { applyEdit, type DocumentChange, revertEdit } from '../../../../src/core/workspace/workspace-edit.ts';
import { editOf, zoneOf } from '../../features/workspace/workspace-samples.ts';

describe('an edit', () => {
  it('of tens of thousands of zones copies the document once and is taken back to the last', () => {
    const ids = Array.from({ length: 60_000 }, (_, at) => `z${at}`);
    const zone = zoneOf('any');
    const changes: DocumentChange[] = ids.map((id) => ({ collection: 'zones', id, before: null, after: zone }));
    const edited = applyEdit({ ...EMPTY_DOCUMENT, zones: { kept: zone } }, { changes });
    expect(Object.keys(edited.zones)).toEqual(['kept', ...ids]);
    expect(edited.views).toBe(EMPTY_DOCUMENT.views);
    expect(revertEdit(edited, { changes })).toEqual({ ...EMPTY_DOCUMENT, zones: { kept: zone } });
  });

  it('keeps an item at its place when it is replaced, and takes any text as an id', () => {
    const [a, b, c] = [zoneOf('a'), zoneOf('b'), zoneOf('__proto__')];
    const document = { ...EMPTY_DOCUMENT, zones: { a, b } };
    const renamed = { ...a, properties: { ...a.properties, name: 'x' } };
    const edited = applyEdit(document, editOf('e', { a }, { a: renamed }));
    expect(Object.entries(edited.zones)).toEqual([
      ['a', renamed],
      ['b', b],
    ]);
    const odd = applyEdit(document, { changes: [{ collection: 'zones', id: '__proto__', before: null, after: c }] });
    expect(Object.keys(odd.zones)).toEqual(['a', 'b', '__proto__']);
  });
});

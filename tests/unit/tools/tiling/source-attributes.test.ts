import { describe, expect, it } from 'vitest';
import { findFillers, readSourceAttributes } from '../../../../tools/tiling/source-attributes.ts';

describe('attributes of tile features', () => {
  it('finds members of JSON written as text, leaving common names inside and the source untouched', () => {
    const nothing = { emptyColumns: new Set<string>(), values: new Set<unknown>() };
    const given = { buildingIDAttribute: '{"buildingID":"22203-bldg-1","type":"uro:X"}', note: '{not json', height: 7 };
    const { source, lookup } = readSourceAttributes(given, nothing);
    expect(source).toEqual(given);
    expect(lookup.buildingID).toBe('22203-bldg-1');
    expect(lookup).not.toHaveProperty('type');
  });

  it('takes a value that fills whole columns for unknown everywhere, but trusts a single zero column apart', () => {
    const filled = Array.from({ length: 12 }, (_, at) => ({ a: 0, b: 0, c: 0, storeys: at % 2 === 0 ? 0 : at }));
    const fillers = findFillers(filled);
    expect([...fillers.emptyColumns]).toEqual(['a', 'b', 'c']);
    expect(readSourceAttributes(filled[0]!, fillers).lookup).toEqual({});
    expect(readSourceAttributes(filled[1]!, fillers).lookup).toEqual({ storeys: 1 });
    const honest = findFillers(Array.from({ length: 12 }, (_, at) => ({ storeysBelow: 0, basement: at % 3 })));
    expect([...honest.values]).toEqual([]);
    expect(findFillers(filled.slice(0, 9)).emptyColumns.size).toBe(0);
  });
});

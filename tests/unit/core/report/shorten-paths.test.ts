import { describe, expect, it } from 'vitest';
import { shortenPaths } from '../../../../src/core/report/shorten-paths.ts';

describe('shortenPaths', () => {
  it('names a file by its last part, with the line after it', () => {
    const text = '../../data/nyc/120.json 第 1 条已在 ../../data/nyc/119.json:64 出现，已跳过。';
    expect(shortenPaths([text], [])).toEqual(['120.json 第 1 条已在 119.json:64 出现，已跳过。']);
    expect(shortenPaths(['Code list of ../a/x.gml, kept. See b/y.gml.'], [])).toEqual([
      'Code list of x.gml, kept. See y.gml.',
    ]);
  });

  it('keeps as many folders as it takes to tell files apart, those of the package included', () => {
    expect(shortenPaths(['a/one/x.gml and a/two/x.gml'], [])).toEqual(['one/x.gml and two/x.gml']);
    expect(shortenPaths(['a/one/x.gml'], ['a/two/x.gml', 'a/one/y.gml'])).toEqual(['one/x.gml']);
  });

  it('leaves addresses, units and alternatives alone and cuts what is too long', () => {
    const plain = 'people/1000 m² and/or floors, see https://example.org/data/x.json for km/h.';
    expect(shortenPaths([plain], [])).toEqual([plain]);
    const [word = ''] = shortenPaths([`id ${'a'.repeat(50)}b`], []);
    expect(word).toMatch(/^id a{22}…a{20}b$/);
    const [long = ''] = shortenPaths(['word '.repeat(100)], []);
    expect(long).toHaveLength(280);
    expect(long.endsWith('…')).toBe(true);
  });
});

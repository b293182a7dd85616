import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../src/core/city/issue-texts.ts';

const FOLDERS = ['tools/formats/', 'tools/elements/', 'tools/layers/', 'tools/package/', 'src/core/crs/'];

/** Every dotted code that the sources' code writes down, with the file that does. */
function writtenCodes(): [code: string, file: string][] {
  return FOLDERS.flatMap((folder) => {
    const base = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
    return readdirSync(base).flatMap((name): [string, string][] => {
      const text = readFileSync(`${base}${name}`, 'utf8');
      const direct = text.matchAll(/code: '([a-z][\w.]*)'/g);
      const passed = text.matchAll(/(?:refuse|fail)\(\s*'([a-z]+\.\w+)'/g);
      const chosen = text.matchAll(/'((?:geometry|json|geojson|crs)\.\w+)'/g);
      return [...direct, ...passed, ...chosen].map((match) => [match[1]!, `${folder}${name}`]);
    });
  });
}

describe('issue codes of the tools', () => {
  const codes = writtenCodes();

  it('are found in the code', () => {
    expect(codes.map(([code]) => code)).toContain('json.cut');
    expect(new Set(codes.map(([code]) => code)).size).toBeGreaterThan(40);
  });

  it('all have a text', () => {
    expect(codes.filter(([code]) => !ISSUE_CODES.includes(code))).toEqual([]);
  });
});

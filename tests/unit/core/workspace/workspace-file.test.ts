import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../../src/core/city/issue-texts.ts';
import { changeItem } from '../../../../src/core/workspace/document-difference.ts';
import { formatWorkspaceFile, parseWorkspaceFile } from '../../../../src/core/workspace/workspace-file.ts';
import { zoneOf } from '../../features/workspace/workspace-samples.ts';

const CONTENT = {
  cityId: 'paper',
  cityName: { zh: '纸城', en: 'Paper' },
  package: { identity: 'zones.geojson:a' },
  savedAt: '2026-01-01T00:00:00Z',
  changes: [
    changeItem('zones', 'p1', zoneOf('p1'), zoneOf('p1', 'changed "quoted" \n 中文')),
    changeItem('zones', 'p2', zoneOf('p2'), null),
  ],
};
const TEXT = formatWorkspaceFile(CONTENT);

function refusal(text: string, cityId = 'paper') {
  const parsed = parseWorkspaceFile(text, 'x.workspace.json', cityId);
  if (parsed.ok) throw new Error('was not refused');
  expect(ISSUE_CODES).toContain(parsed.issue.code);
  return parsed.issue;
}

/** The file with a part of it replaced. */
const changed = (change: object): string => JSON.stringify({ ...JSON.parse(TEXT), ...change });

describe('a workspace file', () => {
  it('comes back as it was written, one change a line', () => {
    const parsed = parseWorkspaceFile(TEXT, 'x', 'paper');
    expect(parsed).toEqual({ ok: true, value: { format: 'cim-city-viewer-workspace', version: 1, ...CONTENT } });
    expect(TEXT.trimEnd().split('\n')).toHaveLength(CONTENT.changes.length + 2);
    expect(parseWorkspaceFile(`\uFEFF${TEXT}`, 'x', 'paper').ok).toBe(true);
    expect(parseWorkspaceFile(formatWorkspaceFile({ ...CONTENT, changes: [] }), 'x', 'paper').ok).toBe(true);
  });

  it('of another city is refused by name', () => {
    expect(refusal(TEXT, 'delft')).toMatchObject({
      code: 'workspace.otherCity',
      values: { found: 'paper', expected: 'delft' },
    });
  });

  it('of a newer or unknown version is refused', () => {
    expect(refusal(changed({ version: 2 }))).toMatchObject({ code: 'workspace.newer', values: { found: 2, known: 1 } });
    expect(refusal(changed({ version: 0 })).code).toBe('workspace.notOurs');
  });

  it('of another kind is refused', () => {
    for (const text of ['{"type":"FeatureCollection","features":[]}', '[]', 'null', '3']) {
      expect(refusal(text).code).toBe('workspace.notOurs');
    }
  });

  it('cut at any place is refused, and the place is told', () => {
    for (let length = 0; length < TEXT.trimEnd().length; length += 97) {
      expect(refusal(TEXT.slice(0, length)).code).toBe('workspace.damaged');
    }
    const middle = TEXT.indexOf('"p2"');
    const line = TEXT.slice(0, middle).split('\n').length;
    expect(refusal(TEXT.slice(0, middle))).toMatchObject({ values: { line } });
    expect(refusal(`${TEXT.slice(0, middle)}?${TEXT.slice(middle)}`)).toMatchObject({
      values: { line, column: middle - TEXT.lastIndexOf('\n', middle) },
    });
  });

  it('with a fault inside is refused, and the place is told', () => {
    const [first] = CONTENT.changes;
    const broken = { ...zoneOf('p1'), geometry: { type: 'MultiPolygon', coordinates: [[[[1, 2]]]] } };
    expect(refusal(changed({ changes: [first, { ...first, after: broken }] }))).toMatchObject({
      code: 'workspace.badShape',
      values: { path: 'changes.1.after.geometry.coordinates.0.0' },
    });
    expect(refusal(changed({ changes: [{ ...first, collection: 'users' }] })).code).toBe('workspace.badShape');
    expect(refusal(changed({ changes: [{ ...first, id: 'other' }] }))).toMatchObject({
      values: { path: 'changes.0.id' },
    });
    expect(refusal(changed({ changes: [{ ...first, before: null, after: null }] })).code).toBe('workspace.badShape');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ZONE_HAZARDS } from '../../../../src/core/city/hazard.ts';
import { describeIssue, ISSUE_CODES } from '../../../../src/core/city/issue-texts.ts';
import { listStrategyChoices } from '../../../../src/core/zones/list-strategy-choices.ts';
import { parseStrategyLibrary, type StrategyLibrary } from '../../../../src/core/zones/strategy-library.ts';

const FILE = new URL('../../../../public/rules/strategies.json', import.meta.url);
const shipped: unknown = JSON.parse(readFileSync(FILE, 'utf8'));

function read(): StrategyLibrary {
  const outcome = parseStrategyLibrary(shipped, 'rules/strategies.json');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issue));
  return outcome.value;
}

describe('the strategy library that ships', () => {
  const { entries } = read();

  it('has one entry for every hazard of the contract and every level, and none twice', () => {
    const wanted = ZONE_HAZARDS.filter((hazard) => hazard !== 'other').flatMap((hazard) =>
      ['red', 'orange', 'yellow', 'blue'].map((level) => `${hazard} ${level}`),
    );
    expect(entries.map((entry) => `${entry.hazard} ${entry.level}`)).toEqual(wanted);
  });

  it('has a strategy and two to five requirements in both languages, a source and the standing to be verified', () => {
    for (const entry of entries) {
      expect(entry.requirements.length, entry.id).toBeGreaterThanOrEqual(2);
      expect(entry.requirements.length, entry.id).toBeLessThanOrEqual(5);
      for (const { zh, en } of [entry.strategy, ...entry.requirements]) {
        expect(zh, entry.id).toMatch(/[\u4e00-\u9fff]{4}/);
        expect(en, entry.id).toMatch(/^[A-Z][^\u4e00-\u9fff]{10,}$/);
      }
      expect(entry.source, entry.id).toMatch(/《.+》/);
      expect(entry.standing, entry.id).toBe('待核');
    }
  });

  it('states no figure as if it were from a standard', () => {
    const texts = entries.flatMap((entry) => [entry.strategy, ...entry.requirements]);
    expect(texts.filter(({ zh }) => /\d/.test(zh))).toEqual([]);
  });
});

describe('reading a strategy library', () => {
  const [first] = read().entries;
  const refusal = (json: unknown) => {
    const outcome = parseStrategyLibrary(json, 'own.json');
    return outcome.ok ? null : outcome.issue;
  };

  it('refuses a later version, a wrong shape, an entry twice and texts without end; each is told in both languages', () => {
    const issues = [
      refusal({ version: 2, entries: [] }),
      refusal({ version: 1, entries: [{ ...first, level: 'purple' }] }),
      refusal({ version: 1, entries: [first, first] }),
      refusal({ version: 1, entries: [{ ...first, strategy: { zh: 'x'.repeat(2001), en: '' } }] }),
    ];
    expect(issues.map((issue) => issue?.code)).toEqual([
      'strategies.newer',
      'strategies.badShape',
      'strategies.twice',
      'strategies.badShape',
    ]);
    expect(issues[1]?.values?.path).toBe('entries.0.level');
    for (const issue of issues) {
      expect(ISSUE_CODES).toContain(issue?.code);
      expect(describeIssue(issue!).en).toContain('own.json');
    }
    expect(refusal('text')?.code).toBe('strategies.badShape');
  });

  it('lays the user’s entries over it by id and adds the new ones', () => {
    const library = read();
    const mine = { ...first!, strategy: { zh: '改', en: 'changed' } };
    const own = { ...first!, id: 'own-1' };
    const choices = listStrategyChoices(library, { [mine.id]: mine, 'own-1': own });
    expect(choices).toHaveLength(library.entries.length + 1);
    expect(choices[0]).toEqual({ entry: mine, origin: 'changed' });
    expect(choices[1]?.origin).toBe('library');
    expect(choices.at(-1)).toEqual({ entry: own, origin: 'own' });
  });
});

import { describe, expect, it } from 'vitest';
import { describeTerm } from '../../../../src/core/city/describe-term.ts';
import { RISK_LEVELS, SHELTER_HAZARDS, ZONE_HAZARDS } from '../../../../src/core/city/hazard.ts';
import { describeIssue } from '../../../../src/core/city/issue-texts.ts';
import { describeRule } from '../../../../tools/elements/derivation-rules.ts';
import { findVerticalDatum } from '../../../../tools/elements/vertical-datum.ts';

describe('words of the package schema', () => {
  it('are told in both languages, a word of a source by itself', () => {
    expect(describeTerm('use', 'office')).toEqual({ zh: '办公', en: 'office' });
    expect(describeTerm('use', 'toString')).toEqual({ zh: 'toString', en: 'toString' });
    expect(describeTerm('file', 'red')).toEqual({ zh: 'red', en: 'red' });
  });

  it('are Chinese in Chinese: every hazard and level', () => {
    const told = [
      ...[...ZONE_HAZARDS, ...SHELTER_HAZARDS].map((hazard) => describeTerm('hazard', hazard).zh),
      ...RISK_LEVELS.map((level) => describeTerm('level', level).zh),
    ];
    expect(told.filter((word) => /[a-z]/i.test(word))).toEqual([]);
  });

  it('are told in issues and rules in the language of the text', () => {
    const issue = { severity: 'note', place: { file: 'a.gml', row: 1 }, values: { level: 'blue' } } as const;
    expect(describeIssue({ ...issue, code: 'zone.levelByRule' })).toEqual({
      zh: 'a.gml 第 1 条分区的等级由 PLATEAU 缺省规则得出（蓝）。',
      en: 'The level of zone record 1 in a.gml follows from the default PLATEAU rule (blue).',
    });
    const assumptions = { peoplePer1000SquareMeters: { residential: { day: 11, night: 29 } } };
    expect(describeRule('people.from-density', assumptions).text.zh).toContain('居住 11/29');
    expect(describeRule('people.from-density', assumptions).text.en).toContain('residential 11/29');
  });

  it('name every height system that heights can be brought from', () => {
    const codes = Array.from({ length: 9000 }, (_, at) => `EPSG:${at + 1000}`);
    const known = codes.filter((code) => findVerticalDatum(code));
    expect(known.length).toBeGreaterThan(15);
    expect(known.filter((code) => describeTerm('datum', code).zh === code)).toEqual([]);
    expect(known.filter((code) => !describeTerm('datum', code).en.startsWith(`${code} (`))).toEqual([]);
  });
});

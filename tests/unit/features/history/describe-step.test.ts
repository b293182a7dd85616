import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { MESSAGES as EN } from '../../../../src/app/messages-en.ts';
import { MESSAGES as ZH } from '../../../../src/app/messages-zh.ts';
import { ISSUE_CODES } from '../../../../src/core/city/issue-texts.ts';
import type { WorkspaceEdit } from '../../../../src/core/workspace/workspace-edit.ts';
import { describeStep } from '../../../../src/features/history/describe-step.ts';

const SOURCE = new URL('../../../../src/', import.meta.url);

function tell(code: string, values: WorkspaceEdit['step']['values'], locale: 'zh-CN' | 'en'): string {
  const t = i18next.getFixedT(locale, ['history', 'vocabulary']);
  return describeStep({ code, values }, { t, exists: (key) => i18next.exists(key, { lng: locale }), locale });
}

beforeAll(async () => {
  await i18next.init({
    resources: { 'zh-CN': ZH, en: EN },
    lng: 'zh-CN',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
});

describe('steps in words', () => {
  it('tell levels, hazards and states by their names in both languages', () => {
    const level = { name: 'A', levelBefore: 'yellow', level: 'red' };
    expect(tell('zone.levelSet', level, 'zh-CN')).toBe('“A”等级：黄色 → 红色');
    expect(tell('zone.levelSet', level, 'en')).toBe('“A”, level: Yellow → Red');
    expect(tell('zone.hazardSet', { name: 'A', hazardBefore: 'flood', hazard: 'gas' }, 'zh-CN')).toContain(
      '洪水 → 燃气',
    );
    const status = { name: 'A', statusBefore: 'reviewed', status: 'approved', reviewer: '李工' };
    expect(tell('zone.statusSet', status, 'zh-CN')).toBe('“A”状态：已复核 → 已批准，审核人：李工');
  });

  it('tell areas and lengths with units, counts with signs, and what is not stated as empty', () => {
    const areas = { name: 'A', areaBeforeSquareMeters: 5000, areaSquareMeters: 23_456 };
    expect(tell('zone.reshaped', areas, 'en')).toBe('Reshaped “A”: 5,000 m² → 2.35 hm²');
    expect(tell('zone.buffered', { ...areas, byMeters: -20 }, 'en')).toContain('-20 m');
    expect(tell('zone.requirementsAdded', { name: 'A', count: 1 }, 'zh-CN')).toBe('“A”控制要求 +1');
    expect(tell('zone.responsibleSet', { name: 'A', before: '', after: 'B' }, 'en')).toBe(
      '“A”, responsible: (empty) → B',
    );
  });

  it('leave a zone that is named like a code as it is', () => {
    expect(tell('zone.levelSet', { name: 'red', levelBefore: 'blue', level: 'red' }, 'en')).toContain('“red”');
  });

  it('name a code that has no words', () => {
    expect(tell('thing.done', {}, 'en')).toBe('Other change (thing.done)');
  });

  it('have words in both languages for every code that the sources record', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const codes = files.flatMap((file) =>
      [
        ...readFileSync(new URL(file, SOURCE), 'utf8').matchAll(
          /'((?:zone|zones|version|strategy|view|workspace)\.[a-z]\w+)'/g,
        ),
      ].map((match) => match[1]!),
    );
    const recorded = [...new Set(codes)].filter(
      (code) => /(ed|Set|drawn|kept|split|Written|Cleared)$/.test(code) && !ISSUE_CODES.includes(code),
    );
    expect(recorded).toContain('zone.requirementsOrdered');
    expect(recorded).toContain('view.moved');
    for (const locale of ['zh-CN', 'en'] as const) {
      const silent = recorded.filter((code) => tell(code, { count: 1 }, locale).includes(code));
      expect(silent).toEqual([]);
    }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RISK_LEVELS } from '../../../src/core/city/hazard.ts';
import { levelStyle } from '../../../src/core/style/level-style.ts';

const TOKENS = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');

/** WCAG 2.2, 1.4.3: text smaller than 24 px. */
const LEAST = 4.5;

/** Text colours, and the grounds each of them is written on. */
const PAIRS: [string, string[]][] = [
  ['--text', ['--surface', '--surface-raised', '--surface-sunken', '--accent-soft', '--warning-soft', '--danger-soft']],
  ['--text-quiet', ['--surface', '--surface-raised', '--surface-sunken', '--accent-soft']],
  ['--accent', ['--surface', '--surface-raised', '--accent-soft']],
  ['--warning', ['--surface', '--surface-raised', '--warning-soft']],
  ['--danger', ['--surface', '--surface-raised', '--danger-soft']],
  ['--good', ['--surface', '--surface-raised', '--accent-soft']],
  ['--mantine-color-placeholder', ['--surface', '--surface-raised']],
];

function readTheme(theme: 'light' | 'dark'): Map<string, string> {
  const block = TOKENS.split(`:root[data-mantine-color-scheme="${theme}"] {`)[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('contrast of text', () => {
  it('measures black on white as 21 and a known grey as 4.54', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  for (const theme of ['light', 'dark'] as const) {
    const tokens = readTheme(theme);
    for (const [text, grounds] of PAIRS) {
      it.each(grounds)(`${theme}: ${text} on %s`, (ground) => {
        expect(contrast(tokens.get(text) ?? 'absent', tokens.get(ground) ?? 'absent')).toBeGreaterThanOrEqual(LEAST);
      });
    }
    it(`${theme}: white on filled buttons`, () => {
      const filled = /--mantine-color-city-6: (#[0-9a-f]{6})/.exec(TOKENS)?.[1] ?? 'absent';
      expect(contrast('#ffffff', filled)).toBeGreaterThanOrEqual(LEAST);
    });
    it.each(RISK_LEVELS)(`${theme}: label of level %s on the panel`, (level) => {
      const style = levelStyle(level);
      const ink = theme === 'dark' ? style.inkDark : style.inkLight;
      expect(contrast(ink, tokens.get('--surface') ?? 'absent')).toBeGreaterThanOrEqual(LEAST);
    });
  }
});

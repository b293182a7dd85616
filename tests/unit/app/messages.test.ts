import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MESSAGES as FIRST_EN } from '../../../src/app/messages-en.ts';
import { LATER_MESSAGES as LATER_EN } from '../../../src/app/messages-later-en.ts';
import { LATER_MESSAGES as LATER_ZH } from '../../../src/app/messages-later-zh.ts';
import { MESSAGES as FIRST_ZH } from '../../../src/app/messages-zh.ts';

const EN = { ...FIRST_EN, ...LATER_EN };
const ZH = { ...FIRST_ZH, ...LATER_ZH };

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));
/** Texts of issues, of schema words and reports live beside their codes, in both languages; units of counting (人, 万人) beside their format. */
const TEXT_FILES =
  /issue-texts|core\/city\/(describe-term|standing)\.ts|core\/report\/|core\/units\/|\/messages\/|\/vocabulary\//;
/** Words and signs that are recognised in the files and fields of users, in whatever language the app speaks; they are never shown. */
const READ_WORDS =
  /core\/zones\/normalise-(hazard|level)\.ts|core\/formats\/normalise-number\.ts|core\/zones\/exchange\/(guess-mapping|map-zone-record)\.ts|core\/zones\/editing\/parse-typed-point\.ts|core\/search\/pinyin-initials\.ts/;

function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix.replace(/_(one|other)$/, '')];
  return Object.entries(value).flatMap(([key, part]) => keysOf(part, prefix ? `${prefix}.${key}` : key));
}

function placeholders(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '');
  return Object.values(value as object).flatMap(placeholders);
}

describe('messages', () => {
  for (const namespace of Object.keys(EN) as (keyof typeof EN)[]) {
    it(`${namespace}: has the same keys in both languages`, () => {
      const unique = (value: unknown): string[] => [...new Set(keysOf(value))].sort();
      expect(unique(ZH[namespace])).toEqual(unique(EN[namespace]));
    });
    it(`${namespace}: names the same values in both languages`, () => {
      const unique = (value: unknown): string[] => [...new Set(placeholders(value))].sort();
      expect(unique(ZH[namespace])).toEqual(unique(EN[namespace]));
    });
  }

  it('no Chinese text outside message files: code strings would not switch language', () => {
    const offenders = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx)$/.test(file) && !TEXT_FILES.test(`/${file}`) && !READ_WORDS.test(file))
      .filter((file) => {
        const code = readFileSync(path.join(SOURCE, file), 'utf8').replace(
          /\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/.*$/gm,
          '',
        );
        return /[\u4e00-\u9fff]/.test(code);
      });
    expect(offenders).toEqual([]);
  });
});

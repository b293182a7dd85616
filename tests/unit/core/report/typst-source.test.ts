import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import loadCompiler, { type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../../src/core/report/build-report.ts';
import { readFontCoverage } from '../../../../src/core/report/font-coverage.ts';
import type { ReportLocale } from '../../../../src/core/report/report-document.ts';
import { buildTypstSource } from '../../../../src/core/report/typst-source.ts';
import { prepareReportFonts } from '../../../../tools/vite/report-fonts.ts';
import { reportInput } from './report-fixture.ts';

const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/report-fonts', import.meta.url));
const fonts: { servedPath: string; bytes: Uint8Array }[] = [];

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
  await loadCompiler({ module_or_path: readFileSync(wasm) });
  for (const { servedPath, file } of await prepareReportFonts(CACHE)) {
    if (servedPath.endsWith('.ttf')) fonts.push({ servedPath, bytes: new Uint8Array(readFileSync(file)) });
  }
}, 60_000);

function source(locale: ReportLocale) {
  const built = buildReport(reportInput({ locale }));
  if (!built.ok) throw new Error(built.issue.code);
  return buildTypstSource(built.value, {});
}

async function compiler(locale: ReportLocale): Promise<TypstCompiler> {
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) if (!font.servedPath.includes('full')) await builder.add_raw_font(font.bytes);
  const made = await builder.build();
  const { main, files } = source(locale);
  for (const [name, content] of Object.entries(files)) {
    made.map_shadow(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  made.add_source('/main.typ', main);
  return made;
}

describe('buildTypstSource', () => {
  it('keeps every text of the data out of the markup', () => {
    const { main, files } = source('zh-CN');
    expect(main).not.toContain('panic');
    expect(main).not.toContain('示例城');
    expect(files['/report.json']).toContain('#panic()');
  });

  it.each(['zh-CN', 'en'] as const)(
    'lays out a tagged PDF in %s with the sections as headings',
    async (locale) => {
      const made = await compiler(locale);
      const { result, diagnostics } = made.compile('/main.typ', undefined, 'pdf', 3) as {
        result?: Uint8Array;
        diagnostics?: unknown;
      };
      expect(diagnostics ?? []).toEqual([]);
      const pdf = Buffer.from(result ?? []).toString('latin1');
      expect(pdf.startsWith('%PDF-1.7')).toBe(true);
      expect(pdf).toMatch(/\/Marked\s+true/);
      const headings = JSON.parse(made.query('/main.typ', undefined, 'heading', 'body')) as { text: string }[];
      const expected = locale === 'en' ? ['Summary', 'Shelter check'] : ['摘要', '避难场所核查'];
      expect(headings.map((heading) => heading.text)).toEqual(expect.arrayContaining(expected));
    },
    60_000,
  );

  it('covers its own words with the font subset and knows what it does not cover', () => {
    const regular = fonts.find((font) => font.servedPath === 'fonts/noto-sans-sc-regular.ttf');
    const covers = readFontCoverage(regular?.bytes ?? new Uint8Array(12));
    const own = buildReport(reportInput());
    for (const character of JSON.stringify(own)) {
      const code = character.codePointAt(0) ?? 0;
      if (code > 0x20) expect(covers(code), character).toBe(true);
    }
    expect(covers('沢'.codePointAt(0) ?? 0)).toBe(false);
    expect(covers('龘'.codePointAt(0) ?? 0)).toBe(false);
    const full = fonts.find((font) => font.servedPath.includes('regular-full'));
    expect(readFontCoverage(full?.bytes ?? new Uint8Array(12))('沢'.codePointAt(0) ?? 0)).toBe(true);
  });
});

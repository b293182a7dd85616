import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { typstCsp } from '../../../../tools/vite/typst-csp.ts';

type Transform = (code: string, id: string) => { code: string } | null;

const transform = typstCsp().transform as unknown as Transform;
const shim = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler');
const glue = shim.replace('wasm-pack-shim.mjs', 'typst_ts_web_compiler.mjs');

describe('typstCsp', () => {
  it('leaves no function made from text in the glue', () => {
    const patched = transform(readFileSync(glue, 'utf8'), glue)?.code ?? '';
    expect(patched).not.toContain('new Function(');
    expect(patched.match(/fixedFunction\(getString/g)).toHaveLength(2);
  });

  it('refuses a glue that it does not know, and leaves other modules alone', () => {
    expect(() => transform('const a = 1;', glue)).toThrow('expected 2');
    expect(transform('new Function("x")', '/other.mjs')).toBeNull();
  });
});

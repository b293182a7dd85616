import loadCompiler, { type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import compilerUrl from '@myriaddreamin/typst-ts-web-compiler/wasm?url';
import type { Issue, Outcome } from '../core/city/issue.ts';
import { type FontCoverage, readFontCoverage } from '../core/report/font-coverage.ts';
import type { TypstAnswer, TypstRequest } from './typst-protocol.ts';

const WEIGHTS = ['regular', 'bold'];
const DIAGNOSTICS_FULL = 3;

let compilerLoaded: Promise<unknown> | null = null;
const fonts = new Map<string, Promise<Uint8Array>>();

function answer(message: TypstAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  const type = response.headers.get('Content-Type') ?? '';
  if (!response.ok || type.includes('text/html')) throw new Error(`${url}: ${response.status} ${type}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Fetches once and keeps; a failed fetch is forgotten so that the next report tries again. */
function fetchFont(url: string): Promise<Uint8Array> {
  const kept = fonts.get(url);
  if (kept) return kept;
  const fetched = fetchBytes(url);
  fonts.set(url, fetched);
  fetched.catch(() => fonts.delete(url));
  return fetched;
}

function loadOnce(): Promise<unknown> {
  const loading = compilerLoaded ?? loadCompiler({ module_or_path: fetch(compilerUrl) });
  compilerLoaded = loading;
  loading.catch(() => {
    compilerLoaded = null;
  });
  return loading;
}

function charactersOutside(coverage: FontCoverage, files: TypstRequest['files']): boolean {
  for (const content of Object.values(files)) {
    if (typeof content !== 'string') continue;
    for (const character of new Set(content)) {
      const code = character.codePointAt(0) ?? 0;
      if (code > 0x20 && !coverage(code)) return true;
    }
  }
  return false;
}

async function loadFonts(request: TypstRequest): Promise<Uint8Array[]> {
  const files = (suffix: string) =>
    Promise.all(WEIGHTS.map((weight) => fetchFont(`${request.fontBaseUrl}noto-sans-sc-${weight}${suffix}.ttf`)));
  const subset = await files('');
  const [regular] = subset;
  const covered = regular ? readFontCoverage(regular) : () => false;
  return charactersOutside(covered, { data: request.files['/report.json'] ?? '' }) ? files('-full') : subset;
}

async function buildCompiler(request: TypstRequest): Promise<TypstCompiler> {
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of await loadFonts(request)) await builder.add_raw_font(font);
  return builder.build();
}

function compile(compiler: TypstCompiler, request: TypstRequest): Outcome<Uint8Array> {
  const encoder = new TextEncoder();
  for (const [path, content] of Object.entries(request.files)) {
    compiler.map_shadow(path, typeof content === 'string' ? encoder.encode(content) : content);
  }
  compiler.add_source('/main.typ', request.main);
  const made: unknown = compiler.compile('/main.typ', undefined, 'pdf', DIAGNOSTICS_FULL);
  const { result, diagnostics } = made as { result?: Uint8Array; diagnostics?: unknown };
  if (result) return { ok: true, value: result };
  return { ok: false, issue: failure('report.layout', JSON.stringify(diagnostics ?? null).slice(0, 400)) };
}

function failure(code: string, reason: string): Issue {
  return { code, severity: 'error', place: {}, values: { reason } };
}

async function makePdf(request: TypstRequest): Promise<void> {
  const { id } = request;
  try {
    answer({ type: 'step', id, step: 'compiler' });
    await loadOnce();
    answer({ type: 'step', id, step: 'fonts' });
    const compiler = await buildCompiler(request);
    answer({ type: 'step', id, step: 'layout' });
    const made = compile(compiler, request);
    compiler.free();
    if (made.ok) answer({ type: 'done', id, pdf: made.value }, [made.value.buffer]);
    else answer({ type: 'failed', id, issue: made.issue });
  } catch (cause) {
    answer({
      type: 'failed',
      id,
      issue: failure('report.engine', cause instanceof Error ? cause.message : String(cause)),
    });
  }
}

self.addEventListener('message', (event: MessageEvent<TypstRequest>) => {
  void makePdf(event.data);
});

import type { Issue, Outcome } from '../core/city/issue.ts';
import { type FetchOptions, fetchBody, nameOfUrl } from './fetch-body.ts';

const FOREIGN_TYPES = /^(text\/html|application\/xhtml|image\/|audio\/|video\/|application\/(pdf|zip|wasm))/i;

/** True when the text ends inside an open string, array or object, or holds nothing: the file was cut. */
function endsOpen(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return inString || depth > 0 || text.trim() === '';
}

function refuse(code: string, url: string, rest: Partial<Issue> & { byte?: number }): Outcome<never> {
  const { byte, values } = rest;
  const place = { file: nameOfUrl(url), ...(byte === undefined ? {} : { byte }) };
  return { ok: false, issue: { code, severity: 'error', place, ...(values ? { values } : {}) } };
}

/**
 * Fetches and parses a JSON file; a byte-order mark is allowed.
 * Errors: those of `fetchBody`; `fetch.wrongType` (values `expected`, `found`) for an HTML page or media in its place;
 * `json.cut` (with `byte`, its length) when the text ends too early; `json.invalid` (value `reason`).
 */
export async function loadJson(url: string, options: FetchOptions = {}): Promise<Outcome<unknown>> {
  const fetched = await fetchBody(url, options, async (response) => ({
    text: await response.text(),
    type: response.headers.get('content-type') ?? '',
  }));
  if (!fetched.ok) return fetched;
  const { type } = fetched.value;
  const text = fetched.value.text.replace(/^\uFEFF/, '');
  if (FOREIGN_TYPES.test(type) || text.trimStart().startsWith('<')) {
    const found = FOREIGN_TYPES.test(type) ? type.replace(/;.*/, '') : 'HTML/XML';
    return refuse('fetch.wrongType', url, { values: { expected: 'JSON', found } });
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (endsOpen(text)) return refuse('json.cut', url, { byte: new TextEncoder().encode(fetched.value.text).length });
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    return refuse('json.invalid', url, { values: { reason } });
  }
}

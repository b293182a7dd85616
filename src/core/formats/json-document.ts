import type { IssuePlace, Outcome } from '../city/issue.ts';

/** True when the text ends inside an open string, array or object: the file was cut. */
function endsOpen(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 92) index += 1;
      else if (character === 34) inString = false;
    } else if (character === 34) inString = true;
    else if (character === 123 || character === 91) depth += 1;
    else if (character === 125 || character === 93) depth -= 1;
  }
  return inString || depth > 0 || text.trim() === '';
}

/** Bytes of the text in UTF-8. */
function countBytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Python and others write bare NaN and Infinity, which JSON forbids; as text they reach the number checks with their row. */
function quoteBareNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}

/**
 * Parses a file that is one JSON document (CityJSON, FeatureCollection, recipe); a byte-order mark is allowed, and bare
 * NaN or Infinity arrive as the texts "NaN", "Infinity".
 * Errors: `json.cut` when the text ends before the document does (`byte` = its length), `json.invalid` otherwise,
 * with the parser's words in `reason`.
 */
export function parseJsonDocument(text: string, place: IssuePlace): Outcome<unknown> {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch (error) {
    if (/\b(NaN|Infinity)\b/.test(body)) {
      const quoted = quoteBareNumbers(body);
      if (quoted !== body) return parseJsonDocument(quoted, place);
    }
    const cut = endsOpen(body);
    return {
      ok: false,
      issue: {
        code: cut ? 'json.cut' : 'json.invalid',
        severity: 'error',
        place: cut ? { ...place, byte: countBytes(text) } : place,
        values: { reason: error instanceof Error ? error.message.slice(0, 120) : '' },
      },
    };
  }
}

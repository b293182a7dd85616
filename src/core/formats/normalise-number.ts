/** What a source value says as a number: a finite number, nothing, or something that is no number. */
export type NumberReading = { kind: 'number'; value: number } | { kind: 'absent' } | { kind: 'invalid' };

const FOOT_METERS = 0.3048;

/**
 * Reads a number from a source value: numbers and texts such as `12.5`, `12,5`, `12 m`, `40 ft` (feet become metres).
 * Empty text, null and undefined are absent; NaN, infinities and other texts are invalid.
 */
export function normaliseNumber(value: unknown): NumberReading {
  if (value === null || value === undefined) return { kind: 'absent' };
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'invalid' };
  if (typeof value !== 'string') return { kind: 'invalid' };
  const text = value.trim();
  if (text === '') return { kind: 'absent' };
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?\d+,\d{1,2})\s*(m|米|metres?|meters?|ft|feet|')?$/i.exec(
    text,
  );
  if (!match) return { kind: 'invalid' };
  const number = Number(match[1]!.replace(',', '.'));
  const feet = /^(ft|feet|')$/i.test(match[2] ?? '');
  return { kind: 'number', value: feet ? number * FOOT_METERS : number };
}

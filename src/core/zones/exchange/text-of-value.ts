/** A source value as trimmed text: numbers and switches as written, lists and objects as JSON; `null` when it is empty. */
export function textOfValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
  return text === '' ? null : text;
}

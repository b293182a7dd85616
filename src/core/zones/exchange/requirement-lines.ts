/**
 * Control requirements as one text, one per line; a list that lines cannot tell (a requirement with a line break in it,
 * a single one with semicolons) as JSON. Empty text for none.
 */
export function joinRequirements(requirements: readonly string[]): string {
  const [only] = requirements;
  const isOdd = requirements.some((text) => /\n/.test(text)) || (requirements.length === 1 && /[;；]/.test(only ?? ''));
  return isOdd ? JSON.stringify(requirements) : requirements.join('\n');
}

/** The list that a text or list of a source tells: JSON, else one per line, else parted by semicolons; empty ones left out. */
export function splitRequirements(value: unknown): string[] {
  if (Array.isArray(value)) return tidy(value.map(String));
  if (typeof value !== 'string') return [];
  const list = readList(value.trim());
  return tidy(list ?? value.split(value.includes('\n') ? /\r?\n/ : /[;；]/));
}

function readList(text: string): string[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    return null;
  }
}

function tidy(list: readonly string[]): string[] {
  return list.map((text) => text.trim()).filter((text) => text !== '');
}

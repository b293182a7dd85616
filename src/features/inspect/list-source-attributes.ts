import type { Property } from '../../ui/PropertyList.tsx';

/** Source attributes as plain text; JSON inside a string is set out over lines, everything else is left as it is. */
export function listSourceAttributes(source: string | Record<string, unknown>): Property[] {
  const record = typeof source === 'string' ? parseObject(source) : source;
  return Object.entries(record).map(([key, value]) => ({ key, label: key, value: tell(value) }));
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    return { source: value };
  } catch {
    return { source: text };
  }
}

function tell(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return setOutJson(value);
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

function setOutJson(text: string): string {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return text;
  try {
    return JSON.stringify(JSON.parse(trimmed), null, 2);
  } catch {
    return text;
  }
}

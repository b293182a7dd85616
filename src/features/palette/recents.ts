import { z } from 'zod';
import { ENTRY_KINDS, type PaletteEntry } from './palette-entry.ts';

const KEY = 'rencheng.recent';
const MOST = 6;

const extentSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const selectionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('element'),
    table: z.string(),
    tilesetId: z.string(),
    row: z.number().int(),
    position: z.null(),
  }),
  z.object({ kind: z.literal('zone'), id: z.string() }),
  z.object({ kind: z.literal('shelter'), id: z.string() }),
]);
const targetSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('command'), id: z.string() }),
  z.object({ do: z.literal('layer'), id: z.string(), extent: extentSchema }),
  z.object({ do: z.literal('go'), extent: extentSchema, selection: selectionSchema.nullable() }),
]);
const recentsSchema = z.array(
  z.object({
    /** City it belongs to; row numbers and places mean nothing elsewhere. */
    city: z.string(),
    key: z.string(),
    kind: z.enum(ENTRY_KINDS),
    label: z.string(),
    sub: z.string(),
    target: targetSchema,
  }),
);
type Recent = z.infer<typeof recentsSchema>[number];

function read(): Recent[] {
  try {
    const parsed = recentsSchema.safeParse(JSON.parse(window.localStorage.getItem(KEY) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** What was chosen lately in a city, newest first; empty where storage is forbidden or holds something else. */
export function readRecents(city: string): PaletteEntry[] {
  return read()
    .filter((recent) => recent.city === city)
    .map(({ city: _, ...entry }) => ({ ...entry, rank: 0 }));
}

/** Keeps a choice for the next time, where storage allows; the oldest of its city is let go. */
export function keepRecent(city: string, { key, kind, label, sub, target }: PaletteEntry): void {
  const others = read().filter((recent) => recent.city !== city || recent.key !== key);
  const mine = others.filter((recent) => recent.city === city).slice(0, MOST - 1);
  const rest = others.filter((recent) => recent.city !== city);
  const kept = [{ city, key, kind, label, sub, target }, ...mine, ...rest].slice(0, MOST * 8);
  try {
    window.localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that forbids storage forgets the choice; nothing else depends on it.
  }
}

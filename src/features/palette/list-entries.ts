import type { TFunction } from 'i18next';
import { rankMatch } from '../../core/search/rank-match.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { describePlace, describeRow } from './describe-found.ts';
import { findCommands, findInCity } from './find-in-workspace.ts';
import { ENTRY_KINDS, type EntryKind, type PaletteCommand, type PaletteEntry } from './palette-entry.ts';
import type { Found } from './use-found.ts';

/** Lines of one kind under their heading. */
export interface EntryGroup {
  id: EntryKind | 'recent';
  entries: PaletteEntry[];
}

interface Question {
  words: string;
  city: OpenCity | null;
  commands: readonly PaletteCommand[];
  recents: readonly PaletteEntry[];
  found: Found;
  t: TFunction<readonly ['palette', 'vocabulary']>;
  locale: string;
  tellUse: (use: string) => string;
}

const MOST_OF_A_KIND = 6;

/** Nothing typed yet: what was chosen lately, then every command. */
function listAtFirst({ city, commands, recents }: Question): EntryGroup[] {
  const zones = new Set(city?.zones.map(({ properties }) => properties.id));
  const known = recents.flatMap((recent): PaletteEntry[] => {
    const { target } = recent;
    if (target.do === 'command') return findCommands('', commands).filter(({ key }) => key === recent.key);
    const isGone = target.do === 'go' && target.selection?.kind === 'zone' && !zones.has(target.selection.id);
    return isGone ? [] : [recent];
  });
  const shown = new Set(known.map(({ key }) => key));
  return [
    { id: 'recent', entries: known },
    { id: 'command', entries: findCommands('', commands).filter(({ key }) => !shown.has(key)) },
  ];
}

/** Of two equally good lines the shorter name is the nearer answer. */
function compareEntries(a: PaletteEntry, b: PaletteEntry): number {
  return a.rank - b.rank || a.label.length - b.label.length;
}

/** Lines of the palette in groups; the group with the best line comes first, in each the best line. */
export function listEntries(question: Question): EntryGroup[] {
  const { words, city, commands, found, t, locale, tellUse } = question;
  if (words.trim() === '') return listAtFirst(question).filter(({ entries }) => entries.length > 0);
  // Answers of a moment ago stay as long as they answer what is typed now.
  const rows = found.rows.filter(
    ({ row }) => !found.busy || rankMatch(`${row.name ?? ''} ${row.address ?? ''} ${row.id}`, words) !== null,
  );
  const places = found.places.filter(({ name }) => !found.busy || rankMatch(name, words) !== null);
  const entries = [
    ...findCommands(words, commands),
    ...(city ? findInCity(words, city, t, locale) : []),
    ...places.map((place) => describePlace(place, words, t)),
    ...rows.map(({ row, origin }) => describeRow(row, origin, words, tellUse)),
  ];
  const groups = ENTRY_KINDS.map((id): EntryGroup => {
    const own = entries.filter(({ kind }) => kind === id).sort(compareEntries);
    return { id, entries: own.slice(0, MOST_OF_A_KIND) };
  });
  return groups
    .filter(({ entries: own }) => own.length > 0)
    .sort((a, b) => compareEntries(a.entries[0]!, b.entries[0]!));
}

import type { Extent } from '../../core/city/city-manifest.ts';
import type { Selection } from '../../state/workspace.ts';

/** Something the page can do, handed in by the frame. */
export interface PaletteCommand {
  id: string;
  label: string;
  /** Other words that find it, the other language's among them. */
  words?: string;
  /** Key that does the same. */
  shown?: string;
  act: () => void;
}

export const ENTRY_KINDS = [
  'command',
  'layer',
  'zone',
  'shelter',
  'facility',
  'place',
  'community',
  'element',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What choosing an entry does, as plain data: it can be kept for the next visit. */
export type PaletteTarget =
  | { do: 'command'; id: string }
  | { do: 'layer'; id: string; extent: Extent }
  | { do: 'go'; extent: Extent; selection: Selection | null };

/** One line of the palette. */
export interface PaletteEntry {
  key: string;
  kind: EntryKind;
  label: string;
  /** Second line: what it is, where it stands. */
  sub: string;
  shown?: string;
  /** As `rankMatch` gives it; smaller is better. */
  rank: number;
  target: PaletteTarget;
}

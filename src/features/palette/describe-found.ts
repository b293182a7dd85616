import type { TFunction } from 'i18next';
import type { Extent } from '../../core/city/city-manifest.ts';
import { extentAround } from '../../core/geometry/extent-around.ts';
import type { FoundRow } from '../../core/search/found-row.ts';
import type { NamedPlace } from '../../core/search/named-places.ts';
import { rankEntry } from './find-in-workspace.ts';
import type { PaletteEntry } from './palette-entry.ts';

type Translate = TFunction<readonly ['palette', 'vocabulary']>;

const MARGIN_DEGREES = 6e-4;
const POINT_HALF_WIDTH_METERS = 150;
/** Found by the worker, yet not by its two lines: by its id, say. */
const UNRANKED = 19;

/** Where the rows of a table are drawn. */
export interface RowOrigin {
  table: string;
  tilesetId: string;
}

function widen([west, south, east, north]: Extent): Extent {
  return [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES];
}

/** An element of a city table as a line; `tellUse` says a use, also one that is not in the vocabulary. */
export function describeRow(
  row: FoundRow,
  { table, tilesetId }: RowOrigin,
  words: string,
  tellUse: (use: string) => string,
): PaletteEntry {
  const label = row.name ?? row.address ?? row.id;
  const rest = [row.use === null ? null : tellUse(row.use), row.address, row.id];
  const sub = rest.filter((part) => part !== null && part !== label).join(' · ');
  return {
    key: `element ${table} ${row.row}`,
    kind: 'element',
    label,
    sub,
    rank: rankEntry(words, label, sub) ?? UNRANKED,
    target: {
      do: 'go',
      extent: widen(row.extent),
      selection: { kind: 'element', table, tilesetId, row: row.row, position: null },
    },
  };
}

/** A place of the ground as a line. */
export function describePlace(place: NamedPlace, words: string, t: Translate): PaletteEntry {
  const [west, south, east, north] = place.extent;
  const isPoint = west === east && south === north;
  return {
    key: `${place.kind} ${place.name} ${west} ${south}`,
    kind: place.kind === 'facility' ? 'facility' : 'place',
    label: place.name,
    sub: wordsOf(place, t),
    rank: rankEntry(words, place.name) ?? UNRANKED,
    target: {
      do: 'go',
      extent: isPoint ? extentAround([west, south], POINT_HALF_WIDTH_METERS) : widen(place.extent),
      selection: null,
    },
  };
}

function wordsOf(place: NamedPlace, t: Translate): string {
  if (place.kind === 'street') return t(`way.${place.use}`);
  if (place.kind === 'land') return t(`land.${place.use}`);
  return place.kind === 'water' ? t('water') : t(`facility.${place.use}`);
}

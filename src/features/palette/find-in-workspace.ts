import type { TFunction } from 'i18next';
import type { Extent } from '../../core/city/city-manifest.ts';
import { localize } from '../../core/city/localize.ts';
import { extentAround } from '../../core/geometry/extent-around.ts';
import { rankMatch } from '../../core/search/rank-match.ts';
import { formatPeople } from '../../core/units/format.ts';
import { zoneExtent } from '../../core/zones/zone-extent.ts';
import { selectLayers } from '../../state/select-layers.ts';
import type { OpenCity } from '../../state/workspace.ts';
import type { PaletteCommand, PaletteEntry } from './palette-entry.ts';

type Translate = TFunction<readonly ['palette', 'vocabulary']>;

const SHELTER_HALF_WIDTH_METERS = 200;
/** A match of the second line alone comes after every match of the name. */
const SECOND_LINE = 10;

/** The better of the two lines; `null` where neither matches. */
export function rankEntry(words: string, label: string, more = ''): number | null {
  const named = rankMatch(label, words);
  if (named !== null) return named;
  const other = rankMatch(`${label} ${more}`, words);
  return other === null ? null : other + SECOND_LINE;
}

/** Commands that answer what was typed. */
export function findCommands(words: string, commands: readonly PaletteCommand[]): PaletteEntry[] {
  return commands.flatMap(({ id, label, words: more = '', shown }): PaletteEntry[] => {
    const rank = rankEntry(words, label, more);
    if (rank === null) return [];
    const target = { do: 'command', id } as const;
    return [{ key: `command ${id}`, kind: 'command', label, sub: '', ...(shown ? { shown } : {}), rank, target }];
  });
}

/** Layers, zones, shelters and communities of the open city that answer what was typed. */
export function findInCity(words: string, city: OpenCity, t: Translate, locale: string): PaletteEntry[] {
  const found: PaletteEntry[] = [];
  const add = (entry: Omit<PaletteEntry, 'rank'>, more: string): void => {
    const rank = rankEntry(words, entry.label, more);
    if (rank !== null) found.push({ ...entry, rank });
  };
  for (const { id, kind, title, extent } of selectLayers(city)) {
    const label = title ? localize(title, locale) : t(`vocabulary:kind.${kind}`);
    const sub = t(`vocabulary:kind.${kind}`);
    add({ key: `layer ${id}`, kind: 'layer', label, sub, target: { do: 'layer', id, extent } }, `${sub} ${id}`);
  }
  for (const zone of city.zones) {
    const { id, name, hazard, level } = zone.properties;
    const sub = `${t(`vocabulary:level.${level ?? 'unrated'}`)} · ${t(`vocabulary:hazard.${hazard}`)}`;
    const target = { do: 'go', extent: zoneExtent(zone), selection: { kind: 'zone', id } } as const;
    add({ key: `zone ${id}`, kind: 'zone', label: name ?? id, sub, target }, `${sub} ${id}`);
  }
  for (const { geometry, properties } of city.shelters) {
    const { id, name, address } = properties;
    const extent = extentAround(geometry.coordinates, SHELTER_HALF_WIDTH_METERS);
    const target = { do: 'go', extent, selection: { kind: 'shelter', id } } as const;
    add(
      { key: `shelter ${id}`, kind: 'shelter', label: name ?? id, sub: address ?? id, target },
      `${address ?? ''} ${id}`,
    );
  }
  for (const { geometry, properties } of city.communities) {
    const { id, name, population } = properties;
    const sub =
      population === null ? t('populationUnknown') : t('population', { people: formatPeople(population, locale) });
    const target = { do: 'go', extent: extentOf(geometry.coordinates), selection: null } as const;
    add({ key: `community ${id}`, kind: 'community', label: name ?? id, sub, target }, id);
  }
  return found;
}

function extentOf(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of polygons.flatMap((rings) => rings[0] ?? [])) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

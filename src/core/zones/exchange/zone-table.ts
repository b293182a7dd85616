import type { Zone } from '../zone.ts';
import { joinRequirements } from './requirement-lines.ts';

/** A column of zones as a flat table: its name in full and as a shapefile cuts it (ten characters at most). */
export interface ZoneColumn {
  name: string;
  shortName: string;
  kind: 'text' | 'number';
  read(properties: Zone['properties']): string | number | null;
}

const text = (
  name: string,
  shortName: string,
  read: (properties: Zone['properties']) => string | null | undefined,
): ZoneColumn => ({ name, shortName, kind: 'text', read: (properties) => read(properties) || null });

const number = (
  name: string,
  shortName: string,
  read: (properties: Zone['properties']) => number | undefined,
): ZoneColumn => ({ name, shortName, kind: 'number', read: (properties) => read(properties) ?? null });

/**
 * The contract fields of a zone as columns of a flat table (Shapefile, GeoPackage, KML), in this order. Intensity takes
 * two columns; requirements are one text (see `joinRequirements`). The names are those that the import guesses.
 */
export const ZONE_COLUMNS: readonly ZoneColumn[] = [
  text('id', 'id', ({ id }) => id),
  text('name', 'name', ({ name }) => name),
  text('hazard', 'hazard', ({ hazard }) => hazard),
  text('level', 'level', ({ level }) => level),
  number('intensity', 'intensity', ({ intensity }) => intensity?.value),
  text('intensityUnit', 'intUnit', ({ intensity }) => intensity?.unit),
  number('returnPeriodYears', 'returnPer', ({ returnPeriodYears }) => returnPeriodYears),
  text('strategy', 'strategy', ({ strategy }) => strategy),
  text('requirements', 'requiremen', ({ requirements }) => joinRequirements(requirements ?? [])),
  text('responsible', 'responsibl', ({ responsible }) => responsible),
  text('validFrom', 'validFrom', ({ validFrom }) => validFrom),
  text('validTo', 'validTo', ({ validTo }) => validTo),
  text('status', 'status', ({ status }) => status),
  text('reviewer', 'reviewer', ({ reviewer }) => reviewer),
  text('note', 'note', ({ note }) => note),
];

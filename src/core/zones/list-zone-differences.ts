import type { Zone } from './zone.ts';

/** What can differ between two states of a zone: its outline and what is stated of it. */
export const ZONE_FIELDS = [
  'shape',
  'name',
  'hazard',
  'level',
  'intensity',
  'returnPeriodYears',
  'strategy',
  'requirements',
  'responsible',
  'validFrom',
  'validTo',
  'status',
  'reviewer',
  'note',
] as const;
export type ZoneField = (typeof ZONE_FIELDS)[number];

function readField(zone: Zone, field: ZoneField): unknown {
  return field === 'shape' ? zone.geometry.coordinates : zone.properties[field];
}

/** A field that is not stated equals an empty one; a zone without status is a draft. */
function comparable(zone: Zone, field: ZoneField): string {
  const value = readField(zone, field) ?? (field === 'status' ? 'draft' : '');
  return Array.isArray(value) && value.length === 0 ? '""' : JSON.stringify(value);
}

/** Lists the fields in which two states of a zone differ, in the order of `ZONE_FIELDS`; may be empty. */
export function listZoneDifferences(before: Zone, after: Zone): ZoneField[] {
  return ZONE_FIELDS.filter(
    (field) =>
      readField(before, field) !== readField(after, field) && comparable(before, field) !== comparable(after, field),
  );
}

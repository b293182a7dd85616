import type { DocumentChange } from '../../workspace/workspace-edit.ts';
import { listZoneDifferences } from '../list-zone-differences.ts';
import type { Zone } from '../zone.ts';

/** What becomes of an imported zone whose id the city already has. */
export type IdPolicy = 'replace' | 'keepBoth' | 'skip';

/** The changes of an import and what they come to, counted. */
export interface SettledImport {
  changes: DocumentChange[];
  added: number;
  replaced: number;
  /** Left out because the id is there and the policy says so. */
  skipped: number;
  /** Left out because the same zone is there already. */
  identical: number;
  /** Left out because the zone of that id is approved: it is not replaced by a file. */
  approved: number;
}

function renamed(zone: Zone, known: Readonly<Record<string, Zone>>, taken: ReadonlySet<string>): Zone {
  for (let number = 2; ; number += 1) {
    const id = `${zone.properties.id}-${number}`;
    if (!Object.hasOwn(known, id) && !taken.has(id)) return { ...zone, properties: { ...zone.properties, id } };
  }
}

/**
 * Decides for every imported zone whether it is new, replaces a zone or is left out.
 * @param zones Imported zones, ids unique among them.
 * @param known Zones of the city by id.
 */
export function settleImportedIds(
  zones: readonly Zone[],
  known: Readonly<Record<string, Zone>>,
  policy: IdPolicy,
): SettledImport {
  const settled: SettledImport = { changes: [], added: 0, replaced: 0, skipped: 0, identical: 0, approved: 0 };
  const taken = new Set(zones.map(({ properties }) => properties.id));
  const put = (before: Zone | null, after: Zone): void => {
    settled.changes.push({ collection: 'zones', id: after.properties.id, before, after });
  };
  for (const zone of zones) {
    const before = Object.hasOwn(known, zone.properties.id) ? known[zone.properties.id] : undefined;
    if (!before) {
      settled.added += 1;
      put(null, zone);
    } else if (listZoneDifferences(before, zone).length === 0) settled.identical += 1;
    else if (policy === 'skip') settled.skipped += 1;
    else if (policy === 'keepBoth') {
      const copy = renamed(zone, known, taken);
      taken.add(copy.properties.id);
      settled.added += 1;
      put(null, copy);
    } else if (before.properties.status === 'approved') settled.approved += 1;
    else {
      settled.replaced += 1;
      put(before, zone);
    }
  }
  return settled;
}

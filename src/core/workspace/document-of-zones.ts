import type { Zone } from '../zones/zone.ts';
import { EMPTY_DOCUMENT, type WorkspaceDocument } from './workspace-document.ts';

/**
 * The document of a city that nobody has edited yet: its package's zones by id. Of zones that share an id the later
 * ones get `~2`, `~3` … appended, so that none is lost.
 */
export function documentOfZones(zones: readonly Zone[]): WorkspaceDocument {
  const byId: Record<string, Zone> = {};
  for (const zone of zones) {
    const { id } = zone.properties;
    let free = id;
    for (let copy = 2; Object.hasOwn(byId, free); copy += 1) free = `${id}~${copy}`;
    byId[free] = free === id ? zone : { ...zone, properties: { ...zone.properties, id: free } };
  }
  return { ...EMPTY_DOCUMENT, zones: byId };
}

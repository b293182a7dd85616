import type { TopologyFinding } from '../../core/zones/topology/topology-finding.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { recordOutline } from './zone-edits.ts';
import { operateOnZone } from './zone-operations.ts';

/** Mends a fault in how zones lie, as one undoable step; what stands against it is told in the tool bar. */
export async function mendTopology(finding: TopologyFinding, toleranceMeters: number): Promise<void> {
  const targetId = finding.zoneIds.at(-1);
  if (targetId === undefined) return;
  await operateOnZone(targetId, async (projection, zone) => {
    const { fixTopology } = await import('../../core/zones/topology/fix-topology.ts');
    const { zones } = workspaceStore.getState().document;
    const involved = finding.zoneIds.flatMap((id) => zones[id] ?? []);
    const mended = fixTopology(finding, involved, projection, toleranceMeters);
    if (!mended.ok) return mended;
    const after = { ...zone, geometry: mended.value.geometry };
    recordOutline('zone.mended', zone, after, projection, { fault: finding.kind });
    return { ok: true, value: undefined };
  });
}

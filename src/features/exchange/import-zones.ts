import type { Outcome } from '../../core/city/issue.ts';
import { type IdPolicy, type SettledImport, settleImportedIds } from '../../core/zones/exchange/settle-imported-ids.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { happened } from '../../state/happened.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import type { WorkerClient } from '../../workers/client.ts';
import type { WorkerResponse, ZonePreview } from '../../workers/protocol.ts';
import { recordEdit } from '../record-edit.ts';

/** Lets the page answer between two portions of zones. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Takes the zones previewed last into the document as one undoable step, and flies to them. */
export async function importZones(
  client: WorkerClient,
  { extent }: ZonePreview,
  policy: IdPolicy,
): Promise<Outcome<SettledImport>> {
  const zones: Zone[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const answer: Outcome<WorkerResponse<'takeZones'>> = await client.request('takeZones', { from });
    if (!answer.ok) return answer;
    zones.push(...answer.value.zones);
    from = answer.value.next;
    await breathe();
  }
  const settled = settleImportedIds(zones, workspaceStore.getState().document.zones, policy);
  if (settled.changes.length > 0) {
    recordEdit({ code: 'zones.imported', values: { count: settled.changes.length } }, settled.changes);
    if (extent) happened.flightAsked({ extent: [...extent] });
  }
  return { ok: true, value: settled };
}

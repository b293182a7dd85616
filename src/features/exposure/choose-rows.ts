import type { BuildingFilter, ZonePick } from '../../core/risk/live-exposure.ts';
import { happened } from '../../state/happened.ts';
import { rowCache } from '../../state/row-cache.ts';
import type { RowOrigin } from '../../state/workspace.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import type { LiveQuestion } from './live-question.ts';
import { sessionOfTable } from './session-of-table.ts';

/** What a number was measured from. */
export type NumberSource = Omit<LiveQuestion, 'zoneId'>;

function originOf({ zones, edited }: NumberSource, pick: ZonePick, where: BuildingFilter | null): RowOrigin {
  const drawn = edited !== null;
  if (!('zoneId' in pick)) return { pick, where, drawn };
  const zone = zones.find(({ properties }) => properties.id === pick.zoneId);
  return { pick: { zone: zone?.properties.name ?? '' }, where, drawn };
}

/** Chooses the buildings behind a number, in the scene and in the list; the latest click wins. */
export async function chooseRows(source: NumberSource, pick: ZonePick, where: BuildingFilter | null): Promise<void> {
  const { baseUrl } = cityOf();
  const rows = await sessionOfTable(source.table).select(source.zones, source.edited, pick, where);
  if (baseUrl !== cityOf().baseUrl) return;
  if (rows.ok) {
    happened.rowsChosen({
      key: rowCache.keep(rows.value),
      table: 'buildings',
      count: rows.value.length,
      origin: originOf(source, pick, where),
    });
  } else if (rows.issue.code !== 'worker.cancelled') {
    happened.issueArose(rows.issue);
  }
}

function cityOf(): { baseUrl: string | null } {
  const { city } = workspaceStore.getState();
  return { baseUrl: city.status === 'ready' ? city.value.baseUrl : null };
}

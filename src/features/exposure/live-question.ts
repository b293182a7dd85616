import type { EditedZone } from '../../core/risk/live-exposure.ts';
import type { Sketch } from '../../core/zones/editing/sketch.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { selectBuildingTable } from '../../state/select-building-table.ts';
import { selectCity } from '../../state/select-city.ts';
import type { WorkspaceState } from '../../state/workspace.ts';
import type { TableRequest } from '../../workers/protocol.ts';

/** Stands for the zone that an outline in the making will become. */
export const NEW_ZONE_ID = '#outline';

/** What live numbers are asked about: one zone among the others, as it is or as it is being drawn. */
export interface LiveQuestion {
  table: TableRequest;
  zones: readonly Zone[];
  edited: EditedZone | null;
  /** The zone itself, `NEW_ZONE_ID` for one that is not there yet. */
  zoneId: string;
}

/** True while a stroke or a drag is under way; between strokes the zone of the document says it all. */
export function isStrokeGoing(sketch: Sketch | null): boolean {
  return sketch !== null && (sketch.grabbed !== null || sketch.points.length > 0);
}

/** The question that stands now: about the outline that is drawn, else about the zone that is selected. */
export function selectLiveQuestion(state: WorkspaceState): LiveQuestion | null {
  const city = selectCity(state);
  const table = city && selectBuildingTable(city);
  if (!city || !table) return null;
  const { sketch, selection, drawing, document } = state;
  const zones = city.zones;
  if (sketch && sketch.zoneId === null) {
    if (sketch.shape.length === 0) return null;
    const edited = { id: NEW_ZONE_ID, level: drawing.level, shape: sketch.shape };
    return { table, zones, edited, zoneId: NEW_ZONE_ID };
  }
  const zoneId = sketch?.zoneId ?? (selection?.kind === 'zone' ? selection.id : null);
  const zone = zoneId === null ? undefined : document.zones[zoneId];
  if (zoneId === null || !zone) return null;
  const edited =
    sketch && isStrokeGoing(sketch)
      ? { id: zoneId, level: zone.properties.level ?? ('unrated' as const), shape: sketch.shape }
      : null;
  return { table, zones, edited, zoneId };
}

/** True when two questions have one answer. */
export function isSameQuestion(a: LiveQuestion, b: LiveQuestion): boolean {
  return (
    a.table.tableUrl === b.table.tableUrl &&
    a.zones === b.zones &&
    a.zoneId === b.zoneId &&
    a.edited?.shape === b.edited?.shape &&
    a.edited?.level === b.edited?.level
  );
}

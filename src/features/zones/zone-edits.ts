import type { Projection } from '../../core/crs/projection.ts';
import { measurePlanArea } from '../../core/geometry/plan-area.ts';
import { projectZones } from '../../core/risk/zone-polygons.ts';
import type { DocumentChange, WorkspaceEdit } from '../../core/workspace/workspace-edit.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { createId, recordEdit } from '../record-edit.ts';

/** Change of one zone of the document: put, replaced or deleted. */
export function changeOfZone(before: Zone | null, after: Zone | null): DocumentChange {
  return { collection: 'zones', id: (after ?? before)!.properties.id, before, after };
}

/** Plan area of a zone in square metres of the project CRS. */
export function measureZoneArea(zone: Zone, projection: Projection): number {
  return measurePlanArea(projectZones([zone], projection)[0]!.polygons);
}

/** Name of a zone as steps and lists tell it: its id when it has none. */
export function nameOfZone({ properties }: Zone): string {
  return properties.name || properties.id;
}

/** A zone of the user's own: a draft of the given outline. */
export function createZone(
  geometry: Zone['geometry'],
  stated: Pick<Zone['properties'], 'name' | 'hazard' | 'level'>,
): Zone {
  const { name, hazard, level } = stated;
  return {
    type: 'Feature',
    geometry,
    properties: {
      id: createId(),
      name,
      hazard,
      ...(level ? { level } : {}),
      status: 'draft',
      dataset: 'workspace',
      source: {},
    },
  };
}

/** A zone with what another states, under an id and name of its own; it starts as a draft. */
export function copyZone(zone: Zone, geometry: Zone['geometry'], name: string): Zone {
  const { reviewer: _reviewer, ...stated } = zone.properties;
  return { ...zone, geometry, properties: { ...stated, id: createId(), name, status: 'draft' } };
}

/** Records a new outline of a zone as one step with the area before and after; `more` changes go with it. */
export function recordOutline(
  code: string,
  before: Zone,
  after: Zone,
  projection: Projection,
  values: WorkspaceEdit['step']['values'] = {},
  more: DocumentChange[] = [],
): void {
  const areas = {
    areaBeforeSquareMeters: measureZoneArea(before, projection),
    areaSquareMeters: measureZoneArea(after, projection),
  };
  recordEdit({ code, values: { name: nameOfZone(after), ...areas, ...values } }, [
    changeOfZone(before, after),
    ...more,
  ]);
}

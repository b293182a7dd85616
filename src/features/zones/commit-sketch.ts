import i18next, { type TFunction } from 'i18next';
import type { Outcome } from '../../core/city/issue.ts';
import type { Projection } from '../../core/crs/projection.ts';
import type { MultiPolygon2 } from '../../core/geometry/coordinates.ts';
import type { Sketch, SketchTool } from '../../core/zones/editing/sketch.ts';
import { zoneShapeOfSketch } from '../../core/zones/editing/zone-shape-of-sketch.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { recordEdit } from '../record-edit.ts';
import { changeOfZone, copyZone, createZone, measureZoneArea, nameOfZone, recordOutline } from './zone-edits.ts';

const STEP_OF_TOOL: Partial<Record<SketchTool, string>> = {
  reshape: 'zone.reshaped',
  transform: 'zone.transformed',
  hole: 'zone.holed',
  part: 'zone.partAdded',
};

/**
 * Makes the shape of a sketch a zone, or the new outline of its zone, as one undoable step.
 * @param pieces What a split left, largest first; the first keeps the zone.
 * @returns The id of the zone. Errors: those of `zoneShapeOfSketch`.
 */
export function commitSketch(
  sketch: Sketch,
  pieces: readonly MultiPolygon2[] | undefined,
  projection: Projection,
): Outcome<string> {
  const { zones } = workspaceStore.getState().document;
  const zone = sketch.zoneId === null ? undefined : zones[sketch.zoneId];
  if (!zone) return commitNew(sketch, projection);
  if (pieces && pieces.length > 1) return commitPieces(zone, pieces, projection);
  const shape = zoneShapeOfSketch(sketch.shape, projection);
  if (!shape.ok) return shape;
  const after = { ...zone, geometry: shape.value };
  recordOutline(STEP_OF_TOOL[sketch.tool] ?? 'zone.reshaped', zone, after, projection);
  return { ok: true, value: zone.properties.id };
}

function commitNew(sketch: Sketch, projection: Projection): Outcome<string> {
  const shape = zoneShapeOfSketch(sketch.shape, projection);
  if (!shape.ok) return shape;
  const { document, drawing } = workspaceStore.getState();
  const { hazard, level } = drawing;
  const t: TFunction<['zones', 'vocabulary']> = i18next.getFixedT(null, ['zones', 'vocabulary']);
  const name = t('newName', {
    hazard: t(`vocabulary:hazard.${hazard}`),
    number: Object.keys(document.zones).length + 1,
  });
  const zone = createZone(shape.value, { name, hazard, level: level === 'unrated' ? undefined : level });
  recordEdit(
    { code: 'zone.drawn', values: { name: nameOfZone(zone), areaSquareMeters: measureZoneArea(zone, projection) } },
    [changeOfZone(null, zone)],
  );
  return { ok: true, value: zone.properties.id };
}

function commitPieces(zone: Zone, pieces: readonly MultiPolygon2[], projection: Projection): Outcome<string> {
  const shapes: Zone['geometry'][] = [];
  for (const piece of pieces) {
    const shape = zoneShapeOfSketch(piece, projection);
    if (!shape.ok) return shape;
    shapes.push(shape.value);
  }
  const [first, ...rest] = shapes;
  recordEdit({ code: 'zone.split', values: { name: nameOfZone(zone), count: shapes.length } }, [
    changeOfZone(zone, { ...zone, geometry: first! }),
    ...rest.map((shape, place) => changeOfZone(null, copyZone(zone, shape, `${nameOfZone(zone)} (${place + 2})`))),
  ]);
  return { ok: true, value: zone.properties.id };
}

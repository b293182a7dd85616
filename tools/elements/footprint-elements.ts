import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import { polygonsOf, type SourcePolygon } from '../../src/core/formats/polygons-of.ts';
import type { SourceRecord, SourceRecords } from '../../src/core/formats/source-record.ts';
import { checkPlacement } from './check-placement.ts';
import type { CityElement } from './city-element.ts';
import type { ElementBatch, SourceFile } from './element-batch.ts';
import { mendPolygons } from './mend-footprint.ts';
import { findSourceId, normaliseAttributes } from './normalise-attributes.ts';
import { decideSourceFrame, type FrameQuestion, type SourceFrame } from './source-frame.ts';

interface PolygonRecord {
  record: SourceRecord;
  polygons: SourcePolygon[];
  place: IssuePlace;
}

function selectPolygons(records: readonly SourceRecord[], file: SourceFile): PolygonRecord[] {
  return records.flatMap((record) => {
    const place = { ...file.place, row: record.row };
    const polygons = polygonsOf(record.geometry);
    if (polygons?.length) return [{ record, polygons, place }];
    const isLabel = record.geometry?.type === 'Point' || record.geometry?.type === 'MultiPoint';
    file.context.report({
      code: isLabel ? 'geojson.labelPoint' : polygons ? 'geometry.unusable' : 'geojson.notPolygon',
      severity: isLabel ? 'note' : 'warning',
      place,
      values: { type: record.geometry?.type ?? 'null' },
    });
    return [];
  });
}

function firstPosition(polygons: readonly SourcePolygon[]): readonly [number, number] {
  const [x, y] = polygons[0]?.[0]?.[0] ?? [];
  return [x ?? Number.NaN, y ?? Number.NaN];
}

function lowestHeight(polygons: readonly SourcePolygon[], frame: SourceFrame): number | null {
  let lowest: number | null = null;
  for (const [x, y, z] of polygons.flat(2)) {
    if (x === undefined || y === undefined || typeof z !== 'number' || !Number.isFinite(z)) continue;
    const height = frame.toEllipsoidal(x, y, z);
    if (lowest === null || height < lowest) lowest = height;
  }
  return lowest;
}

function toElement(found: PolygonRecord, frame: SourceFrame, file: SourceFile): CityElement | null {
  const { record, polygons, place } = found;
  const projected = polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([x = Number.NaN, y = Number.NaN]) => frame.toProject(x, y))),
  );
  const footprint = mendPolygons(projected, place, file.context);
  if (footprint.length === 0) return null;
  const sourceId = findSourceId(record.properties, file.dataset) ?? (record.id === null ? null : String(record.id));
  const id = sourceId ?? `${file.dataset.id}:${file.place.file}:${record.row}`;
  const attributes = normaliseAttributes(record.properties, id, file.dataset, { ...place, id }, file.context);
  return {
    kind: file.kind,
    attributes: { ...attributes, baseHeightMeters: lowestHeight(polygons, frame) },
    derived: {},
    source: record.properties,
    footprint,
    shape: { type: 'extrusion' },
  };
}

/**
 * Turns the records of one file of footprints into elements; every polygon becomes one element or a counted issue.
 * Label points are skipped as `geojson.labelPoint`, other geometry as `geojson.notPolygon`; records outside the area of
 * use or far from the others as `crs.recordOutside`. Errors: those of CRS and placement.
 * @param implied CRS that the format means when neither file nor recipe says anything.
 */
export function buildFootprintElements(
  read: SourceRecords,
  implied: string | undefined,
  file: SourceFile,
): Outcome<ElementBatch> {
  const found = selectPolygons(read.records, file);
  const positions = found.map((one) => firstPosition(one.polygons));
  const question: FrameQuestion = {
    ...file,
    declared: read.crs,
    sample: positions[0],
    ...(implied === undefined ? {} : { implied }),
  };
  const frame = decideSourceFrame(question);
  if (!frame.ok) return frame;
  const placed = checkPlacement(frame.value, positions, question);
  if (!placed.ok) return placed;
  const elements = found.flatMap((one) => {
    const [x, y] = firstPosition(one.polygons);
    if (Number.isFinite(x) && !placed.value(x, y)) {
      file.context.report({ code: 'crs.recordOutside', severity: 'warning', place: one.place, values: { x, y } });
      return [];
    }
    const element = toElement(one, frame.value, file);
    return element ? [{ element, place: { ...one.place, id: element.attributes.id } }] : [];
  });
  return { ok: true, value: { elements, frame: frame.value } };
}

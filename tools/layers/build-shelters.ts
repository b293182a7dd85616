import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import { type Shelter, shelterPropertiesSchema } from '../../src/core/evacuation/shelter.ts';
import { normaliseNumber } from '../../src/core/formats/normalise-number.ts';
import { polygonsOf } from '../../src/core/formats/polygons-of.ts';
import type { SourceRecord } from '../../src/core/formats/source-record.ts';
import { measurePlanArea } from '../../src/core/geometry/plan-area.ts';
import { readAttribute, textOf } from '../elements/read-attribute.ts';
import type { SourceFrame } from '../elements/source-frame.ts';
import { decideLayerFrame } from './decide-layer-frame.ts';
import { findRecordId } from './find-record-id.ts';
import type { LayerFile, LayerRecords } from './layer-record.ts';
import { pointOfRecord } from './point-of-record.ts';
import { readShelterFlags } from './shelter-flags.ts';

const USUAL_FIELDS = {
  name: ['name', '施設・場所名', '名称', '场所名称'],
  address: ['address', '住所', '地址'],
  shelterClass: ['shelterClass'],
  capacity: ['capacityPeople', 'capacity', '想定収容人数', '容量', '容纳人数'],
  area: ['areaSquareMeters', 'area', '面积'],
} as const;

const CLASSES = shelterPropertiesSchema.shape.shelterClass.unwrap().options;

function siteArea(record: SourceRecord, frame: SourceFrame): number | null {
  const polygons = polygonsOf(record.geometry);
  if (!polygons) return null;
  return measurePlanArea(
    polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => frame.toProject(x, y)))),
  );
}

function toShelter(
  record: SourceRecord,
  position: readonly [number, number],
  columns: ReadonlySet<string>,
  frame: SourceFrame,
  place: IssuePlace,
  file: LayerFile,
): Shelter {
  const { dataset, context } = file;
  const find = (name: keyof typeof USUAL_FIELDS) =>
    readAttribute(record.properties, dataset.attributes?.[name], USUAL_FIELDS[name]);
  const number = (name: 'capacity' | 'area'): number | null => {
    const found = find(name);
    const reading = normaliseNumber(found?.value);
    if (reading.kind === 'number' && reading.value >= 0) return reading.value;
    if (found && reading.kind !== 'absent') {
      const values = { field: found.field ?? name, value: String(found.value).slice(0, 40) };
      context.report({ code: 'attribute.notNumber', severity: 'warning', place, values });
    }
    return null;
  };
  const classWord = textOf(find('shelterClass'));
  const [lon, lat] = frame.source.toLonLat(position[0], position[1]);
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: {
      id: findRecordId(record, file),
      name: textOf(find('name')),
      address: textOf(find('address')),
      shelterClass: CLASSES.find((known) => known === classWord) ?? null,
      hazards: readShelterFlags(record.properties, columns, dataset, place, context),
      capacityPeople: number('capacity'),
      areaSquareMeters: number('area') ?? siteArea(record, frame),
      dataset: dataset.id,
      source: record.properties,
    },
  };
}

/**
 * Builds shelters from the records of one file; sites given as polygons stand at their centre of area.
 * Errors: those of CRS and placement. Reports `shelter.noPosition`, `crs.recordOutside`, `shelter.flagUnclear` per row.
 */
export function buildShelters(read: LayerRecords, file: LayerFile): Outcome<{ features: Shelter[]; crs: string }> {
  const { report } = file.context;
  const columns = new Set(read.records.flatMap((record) => Object.keys(record.properties)));
  const found = read.records.flatMap((record) => {
    const place = { ...file.place, row: record.row };
    const position = pointOfRecord(record);
    if (position) return [{ record, place, position }];
    report({ code: 'shelter.noPosition', severity: 'warning', place });
    return [];
  });
  const positions = found.map((one) => one.position);
  const placement = decideLayerFrame(read, positions, file);
  if (!placement.ok) return placement;
  const { frame, lies } = placement.value;
  const features = found.flatMap(({ record, place, position }) => {
    if (!lies(position[0], position[1])) {
      report({ code: 'crs.recordOutside', severity: 'warning', place, values: { x: position[0], y: position[1] } });
      return [];
    }
    return [toShelter(record, position, columns, frame, place, file)];
  });
  return { ok: true, value: { features, crs: frame.source.code } };
}

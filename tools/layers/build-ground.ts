import type { LandArea, WaterArea, Way } from '../../src/core/city/ground-feature.ts';
import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import { normaliseNumber } from '../../src/core/formats/normalise-number.ts';
import type { SourceRecord } from '../../src/core/formats/source-record.ts';
import { readAttribute, textOf } from '../elements/read-attribute.ts';
import { findRecordId } from './find-record-id.ts';
import type { LayerFile, LayerRecords } from './layer-record.ts';
import { normaliseLandUse, normaliseWayClass } from './normalise-land.ts';
import { placeLines } from './place-lines.ts';
import { placePolygons } from './place-polygons.ts';

const USUAL_FIELDS = {
  name: ['name', '名称', '道路名称', 'NAME'],
  landUse: ['landuse', 'landUse', 'fclass', '用地性质', '用地类型', 'class'],
  wayClass: ['class', 'highway', 'railway', 'fclass', '道路等级', '等级'],
  width: ['widthMeters', 'width', '宽度', '红线宽度'],
} as const;

type Built<T> = Outcome<{ features: T[]; crs: string }>;

function find(record: SourceRecord, file: LayerFile, name: keyof typeof USUAL_FIELDS) {
  return readAttribute(record.properties, file.dataset.attributes?.[name], USUAL_FIELDS[name]);
}

function baseOf(record: SourceRecord, file: LayerFile) {
  return {
    id: findRecordId(record, file),
    name: textOf(find(record, file, 'name')),
    dataset: file.dataset.id,
    source: record.properties,
  };
}

/** Word of a field through its normaliser; an unknown one is told and stands for `fallback`. */
function readClass<T>(
  record: SourceRecord,
  field: 'landUse' | 'wayClass',
  normalise: (word: string) => T | null,
  fallback: T,
  place: IssuePlace,
  file: LayerFile,
): T {
  const word = textOf(find(record, file, field));
  const known = word === null ? null : normalise(word);
  if (known === null) {
    file.context.report({ code: 'ground.classUnknown', severity: 'note', place, values: { value: word ?? '–' } });
  }
  return known ?? fallback;
}

/** Land areas with their use. Reports `ground.classUnknown` (kept as `other`) and what `placePolygons` reports. */
export function buildLandAreas(read: LayerRecords, file: LayerFile): Built<LandArea> {
  const placed = placePolygons(read, file);
  if (!placed.ok) return placed;
  const features = placed.value.placed.map(
    ({ record, place, coordinates }): LandArea => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates },
      properties: {
        ...baseOf(record, file),
        landUse: readClass(record, 'landUse', normaliseLandUse, 'other', place, file),
      },
    }),
  );
  return { ok: true, value: { features, crs: placed.value.crs } };
}

/** Bodies of water. Reports what `placePolygons` reports. */
export function buildWaterAreas(read: LayerRecords, file: LayerFile): Built<WaterArea> {
  const placed = placePolygons(read, file);
  if (!placed.ok) return placed;
  const features = placed.value.placed.map(
    ({ record, coordinates }): WaterArea => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates },
      properties: baseOf(record, file),
    }),
  );
  return { ok: true, value: { features, crs: placed.value.crs } };
}

/** Streets, paths and railways. Reports `ground.classUnknown` (kept as `local`) and what `placeLines` reports. */
export function buildWays(read: LayerRecords, file: LayerFile): Built<Way> {
  const placed = placeLines(read, file);
  if (!placed.ok) return placed;
  const features = placed.value.placed.map(({ record, place, coordinates }): Way => {
    const width = normaliseNumber(find(record, file, 'width')?.value);
    return {
      type: 'Feature',
      geometry: { type: 'MultiLineString', coordinates },
      properties: {
        ...baseOf(record, file),
        wayClass: readClass(record, 'wayClass', normaliseWayClass, 'local', place, file),
        widthMeters: width.kind === 'number' && width.value > 0 ? width.value : null,
      },
    };
  });
  return { ok: true, value: { features, crs: placed.value.crs } };
}

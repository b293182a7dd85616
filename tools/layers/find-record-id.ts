import type { SourceRecord } from '../../src/core/formats/source-record.ts';
import { readAttribute, textOf } from '../elements/read-attribute.ts';
import type { LayerFile } from './layer-record.ts';

const USUAL_FIELDS = ['id', '共通ID', 'gml_id', '@id', '编号', 'zoneNumber'] as const;

/** Id of a layer record: by recipe, the feature's own id, a usual field, else made from dataset, file and row. */
export function findRecordId(record: SourceRecord, file: LayerFile): string {
  const mapping = file.dataset.attributes?.id;
  const mapped = mapping === undefined ? null : textOf(readAttribute(record.properties, mapping, []));
  if (mapped !== null) return mapped;
  if (record.id !== null) return String(record.id);
  return (
    textOf(readAttribute(record.properties, undefined, USUAL_FIELDS)) ??
    `${file.dataset.id}:${file.place.file}:${record.row}`
  );
}

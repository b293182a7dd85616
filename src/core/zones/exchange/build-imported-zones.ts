import type { Issue } from '../../city/issue.ts';
import type { Zone } from '../zone.ts';
import { mapZoneRecord } from './map-zone-record.ts';
import { type PlacedZone, placeZoneRecord, type ZoneSourceFrame } from './place-zone-record.ts';
import { textOfValue } from './text-of-value.ts';
import type { ZoneMapping } from './zone-mapping.ts';
import type { SourceLayer } from './zone-source.ts';

/** Ids are shown, kept and compared: longer ones are cut. */
const MOST_ID_LENGTH = 120;

function idOf(record: SourceLayer['records'][number], mapping: ZoneMapping, stem: string): string {
  const field = mapping.fields.id;
  const stated = (field === undefined ? null : textOfValue(record.properties[field])) ?? textOfValue(record.id);
  return (stated ?? `${stem}:${record.row}`).slice(0, MOST_ID_LENGTH);
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
  }
}

/** Brings the shapes of a layer to degrees, record by record; yields after each so that long work can be shared out. */
export function* placeZoneRecords(layer: SourceLayer, frame: ZoneSourceFrame): Generator<number, PlacedZone[]> {
  const placed: PlacedZone[] = [];
  for (const record of layer.records) {
    placed.push(placeZoneRecord(record, frame));
    yield placed.length;
  }
  return placed;
}

/**
 * Makes zones of the placed records of a layer. An id that a record before has is made unique (`zone.idRepeated`); a
 * record without one is named by file and row.
 * @param placed One per record, as `placeZoneRecords` gives them.
 * @param stem Name of the file (and layer), for ids and issues.
 * @param tell Hears every issue with its row: why a record was left out, what was mended, what could not be read.
 */
export function buildImportedZones(
  layer: SourceLayer,
  placed: readonly PlacedZone[],
  mapping: ZoneMapping,
  stem: string,
  tell: (issue: Issue) => void,
): Zone[] {
  const taken = new Set<string>();
  return layer.records.flatMap((record, index): Zone[] => {
    const shape = placed[index];
    const place = { file: stem, row: record.row };
    if (!shape?.ok) {
      if (shape) tell({ code: shape.code, severity: 'error', place, values: shape.values });
      return [];
    }
    for (const code of shape.mended) tell({ code, severity: 'note', place });
    const wanted = idOf(record, mapping, stem);
    const id = freeId(wanted, taken);
    taken.add(id);
    if (id !== wanted) tell({ code: 'zone.idRepeated', severity: 'warning', place: { ...place, id: wanted } });
    const properties = mapZoneRecord(record, mapping, id, (code, values) =>
      tell({ code, severity: 'warning', place, values }),
    );
    return [{ type: 'Feature', geometry: shape.geometry, properties }];
  });
}

import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import type { SourceRecord } from '../../src/core/formats/source-record.ts';
import { decideLayerFrame } from './decide-layer-frame.ts';
import type { LayerFile, LayerRecords } from './layer-record.ts';

/** A line record brought to longitude, latitude (degrees). */
export interface PlacedLines {
  record: SourceRecord;
  place: IssuePlace;
  coordinates: [number, number][][];
}

function linesOf(geometry: SourceRecord['geometry']): number[][][] | null {
  if (geometry?.type === 'LineString') return Array.isArray(geometry.coordinates) ? [geometry.coordinates] : [];
  if (geometry?.type === 'MultiLineString') return Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  return null;
}

/** Positions of a line that are numbers and differ from the one before. */
function soundPositions(line: readonly number[][]): [number, number][] {
  const sound: [number, number][] = [];
  for (const position of Array.isArray(line) ? line : []) {
    const [x = Number.NaN, y = Number.NaN] = Array.isArray(position) ? position : [];
    const [lastX, lastY] = sound.at(-1) ?? [];
    if (Number.isFinite(x) && Number.isFinite(y) && !(lastX === x && lastY === y)) sound.push([x, y]);
  }
  return sound;
}

/**
 * Brings line records to longitude and latitude: CRS decided and checked, positions that are no numbers or repeat the
 * one before left out.
 * Errors: those of CRS and placement. Reports `geojson.notLine`, `geometry.unusable`, `crs.recordOutside` per record.
 */
export function placeLines(read: LayerRecords, file: LayerFile): Outcome<{ placed: PlacedLines[]; crs: string }> {
  const { context } = file;
  const found = read.records.flatMap((record) => {
    const place = { ...file.place, row: record.row, ...(record.id === null ? {} : { id: String(record.id) }) };
    const lines = linesOf(record.geometry);
    const sound = (lines ?? []).map(soundPositions).filter((line) => line.length > 1);
    const first = sound[0]?.[0];
    if (first) return [{ record, place, sound, first }];
    const code = lines ? 'geometry.unusable' : 'geojson.notLine';
    context.report({ code, severity: 'warning', place, values: { type: record.geometry?.type ?? 'null' } });
    return [];
  });
  const placement = decideLayerFrame(
    read,
    found.map((one) => one.first),
    file,
  );
  if (!placement.ok) return placement;
  const { lies, frame } = placement.value;
  const placed = found.flatMap(({ record, place, sound, first: [x, y] }): PlacedLines[] => {
    if (!lies(x, y)) {
      context.report({ code: 'crs.recordOutside', severity: 'warning', place, values: { x, y } });
      return [];
    }
    const coordinates = sound.map((line) =>
      line.map(([px, py]): [number, number] => {
        const [lon, lat] = frame.source.toLonLat(px, py);
        return [lon, lat];
      }),
    );
    return [{ record, place, coordinates }];
  });
  return { ok: true, value: { placed, crs: frame.source.code } };
}

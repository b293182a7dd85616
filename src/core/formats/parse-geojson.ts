import type { Issue, IssuePlace, Outcome } from '../city/issue.ts';
import { parseJsonDocument } from './json-document.ts';
import type { SourceRecord, SourceRecords } from './source-record.ts';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toRecord(value: unknown, row: number): SourceRecord | null {
  if (!isObject(value) || value.type !== 'Feature') return null;
  const geometry = isObject(value.geometry) && typeof value.geometry.type === 'string' ? value.geometry : null;
  const id = value.id;
  return {
    row,
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    properties: isObject(value.properties) ? value.properties : {},
    geometry: geometry as SourceRecord['geometry'],
  };
}

function toRecords(values: readonly unknown[], place: IssuePlace, report: (issue: Issue) => void): SourceRecord[] {
  return values.flatMap((value, index) => {
    const record = toRecord(value, index + 1);
    if (!record) report({ code: 'geojson.notFeature', severity: 'warning', place: { ...place, row: index + 1 } });
    return record ? [record] : [];
  });
}

function declaredCrs(document: Json): string | null {
  const properties = isObject(document.crs) ? document.crs.properties : null;
  const name = isObject(properties) ? properties.name : null;
  return typeof name === 'string' ? name : null;
}

function isRecordPerLine(text: string, file: string | undefined): boolean {
  if (/\.(ndjson|jsonl|geojsonl|geojsons)$/i.test(file ?? '')) return true;
  const end = text.indexOf('\n');
  const line = (end < 0 ? text : text.slice(0, end)).trim();
  if (!line.endsWith('}') || end < 0) return false;
  const first = parseJsonDocument(line, {});
  return first.ok && isObject(first.value) && first.value.type === 'Feature';
}

function parseLines(text: string, place: IssuePlace, report: (issue: Issue) => void): SourceRecords {
  const records: SourceRecord[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const here = { ...place, row: index + 1 };
    const parsed = parseJsonDocument(line, here);
    const record = parsed.ok ? toRecord(parsed.value, index + 1) : null;
    if (record) records.push(record);
    else if (parsed.ok) report({ code: 'geojson.notFeature', severity: 'warning', place: here });
    else report({ ...parsed.issue, code: 'record.unreadable', severity: 'warning', place: here });
  }
  return { records, crs: null };
}

/** The features of a document: its list, or the one that it is itself; a bare geometry is a feature without properties. */
function findFeatures(document: Json): unknown {
  if (document.type === 'Feature') return [document];
  if (Array.isArray(document.coordinates) || document.type === 'GeometryCollection') {
    return [{ type: 'Feature', properties: {}, geometry: document }];
  }
  return document.features;
}

/**
 * Reads GeoJSON in its usual forms: a FeatureCollection, one Feature, one geometry (a record without properties), a bare
 * array of features, or one feature per line (also with RS separators, RFC 8142). Coordinates are always x (east), y (north).
 * @param written Text of the file.
 * Errors: `json.cut`, `json.invalid` for one-document forms; `geojson.notFeatures` when the document holds something
 * else. Reports `record.unreadable` and `geojson.notFeature` per record and keeps the rest.
 */
export function parseGeojson(
  written: string,
  place: IssuePlace,
  report: (issue: Issue) => void,
): Outcome<SourceRecords> {
  const text = written.replaceAll('\u001e', '');
  if (isRecordPerLine(text, place.file)) return { ok: true, value: parseLines(text, place, report) };
  const parsed = parseJsonDocument(text, place);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (Array.isArray(document)) return { ok: true, value: { records: toRecords(document, place, report), crs: null } };
  if (isObject(document)) {
    const features = findFeatures(document);
    if (Array.isArray(features)) {
      return { ok: true, value: { records: toRecords(features, place, report), crs: declaredCrs(document) } };
    }
  }
  const found = isObject(document) ? String(document.type ?? 'object') : typeof document;
  return { ok: false, issue: { code: 'geojson.notFeatures', severity: 'error', place, values: { found } } };
}

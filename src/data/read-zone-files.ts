import type { SqlJsStatic } from 'sql.js';
import type { Issue, Outcome } from '../core/city/issue.ts';
import { parseGeojson } from '../core/formats/parse-geojson.ts';
import { polygonsOf } from '../core/formats/polygons-of.ts';
import { readShapefileParts } from '../core/formats/read-shapefile-parts.ts';
import type { SourceLayer } from '../core/zones/exchange/zone-source.ts';
import { decodeIn } from './decode-in.ts';
import { readZip } from './read-zip.ts';
import { readGeopackage } from './read-zones-geopackage.ts';
import { readKml } from './read-zones-kml.ts';

const MEGABYTE = 1024 * 1024;
export const MOST_FILE_BYTES = 256 * MEGABYTE;
const MOST_UNPACKED_BYTES = 512 * MEGABYTE;
/** More zones than this are no zones that people plan with, and more than the scene draws well. */
const MOST_RECORDS = 20_000;
const MOST_VERTICES = 2_000_000;

/** A file by name with its bytes. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

export type ZoneFormat = 'geojson' | 'shapefile' | 'geopackage' | 'kml';

/** What came out of the files that a user gave. */
export interface ZoneFiles {
  format: ZoneFormat;
  /** File as issues and ids name it. */
  file: string;
  layers: SourceLayer[];
}

interface Reading {
  report: (issue: Issue) => void;
  loadSqlite: () => Promise<SqlJsStatic>;
}

const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
const stemOf = (name: string) => name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

function refuse(code: string, file: string, values: NonNullable<Issue['values']> = {}): Outcome<never> {
  return { ok: false, issue: { code, severity: 'error', place: { file }, values } };
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function readText({ name, bytes }: NamedBytes, report: Reading['report']): string {
  const text = decodeIn(bytes, 'utf-8');
  if (text !== null) return text;
  report({
    code: 'text.encodingGuessed',
    severity: 'note',
    place: { file: name },
    values: { encoding: 'GBK (gb18030)' },
  });
  return new TextDecoder('gb18030').decode(bytes);
}

/** GeoJSON is in degrees of WGS 84, unless its numbers say otherwise: then the CRS must be asked for. */
function looksLikeDegrees(records: SourceLayer['records']): boolean {
  const first = records.flatMap(({ geometry }) => polygonsOf(geometry)?.[0]?.[0]?.[0] ?? []);
  const [x = 0, y = 0] = first;
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

async function readShapefiles(files: readonly NamedBytes[], { report }: Reading): Promise<Outcome<ZoneFiles>> {
  const shapes = files.filter(({ name }) => endingOf(name) === 'shp');
  const layers: SourceLayer[] = [];
  for (const { name, bytes } of shapes) {
    const stem = name.replace(/\.shp$/i, '').toLowerCase();
    const sibling = (ending: string) =>
      files.find((file) => file.name.toLowerCase() === `${stem}.${ending}`)?.bytes ?? null;
    const parts = { shp: bytes, dbf: sibling('dbf'), cpg: sibling('cpg'), prj: sibling('prj') };
    const read = await readShapefileParts(parts, decodeIn, { file: name }, report);
    if (!read.ok) return read;
    layers.push({ name: stemOf(name), records: read.value.records, declaredCrs: read.value.crs, impliedCrs: null });
  }
  return { ok: true, value: { format: 'shapefile', file: shapes[0]!.name, layers } };
}

function readMarkup(file: NamedBytes, text: string, { report }: Reading): Outcome<ZoneFiles> {
  const { name } = file;
  const root = /<(?![?!])(?:\w+:)?(\w+)/.exec(text.slice(0, 100_000))?.[1] ?? '';
  if (root.toLowerCase() !== 'kml') return refuse('zones.notKml', name, { found: root || 'XML' });
  const records = readKml(text, name, report);
  const layer = { name: stemOf(name), records, declaredCrs: null, impliedCrs: 'EPSG:4326' };
  return { ok: true, value: { format: 'kml', file: name, layers: [layer] } };
}

async function readArchive(file: NamedBytes, reading: Reading): Promise<Outcome<ZoneFiles>> {
  const wanted = /\.(shp|dbf|cpg|prj|kml|geojson|json|ndjson|geojsonl|gpkg)$/i;
  const isWanted = (name: string) => wanted.test(name) && !name.startsWith('__MACOSX/');
  const unpacked = await readZip(file.bytes, file.name, isWanted, MOST_UNPACKED_BYTES);
  if (!unpacked.ok) return unpacked;
  const files = [...unpacked.value].map(([name, bytes]) => ({ name, bytes }));
  if (files.some(({ name }) => endingOf(name) === 'shp')) return readShapefiles(files, reading);
  const main =
    files.find(({ name }) => /(^|\/)doc\.kml$/i.test(name)) ??
    files.find(({ name }) => !/\.(dbf|cpg|prj)$/i.test(name));
  return main ? readOne(main, reading) : refuse('zones.archiveEmpty', file.name);
}

async function readOne(file: NamedBytes, reading: Reading): Promise<Outcome<ZoneFiles>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return refuse('zones.fileEmpty', name);
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return readArchive(file, reading);
  if (startsWith(bytes, 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65)) {
    const read = readGeopackage(await reading.loadSqlite(), bytes, name, MOST_RECORDS + 1);
    return read.ok ? { ok: true, value: { format: 'geopackage', file: name, layers: read.value } } : read;
  }
  if (startsWith(bytes, 0, 0, 0x27, 0x0a)) return readShapefiles([{ name: `${stemOf(name)}.shp`, bytes }], reading);
  const text = readText(file, reading.report);
  const head = text.slice(0, 4096).replaceAll('\u001e', '').trimStart();
  if (head.startsWith('<')) return readMarkup(file, text, reading);
  if (!/^[[{]/.test(head)) return refuse('zones.formatUnknown', name);
  const parsed = parseGeojson(text, { file: name }, reading.report);
  if (!parsed.ok) return parsed;
  const { records, crs } = parsed.value;
  const impliedCrs = looksLikeDegrees(records) ? 'EPSG:4326' : null;
  const layer = { name: stemOf(name), records, declaredCrs: crs, impliedCrs };
  return { ok: true, value: { format: 'geojson', file: name, layers: [layer] } };
}

function countVertices({ records }: SourceLayer): number {
  return records.reduce((sum, { geometry }) => sum + (polygonsOf(geometry)?.flat(2).length ?? 0), 0);
}

function checkLayers(read: ZoneFiles): Outcome<ZoneFiles> {
  const { file, layers } = read;
  for (const layer of layers) {
    if (layer.records.length > MOST_RECORDS) return refuse('zones.tooManyRecords', file, { most: MOST_RECORDS });
    if (countVertices(layer) > MOST_VERTICES) return refuse('zones.tooManyVertices', file, { most: MOST_VERTICES });
  }
  const withPolygons = layers.filter(({ records }) => records.some(({ geometry }) => polygonsOf(geometry)?.length));
  if (withPolygons.length > 0) return { ok: true, value: { ...read, layers: withPolygons } };
  const types = [...new Set(layers.flatMap(({ records }) => records.map(({ geometry }) => geometry?.type ?? '–')))];
  return refuse('zones.noPolygons', file, { types: types.join(', ') || '–' });
}

/**
 * Reads zones from the files that a user gave: GeoJSON in its usual forms, a shapefile (zipped, or its loose parts),
 * GeoPackage, KML or KMZ. The format is told by content, not by the ending. Layers without polygons are left out.
 * Errors: `zones.fileEmpty`, `zones.formatUnknown`, `zones.notKml`, `zones.archiveEmpty`, `zones.noShape` (parts of a
 * shapefile without .shp), `zones.severalFiles`, `zones.noPolygons`, `zones.tooManyRecords`, `zones.tooManyVertices`, and
 * those of the formats.
 */
export async function readZoneFiles(files: readonly NamedBytes[], reading: Reading): Promise<Outcome<ZoneFiles>> {
  const [first] = files;
  if (!first) return refuse('zones.fileEmpty', '');
  const isPart = ({ name }: NamedBytes) => /^(shp|dbf|shx|cpg|prj|sbn|sbx|xml|qmd|qpj)$/.test(endingOf(name));
  if (files.every(isPart) && endingOf(first.name) !== 'xml') {
    if (!files.some(({ name }) => endingOf(name) === 'shp')) return refuse('zones.noShape', first.name);
    if (files.some(({ name, bytes }) => endingOf(name) === 'shp' && bytes.length === 0))
      return refuse('zones.fileEmpty', first.name);
    const read = await readShapefiles(files, reading);
    return read.ok ? checkLayers(read.value) : read;
  }
  if (files.length > 1) return refuse('zones.severalFiles', first.name, { count: files.length });
  const read = await readOne(first, reading);
  return read.ok ? checkLayers(read.value) : read;
}

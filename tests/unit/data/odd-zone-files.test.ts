import { describe, expect, it } from 'vitest';
import { buildZip } from '../../../src/core/report/build-zip.ts';
import { readZip } from '../../../src/data/read-zip.ts';
import { type NamedBytes, readZoneFiles } from '../../../src/data/read-zone-files.ts';
import { writeZoneFile } from '../../../src/data/write-zone-file.ts';
import { EXCHANGED_ZONES } from '../../fixtures/exchange/exchanged-zones.ts';
import { loadBrowserSqlite } from './load-browser-sqlite.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const named = (name: string, text: string): NamedBytes => ({ name, bytes: bytesOf(text) });

async function write(format: 'shapefile' | 'geopackage' | 'kml' | 'geojson'): Promise<Uint8Array> {
  const written = await writeZoneFile(
    { format, crs: 'EPSG:4547', title: '', zones: EXCHANGED_ZONES },
    loadBrowserSqlite,
  );
  if (!written.ok) throw new Error(written.issue.code);
  return written.value.bytes;
}

async function read(...files: NamedBytes[]): Promise<{ code: string | null; records: number; reported: string[] }> {
  const reported: string[] = [];
  const answer = await readZoneFiles(files, {
    report: ({ code }) => reported.push(code),
    loadSqlite: loadBrowserSqlite,
  });
  if (!answer.ok) return { code: answer.issue.code, records: 0, reported };
  return { code: null, records: answer.value.layers[0]!.records.length, reported };
}

async function unpackShapefile(): Promise<NamedBytes[]> {
  const unpacked = await readZip(await write('shapefile'), 'zones.zip', () => true, 1e6);
  if (!unpacked.ok) throw new Error(unpacked.issue.code);
  return [...unpacked.value].map(([name, bytes]) => ({ name, bytes }));
}

const POINT = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}';
const SQUARE =
  '{"type":"Feature","properties":{"LEVEL":"高"},"geometry":{"type":"Polygon","coordinates":[[[0,0,9],[1,0,9],[1,1,9],[0,1,9],[0,0,9]]]}}';
const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(',')}]}`;

describe('odd files of zones', () => {
  it('refuses what is empty, no data, or without polygons, and says which', async () => {
    expect((await read(named('a.geojson', ''))).code).toBe('zones.fileEmpty');
    expect((await read(named('a.geojson', '<!doctype html><html><body>404</body></html>'))).code).toBe('zones.notKml');
    expect((await read(named('a.geojson', 'hello'))).code).toBe('zones.formatUnknown');
    expect((await read(named('a.geojson', collection(POINT)))).code).toBe('zones.noPolygons');
    expect((await read(named('a.geojson', collection(SQUARE).slice(0, -9)))).code).toBe('json.cut');
    expect((await read(named('a.dbf', 'x'))).code).toBe('zones.noShape');
    expect((await read(named('a.geojson', SQUARE), named('b.geojson', SQUARE))).code).toBe('zones.severalFiles');
  });

  it('goes by content, not by the ending', async () => {
    expect(await read({ name: 'zones.json', bytes: await write('geopackage') })).toMatchObject({
      code: null,
      records: 3,
    });
    expect(await read({ name: 'zones.txt', bytes: await write('kml') })).toMatchObject({ code: null, records: 3 });
    expect(await read({ name: 'zones.shp', bytes: await write('geojson') })).toMatchObject({
      code: 'shapefile.damaged',
    });
  });

  it('takes mixed files, features per line and bare geometries', async () => {
    expect(await read(named('a.geojson', collection(POINT, SQUARE)))).toMatchObject({ code: null, records: 2 });
    expect(await read(named('a.geojsonl', `${SQUARE}\n${SQUARE}\n`))).toMatchObject({ code: null, records: 2 });
    const bare = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}';
    expect(await read(named('a.json', bare))).toMatchObject({ code: null, records: 1 });
  });

  it('takes the loose parts of a shapefile; a cut one keeps the records before', async () => {
    const parts = await unpackShapefile();
    expect(await read(...parts.filter(({ name }) => !name.endsWith('.txt')))).toMatchObject({ code: null, records: 3 });
    const cut = parts.map((part) => (part.name.endsWith('.shp') ? { ...part, bytes: part.bytes.slice(0, -40) } : part));
    const answer = await read(...cut.filter(({ name }) => !name.endsWith('.txt')));
    expect(answer).toMatchObject({ code: null, records: 2 });
    expect(answer.reported).toContain('shapefile.cut');
  });

  it('keeps the placemarks before the place where a KML breaks off', async () => {
    const whole = new TextDecoder().decode(await write('kml'));
    const cut = whole.slice(0, whole.lastIndexOf('<Placemark>') + 30);
    expect(await read(named('a.kml', cut))).toMatchObject({ code: null, records: 2, reported: ['kml.cut'] });
  });

  it('refuses damaged databases and archives', async () => {
    const database = await write('geopackage');
    expect((await read({ name: 'a.gpkg', bytes: database.slice(0, 5000) })).code).toBe('geopackage.damaged');
    const archive = await write('shapefile');
    expect((await read({ name: 'a.zip', bytes: archive.slice(0, 900) })).code).toBe('zip.damaged');
    expect((await read({ name: 'a.zip', bytes: buildZip({ 'readme.txt': bytesOf('x') }) })).code).toBe(
      'zones.archiveEmpty',
    );
  });

  it('stops an archive that unpacks to more than is allowed', async () => {
    const archive = buildZip({ 'a.geojson': new Uint8Array(5000) });
    const answer = await readZip(archive, 'bomb.zip', () => true, 4999);
    expect(answer).toMatchObject({ ok: false, issue: { code: 'zip.tooLarge' } });
    expect((await readZip(archive, 'bomb.zip', () => true, 5000)).ok).toBe(true);
  });
});

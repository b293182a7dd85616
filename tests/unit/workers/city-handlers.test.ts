import type { RequestListener } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { createProjection } from '../../../src/core/crs/projection.ts';
import type { MultiPolygon2 } from '../../../src/core/geometry/coordinates.ts';
import { createCityHandlers } from '../../../src/workers/city-handlers.ts';
import type { WorkerInbound, WorkerOutbound } from '../../../src/workers/protocol.ts';
import { type HandlerContext, serveRequests } from '../../../src/workers/serve-requests.ts';
import type { TableRow } from '../../../tools/tables/table-row.ts';
import { encodeTable } from '../../../tools/tables/write-table.ts';
import { makeZone, ringAround } from '../core/zones/make-zone.ts';
import { serveAnswers } from '../data/serve-answers.ts';

const CRS = 'EPSG:32631';
/** On the central meridian of the zone, so that shares in degrees are shares in metres to nine digits. */
const LON = 3;

function makeRow(row: number, geometry: MultiPolygon2): TableRow {
  const empty = { name: null, address: null, use: null, structure: null, codeLevel: null, yearBuilt: null };
  const unknown = { storeysAbove: null, storeysBelow: null, heightMeters: null, groundFloorHeightMeters: null };
  const rest = { baseHeightMeters: null, footprintAreaSquareMeters: null, value: null, peopleNight: null };
  const box = { lon: LON, lat: 0, xmin: LON, ymin: 0, xmax: LON, ymax: 0 };
  const people = { floorAreaSquareMeters: row === 0 ? 1000 : null, peopleDay: 40 };
  const texts = { derived: '{"peopleDay":"r1"}', source: '{"a":"<b>"}' };
  return { row, id: `b${row}`, dataset: 'd', ...empty, ...unknown, ...rest, ...box, ...people, ...texts, geometry };
}

const ROWS = [makeRow(0, [[ringAround(LON, 0, 0.0001)]]), makeRow(1, [[ringAround(LON, 0.01, 0.0001)]])];
const HALF = makeZone('half', [[ringAround(LON + 0.001, 0, 0.001)]], { level: 'red' });
const AWAY = makeZone('away', [[ringAround(LON + 1, 0, 0.1)]]);
const CONTEXT: HandlerContext = { signal: new AbortController().signal, progress: () => undefined };

/** Serves a table by ranges, as the product's server does, and counts the requests. */
async function serveTable(bytes: Uint8Array = encodeTable(ROWS)) {
  const answer = vi.fn<RequestListener>((request, response) => {
    const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
    const part = bytes.subarray(Number(first), Math.min(bytes.length, Number(last) + 1));
    const range = `bytes ${first}-${Number(first) + part.length - 1}/${bytes.length}`;
    response.writeHead(206, { 'content-range': range, 'content-length': part.length }).end(part);
  });
  const request = { tableUrl: `${await serveAnswers(answer)}buildings.parquet`, projectCrs: CRS };
  return { answer, request, handlers: createCityHandlers() };
}

describe('createCityHandlers', () => {
  it('opens a table once and answers its rows, columns and single rows as stored', async () => {
    const { answer, request, handlers } = await serveTable();
    const opened = await handlers.openTable(request, CONTEXT);
    expect(opened).toMatchObject({ ok: true, value: { rows: 2 } });
    expect(opened.ok && opened.value.columns).toContain('geometry');
    const read = await handlers.readRows({ ...request, rows: [1, 0] }, CONTEXT);
    const wanted = [ROWS[1]!, ROWS[0]!].map(({ geometry: _, ...row }) => row);
    expect(read).toEqual({ ok: true, value: wanted });
    expect(answer).toHaveBeenCalledOnce();
    const outside = await handlers.readRows({ ...request, rows: [0, 2] }, CONTEXT);
    expect(outside).toMatchObject({ ok: false, issue: { code: 'table.noRow', values: { index: 2 } } });
  });

  it('colours rows by the highest level of the zones they lie in, and by a column with its unknowns', async () => {
    const { request, handlers } = await serveTable();
    const byLevel = { ...request, style: { kind: 'zoneLevel' } as const, zones: [HALF, AWAY] };
    const levels = await handlers.colourRows(byLevel, CONTEXT);
    expect(levels.ok && levels.value.classes.map(({ meaning, count }) => [meaning.kind, count])).toEqual([
      ['level', 1],
      ['outside', 1],
    ]);
    expect(levels.ok && [...levels.value.rgba.subarray(0, 8)]).toEqual([0xe0, 0x34, 0x2c, 255, 0, 0, 0, 0]);
    const byColumn = (column: string) =>
      handlers.colourRows({ ...request, style: { kind: 'column', column }, zones: [] }, CONTEXT);
    const areas = await byColumn('floorAreaSquareMeters');
    expect(areas.ok && areas.value.classes.map(({ meaning, count }) => [meaning.kind, count])).toEqual([
      ['range', 1],
      ['unknown', 1],
    ]);
    const missing = await byColumn('geometry');
    expect(missing).toMatchObject({ ok: false, issue: { code: 'table.noColumn', values: { column: 'geometry' } } });
  });

  it('measures exposure from the footprints of the table', async () => {
    const { request, handlers } = await serveTable();
    const measured = await handlers.measureExposure({ ...request, zones: [HALF, AWAY] }, CONTEXT);
    if (!measured.ok) throw new Error(measured.issue.code);
    const { zones, byLevel, union } = measured.value;
    expect(zones.map(({ id, buildings }) => [id, buildings])).toEqual([
      ['half', 1],
      ['away', 0],
    ]);
    expect(byLevel.red?.floorAreaSquareMeters).toBeCloseTo(500, 3);
    expect(union.peopleDay).toBeCloseTo(20, 3);
    expect(union.unknown).toEqual({ floorArea: 0, peopleDay: 0, peopleNight: 1 });
    // 0.0001° east by 0.0002° north at the equator, in UTM metres (scale 0.9996).
    expect(union.footprintAreaSquareMeters).toBeCloseTo(11.1275 * 22.1061, 0);
  });

  it('measures a zone while it is drawn, from zones that were sent once', async () => {
    const { request, handlers } = await serveTable();
    const projection = createProjection(CRS);
    if (!projection.ok) throw new Error(projection.issue.code);
    const shape = HALF.geometry.coordinates.map((polygon) =>
      polygon.map((ring) => ring.map(([lon, lat]) => projection.value.fromLonLat(lon, lat))),
    );
    const live = { ...request, session: 's', focus: { zoneId: 'half' } };
    const edited = { id: 'half', level: 'blue', shape } as const;
    const strange = await handlers.measureLive({ ...live, edited }, CONTEXT);
    expect(strange).toMatchObject({ ok: false, issue: { code: 'exposure.unknownSession' } });
    await handlers.measureLive({ ...live, resting: [AWAY, HALF], edited: null }, CONTEXT);
    const [moved, whole] = await Promise.all([
      handlers.measureLive({ ...live, edited }, CONTEXT),
      handlers.measureExposure(
        { ...request, zones: [{ ...HALF, properties: { ...HALF.properties, level: 'blue' } }] },
        CONTEXT,
      ),
    ]);
    if (!moved.ok || !whole.ok) throw new Error('no answer');
    expect(moved.value.union).toEqual(whole.value.union);
    expect(moved.value.byLevel).toMatchObject({ blue: whole.value.byLevel.blue, unrated: { buildings: 0 } });
    expect(moved.value.focus).toMatchObject({ exposure: { buildings: 1 }, byUse: [{ code: null, buildings: 1 }] });
    const rows = await handlers.rowsInZones({ ...live, edited: null, pick: { level: 'red' }, where: null }, CONTEXT);
    expect(rows).toEqual({ ok: true, value: Uint32Array.of(0) });
    const cancelled = { ...CONTEXT, signal: AbortSignal.abort() };
    expect(await handlers.measureLive({ ...live, edited }, cancelled)).toMatchObject({
      issue: { code: 'worker.cancelled' },
    });
  });

  it('tells the zones of a row', async () => {
    const { request, handlers } = await serveTable();
    const ask = (row: number) => handlers.zonesOfRow({ ...request, zones: [AWAY, HALF], row }, CONTEXT);
    expect(await ask(0)).toEqual({ ok: true, value: ['half'] });
    expect(await ask(1)).toEqual({ ok: true, value: [] });
    expect(await ask(2)).toMatchObject({ ok: false, issue: { code: 'table.noRow' } });
  });

  it('names what is wrong: cut table, unknown CRS, absent file, and asks again the next time', async () => {
    const cut = await serveTable(encodeTable(ROWS).subarray(0, 900));
    expect(await cut.handlers.openTable(cut.request, CONTEXT)).toMatchObject({
      ok: false,
      issue: { code: 'table.unreadable', place: { file: 'buildings.parquet' } },
    });
    await cut.handlers.openTable(cut.request, CONTEXT);
    expect(cut.answer).toHaveBeenCalledTimes(2);
    const { request, handlers } = await serveTable();
    const strange = { ...request, projectCrs: 'EPSG:99999', zones: [HALF] };
    expect(await handlers.measureExposure(strange, CONTEXT)).toMatchObject({ issue: { code: 'crs.unknown' } });
    const url = await serveAnswers((_, response) => response.writeHead(404).end());
    const absent = { tableUrl: `${url}x.parquet`, projectCrs: CRS };
    expect(await handlers.openTable(absent, CONTEXT)).toMatchObject({ issue: { code: 'fetch.notFound' } });
  });

  it('stops a cancelled measurement, and keeps the footprints for the next one', async () => {
    const { request, handlers } = await serveTable();
    const cancelled = { ...CONTEXT, signal: AbortSignal.abort() };
    const stopped = await handlers.measureExposure({ ...request, zones: [HALF] }, cancelled);
    expect(stopped).toMatchObject({ ok: false, issue: { code: 'worker.cancelled' } });
    expect(await handlers.measureExposure({ ...request, zones: [HALF] }, CONTEXT)).toMatchObject({ ok: true });
  });
});

describe('layers beside the table', () => {
  it('counts the critical facilities of the package, and does not answer when they cannot be read', async () => {
    const { request, handlers } = await serveTable();
    const place = (lon: number, id: string) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, 0] },
      properties: { id, name: null, kind: 'school', dataset: 'd', source: {} },
    });
    const features = [place(LON + 0.001, 'a'), place(LON + 0.0015, 'b'), place(LON + 0.5, 'c')];
    const body = JSON.stringify({ type: 'FeatureCollection', features });
    const url = await serveAnswers((_, response) => response.end(body));
    const withPlaces = { ...request, facilitiesUrl: `${url}facilities.geojson` };
    const whole = await handlers.measureExposure({ ...withPlaces, zones: [HALF, AWAY] }, CONTEXT);
    if (!whole.ok) throw new Error(whole.issue.code);
    expect(whole.value.zones.map(({ facilities }) => facilities)).toEqual([2, 0]);
    expect([whole.value.byLevel.red?.facilities, whole.value.union.facilities]).toEqual([2, 2]);
    const question = { session: 's', resting: [HALF, AWAY], edited: null, focus: { level: 'red' } } as const;
    const live = await handlers.measureLive({ ...withPlaces, ...question }, CONTEXT);
    expect(live).toMatchObject({
      ok: true,
      value: { union: { facilities: 2 }, focus: { exposure: { facilities: 2 } } },
    });
    const absent = await serveAnswers((_, response) => response.writeHead(404).end());
    const broken = { ...request, facilitiesUrl: `${absent}facilities.geojson`, zones: [HALF] };
    expect(await handlers.measureExposure(broken, CONTEXT)).toMatchObject({ issue: { code: 'fetch.notFound' } });
  });

  it('measures the pipes of the package, and does not answer when one of them is not sound', async () => {
    const { request, handlers } = await serveTable();
    const unknown = { name: null, diameterMillimeters: null, ductMillimeters: null, material: null, depthMeters: null };
    const pipe = (id: string, coordinates: number[][]) => ({
      type: 'Feature',
      geometry: { type: 'MultiLineString', coordinates: [coordinates] },
      properties: { id, pipeClass: 'gas', ...unknown, yearBuilt: null, dataset: 'd', source: {} },
    });
    // Along a parallel through the red zone, which is 0.002° wide, and one far off.
    const sound = [
      pipe('a', [
        [LON - 0.001, 0],
        [LON + 0.003, 0],
      ]),
      pipe('b', [
        [LON + 0.5, 0],
        [LON + 0.6, 0],
      ]),
    ];
    const serve = async (features: unknown[]) =>
      `${await serveAnswers((_, response) => response.end(JSON.stringify({ type: 'FeatureCollection', features })))}pipes.geojson`;
    const withPipes = { ...request, pipesUrl: await serve(sound) };
    const whole = await handlers.measureExposure({ ...withPipes, zones: [HALF, AWAY] }, CONTEXT);
    if (!whole.ok) throw new Error(whole.issue.code);
    const projection = createProjection(CRS);
    if (!projection.ok) throw new Error(projection.issue.code);
    const { fromLonLat } = projection.value;
    const meters = fromLonLat(LON + 0.002, 0)[0] - fromLonLat(LON, 0)[0];
    expect(whole.value.zones[0]?.pipesMeters).toBeCloseTo(meters, 6);
    expect(whole.value.zones[1]?.pipesMeters).toBe(0);
    const question = { session: 's', resting: [AWAY], focus: { zoneId: 'new' } } as const;
    const [x, y] = fromLonLat(LON, 0);
    const shape = [
      [
        [
          [x, y - 50],
          [x + 100, y - 50],
          [x + 100, y + 50],
          [x, y + 50],
        ],
      ],
    ] as const;
    const live = await handlers.measureLive(
      { ...withPipes, ...question, edited: { id: 'new', level: 'blue', shape } },
      CONTEXT,
    );
    if (!live.ok) throw new Error(live.issue.code);
    expect(live.value.focus?.exposure.pipesMeters).toBeCloseTo(100, 6);
    expect(live.value.byLevel.blue?.pipesMeters).toBeCloseTo(100, 6);
    const broken = { ...request, pipesUrl: await serve([...sound, pipe('c', [[LON, 0]])]), zones: [HALF] };
    expect(await handlers.measureExposure(broken, CONTEXT)).toMatchObject({
      issue: { code: 'layer.badRecord', place: { layer: 'pipes', row: 3 } },
    });
  });
});

describe('serveRequests', () => {
  it('answers, tells crashes, and stays silent after a cancel', async () => {
    const said: WorkerOutbound[] = [];
    let hear: (event: { data: WorkerInbound }) => void = () => undefined;
    const scope = {
      postMessage: (message: WorkerOutbound) => said.push(message),
      addEventListener: (_: 'message', listener: typeof hear) => {
        hear = listener;
      },
    };
    serveRequests(scope, {
      openTable: async () => ({ ok: true, value: { rows: 1, columns: [] } }),
      readRows: async () => Promise.reject(new Error('boom')),
      zonesOfRow: async (_, { signal, progress }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        progress('late', 1);
        return { ok: true, value: [] };
      },
    });
    const ask = (id: number, name: 'openTable' | 'readRows' | 'zonesOfRow' | 'measureExposure') =>
      hear({ data: { type: 'request', id, name, payload: {} } });
    ask(1, 'openTable');
    ask(2, 'readRows');
    ask(3, 'zonesOfRow');
    ask(4, 'measureExposure');
    hear({ data: { type: 'cancel', id: 3 } });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const byId = (id: number) => said.filter((message) => message.id === id);
    expect(byId(1)).toEqual([{ type: 'answer', id: 1, value: { rows: 1, columns: [] } }]);
    expect(byId(2)).toMatchObject([{ type: 'failed', issue: { code: 'worker.crashed', values: { reason: 'boom' } } }]);
    expect(byId(3)).toEqual([]);
    expect(byId(4)).toMatchObject([{ type: 'failed', issue: { code: 'worker.crashed' } }]);
  });
});

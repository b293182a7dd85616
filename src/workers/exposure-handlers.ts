import type { Issue, Outcome } from '../core/city/issue.ts';
import { createProjection } from '../core/crs/projection.ts';
import { codeColumn } from '../core/risk/building-codes.ts';
import type { BuildingFootprints } from '../core/risk/building-footprints.ts';
import type { FacilityPlaces } from '../core/risk/facility-count.ts';
import { createLiveMeter, type LiveMeter, type LiveZoneSet } from '../core/risk/live-meter.ts';
import type { PipeSegments } from '../core/risk/pipe-segments.ts';
import { projectZones, type ZonePolygons } from '../core/risk/zone-polygons.ts';
import type { CityTable } from '../data/open-city-table.ts';
import { footprintGridOf } from './footprint-grid-of.ts';
import type { LiveZones, TableRequest } from './protocol.ts';
import type { Handler, HandlerContext } from './serve-requests.ts';
import { takeSteps } from './take-steps.ts';

/** Where the handlers get the table and its footprints, which they share with others. */
export interface ExposureSource {
  open(request: TableRequest): Promise<Outcome<CityTable>>;
  collect(request: TableRequest, context: HandlerContext): Promise<Outcome<BuildingFootprints>>;
}

/** The same, and where critical facilities and pipes come from. */
interface LiveSource extends ExposureSource {
  facilities(request: TableRequest): Promise<Outcome<FacilityPlaces>>;
  pipes(request: TableRequest): Promise<Outcome<PipeSegments>>;
}

/** Handlers of live questions. */
export interface ExposureHandlers {
  measureLive: Handler<'measureLive'>;
  rowsInZones: Handler<'rowsInZones'>;
}

const CANCELLED: Issue = { code: 'worker.cancelled', severity: 'note', place: {} };

/** The zones at rest of one table, and its meter, which takes one question at a time. */
interface LiveTable {
  zones: { session: string; resting: readonly ZonePolygons[] } | null;
  meter: Promise<Outcome<LiveMeter>> | null;
  last: Promise<unknown>;
}

async function readCodes(table: CityTable, name: 'use' | 'structure') {
  const column = await table.readColumn(name);
  return column.ok ? { ok: true as const, value: codeColumn(column.value) } : column;
}

/** Handlers that keep, per table, a meter and the zones of the newest session. */
export function createExposureHandlers(source: LiveSource): ExposureHandlers {
  const tables = new Map<string, LiveTable>();

  async function startMeter(request: TableRequest, context: HandlerContext): Promise<Outcome<LiveMeter>> {
    const table = await source.open(request);
    if (!table.ok) return table;
    const buildings = await source.collect(request, context);
    if (!buildings.ok) return buildings;
    const use = await readCodes(table.value, 'use');
    if (!use.ok) return use;
    const structure = await readCodes(table.value, 'structure');
    if (!structure.ok) return structure;
    const codes = { use: use.value, structure: structure.value };
    const facilities = await source.facilities(request);
    if (!facilities.ok) return facilities;
    const pipes = await source.pipes(request);
    if (!pipes.ok) return pipes;
    const grid = footprintGridOf(buildings.value);
    return { ok: true, value: createLiveMeter(grid, codes, facilities.value, pipes.value) };
  }

  function findTable(request: TableRequest): LiveTable {
    const key = `${request.projectCrs} ${request.tableUrl}`;
    const known = tables.get(key) ?? { zones: null, meter: null, last: Promise.resolve() };
    tables.set(key, known);
    return known;
  }

  /** Takes the zones of a question in at once, before anything is awaited: later ones refer to them by their key. */
  function takeZones(table: LiveTable, request: TableRequest & LiveZones): Outcome<LiveZoneSet> {
    const { session, resting, edited } = request;
    if (resting) {
      const projection = createProjection(request.projectCrs);
      if (!projection.ok) return projection;
      table.zones = { session, resting: projectZones(resting, projection.value) };
    }
    if (table.zones?.session === session) {
      return { ok: true, value: { resting: table.zones.resting, edited } };
    }
    return { ok: false, issue: { code: 'exposure.unknownSession', severity: 'note', place: {} } };
  }

  async function ask<T>(
    request: TableRequest & LiveZones,
    context: HandlerContext,
    question: (meter: LiveMeter, zones: LiveZoneSet) => Generator<void, T>,
  ): Promise<Outcome<T>> {
    const table = findTable(request);
    const zones = takeZones(table, request);
    if (!zones.ok) return zones;
    table.meter ??= startMeter(request, context).then((started) => {
      if (!started.ok) table.meter = null;
      return started;
    });
    const meter = await table.meter;
    if (!meter.ok) return meter;
    const turn = table.last.then(async () => {
      if (context.signal.aborted) return null;
      return takeSteps(question(meter.value, zones.value), context.signal);
    });
    table.last = turn.catch(() => undefined);
    const answered = await turn;
    return answered ? { ok: true, value: answered.value } : { ok: false, issue: CANCELLED };
  }

  return {
    measureLive: (request, context) => ask(request, context, (meter, zones) => meter.measure(zones, request.focus)),
    rowsInZones: (request, context) =>
      ask(request, context, (meter, zones) => meter.select(zones, request.pick, request.where)),
  };
}

import type { Issue, Outcome } from '../core/city/issue.ts';
import { createProjection } from '../core/crs/projection.ts';
import type { MultiPolygon2 } from '../core/geometry/coordinates.ts';
import { decodeWkb } from '../core/geometry/wkb.ts';
import { type BuildingFootprints, createFootprintCollector } from '../core/risk/building-footprints.ts';
import type { FacilityPlaces } from '../core/risk/facility-count.ts';
import { findOutlines } from '../core/risk/find-outlines.ts';
import { indexZones, overlayFootprint, prepareZone } from '../core/risk/footprint-overlay.ts';
import { createExposureMeter } from '../core/risk/measure-exposure.ts';
import type { PipeSegments } from '../core/risk/pipe-segments.ts';
import { projectZones } from '../core/risk/zone-polygons.ts';
import { type CityTable, openCityTable } from '../data/open-city-table.ts';
import { type ColourHandlers, createColourHandlers } from './colour-handlers.ts';
import { createColumnReader } from './column-reader.ts';
import { createExposureHandlers, type ExposureHandlers } from './exposure-handlers.ts';
import { loadFacilityPlaces, loadPipeSegments } from './exposure-layers.ts';
import type { TableRequest } from './protocol.ts';
import { createRowHandlers, type RowHandlers } from './row-handlers.ts';
import { createSearchHandlers, type SearchHandlers } from './search-handlers.ts';
import type { Handler, HandlerContext } from './serve-requests.ts';
import { takeSteps } from './take-steps.ts';

/** Rows between two looks at the clock. */
const STEP_ROWS = 128;
const WEIGHT_COLUMNS = ['floorAreaSquareMeters', 'peopleDay', 'peopleNight'] as const;

const CANCELLED: Issue = { code: 'worker.cancelled', severity: 'note', place: {} };

async function stepThrough(
  rows: number,
  step: string,
  { signal, progress }: HandlerContext,
  work: (from: number, to: number) => void,
): Promise<Outcome<null>> {
  let done = 0;
  function* walk(): Generator<void, null> {
    for (; done < rows; done += STEP_ROWS) {
      work(done, Math.min(rows, done + STEP_ROWS));
      yield;
    }
    return null;
  }
  const walked = await takeSteps(walk(), signal, () => progress(step, Math.min(1, done / rows)));
  return walked ? { ok: true, value: null } : { ok: false, issue: CANCELLED };
}

function decodeFootprint(bytes: unknown): MultiPolygon2 | null {
  return bytes instanceof Uint8Array ? decodeWkb(bytes) : null;
}

async function projectFootprints(
  table: CityTable,
  projectCrs: string,
  context: HandlerContext,
): Promise<Outcome<BuildingFootprints>> {
  const projection = createProjection(projectCrs);
  if (!projection.ok) return projection;
  const geometry = await table.readColumn('geometry');
  if (!geometry.ok) return geometry;
  const weights: Record<string, (number | null)[]> = {};
  for (const name of WEIGHT_COLUMNS) {
    const column = await table.readColumn(name);
    if (!column.ok) return column;
    weights[name] = column.value as (number | null)[];
  }
  const collector = createFootprintCollector(projection.value);
  const walked = await stepThrough(table.rows, 'footprints', context, (from, to) => {
    for (let row = from; row < to; row += 1) {
      collector.add({
        geometry: decodeFootprint(geometry.value[row]),
        floorAreaSquareMeters: weights.floorAreaSquareMeters![row] ?? null,
        peopleDay: weights.peopleDay![row] ?? null,
        peopleNight: weights.peopleNight![row] ?? null,
      });
    }
  });
  return walked.ok ? { ok: true, value: collector.finish() } : walked;
}

/** Keeps good outcomes by key; failures are forgotten, so that asking again tries again. */
function createOutcomeCache<T>() {
  const known = new Map<string, Promise<Outcome<T>>>();
  return (key: string, make: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const running = known.get(key);
    if (running) return running;
    const started = make().then((outcome) => {
      if (!outcome.ok) known.delete(key);
      return outcome;
    });
    known.set(key, started);
    return started;
  };
}

/** Handlers over city tables. */
export interface CityHandlers extends ExposureHandlers, ColourHandlers, RowHandlers, SearchHandlers {
  openTable: Handler<'openTable'>;
  readRows: Handler<'readRows'>;
  measureExposure: Handler<'measureExposure'>;
  outlinesIn: Handler<'outlinesIn'>;
  zonesOfRow: Handler<'zonesOfRow'>;
}

/** Handlers that keep every table they open, and its footprints in the project CRS, by URL. */
export function createCityHandlers(): CityHandlers {
  const tables = createOutcomeCache<CityTable>();
  const footprints = createOutcomeCache<BuildingFootprints>();
  const places = createOutcomeCache<FacilityPlaces>();
  const segments = createOutcomeCache<PipeSegments>();
  const readColumn = createColumnReader();
  const open = ({ tableUrl }: TableRequest) => tables(tableUrl, () => openCityTable(tableUrl));
  const collect = async (request: TableRequest, context: HandlerContext): Promise<Outcome<BuildingFootprints>> => {
    const table = await open(request);
    if (!table.ok) return table;
    // The result serves later requests too: one that is cancelled meanwhile must not take it away from them.
    const kept = { signal: new AbortController().signal, progress: context.progress };
    const key = `${request.projectCrs} ${request.tableUrl}`;
    return footprints(key, () => projectFootprints(table.value, request.projectCrs, kept));
  };
  const facilities = (request: TableRequest) =>
    places(`${request.projectCrs} ${request.facilitiesUrl ?? ''}`, () => loadFacilityPlaces(request));
  const pipes = (request: TableRequest) =>
    segments(`${request.projectCrs} ${request.pipesUrl ?? ''}`, () => loadPipeSegments(request));
  return {
    ...createExposureHandlers({ open, collect, facilities, pipes }),
    ...createRowHandlers(open, readColumn),
    ...createSearchHandlers(open, readColumn),
    ...createColourHandlers({ open, collect }),
    async openTable(request) {
      const table = await open(request);
      return table.ok ? { ok: true, value: { rows: table.value.rows, columns: table.value.columns } } : table;
    },
    async readRows(request) {
      const table = await open(request);
      return table.ok ? table.value.readRows(request.rows) : table;
    },
    async measureExposure(request, context) {
      const projection = createProjection(request.projectCrs);
      if (!projection.ok) return projection;
      const buildings = await collect(request, context);
      if (!buildings.ok) return buildings;
      const places = await facilities(request);
      if (!places.ok) return places;
      const zones = projectZones(request.zones, projection.value);
      const lines = await pipes(request);
      if (!lines.ok) return lines;
      const meter = createExposureMeter(buildings.value, zones, places.value, lines.value);
      const walked = await stepThrough(buildings.value.count, 'exposure', context, meter.addRows);
      if (!walked.ok) return walked;
      const finished = await takeSteps(meter.finish(), context.signal);
      return finished ? { ok: true, value: finished.value } : { ok: false, issue: CANCELLED };
    },
    async outlinesIn(request, context) {
      const buildings = await collect(request, context);
      return buildings.ok ? { ok: true, value: findOutlines(buildings.value, request.box, request.most) } : buildings;
    },
    async zonesOfRow(request, context) {
      const projection = createProjection(request.projectCrs);
      if (!projection.ok) return projection;
      const buildings = await collect(request, context);
      if (!buildings.ok) return buildings;
      const { row, zones } = request;
      if (!Number.isInteger(row) || row < 0 || row >= buildings.value.count) {
        const place = { file: request.tableUrl };
        return { ok: false, issue: { code: 'table.noRow', severity: 'error', place, values: { index: row } } };
      }
      const overlay = overlayFootprint(
        buildings.value,
        row,
        indexZones(projectZones(zones, projection.value).map(prepareZone)),
      );
      return { ok: true, value: (overlay?.zones ?? []).map(({ zone }) => zones[zone]!.properties.id) };
    },
  };
}

import type { Extent } from '../core/city/city-manifest.ts';
import type { Issue, Outcome } from '../core/city/issue.ts';
import { createProjection } from '../core/crs/projection.ts';
import { rankCrs } from '../core/crs/rank-crs.ts';
import { buildImportedZones, placeZoneRecords } from '../core/zones/exchange/build-imported-zones.ts';
import { createImportTally } from '../core/zones/exchange/import-tally.ts';
import type { PlacedZone } from '../core/zones/exchange/place-zone-record.ts';
import { summariseLayer } from '../core/zones/exchange/summarise-layer.ts';
import type { Zone } from '../core/zones/zone.ts';
import { loadSqlite } from '../data/load-sqlite.ts';
import { MOST_FILE_BYTES, readZoneFiles, type ZoneFiles } from '../data/read-zone-files.ts';
import { writeZoneFile } from '../data/write-zone-file.ts';
import type { ZoneImport } from './protocol.ts';
import type { Handler, HandlerContext } from './serve-requests.ts';
import { takeSteps } from './take-steps.ts';

/** Zones of a preview that travel whole. */
const FIRST_ZONES = 8;
/** Vertices of one answer: the page takes them in within a frame or two. */
const ANSWER_VERTICES = 20_000;
const MEGABYTE = 1024 * 1024;

interface Session {
  files: ZoneFiles;
  /** Shapes of the layer and CRS asked last. */
  placed: { key: string; shapes: PlacedZone[] } | null;
  zones: Zone[];
}

/** Messages that bring zones in from files and write them. */
export interface ExchangeHandlers {
  openZoneFiles: Handler<'openZoneFiles'>;
  previewZones: Handler<'previewZones'>;
  takeZones: Handler<'takeZones'>;
  writeZones: Handler<'writeZones'>;
}

function refuse(code: string, place: Issue['place'] = {}, values: NonNullable<Issue['values']> = {}): Outcome<never> {
  return { ok: false, issue: { code, severity: 'error', place, values } };
}

function extentOf(zones: readonly Zone[]): Extent | null {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of zones.flatMap(({ geometry }) => geometry.coordinates.flat(2))) {
    extent[0] = Math.min(extent[0], lon);
    extent[1] = Math.min(extent[1], lat);
    extent[2] = Math.max(extent[2], lon);
    extent[3] = Math.max(extent[3], lat);
  }
  return zones.length > 0 ? extent : null;
}

const countVertices = ({ geometry }: Zone) => geometry.coordinates.flat().reduce((sum, ring) => sum + ring.length, 0);

async function placeLayer(
  session: Session,
  { layer, crs, isSwapped }: ZoneImport,
  { signal, progress }: HandlerContext,
): Promise<Outcome<PlacedZone[]>> {
  const source = session.files.layers[layer];
  if (!source) return refuse('zones.noSession');
  const key = `${layer} ${crs} ${isSwapped}`;
  if (session.placed?.key === key) return { ok: true, value: session.placed.shapes };
  const projection = createProjection(crs);
  if (!projection.ok) return projection;
  let done = 0;
  const frame = { projection: projection.value, isSwapped };
  function* walk(): Generator<void, PlacedZone[]> {
    const steps = placeZoneRecords(source!, frame);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      done = step.value;
      yield;
    }
  }
  const shapes = await takeSteps(walk(), signal, () => progress('place', done / source.records.length));
  if (!shapes) return refuse('worker.cancelled');
  session.placed = { key, shapes: shapes.value };
  return { ok: true, value: shapes.value };
}

/** Handlers of the worker that reads and writes files of zones; it keeps the files opened last. */
export function createExchangeHandlers(): ExchangeHandlers {
  let session: Session | null = null;
  return {
    async openZoneFiles({ files, cityExtent, projectCrs }, { progress }) {
      session = null;
      const large = files.find(({ size }) => size > MOST_FILE_BYTES);
      if (large) {
        const values = { megabytes: Math.ceil(large.size / MEGABYTE), limit: MOST_FILE_BYTES / MEGABYTE };
        return refuse('zones.fileTooLarge', { file: large.name }, values);
      }
      progress('read', null);
      const named = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const issues: Issue[] = [];
      const read = await readZoneFiles(named, { report: (issue) => issues.push(issue), loadSqlite });
      if (!read.ok) return read;
      session = { files: read.value, placed: null, zones: [] };
      const { format, file, layers } = read.value;
      const summaries = layers.map((layer) => {
        const summary = summariseLayer(layer);
        return { ...summary, candidates: summary.extent ? rankCrs(summary.extent, cityExtent, projectCrs) : [] };
      });
      return { ok: true, value: { format, file, layers: summaries, issues } };
    },
    async previewZones(request, context) {
      const opened = session;
      if (!opened) return refuse('zones.noSession');
      const placed = await placeLayer(opened, request, context);
      if (!placed.ok) return placed;
      const { file, layers } = opened.files;
      const layer = layers[request.layer]!;
      const stem = layers.length > 1 ? `${file}/${layer.name}` : file;
      const tally = createImportTally();
      const zones = buildImportedZones(layer, placed.value, request.mapping, stem, tally.add);
      opened.zones = zones;
      return {
        ok: true,
        value: {
          zoneCount: zones.length,
          recordCount: layer.records.length,
          first: zones
            .slice(0, FIRST_ZONES)
            .map((zone) => ({ ...zone, geometry: { type: 'MultiPolygon', coordinates: [] } })),
          ids: zones.map(({ properties }) => properties.id),
          extent: extentOf(zones),
          issues: tally.list(),
        },
      };
    },
    async takeZones({ from }) {
      if (!session) return refuse('zones.noSession');
      const { zones } = session;
      let next = from;
      let vertices = 0;
      while (next < zones.length && vertices < ANSWER_VERTICES) {
        vertices += countVertices(zones[next]!);
        next += 1;
      }
      return { ok: true, value: { zones: zones.slice(from, next), next: next < zones.length ? next : null } };
    },
    writeZones: (request) => writeZoneFile(request, loadSqlite),
  };
}

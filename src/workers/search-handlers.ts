import { type Facility, facilitySchema } from '../core/city/facility.ts';
import type { GroundFeatures } from '../core/city/ground-feature.ts';
import type { Issue, Outcome } from '../core/city/issue.ts';
import { type GroundLayerKind, parseGroundLayer } from '../core/city/parse-ground.ts';
import { foldText } from '../core/search/fold-text.ts';
import type { FoundRow } from '../core/search/found-row.ts';
import { buildNamedPlaces, type NamedPlace } from '../core/search/named-places.ts';
import { rankMatch } from '../core/search/rank-match.ts';
import { createTextColumn, type TextColumn } from '../core/search/text-column.ts';
import { nameOfUrl } from '../data/fetch-body.ts';
import { loadJson } from '../data/load-json.ts';
import { loadLayer } from '../data/load-layer.ts';
import type { CityTable } from '../data/open-city-table.ts';
import type { ColumnReader } from './column-reader.ts';
import type { PlaceSources, TableRequest } from './protocol.ts';
import type { Handler, HandlerContext } from './serve-requests.ts';
import { takeSteps } from './take-steps.ts';

/** Handlers that find things by what is typed. */
export interface SearchHandlers {
  findRows: Handler<'findRows'>;
  findPlaces: Handler<'findPlaces'>;
}

const SEARCHED = ['name', 'address', 'id'] as const;
const TOLD = ['id', 'name', 'address', 'use', 'xmin', 'ymin', 'xmax', 'ymax'] as const;
/** Rows with the longest word of several that are looked through for the others. */
const MOST_CANDIDATES = 20_000;
const CANCELLED: Issue = { code: 'worker.cancelled', severity: 'note', place: {} };

/** Rows that have every word in one of the columns; those that have all that was typed in one come first. */
function findInColumns(columns: readonly TextColumn[], query: string, most: number): number[] {
  const found = new Set(columns.flatMap((column) => column.find(query, most)));
  const words = foldText(query).split(' ');
  if (words.length > 1 && found.size < most) {
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
    for (const row of columns.flatMap((column) => column.find(longest, MOST_CANDIDATES))) {
      if (words.every((word) => columns.some((column) => column.holds(row, word)))) found.add(row);
    }
  }
  return [...found].slice(0, most);
}

async function loadPlaces({ groundUrls, facilitiesUrl }: PlaceSources): Promise<{
  places: NamedPlace[];
  issues: Issue[];
}> {
  const issues: Issue[] = [];
  const load = async <K extends GroundLayerKind>(layer: K): Promise<GroundFeatures[K]> => {
    const nothing = [] as unknown as GroundFeatures[K];
    const url = groundUrls[layer];
    if (url === undefined) return nothing;
    const json = await loadJson(url, {});
    const parsed = json.ok ? parseGroundLayer(layer, json.value) : null;
    if (!json.ok) issues.push({ ...json.issue, place: { ...json.issue.place, layer } });
    else if (!parsed) {
      issues.push({ code: 'layer.notCollection', severity: 'error', place: { file: nameOfUrl(url), layer } });
    }
    return parsed?.features ?? nothing;
  };
  const [landuse, water, network] = await Promise.all([load('landuse'), load('water'), load('network')]);
  const facilities: Facility[] = [];
  if (facilitiesUrl) {
    const loaded = await loadLayer(facilitiesUrl, 'facilities', facilitySchema, {});
    facilities.push(...loaded.records);
    issues.push(...loaded.issues);
  }
  return { places: buildNamedPlaces({ landuse, water, network }, facilities), issues };
}

/** Handlers that keep what they have laid out for searching: by table, and the places of the city asked for last. */
export function createSearchHandlers(
  open: (request: TableRequest) => Promise<Outcome<CityTable>>,
  readColumn: ColumnReader,
): SearchHandlers {
  const laidOut = new WeakMap<CityTable, Promise<Outcome<TextColumn[]>>>();
  let lastPlaces: { key: string; loading: ReturnType<typeof loadPlaces> } | null = null;

  async function layOut(table: CityTable, progress: HandlerContext['progress']): Promise<Outcome<TextColumn[]>> {
    const columns: TextColumn[] = [];
    for (const [place, name] of SEARCHED.entries()) {
      progress('search', place / SEARCHED.length);
      const values = await readColumn(table, name);
      if (!values.ok) return values;
      // Whoever types on asks again: what is laid out serves the next question too, so a cancel does not stop it.
      const made = await takeSteps(createTextColumn(values.value), new AbortController().signal);
      if (made) columns.push(made.value);
    }
    return { ok: true, value: columns };
  }

  function columnsOf(table: CityTable, { progress }: HandlerContext): Promise<Outcome<TextColumn[]>> {
    const running = laidOut.get(table);
    if (running) return running;
    const made = layOut(table, progress).then((outcome) => {
      if (!outcome.ok) laidOut.delete(table);
      return outcome;
    });
    laidOut.set(table, made);
    return made;
  }

  async function tell(table: CityTable, rows: readonly number[]): Promise<Outcome<FoundRow[]>> {
    const cells = new Map<string, unknown[]>();
    for (const name of TOLD) {
      const column = await readColumn(table, name);
      if (!column.ok) return column;
      cells.set(name, column.value);
    }
    const text = (name: string, row: number) => (cells.get(name)?.[row] as string | null | undefined) ?? null;
    const degrees = (name: string, row: number) => Number(cells.get(name)?.[row]);
    const value = rows.map(
      (row): FoundRow => ({
        row,
        id: text('id', row) ?? '',
        name: text('name', row),
        address: text('address', row),
        use: text('use', row),
        extent: [degrees('xmin', row), degrees('ymin', row), degrees('xmax', row), degrees('ymax', row)],
      }),
    );
    return { ok: true, value };
  }

  return {
    async findRows(request, context) {
      const table = await open(request);
      if (!table.ok) return table;
      const columns = await columnsOf(table.value, context);
      if (!columns.ok) return columns;
      if (context.signal.aborted) return { ok: false, issue: CANCELLED };
      return tell(table.value, findInColumns(columns.value, request.words, request.most));
    },
    async findPlaces({ words, most, ...sources }, { signal }) {
      const key = JSON.stringify(sources);
      if (lastPlaces?.key !== key) lastPlaces = { key, loading: loadPlaces(sources) };
      const { places, issues } = await lastPlaces.loading;
      if (signal.aborted) return { ok: false, issue: CANCELLED };
      const found = places.flatMap((place) => {
        const rank = rankMatch(place.name, words);
        return rank === null ? [] : [{ place, rank }];
      });
      found.sort((a, b) => a.rank - b.rank || a.place.name.length - b.place.name.length);
      return { ok: true, value: { places: found.slice(0, most).map(({ place }) => place), issues } };
    },
  };
}

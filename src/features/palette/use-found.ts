import { useEffect, useState } from 'react';
import type { Issue } from '../../core/city/issue.ts';
import type { FoundRow } from '../../core/search/found-row.ts';
import type { NamedPlace } from '../../core/search/named-places.ts';
import { selectBuildingTable } from '../../state/select-building-table.ts';
import { selectGroundSources } from '../../state/select-ground-sources.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { cityWorker } from '../city-worker.ts';
import type { RowOrigin } from './describe-found.ts';

/** What the worker found for what was typed last. */
export interface Found {
  rows: { row: FoundRow; origin: RowOrigin }[];
  places: NamedPlace[];
  /** What could not be searched. */
  issues: Issue[];
  busy: boolean;
}

const NOTHING: Found = { rows: [], places: [], issues: [], busy: false };
const PAUSE_MILLISECONDS = 120;
const MOST_ROWS = 8;
const MOST_PLACES = 12;
const SEARCHED_TABLES = ['buildings', 'infrastructure'];

/** Tables that are searched, and where their rows are drawn. */
function listTables({ manifest, baseUrl }: OpenCity): (RowOrigin & { tableUrl: string })[] {
  return SEARCHED_TABLES.flatMap((table) => {
    const file = manifest.tables[table]?.file;
    const tileset = manifest.tilesets.find((each) => each.table === table);
    return file && tileset ? [{ table, tilesetId: tileset.id, tableUrl: `${baseUrl}${file}` }] : [];
  });
}

async function searchCity(city: OpenCity, words: string, signal: AbortSignal, tell: (part: Partial<Found>) => void) {
  const facilitiesUrl = selectBuildingTable(city)?.facilitiesUrl;
  const sources = { groundUrls: selectGroundSources(city) ?? {}, ...(facilitiesUrl ? { facilitiesUrl } : {}) };
  const issues: Issue[] = [];
  const places = cityWorker()
    .request('findPlaces', { ...sources, words, most: MOST_PLACES }, { signal })
    .then((answer) => {
      if (signal.aborted) return;
      issues.push(...(answer.ok ? answer.value.issues : [answer.issue]));
      tell({ places: answer.ok ? answer.value.places : [], issues: [...issues] });
    });
  const tables = listTables(city).map(async ({ tableUrl, table, tilesetId }) => {
    const request = { tableUrl, projectCrs: city.manifest.projectCrs, words, most: MOST_ROWS };
    const answer = await cityWorker().request('findRows', request, { signal });
    if (!answer.ok) issues.push(answer.issue);
    return answer.ok ? answer.value.map((row) => ({ row, origin: { table, tilesetId } })) : [];
  });
  const rows = (await Promise.all(tables)).flat();
  await places;
  if (!signal.aborted) tell({ rows, issues: [...issues], busy: false });
}

/**
 * Elements and places of the city by what is typed, a little after the typing pauses. What was found before stays until
 * the next answer is here; a question that was typed over is cancelled.
 */
export function useFound(city: OpenCity | null, words: string): Found {
  const [found, setFound] = useState(NOTHING);
  const asked = words.trim();
  useEffect(() => {
    if (!city || asked === '') {
      setFound(NOTHING);
      return undefined;
    }
    const abort = new AbortController();
    setFound((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      void searchCity(city, asked, abort.signal, (part) => setFound((before) => ({ ...before, ...part })));
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [city, asked]);
  return found;
}

import { describe, expect, it, vi } from 'vitest';
import type { CityTable } from '../../../src/data/open-city-table.ts';
import { createColumnReader } from '../../../src/workers/column-reader.ts';
import { createSearchHandlers } from '../../../src/workers/search-handlers.ts';
import type { HandlerContext } from '../../../src/workers/serve-requests.ts';
import { serveAnswers } from '../data/serve-answers.ts';

const REQUEST = { tableUrl: 'http://x/buildings.parquet', projectCrs: 'EPSG:4547' };
const CONTEXT: HandlerContext = { signal: new AbortController().signal, progress: () => undefined };
const VALUES: Record<string, unknown[]> = {
  id: ['b0', 'b1', 'b2', 'b3'],
  name: ['体育场', null, '人民医院', 'Mill'],
  address: ['沿江路 1 号', '沿江路 12 号', '建设大道 1 号', 'Mill Lane'],
  use: ['public', null, 'health', 'kiosk'],
  xmin: [1, 2, 3, 4],
  ymin: [5, 6, 7, 8],
  xmax: [1.5, 2.5, 3.5, 4.5],
  ymax: [5.5, 6.5, 7.5, 8.5],
};

function openTable() {
  const readColumn = vi.fn((name: string) => Promise.resolve({ ok: true as const, value: VALUES[name] ?? [] }));
  const table: CityTable = { rows: 4, columns: [], readColumn, readRows: () => Promise.reject(new Error('not asked')) };
  const handlers = createSearchHandlers(() => Promise.resolve({ ok: true, value: table }), createColumnReader());
  const find = async (words: string, most = 8) => {
    const found = await handlers.findRows({ ...REQUEST, words, most }, CONTEXT);
    return found.ok ? found.value.map(({ row }) => row) : found.issue.code;
  };
  return { readColumn, handlers, find };
}

describe('createSearchHandlers', () => {
  it('finds rows by name, address and id, names first, and reads every column once', async () => {
    const { find, readColumn } = openTable();
    expect(await find('mill')).toEqual([3]);
    expect(await find('沿江路')).toEqual([0, 1]);
    expect(await find('沿江路', 1)).toEqual([0]);
    expect(await find('b2')).toEqual([2]);
    expect(await find('rmyy')).toEqual([2]);
    expect(await find('nothing')).toEqual([]);
    expect(new Set(readColumn.mock.calls.flat()).size).toBe(readColumn.mock.calls.length);
  });

  it('finds words that stand in different columns', async () => {
    const { find } = openTable();
    expect(await find('沿江路 体育')).toEqual([0]);
    expect(await find('体育 建设')).toEqual([]);
  });

  it('tells name, address, use and box of a row', async () => {
    const { handlers } = openTable();
    expect(await handlers.findRows({ ...REQUEST, words: '12 号', most: 8 }, CONTEXT)).toEqual({
      ok: true,
      value: [{ row: 1, id: 'b1', name: null, address: '沿江路 12 号', use: null, extent: [2, 6, 2.5, 6.5] }],
    });
  });

  it('does not answer a question that was taken back, and answers the next one', async () => {
    const { handlers, find } = openTable();
    const abort = new AbortController();
    const asked = handlers.findRows({ ...REQUEST, words: 'mill', most: 8 }, { ...CONTEXT, signal: abort.signal });
    abort.abort();
    expect(await asked).toMatchObject({ ok: false, issue: { code: 'worker.cancelled' } });
    expect(await find('mill')).toEqual([3]);
  });

  it('finds places by name, best first, and names a layer that cannot be read', async () => {
    const { handlers } = openTable();
    const feature = (name: string) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [1, 2] },
      properties: { id: name, name, kind: 'hospital', dataset: 'd', source: {} },
    });
    const features = ['第二人民医院', '人民医院', '中学'].map(feature);
    const base = await serveAnswers((request, response) => {
      if (request.url?.includes('facilities')) {
        response.setHeader('content-type', 'application/geo+json');
        response.end(JSON.stringify({ type: 'FeatureCollection', features }));
      } else response.writeHead(404).end();
    });
    const sources = { groundUrls: { water: `${base}water.geojson` }, facilitiesUrl: `${base}facilities.geojson` };
    const found = await handlers.findPlaces({ ...sources, words: '人民', most: 8 }, CONTEXT);
    expect(found.ok && found.value.places.map(({ name }) => name)).toEqual(['人民医院', '第二人民医院']);
    expect(found.ok && found.value.issues).toMatchObject([{ place: { layer: 'water' } }]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { CityTable } from '../../../src/data/open-city-table.ts';
import { createColumnReader } from '../../../src/workers/column-reader.ts';
import { createRowHandlers } from '../../../src/workers/row-handlers.ts';
import type { HandlerContext } from '../../../src/workers/serve-requests.ts';

const REQUEST = { tableUrl: 'http://x/buildings.parquet', projectCrs: 'EPSG:4547' };
const CONTEXT: HandlerContext = { signal: new AbortController().signal, progress: () => undefined };
const VALUES: Record<string, unknown[]> = {
  id: ['b0', 'b1', 'b2'],
  name: ['=HYPERLINK("x")', null, '一号, 楼'],
  use: ['residential', 'kiosk', null],
  storeysAbove: [6, null, 1.5],
  peopleDay: [0, 1, 2],
  peopleNight: [12.25, null, 0],
};

function openTable(rows = 3) {
  const readColumn = vi.fn((name: string) =>
    Promise.resolve({ ok: true as const, value: VALUES[name] ?? Array.from({ length: rows }, () => 0) }),
  );
  const table: CityTable = { rows, columns: [], readColumn, readRows: () => Promise.reject(new Error('not asked')) };
  return {
    readColumn,
    handlers: createRowHandlers(() => Promise.resolve({ ok: true, value: table }), createColumnReader()),
  };
}

describe('createRowHandlers', () => {
  it('lists rows in the order asked and reads every column once', async () => {
    const { handlers, readColumn } = openTable();
    const listed = await handlers.listRows({ ...REQUEST, rows: Uint32Array.of(2, 0) }, CONTEXT);
    expect(listed).toMatchObject({
      ok: true,
      value: [
        { row: 2, id: 'b2', name: '一号, 楼', use: null, storeysAbove: 1.5, peopleNight: 0 },
        { row: 0, id: 'b0', use: 'residential', peopleNight: 12.25 },
      ],
    });
    const reads = readColumn.mock.calls.length;
    await handlers.listRows({ ...REQUEST, rows: Uint32Array.of(1) }, CONTEXT);
    expect(readColumn.mock.calls).toHaveLength(reads);
    expect(new Set(readColumn.mock.calls.flat()).size).toBe(reads);
  });

  it('writes CSV with byte order mark, guarded cells, words for codes, and empty cells for the unknown', async () => {
    const { handlers } = openTable();
    const columns = [
      { name: 'row', label: 'Row' },
      { name: 'name', label: 'Name' },
      { name: 'use', label: 'Use', words: { residential: 'Residential' } },
      { name: 'peopleNight', label: 'People' },
    ] as const;
    const written = await handlers.exportRows(
      { ...REQUEST, rows: Uint32Array.of(0, 1, 2), columns: [...columns] },
      CONTEXT,
    );
    expect(written.ok && new TextDecoder('utf-8', { ignoreBOM: true }).decode(written.value)).toBe(
      '\ufeffRow,Name,Use,People\r\n0,"\'=HYPERLINK(""x"")",Residential,12.25\r\n1,,kiosk,\r\n2,"一号, 楼",,0\r\n',
    );
  });

  it('writes more rows than one step takes, without a second heading', async () => {
    const { handlers } = openTable(5000);
    const rows = Uint32Array.from({ length: 5000 }, (_, row) => row);
    const written = await handlers.exportRows({ ...REQUEST, rows, columns: [{ name: 'row', label: 'Row' }] }, CONTEXT);
    const lines = written.ok ? new TextDecoder().decode(written.value).trimEnd().split('\r\n') : [];
    expect(lines).toHaveLength(5001);
    expect(lines.slice(-2)).toEqual(['4998', '4999']);
    expect(lines[2001]).toBe('2000');
  });

  it('refuses a row that is not there', async () => {
    const { handlers } = openTable();
    const listed = await handlers.listRows({ ...REQUEST, rows: Uint32Array.of(0, 3) }, CONTEXT);
    expect(listed).toMatchObject({ ok: false, issue: { code: 'table.noRow', values: { index: 3 } } });
  });
});

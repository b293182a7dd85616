import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetMetadata } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import { buildRows } from '../../../../tools/tables/build-rows.ts';
import { measureCentroid } from '../../../../tools/tables/measure-centroid.ts';
import { readTable } from '../../../../tools/tables/read-table.ts';
import { encodeTable } from '../../../../tools/tables/write-table.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { sampleElement, squareAt } from './sample-element.ts';

const projection = (() => {
  const made = createProjection('EPSG:4547');
  if (!made.ok) throw new Error(made.issue.code);
  return made.value;
})();

let folder = '';
beforeAll(() => {
  folder = freshFolder('table');
});

describe('city table', () => {
  const elements = [
    sampleElement('b1', [squareAt(500000, 3380000, 10)], { name: '甲楼', storeysAbove: 6, yearBuilt: 1998 }),
    sampleElement('b2', [squareAt(500100, 3380000, 4), squareAt(500200, 3380000, 2)], {}),
  ];

  it('reads back every value, unknown stays null', async () => {
    const rows = buildRows(elements, projection);
    const file = path.join(folder, 'buildings.parquet');
    await writeFile(file, encodeTable(rows));
    const read = await readTable(file);
    expect(read).toEqual({ ok: true, value: rows });
    if (read.ok) {
      expect(read.value[0]).toMatchObject({ row: 0, id: 'b1', name: '甲楼', yearBuilt: 1998, peopleDay: null });
      expect(read.value[1]?.geometry).toHaveLength(2);
    }
  });

  it('carries GeoParquet metadata and is equal byte for byte', () => {
    const bytes = encodeTable(buildRows(elements, projection));
    expect(encodeTable(buildRows(elements, projection))).toEqual(bytes);
    const metadata = parquetMetadata(bytes.buffer as ArrayBuffer);
    const geo = JSON.parse(metadata.key_value_metadata?.find((entry) => entry.key === 'geo')?.value ?? '');
    expect(geo).toMatchObject({ version: '1.1.0', primary_column: 'geometry' });
    expect(geo.columns.geometry).toMatchObject({ encoding: 'WKB', geometry_types: ['MultiPolygon', 'Polygon'] });
    expect(geo.columns.geometry.bbox[0]).toBeCloseTo(114, 3);
  });

  it('writes a table without rows', async () => {
    const file = path.join(folder, 'empty.parquet');
    await writeFile(file, encodeTable([]));
    expect(await readTable(file)).toEqual({ ok: true, value: [] });
  });

  it('names a cut file', async () => {
    const file = path.join(folder, 'cut.parquet');
    await writeFile(file, encodeTable(buildRows(elements, projection)).slice(0, -40));
    expect(await readTable(file)).toMatchObject({ ok: false, issue: { code: 'table.unreadable' } });
  });
});

describe('centroid', () => {
  const withHole = [[...squareAt(0, 0, 10), ...squareAt(2, 2, 4)]];

  it('weights by area and keeps precision far from the origin', () => {
    const [x, y] = measureCentroid(withHole);
    expect(x).toBeCloseTo((100 * 5 - 16 * 4) / 84, 12);
    expect(y).toBeCloseTo(x, 12);
    expect(measureCentroid([squareAt(39_500_000, 3_380_000, 0.1)])[0]).toBeCloseTo(39_500_000.05, 6);
  });
});

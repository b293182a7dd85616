import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type TilesetEntry, tileIndexSchema } from '../../src/core/city/city-manifest.ts';
import { readJsonFile } from '../package/read-json-file.ts';
import type { StoredRow } from '../tables/read-table.ts';
import type { FaultList } from './fault-list.ts';

async function verifyContents(
  folder: string,
  entry: TilesetEntry,
  uris: readonly string[],
  faults: FaultList,
): Promise<void> {
  const base = path.dirname(path.join(folder, entry.uri));
  const absent = new Set(entry.absentContents);
  for (const uri of uris) {
    faults.count('adoptedContents');
    const found = await stat(path.join(base, uri)).catch(() => null);
    if (!found?.isFile() && !absent.has(uri)) faults.add('index.content', `${entry.indexUri}: ${uri}`);
  }
  for (const uri of absent) {
    const found = await stat(path.join(base, uri)).catch(() => null);
    if (found) faults.add('tileset.absentContent', `${entry.uri}: ${uri} is there`);
    else faults.inherit('tileset.absentContent', `${entry.uri}: ${uri}`);
  }
}

/**
 * Checks an adopted tileset: its root is there, its index leads every feature to a row of its own dataset or to none,
 * every row of the dataset is reached, every content named is there or listed as absent.
 * Faults: `tileset.unreadable`, `index.unreadable`, `index.content`, `index.row`, `index.rowMissing`,
 * `tileset.absentContent`; inherited: `tileset.absentContent` for contents that the source lacks.
 */
export async function verifyAdoptedTileset(
  folder: string,
  entry: TilesetEntry,
  rows: readonly StoredRow[],
  faults: FaultList,
): Promise<void> {
  const root = await readJsonFile(path.join(folder, entry.uri));
  if (!root.ok) faults.add('tileset.unreadable', entry.uri);
  const json = entry.indexUri === undefined ? null : await readJsonFile(path.join(folder, entry.indexUri));
  const index = json?.ok ? tileIndexSchema.safeParse(json.value) : null;
  if (!index?.success) {
    faults.add('index.unreadable', entry.indexUri ?? entry.id);
    return;
  }
  const { contents } = index.data;
  await verifyContents(folder, entry, Object.keys(contents), faults);
  const reached = new Set<number>();
  for (const [uri, numbers] of Object.entries(contents)) {
    numbers.forEach((number, feature) => {
      faults.count('indexedFeatures');
      if (number === -1) return;
      const row = rows[number];
      if (!row || !entry.datasetIds.includes(row.dataset)) {
        faults.add('index.row', `${entry.indexUri} ${uri} feature ${feature}: row ${number}`);
      }
      reached.add(number);
    });
  }
  rows.forEach((row, number) => {
    if (entry.datasetIds.includes(row.dataset) && !reached.has(number)) {
      faults.add('index.rowMissing', `${entry.indexUri} row ${number} (${row.id})`);
    }
  });
}

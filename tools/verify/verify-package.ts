import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import { createProjection } from '../../src/core/crs/projection.ts';
import { describePlace } from '../package/issue-collector.ts';
import type { BuildContext } from '../package/progress.ts';
import { readPackage } from '../package/read-package.ts';
import type { StoredRow } from '../tables/read-table.ts';
import { createFaultList, type FaultList, type VerifyReport } from './fault-list.ts';
import { verifyAdoptedTileset } from './verify-adopted-tileset.ts';
import { verifyBuiltTileset } from './verify-built-tileset.ts';
import { verifyFiles } from './verify-files.ts';
import { verifyLayers } from './verify-layers.ts';
import { verifyTable } from './verify-table.ts';
import { verifyTerrain } from './verify-terrain.ts';

function verifyGround({ ground }: CityManifest, faults: FaultList): void {
  faults.count('groundNodes', ground.ellipsoidalHeightsMeters.length);
  if (ground.columns * ground.rows !== ground.ellipsoidalHeightsMeters.length) {
    faults.add('ground.size', `${ground.columns} × ${ground.rows}: ${ground.ellipsoidalHeightsMeters.length} heights`);
  }
  if (!ground.ellipsoidalHeightsMeters.every((height) => height > -1000 && height < 9000)) {
    faults.add('ground.height', 'city.json ground');
  }
}

function verifyCounts(manifest: CityManifest, tables: ReadonlyMap<string, StoredRow[]>, faults: FaultList): void {
  const counts = new Map<string, number>();
  for (const rows of tables.values())
    for (const row of rows) counts.set(row.dataset, (counts.get(row.dataset) ?? 0) + 1);
  for (const { id, kind, count } of manifest.datasets) {
    if (kind !== 'buildings' && kind !== 'infrastructure') continue;
    const found = counts.get(id) ?? 0;
    if (found !== count) faults.add('dataset.count', `${id}: ${found} rows, ${count} listed`);
  }
}

/**
 * Checks a city package by an oracle of its own, from the stored bytes alone: manifest, hashes, tables, tiles, layers,
 * ground. The deeper checks run even when a hash is wrong, so that the report says what is damaged.
 * @param folder Package folder.
 * @returns The report; `ok` false when anything but the sources' own faults was found.
 */
export async function verifyPackage(folder: string, context: BuildContext): Promise<VerifyReport> {
  const faults = createFaultList();
  const read = await readPackage(folder);
  if (!read.ok) {
    faults.add(read.issue.code, describePlace({ ...read.issue.place, file: 'city.json' }));
    return faults.report();
  }
  const manifest = read.value;
  await verifyFiles(folder, manifest, faults);
  verifyGround(manifest, faults);
  const projection = createProjection(manifest.projectCrs);
  if (!projection.ok) {
    faults.add(projection.issue.code, manifest.projectCrs);
    return faults.report();
  }
  const tables = new Map<string, StoredRow[]>();
  for (const [name, entry] of Object.entries(manifest.tables)) {
    context.progress(entry.file, 0, null);
    const rows = await verifyTable(folder, entry, manifest, projection.value, faults);
    if (rows) tables.set(name, rows);
  }
  verifyCounts(manifest, tables, faults);
  for (const entry of manifest.tilesets) {
    context.signal.throwIfAborted();
    context.progress(entry.uri, 0, null);
    const rows = tables.get(entry.table) ?? [];
    if (entry.rowLookup === 'row') await verifyBuiltTileset(folder, entry, rows, projection.value, faults);
    else await verifyAdoptedTileset(folder, entry, rows, projection.value, faults);
  }
  await verifyLayers(folder, manifest, faults);
  await verifyTerrain(folder, manifest, faults);
  return faults.report();
}

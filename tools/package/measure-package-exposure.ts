import path from 'node:path';
import { z } from 'zod';
import type { CityManifest, DatasetKind, Extent } from '../../src/core/city/city-manifest.ts';
import { facilitySchema } from '../../src/core/city/facility.ts';
import type { Issue, Outcome } from '../../src/core/city/issue.ts';
import { pipeSchema } from '../../src/core/city/pipe.ts';
import { createProjection } from '../../src/core/crs/projection.ts';
import { collectFootprints } from '../../src/core/risk/building-footprints.ts';
import type { ExposureResult } from '../../src/core/risk/exposure.ts';
import { measureExposure } from '../../src/core/risk/measure-exposure.ts';
import { projectPipes } from '../../src/core/risk/pipe-segments.ts';
import { projectFacilities } from '../../src/core/risk/project-facilities.ts';
import { projectZones } from '../../src/core/risk/zone-polygons.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import { readVectorLayer } from '../layers/read-layer.ts';
import { readTable, type StoredRow } from '../tables/read-table.ts';
import { makeIdsUnique } from './make-ids-unique.ts';
import type { BuildContext } from './progress.ts';
import { readJsonFile } from './read-json-file.ts';
import { readPackage } from './read-package.ts';

/** Whether a zone lies beside the extent of the city's data, longitude and latitude: it cannot hold anything. */
function liesBeside(zone: Zone, [west, south, east, north]: Extent): boolean {
  const places = zone.geometry.coordinates.flatMap((polygon) => polygon[0] ?? []);
  return (
    places.every(([lon]) => lon < west) ||
    places.every(([lon]) => lon > east) ||
    places.every(([, lat]) => lat < south) ||
    places.every(([, lat]) => lat > north)
  );
}

async function readLayer<T>(
  kind: DatasetKind,
  schema: z.ZodType<T>,
  folder: string,
  manifest: CityManifest,
): Promise<Outcome<T[]>> {
  const dataset = manifest.datasets.find((each) => each.kind === kind && each.file);
  if (!dataset?.file) return { ok: true, value: [] };
  const json = await readJsonFile(path.join(folder, dataset.file));
  if (!json.ok) return json;
  const parsed = z.object({ features: z.array(schema) }).safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data.features };
  const place = { file: dataset.file, layer: kind };
  return { ok: false, issue: { code: 'layer.notCollection', severity: 'error', place } };
}

/**
 * Measures the exposure of a package's buildings, critical facilities and pipes to zones from a file (package contract, "JSON answers").
 * @param folder Package folder.
 * @param zonesFile GeoJSON or another zone format, in longitude, latitude or in the CRS that the file declares, with
 * the zone properties of the contract; missing ids are made.
 * @returns The exposure, and the issues of the zones: `exposure.zoneOutside` for each that lies beside the city's data.
 * Errors: those of `readPackage`, of the zone reader and `table.unreadable`. A package without buildings answers zeros.
 */
export async function measurePackageExposure(
  folder: string,
  zonesFile: string,
  context: BuildContext,
): Promise<Outcome<{ result: ExposureResult; issues: Issue[] }>> {
  const manifest = await readPackage(folder);
  if (!manifest.ok) return manifest;
  const { id, name, projectCrs, extent, tables } = manifest.value;
  const projection = createProjection(projectCrs);
  if (!projection.ok) return projection;
  const dataset = { id: 'zones', kind: 'zones', source: path.basename(zonesFile) } as const;
  const recipe = { version: 1, id, name, projectCrs, datasets: [dataset] } as const;
  const issues: Issue[] = [];
  const reader = { ...context, report: (issue: Issue) => void issues.push(issue) };
  const zones = await readVectorLayer(
    'zones',
    dataset,
    { recipe: { ...recipe, datasets: [dataset] }, folder: path.dirname(zonesFile) },
    reader,
  );
  if (!zones.ok) return zones;
  makeIdsUnique(zones.value.features, 'zone.duplicateId', reader);
  const place = { file: path.basename(zonesFile) };
  for (const zone of zones.value.features.filter((each) => liesBeside(each, extent))) {
    issues.push({ code: 'exposure.zoneOutside', severity: 'warning', place: { ...place, id: zone.properties.id } });
  }
  const table = tables.buildings;
  let rows: StoredRow[] = [];
  if (table) {
    const read = await readTable(path.join(folder, table.file));
    if (!read.ok) return read;
    rows = read.value;
  }
  const buildings = collectFootprints(rows, projection.value);
  const facilities = await readLayer('facilities', facilitySchema, folder, manifest.value);
  if (!facilities.ok) return facilities;
  const pipes = await readLayer('pipes', pipeSchema, folder, manifest.value);
  if (!pipes.ok) return pipes;
  const result = measureExposure(
    buildings,
    projectZones(zones.value.features, projection.value),
    projectFacilities(facilities.value, projection.value),
    projectPipes(pipes.value, projection.value),
  );
  return { ok: true, value: { result, issues } };
}

import path from 'node:path';
import { z } from 'zod';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import { communityCollectionSchema } from '../../src/core/city/community.ts';
import { facilitySchema } from '../../src/core/city/facility.ts';
import { landAreaSchema, waterAreaSchema, waySchema } from '../../src/core/city/ground-feature.ts';
import { pipeSchema } from '../../src/core/city/pipe.ts';
import { shelterCollectionSchema } from '../../src/core/evacuation/shelter.ts';
import { measureSignedArea } from '../../src/core/geometry/signed-area.ts';
import { zoneCollectionSchema } from '../../src/core/zones/zone.ts';
import { LAYER_FILES } from '../package/package-layers.ts';
import { readJsonFile } from '../package/read-json-file.ts';
import type { FaultList } from './fault-list.ts';

function collectionOf<T extends z.ZodType>(feature: T) {
  return z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) });
}

const COLLECTIONS = {
  zones: zoneCollectionSchema,
  shelters: shelterCollectionSchema,
  communities: communityCollectionSchema,
  facilities: collectionOf(facilitySchema),
  landuse: collectionOf(landAreaSchema),
  water: collectionOf(waterAreaSchema),
  network: collectionOf(waySchema),
  pipes: collectionOf(pipeSchema),
} as const;

type Feature = z.infer<(typeof COLLECTIONS)[keyof typeof COLLECTIONS]>['features'][number];

function verifyPosition([lon = Number.NaN, lat = Number.NaN]: readonly number[]): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function verifyGeometry({ geometry }: Feature, where: string, faults: FaultList): void {
  if (geometry.type === 'Point') {
    if (!verifyPosition(geometry.coordinates)) faults.add('layer.position', where);
    return;
  }
  if (geometry.type === 'MultiLineString') {
    if (!geometry.coordinates.every((line) => line.every(verifyPosition))) faults.add('layer.position', where);
    return;
  }
  for (const polygon of geometry.coordinates) {
    polygon.forEach((ring, index) => {
      const plane = ring.map(([lon, lat]) => [lon, lat] as const);
      const first = plane[0];
      const last = plane.at(-1);
      if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) faults.add('layer.ringOpen', where);
      if (measureSignedArea(plane) > 0 !== (index === 0)) faults.add('layer.ringDirection', where);
      if (!ring.every(verifyPosition)) faults.add('layer.position', where);
    });
  }
}

async function verifyLayer(
  folder: string,
  kind: keyof typeof COLLECTIONS,
  manifest: CityManifest,
  faults: FaultList,
): Promise<void> {
  const datasets = manifest.datasets.filter((dataset) => dataset.kind === kind);
  if (datasets.length === 0) return;
  const name = LAYER_FILES[kind];
  const json = await readJsonFile(path.join(folder, name));
  if (!json.ok) {
    faults.add('layer.unreadable', name);
    return;
  }
  const parsed = COLLECTIONS[kind].safeParse(json.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      faults.add('layer.shape', `${name} ${issue.path.join('.')}: ${issue.message}`);
    return;
  }
  const ids = new Set<string>();
  const counts = new Map<string, number>();
  for (const feature of parsed.data.features) {
    faults.count(kind);
    const { id, dataset } = feature.properties;
    const where = `${name} ${id}`;
    if (ids.has(id)) faults.add('layer.duplicateId', where);
    ids.add(id);
    counts.set(dataset, (counts.get(dataset) ?? 0) + 1);
    verifyGeometry(feature, where, faults);
  }
  for (const { id, count } of datasets) {
    const found = counts.get(id) ?? 0;
    if (found !== count) faults.add('layer.count', `${name}: ${found} features of ${id}, ${count} listed`);
  }
}

/**
 * Checks the vector layers (zones, shelters, communities, facilities, land use, water, ways, pipes): shape of the contract, ids once, closed and directed rings, positions on
 * earth, as many features as the manifest says.
 * Faults: `layer.unreadable`, `layer.shape`, `layer.duplicateId`, `layer.ringOpen`, `layer.ringDirection`,
 * `layer.position`, `layer.count`.
 */
export async function verifyLayers(folder: string, manifest: CityManifest, faults: FaultList): Promise<void> {
  for (const kind of Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[]) {
    await verifyLayer(folder, kind, manifest, faults);
  }
}

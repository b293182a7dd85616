import type { DatasetKind, Extent, LocalizedText } from '../core/city/city-manifest.ts';
import { countGroundFeatures } from './select-ground-sources.ts';
import type { OpenCity } from './workspace.ts';

/** A line of the layer rail. */
export interface LayerEntry {
  id: string;
  kind: DatasetKind | 'groundMap';
  /** Given by the package; `null` for zones, shelters and base map, which the app names. */
  title: LocalizedText | null;
  count: number;
  absentContents: string[];
  extent: Extent;
}

/** Layers of a city in drawing order of the rail: shelters, zones, every tileset, then the base map. */
export function selectLayers(city: OpenCity): LayerEntry[] {
  const { manifest } = city;
  const vector = (id: 'shelters' | 'zones', positions: (readonly number[])[]): LayerEntry[] =>
    city[id].length === 0
      ? []
      : [
          {
            id,
            kind: id,
            title: null,
            count: city[id].length,
            absentContents: [],
            extent: extentOf(positions, manifest.extent),
          },
        ];
  const tilesets = manifest.tilesets.map((tileset): LayerEntry => {
    const datasets = manifest.datasets.filter((dataset) => tileset.datasetIds.includes(dataset.id));
    return {
      id: tileset.id,
      kind: datasets[0]?.kind ?? 'buildings',
      title: datasets[0]?.title ?? null,
      count: datasets.reduce((sum, dataset) => sum + dataset.count, 0),
      absentContents: tileset.absentContents,
      extent: manifest.extent,
    };
  });
  return [
    ...vector(
      'shelters',
      city.shelters.map((shelter) => shelter.geometry.coordinates),
    ),
    ...vector(
      'zones',
      city.zones.flatMap((zone) => zone.geometry.coordinates.flatMap((polygon) => polygon[0] ?? [])),
    ),
    ...tilesets,
    ...groundMapOf(city),
  ];
}

function groundMapOf({ manifest }: OpenCity): LayerEntry[] {
  const count = countGroundFeatures(manifest);
  if (count === 0) return [];
  return [{ id: 'groundMap', kind: 'groundMap', title: null, count, absentContents: [], extent: manifest.extent }];
}

function extentOf(positions: (readonly number[])[], fallback: Extent): Extent {
  if (positions.length === 0) return fallback;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of positions) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

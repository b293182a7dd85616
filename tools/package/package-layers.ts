import type { DatasetEntry, DatasetKind } from '../../src/core/city/city-manifest.ts';
import type { Community } from '../../src/core/city/community.ts';
import type { Facility } from '../../src/core/city/facility.ts';
import type { LandArea, WaterArea, Way } from '../../src/core/city/ground-feature.ts';
import type { Pipe } from '../../src/core/city/pipe.ts';
import type { Shelter } from '../../src/core/evacuation/shelter.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import type { CityElement } from '../elements/city-element.ts';
import type { Elevation } from '../terrain/elevation.ts';

/** Tables of a package whose rows are drawn as 3D elements. */
export const TABLES = ['buildings', 'infrastructure'] as const;
export type TableName = (typeof TABLES)[number];

/** Vector layers of a package: dataset kind → file. */
export const LAYER_FILES = {
  zones: 'zones.geojson',
  shelters: 'shelters.geojson',
  communities: 'communities.geojson',
  facilities: 'facilities.geojson',
  landuse: 'landuse.geojson',
  water: 'water.geojson',
  network: 'ways.geojson',
  pipes: 'pipes.geojson',
} as const satisfies Partial<Record<DatasetKind, string>>;

/** Description of the terrain's tiles; its folder holds them. */
export const TERRAIN_FILE = 'terrain/layer.json';

/** An adopted tileset as copied into the package, with its way from features to table rows. */
export interface AdoptedDataset {
  /** Dataset id = tileset id = folder in the package. */
  id: string;
  table: TableName;
  /** Content URI → position in `elements` per feature id, −1 = none. */
  contents: Record<string, number[]>;
  elements: CityElement[];
  absentContents: string[];
  /** Files written, relative to the tileset's folder. */
  files: string[];
}

/** Everything that the datasets of a recipe came to, before tiles and tables. */
export interface PackageContents {
  entries: DatasetEntry[];
  /** Elements drawn by our own tiles, per table, in recipe order. */
  built: { table: TableName; datasetId: string; elements: CityElement[] }[];
  adopted: AdoptedDataset[];
  zones: Zone[];
  shelters: Shelter[];
  communities: Community[];
  facilities: Facility[];
  landuse: LandArea[];
  water: WaterArea[];
  network: Way[];
  pipes: Pipe[];
  /** Elevation model of the terrain dataset. */
  terrain: { datasetId: string; elevation: Elevation } | null;
}

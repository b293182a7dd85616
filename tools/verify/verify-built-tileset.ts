import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TilesetEntry } from '../../src/core/city/city-manifest.ts';
import type { Projection } from '../../src/core/crs/projection.ts';
import { readJsonFile } from '../package/read-json-file.ts';
import type { StoredRow } from '../tables/read-table.ts';
import { readGlb } from '../tiling/read-glb.ts';
import type { TileContent } from '../tiling/tile-content.ts';
import type { FaultList } from './fault-list.ts';
import { type FeatureMesh, measureMesh } from './measure-mesh.ts';
import { type BuiltTile, builtTilesetSchema, type TileRegion } from './tileset-document.ts';

/** Earth radius for comparing angles with metres. */
const EARTH_RADIUS_METERS = 6_378_137;
const CONTAINMENT_TOLERANCE_METERS = 0.05;
/** Positions are quantised to about a centimetre; a roof may lose that along its edge. */
const EDGE_TOLERANCE_METERS = 0.05;
const ROOF_TOLERANCE = 0.01;
/** A source model may have roofs that do not cover its ground; less than this share is a fault of the tiles. */
const LEAST_MODELLED_ROOF = 0.5;
const SURFACES_RULE = '"footprint.from-surfaces"';
const PLACE_TOLERANCE_METERS = 1;
const HEIGHT_TOLERANCE_METERS = 0.1;

interface TilesetCheck {
  folder: string;
  entry: TilesetEntry;
  rows: readonly StoredRow[];
  /** Tiles that show each row. */
  shown: Map<number, string>;
  projection: Projection;
  faults: FaultList;
}

function exceeds(inner: TileRegion, outer: TileRegion): boolean {
  const angle = CONTAINMENT_TOLERANCE_METERS / EARTH_RADIUS_METERS;
  return (
    inner[0] < outer[0] - angle ||
    inner[1] < outer[1] - angle ||
    inner[2] > outer[2] + angle ||
    inner[3] > outer[3] + angle ||
    inner[4] < outer[4] - CONTAINMENT_TOLERANCE_METERS ||
    inner[5] > outer[5] + CONTAINMENT_TOLERANCE_METERS
  );
}

function verifyShape(mesh: FeatureMesh, row: StoredRow, where: string, check: TilesetCheck): void {
  const { faults, projection } = check;
  const area = row.footprintAreaSquareMeters ?? 0;
  const [west, south] = projection.fromLonLat(row.xmin, row.ymin);
  const [east, north] = projection.fromLonLat(row.xmax, row.ymax);
  const edge = 2 * (east - west + north - south) * EDGE_TOLERANCE_METERS;
  if (mesh.roofAreaSquareMeters < area * (1 - ROOF_TOLERANCE) - edge) {
    const told = `${where}: ${mesh.roofAreaSquareMeters.toFixed(2)} of ${area.toFixed(2)} m²`;
    const asModelled = row.derived.includes(SURFACES_RULE) && mesh.roofAreaSquareMeters > area * LEAST_MODELLED_ROOF;
    if (asModelled) faults.inherit('tile.roofArea', told);
    else faults.add('tile.roofArea', told);
  }
  if (mesh.volumeCubicMeters < -edge) faults.add('tile.insideOut', where);
  const [x, y] = projection.fromLonLat(row.lon, row.lat);
  const beside =
    x < mesh.box[0] - PLACE_TOLERANCE_METERS ||
    x > mesh.box[2] + PLACE_TOLERANCE_METERS ||
    y < mesh.box[1] - PLACE_TOLERANCE_METERS ||
    y > mesh.box[3] + PLACE_TOLERANCE_METERS;
  if (beside) faults.add('tile.misplaced', where);
  const height = mesh.highestMeters - mesh.lowestMeters;
  if (row.heightMeters !== null && height > row.heightMeters + HEIGHT_TOLERANCE_METERS + edge) {
    faults.add('tile.height', `${where}: ${height.toFixed(2)} m drawn, ${row.heightMeters} m stored`);
  }
}

function verifyFeature(
  feature: TileContent['features'][number],
  mesh: FeatureMesh | undefined,
  uri: string,
  check: TilesetCheck,
): void {
  const { faults, rows, shown } = check;
  faults.count('tileFeatures');
  const number = Number(feature.properties.row);
  const row = rows[number];
  const where = `${uri} feature ${feature.id} (row ${String(feature.properties.row)})`;
  if (!row) {
    faults.add('tile.row', where);
    return;
  }
  const before = shown.get(number);
  if (before !== undefined) faults.add('tile.rowRepeated', `${where}, also in ${before}`);
  shown.set(number, uri);
  if (feature.properties.id !== row.id) faults.add('tile.id', `${where}: ${row.id} in the table`);
  if (mesh) verifyShape(mesh, row, where, check);
  else faults.add('tile.noMesh', where);
}

async function verifyContent(uri: string, tile: BuiltTile, check: TilesetCheck): Promise<void> {
  const { faults, folder } = check;
  faults.count('tiles');
  const bytes = await readFile(path.join(folder, uri)).catch(() => null);
  const content = bytes ? await readGlb(bytes, uri) : null;
  if (!content?.ok) {
    faults.add('tile.unreadable', uri);
    return;
  }
  const measured = measureMesh(content.value, check.projection);
  if (exceeds(measured.region, tile.boundingVolume.region)) faults.add('tile.outsideVolume', uri);
  const known = new Set(content.value.features.map((feature) => feature.id));
  for (const id of measured.features.keys()) if (!known.has(id)) faults.add('tile.feature', `${uri} feature ${id}`);
  for (const feature of content.value.features) {
    verifyFeature(feature, measured.features.get(feature.id), uri, check);
  }
}

async function verifyTile(tile: BuiltTile, parent: BuiltTile | null, check: TilesetCheck): Promise<void> {
  const { entry, faults } = check;
  const where = `${entry.uri} ${tile.content?.uri ?? 'inner tile'}`;
  if (parent) {
    if (tile.geometricError > parent.geometricError) faults.add('tileset.geometricError', where);
    if (exceeds(tile.boundingVolume.region, parent.boundingVolume.region)) faults.add('tileset.volume', where);
  }
  if (tile.content) await verifyContent(path.posix.join(path.posix.dirname(entry.uri), tile.content.uri), tile, check);
  for (const child of tile.children ?? []) await verifyTile(child, tile, check);
}

/**
 * Checks a tileset that this program built against the rows of its table: every row of its datasets drawn exactly
 * once under its id, roofs as large as footprints, faces outwards, buildings where their row lies and no higher than
 * it says, contents inside their bounding volumes, volumes nested and geometric errors falling down the tree.
 * Faults: `tileset.unreadable`, `tileset.geometricError`, `tileset.volume`, `tile.unreadable`, `tile.outsideVolume`,
 * `tile.feature`, `tile.noMesh`, `tile.row`, `tile.rowRepeated`, `tile.rowMissing`, `tile.id`, `tile.roofArea`,
 * `tile.insideOut`, `tile.misplaced`, `tile.height`; inherited: `tile.roofArea` of source models whose roofs do not
 * cover their ground.
 */
export async function verifyBuiltTileset(
  folder: string,
  entry: TilesetEntry,
  rows: readonly StoredRow[],
  projection: Projection,
  faults: FaultList,
): Promise<void> {
  const json = await readJsonFile(path.join(folder, entry.uri));
  const parsed = json.ok ? builtTilesetSchema.safeParse(json.value) : null;
  if (!parsed?.success) {
    const first = parsed?.error.issues[0];
    faults.add('tileset.unreadable', first ? `${entry.uri} ${first.path.join('.')}: ${first.message}` : entry.uri);
    return;
  }
  const check: TilesetCheck = { folder, entry, rows, shown: new Map(), projection, faults };
  const { root, geometricError } = parsed.data;
  if (root.geometricError > geometricError) faults.add('tileset.geometricError', `${entry.uri} root`);
  await verifyTile(root, null, check);
  rows.forEach((row, number) => {
    if (entry.datasetIds.includes(row.dataset) && !check.shown.has(number)) {
      faults.add('tile.rowMissing', `${entry.uri} row ${number} (${row.id})`);
    }
  });
}

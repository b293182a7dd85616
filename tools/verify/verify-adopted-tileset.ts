import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type TileIndex, type TilesetEntry, tileIndexSchema } from '../../src/core/city/city-manifest.ts';
import type { Projection } from '../../src/core/crs/projection.ts';
import { readJsonFile } from '../package/read-json-file.ts';
import type { StoredRow } from '../tables/read-table.ts';
import { transformPoint } from '../tiling/matrix4.ts';
import { readTileContent } from '../tiling/read-tile-content.ts';
import type { TileContent } from '../tiling/tile-content.ts';
import type { TilesetEntry as WalkedTile } from '../tiling/walk-state.ts';
import { walkTileset } from '../tiling/walk-tileset.ts';
import type { FaultList } from './fault-list.ts';
import { measureExcess } from './measure-excess.ts';
import { type FeatureMesh, measureMesh } from './measure-mesh.ts';

/** A source may round its volumes; what exceeds them by less is not told. */
const EXCESS_TOLERANCE_METERS = 0.5;
const PLACE_TOLERANCE_METERS = 1;

interface AdoptedCheck {
  entry: TilesetEntry;
  rows: readonly StoredRow[];
  contents: TileIndex['contents'];
  projection: Projection;
  faults: FaultList;
  /** What all features of a row span together: least x, least y, greatest x, greatest y. */
  boxes: Map<number, FeatureMesh['box']>;
}

function widenBox(check: AdoptedCheck, row: number, box: FeatureMesh['box']): void {
  const known = check.boxes.get(row) ?? [Infinity, Infinity, -Infinity, -Infinity];
  check.boxes.set(row, [
    Math.min(known[0], box[0]),
    Math.min(known[1], box[1]),
    Math.max(known[2], box[2]),
    Math.max(known[3], box[3]),
  ]);
}

function placeOnEarth(content: TileContent, tile: WalkedTile): Float64Array {
  const { triangles } = content;
  const placed = new Float64Array(triangles.length);
  for (let at = 0; at < triangles.length; at += 3) {
    placed.set(transformPoint(tile.transform, triangles[at]!, triangles[at + 1]!, triangles[at + 2]!), at);
  }
  return placed;
}

function verifyFeatures(
  content: TileContent,
  tile: WalkedTile,
  uri: string,
  numbers: readonly number[],
  check: AdoptedCheck,
): void {
  const { faults } = check;
  const known = new Set(content.features.map((feature) => feature.id));
  numbers.forEach((row, id) => {
    if (row >= 0 && !known.has(id)) faults.add('index.feature', `${check.entry.indexUri} ${uri} feature ${id}`);
  });
  const triangles = placeOnEarth(content, tile);
  const { features } = measureMesh({ triangles, triangleFeature: content.triangleFeature }, check.projection);
  for (const [id, mesh] of features) {
    const row = numbers[id] ?? -1;
    if (row >= 0) widenBox(check, row, mesh.box);
  }
}

async function verifyContent(tile: WalkedTile, uri: string, file: string, check: AdoptedCheck): Promise<void> {
  const { entry, faults } = check;
  faults.count('adoptedContents');
  const numbers = check.contents[uri] ?? [];
  const base = path.dirname(file);
  const bytes = await readFile(file);
  const content = await readTileContent(bytes, uri);
  if (!content.ok) {
    // The index could lead into this content when the package was built, so it was whole then.
    if (numbers.some((row) => row >= 0)) faults.add('tile.unreadable', uri);
    else faults.inherit('tile.unreadable', `${path.basename(base)}/${uri}`);
    return;
  }
  verifyFeatures(content.value, tile, uri, numbers, check);
  const excess = measureExcess(content.value.triangles, tile.boundingVolume, tile.transform);
  if (excess > EXCESS_TOLERANCE_METERS) {
    faults.inherit('tile.outsideVolume', `${entry.id}/${uri}: ${excess.toFixed(1)} m`);
  }
}

async function verifyTile(tile: WalkedTile, check: AdoptedCheck): Promise<void> {
  const { entry, faults } = check;
  const { uri, file } = tile;
  if (tile.geometricError > tile.parentGeometricError) {
    faults.inherit(
      'tileset.geometricError',
      `${entry.uri} ${uri ?? ''}: ${tile.geometricError} under ${tile.parentGeometricError}`,
    );
  }
  if (uri === null) return;
  if (tile.absent) {
    if (entry.absentContents.includes(uri)) faults.inherit('tileset.absentContent', `${entry.id}/${uri}`);
    else faults.add('index.content', `${entry.id}/${uri}`);
  } else if (file !== null && !/\.json$/i.test(file)) await verifyContent(tile, uri, file, check);
}

function verifyIndex(check: AdoptedCheck): void {
  const { contents, entry, faults, rows } = check;
  const reached = new Set<number>();
  for (const [uri, numbers] of Object.entries(contents)) {
    numbers.forEach((number, feature) => {
      faults.count('indexedFeatures');
      if (number === -1) return;
      const row = rows[number];
      const where = `${entry.indexUri} ${uri} feature ${feature}: row ${number}`;
      if (!row || !entry.datasetIds.includes(row.dataset)) faults.add('index.row', where);
      reached.add(number);
    });
  }
  rows.forEach((row, number) => {
    if (entry.datasetIds.includes(row.dataset) && !reached.has(number)) {
      faults.add('index.rowMissing', `${entry.indexUri} row ${number} (${row.id})`);
    }
  });
}

/** The index leads to the wrong row when the row's centre lies beside the mesh that leads to it. */
function verifyPlaces({ boxes, entry, faults, projection, rows }: AdoptedCheck): void {
  for (const [number, box] of boxes) {
    const row = rows[number];
    if (!row) continue;
    const [x, y] = projection.fromLonLat((row.xmin + row.xmax) / 2, (row.ymin + row.ymax) / 2);
    const beside =
      x < box[0] - PLACE_TOLERANCE_METERS ||
      x > box[2] + PLACE_TOLERANCE_METERS ||
      y < box[1] - PLACE_TOLERANCE_METERS ||
      y > box[3] + PLACE_TOLERANCE_METERS;
    if (beside) faults.add('tile.misplaced', `${entry.indexUri} row ${number} (${row.id})`);
  }
}

/**
 * Checks an adopted tileset: its tree can be walked and its contents read where the index leads into them, every
 * feature of the index is in its content and leads to a row of its own dataset that lies where the feature is drawn,
 * every row of the dataset is reached, every content named is there or listed as absent.
 * Faults: `tileset.unreadable`, `tile.unreadable`, `tile.misplaced`, `index.unreadable`, `index.content`,
 * `index.feature`, `index.row`, `index.rowMissing`. Inherited, as the source has them: absent and unreadable
 * contents, contents outside their volumes by more than half a metre, geometric errors that grow, issues of the walk.
 */
export async function verifyAdoptedTileset(
  folder: string,
  entry: TilesetEntry,
  rows: readonly StoredRow[],
  projection: Projection,
  faults: FaultList,
): Promise<void> {
  const json = entry.indexUri === undefined ? null : await readJsonFile(path.join(folder, entry.indexUri));
  const index = json?.ok ? tileIndexSchema.safeParse(json.value) : null;
  if (!index?.success) {
    faults.add('index.unreadable', entry.indexUri ?? entry.id);
    return;
  }
  const walk = await walkTileset(path.join(folder, entry.uri)).catch(() => null);
  if (!walk?.ok) {
    faults.add('tileset.unreadable', entry.uri);
    return;
  }
  const check: AdoptedCheck = { entry, rows, contents: index.data.contents, projection, faults, boxes: new Map() };
  verifyIndex(check);
  for (const issue of walk.value.issues) {
    if (issue.code !== 'tiles.contentAbsent') faults.inherit(issue.code, issue.place.file ?? entry.uri);
  }
  for (const tile of walk.value.entries) await verifyTile(tile, check);
  const walked = new Set(walk.value.entries.map((tile) => tile.uri));
  for (const uri of Object.keys(check.contents))
    if (!walked.has(uri)) faults.add('index.content', `${entry.indexUri} ${uri}`);
  verifyPlaces(check);
}

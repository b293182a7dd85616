import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { ZodError } from 'zod';
import type { Outcome } from '../../src/core/city/issue.ts';
import { isFile } from './locate-file.ts';
import { IDENTITY, multiply } from './matrix4.ts';
import { type TileJson, type TilesetJson, tilesetJsonSchema } from './tileset-json.ts';
import { walkImplicit } from './walk-implicit.ts';
import { type AddContent, locate, type TilePlace, type TilesetWalk, type WalkState } from './walk-state.ts';

/** Errors this large do not come from geometry; the radius of the earth is 6.4e6. */
const LARGEST_ERROR_METERS = 1e9;

function parseTileset(file: string, uri: string): Outcome<TilesetJson> {
  const refuse = (detail: string): Outcome<TilesetJson> => ({
    ok: false,
    issue: { code: 'tiles.badTileset', severity: 'error', place: { file: uri }, values: { detail } },
  });
  try {
    return { ok: true, value: tilesetJsonSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch (error) {
    if (error instanceof ZodError) return refuse(`${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`);
    if (error instanceof SyntaxError) return refuse(error.message);
    if (error instanceof Error && 'code' in error) return refuse(String(error.code));
    throw error;
  }
}

/** Adds one content of a tile (or the tile itself, without one); walks on into external tilesets. */
function addContent(state: WalkState, tile: TileJson, place: TilePlace, contentUri: string | null): void {
  const found = contentUri === null ? { uri: null, file: null } : locate(state, place.folder, contentUri);
  const here = found.file !== null && isFile(found.file);
  if (found.uri !== null && found.file === null) {
    state.issues.push({ code: 'tiles.foreignAddress', severity: 'warning', place: { file: found.uri } });
  } else if (found.uri !== null && !here) {
    state.issues.push({ code: 'tiles.contentAbsent', severity: 'warning', place: { file: found.uri } });
  }
  state.entries.push({
    ...found,
    absent: found.uri !== null && !here,
    transform: place.transform,
    boundingVolume: tile.boundingVolume,
    geometricError: tile.geometricError,
    parentGeometricError: place.parentGeometricError,
    refine: place.refine,
    depth: place.depth,
  });
  if (!here || found.file === null || found.uri === null || !/\.json$/i.test(found.file)) return;
  if (state.documents.includes(found.uri)) return;
  const external = parseTileset(found.file, found.uri);
  if (!external.ok) {
    state.issues.push(external.issue);
    return;
  }
  state.documents.push(found.uri);
  const folder = dirname(found.file);
  walkTile(state, external.value.root, {
    ...place,
    folder,
    depth: place.depth + 1,
    parentGeometricError: tile.geometricError,
  });
}

function walkTile(state: WalkState, tile: TileJson, parent: TilePlace): void {
  const refine = tile.refine?.toUpperCase();
  const place: TilePlace = {
    ...parent,
    transform: tile.transform ? multiply(parent.transform, tile.transform) : parent.transform,
    refine: refine === 'ADD' || refine === 'REPLACE' ? refine : parent.refine,
  };
  const uris = [...(tile.content ? [tile.content] : []), ...(tile.contents ?? [])].flatMap(
    (content) => content.uri ?? content.url ?? [],
  );
  if (tile.implicitTiling) {
    const add: AddContent = (each, at, uri) => addContent(state, each, at, uri);
    walkImplicit({ state, root: tile, tiling: tile.implicitTiling, templates: uris, place, add });
    return;
  }
  if (uris.length === 0) addContent(state, tile, place, null);
  for (const uri of uris) addContent(state, tile, place, uri);
  for (const child of tile.children ?? []) {
    walkTile(state, child, { ...place, parentGeometricError: tile.geometricError, depth: place.depth + 1 });
  }
}

/**
 * Lays a tileset out flat: explicit tiles, external tilesets, implicit quadtrees and octrees with their subtrees,
 * several contents per tile, transforms multiplied down the tree. Nothing outside the root's folder is read.
 * Issues in the result: `tiles.contentAbsent`, `tiles.contentCut` (subtrees), `tiles.foreignAddress`,
 * `tiles.badTileset` (external ones), `tiles.hugeGeometricError`, `tiles.wrongVersion`.
 * Errors: `tiles.badTileset` when the root itself is cut or not a tileset.
 */
export async function walkTileset(tilesetFile: string): Promise<Outcome<TilesetWalk>> {
  const rootFolder = dirname(tilesetFile);
  const name = relative(rootFolder, tilesetFile);
  const tileset = parseTileset(tilesetFile, name);
  if (!tileset.ok) return tileset;
  const { root, geometricError, asset } = tileset.value;
  const state: WalkState = { entries: [], documents: [name], issues: [], rootFolder };
  const largest = Math.max(geometricError, root.geometricError);
  if (largest > LARGEST_ERROR_METERS) {
    const values = { value: String(largest) };
    state.issues.push({ code: 'tiles.hugeGeometricError', severity: 'note', place: { file: name }, values });
  }
  if (root.implicitTiling && asset.version === '1.0') {
    const values = { version: asset.version };
    state.issues.push({ code: 'tiles.wrongVersion', severity: 'note', place: { file: name }, values });
  }
  walkTile(state, root, {
    transform: IDENTITY,
    parentGeometricError: geometricError,
    refine: 'REPLACE',
    depth: 0,
    folder: rootFolder,
  });
  const { entries, documents, issues } = state;
  return { ok: true, value: { entries, documents, issues } };
}

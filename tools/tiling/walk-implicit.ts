import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isFile } from './locate-file.ts';
import { contentFault } from './read-glb.ts';
import { type ImplicitCoordinates, readSubtree, type Subtree } from './subtree.ts';
import type { BoundingVolume, ImplicitTiling, TileJson } from './tileset-json.ts';
import { type AddContent, locate, type TilePlace, type WalkState } from './walk-state.ts';

function fillTemplate(template: string, at: ImplicitCoordinates): string {
  return template.replace(/\{(level|x|y|z)\}/g, (_, name: 'level' | 'x' | 'y' | 'z') => String(at[name]));
}

/** Bounding volume of an implicit tile: its part of the root's region or box; a root sphere or S2 cell stays whole. */
function partOfVolume(volume: BoundingVolume, at: ImplicitCoordinates, octree: boolean): BoundingVolume {
  const count = 2 ** at.level;
  if (volume.region) {
    const [west, south, east, north, low, high] = volume.region as [number, number, number, number, number, number];
    const along = (from: number, to: number, nth: number) => from + ((to - from) * nth) / count;
    return {
      region: [
        along(west, east, at.x),
        along(south, north, at.y),
        along(west, east, at.x + 1),
        along(south, north, at.y + 1),
        octree ? along(low, high, at.z) : low,
        octree ? along(low, high, at.z + 1) : high,
      ],
    };
  }
  if (volume.box) {
    const box = [...volume.box];
    const shares = [at.x, at.y, octree ? at.z : null];
    for (const [axis, nth] of shares.entries()) {
      if (nth === null) continue;
      for (let part = 0; part < 3; part += 1) {
        const half = volume.box[3 + axis * 3 + part]!;
        box[part] = box[part]! + half * ((2 * nth + 1) / count - 1);
        box[3 + axis * 3 + part] = half / count;
      }
    }
    return { box };
  }
  return volume;
}

/** The implicit tree to walk. */
interface ImplicitTree {
  state: WalkState;
  root: TileJson;
  tiling: ImplicitTiling;
  /** Content templates of the root. */
  templates: readonly string[];
  place: TilePlace;
  add: AddContent;
}

interface ImplicitWalk extends ImplicitTree {
  branches: number;
}

function loadSubtree(walk: ImplicitWalk, at: ImplicitCoordinates): Subtree | null {
  const { state, tiling, place } = walk;
  const { uri, file } = locate(state, place.folder, fillTemplate(tiling.subtrees.uri, at));
  if (file === null || !isFile(file)) {
    const code = file === null ? 'tiles.foreignAddress' : 'tiles.contentAbsent';
    state.issues.push({ code, severity: 'warning', place: { file: uri } });
    return null;
  }
  try {
    const subtree = readSubtree(readFileSync(file), tiling, (beside) => {
      const buffer = locate(state, dirname(file), beside);
      if (buffer.file === null || !isFile(buffer.file)) return null;
      if (!state.documents.includes(buffer.uri)) state.documents.push(buffer.uri);
      return readFileSync(buffer.file);
    });
    state.documents.push(uri);
    return subtree;
  } catch (error) {
    state.issues.push(contentFault(error, uri));
    return null;
  }
}

function childOf(walk: ImplicitWalk, at: ImplicitCoordinates, nth: number): ImplicitCoordinates {
  const octree = walk.branches === 8;
  return {
    level: at.level + 1,
    x: at.x * 2 + (nth & 1),
    y: at.y * 2 + ((nth >> 1) & 1),
    z: octree ? at.z * 2 + ((nth >> 2) & 1) : 0,
  };
}

function walkTileOfSubtree(
  walk: ImplicitWalk,
  subtree: Subtree,
  at: ImplicitCoordinates,
  depth: number,
  morton: number,
) {
  const { root, tiling, place, branches } = walk;
  if (!subtree.tile(depth, morton)) return;
  const geometricError = root.geometricError / 2 ** at.level;
  const tile: TileJson = { boundingVolume: partOfVolume(root.boundingVolume, at, branches === 8), geometricError };
  const here: TilePlace = {
    ...place,
    depth: place.depth + at.level,
    parentGeometricError: at.level === 0 ? place.parentGeometricError : geometricError * 2,
  };
  const uris = walk.templates
    .filter((_, nth) => subtree.content(depth, morton, nth))
    .map((each) => fillTemplate(each, at));
  if (uris.length === 0) walk.add(tile, here, null);
  for (const uri of uris) walk.add(tile, here, uri);
  for (let nth = 0; nth < branches; nth += 1) {
    const child = childOf(walk, at, nth);
    const index = morton * branches + nth;
    if (child.level >= tiling.availableLevels) return;
    if (depth + 1 < tiling.subtreeLevels) walkTileOfSubtree(walk, subtree, child, depth + 1, index);
    else if (subtree.child(index)) walkSubtree(walk, child);
  }
}

function walkSubtree(walk: ImplicitWalk, at: ImplicitCoordinates): void {
  const subtree = loadSubtree(walk, at);
  if (!subtree) return;
  try {
    walkTileOfSubtree(walk, subtree, at, 0, 0);
  } catch (error) {
    walk.state.issues.push(contentFault(error, fillTemplate(walk.tiling.subtrees.uri, at)));
  }
}

/** Walks an implicit quadtree or octree (3D Tiles 1.1 §6.9): adds every available tile to the walk. */
export function walkImplicit(tree: ImplicitTree): void {
  const branches = tree.tiling.subdivisionScheme === 'OCTREE' ? 8 : 4;
  walkSubtree({ ...tree, branches }, { level: 0, x: 0, y: 0, z: 0 });
}

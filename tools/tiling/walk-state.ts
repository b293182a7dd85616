import { join, relative, sep } from 'node:path';
import type { Issue } from '../../src/core/city/issue.ts';
import { addressToPath } from './locate-file.ts';
import type { Matrix4 } from './matrix4.ts';
import type { BoundingVolume, TileJson } from './tileset-json.ts';

/** One tile, or one of several contents of a tile. */
export interface TilesetEntry {
  /** Content as addressed from the folder of the root tileset.json; `null` for a tile without content. */
  uri: string | null;
  /** Absolute path of the content; `null` without content or when it lies outside the folder. */
  file: string | null;
  /** The content is named but not there. */
  absent: boolean;
  /** Tile coordinates to earth-centred metres, column-major. */
  transform: Matrix4;
  boundingVolume: BoundingVolume;
  geometricError: number;
  /** Geometric error of the parent; of the tileset for its root. */
  parentGeometricError: number;
  refine: 'ADD' | 'REPLACE';
  /** 0 at the root; external tilesets and implicit trees count on. */
  depth: number;
}

/** A tileset laid out flat, parents before children. */
export interface TilesetWalk {
  entries: TilesetEntry[];
  /** All tileset.json and subtree files that are there, relative to the root's folder, the root first. */
  documents: string[];
  /** Faults of the source: absent or broken parts, addresses outside the folder, doubtful numbers. */
  issues: Issue[];
}

/** What the walk carries along. */
export interface WalkState extends TilesetWalk {
  rootFolder: string;
}

/** Where a tile hangs. */
export interface TilePlace {
  transform: Matrix4;
  parentGeometricError: number;
  refine: 'ADD' | 'REPLACE';
  depth: number;
  /** Folder of the document that names the tile. */
  folder: string;
}

/** Adds one content of a tile (or the tile itself, with `null`) to the walk. */
export type AddContent = (tile: TileJson, place: TilePlace, contentUri: string | null) => void;

/** Finds a file that a document names; `null` when the address leaves the folder of the root. */
export function locate(state: WalkState, folder: string, uri: string): { uri: string; file: string | null } {
  const path = addressToPath(uri);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return { uri, file: null };
  const file = join(folder, path);
  const fromRoot = relative(state.rootFolder, file);
  if (fromRoot.startsWith('..') || path.startsWith('/')) return { uri, file: null };
  return { uri: fromRoot.split(sep).join('/'), file };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MeshoptEncoder } from 'meshoptimizer';
import { createProjection, type Projection } from '../../src/core/crs/projection.ts';
import type { CityElement } from '../elements/city-element.ts';
import type { BuildContext } from '../package/progress.ts';
import { appendElement } from './append-element.ts';
import type { TileFeature } from './element-property-table.ts';
import { createLocalFrame } from './local-frame.ts';
import { measureMember } from './measure-member.ts';
import { measureMeshRegion } from './measure-mesh-region.ts';
import { type CellMember, type CellNode, partitionCells } from './partition-cells.ts';
import { quantiseMesh } from './quantise-mesh.ts';
import { emptyRegion, type Region, widenRegion } from './region.ts';
import { createTileMesh } from './tile-mesh.ts';
import { writeGlb } from './write-glb.ts';

/** What a tileset is built for. */
export interface BuildTilesetOptions {
  projectCrs: string;
  /** Folder that receives `tileset.json` and the contents; made when absent. */
  outFolder: string;
  /** Table row of each element, in the order of the elements. */
  rows: readonly number[];
  /** First part of content file names; `tile` unless told. */
  contentName?: string;
  /** Base of extruded footprints without a base of their own, metres above the ellipsoid; 0 unless told. */
  groundHeightMeters?: number;
}

interface TileJson {
  boundingVolume: { region: Region };
  geometricError: number;
  refine?: 'ADD' | 'REPLACE';
  content?: { uri: string };
  children?: TileJson[];
}

/**
 * Geometric error of tiles without content, metres: a viewer that draws to 16 pixels opens them from about 1,000 km
 * away, so a city never shows holes. Fits some ten thousand elements; beyond, inner tiles need a coarse content.
 */
const INNER_GEOMETRIC_ERROR = 20_000;

interface TileWriter {
  elements: readonly CityElement[];
  members: readonly CellMember[];
  /** Indices of the drawn elements, in the order of the cell members. */
  drawn: readonly number[];
  projection: Projection;
  options: BuildTilesetOptions;
  context: BuildContext;
  files: string[];
  done: number;
}

async function writeLeaf(writer: TileWriter, node: CellNode): Promise<TileJson> {
  const { elements, options, projection } = writer;
  const members = node.members.map((member) => writer.drawn[member]!);
  members.sort((a, b) => options.rows[a]! - options.rows[b]!);
  const mean = (of: 'lon' | 'lat') =>
    node.members.reduce((sum, member) => sum + writer.members[member]![of], 0) / node.members.length;
  const frame = createLocalFrame(mean('lon'), mean('lat'), 0);
  let [lastX, lastY, lonLat] = [Number.NaN, Number.NaN, projection.toLonLat(0, 0)];
  const place = (x: number, y: number, heightMeters: number) => {
    // Roof and floor ask for the same point in turn, and the projection is what costs.
    if (x !== lastX || y !== lastY) lonLat = projection.toLonLat(x, y);
    [lastX, lastY] = [x, y];
    return frame.toLocal(lonLat[0], lonLat[1], heightMeters);
  };
  const mesh = createTileMesh();
  const features: TileFeature[] = [];
  for (const index of members) {
    const element = elements[index]!;
    const undrawn = appendElement(mesh, features.length, element, options.groundHeightMeters ?? 0, place);
    if (undrawn > 0) {
      const place = { layer: element.attributes.dataset, id: element.attributes.id };
      writer.context.report({ code: 'tiles.surfaceUndrawn', severity: 'note', place, values: { count: undrawn } });
    }
    const { id, heightMeters, use } = element.attributes;
    features.push({ row: options.rows[index]!, id, heightMeters, use });
  }
  const stored = quantiseMesh(mesh);
  const uri = `${options.contentName ?? 'tile'}-${node.cell.level}-${node.cell.x}-${node.cell.y}.glb`;
  await writeFile(join(options.outFolder, uri), writeGlb(stored, features, frame));
  writer.files.push(uri);
  writer.done += members.length;
  writer.context.progress('tiles', writer.done, writer.drawn.length);
  return { boundingVolume: { region: measureMeshRegion(stored, frame) }, geometricError: 0, content: { uri } };
}

function groupTiles(children: TileJson[]): TileJson {
  const region = emptyRegion();
  for (const child of children) widenRegion(region, child.boundingVolume.region);
  return { boundingVolume: { region }, geometricError: INNER_GEOMETRIC_ERROR, children };
}

async function writeNode(writer: TileWriter, node: CellNode): Promise<TileJson> {
  writer.context.signal.throwIfAborted();
  if (node.children.length === 0) return writeLeaf(writer, node);
  const children: TileJson[] = [];
  for (const child of node.children) children.push(await writeNode(writer, child));
  return groupTiles(children);
}

/**
 * Cuts elements into a 3D Tiles 1.1 tileset: `tileset.json` and one GLB per cell of the fixed global grid, feature ids
 * into a property table with row, id, height and class of use. Adopted elements and elements without geometry are not drawn. Same
 * input, same bytes.
 * @returns files written, relative to the folder; none when nothing can be drawn.
 * Issues: `tiles.surfaceUndrawn`. Throws when the project CRS is unknown (recipes are checked before) or on abort.
 */
export async function buildTileset(
  elements: readonly CityElement[],
  options: BuildTilesetOptions,
  context: BuildContext,
): Promise<{ files: string[] }> {
  const projection = createProjection(options.projectCrs);
  if (!projection.ok) throw new Error(`unknown project CRS ${options.projectCrs}`);
  const members: CellMember[] = [];
  const drawn: number[] = [];
  for (const [index, element] of elements.entries()) {
    const member = measureMember(element, projection.value);
    if (!member) continue;
    members.push(member);
    drawn.push(index);
  }
  if (members.length === 0) return { files: [] };
  await MeshoptEncoder.ready;
  await mkdir(options.outFolder, { recursive: true });
  const writer: TileWriter = {
    elements,
    members,
    drawn,
    projection: projection.value,
    options,
    context,
    files: [],
    done: 0,
  };
  const children: TileJson[] = [];
  for (const node of partitionCells(members)) children.push(await writeNode(writer, node));
  const root: TileJson = { ...groupTiles(children), refine: 'ADD' };
  const tileset = {
    asset: { version: '1.1', generator: 'cim-city-viewer', extras: { facades: 1 } },
    geometricError: INNER_GEOMETRIC_ERROR,
    root,
  };
  await writeFile(join(options.outFolder, 'tileset.json'), JSON.stringify(tileset));
  return { files: ['tileset.json', ...writer.files] };
}

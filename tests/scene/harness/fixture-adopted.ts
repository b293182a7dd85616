import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TileIndex } from '../../../src/core/city/city-manifest.ts';
import { adoptTileset } from '../../../tools/tiling/adopt-tileset.ts';

const JSON_CHUNK_AT = 20;

/** A tileset of another maker, taken over by the project's own tools. */
export interface FixtureAdopted {
  index: TileIndex;
  absentContents: string[];
  /** Row of the element with an id, as the index names it. */
  rowOf(id: string): number;
}

interface GltfJson {
  extensionsUsed: string[];
  extensions?: Record<string, object>;
  meshes: { primitives: { extensions?: { EXT_mesh_features?: { featureIds: object[] } } }[] }[];
}

/** Rewrites the JSON part of a GLB; the binary part stays. */
function changeGltf(glb: Buffer, change: (json: GltfJson) => void): Buffer {
  const length = glb.readUInt32LE(12);
  const json = JSON.parse(glb.toString('utf8', JSON_CHUNK_AT, JSON_CHUNK_AT + length)) as GltfJson;
  change(json);
  const text = JSON.stringify(json);
  const chunk = Buffer.from(text.padEnd(Math.ceil(Buffer.byteLength(text) / 4) * 4), 'utf8');
  const rest = glb.subarray(JSON_CHUNK_AT + length);
  const head = Buffer.from(glb.subarray(0, JSON_CHUNK_AT));
  head.writeUInt32LE(JSON_CHUNK_AT + chunk.length + rest.length, 8);
  head.writeUInt32LE(chunk.length, 12);
  return Buffer.concat([head, chunk, rest]);
}

/** What another maker does differently from us. */
const MAKERS: Record<'adopted' | 'mesh', (json: GltfJson) => void> = {
  // A numbering of the vertices besides: a feature id set without a property table.
  adopted: (json) => {
    for (const { extensions } of json.meshes.flatMap((mesh) => mesh.primitives)) {
      extensions?.EXT_mesh_features?.featureIds.push({ featureCount: 1000, label: 'vertex' });
    }
  },
  // No features at all, as photogrammetry comes.
  mesh: (json) => {
    const isFeature = (name: string): boolean => /mesh_features|structural_metadata/.test(name);
    json.extensionsUsed = json.extensionsUsed.filter((name) => !isFeature(name));
    delete json.extensions;
    for (const primitive of json.meshes.flatMap((mesh) => mesh.primitives)) delete primitive.extensions;
  },
};

/**
 * Turns a tileset in `tiles/` below the folder into one as another maker delivers it, one content missing, and adopts
 * it into a folder named after the maker.
 */
export async function writeFixtureAdopted(
  folder: string,
  projectCrs: string,
  maker: keyof typeof MAKERS,
): Promise<FixtureAdopted> {
  const [own, source] = [path.join(folder, 'tiles'), path.join(folder, `source-${maker}`)];
  await mkdir(source, { recursive: true });
  for (const name of await readdir(own)) {
    const bytes = await readFile(path.join(own, name));
    await writeFile(path.join(source, name), name.endsWith('.glb') ? changeGltf(bytes, MAKERS[maker]) : bytes);
  }
  const tilesetFile = path.join(source, 'tileset.json');
  const tileset = JSON.parse(await readFile(tilesetFile, 'utf8')) as { root: { boundingVolume: object } };
  const { boundingVolume } = tileset.root;
  const absent = { boundingVolume, geometricError: 0, content: { uri: 'absent.glb' } };
  const root = { boundingVolume, geometricError: 1000, refine: 'ADD', children: [tileset.root, absent] };
  await writeFile(tilesetFile, JSON.stringify({ ...tileset, geometricError: 1000, root }));
  const outcome = await adoptTileset(
    tilesetFile,
    {
      projectCrs,
      outFolder: path.join(folder, maker),
      dataset: { id: 'adopted', kind: 'buildings', source: 'tileset.json', attributes: { id: 'id' } },
      kind: 'buildings',
    },
    { progress: () => {}, report: () => {}, signal: new AbortController().signal },
  );
  if (!outcome.ok) throw new Error(outcome.issue.code);
  const { contents, elements, absentContents } = outcome.value;
  const rowOf = (id: string): number => elements.findIndex((element) => element.attributes.id === id);
  return { index: { contents }, absentContents, rowOf };
}

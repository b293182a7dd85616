import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MeshoptEncoder } from 'meshoptimizer';
import { describe, expect, it } from 'vitest';
import { appendSurface } from '../../../../tools/tiling/append-surface.ts';
import { createLocalFrame, type LocalPoint } from '../../../../tools/tiling/local-frame.ts';
import { quantiseMesh } from '../../../../tools/tiling/quantise-mesh.ts';
import { readTileContent } from '../../../../tools/tiling/read-tile-content.ts';
import type { TileContent } from '../../../../tools/tiling/tile-content.ts';
import { createTileMesh } from '../../../../tools/tiling/tile-mesh.ts';
import { walkTileset } from '../../../../tools/tiling/walk-tileset.ts';
import { writeGlb } from '../../../../tools/tiling/write-glb.ts';
import { realDataPath } from '../../../real/real-data.ts';

async function read(file: string): Promise<TileContent> {
  const content = await readTileContent(readFileSync(file), file, (beside) =>
    readFileSync(join(dirname(file), beside)),
  );
  if (!content.ok) throw new Error(JSON.stringify(content.issue));
  return content.value;
}

async function walk(folder: string) {
  const walked = await walkTileset(join(folder, 'tileset.json'));
  if (!walked.ok) throw new Error(walked.issue.code);
  return walked.value;
}

const samples = realDataPath('3dtiles/cesium-3d-tiles-samples');

describe.skipIf(!samples)('readTileContent on the sample contents', () => {
  const metadata = join(samples ?? '', 'glTF/EXT_structural_metadata');

  it('reads arrays, booleans, enumerations by name and normalised numbers', async () => {
    const { features } = await read(join(metadata, 'ComplexTypes/ComplexTypes.gltf'));
    expect(features).toHaveLength(4);
    expect(features[0]!.properties).toEqual({
      example_variable_length_ARRAY_normalized_UINT8: [0, 1],
      example_fixed_length_ARRAY_BOOLEAN: [true, false, true, false, true, false, true, false, true, false],
      example_variable_length_ARRAY_STRING: ['One'],
      example_fixed_length_ARRAY_ENUM: ['ExampleEnumValueA', 'ExampleEnumValueB'],
    });
    // The sample itself misspells the third word.
    expect(features[3]!.properties.example_variable_length_ARRAY_STRING).toEqual(['One', 'Two', 'Theee', 'Four']);
  });

  it('reads the set of feature ids that has a property table, and instances', async () => {
    const several = await read(join(metadata, 'MultipleFeatureIdsAndProperties/MultipleFeatureIdsAndProperties.gltf'));
    expect(several.features.map((feature) => feature.properties.example_STRING)).toHaveLength(4);
    const instances = await read(join(samples ?? '', 'glTF/GpuInstancesMetadata/GpuInstancesMetadata.gltf'));
    expect(instances.features).toHaveLength(10);
    expect(instances.triangleFeature).toHaveLength(120);
    expect(new Set(instances.triangleFeature).size).toBe(10);
  });

  it('walks implicit quadtrees, octrees, external tilesets and several contents', async () => {
    const countOf = async (sub: string) => {
      const { entries, issues } = await walk(join(samples ?? '', sub));
      expect(issues).toEqual([]);
      return entries.filter((entry) => entry.uri !== null && !entry.absent).length;
    };
    expect(await countOf('1.1/SparseImplicitQuadtree')).toBe(32);
    expect(await countOf('1.1/SparseImplicitOctree')).toBe(31);
    expect(await countOf('1.1/MultipleContents')).toBe(2);
    // Its own three contents, one of them an external tileset with four.
    expect(await countOf('1.0/TilesetWithRequestVolume')).toBe(7);
  });

  it('puts implicit tiles where their content is', async () => {
    const { entries } = await walk(join(samples ?? '', '1.1/SparseImplicitOctree'));
    for (const entry of entries.filter((each) => each.file !== null)) {
      const { triangles } = await read(entry.file!);
      const box = entry.boundingVolume.box!;
      for (let at = 0; at < triangles.length; at += 1) {
        const axis = at % 3;
        expect(Math.abs(triangles[at]! - box[axis]!)).toBeLessThanOrEqual(box[3 + axis * 4]! + 1e-6);
      }
    }
  });
});

const cesium = realDataPath('3dtiles/cesium-sampledata');

describe.skipIf(!cesium)('readTileContent on version 1.0', () => {
  it('lends instances the attributes of their parents', async () => {
    const { features } = await read(join(cesium ?? '', 'Hierarchy/BatchTableHierarchy/tile.b3dm'));
    expect(features).toHaveLength(30);
    expect(features[0]!.properties).toMatchObject({
      doorknob_name: 'doorknob0',
      door_name: 'door0',
      zone_name: 'zone0',
    });
  });
});

describe.skipIf(!realDataPath('3dtiles/delaware-implicit'))('readTileContent on Draco', () => {
  it('decodes compressed geometry and finds every content through the subtrees', async () => {
    const { entries } = await walk(realDataPath('3dtiles/delaware-implicit') ?? '');
    const contents = entries.filter((entry) => entry.file !== null);
    expect(contents).toHaveLength(59);
    const { triangles } = await read(contents.find((entry) => entry.uri === 'content/2_0_1.b3dm')!.file!);
    expect(triangles.length / 9).toBeGreaterThan(76);
    expect(triangles.every(Number.isFinite)).toBe(true);
  });
});

describe('readTileContent on faulty bytes', () => {
  const glbHeader = (version: number, length: number) => {
    const bytes = Buffer.alloc(20);
    bytes.write('glTF');
    bytes.writeUInt32LE(version, 4);
    bytes.writeUInt32LE(length, 8);
    return bytes;
  };
  const codeOf = async (bytes: Uint8Array) => {
    const content = await readTileContent(bytes, 'a/b.glb');
    return content.ok ? 'ok' : `${content.issue.code} ${content.issue.place.file}`;
  };

  it('names cut, outdated and unknown contents', async () => {
    expect(await codeOf(glbHeader(2, 4000))).toBe('tiles.contentCut a/b.glb');
    expect(await codeOf(glbHeader(1, 20))).toBe('tiles.legacyGltf a/b.glb');
    expect(await codeOf(Buffer.from('<!doctype html><title>404</title>'))).toBe('tiles.unknownFormat a/b.glb');
    expect(await codeOf(new Uint8Array())).toBe('tiles.contentCut a/b.glb');
    expect(await codeOf(Buffer.from('{"asset": {"version": "2.0"}, "meshes": 3}'))).toBe('tiles.contentCut a/b.glb');
  });

  it('answers damaged bytes with an issue, never with an exception', async () => {
    const mesh = createTileMesh();
    const square: LocalPoint[] = [
      [0, 0, 0],
      [9, 0, 0],
      [9, 9, 0],
      [0, 9, 0],
    ];
    appendSurface(mesh, 0, [square], null);
    await MeshoptEncoder.ready;
    const features = [{ row: 0, id: 'a', heightMeters: 3, use: null }];
    const whole = writeGlb(quantiseMesh(mesh), features, createLocalFrame(121, 31, 0));
    expect(await codeOf(whole)).toBe('ok');
    let seed = 7;
    const random = () => {
      seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    const outcomes = new Set<string>();
    for (let round = 0; round < 400; round += 1) {
      const damaged = Buffer.from(whole);
      for (let hit = 0; hit < 3; hit += 1) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      outcomes.add(await codeOf(damaged));
    }
    expect(outcomes.has('tiles.contentCut a/b.glb')).toBe(true);
  });

  it.skipIf(!realDataPath('3dtiles/plateau-numazu-1.1'))('survives a cut at any place', async () => {
    const whole = readFileSync(join(realDataPath('3dtiles/plateau-numazu-1.1') ?? '', 'test.glb'));
    for (const share of [0.001, 0.3, 0.6, 0.999]) {
      expect(await codeOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('tiles.contentCut a/b.glb');
    }
  });
});

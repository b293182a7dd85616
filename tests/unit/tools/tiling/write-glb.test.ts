import { validateBytes } from 'gltf-validator';
import { describe, expect, it } from 'vitest';
import { appendSurface } from '../../../../tools/tiling/append-surface.ts';
import { createLocalFrame, type LocalPoint } from '../../../../tools/tiling/local-frame.ts';
import { quantiseMesh } from '../../../../tools/tiling/quantise-mesh.ts';
import { createTileMesh } from '../../../../tools/tiling/tile-mesh.ts';
import { writeGlb } from '../../../../tools/tiling/write-glb.ts';

describe('writeGlb', () => {
  it('holds geometry that the validator accepts when it can see it', async () => {
    const mesh = createTileMesh();
    const rings: LocalPoint[][] = [
      [
        [0, 0, 0],
        [10, 0, 3],
        [10, 10, 3],
        [0, 10, 0],
      ],
      [
        [2, 2, 0.6],
        [2, 4, 0.6],
        [4, 4, 1.2],
        [4, 2, 1.2],
      ],
    ];
    appendSurface(mesh, 0, rings, { baseUpMeters: 0, storeyHeightMeters: 3 });
    const glb = writeGlb(
      quantiseMesh(mesh),
      [{ row: 3, id: '甲', heightMeters: null, use: null }],
      createLocalFrame(121, 31, 0),
      {
        compress: false,
      },
    );
    const { issues } = await validateBytes(glb);
    expect(issues.messages.filter((message) => message.severity <= 1)).toEqual([]);
  });
});

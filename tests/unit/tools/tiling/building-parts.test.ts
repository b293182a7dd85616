import { describe, expect, it } from 'vitest';
import { appendElement } from '../../../../tools/tiling/append-element.ts';
import { createTileMesh } from '../../../../tools/tiling/tile-mesh.ts';
import { sampleElement, squareAt } from '../tables/sample-element.ts';

describe('a building with parts', () => {
  it('is drawn part by part between their heights above its base', () => {
    const element = sampleElement('a', [squareAt(0, 0, 20)], { heightMeters: 40, baseHeightMeters: 100 });
    element.shape = {
      type: 'extrusion',
      parts: [
        { footprint: [squareAt(0, 0, 20)], bottomMeters: 0, topMeters: 10 },
        { footprint: [squareAt(5, 5, 10)], bottomMeters: 10, topMeters: 40 },
      ],
    };
    const mesh = createTileMesh();
    expect(appendElement(mesh, 3, element, 0, (x, y, height) => [x, y, height])).toBe(0);
    const corners = mesh.featureIds.map((_, at) => mesh.positions.slice(at * 3, at * 3 + 3));
    expect(new Set(corners.map(([, , z]) => z))).toEqual(new Set([100, 110, 140]));
    const tower = corners.filter(([, , z]) => z === 140);
    expect([Math.min(...tower.map(([x]) => x!)), Math.max(...tower.map(([x]) => x!))]).toEqual([5, 15]);
    expect(new Set(mesh.featureIds)).toEqual(new Set([3]));
  });
});

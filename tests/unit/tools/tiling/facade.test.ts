import { describe, expect, it } from 'vitest';
import { appendElement } from '../../../../tools/tiling/append-element.ts';
import { countBays } from '../../../../tools/tiling/facade.ts';
import { storeyHeightOf } from '../../../../tools/tiling/storey-height.ts';
import { createTileMesh } from '../../../../tools/tiling/tile-mesh.ts';
import { sampleElement, squareAt } from '../tables/sample-element.ts';

const place = (x: number, y: number, height: number): [number, number, number] => [x, y, height];

function cornersOf(element: ReturnType<typeof sampleElement>) {
  const mesh = createTileMesh();
  appendElement(mesh, 0, element, 0, place);
  return mesh.featureIds.map((_, at) => ({
    up: mesh.positions[at * 3 + 2]!,
    isRoof: mesh.normals[at * 3 + 2]! > 0.9,
    wall: mesh.walls.slice(at * 3, at * 3 + 3),
    storeys: mesh.storeys.slice(at * 2, at * 2 + 2),
  }));
}

describe('bays and storeys of walls', () => {
  it('run over the whole wall of an extruded building, a roof has none', () => {
    const known = { heightMeters: 18, storeysAbove: 6, baseHeightMeters: 100 };
    const corners = cornersOf(sampleElement('a', [squareAt(0, 0, 20)], known));
    const walls = corners.filter(({ isRoof }) => !isRoof);
    expect(walls).toHaveLength(16);
    for (const { up, wall, storeys } of walls) {
      expect(wall[1]).toBe(up === 100 ? 0 : 255);
      expect(wall[2]).toBe(countBays(20));
      expect(storeys).toEqual([0, 6 * 64]);
    }
    expect(walls.filter(({ wall }) => wall[0] === 255)).toHaveLength(8);
    for (const { wall, storeys } of corners.filter(({ isRoof }) => isRoof)) {
      expect([...wall, ...storeys]).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it('count from the base of the building in every part of it', () => {
    const element = sampleElement('a', [squareAt(0, 0, 20)], { heightMeters: 40, storeysAbove: 10 });
    element.shape = {
      type: 'extrusion',
      parts: [{ footprint: [squareAt(5, 5, 10)], bottomMeters: 10, topMeters: 40 }],
    };
    const [wall] = cornersOf(element).filter(({ isRoof }) => !isRoof);
    expect(wall?.storeys).toEqual([2.5 * 64, 10 * 64]);
  });

  it('follow a gable, and leave infrastructure alone', () => {
    const element = sampleElement('a', [squareAt(0, 0, 10)], { heightMeters: 9, storeysAbove: 3 });
    const ring: [number, number, number][] = [
      [0, 0, 50],
      [10, 0, 50],
      [10, 0, 56],
      [5, 0, 59],
      [0, 0, 56],
    ];
    element.shape = { type: 'surfaces', surfaces: [{ semantic: 'wall', rings: [ring] }] };
    const gable = cornersOf(element);
    expect(gable.map(({ wall }) => wall[0])).toEqual([0, 255, 255, 128, 0]);
    expect(gable.map(({ wall }) => wall[1])).toEqual([0, 0, 170, 255, 170]);
    expect(gable.every(({ storeys }) => storeys[0] === 0 && storeys[1] === 3 * 64)).toBe(true);
    expect(cornersOf({ ...element, kind: 'infrastructure' }).flatMap(({ storeys }) => storeys)).toEqual(
      Array(10).fill(0),
    );
  });

  it('are as wide as rooms; a sliver of wall is blank', () => {
    expect([0.5, 1.2, 3.4, 6.8, 34].map(countBays)).toEqual([0, 1, 1, 2, 10]);
  });
});

describe('storeyHeightOf', () => {
  const of = (heightMeters: number | null, storeysAbove: number | null, use: string | null = null) =>
    storeyHeightOf({ heightMeters, storeysAbove, use });

  it('is what a building tells, where that can be believed', () => {
    expect(of(30, 10)).toBe(3);
    expect(of(12, 1, 'industrial')).toBe(12);
    expect(of(30, 100)).toBeCloseTo(30 / 9, 6);
  });

  it('is usual for the use and fills a known height', () => {
    expect(of(null, null)).toBe(3.2);
    expect(of(null, 5, 'office')).toBe(4);
    expect(of(31, null, 'office')).toBe(31 / 8);
    expect(of(2, null, 'industrial')).toBe(2);
  });
});

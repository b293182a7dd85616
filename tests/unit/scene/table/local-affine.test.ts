import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import { groundHeightAt } from '../../../../src/scene/table/ground-heights.ts';
import { ecefVector, localAffine } from '../../../../src/scene/table/local-affine.ts';

describe('localAffine', () => {
  it.each([
    ['EPSG:6676', 138.81, 35.13],
    ['EPSG:28992', 4.45, 51.91],
    ['EPSG:4548', 117.9, 32],
  ])('agrees with %s to 2 cm within 500 m of its place, convergence and height included', (code, lon, lat) => {
    const prepared = createProjection(code);
    if (!prepared.ok) throw new Error(code);
    const projection = prepared.value;
    const origin = [100, -200] as const;
    const matrix = localAffine(ecefVector(lon, lat, 40), projection, origin);
    for (const [east, north, height] of [
      [0, 0, 40],
      [0.004, 0, 10],
      [0, -0.004, 60],
      [-0.003, 0.003, 40],
    ] as const) {
      const mapped = ecefVector(lon + east, lat + north, height).applyMatrix4(matrix);
      const [x, y] = projection.fromLonLat(lon + east, lat + north);
      const apart = new Vector3(x - origin[0], y - origin[1], height).sub(mapped);
      expect(Math.hypot(apart.x, apart.y)).toBeLessThan(0.02);
      // The plane leaves the ellipsoid by d²/2R: 16 mm at 450 m.
      expect(Math.abs(apart.z)).toBeLessThan(0.03);
    }
  });
});

describe('groundHeightAt', () => {
  const ground = {
    rule: 'derived-from-bases' as const,
    extent: [0, 0, 2, 1] as [number, number, number, number],
    columns: 3,
    rows: 2,
    ellipsoidalHeightsMeters: [10, 20, 30, 0, 0, 0],
  };

  it('has row 0 in the north, is bilinear inside and constant beyond', () => {
    expect(groundHeightAt(ground, 0, 1)).toBe(10);
    expect(groundHeightAt(ground, 0.5, 1)).toBe(15);
    expect(groundHeightAt(ground, 2, 0.5)).toBe(15);
    expect(groundHeightAt(ground, 5, 9)).toBe(30);
  });

  it('is one height for a flat ground', () => {
    expect(groundHeightAt({ ...ground, columns: 1, rows: 1, ellipsoidalHeightsMeters: [7] }, 0.3, 0.4)).toBe(7);
  });
});

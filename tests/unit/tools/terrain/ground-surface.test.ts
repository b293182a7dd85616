import { describe, expect, it } from 'vitest';
import { groundSurfaceSchema } from '../../../../src/core/city/city-manifest.ts';
import { groundHeightAt } from '../../../../src/core/city/ground-height.ts';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import { deriveGround } from '../../../../tools/terrain/ground-surface.ts';
import { sampleElement, squareAt } from '../tables/sample-element.ts';

const PROJECT_CRS = 'EPSG:28992';
const projected = createProjection(PROJECT_CRS);
if (!projected.ok) throw new Error(projected.issue.code);
const projection = projected.value;
const [X, Y] = [92_000, 437_000];
const [west, south] = projection.toLonLat(X, Y);
const [east, north] = projection.toLonLat(X + 2000, Y + 2000);
const extent: [number, number, number, number] = [west, south, east, north];

/** A slope of 1 % to the east from 40 m, with an empty quarter and some cellars 20 m deep. */
const slope = Array.from({ length: 1600 }, (_, at) => {
  const [dx, dy] = [(at % 40) * 50, Math.floor(at / 40) * 50];
  const cellar = at % 97 === 0 ? -20 : 0;
  return { dx, dy, base: 40 + dx / 100 + cellar };
})
  .filter(({ dx, dy }) => dx < 1000 || dy < 1000)
  .map(({ dx, dy, base }) =>
    sampleElement(`b${dx}-${dy}`, [squareAt(X + dx, Y + dy, 10)], { baseHeightMeters: base, heightMeters: 6 }),
  );

describe('deriveGround', () => {
  it('follows a slope in spite of cellars and fills the empty quarter smoothly', () => {
    const ground = groundSurfaceSchema.parse(deriveGround(slope, { projectCrs: PROJECT_CRS, extent }));
    expect(ground.rule).toBe('derived-from-bases');
    expect(ground.columns * ground.rows).toBe(ground.ellipsoidalHeightsMeters.length);
    const heightAt = (dx: number, dy: number) => {
      const [lon, lat] = projection.toLonLat(X + dx, Y + dy);
      return groundHeightAt(ground, lon, lat);
    };
    for (const [dx, dy] of [
      [200, 300],
      [900, 1700],
      [1800, 200],
    ] as const) {
      expect(Math.abs(heightAt(dx, dy) - (40 + dx / 100))).toBeLessThan(1.5);
    }
    expect(heightAt(1500, 1500)).toBeGreaterThan(45);
    expect(heightAt(1500, 1500)).toBeLessThan(61);
    expect(heightAt(-500, 300)).toBeCloseTo(heightAt(0, 300), 6);
  });

  it('is flat where no building tells its base', () => {
    const unknown = [sampleElement('a', [squareAt(X, Y, 10)], { heightMeters: 9 })];
    const flat = { extent, columns: 1, rows: 1 };
    expect(deriveGround(unknown, { projectCrs: PROJECT_CRS, extent, statedHeightMeters: 12.5 })).toEqual({
      ...flat,
      rule: 'stated',
      ellipsoidalHeightsMeters: [12.5],
    });
    expect(deriveGround(unknown, { projectCrs: PROJECT_CRS, extent })).toEqual({
      ...flat,
      rule: 'none',
      ellipsoidalHeightsMeters: [0],
    });
  });
});

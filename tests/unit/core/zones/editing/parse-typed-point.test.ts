import { describe, expect, it } from 'vitest';
import { createProjection, type Projection } from '../../../../../src/core/crs/projection.ts';
import { parseTypedPoint } from '../../../../../src/core/zones/editing/parse-typed-point.ts';

function projectionOf(code: string): Projection {
  const projection = createProjection(code);
  if (!projection.ok) throw new Error(code);
  return projection.value;
}

/** CGCS2000 / 3-degree Gauss-Krüger CM 114E, eastings around 500,000. */
const GUANGZHOU = projectionOf('EPSG:4547');
const RD = projectionOf('EPSG:28992');
const LAST = [400_000, 2_560_000] as const;

function point(text: string, last: readonly [number, number] | null = LAST, projection = GUANGZHOU) {
  const read = parseTypedPoint(text, last, projection);
  if (!read.ok) throw new Error(read.issue.code);
  return read.value;
}

function refusal(text: string, last: readonly [number, number] | null = LAST, projection = GUANGZHOU) {
  const read = parseTypedPoint(text, last, projection);
  return read.ok ? null : read.issue.code;
}

describe('typing a place', () => {
  it.each(['120<45', '120 45', '120 < 45', '１２０＜４５', '@120<45', '120米∠45度', ' 120  45 '])(
    'reads %s as length and bearing from grid north',
    (text) => {
      const [x, y] = point(text);
      expect(x - LAST[0]).toBeCloseTo(120 * Math.SQRT1_2, 9);
      expect(y - LAST[1]).toBeCloseTo(120 * Math.SQRT1_2, 9);
    },
  );

  it('turns bearings clockwise: 90 is east, 180 south', () => {
    expect(point('10<90')[0] - LAST[0]).toBeCloseTo(10, 9);
    expect(point('10<180')[1] - LAST[1]).toBeCloseTo(-10, 9);
    expect(point('10<-90')[0] - LAST[0]).toBeCloseTo(-10, 9);
  });

  it.each(['@30,-20', '@30，－20', '＠30、-20', '@ 30 -20'])(
    'reads %s as east and north from the last point',
    (text) => {
      expect(point(text)).toEqual([LAST[0] + 30, LAST[1] - 20]);
    },
  );

  it.each(['400100.5,2560000', '400100.5，2560000', '400100.5, 2560000'])('reads %s as project coordinates', (text) => {
    expect(point(text)).toEqual([400_100.5, 2_560_000]);
  });

  it('reads two numbers with a space as a place when there is no point before', () => {
    expect(point('400100.5 2560000', null)).toEqual([400_100.5, 2_560_000]);
  });

  it.each([
    '113.2E 23.1N',
    '23.1N 113.2E',
    'E113.2 N23.1',
    '113.2,23.1',
    '东经113.2 北纬23.1',
    '１１３．２Ｅ，２３．１Ｎ',
    '113.2°E 23.1°N',
  ])('reads %s as degrees', (text) => {
    const [x, y] = point(text);
    const [lon, lat] = GUANGZHOU.toLonLat(x, y);
    expect(lon).toBeCloseTo(113.2, 9);
    expect(lat).toBeCloseTo(23.1, 9);
  });

  it('takes small project coordinates as metres where degrees would lie elsewhere', () => {
    expect(point('92000,436000', null, RD)).toEqual([92_000, 436_000]);
  });

  it('says why it cannot read', () => {
    expect(refusal('hello')).toBe('sketch.typedUnread');
    expect(refusal('')).toBe('sketch.typedUnread');
    expect(refusal('1,2,3')).toBe('sketch.typedUnread');
    expect(refusal('@30,-20', null)).toBe('sketch.typedNoLast');
    expect(refusal('120<45', null)).toBe('sketch.typedNoLast');
    expect(refusal('0<45')).toBe('sketch.badLength');
    expect(refusal('-5<45')).toBe('sketch.badLength');
    expect(refusal('200E 23N')).toBe('sketch.badDegrees');
    expect(refusal('5E 52N')).toBe('sketch.outsideArea');
    expect(refusal('2560000,400000')).toBe('sketch.typedSwapped');
    expect(refusal('99999999,99999999')).toBe('sketch.typedOutside');
    expect(refusal('113.2E 23.1E')).toBe('sketch.typedUnread');
  });
});

import { describe, expect, it } from 'vitest';
import { collectFootprints } from '../../../../src/core/risk/building-footprints.ts';
import { findOutlines } from '../../../../src/core/risk/find-outlines.ts';

type Ring = [number, number][];

function square(x: number, y: number, side: number): Ring {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}

const plane = { fromLonLat: (lon: number, lat: number) => [lon, lat] as const };
const unknown = { floorAreaSquareMeters: null, peopleDay: null, peopleNight: null };
const buildings = collectFootprints(
  [
    { geometry: [[square(0, 0, 10), square(2, 2, 3)]], ...unknown },
    { geometry: null, ...unknown },
    { geometry: [[square(100, 0, 10)], [square(120, 0, 10)]], ...unknown },
    { geometry: [[square(1000, 0, 10)]], ...unknown },
  ],
  plane,
);

describe('outlines in a box', () => {
  it('gives every ring of the buildings that touch it, holes and parts too', () => {
    const found = findOutlines(buildings, [5, 5, 105, 6], 10);
    expect(found.map((ring) => Array.from(ring))).toEqual([
      square(0, 0, 10).flat(),
      square(2, 2, 3).flat(),
      square(100, 0, 10).flat(),
      square(120, 0, 10).flat(),
    ]);
  });

  it('keeps to those nearest the middle when there are more', () => {
    const found = findOutlines(buildings, [0, 0, 2000, 10], 1);
    expect(found.map((ring) => ring[0])).toEqual([1000]);
  });

  it('hands out copies', () => {
    const [ring] = findOutlines(buildings, [0, 0, 1, 1], 1);
    ring?.fill(0);
    expect(buildings.coordinates[2]).toBe(10);
  });
});

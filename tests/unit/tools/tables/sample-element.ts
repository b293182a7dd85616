import type { Polygon2 } from '../../../../src/core/geometry/coordinates.ts';
import type { CityElement, ElementAttributes } from '../../../../tools/elements/city-element.ts';

/** Square of a side length with its south-west corner at x, y; counter-clockwise. */
export function squareAt(x: number, y: number, side: number): Polygon2 {
  return [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ];
}

/** Extruded building whose attributes are all unknown but those given. */
export function sampleElement(id: string, footprint: Polygon2[], attributes: Partial<ElementAttributes>): CityElement {
  return {
    kind: 'buildings',
    attributes: {
      id,
      dataset: 'buildings',
      name: null,
      address: null,
      use: null,
      structure: null,
      codeLevel: null,
      yearBuilt: null,
      storeysAbove: null,
      storeysBelow: null,
      heightMeters: null,
      groundFloorHeightMeters: null,
      baseHeightMeters: null,
      footprintAreaSquareMeters: null,
      floorAreaSquareMeters: null,
      peopleDay: null,
      peopleNight: null,
      value: null,
      ...attributes,
    },
    derived: {},
    source: { id },
    footprint,
    shape: { type: 'extrusion' },
  };
}

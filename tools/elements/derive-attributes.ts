import type { Assumptions } from '../../src/core/city/recipe.ts';
import { measurePlanArea } from '../../src/core/geometry/plan-area.ts';
import type { CityElement } from './city-element.ts';
import { DEFAULT_STOREY_HEIGHT_METERS } from './derivation-rules.ts';

/**
 * Fills values that follow from others, in place, and marks each with its rule in `derived`: footprint area from
 * the outline (always, so that areas and outlines cannot disagree), height from storeys, floor area from
 * storeys. Storeys are never invented from a height; what cannot be derived stays `null`.
 * @param element With its footprint in metres of the project CRS.
 * @param assumptions Of the recipe; the storey height is 3 m when none is stated.
 */
export function deriveAttributes(element: CityElement, assumptions: Assumptions | undefined): void {
  const { attributes, derived, footprint } = element;
  if (footprint.length > 0) {
    attributes.footprintAreaSquareMeters = measurePlanArea(footprint);
    derived.footprintAreaSquareMeters = 'footprint-area.from-footprint';
  }
  const storeys = attributes.storeysAbove;
  if (element.kind !== 'buildings' || storeys === null || storeys <= 0) return;
  if (attributes.heightMeters === null) {
    attributes.heightMeters = storeys * (assumptions?.storeyHeightMeters ?? DEFAULT_STOREY_HEIGHT_METERS);
    derived.heightMeters = 'height.from-storeys';
  }
  if (attributes.floorAreaSquareMeters === null && attributes.footprintAreaSquareMeters !== null) {
    attributes.floorAreaSquareMeters = attributes.footprintAreaSquareMeters * storeys;
    derived.floorAreaSquareMeters = 'floor-area.from-storeys';
  }
}

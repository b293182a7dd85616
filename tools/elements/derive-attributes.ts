import type { Assumptions } from '../../src/core/city/recipe.ts';
import type { BuildContext } from '../package/progress.ts';
import { measurePlanArea } from '../tables/plan-measures.ts';
import type { CityElement } from './city-element.ts';
import { DEFAULT_STOREY_HEIGHT_METERS } from './derivation-rules.ts';

/** Relative difference above which a stated footprint area contradicts the outline. */
const AREA_TOLERANCE = 0.05;

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function deriveFootprintArea(element: CityElement, context: BuildContext): void {
  const { attributes } = element;
  const stated = attributes.footprintAreaSquareMeters;
  const measured = roundTo(measurePlanArea(element.footprint), 4);
  if (stated !== null && Math.abs(stated - measured) > AREA_TOLERANCE * Math.max(stated, measured)) {
    context.report({
      code: 'footprintArea.contradictsOutline',
      severity: 'note',
      place: { layer: attributes.dataset, id: attributes.id },
      values: { stated, measured: roundTo(measured, 1) },
    });
  }
  attributes.footprintAreaSquareMeters = measured;
  element.derived.footprintAreaSquareMeters = 'footprint-area.from-footprint';
}

/**
 * Fills values that follow from others, in place, and marks each with its rule in `derived`: footprint area from
 * the outline (always, so that areas and outlines cannot disagree), height from storeys, floor area from
 * storeys. Storeys are never invented from a height; what cannot be derived stays `null`.
 * @param element With its footprint in metres of the project CRS.
 * @param assumptions Of the recipe; the storey height is 3 m when none is stated.
 * Reports: `footprintArea.contradictsOutline` when a stated area differs by more than 5 %.
 */
export function deriveAttributes(
  element: CityElement,
  assumptions: Assumptions | undefined,
  context: BuildContext,
): void {
  const { attributes, derived } = element;
  deriveFootprintArea(element, context);
  const storeys = attributes.storeysAbove;
  if (element.kind !== 'buildings' || storeys === null || storeys <= 0) return;
  if (attributes.heightMeters === null) {
    attributes.heightMeters = roundTo(storeys * (assumptions?.storeyHeightMeters ?? DEFAULT_STOREY_HEIGHT_METERS), 3);
    derived.heightMeters = 'height.from-storeys';
  }
  if (attributes.floorAreaSquareMeters === null && attributes.footprintAreaSquareMeters !== null) {
    attributes.floorAreaSquareMeters = roundTo(attributes.footprintAreaSquareMeters * storeys, 4);
    derived.floorAreaSquareMeters = 'floor-area.from-storeys';
  }
}

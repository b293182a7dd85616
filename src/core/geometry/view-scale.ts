/** A CSS pixel is 1/96 inch (CSS Values and Units 3, 5.2 Absolute Lengths). */
const METERS_PER_CSS_PIXEL = 0.0254 / 96;

/**
 * Scale of a view as the denominator of 1 : n, as if the screen were paper: length on the ground per length on the
 * screen, at the place that is looked at.
 * @param metersPerPixel Ground metres under one CSS pixel there, across the line of sight.
 * @returns Rounded to two digits: a perspective view has no scale finer than that.
 */
export function scaleDenominator(metersPerPixel: number): number {
  return Number((metersPerPixel / METERS_PER_CSS_PIXEL).toPrecision(2));
}

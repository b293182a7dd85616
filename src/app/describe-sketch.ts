import type { TFunction } from 'i18next';
import { formatArea, formatCount, formatLength } from '../core/units/format.ts';
import { measureSketch } from '../core/zones/editing/measure-sketch.ts';
import type { Sketch } from '../core/zones/editing/sketch.ts';

/** Lines that stand beside the pointer while an outline is drawn: lengths, bearing, area. */
export function describeSketch(sketch: Sketch, t: TFunction<'app'>, locale: string): string[] {
  const measures = measureSketch(sketch);
  const { stepMeters, bearingDegrees, lineMeters, radiusMeters, sidesMeters, turnDegrees, areaSquareMeters } = measures;
  const length = (meters: number): string => formatLength(meters, locale);
  const angle = (degrees: number): string => formatCount(degrees, locale, 1);
  const lines: (string | null)[] = [
    stepMeters && bearingDegrees !== null
      ? t('sketch.step', { length: length(stepMeters), bearing: angle(bearingDegrees) })
      : null,
    lineMeters ? t('sketch.line', { length: length(lineMeters) }) : null,
    radiusMeters ? t('sketch.radius', { length: length(radiusMeters) }) : null,
    sidesMeters ? t('sketch.sides', { first: length(sidesMeters[0]), second: length(sidesMeters[1]) }) : null,
    turnDegrees === null ? null : t('sketch.turn', { degrees: angle(turnDegrees) }),
    areaSquareMeters ? t('sketch.area', { area: formatArea(areaSquareMeters, locale) }) : null,
  ];
  return lines.filter((line) => line !== null);
}

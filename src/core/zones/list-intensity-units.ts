import type { ZoneHazard } from '../city/hazard.ts';

const UNITS: Record<ZoneHazard, readonly string[]> = {
  flood: ['m', 'm/s', 'm²/s'],
  waterlogging: ['m', 'cm', 'min'],
  earthquake: ['CSIS', 'g', 'm/s²'],
  landslide: ['m³', 'm', 'mm/d'],
  subsidence: ['mm/a', 'mm'],
  fire: ['kW/m²', '°C'],
  hazmat: ['kPa', 'mg/m³', 'ppm', 'kW/m²'],
  gas: ['%LEL', 'MPa', 'kPa'],
  typhoon: ['m/s', 'kPa'],
  tsunami: ['m', 'm/s'],
  stormSurge: ['m', 'm/s'],
  other: [],
};

/**
 * Units in which the intensity of a hazard is usually given, the commonest first; none for `other`. CSIS is the degree
 * of the China seismic intensity scale. Suggestions only: the contract leaves the unit free.
 */
export function listIntensityUnits(hazard: ZoneHazard): readonly string[] {
  return UNITS[hazard];
}

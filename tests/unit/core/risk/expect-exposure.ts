import { expect } from 'vitest';
import type { RiskLevel } from '../../../../src/core/city/hazard.ts';
import type { MultiPolygon2 } from '../../../../src/core/geometry/coordinates.ts';
import type { Exposure, ExposureResult } from '../../../../src/core/risk/exposure.ts';

/** One answer of `ask-shapely.py`. */
interface OracleExposure {
  buildings: number;
  footprintArea: number;
  floorArea: number;
  peopleDay: number;
  peopleNight: number;
  unknown: Record<string, number>;
}

/** Zones and what shapely says of them. */
export interface OracleCase {
  zones: { level: RiskLevel; coordinates: MultiPolygon2 }[];
  answers: { zones: OracleExposure[]; byLevel: Partial<Record<RiskLevel, OracleExposure>>; union: OracleExposure };
}

/** Our exposure in the words of the oracle. */
function asOracle(exposure: Exposure): OracleExposure {
  return {
    buildings: exposure.buildings,
    footprintArea: exposure.footprintAreaSquareMeters,
    floorArea: exposure.floorAreaSquareMeters,
    peopleDay: exposure.peopleDay,
    peopleNight: exposure.peopleNight,
    unknown: exposure.unknown,
  };
}

function expectClose(ours: Exposure, theirs: OracleExposure, where: string, tolerance: number): void {
  const { buildings, unknown, ...sums } = asOracle(ours);
  expect({ where, buildings, unknown }).toEqual({ where, buildings: theirs.buildings, unknown: theirs.unknown });
  for (const [name, value] of Object.entries(sums)) {
    const wanted = theirs[name as keyof typeof sums];
    expect(Math.abs(value - wanted), `${where} ${name}: ${value} for ${wanted}`).toBeLessThanOrEqual(
      Math.abs(wanted) * tolerance + 1e-6,
    );
  }
}

/** Holds a measurement against the oracle: buildings and unknowns exactly, sums to `tolerance` (a share). */
export function expectExposure(result: ExposureResult, { answers }: OracleCase, tolerance: number): void {
  expect(result.zones).toHaveLength(answers.zones.length);
  answers.zones.forEach((zone, index) => {
    expectClose(result.zones[index]!, zone, `zone ${index}`, tolerance);
  });
  expect(Object.keys(result.byLevel).sort()).toEqual(Object.keys(answers.byLevel).sort());
  for (const [level, theirs] of Object.entries(answers.byLevel)) {
    expectClose(result.byLevel[level as keyof typeof answers.byLevel]!, theirs, level, tolerance);
  }
  expectClose(result.union, answers.union, 'union', tolerance);
}

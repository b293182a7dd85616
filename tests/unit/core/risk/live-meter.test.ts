import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RISK_LEVELS } from '../../../../src/core/city/hazard.ts';
import { codeColumn } from '../../../../src/core/risk/building-codes.ts';
import { type BuildingFootprints, collectFootprints } from '../../../../src/core/risk/building-footprints.ts';
import type { Exposure } from '../../../../src/core/risk/exposure.ts';
import { createFootprintGrid } from '../../../../src/core/risk/footprint-grid.ts';
import { levelOfBuildings } from '../../../../src/core/risk/level-of-buildings.ts';
import type { ZonePick } from '../../../../src/core/risk/live-exposure.ts';
import { createLiveMeter } from '../../../../src/core/risk/live-meter.ts';
import { measureExposure } from '../../../../src/core/risk/measure-exposure.ts';
import { finishSteps } from './finish-steps.ts';
import { anyHouses, anyShape, anyZones, METERS } from './made-city.ts';
import { pipesOf } from './made-pipes.ts';

/** On whole metres, so that some lie on edges and corners of made zones. */
const FACILITIES = {
  x: Float64Array.from({ length: 60 }, (_, index) => ((index * 37) % 81) - 40),
  y: Float64Array.from({ length: 60 }, (_, index) => ((index * 53) % 81) - 40),
};
const USES = ['residential', null, 'office'];

/** Some of them along edges of made zones. */
const PIPES = pipesOf(
  Array.from({ length: 24 }, (_, index) => [
    [((index * 37) % 81) - 40, ((index * 53) % 81) - 40],
    [((index * 29) % 81) - 40, ((index * (index % 3 === 0 ? 53 : 17)) % 81) - 40],
  ]),
);

function startMeter(buildings: BuildingFootprints) {
  const rows = Array.from({ length: buildings.count }, (_, index) => index);
  const use = codeColumn(rows.map((index) => USES[index % 3]));
  return createLiveMeter(createFootprintGrid(buildings), { use, structure: use }, FACILITIES, PIPES);
}

function expectSame(live: Exposure | undefined, whole: Exposure | undefined): void {
  expect({ buildings: live?.buildings, facilities: live?.facilities, unknown: live?.unknown }).toEqual({
    buildings: whole?.buildings,
    facilities: whole?.facilities,
    unknown: whole?.unknown,
  });
  if (!live || !whole) return;
  const sums = [
    'footprintAreaSquareMeters',
    'floorAreaSquareMeters',
    'peopleDay',
    'peopleNight',
    'pipesMeters',
  ] as const;
  for (const sum of sums) {
    expect(Math.abs(live[sum] - whole[sum]), `${sum} ${live[sum]} ${whole[sum]}`).toBeLessThanOrEqual(
      1e-7 + 1e-9 * whole[sum],
    );
  }
}

const anyPick: fc.Arbitrary<ZonePick | null> = fc.oneof(
  fc.constantFrom('z0', 'z1', 'new').map((zoneId) => ({ zoneId })),
  fc.constantFrom(...RISK_LEVELS).map((level) => ({ level })),
  fc.constant({ union: true } as const),
  fc.constant(null),
);
const anyEdit = fc.record({
  id: fc.constantFrom('z0', 'z1', 'new'),
  level: fc.constantFrom(...RISK_LEVELS),
  shape: anyShape,
});
/** One step of a session: other zones, or the same with another outline. */
const anyStep = fc.record({
  zones: fc.option(anyZones, { freq: 2 }),
  edited: fc.option(anyEdit, { freq: 3 }),
  pick: anyPick,
});

describe('createLiveMeter', () => {
  it('answers at every step of a session what a whole measurement answers', () => {
    fc.assert(
      fc.property(anyHouses, fc.array(anyStep, { minLength: 1, maxLength: 8 }), (houses, steps) => {
        const buildings = collectFootprints(houses, METERS);
        const meter = startMeter(buildings);
        let resting = steps[0]!.zones ?? [];
        for (const { zones, edited, pick } of steps) {
          resting = zones ?? resting;
          const live = finishSteps(meter.measure({ resting, edited }, pick));
          const others = resting.filter((zone) => zone.id !== edited?.id);
          const all = edited ? [...others, { id: edited.id, level: edited.level, polygons: edited.shape }] : resting;
          const whole = measureExposure(buildings, all, FACILITIES, PIPES);
          expect(Object.keys(live.byLevel).sort()).toEqual(Object.keys(whole.byLevel).sort());
          for (const level of RISK_LEVELS) expectSame(live.byLevel[level], whole.byLevel[level]);
          expectSame(live.union, whole.union);
          if (!pick) {
            expect(live.focus).toBeNull();
            continue;
          }
          const one = measureExposure(buildings, []).union;
          const wanted =
            'zoneId' in pick
              ? whole.zones.find((zone) => zone.id === pick.zoneId)
              : 'level' in pick
                ? whole.byLevel[pick.level]
                : whole.union;
          expectSame(live.focus?.exposure, wanted ?? one);
          const counted = finishSteps(meter.select({ resting, edited }, pick, null));
          expect(counted.length).toBe(wanted?.buildings ?? 0);
          expect([...counted]).toEqual([...new Set(counted)].sort((a, b) => a - b));
          for (const share of live.focus?.byUse ?? []) {
            const rows = finishSteps(meter.select({ resting, edited }, pick, { use: share.code }));
            expect(rows.length).toBe(share.buildings);
            expect([...rows].every((each) => USES[each % 3] === share.code)).toBe(true);
          }
          const lacking = finishSteps(meter.select({ resting, edited }, pick, { unknown: 'peopleDay' }));
          expect(lacking.length).toBe(wanted?.unknown.peopleDay ?? 0);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('levelOfBuildings', () => {
  it('is the highest level in which a whole measurement counts the building', () => {
    fc.assert(
      fc.property(anyHouses, anyZones, (houses, zones) => {
        const buildings = collectFootprints(houses, METERS);
        const levels = levelOfBuildings(createFootprintGrid(buildings), zones);
        const wanted = houses.map((house) => {
          const { byLevel } = measureExposure(collectFootprints([house], METERS), zones);
          const rank = RISK_LEVELS.findIndex((level) => (byLevel[level]?.buildings ?? 0) > 0);
          return rank < 0 ? RISK_LEVELS.length : rank;
        });
        expect([...levels]).toEqual(wanted);
      }),
      { numRuns: 400 },
    );
  });
});

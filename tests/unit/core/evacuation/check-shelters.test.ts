import { describe, expect, it } from 'vitest';
import { SHELTER_HAZARDS, type ShelterHazard, ZONE_HAZARDS } from '../../../../src/core/city/hazard.ts';
import { checkShelters } from '../../../../src/core/evacuation/check-shelters.ts';
import { nearestShelters } from '../../../../src/core/evacuation/nearest-shelters.ts';
import { makeZone, ringAround } from '../zones/make-zone.ts';
import { makeShelter } from './make-shelter.ts';

const FLOOD = makeZone('f', [[ringAround(0, 0, 1)]], { hazard: 'flood' });
const SLIDE = makeZone('s', [[ringAround(0.5, 0, 1)]], { hazard: 'landslide' });

describe('checkShelters', () => {
  it('tells only shelters in zones, with one line per zone', () => {
    const inside = makeShelter('in', [0, 0], { flood: true, landslide: false });
    expect(checkShelters([makeShelter('out', [5, 5], { flood: false }), inside], [FLOOD, SLIDE])).toEqual([
      {
        shelterId: 'in',
        zoneIds: ['f', 's'],
        hazards: [
          { hazard: 'flood', zoneId: 'f', designation: 'designated' },
          { hazard: 'landslide', zoneId: 's', designation: 'notDesignated' },
        ],
        flagged: true,
      },
    ]);
  });

  it('does not flag a shelter that is designated, nor one whose source does not say', () => {
    const [designated, unknown] = checkShelters(
      [makeShelter('a', [0, 0], { flood: true }), makeShelter('b', [0, 0])],
      [FLOOD],
    );
    expect(designated?.flagged).toBe(false);
    expect(unknown).toMatchObject({ flagged: false, hazards: [{ designation: 'unknown' }] });
  });

  it('judges a hazard by its own flag alone', () => {
    const flags: Partial<Record<ZoneHazardWithFlag, ShelterHazard>> = {
      flood: 'flood',
      waterlogging: 'waterlogging',
      earthquake: 'earthquake',
      landslide: 'landslide',
      fire: 'fire',
      tsunami: 'tsunami',
      stormSurge: 'stormSurge',
    };
    for (const hazard of ZONE_HAZARDS) {
      const zone = makeZone('z', [[ringAround(0, 0, 1)]], { hazard });
      const own = flags[hazard as ZoneHazardWithFlag];
      const all = Object.fromEntries(SHELTER_HAZARDS.map((flag) => [flag, flag !== own]));
      const [finding] = checkShelters([makeShelter('x', [0, 0], all)], [zone]);
      expect(finding, hazard).toMatchObject({
        flagged: own !== undefined,
        hazards: [{ designation: own ? 'notDesignated' : 'unknown' }],
      });
    }
  });

  it('takes a shelter on the edge of a zone as inside', () => {
    expect(checkShelters([makeShelter('edge', [1, 0.3], { flood: false })], [FLOOD])[0]?.flagged).toBe(true);
  });
});

type ZoneHazardWithFlag = 'flood' | 'waterlogging' | 'earthquake' | 'landslide' | 'fire' | 'tsunami' | 'stormSurge';

describe('nearestShelters', () => {
  it('measures metres, not degrees: far north a degree east is the shorter way', () => {
    const east = makeShelter('east', [0.015, 60]);
    const north = makeShelter('north', [0, 60.01]);
    const found = nearestShelters([north, east, makeShelter('far', [9, 60])], [0, 60], 2);
    expect(found.map((each) => each.shelter.properties.id)).toEqual(['east', 'north']);
    expect(found[0]?.distanceMeters).toBeCloseTo(834.9, 0);
    expect(found[1]?.distanceMeters).toBeCloseTo(1113.2, 0);
  });
});

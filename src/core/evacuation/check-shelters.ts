import type { ShelterHazard, ZoneHazard } from '../city/hazard.ts';
import { findZonesAt } from '../zones/find-zones.ts';
import type { Zone } from '../zones/zone.ts';
import type { Shelter } from './shelter.ts';

/** Whether a shelter is designated for a hazard; `unknown` when its source does not say or has no flag for it. */
export type Designation = 'designated' | 'notDesignated' | 'unknown';

/** One shelter that lies in at least one zone. */
export interface ShelterFinding {
  shelterId: string;
  /** Zones it lies in, in the order of the zones. */
  zoneIds: string[];
  /** One entry per zone. */
  hazards: { hazard: ZoneHazard; zoneId: string; designation: Designation }[];
  /** True when it lies in a zone of a hazard that it is stated not to be designated for. */
  flagged: boolean;
}

/** Flag that answers for a zone hazard; hazards that are absent have none among the eight. */
const FLAG_OF_HAZARD: Partial<Record<ZoneHazard, ShelterHazard>> = {
  flood: 'flood',
  waterlogging: 'waterlogging',
  earthquake: 'earthquake',
  landslide: 'landslide',
  fire: 'fire',
  tsunami: 'tsunami',
  stormSurge: 'stormSurge',
};

function readDesignation(shelter: Shelter, hazard: ZoneHazard): Designation {
  const flag = FLAG_OF_HAZARD[hazard];
  const stated = flag ? shelter.properties.hazards[flag] : null;
  if (stated === null) return 'unknown';
  return stated ? 'designated' : 'notDesignated';
}

/**
 * Finds the shelters that lie in risk zones and tells whether they are designated for the hazards of those zones.
 * A shelter on the edge of a zone lies in it. Hazards without a flag (subsidence, hazmat, gas, typhoon, other) and
 * unknown designations are told but never flagged.
 * @returns Shelters in at least one zone, in the order of the shelters; may be empty.
 * Source: eight flags of the designated emergency places (指定緊急避難場所, GSI).
 */
export function checkShelters(shelters: readonly Shelter[], zones: readonly Zone[]): ShelterFinding[] {
  return shelters.flatMap((shelter) => {
    const inside = findZonesAt(zones, shelter.geometry.coordinates);
    if (inside.length === 0) return [];
    const hazards = inside.map((zone) => ({
      hazard: zone.properties.hazard,
      zoneId: zone.properties.id,
      designation: readDesignation(shelter, zone.properties.hazard),
    }));
    return [
      {
        shelterId: shelter.properties.id,
        zoneIds: inside.map((zone) => zone.properties.id),
        hazards,
        flagged: hazards.some((entry) => entry.designation === 'notDesignated'),
      },
    ];
  });
}

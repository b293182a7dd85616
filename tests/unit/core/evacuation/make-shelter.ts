import { SHELTER_HAZARDS, type ShelterHazard } from '../../../../src/core/city/hazard.ts';
import type { Shelter } from '../../../../src/core/evacuation/shelter.ts';

/** A shelter at longitude, latitude: what is not given is unknown, hazards too. */
export function makeShelter(
  id: string,
  place: [lon: number, lat: number],
  flags: Partial<Record<ShelterHazard, boolean>> = {},
  properties: Partial<Omit<Shelter['properties'], 'hazards'>> = {},
): Shelter {
  const hazards = Object.fromEntries(
    SHELTER_HAZARDS.map((hazard) => [hazard, flags[hazard] ?? null]),
  ) as Shelter['properties']['hazards'];
  const unknown = { name: null, address: null, shelterClass: null, capacityPeople: null, areaSquareMeters: null };
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: place },
    properties: { id, ...unknown, hazards, dataset: 'shelters', source: {}, ...properties },
  };
}

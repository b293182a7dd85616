/** A wall's division into bays and storeys at one vertex, for storey lines and windows. */
export interface FacadePoint {
  /** Where along the wall, 0 … 1. */
  along: number;
  /** Where between bottom and top of the wall, 0 … 1. */
  up: number;
  /** Bays of the whole wall; 0 = blank. */
  bays: number;
  /** Storeys above the base of the building at the bottom of the wall and at its top, which is more than 0. */
  bottomStorey: number;
  topStorey: number;
}

/** Width of a bay, metres, from which the number of bays of a wall is rounded. */
const BAY_METERS = 3.4;
/** A narrower piece of wall has no window. */
const NARROWEST_METERS = 1;

const STOREY_STEPS = 64;

/** Bays that fit into a wall of a length in metres; 0 when it is too narrow for a window. */
export function countBays(lengthMeters: number): number {
  return lengthMeters < NARROWEST_METERS ? 0 : Math.max(1, Math.round(lengthMeters / BAY_METERS));
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

/**
 * A facade point as tiles store it: `_WALL`, three bytes: along × 255, up × 255, bays; `_STOREYS`, two 16-bit numbers:
 * storeys at the bottom and the top × 64. `null`, a roof or something without storeys, is all zeros. What changes from
 * corner to corner is 0 or 255 and what is bulky changes from building to building: so it compresses to about a byte.
 */
export function packFacade(point: FacadePoint | null): {
  wall: [along: number, up: number, bays: number];
  storeys: [bottom: number, top: number];
} {
  if (!point) return { wall: [0, 0, 0], storeys: [0, 0] };
  return {
    wall: [clamp(point.along * 255, 255), clamp(point.up * 255, 255), clamp(point.bays, 255)],
    storeys: [
      clamp(point.bottomStorey * STOREY_STEPS, 65_535),
      Math.max(1, clamp(point.topStorey * STOREY_STEPS, 65_535)),
    ],
  };
}

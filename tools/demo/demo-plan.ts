/**
 * Size and seed of the demo city. The city is counted in communities of 4 × 4 blocks (about 650 × 550 m), so a larger
 * city is a larger number here and nothing else.
 */
export interface DemoPlan {
  seed: number;
  /** Communities from west to east. */
  communitiesAlong: number;
  /** Communities north and south of the river. */
  communitiesNorth: number;
  communitiesSouth: number;
}

/** Blocks on each side of a community. */
export const BLOCKS_PER_COMMUNITY = 4;

/** Some 2,000 buildings on 2.6 × 2 km. */
export const DEFAULT_DEMO_PLAN: DemoPlan = {
  seed: 20260,
  communitiesAlong: 4,
  communitiesNorth: 2,
  communitiesSouth: 1,
};

/** Project CRS of the demo: CGCS2000 / 3-degree Gauss-Kruger CM 114E. */
export const DEMO_CRS = 'EPSG:4547';

/**
 * Easting and northing of the demo's own (0, 0), metres: hills near 114.3° E 31.2° N, far from any city. The place only
 * gives the coordinates a valid zone; nothing that stands there is imitated.
 */
export const DEMO_ORIGIN = [528_000, 3_452_000] as const;

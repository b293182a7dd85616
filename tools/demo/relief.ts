import type { DemoPlan } from './demo-plan.ts';
import type { Random } from './random.ts';

/**
 * Position in river coordinates, metres: `s` along the valley from west to east, `t` across it, north positive, 0 on
 * the river's middle line. Streets are straight in these coordinates and bend with the river on the map.
 */
export type RiverPoint = readonly [s: number, t: number];

/** Position on the demo's map, metres east and north of its origin. */
export type MapPoint = readonly [x: number, y: number];

/** Valley, river and hills. */
export interface Relief {
  /** Half the width of the water at `s`. */
  riverHalfWidth(s: number): number;
  toMap(point: RiverPoint): MapPoint;
  /** Direction of the streets along the river at a point, radians from east. */
  bearing(point: RiverPoint): number;
  /** Ground height, metres above the ellipsoid; below the water it is the river bed. */
  groundHeight(point: RiverPoint): number;
  /** Where the landslides are: steep side of each hill. */
  hills: readonly { at: RiverPoint; radiusMeters: number; heightMeters: number }[];
}

/** Distance over which the streets straighten out away from the river. */
const BEND_REACH_METERS = 900;
const BANK_HEIGHT_METERS = 24;
const RIVER_DEPTH_METERS = 4;

/** Creates the ground of the demo: a meandering river in a gentle valley, hills in the north-east. */
export function createRelief(plan: DemoPlan, random: Random): Relief {
  const [phase, ripple, widthPhase] = [random.between(0, 6.28), random.between(0, 6.28), random.between(0, 6.28)];
  const length = plan.communitiesAlong * 650;
  const north = plan.communitiesNorth * 550;
  const meander = (s: number) => 85 * Math.sin((2 * Math.PI * s) / 1900 + phase) + 14 * Math.sin(s / 130 + ripple);
  const fade = (t: number) => Math.exp(-Math.abs(t) / BEND_REACH_METERS);
  const riverHalfWidth = (s: number) => 38 + 7 * Math.sin(s / 420 + widthPhase);
  const hills = [
    { at: [length * 0.9, north * 0.84] as const, radiusMeters: 300, heightMeters: 62 },
    { at: [length * 0.66, north * 1.02] as const, radiusMeters: 240, heightMeters: 34 },
  ];
  const groundHeight = ([s, t]: RiverPoint) => {
    const shore = Math.abs(t) - riverHalfWidth(s);
    if (shore < 0) return BANK_HEIGHT_METERS - RIVER_DEPTH_METERS;
    const valley = (t > 0 ? 11 : 5) * (1 - Math.exp(-shore / 520));
    const waves = 0.7 * Math.sin(s / 310 + phase) * Math.sin(t / 270 + ripple);
    const slopes = hills.reduce((sum, hill) => {
      const squared = ((s - hill.at[0]) ** 2 + (t - hill.at[1]) ** 2) / hill.radiusMeters ** 2;
      return sum + hill.heightMeters * Math.exp(-squared * 1.6);
    }, 0);
    return BANK_HEIGHT_METERS + valley + waves * (1 - Math.exp(-shore / 200)) + slopes;
  };
  return {
    riverHalfWidth,
    toMap: ([s, t]) => [s, t + meander(s) * fade(t)],
    bearing: ([s, t]) => Math.atan(((meander(s + 1) - meander(s - 1)) / 2) * fade(t)),
    groundHeight,
    hills,
  };
}

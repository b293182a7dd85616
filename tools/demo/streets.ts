import { BLOCKS_PER_COMMUNITY, type DemoPlan } from './demo-plan.ts';
import type { Random } from './random.ts';
import { crossStreetName, longStreetName } from './street-names.ts';

/** A street: a straight line in river coordinates at `position` (its `s` or `t`), metres. */
export interface Street {
  name: string;
  position: number;
  widthMeters: number;
  /** Bounds a community and bridges the river. */
  arterial: boolean;
}

/** The street grid: `cross` streets run north–south (west to east), `north` and `south` follow the river (from it outwards). */
export interface StreetGrid {
  cross: Street[];
  north: Street[];
  south: Street[];
}

const ARTERIAL_WIDTH = 34;
const STREET_WIDTH = 15;
/** The innermost streets follow the river at this distance from its middle line, behind the levees. */
const EMBANKMENT_METERS = 78;

function layStreets(
  blocks: number,
  first: number,
  spacing: readonly [number, number],
  random: Random,
): Omit<Street, 'name'>[] {
  let position = first;
  return Array.from({ length: blocks + 1 }, (_, index) => {
    if (index > 0) position += Math.round(random.between(...spacing));
    const arterial = index % BLOCKS_PER_COMMUNITY === 0;
    return { position, arterial, widthMeters: arterial ? ARTERIAL_WIDTH : STREET_WIDTH };
  });
}

/** Lays the streets of the demo; every fourth is an arterial and bounds the communities. */
export function layStreetGrid(plan: DemoPlan, random: Random): StreetGrid {
  const along = plan.communitiesAlong * BLOCKS_PER_COMMUNITY;
  const cross = layStreets(along, 0, [142, 182], random.fork('cross'));
  const side = (communities: number, label: 'north' | 'south') =>
    layStreets(communities * BLOCKS_PER_COMMUNITY, EMBANKMENT_METERS, [122, 152], random.fork(label)).map(
      (street, index) => ({
        ...street,
        position: label === 'north' ? street.position : -street.position,
        name: longStreetName(label, index, street.arterial),
      }),
    );
  return {
    cross: cross.map((street, index) => ({ ...street, name: crossStreetName(index, street.arterial) })),
    north: side(plan.communitiesNorth, 'north'),
    south: side(plan.communitiesSouth, 'south'),
  };
}

import { type Block, type BlockUse, blockCentre } from './blocks.ts';
import type { BuildingSketch, Site } from './building-sketch.ts';
import { closedRing, type DemoFeature } from './feature-collection.ts';
import { layOutHospital, layOutPark, layOutSchool } from './layouts/campus.ts';
import { layOutFactory } from './layouts/factory.ts';
import { layOutOffices } from './layouts/offices.ts';
import { layOutOldTown } from './layouts/old-town.ts';
import { layOutSlabs } from './layouts/slabs.ts';
import { layOutTowers } from './layouts/towers.ts';
import { layOutVillas } from './layouts/villas.ts';
import { namePlace } from './place-names.ts';
import type { Random } from './random.ts';
import type { MapPoint, Relief, RiverPoint } from './relief.ts';
import { describeSurvey } from './survey-record.ts';

const LAYOUTS: Record<BlockUse, ((site: Site) => BuildingSketch[]) | null> = {
  slabs: layOutSlabs,
  towers: layOutTowers,
  oldTown: layOutOldTown,
  offices: layOutOffices,
  factory: layOutFactory,
  villas: layOutVillas,
  school: layOutSchool,
  hospital: layOutHospital,
  park: layOutPark,
  open: null,
};

/** Green strip between a block's street and its buildings. */
const MARGIN_METERS = 8;

/** A block with its name and the buildings on it. */
export interface BuiltBlock {
  block: Block;
  name: string;
  buildings: { feature: DemoFeature; at: RiverPoint; sketch: BuildingSketch; floorAreaSquareMeters: number }[];
}

function ringArea(ring: readonly (readonly [number, number])[]): number {
  const doubled = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

function placeRing(ring: readonly (readonly [number, number])[], at: RiverPoint, relief: Relief): MapPoint[] {
  const [cos, sin] = [Math.cos(relief.bearing(at)), Math.sin(relief.bearing(at))];
  const [east, north] = relief.toMap(at);
  return ring.map(([x, y]) => [east + x * cos - y * sin, north + x * sin + y * cos]);
}

function lowestGround(sketch: BuildingSketch, relief: Relief): number {
  const [s, t] = sketch.at;
  return Math.min(...(sketch.rings[0] ?? []).map(([x, y]) => relief.groundHeight([s + x, t + y])));
}

function siteOf(block: Block, name: string, random: Random): Site {
  return {
    s0: block.s0 + MARGIN_METERS,
    s1: block.s1 - MARGIN_METERS,
    t0: block.t0 + MARGIN_METERS,
    t1: block.t1 - MARGIN_METERS,
    random,
    name,
  };
}

/**
 * Builds up every block. Footprints carry the height of the ground they stand on as z; where the ground slopes it is the
 * lowest corner.
 */
export function buildUpBlocks(blocks: readonly Block[], relief: Relief, random: Random): BuiltBlock[] {
  const counts = new Map<BlockUse, number>();
  let number = 0;
  return blocks.map((block) => {
    const index = counts.get(block.use) ?? 0;
    counts.set(block.use, index + 1);
    const name = namePlace(block.use, index);
    const chance = random.fork(`block ${block.column} ${block.row}`);
    const sketches = LAYOUTS[block.use]?.(siteOf(block, name, chance)) ?? [];
    const houseNumber = Math.round(blockCentre(block)[0] / 10);
    const buildings = sketches.map((sketch, at) => {
      number += 1;
      const base = lowestGround(sketch, relief);
      const rings = sketch.rings.map((ring) => closedRing(placeRing(ring, sketch.at, relief), base));
      const [outer = 0, ...holes] = sketch.rings.map(ringArea);
      const address = `${block.street}${houseNumber}号${at + 1}栋`;
      const feature: DemoFeature = {
        type: 'Feature',
        properties: describeSurvey(sketch, number, address, chance),
        geometry: { type: 'Polygon', coordinates: rings },
      };
      const footprint = holes.reduce((area, hole) => area - hole, outer);
      return { feature, at: sketch.at, sketch, floorAreaSquareMeters: footprint * sketch.storeysAbove };
    });
    return { block, name, buildings };
  });
}

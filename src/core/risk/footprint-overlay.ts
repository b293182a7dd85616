import Flatbush from 'flatbush';
import { RISK_LEVELS } from '../city/hazard.ts';
import { type Box2, collectRegionEdges, isOddAt, prepareRegion, type Region } from '../geometry/region.ts';
import { type SweepRegion, sweepOverlap } from '../geometry/sweep-overlap.ts';
import { type BuildingFootprints, collectFootprintRegions } from './building-footprints.ts';
import type { ZonePolygons } from './zone-polygons.ts';

/**
 * Least area of a footprint inside a zone that counts, square metres. Coordinates carry rounding of about a
 * nanometre, so a building that only touches a zone measures up to some 10⁻⁷ m²; one square millimetre is no exposure.
 */
export const LEAST_AREA_SQUARE_METERS = 1e-6;

/** Where one footprint lies: areas in square metres. */
export interface FootprintOverlay {
  /** Area inside each zone that holds more than `LEAST_AREA_SQUARE_METERS`, by index of the zone, ascending. */
  zones: { zone: number; area: number }[];
  /** Area by highest level, in the order of `RISK_LEVELS`. */
  byLevel: number[];
  union: number;
}

/** A zone prepared for laying footprints over it; polygons without area take no part. */
export interface PreparedZone {
  regions: Region[];
  /** Place of its level in `RISK_LEVELS`. */
  rank: number;
}

/** Prepared zones with an index over them. */
export interface ZoneIndex {
  regions: Region[];
  /** Zone of each region. */
  owners: number[];
  /** Place in `RISK_LEVELS` of each zone. */
  ranks: number[];
  /** Over the boxes of the regions; `null` without any. */
  tree: Flatbush | null;
}

/** Prepares the polygons of a zone. */
export function prepareZone({ polygons, level }: ZonePolygons): PreparedZone {
  const regions = polygons.flatMap((polygon) => prepareRegion(polygon) ?? []);
  return { regions, rank: RISK_LEVELS.indexOf(level) };
}

/** Lays an index over prepared zones, in their order. */
export function indexZones(zones: readonly PreparedZone[]): ZoneIndex {
  const regions = zones.flatMap((zone) => zone.regions);
  const owners = zones.flatMap((zone, index) => zone.regions.map(() => index));
  const tree = regions.length > 0 ? new Flatbush(regions.length) : null;
  for (const { box } of regions) tree?.add(...box);
  tree?.finish();
  return { regions, owners, ranks: zones.map(({ rank }) => rank), tree };
}

/** Zones near a box, by their number: those that hold it whole, and the edges of those that may cut it. */
interface NearZones {
  whole: Map<number, { rank: number }>;
  cut: Map<number, { rank: number; regions: SweepRegion[] }>;
}

function sortNearZones(indexes: readonly ZoneIndex[], box: Box2): NearZones {
  const near: NearZones = { whole: new Map(), cut: new Map() };
  let first = 0;
  for (const { tree, owners, ranks, regions } of indexes) {
    for (const found of tree?.search(...box) ?? []) {
      const zone = first + owners[found]!;
      const rank = ranks[owners[found]!]!;
      const edges = collectRegionEdges(regions[found]!, box);
      if (edges.meeting.length > 0) {
        const known = near.cut.get(zone);
        if (known) known.regions.push({ ...edges, group: 0 });
        else near.cut.set(zone, { rank, regions: [{ ...edges, group: 0 }] });
      } else if (isOddAt(edges.left, (box[1] + box[3]) / 2)) near.whole.set(zone, { rank });
    }
    first += ranks.length;
  }
  for (const zone of near.whole.keys()) near.cut.delete(zone);
  return near;
}

/**
 * Measures how a footprint lies in the zones: exact areas, every part also once at its highest level.
 * @param indexes Zones are counted through from the first index to the last.
 * @returns `null` when no zone holds more than `LEAST_AREA_SQUARE_METERS` of it.
 */
export function overlayFootprint(
  buildings: BuildingFootprints,
  row: number,
  ...indexes: readonly ZoneIndex[]
): FootprintOverlay | null {
  const at = row * 4;
  const { boxes, planArea } = buildings;
  const box: Box2 = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  const area = planArea[row]!;
  if (!(area > LEAST_AREA_SQUARE_METERS)) return null;
  const { whole, cut } = sortNearZones(indexes, box);
  if (whole.size === 0 && cut.size === 0) return null;
  const byLevel: number[] = RISK_LEVELS.map(() => 0);
  const inside = new Map<number, number>();
  for (const zone of whole.keys()) inside.set(zone, area);
  let wholeRank: number = RISK_LEVELS.length;
  for (const { rank } of whole.values()) wholeRank = Math.min(wholeRank, rank);
  if (cut.size === 0) byLevel[wholeRank] = area;
  else {
    const cutZones = [...cut];
    const regions = collectFootprintRegions(buildings, row);
    cutZones.forEach(([, zone], place) => {
      for (const region of zone.regions) regions.push({ ...region, group: place + 1 });
    });
    const areas = new Float64Array(cutZones.length);
    sweepOverlap(regions, [box[0], box[1]], (part, depths) => {
      let rank = wholeRank;
      for (let place = 0; place < cutZones.length; place += 1) {
        if (depths[place + 1] === 0) continue;
        areas[place]! += part;
        rank = Math.min(rank, cutZones[place]![1].rank);
      }
      if (rank < byLevel.length) byLevel[rank]! += part;
    });
    cutZones.forEach(([zone], place) => {
      if (areas[place]! > LEAST_AREA_SQUARE_METERS) inside.set(zone, Math.min(areas[place]!, area));
    });
  }
  if (inside.size === 0) return null;
  const zones = [...inside].map(([zone, held]) => ({ zone, area: held })).sort((a, b) => a.zone - b.zone);
  return {
    zones,
    byLevel,
    union: Math.min(
      area,
      byLevel.reduce((sum, part) => sum + part, 0),
    ),
  };
}

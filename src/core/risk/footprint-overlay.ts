import Flatbush from 'flatbush';
import { RISK_LEVELS } from '../city/hazard.ts';
import { type Box2, collectRegionEdges, isOddAt, prepareRegion, type Region } from '../geometry/region.ts';
import { type SweepRegion, sweepOverlap } from '../geometry/sweep-overlap.ts';
import type { BuildingFootprints } from './building-footprints.ts';
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

/** Zones prepared for laying footprints over them. */
export interface ZoneIndex {
  regions: Region[];
  /** Zone of each region. */
  owners: number[];
  /** Place in `RISK_LEVELS` of each zone. */
  ranks: number[];
  /** Over the boxes of the regions; `null` without any. */
  tree: Flatbush | null;
}

/** Prepares zones; polygons without area take no part. */
export function indexZones(zones: readonly ZonePolygons[]): ZoneIndex {
  const regions: Region[] = [];
  const owners: number[] = [];
  zones.forEach((zone, index) => {
    for (const polygon of zone.polygons) {
      const region = prepareRegion(polygon);
      if (!region) continue;
      regions.push(region);
      owners.push(index);
    }
  });
  const tree = regions.length > 0 ? new Flatbush(regions.length) : null;
  for (const { box } of regions) tree?.add(...box);
  tree?.finish();
  return { regions, owners, ranks: zones.map((zone) => RISK_LEVELS.indexOf(zone.level)), tree };
}

function footprintRegions(buildings: BuildingFootprints, row: number): SweepRegion[] {
  const { buildingStarts, polygonStarts, ringStarts, coordinates } = buildings;
  const regions: SweepRegion[] = [];
  for (let polygon = buildingStarts[row]!; polygon < buildingStarts[row + 1]!; polygon += 1) {
    const meeting: number[] = [];
    for (let ring = polygonStarts[polygon]!; ring < polygonStarts[polygon + 1]!; ring += 1) {
      for (let at = ringStarts[ring]! * 2; at + 2 < ringStarts[ring + 1]! * 2; at += 2) {
        const upward = coordinates[at + 1]! <= coordinates[at + 3]!;
        const [from, to] = upward ? [at, at + 2] : [at + 2, at];
        meeting.push(coordinates[from]!, coordinates[from + 1]!, coordinates[to]!, coordinates[to + 1]!);
      }
    }
    regions.push({ group: 0, meeting, left: [] });
  }
  return regions;
}

/** Splits the zones near a box: those that hold it whole, and the edges of those that may cut it. */
function sortNearZones(index: ZoneIndex, box: Box2): { whole: Set<number>; cut: Map<number, SweepRegion[]> } {
  const whole = new Set<number>();
  const cut = new Map<number, SweepRegion[]>();
  for (const near of index.tree?.search(...box) ?? []) {
    const zone = index.owners[near]!;
    const edges = collectRegionEdges(index.regions[near]!, box);
    if (edges.meeting.length > 0) {
      const known = cut.get(zone);
      if (known) known.push({ ...edges, group: 0 });
      else cut.set(zone, [{ ...edges, group: 0 }]);
    } else if (isOddAt(edges.left, (box[1] + box[3]) / 2)) whole.add(zone);
  }
  for (const zone of whole) cut.delete(zone);
  return { whole, cut };
}

function rankOf(zones: Iterable<number>, ranks: readonly number[]): number {
  let best: number = RISK_LEVELS.length;
  for (const zone of zones) best = Math.min(best, ranks[zone]!);
  return best;
}

/**
 * Measures how a footprint lies in the zones: exact areas, every part also once at its highest level.
 * @returns `null` when no zone holds more than `LEAST_AREA_SQUARE_METERS` of it.
 */
export function overlayFootprint(
  buildings: BuildingFootprints,
  row: number,
  index: ZoneIndex,
): FootprintOverlay | null {
  const at = row * 4;
  const { boxes, planArea } = buildings;
  const box: Box2 = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  const area = planArea[row]!;
  if (!(area > LEAST_AREA_SQUARE_METERS)) return null;
  const { whole, cut } = sortNearZones(index, box);
  if (whole.size === 0 && cut.size === 0) return null;
  const byLevel: number[] = RISK_LEVELS.map(() => 0);
  const inside = new Map<number, number>();
  for (const zone of whole) inside.set(zone, area);
  const wholeRank = rankOf(whole, index.ranks);
  if (cut.size === 0) byLevel[wholeRank] = area;
  else {
    const cutZones = [...cut.keys()];
    const regions = footprintRegions(buildings, row);
    cutZones.forEach((zone, place) => {
      for (const region of cut.get(zone)!) regions.push({ ...region, group: place + 1 });
    });
    const areas = new Float64Array(cutZones.length);
    sweepOverlap(regions, [box[0], box[1]], (part, depths) => {
      let rank = wholeRank;
      for (let place = 0; place < cutZones.length; place += 1) {
        if (depths[place + 1] === 0) continue;
        areas[place]! += part;
        rank = Math.min(rank, index.ranks[cutZones[place]!]!);
      }
      if (rank < byLevel.length) byLevel[rank]! += part;
    });
    cutZones.forEach((zone, place) => {
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

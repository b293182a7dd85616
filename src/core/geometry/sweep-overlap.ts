import { isOddAt, type RegionEdges } from './region.ts';

/** Edges of one polygon that takes part in a sweep; a group is inside where any of its polygons is. */
export interface SweepRegion extends RegionEdges {
  /** 0 = the subject, 1 … = what it is laid over. */
  group: number;
}

/**
 * Called for every part of the subject.
 * @param area Of the part, in the square of the unit of the coordinates, > 0.
 * @param depths For every group, in how many of its polygons the part lies.
 */
export type OnPart = (area: number, depths: Uint16Array) => void;

interface SweepEdge {
  x1: number;
  y1: number;
  y2: number;
  /** Change of x per unit of y; edges that run level have no part in areas and are not kept. */
  slope: number;
  region: number;
  /** x in the middle of the slab in hand. */
  x: number;
}

function collectEdges(
  regions: readonly SweepRegion[],
  originX: number,
  originY: number,
  breaks: number[],
): SweepEdge[] {
  const edges: SweepEdge[] = [];
  regions.forEach(({ meeting }, region) => {
    for (let at = 0; at < meeting.length; at += 4) {
      const x1 = meeting[at]! - originX;
      const y1 = meeting[at + 1]! - originY;
      const y2 = meeting[at + 3]! - originY;
      breaks.push(y1, y2);
      if (y1 < y2) edges.push({ x1, y1, y2, slope: (meeting[at + 2]! - originX - x1) / (y2 - y1), region, x: 0 });
    }
  });
  return edges.sort((a, b) => a.y1 - b.y1);
}

function xAt(edge: SweepEdge, y: number): number {
  return edge.x1 + (y - edge.y1) * edge.slope;
}

/** Adds the heights at which two edges change places. */
function collectCrossings(edges: readonly SweepEdge[], breaks: number[]): void {
  for (let i = 0; i < edges.length; i += 1) {
    const a = edges[i]!;
    for (let j = i + 1; j < edges.length && edges[j]!.y1 < a.y2; j += 1) {
      const b = edges[j]!;
      const low = b.y1;
      const high = Math.min(a.y2, b.y2);
      const before = xAt(a, low) - xAt(b, low);
      const after = xAt(a, high) - xAt(b, high);
      if (before * after < 0) breaks.push(low + ((high - low) * before) / (before - after));
    }
  }
}

/** Edges that cross the slab, from left to right at its middle. */
function selectActive(edges: readonly SweepEdge[], low: number, high: number): SweepEdge[] {
  const middle = (low + high) / 2;
  const active: SweepEdge[] = [];
  for (const edge of edges) {
    if (edge.y1 > low) break;
    if (edge.y2 < high) continue;
    edge.x = xAt(edge, middle);
    active.push(edge);
  }
  return active.sort((a, b) => a.x - b.x);
}

/**
 * Cuts the subject (group 0) along all edges of all groups and tells every part with its area: a sweep over slabs
 * between neighbouring vertices and crossings, in which the edges bound trapezoids. It has no topology to get wrong:
 * touching, coinciding and overlapping edges only make parts of no width.
 * @param regions Polygons in one planar frame; the edges of the subject complete, of the others at least those that
 * meet the box of the subject and the heights of those left of it (`collectRegionEdges`).
 * @param origin A position near the subject; keeps areas exact far from the origin of the frame.
 */
export function sweepOverlap(
  regions: readonly SweepRegion[],
  origin: readonly [x: number, y: number],
  onPart: OnPart,
): void {
  const breaks: number[] = [];
  const edges = collectEdges(regions, origin[0], origin[1], breaks);
  collectCrossings(edges, breaks);
  breaks.sort((a, b) => a - b);
  const groups = regions.reduce((most, region) => Math.max(most, region.group), 0) + 1;
  const depths = new Uint16Array(groups);
  const inside = new Uint8Array(regions.length);
  for (let slab = 1; slab < breaks.length; slab += 1) {
    const low = breaks[slab - 1]!;
    const high = breaks[slab]!;
    if (high <= low) continue;
    const active = selectActive(edges, low, high);
    if (active.length < 2) continue;
    depths.fill(0);
    regions.forEach(({ left, group }, region) => {
      inside[region] = left.length > 0 && isOddAt(left, (low + high) / 2 + origin[1]) ? 1 : 0;
      depths[group]! += inside[region]!;
    });
    for (let index = 0; index + 1 < active.length; index += 1) {
      const { region, x } = active[index]!;
      const group = regions[region]!.group;
      depths[group]! += inside[region] === 1 ? -1 : 1;
      inside[region] = 1 - inside[region]!;
      if (depths[0] === 0) continue;
      const area = (active[index + 1]!.x - x) * (high - low);
      if (area > 0) onPart(area, depths);
    }
  }
}

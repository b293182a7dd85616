import type { Extent, GroundSurface } from '../../src/core/city/city-manifest.ts';
import { createProjection, type Projection } from '../../src/core/crs/projection.ts';
import type { CityElement } from '../elements/city-element.ts';
import type { Elevation } from './elevation.ts';

/** What the ground is derived for. */
export interface DeriveGroundOptions {
  projectCrs: string;
  /** West, south, east, north of the package in degrees. */
  extent: Extent;
  /** Ground height that the recipe states, metres above the ellipsoid; holds where no building tells better. */
  statedHeightMeters?: number;
}

const MOST_NODES = 64;
/** Nodes are about this far apart: a city block. */
const NODE_SPACING_METERS = 100;
const METERS_PER_DEGREE = 111_320;
/** Part of the bases that lie below the ground of their node: robust against podiums and cellars alike. */
const LOW_QUANTILE = 0.3;

interface BasePoint {
  lon: number;
  lat: number;
  heightMeters: number;
}

function basePoint(element: CityElement, projection: Projection): BasePoint | null {
  const heightMeters = element.attributes.baseHeightMeters;
  const ring = element.footprint[0]?.[0];
  if (heightMeters === null || !Number.isFinite(heightMeters) || !ring || ring.length === 0) return null;
  let [x, y] = [0, 0];
  for (const point of ring) {
    x += point[0] / ring.length;
    y += point[1] / ring.length;
  }
  const [lon, lat] = projection.toLonLat(x, y);
  return { lon, lat, heightMeters };
}

function nodeCount(lengthMeters: number): number {
  return Math.min(MOST_NODES, Math.max(2, Math.round(lengthMeters / NODE_SPACING_METERS) + 1));
}

function quantile(values: number[], part: number): number {
  const sorted = values.sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}

function gather(points: readonly BasePoint[], extent: Extent, columns: number, rows: number): (number | null)[] {
  const [west, south, east, north] = extent;
  const clamp = (value: number, count: number) => Math.min(Math.max(Math.round(value), 0), count - 1);
  const nodes = Array.from({ length: columns * rows }, (): number[] => []);
  for (const { lon, lat, heightMeters } of points) {
    const column = clamp(((lon - west) / (east - west)) * (columns - 1), columns);
    const row = clamp(((north - lat) / (north - south)) * (rows - 1), rows);
    nodes[row * columns + column]?.push(heightMeters);
  }
  return nodes.map((heights) => (heights.length > 0 ? quantile(heights, LOW_QUANTILE) : null));
}

function fillGaps(nodes: readonly (number | null)[], columns: number): number[] {
  const known = nodes.flatMap((height, at) =>
    height === null ? [] : [{ column: at % columns, row: Math.floor(at / columns), height }],
  );
  return nodes.map((height, at) => {
    if (height !== null) return height;
    let [sum, weights] = [0, 0];
    for (const node of known) {
      const distanceSquared = (node.column - (at % columns)) ** 2 + (node.row - Math.floor(at / columns)) ** 2;
      const weight = 1 / distanceSquared ** 2;
      sum += node.height * weight;
      weights += weight;
    }
    return sum / weights;
  });
}

function layNodes([west, south, east, north]: Extent): { columns: number; rows: number } {
  const middle = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return {
    columns: nodeCount((east - west) * METERS_PER_DEGREE * middle),
    rows: nodeCount((north - south) * METERS_PER_DEGREE),
  };
}

/** Samples the ground of an elevation model over the extent of a package: at most 64 × 64 nodes, heights rounded to centimetres. */
export function sampleGround(elevation: Elevation, extent: Extent): GroundSurface {
  const [west, south, east, north] = extent;
  const { columns, rows } = layNodes(extent);
  const heights = Array.from({ length: columns * rows }, (_, at) => {
    const lon = west + ((east - west) * (at % columns)) / (columns - 1);
    const lat = north - ((north - south) * Math.floor(at / columns)) / (rows - 1);
    return Math.round(elevation.heightAt(lon, lat) * 100) / 100;
  });
  return { rule: 'derived-from-terrain', extent, columns, rows, ellipsoidalHeightsMeters: heights };
}

/**
 * Derives the ground from the lowest points of buildings, so that they stand on it: a grid of at most 64 × 64 nodes
 * about 100 m apart, each at the lower third of the bases nearest to it, gaps filled by inverse distance. The outer
 * nodes lie on the edges of the extent.
 * @returns one flat node when no element has a base: rule `stated` at the stated height, or `none` at 0. Heights are
 * metres above the ellipsoid, rounded to centimetres. Throws when the project CRS is unknown.
 */
export function deriveGround(elements: readonly CityElement[], options: DeriveGroundOptions): GroundSurface {
  const { extent, statedHeightMeters } = options;
  const projection = createProjection(options.projectCrs);
  if (!projection.ok) throw new Error(`unknown project CRS ${options.projectCrs}`);
  const points = elements.flatMap((element) => basePoint(element, projection.value) ?? []);
  const [west, south, east, north] = extent;
  if (points.length === 0 || !(east > west) || !(north > south)) {
    const flat =
      points.length > 0
        ? quantile(
            points.map((point) => point.heightMeters),
            LOW_QUANTILE,
          )
        : null;
    const rule = flat !== null ? 'derived-from-bases' : statedHeightMeters === undefined ? 'none' : 'stated';
    return { rule, extent, columns: 1, rows: 1, ellipsoidalHeightsMeters: [flat ?? statedHeightMeters ?? 0] };
  }
  const { columns, rows } = layNodes(extent);
  const heights = fillGaps(gather(points, extent, columns, rows), columns);
  return {
    rule: 'derived-from-bases',
    extent,
    columns,
    rows,
    ellipsoidalHeightsMeters: heights.map((height) => Math.round(height * 100) / 100),
  };
}

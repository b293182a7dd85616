import { ecefToGeodetic } from '../../src/core/crs/ecef.ts';
import type { Projection } from '../../src/core/crs/projection.ts';
import type { TileContent } from '../tiling/tile-content.ts';
import type { TileRegion } from './tileset-document.ts';

/** What the mesh of one feature measures, in the project CRS and metres. */
export interface FeatureMesh {
  /** Plan area of the faces that look up. */
  roofAreaSquareMeters: number;
  /** Signed volume over the lowest point; negative when the faces look inwards. */
  volumeCubicMeters: number;
  /** Least x, least y, greatest x, greatest y. */
  box: [number, number, number, number];
  lowestMeters: number;
  highestMeters: number;
}

/** Corners of a tile mesh as x, y, height of the project CRS, three numbers each, and the region they span. */
interface PlacedCorners {
  positions: Float64Array;
  region: TileRegion;
}

const RADIANS = Math.PI / 180;

function placeCorners(triangles: Float64Array, projection: Projection): PlacedCorners {
  const positions = new Float64Array(triangles.length);
  const region: TileRegion = [Infinity, Infinity, -Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < triangles.length; at += 3) {
    const { lon, lat, ellipsoidalHeightMeters } = ecefToGeodetic(
      triangles[at]!,
      triangles[at + 1]!,
      triangles[at + 2]!,
    );
    const [x, y] = projection.fromLonLat(lon, lat);
    positions.set([x, y, ellipsoidalHeightMeters], at);
    region[0] = Math.min(region[0], lon * RADIANS);
    region[1] = Math.min(region[1], lat * RADIANS);
    region[2] = Math.max(region[2], lon * RADIANS);
    region[3] = Math.max(region[3], lat * RADIANS);
    region[4] = Math.min(region[4], ellipsoidalHeightMeters);
    region[5] = Math.max(region[5], ellipsoidalHeightMeters);
  }
  return { positions, region };
}

function emptyMesh(): FeatureMesh {
  return {
    roofAreaSquareMeters: 0,
    volumeCubicMeters: 0,
    box: [Infinity, Infinity, -Infinity, -Infinity],
    lowestMeters: Infinity,
    highestMeters: -Infinity,
  };
}

function widenMesh(mesh: FeatureMesh, positions: Float64Array, from: number): void {
  for (let at = from; at < from + 9; at += 3) {
    mesh.box[0] = Math.min(mesh.box[0], positions[at]!);
    mesh.box[1] = Math.min(mesh.box[1], positions[at + 1]!);
    mesh.box[2] = Math.max(mesh.box[2], positions[at]!);
    mesh.box[3] = Math.max(mesh.box[3], positions[at + 1]!);
    mesh.lowestMeters = Math.min(mesh.lowestMeters, positions[at + 2]!);
    mesh.highestMeters = Math.max(mesh.highestMeters, positions[at + 2]!);
  }
}

/** Adds a triangle's plan area and the volume of the prism between it and the lowest level of its feature. */
function addTriangle(mesh: FeatureMesh, positions: Float64Array, from: number): void {
  const ux = positions[from + 3]! - positions[from]!;
  const uy = positions[from + 4]! - positions[from + 1]!;
  const vx = positions[from + 6]! - positions[from]!;
  const vy = positions[from + 7]! - positions[from + 1]!;
  const planArea = (ux * vy - uy * vx) / 2;
  const meanHeight = (positions[from + 2]! + positions[from + 5]! + positions[from + 8]!) / 3 - mesh.lowestMeters;
  if (planArea > 0) mesh.roofAreaSquareMeters += planArea;
  mesh.volumeCubicMeters += planArea * meanHeight;
}

/**
 * Measures each feature of a tile content by itself.
 * @param content Triangles in earth-centred metres.
 * @returns Feature id → measures, and the region (radians, metres) that all corners span.
 */
export function measureMesh(
  content: Pick<TileContent, 'triangles' | 'triangleFeature'>,
  projection: Projection,
): { features: Map<number, FeatureMesh>; region: TileRegion } {
  const { positions, region } = placeCorners(content.triangles, projection);
  const features = new Map<number, FeatureMesh>();
  content.triangleFeature.forEach((feature, triangle) => {
    const mesh = features.get(feature) ?? emptyMesh();
    features.set(feature, mesh);
    widenMesh(mesh, positions, triangle * 9);
  });
  content.triangleFeature.forEach((feature, triangle) => {
    const mesh = features.get(feature);
    if (mesh) addTriangle(mesh, positions, triangle * 9);
  });
  return { features, region };
}

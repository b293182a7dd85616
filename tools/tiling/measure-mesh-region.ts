import { ecefToGeodetic } from '../../src/core/crs/ecef.ts';
import type { LocalFrame } from './local-frame.ts';
import type { QuantisedMesh } from './quantise-mesh.ts';
import { emptyRegion, type Region, widenRegion } from './region.ts';

const RADIANS = Math.PI / 180;
/** Room for what the arithmetic of viewers loses: about 6 mm in plan, 1 cm in height. */
const PAD_RADIANS = 1e-9;
const PAD_METERS = 0.01;

/** Tight region around the vertices of a tile as they are stored, after rounding. */
export function measureMeshRegion(mesh: QuantisedMesh, frame: LocalFrame): Region {
  const m = frame.gltfMatrix;
  const region = emptyRegion();
  const seen = new Set<number>();
  for (let vertex = 0; vertex < mesh.vertexCount; vertex += 1) {
    const [qx, qy, qz] = [
      mesh.positions[vertex * 4]!,
      mesh.positions[vertex * 4 + 1]!,
      mesh.positions[vertex * 4 + 2]!,
    ];
    // Flat shading repeats every corner for each of its faces; 48 bits tell corners apart exactly.
    const corner = (qx * 65536 + qy) * 65536 + qz;
    if (seen.has(corner)) continue;
    seen.add(corner);
    const x = qx * mesh.stepMeters + mesh.origin[0];
    const y = qy * mesh.stepMeters + mesh.origin[1];
    const z = qz * mesh.stepMeters + mesh.origin[2];
    const yUp = [0, 1, 2].map((row) => m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!);
    const { lon, lat, ellipsoidalHeightMeters: height } = ecefToGeodetic(yUp[0]!, -yUp[2]!, yUp[1]!);
    const at: [number, number] = [lon * RADIANS, lat * RADIANS];
    widenRegion(region, [
      at[0] - PAD_RADIANS,
      at[1] - PAD_RADIANS,
      at[0] + PAD_RADIANS,
      at[1] + PAD_RADIANS,
      height - PAD_METERS,
      height + PAD_METERS,
    ]);
  }
  return region;
}

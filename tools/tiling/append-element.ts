import type { CityElement } from '../elements/city-element.ts';
import { appendExtrusion, type PlaceOnTile } from './append-extrusion.ts';
import { appendSurface, type StoreyGrid } from './append-surface.ts';
import type { LocalPoint } from './local-frame.ts';
import { storeyHeightOf } from './storey-height.ts';
import type { TileMesh } from './tile-mesh.ts';

/** Outlines of unknown height are drawn this far above their base, so that the ground does not swallow them. */
const OUTLINE_LIFT_METERS = 0.3;

function lowestOf(surfaces: readonly (readonly LocalPoint[])[][]): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const point of surfaces.flat(2)) lowest = Math.min(lowest, point[2]);
  return lowest;
}

/**
 * Appends one element to the mesh of a tile. Surfaces are drawn as they are, parts extruded each between its own heights
 * above the base, footprints without parts from base to base + height, and as a flat outline just above the base when the height is unknown: no height is made up.
 * @param groundHeightMeters base of an element that has none of its own, metres above the ellipsoid.
 * @returns number of surfaces that could not be drawn.
 */
export function appendElement(
  mesh: TileMesh,
  featureId: number,
  element: CityElement,
  groundHeightMeters: number,
  place: PlaceOnTile,
): number {
  const storeyHeightMeters = element.kind === 'buildings' ? storeyHeightOf(element.attributes) : null;
  const storeysOf = (bottomMeters: number, topMeters: number) =>
    storeyHeightMeters === null
      ? null
      : { bottom: bottomMeters / storeyHeightMeters, top: topMeters / storeyHeightMeters };
  if (element.shape.type === 'surfaces') {
    const surfaces = element.shape.surfaces.map(({ rings }) =>
      rings.map((ring) => ring.map(([x, y, z]) => place(x, y, z))),
    );
    const grid: StoreyGrid | null =
      storeyHeightMeters !== null ? { baseUpMeters: lowestOf(surfaces), storeyHeightMeters } : null;
    return surfaces.filter((rings) => !appendSurface(mesh, featureId, rings, grid)).length;
  }
  const bottom = element.attributes.baseHeightMeters ?? groundHeightMeters;
  const parts = element.shape.type === 'extrusion' ? element.shape.parts : undefined;
  if (parts?.length) {
    for (const { footprint, bottomMeters, topMeters } of parts) {
      const lift = topMeters > bottomMeters ? 0 : OUTLINE_LIFT_METERS;
      const heights = { bottom: bottom + bottomMeters + lift, top: bottom + topMeters + lift };
      appendExtrusion(mesh, featureId, footprint, heights, place, storeysOf(bottomMeters, topMeters));
    }
    return 0;
  }
  const height = element.attributes.heightMeters;
  const known = height !== null && height > 0;
  const heights = known
    ? { bottom, top: bottom + height }
    : { bottom: bottom + OUTLINE_LIFT_METERS, top: bottom + OUTLINE_LIFT_METERS };
  appendExtrusion(mesh, featureId, element.footprint, heights, place, storeysOf(0, heights.top - bottom));
  return 0;
}

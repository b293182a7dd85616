import type { CityElement } from '../elements/city-element.ts';
import { appendExtrusion, type PlaceOnTile } from './append-extrusion.ts';
import { appendSurface } from './append-surface.ts';
import type { TileMesh } from './tile-mesh.ts';

/** Outlines of unknown height are drawn this far above their base, so that the ground does not swallow them. */
const OUTLINE_LIFT_METERS = 0.3;

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
  if (element.shape.type === 'surfaces') {
    let undrawn = 0;
    for (const surface of element.shape.surfaces) {
      const rings = surface.rings.map((ring) => ring.map(([x, y, z]) => place(x, y, z)));
      if (!appendSurface(mesh, featureId, rings)) undrawn += 1;
    }
    return undrawn;
  }
  const bottom = element.attributes.baseHeightMeters ?? groundHeightMeters;
  const parts = element.shape.type === 'extrusion' ? element.shape.parts : undefined;
  if (parts?.length) {
    for (const { footprint, bottomMeters, topMeters } of parts) {
      const lift = topMeters > bottomMeters ? 0 : OUTLINE_LIFT_METERS;
      const heights = { bottom: bottom + bottomMeters + lift, top: bottom + topMeters + lift };
      appendExtrusion(mesh, featureId, footprint, heights, place);
    }
    return 0;
  }
  const height = element.attributes.heightMeters;
  const known = height !== null && height > 0;
  const heights = known
    ? { bottom, top: bottom + height }
    : { bottom: bottom + OUTLINE_LIFT_METERS, top: bottom + OUTLINE_LIFT_METERS };
  appendExtrusion(mesh, featureId, element.footprint, heights, place);
  return 0;
}

import type { ElementRow } from '../../src/core/city/element-row.ts';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';

/** Semantic class of a boundary surface (CityGML 2.0 §10.3.2, CityJSON semantics). */
export type SurfaceSemantic = 'roof' | 'wall' | 'ground' | 'other';

/**
 * One planar boundary surface: rings of [x, y, z], exterior first (counter-clockwise seen from outside),
 * open (first ≠ last). x, y in metres of the project CRS, z in metres above the ellipsoid.
 */
export interface BoundarySurface {
  semantic: SurfaceSemantic;
  rings: (readonly [number, number, number])[][];
}

/** One storey-wise part of an extruded element: its outline between two heights above the element's base, in metres; equal heights = a flat outline. */
export interface ExtrusionPart {
  footprint: MultiPolygon2;
  bottomMeters: number;
  topMeters: number;
}

/** Table values of an element before it has a row number and a geometry summary. */
export type ElementAttributes = Omit<
  ElementRow,
  'row' | 'lon' | 'lat' | 'xmin' | 'ymin' | 'xmax' | 'ymax' | 'derived' | 'source'
>;

/**
 * One building or infrastructure element on its way from a source to tiles and table. Everything metric is
 * in the project CRS; heights are metres above the ellipsoid.
 */
export interface CityElement {
  kind: 'buildings' | 'infrastructure';
  attributes: ElementAttributes;
  /** Column name → rule id for every value that was derived or assumed. */
  derived: Record<string, string>;
  /** Source attributes, untouched. */
  source: Record<string, unknown>;
  /** Plan outline, project CRS, closed rings, exterior counter-clockwise; empty when the element has none. */
  footprint: MultiPolygon2;
  /**
   * `surfaces`: drawn from its boundary surfaces. `extrusion`: footprint extruded from base to base + height
   * (a flat outline when the height is unknown); with `parts` those are extruded instead of the footprint. `adopted`: drawn by an adopted tileset.
   */
  shape:
    | { type: 'surfaces'; surfaces: BoundarySurface[] }
    | { type: 'extrusion'; parts?: ExtrusionPart[] }
    | { type: 'adopted' };
}

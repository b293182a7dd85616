import type { LonLat, MultiPolygon2 } from '../../geometry/coordinates.ts';
import type { Box2 } from '../../geometry/region.ts';
import type { Zone } from '../zone.ts';

/**
 * A fault in how zones lie: `gap` between two of one hazard, `overlap` or `duplicate` of two of one hazard, `sliver`:
 * a part of a zone too thin to mean anything, `selfTouch`: rings of one zone that touch or cross.
 */
export interface TopologyFinding {
  kind: 'gap' | 'overlap' | 'duplicate' | 'sliver' | 'selfTouch';
  /** One zone or two; the last one is changed when the finding is mended. */
  zoneIds: readonly string[];
  /** Where to look, degrees. */
  place: LonLat;
  /** Of the overlap or sliver; null for the others. */
  areaSquareMeters: number | null;
  /** Greatest width of a gap, mean width of a sliver; null for the others. */
  widthMeters: number | null;
  /** Polygon of the zone that is the sliver; null for the others. */
  polygon: number | null;
}

/** A zone as topology sees it, metres of the project CRS, open rings. */
export interface PlacedZone {
  id: string;
  hazard: Zone['properties']['hazard'];
  shape: MultiPolygon2;
  box: Box2;
}

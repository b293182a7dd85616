import { Cartesian3, Math as CesiumMath } from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';
import { labelAnchor } from '../../core/style/label-anchor.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { boxOf } from './sheet-bounds.ts';

/** Where the label of a zone stands, and half the zone's longer side, metres. */
export interface LabelPlace {
  position: Cartesian3;
  radius: number;
}

const METERS_PER_DEGREE = 111_320;
const ABOVE_GROUND_METERS = 2;

function radiusOf(zone: Zone): number {
  const box = boxOf(zone.geometry.coordinates.flat(2).flatMap((position) => position.slice(0, 2)));
  if (!box) return 0;
  const shrink = Math.cos(CesiumMath.toRadians(box.north));
  return (Math.max(box.width * shrink, box.height) * METERS_PER_DEGREE) / 2;
}

function placeLabel(zone: Zone, ground: GroundSurface | null): LabelPlace | null {
  const rings = zone.geometry.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat] as const)),
  );
  const anchor = labelAnchor(rings);
  if (!anchor) return null;
  const [lon, lat] = anchor;
  const height = ground ? groundHeightAt(ground, lon, lat) : 0;
  return { position: Cartesian3.fromDegrees(lon, lat, height + ABOVE_GROUND_METERS), radius: radiusOf(zone) };
}

/** Places of labels on one ground; found once per zone. */
export class LabelPlaces {
  readonly #ground: GroundSurface | null;
  readonly #known = new WeakMap<Zone, { place: LabelPlace | null }>();

  constructor(ground: GroundSurface | null) {
    this.#ground = ground;
  }

  /** `null` for a zone without area. */
  find(zone: Zone): LabelPlace | null {
    const known = this.#known.get(zone) ?? { place: placeLabel(zone, this.#ground) };
    this.#known.set(zone, known);
    return known.place;
  }
}

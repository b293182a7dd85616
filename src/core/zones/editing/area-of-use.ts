import type { Extent } from '../../city/city-manifest.ts';

/** Degrees beyond the area of use that are still accepted: cities lie across zone borders. */
const MARGIN_DEGREES = 1.5;

/** True when a position in degrees lies where the project CRS may be used, or up to 1.5° beyond. */
export function isInAreaOfUse(lon: number, lat: number, [west, south, east, north]: Extent): boolean {
  return (
    lon >= west - MARGIN_DEGREES &&
    lon <= east + MARGIN_DEGREES &&
    lat >= Math.max(-90, south - MARGIN_DEGREES) &&
    lat <= Math.min(90, north + MARGIN_DEGREES)
  );
}

/** True when an edge of a ring in degrees spans more than half the globe: it goes round the other way, over 180°. */
export function crossesAntimeridian(ring: readonly (readonly [number, number, ...number[]])[]): boolean {
  return ring.some(([lon, lat], index) => {
    const next = ring[(index + 1) % ring.length]!;
    return Math.abs(next[0] - lon) > 180 || Math.abs(lon) > 180 || Math.abs(lat) > 90;
  });
}

import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import type { LocalFrame } from './local-frame.ts';
import type { DrawnZone } from './zone-drawing.ts';
import type { SheetBounds } from './zone-surface.ts';

/** Box around points given as x, y, x, y …, metres; `null` for none. */
export function boxOf(coordinates: Iterable<number>): SheetBounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let isNorth = false;
  for (const value of coordinates) {
    if (isNorth) {
      south = Math.min(south, value);
      north = Math.max(north, value);
    } else {
      west = Math.min(west, value);
      east = Math.max(east, value);
    }
    isNorth = !isNorth;
  }
  return west > east ? null : { east: west, north: south, width: east - west, height: north - south };
}

/** Brings zones into the local frame, lowest level first so that higher levels are painted above. */
export function placeZones(zones: readonly Zone[], frame: LocalFrame): DrawnZone[] {
  const placed = zones.flatMap((zone): DrawnZone[] => {
    const rings = zone.geometry.coordinates
      .flat()
      .map((ring) => Float32Array.from(ring.flatMap(([lon, lat]) => frame.project(lon, lat))));
    const box = boxOf(rings.flatMap((ring) => Array.from(ring)));
    return box ? [{ id: zone.properties.id, level: zone.properties.level ?? 'unrated', rings, box }] : [];
  });
  return placed.sort((a, b) => levelStyle(b.level).rank - levelStyle(a.level).rank);
}

import type { Zone } from '../../core/zones/zone.ts';
import type { LocalFrame } from './local-frame.ts';
import { boxOf } from './sheet-bounds.ts';
import type { DrawnZone } from './zone-drawing.ts';

/** What changed between two lists of zones. */
export interface ZoneChanges {
  put: DrawnZone[];
  dropped: string[];
}

function placeZone(zone: Zone, frame: LocalFrame): DrawnZone | null {
  const rings = zone.geometry.coordinates
    .flat()
    .map((ring) => Float32Array.from(ring.flatMap(([lon, lat]) => frame.project(lon, lat))));
  const box = boxOf(rings.flatMap((ring) => Array.from(ring)));
  return box && { id: zone.properties.id, level: zone.properties.level ?? 'unrated', rings, box };
}

function looksSame(a: DrawnZone, b: DrawnZone): boolean {
  if (a.level !== b.level || a.rings.length !== b.rings.length) return false;
  return a.rings.every((ring, at) => {
    const other = b.rings[at];
    return ring.length === other?.length && ring.every((value, index) => value === other[index]);
  });
}

/**
 * Zones in the local frame; only those that are not the same objects as before are brought there
 * again, and only those that look different count as changed.
 */
export class PlacedZones {
  readonly #frame: LocalFrame;
  #zones = new Map<string, { zone: Zone; placed: DrawnZone }>();

  constructor(frame: LocalFrame) {
    this.#frame = frame;
  }

  get all(): DrawnZone[] {
    return [...this.#zones.values()].map(({ placed }) => placed);
  }

  /** Takes the zones from now on and tells what is new, changed or gone. */
  update(zones: readonly Zone[]): ZoneChanges {
    const before = this.#zones;
    const put: DrawnZone[] = [];
    this.#zones = new Map();
    for (const zone of zones) {
      const { id } = zone.properties;
      const known = before.get(id);
      const next = known?.zone === zone ? known.placed : placeZone(zone, this.#frame);
      if (!next) continue;
      const placed = known && looksSame(known.placed, next) ? known.placed : next;
      this.#zones.set(id, { zone, placed });
      if (placed !== known?.placed) put.push(placed);
    }
    return { put, dropped: [...before.keys()].filter((id) => !this.#zones.has(id)) };
  }
}

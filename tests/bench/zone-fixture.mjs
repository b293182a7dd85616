/** Overlapping zones over a city, the same for the same seed. */

/** @param {number} seed */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const VERTICES = 35;
const RADII_METERS = [60, 320];
const METERS_PER_DEGREE = 111_320;
const LEVELS = ['red', 'orange', 'yellow', 'blue', undefined];

/**
 * @param {[number, number, number, number]} extent west, south, east, north
 * @param {number} count
 * @returns {any[]} Zones of 35 vertices each, as the app has them.
 */
export function createZones([west, south, east, north], count) {
  const random = createRandom(20_261_121);
  const shrink = Math.cos((south * Math.PI) / 180);
  return Array.from({ length: count }, (_, index) => {
    const [lon, lat] = [west + random() * (east - west), south + random() * (north - south)];
    const [least = 0, most = 0] = RADII_METERS;
    const radius = least + random() ** 2 * (most - least);
    const ring = Array.from({ length: VERTICES }, (_each, at) => {
      const angle = (at / VERTICES) * Math.PI * 2;
      const reach = (radius * (0.6 + 0.4 * random())) / METERS_PER_DEGREE;
      return [lon + (Math.cos(angle) * reach) / shrink, lat + Math.sin(angle) * reach];
    });
    const level = LEVELS[index % LEVELS.length];
    const properties = { id: `zone-${index}`, name: `Zone ${index}`, hazard: 'flood', dataset: 'bench', source: {} };
    return {
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]]]] },
      properties: level ? { ...properties, level } : properties,
    };
  });
}

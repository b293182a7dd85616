/** @typedef {[number, number]} Point */

const USES = ['residential', 'commercial', 'office', 'industrial', 'education', 'health', 'public', null];
const LEVELS = ['red', 'orange', 'yellow', 'blue'];

/** Seeded random numbers in [0, 1) (mulberry32). @param {number} seed */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Invents buildings over a square with 30 m of ground for each: turned rectangles and L-shapes, every tenth without a
 * known floor area. Metres; equal counts, equal buildings.
 * @param {number} count
 */
export function inventBuildings(count) {
  const random = createRandom(count);
  const side = Math.sqrt(count) * 30;
  const rows = Array.from({ length: count }, () => {
    const [x, y, turn] = [random() * side, random() * side, random() * Math.PI];
    const [width, depth] = [6 + random() * 22, 6 + random() * 14];
    /** @type {Point[]} */
    const corners =
      random() < 0.5
        ? [
            [0, 0],
            [width, 0],
            [width, depth],
            [0, depth],
          ]
        : [
            [0, 0],
            [width, 0],
            [width, depth / 2],
            [width / 2, depth / 2],
            [width / 2, depth],
            [0, depth],
          ];
    const ring = [...corners, /** @type {Point} */ ([0, 0])].map(([u, v]) => {
      const place = [x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn)];
      return /** @type {Point} */ (place.map((metres) => Math.round(metres * 1000) / 1000));
    });
    return {
      geometry: [[ring]],
      floorAreaSquareMeters: random() < 0.1 ? null : Math.round(random() * 4000),
      peopleDay: Math.round(random() * 90),
      peopleNight: Math.round(random() * 60),
    };
  });
  const use = rows.map(() => USES[Math.floor(random() * USES.length)] ?? null);
  return { side, count, rows, use };
}

/**
 * A concave outline of 200 corners that covers a share of a square.
 * @param {number} side @param {number} share @param {Point} [middle] @param {number} [corners] @param {number} [seed]
 * @returns {Point[]} Open ring.
 */
export function inventOutline(side, share, middle = [side / 2, side / 2], corners = 200, seed = 1) {
  const random = createRandom(seed);
  const reach = Array.from({ length: corners }, () => 0.7 + random() * 0.3);
  const unit = reach.map((far, step) => {
    const angle = (step * 2 * Math.PI) / corners;
    return /** @type {Point} */ ([far * Math.cos(angle), far * Math.sin(angle)]);
  });
  const area = unit.reduce((sum, [x, y], step) => {
    const [nextX, nextY] = unit[(step + 1) % corners] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
  const scale = Math.sqrt((share * side * side) / area);
  return unit.map(([x, y]) => [middle[0] + x * scale, middle[1] + y * scale]);
}

/** 500 zones of four levels, each covering about 0.3 % of the square. @param {number} side */
export function inventZones(side) {
  const random = createRandom(500);
  return Array.from({ length: 500 }, (_, index) => ({
    id: `z${index}`,
    level: LEVELS[index % LEVELS.length] ?? 'red',
    polygons: [[inventOutline(side, 0.003, [random() * side, random() * side], 40, index)]],
  }));
}

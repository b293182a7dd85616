/** Semi-axes of the WGS 84 ellipsoid, metres. */
const RADII = [6_378_137, 6_378_137, 6_356_752.314245179] as const;
const ECCENTRICITY_SQUARED = 1 - (RADII[2] / RADII[0]) ** 2;
/** Range of quantised positions and heights. */
const STEPS = 32_767;
/** A point this far out, in radii, is hidden by the earth only where the tile is, too. */
const FAR_OUT_RADII = 10;

type Vec3 = readonly [number, number, number];

/** A tile of terrain as a regular grid: row 0 is the southernmost, columns from the west, metres above the ellipsoid. */
export interface TerrainGrid {
  /** West, south, east, north in degrees. */
  box: readonly [west: number, south: number, east: number, north: number];
  /** Posts on each side. */
  posts: number;
  heights: Float32Array;
}

/** Earth-centred metres of a geodetic position (degrees, metres above the ellipsoid). */
export function toEcef(lon: number, lat: number, height: number): Vec3 {
  const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  const n = RADII[0] / Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(p) ** 2);
  return [
    (n + height) * Math.cos(p) * Math.cos(l),
    (n + height) * Math.cos(p) * Math.sin(l),
    (n * (1 - ECCENTRICITY_SQUARED) + height) * Math.sin(p),
  ];
}

function placePosts({ box: [west, south, east, north], posts, heights }: TerrainGrid): Vec3[] {
  return Array.from(heights, (height, at) => {
    const lon = west + ((east - west) * (at % posts)) / (posts - 1);
    const lat = south + ((north - south) * Math.floor(at / posts)) / (posts - 1);
    return toEcef(lon, lat, height);
  });
}

function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** A sphere around all points: middle of their box, radius to the farthest. */
function boundPoints(points: readonly Vec3[]): { center: Vec3; radius: number } {
  const low = [0, 1, 2].map((axis) => points.reduce((least, point) => Math.min(least, point[axis]!), Infinity));
  const high = [0, 1, 2].map((axis) => points.reduce((most, point) => Math.max(most, point[axis]!), -Infinity));
  const center: Vec3 = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, (low[2]! + high[2]!) / 2];
  const radius = points.reduce((most, point) => Math.max(most, Math.hypot(...subtract(point, center))), 0);
  return { center, radius };
}

/**
 * The point, in radii of the ellipsoid, below whose horizon the whole tile is hidden: the nearest one on the way to the
 * tile's middle from which every post is hidden when it is (tangent construction on the unit sphere).
 */
function findHorizonPoint(points: readonly Vec3[], center: Vec3): Vec3 {
  const scale = (point: Vec3): Vec3 => [point[0] / RADII[0], point[1] / RADII[1], point[2] / RADII[2]];
  const towards = scale(center);
  const length = Math.hypot(...towards);
  const direction: Vec3 = [towards[0] / length, towards[1] / length, towards[2] / length];
  let reach = 0;
  for (const point of points) {
    const scaled = scale(point);
    const distance = Math.max(Math.hypot(...scaled), 1);
    const cosine =
      (scaled[0] * direction[0] + scaled[1] * direction[1] + scaled[2] * direction[2]) / Math.hypot(...scaled);
    const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
    // The tangent to the post touches the sphere acos(1 / distance) beyond it.
    const touch = angle + Math.acos(1 / distance);
    reach = touch < Math.PI / 2 ? Math.max(reach, 1 / Math.cos(touch)) : FAR_OUT_RADII;
    if (reach >= FAR_OUT_RADII) break;
  }
  const out = Math.min(reach, FAR_OUT_RADII);
  return [direction[0] * out, direction[1] * out, direction[2] * out];
}

/** Triangles of a grid, counter-clockwise from above, rows from the south. */
function triangulate(posts: number): number[] {
  const indices: number[] = [];
  for (let row = 0; row < posts - 1; row += 1) {
    for (let column = 0; column < posts - 1; column += 1) {
      const corner = row * posts + column;
      indices.push(corner, corner + 1, corner + posts, corner + posts, corner + 1, corner + posts + 1);
    }
  }
  return indices;
}

/** Renumbers posts in the order the triangles first name them: the high-water mark encoding wants no number before its turn. */
function orderByUse(indices: readonly number[], count: number): { order: number[]; renamed: number[] } {
  const names = new Int32Array(count).fill(-1);
  const order: number[] = [];
  const renamed = indices.map((index) => {
    if (names[index] === -1) {
      names[index] = order.length;
      order.push(index);
    }
    return names[index]!;
  });
  return { order, renamed };
}

class Writer {
  readonly #parts: Buffer[] = [];
  length = 0;

  #take(part: Buffer): void {
    this.#parts.push(part);
    this.length += part.length;
  }

  doubles(values: readonly number[]): void {
    const part = Buffer.alloc(values.length * 8);
    values.forEach((value, at) => {
      part.writeDoubleLE(value, at * 8);
    });
    this.#take(part);
  }

  floats(values: readonly number[]): void {
    const part = Buffer.alloc(values.length * 4);
    values.forEach((value, at) => {
      part.writeFloatLE(value, at * 4);
    });
    this.#take(part);
  }

  uint32(value: number): void {
    const part = Buffer.alloc(4);
    part.writeUInt32LE(value);
    this.#take(part);
  }

  uint16s(values: readonly number[]): void {
    const part = Buffer.alloc(values.length * 2);
    values.forEach((value, at) => {
      part.writeUInt16LE(value, at * 2);
    });
    this.#take(part);
  }

  finish(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** Differences from value to value, signs folded into the lowest bit. */
function encodeDeltas(values: readonly number[]): number[] {
  let last = 0;
  return values.map((value) => {
    const delta = value - last;
    last = value;
    return ((delta << 1) ^ (delta >> 31)) & 0xffff;
  });
}

function encodeHighWater(indices: readonly number[]): number[] {
  let highest = 0;
  return indices.map((index) => {
    const code = highest - index;
    if (code === 0) highest += 1;
    return code;
  });
}

/**
 * Encodes a tile of terrain as quantized-mesh 1.0: header with bounding sphere and horizon point, posts, triangles, the
 * four edges. Heights are kept to 1/32767 of the tile's own range.
 * Limits: at most 256 posts a side (16-bit indices). Source: quantized-mesh-1.0 terrain format, Cesium (2016).
 */
export function encodeQuantizedMesh(grid: TerrainGrid): Buffer {
  const { posts, heights } = grid;
  const points = placePosts(grid);
  const { center, radius } = boundPoints(points);
  const lowest = heights.reduce((least, height) => Math.min(least, height), Infinity);
  const highest = heights.reduce((most, height) => Math.max(most, height), -Infinity);
  const range = highest - lowest;
  const { order, renamed } = orderByUse(triangulate(posts), heights.length);
  const writer = new Writer();
  writer.doubles(center);
  writer.floats([lowest, highest]);
  writer.doubles([...center, radius, ...findHorizonPoint(points, center)]);
  writer.uint32(order.length);
  const step = STEPS / (posts - 1);
  writer.uint16s(encodeDeltas(order.map((post) => Math.round((post % posts) * step))));
  writer.uint16s(encodeDeltas(order.map((post) => Math.round(Math.floor(post / posts) * step))));
  writer.uint16s(
    encodeDeltas(order.map((post) => (range > 0 ? Math.round(((heights[post]! - lowest) / range) * STEPS) : 0))),
  );
  writer.uint32(renamed.length / 3);
  writer.uint16s(encodeHighWater(renamed));
  const edges = [
    (post: number) => post % posts === 0,
    (post: number) => post < posts,
    (post: number) => post % posts === posts - 1,
    (post: number) => post >= posts * (posts - 1),
  ];
  for (const isOn of edges) {
    const edge = order.flatMap((post, name) => (isOn(post) ? [name] : []));
    writer.uint32(edge.length);
    writer.uint16s(edge);
  }
  return writer.finish();
}

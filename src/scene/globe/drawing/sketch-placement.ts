import { Cartesian3 } from 'cesium';
import type { GroundSurface } from '../../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../../core/city/ground-height.ts';
import type { Projection } from '../../../core/crs/projection.ts';
import type { ProjectedXY } from '../../../core/geometry/coordinates.ts';
import type { LocalFrame } from '../local-frame.ts';

/** Where a point of a sketch stands. */
export interface PlacedPoint {
  lon: number;
  lat: number;
  /** On the ground, earth-centred metres. */
  onGround: Cartesian3;
  /** Where its handle is drawn: as `onGround`, or the roof that it was placed on. */
  handle: Cartesian3;
}

/** Edges longer than this are bent over the ground's relief. */
export const EDGE_STEP_METERS = 25;
const EDGE_STEPS_MOST = 32;

/** A ring as it lies on the ground. */
export interface PlacedRing {
  points: readonly ProjectedXY[];
  /** Earth-centred x, y, z of every vertex. */
  onGround: Float64Array;
  /** x, y of every vertex in the frame of the zone surface, the first one repeated. */
  local: Float32Array;
}

/** Rings that were placed last and may come again with a vertex moved, put in or taken out. */
const RECENT_RINGS = 8;

/** What stands higher above the ground than this is a roof. */
const ROOF_LEAST_METERS = 0.5;
const ROOFS_MOST = 10_000;

/** One number per square of 5 cm. */
function keyOf(x: number, y: number): number {
  return Math.round(x * 20) * 1e8 + Math.round(y * 20);
}

interface KnownEdge {
  next: ProjectedXY;
  /** Earth-centred x, y, z … from the vertex up to, without, the next one. */
  line: Float64Array;
  middle: ProjectedXY;
}

/**
 * Leads from metres of the project CRS to the drawn ground. What has been placed once is kept by the identity of its
 * point, ring or edge: of a zone with many vertices only those that moved are reckoned anew.
 */
export class SketchPlacement {
  readonly #projection: Projection;
  readonly #ground: GroundSurface | null;
  readonly #points = new WeakMap<ProjectedXY, PlacedPoint>();
  readonly #edges = new WeakMap<ProjectedXY, KnownEdge>();
  readonly #rings = new WeakMap<readonly ProjectedXY[], PlacedRing>();
  #recent: readonly PlacedRing[] = [];
  /** Heights of roofs that were picked, by place: an outline that is read anew has new points at the old places. */
  readonly #roofs = new Map<number, number>();

  constructor(projection: Projection, ground: GroundSurface | null) {
    this.#projection = projection;
    this.#ground = ground;
  }

  groundHeight(lon: number, lat: number): number {
    return this.#ground ? groundHeightAt(this.#ground, lon, lat) : 0;
  }

  /** Metres of the project CRS of a place picked at a height above the ellipsoid; its handle will stand there. */
  take(lon: number, lat: number, ellipsoidalHeightMeters: number): ProjectedXY {
    const [x, y] = this.#projection.fromLonLat(lon, lat);
    if (ellipsoidalHeightMeters > this.groundHeight(lon, lat) + ROOF_LEAST_METERS) {
      if (this.#roofs.size >= ROOFS_MOST) this.#roofs.clear();
      this.#roofs.set(keyOf(x, y), ellipsoidalHeightMeters);
    }
    return [x, y];
  }

  place(point: ProjectedXY): PlacedPoint {
    const known = this.#points.get(point);
    if (known) return known;
    const [lon, lat] = this.#projection.toLonLat(point[0], point[1]);
    const groundHeight = this.groundHeight(lon, lat);
    const onGround = Cartesian3.fromDegrees(lon, lat, groundHeight);
    const roof = this.#roofs.get(keyOf(point[0], point[1]));
    const handle = roof === undefined ? onGround : Cartesian3.fromDegrees(lon, lat, roof);
    const placed = { lon, lat, onGround, handle };
    this.#points.set(point, placed);
    return placed;
  }

  /** Middle of the edge between two points. */
  middle(from: ProjectedXY, to: ProjectedXY): ProjectedXY {
    return this.#edge(from, to).middle;
  }

  /** The line over the ground from one point up to, without, the next: earth-centred x, y, z … */
  line(from: ProjectedXY, to: ProjectedXY): Float64Array {
    return this.#edge(from, to).line;
  }

  #edge(from: ProjectedXY, to: ProjectedXY): KnownEdge {
    const known = this.#edges.get(from);
    if (known?.next === to) return known;
    const [a, b] = [this.place(from), this.place(to)];
    const steps = Math.min(Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / EDGE_STEP_METERS), EDGE_STEPS_MOST);
    const line = new Float64Array(3 * Math.max(steps, 1));
    Cartesian3.pack(a.onGround, line as unknown as number[], 0);
    const scratch = new Cartesian3();
    for (let step = 1; step < steps; step += 1) {
      const [lon, lat] = [a.lon + ((b.lon - a.lon) * step) / steps, a.lat + ((b.lat - a.lat) * step) / steps];
      Cartesian3.fromDegrees(lon, lat, this.groundHeight(lon, lat), undefined, scratch);
      line.set([scratch.x, scratch.y, scratch.z], step * 3);
    }
    const edge: KnownEdge = { next: to, line, middle: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] };
    this.#edges.set(from, edge);
    return edge;
  }

  /** A ring on the ground; of one that differs from an earlier one in a few vertices only those are reckoned. */
  ring(points: readonly ProjectedXY[], frame: LocalFrame): PlacedRing {
    const known = this.#rings.get(points);
    if (known) return known;
    const count = points.length;
    const placed = { points, onGround: new Float64Array(count * 3), local: new Float32Array((count + 1) * 2) };
    const { head, tail } = this.#takeOver(placed);
    for (let index = head; index < count - tail; index += 1) {
      const { lon, lat, onGround } = this.place(points[index]!);
      placed.onGround.set([onGround.x, onGround.y, onGround.z], index * 3);
      placed.local.set(frame.project(lon, lat), index * 2);
    }
    placed.local.copyWithin(count * 2, 0, 2);
    this.#rings.set(points, placed);
    this.#recent = [placed, ...this.#recent.slice(0, RECENT_RINGS - 1)];
    return placed;
  }

  /** Copies what a ring shares with one placed before; how many vertices from its start and before its end. */
  #takeOver(placed: PlacedRing): { head: number; tail: number } {
    const { points } = placed;
    for (const before of this.#recent) {
      const least = Math.min(points.length, before.points.length);
      let head = 0;
      while (head < least && before.points[head] === points[head]) head += 1;
      let tail = 0;
      while (tail < least - head && before.points.at(-1 - tail) === points.at(-1 - tail)) tail += 1;
      if (head + tail < least / 2) continue;
      const [from, to] = [before.points.length - tail, points.length - tail];
      placed.onGround.set(before.onGround.subarray(0, head * 3), 0);
      placed.onGround.set(before.onGround.subarray(from * 3), to * 3);
      placed.local.set(before.local.subarray(0, head * 2), 0);
      placed.local.set(before.local.subarray(from * 2, (from + tail) * 2), to * 2);
      return { head, tail };
    }
    return { head: 0, tail: 0 };
  }
}

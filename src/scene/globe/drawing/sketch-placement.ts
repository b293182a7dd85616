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
const EDGE_STEP_METERS = 25;
const EDGE_STEPS_MOST = 32;

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
  readonly #rings = new WeakMap<readonly ProjectedXY[], Float32Array>();
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

  /** A closed ring in the frame of the zone surface, x, y, x, y … */
  localRing(ring: readonly ProjectedXY[], frame: LocalFrame): Float32Array {
    const known = this.#rings.get(ring);
    if (known) return known;
    const line = new Float32Array((ring.length + 1) * 2);
    for (let index = 0; index <= ring.length; index += 1) {
      const { lon, lat } = this.place(ring[index % ring.length]!);
      line.set(frame.project(lon, lat), index * 2);
    }
    this.#rings.set(ring, line);
    return line;
  }
}

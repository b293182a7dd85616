import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';

/** What the pointer does while a sketch is open. Tools that draw make new polygons; the others change those there are. */
export type SketchTool =
  | 'polygon'
  | 'rectangle'
  | 'circle'
  | 'corridor'
  | 'trace'
  | 'hole'
  | 'part'
  | 'split'
  | 'reshape'
  | 'transform';

/** Something of the sketch that can be grabbed. Ring 0 of a polygon is its exterior. */
export type SketchHandle =
  | { kind: 'vertex'; polygon: number; ring: number; vertex: number }
  /** Middle of the edge that begins at `vertex`: grabbing it inserts a vertex. */
  | { kind: 'middle'; polygon: number; ring: number; vertex: number }
  /** Corner of the bounding box, counter-clockwise from least x, least y: scales about the opposite corner. */
  | { kind: 'scale'; corner: 0 | 1 | 2 | 3 }
  | { kind: 'rotate' }
  /** The inside: moves the whole. */
  | { kind: 'body' };

/** What snapping found near the pointer. */
export interface SnapHit {
  point: ProjectedXY;
  kind: 'vertex' | 'edge' | 'middle' | 'building' | 'street' | 'start';
}

/**
 * A zone outline in the making: plain data, metres of the project CRS, rings open (first position not repeated).
 * `shape` is what would become of the zone now, the pointer's place included; it may be empty.
 */
export interface Sketch {
  tool: SketchTool;
  /** Zone that is being changed; null for a new one. */
  zoneId: string | null;
  /** Polygons before the stroke that is going on. */
  base: MultiPolygon2;
  shape: MultiPolygon2;
  /** Points placed for the stroke that is going on. */
  points: readonly ProjectedXY[];
  pointer: ProjectedXY | null;
  snap: SnapHit | null;
  /** What is grabbed and where it was grabbed. */
  grabbed: { handle: SketchHandle; from: ProjectedXY } | null;
  /** Vertex that Delete removes. */
  chosen: Extract<SketchHandle, { kind: 'vertex' }> | null;
  /** Keep right angles. */
  orthogonal: boolean;
  /** Full width of a corridor. */
  corridorWidthMeters: number;
  /** How a corridor ends: half a circle around the last point, or straight across it. Absent = round. */
  corridorEnds?: 'round' | 'flat';
  /** How many of `points` each click placed, oldest click first; a traced click places many. Absent = none. */
  clicks?: readonly number[];
  /** Points along existing edges between the last placed point and the pointer (trace). */
  via?: readonly ProjectedXY[];
}

/** What happens to a sketch. Positions are metres of the project CRS, already snapped when `snap` is given. */
export type SketchEvent =
  /** `via`: points along existing edges on the way to `at` (trace); `constrained`: Shift is held. */
  | { kind: 'moved'; at: ProjectedXY; snap: SnapHit | null; via?: readonly ProjectedXY[]; constrained?: boolean }
  /** A click on nothing that can be grabbed. */
  | { kind: 'placed'; at: ProjectedXY; snap: SnapHit | null; via?: readonly ProjectedXY[] }
  | { kind: 'grabbed'; handle: SketchHandle; at: ProjectedXY }
  | { kind: 'released'; at: ProjectedXY; constrained?: boolean }
  /** Double click, Enter, or a click on the first point: ends the stroke. */
  | { kind: 'finished' }
  /** Backspace: takes the last placed point back. */
  | { kind: 'pointTaken' }
  /** Delete on the chosen vertex, or on the one named. */
  | { kind: 'vertexDeleted'; handle?: Extract<SketchHandle, { kind: 'vertex' }> }
  /** Typed length and bearing from the last point, or typed coordinates: same as a click there. */
  | { kind: 'typed'; at: ProjectedXY }
  | { kind: 'orthogonalSwitched'; orthogonal: boolean }
  | { kind: 'corridorWidened'; widthMeters: number }
  | { kind: 'cancelled' };

/** What a sketch says after an event: go on, keep the shape as an edit, or give up. */
export interface SketchStep {
  sketch: Sketch;
  /** `committed`: `sketch.shape` becomes the zone (one undoable step); `closed`: the sketch ends without one. */
  outcome: 'open' | 'committed' | 'closed';
  /** Issue code when the event could not be followed, e.g. `sketch.tooFewPoints`, `sketch.splitMisses`. */
  refused?: string;
  /** After a committed split: what the zone falls into, largest first. The first piece keeps the zone. */
  pieces?: readonly MultiPolygon2[];
}

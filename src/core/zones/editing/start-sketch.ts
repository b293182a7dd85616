import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import type { Sketch, SketchTool } from './sketch.ts';

/** How a sketch begins; what is absent is off, round, or 20 m wide. */
export interface SketchOptions {
  orthogonal?: boolean;
  corridorWidthMeters?: number;
  corridorEnds?: 'round' | 'flat';
}

const CORRIDOR_WIDTH_METERS = 20;

/**
 * Opens a sketch on the polygons of a zone, or on none for a new zone.
 * @param zoneId Zone that is being changed; null for a new one.
 * @param base Open rings, metres of the project CRS, see `sketchOfZone`.
 */
export function startSketch(
  tool: SketchTool,
  zoneId: string | null,
  base: MultiPolygon2,
  options: SketchOptions = {},
): Sketch {
  return {
    tool,
    zoneId,
    base,
    shape: base,
    points: [],
    pointer: null,
    snap: null,
    grabbed: null,
    chosen: null,
    orthogonal: options.orthogonal ?? false,
    corridorWidthMeters: options.corridorWidthMeters ?? CORRIDOR_WIDTH_METERS,
    corridorEnds: options.corridorEnds ?? 'round',
  };
}

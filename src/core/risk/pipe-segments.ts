import type { Pipe } from '../city/pipe.ts';
import type { Projection } from '../crs/projection.ts';
import { type BoxGrid, createBoxGrid } from '../geometry/box-grid.ts';
import { SEGMENT_MARGIN } from '../geometry/split-segment.ts';

/** The axes of pipelines cut into straight segments, prepared for laying zones over them. */
export interface PipeSegments {
  /** x, y of one end and of the other by segment, metres of the project CRS. */
  ends: Float64Array;
  /** Horizontal length by segment, metres. */
  lengths: Float64Array;
  /** Boxes of the segments, a little wider than they are. */
  grid: BoxGrid;
}

/** A city without pipelines. */
export const NO_PIPES: PipeSegments = {
  ends: new Float64Array(),
  lengths: new Float64Array(),
  grid: { boxes: new Float64Array(), tiers: [], size: 0 },
};

/**
 * Brings pipelines to the project CRS, once per package. Vertices are projected as they are and segments are straight
 * in the project CRS; lengths are horizontal, in its plane, so its scale is in them. Parts without length or without a
 * place in the project CRS are left out.
 */
export function projectPipes(
  pipes: readonly Pick<Pipe, 'geometry'>[],
  projection: Pick<Projection, 'fromLonLat'>,
): PipeSegments {
  const found: number[] = [];
  for (const { geometry } of pipes) {
    for (const line of geometry.coordinates) {
      let last: readonly [number, number] | null = null;
      for (const [lon, lat] of line) {
        const at = projection.fromLonLat(lon, lat);
        if (last && Math.hypot(at[0] - last[0], at[1] - last[1]) > 0) found.push(...last, ...at);
        last = at;
      }
    }
  }
  const ends = Float64Array.from(found);
  const lengths = new Float64Array(ends.length / 4);
  const boxes = new Float64Array(ends.length);
  for (let segment = 0; segment < lengths.length; segment += 1) {
    const at = segment * 4;
    const [x1, y1, x2, y2] = [ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!];
    lengths[segment] = Math.hypot(x2 - x1, y2 - y1);
    boxes[at] = Math.min(x1, x2) - SEGMENT_MARGIN;
    boxes[at + 1] = Math.min(y1, y2) - SEGMENT_MARGIN;
    boxes[at + 2] = Math.max(x1, x2) + SEGMENT_MARGIN;
    boxes[at + 3] = Math.max(y1, y2) + SEGMENT_MARGIN;
  }
  return { ends, lengths, grid: createBoxGrid(boxes, (segment) => lengths[segment]! < Infinity) };
}

import { RISK_LEVELS } from '../city/hazard.ts';
import { meetBoxes } from '../geometry/meet-boxes.ts';
import { prepareShape } from '../geometry/planar-shape.ts';
import { findPartsInside } from '../geometry/split-segment.ts';
import { createPipeLevels, type LaidZone, type PipeLengths, type PipeLevels } from './pipe-levels.ts';
import type { PipeSegments } from './pipe-segments.ts';
import type { ZonePolygons } from './zone-polygons.ts';

/** Measures pipes again and again; zones that stay the same objects are laid only once. */
export interface PipeMeter {
  /**
   * Horizontal length of pipe inside the zones, metres in the plane of the project CRS; a pipe along the edge of a zone
   * is inside. Yields after some milliseconds of work.
   * @param resting Zones in any order, overlapping or not. @param edited One more on top of them, for this once.
   * @returns `zones` in the order of `resting`, `edited` last.
   */
  measure(resting: readonly ZonePolygons[], edited: ZonePolygons | null): Generator<void, PipeLengths>;
}

const isSame = (a: readonly ZonePolygons[], b: readonly ZonePolygons[]): boolean =>
  a.length === b.length && a.every((zone, index) => zone === b[index]);

/** Prepares measuring over the pipes of a package. */
export function createPipeMeter(pipes: PipeSegments): PipeMeter {
  const { ends, lengths, grid } = pipes;
  const known = new WeakMap<ZonePolygons, LaidZone>();
  let held: { zones: readonly ZonePolygons[]; laid: readonly LaidZone[]; levels: PipeLevels } | null = null;

  function* lay(zone: ZonePolygons): Generator<void, LaidZone> {
    const before = known.get(zone);
    if (before) return before;
    const whole: number[] = [];
    const parts = new Map<number, number[]>();
    let meters = 0;
    const shape = prepareShape(zone.polygons);
    yield* meetBoxes(grid, shape, {
      whole(segment) {
        whole.push(segment);
        meters += lengths[segment]!;
      },
      cut(segment, edges) {
        const at = segment * 4;
        const inside = findPartsInside([ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!], shape, edges);
        if (inside.length === 0) return;
        parts.set(segment, inside);
        for (let pair = 0; pair < inside.length; pair += 2) {
          meters += (inside[pair + 1]! - inside[pair]!) * lengths[segment]!;
        }
      },
    });
    const laid = { rank: RISK_LEVELS.indexOf(zone.level), whole: Uint32Array.from(whole), parts, meters };
    known.set(zone, laid);
    return laid;
  }

  /** Brings what is held to the zones; a walk that is left in the middle leaves it as it was. */
  function* settle(zones: readonly ZonePolygons[]) {
    if (held && isSame(held.zones, zones)) return held;
    const laid: LaidZone[] = [];
    for (const zone of zones) laid.push(yield* lay(zone));
    held = { zones: [...zones], laid, levels: yield* createPipeLevels(lengths, laid) };
    return held;
  }

  return {
    *measure(resting, edited) {
      const { laid, levels } = yield* settle(resting);
      const zones = laid.map(({ meters }) => meters);
      if (!edited) return { zones, ...levels.sum(null) };
      const top = yield* lay(edited);
      return { zones: [...zones, top.meters], ...levels.sum(top) };
    },
  };
}

import { RISK_LEVELS } from '../city/hazard.ts';
import { meetBoxes } from '../geometry/meet-boxes.ts';
import { type PlanarShape, prepareShape } from '../geometry/planar-shape.ts';
import { createExposureTally, type ExposureTally } from './exposure-tally.ts';
import type { FootprintGrid } from './footprint-grid.ts';
import { indexZones, overlayFootprint, type PreparedZone, prepareZone, type ZoneIndex } from './footprint-overlay.ts';
import type { FootprintRuler } from './footprint-ruler.ts';
import { layLevels, NO_LEVEL } from './level-of-buildings.ts';
import type { ZonePolygons } from './zone-polygons.ts';

/** A footprint that lies in several levels, or partly in none: square metres by place in `RISK_LEVELS`, and in all. */
export interface MixedLevels {
  byLevel: readonly number[];
  union: number;
}

/** Every building by its highest level under zones that change one at a time. */
export interface LevelOverlay {
  /** Brings the overlay to other zones; only buildings that a changed zone held or holds are looked at. Run it to its end. */
  setZones(zones: readonly ZonePolygons[]): Generator<void, void>;
  /** Place in `RISK_LEVELS` of a building that lies wholly at one level, `NO_LEVEL` outside, or its parts. */
  find(row: number): number | MixedLevels;
  /** In the order of `RISK_LEVELS`. */
  levels: readonly ExposureTally[];
  union: ExposureTally;
  /** Zones as they lie now. */
  index(): ZoneIndex;
  /** As `index`, in the order of `setZones`; a zone that did not change stays the same object. */
  zones(): readonly ZonePolygons[];
}

const MIXED = NO_LEVEL + 1;

interface HeldZone extends PreparedZone {
  zone: ZonePolygons;
  shape: PlanarShape;
}

function isSameZone(a: ZonePolygons, b: ZonePolygons): boolean {
  if (a === b) return true;
  if (a.level !== b.level || a.polygons.length !== b.polygons.length) return false;
  return a.polygons.every((polygon, place) => {
    const other = b.polygons[place]!;
    return (
      polygon.length === other.length &&
      polygon.every((ring, index) => {
        const otherRing = other[index]!;
        return (
          ring.length === otherRing.length &&
          ring.every(([x, y], at) => x === otherRing[at]![0] && y === otherRing[at]![1])
        );
      })
    );
  });
}

/** Sorts zones into those that stay, come and go; zones of one id are told apart by their order. */
function compareZones(held: ReadonlyMap<string, HeldZone>, zones: readonly ZonePolygons[]) {
  const next = new Map<string, HeldZone>();
  const changed: HeldZone[] = [];
  for (const zone of zones) {
    let key = zone.id;
    while (next.has(key)) key += '\n';
    const known = held.get(key);
    const same = known && isSameZone(known.zone, zone);
    const prepared = same ? known : { ...prepareZone(zone), zone, shape: prepareShape(zone.polygons) };
    next.set(key, prepared);
    if (!same) changed.push(prepared);
  }
  for (const [key, zone] of held) if (next.get(key) !== zone) changed.push(zone);
  return { next, changed };
}

/** Above this part of the zones changed, everything is laid anew. */
const MANY_CHANGED = 0.2;
const ROWS_PER_STEP = 128;

/** Starts an overlay without zones. */
export function createLevelOverlay(grid: FootprintGrid, ruler: FootprintRuler): LevelOverlay {
  const { buildings } = grid;
  const ranks = new Uint8Array(buildings.count).fill(NO_LEVEL);
  const mixed = new Map<number, MixedLevels>();
  const levels = RISK_LEVELS.map(() => createExposureTally(buildings));
  const union = createExposureTally(buildings);
  let held: ReadonlyMap<string, HeldZone> = new Map();
  let index = indexZones([]);

  function release(row: number): void {
    const rank = ranks[row]!;
    if (rank === NO_LEVEL) return;
    if (rank !== MIXED) {
      levels[rank]!.remove(row, buildings.planArea[row]!);
      union.remove(row, buildings.planArea[row]!);
    } else {
      const parts = mixed.get(row)!;
      parts.byLevel.forEach((area, level) => {
        levels[level]!.remove(row, area);
      });
      union.remove(row, parts.union);
      mixed.delete(row);
    }
    ranks[row] = NO_LEVEL;
  }

  function holdWhole(row: number, rank: number): void {
    ranks[row] = rank;
    levels[rank]!.add(row, buildings.planArea[row]!);
    union.add(row, buildings.planArea[row]!);
  }

  function lay(row: number): void {
    release(row);
    const parts = overlayFootprint(buildings, row, index);
    if (!parts) return;
    const whole = parts.byLevel.indexOf(buildings.planArea[row]!);
    if (whole >= 0) {
      holdWhole(row, whole);
      return;
    }
    ranks[row] = MIXED;
    mixed.set(row, parts);
    parts.byLevel.forEach((area, level) => {
      levels[level]!.add(row, area);
    });
    union.add(row, parts.union);
  }

  function* layAll(zones: readonly ZonePolygons[]): Generator<void, void> {
    const laid = yield* layLevels(grid, ruler, zones);
    for (let row = 0; row < buildings.count; row += 1) {
      if (laid.isCut[row] === 1) lay(row);
      else {
        release(row);
        if (laid.levels[row] !== NO_LEVEL) holdWhole(row, laid.levels[row]!);
      }
      if (row % ROWS_PER_STEP === 0) yield;
    }
  }

  function* layNear(zones: readonly HeldZone[]): Generator<void, void> {
    const rows = new Set<number>();
    const collect = (row: number) => void rows.add(row);
    for (const { shape } of zones) yield* meetBoxes(grid, shape, { whole: collect, cut: collect });
    let step = 0;
    for (const row of rows) {
      lay(row);
      step += 1;
      if (step % ROWS_PER_STEP === 0) yield;
    }
  }

  return {
    levels,
    union,
    index: () => index,
    zones: () => [...held.values()].map(({ zone }) => zone),
    find: (row) => (ranks[row] === MIXED ? mixed.get(row)! : ranks[row]!),
    *setZones(zones) {
      const { next, changed } = compareZones(held, zones);
      if (changed.length === 0) return;
      held = next;
      index = indexZones([...next.values()]);
      if (changed.length > 2 && changed.length > MANY_CHANGED * next.size) yield* layAll(zones);
      else yield* layNear(changed);
    },
  };
}

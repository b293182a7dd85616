import { useMemo } from 'react';
import type { Projection } from '../core/crs/projection.ts';
import type { ProjectedXY } from '../core/geometry/coordinates.ts';
import type { Box2 } from '../core/geometry/region.ts';
import { unpackSnapIndex } from '../core/zones/editing/packed-snap-index.ts';
import type { Sketch } from '../core/zones/editing/sketch.ts';
import { createSnapIndex, type SnapIndex } from '../core/zones/editing/snap-index.ts';
import type { Zone } from '../core/zones/zone.ts';
import { useWorkerAnswer } from '../features/use-worker-answer.ts';
import { selectGroundSources } from '../state/select-ground-sources.ts';
import type { OpenCity, Run } from '../state/workspace.ts';
import { useWorkspace } from '../state/workspace-store.ts';

/** Buildings are fetched for a cell of this size around the pointer and its neighbours. */
const CELL_METERS = 500;
const MOST_BUILDINGS = 5000;
const NO_INDEXES: SnapIndex[] = [];

const knownLines = new WeakMap<Zone['geometry'], readonly Float64Array[]>();

/** Rings of a zone in metres; the same as long as its outline is the same. */
function linesOf({ geometry }: Zone, projection: Projection): readonly Float64Array[] {
  const known = knownLines.get(geometry);
  if (known) return known;
  const lines = geometry.coordinates
    .flat()
    .map((ring) => Float64Array.from(ring.flatMap(([lon, lat]) => [...projection.fromLonLat(lon, lat)])));
  knownLines.set(geometry, lines);
  return lines;
}

/** Where the outline is being worked on. */
function focusOf({ pointer, points, base }: Sketch): ProjectedXY | null {
  return pointer ?? points.at(-1) ?? base[0]?.[0]?.[0] ?? null;
}

function boxAround(focus: ProjectedXY | null): Box2 | null {
  if (!focus) return null;
  const [column, row] = [Math.floor(focus[0] / CELL_METERS), Math.floor(focus[1] / CELL_METERS)];
  return [(column - 1) * CELL_METERS, (row - 1) * CELL_METERS, (column + 2) * CELL_METERS, (row + 2) * CELL_METERS];
}

/** What an outline can be snapped to by now, and what is still being fetched or prepared for it. */
export interface SnapTargets {
  indexes: readonly SnapIndex[];
  awaited: readonly ('building' | 'street')[];
}

/** True from the asking of a question until its answer or its failure. */
function isAwaited(isAsked: boolean, { status }: Run<unknown>): boolean {
  return isAsked && (status === 'idle' || status === 'running');
}

/** The streets of a city, asked for once: they are the same for every outline. */
function useStreets(city: OpenCity): { index: SnapIndex | null; isAwaited: boolean } {
  const isWanted = useWorkspace((state) => state.drawing.snapTo.includes('street'));
  const url = selectGroundSources(city)?.network;
  const question = url && isWanted ? { url, projectCrs: city.manifest.projectCrs } : null;
  const answer = useWorkerAnswer('indexStreets', question);
  const index = useMemo(() => (answer.status === 'ready' ? unpackSnapIndex(answer.value) : null), [answer]);
  return { index, isAwaited: isAwaited(question !== null, answer) };
}

/** What an open outline can be snapped to: the other zones, the buildings around the pointer, the streets. */
export function useSnapIndexes(city: OpenCity, projection: Projection | null, sketch: Sketch | null): SnapTargets {
  const snapTo = useWorkspace((state) => state.drawing.snapTo);
  const zoneId = sketch?.zoneId ?? null;
  const zones = useMemo(() => {
    if (!projection || !snapTo.includes('zone')) return null;
    const others = city.zones.filter((zone) => zone.properties.id !== zoneId);
    return createSnapIndex([{ kind: 'zone', lines: others.flatMap((zone) => linesOf(zone, projection)) }]);
  }, [city.zones, zoneId, projection, snapTo]);
  const table = city.manifest.tables.buildings;
  const box = sketch && snapTo.includes('building') ? boxAround(focusOf(sketch)) : null;
  const question =
    table && box
      ? { tableUrl: `${city.baseUrl}${table.file}`, projectCrs: city.manifest.projectCrs, box, most: MOST_BUILDINGS }
      : null;
  const answer = useWorkerAnswer('outlinesIn', question);
  const outlines = answer.status === 'ready' ? answer.value : null;
  const buildings = useMemo(
    () => (outlines ? createSnapIndex([{ kind: 'building', lines: outlines }]) : null),
    [outlines],
  );
  const streets = useStreets(city);
  const indexes = useMemo(() => {
    const known = [zones, buildings, streets.index].filter((index) => index !== null);
    return known.length > 0 ? known : NO_INDEXES;
  }, [zones, buildings, streets.index]);
  const awaited: SnapTargets['awaited'][number][] = [];
  if (isAwaited(question !== null, answer)) awaited.push('building');
  if (streets.isAwaited) awaited.push('street');
  return { indexes, awaited };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectedXY } from '../../../../../src/core/geometry/coordinates.ts';
import { findSnap } from '../../../../../src/core/zones/editing/find-snap.ts';
import { indexStreets } from '../../../../../src/core/zones/editing/index-streets.ts';
import { createSnapIndex, type SnapIndex } from '../../../../../src/core/zones/editing/snap-index.ts';
import { traceEdges } from '../../../../../src/core/zones/editing/trace-edges.ts';

const line = (...points: ProjectedXY[]) => Float64Array.from(points.flat());

function finish(lines: readonly Float64Array[]): SnapIndex {
  const steps = indexStreets(lines);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const lengthOf = (way: readonly ProjectedXY[]) =>
  way.slice(1).reduce((sum, [x, y], index) => sum + Math.hypot(x - way[index]![0], y - way[index]![1]), 0);

describe('streets', () => {
  it('turn where two of them cross without a common vertex', () => {
    const streets = finish([line([0, 50], [100, 50]), line([50, 0], [50, 100])]);
    expect(streets.kinds).toHaveLength(4);
    expect(traceEdges(streets, [10, 50], [50, 90])).toEqual([[50, 50]]);
    expect(findSnap([streets], [51, 49], 3)).toEqual({ point: [50, 50], kind: 'street' });
  });

  it('turn where one ends on the other', () => {
    const streets = finish([line([0, 0], [100, 0]), line([40, 0.001], [40, 60])]);
    expect(traceEdges(streets, [90, 0], [40, 50])).toHaveLength(1);
    expect(traceEdges(streets, [0, 0], [40, 50])?.[0]?.[0]).toBeCloseTo(40, 6);
  });

  it('are open lines: nothing joins the end of one with its beginning', () => {
    const streets = finish([line([0, 0], [100, 0], [100, 100], [0, 100])]);
    expect(traceEdges(streets, [0, 0], [0, 100])).toEqual([
      [100, 0],
      [100, 100],
    ]);
  });

  it('that are not joined say so, in any number', () => {
    expect(traceEdges(finish([]), [0, 0], [1, 1])).toBeNull();
    expect(traceEdges(finish([line([0, 0], [10, 0]), line([0, 1], [10, 1])]), [5, 0], [5, 1])).toBeNull();
  });

  it('and outlines give a far search up instead of holding the page', () => {
    const long = Array.from({ length: 4000 }, (_, at): ProjectedXY => [at, 0]);
    const zones = createSnapIndex([{ kind: 'zone', lines: [line(...long)] }]);
    expect(traceEdges(zones, [1000, 0], [3900, 0])).toHaveLength(2899);
    expect(traceEdges(zones, [0, 0], [3900, 0])).toBeNull();
    expect(traceEdges(finish([line(...long)]), [0, 0], [3900, 0])).toHaveLength(3899);
  });
});

/** Streets along the lines of a small grid; whole numbers. */
const streetArb = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .map(([isUp, across, from, length]): [ProjectedXY, ProjectedXY] =>
    isUp
      ? [
          [across, from],
          [across, from + length],
        ]
      : [
          [from, across],
          [from + length, across],
        ],
  );

/** Unit steps that the streets allow, from each crossing of the grid. */
function stepsOf(streets: readonly (readonly [ProjectedXY, ProjectedXY])[]): Map<string, Set<string>> {
  const steps = new Map<string, Set<string>>();
  const put = (from: string, to: string) => steps.set(from, (steps.get(from) ?? new Set()).add(to));
  for (const [[ax, ay], [bx, by]] of streets) {
    for (let at = 0; at < Math.abs(bx - ax) + Math.abs(by - ay); at += 1) {
      const [dx, dy] = [Math.sign(bx - ax), Math.sign(by - ay)];
      const [from, to] = [`${ax + at * dx},${ay + at * dy}`, `${ax + (at + 1) * dx},${ay + (at + 1) * dy}`];
      put(from, to);
      put(to, from);
    }
  }
  return steps;
}

/** Fewest steps, by going everywhere one step at a time. */
function fewestSteps(steps: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): number | null {
  let front = new Set([from]);
  const seen = new Set(front);
  for (let count = 0; front.size > 0; count += 1) {
    if (front.has(to)) return count;
    front = new Set([...front].flatMap((at) => [...(steps.get(at) ?? [])]).filter((at) => !seen.has(at)));
    for (const at of front) seen.add(at);
  }
  return null;
}

/** True when unit steps of the streets lead straight from one place to the other. */
function isCovered(steps: ReadonlyMap<string, ReadonlySet<string>>, a: ProjectedXY, b: ProjectedXY): boolean {
  const [dx, dy] = [Math.sign(b[0] - a[0]), Math.sign(b[1] - a[1])];
  if (dx !== 0 && dy !== 0) return false;
  for (let [x, y] = a; x !== b[0] || y !== b[1]; x += dx, y += dy) {
    if (!steps.get(`${x},${y}`)?.has(`${x + dx},${y + dy}`)) return false;
  }
  return true;
}

describe('a traced way', () => {
  it('follows the streets from end to end, and none is shorter', () => {
    const network = fc.array(streetArb, { minLength: 1, maxLength: 14 });
    let joined = 0;
    fc.assert(
      fc.property(network, fc.nat(), fc.nat(), (streets, one, other) => {
        const steps = stepsOf(streets);
        const places = [...steps.keys()];
        const [from, to] = [places[one % places.length]!, places[other % places.length]!];
        const [a, b] = [from, to].map((place) => place.split(',').map(Number) as unknown as ProjectedXY) as [
          ProjectedXY,
          ProjectedXY,
        ];
        const lines = streets.map((street) => line(...street));
        const fewest = fewestSteps(steps, from, to);
        const between = traceEdges(finish(lines), a, b);
        if (fewest === null) {
          expect(between).toBeNull();
          return;
        }
        joined += 1;
        const way = [a, ...(between ?? [[Number.NaN, Number.NaN] as const]), b];
        expect(lengthOf(way)).toBeCloseTo(fewest, 9);
        way.slice(1).forEach((point, index) => {
          expect(isCovered(steps, way[index]!, point)).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
    expect(joined).toBeGreaterThan(100);
  });

  it('is the shortest of all in networks of any shape', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
    const places = fc.uniqueArray(place, { minLength: 6, maxLength: 9, selector: String });
    const edges = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })), { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(places, edges, (points, pairs) => {
        const used = pairs.map(([a, b]) => [points[a % points.length]!, points[b % points.length]!] as const);
        const joined = used.filter(([a, b]) => a !== b);
        fc.pre(joined.length > 1);
        const length = (a: ProjectedXY, b: ProjectedXY) => Math.hypot(a[0] - b[0], a[1] - b[1]);
        const least = points.map((a) =>
          points.map((b) => {
            const isJoined = joined.some(([p, q]) => (p === a && q === b) || (p === b && q === a));
            return a === b ? 0 : isJoined ? length(a, b) : Number.POSITIVE_INFINITY;
          }),
        );
        // Floyd and Warshall: every way through every place.
        points.forEach((_, via) => {
          for (const row of least)
            row.forEach((now, to) => {
              row[to] = Math.min(now, row[via]! + least[via]![to]!);
            });
        });
        const index = createSnapIndex([{ kind: 'zone', lines: joined.map(([a, b]) => line(a, b)) }]);
        const [from, to] = [joined[0]![0], joined.at(-1)![1]];
        // Ends that lie on other edges join them; such networks are the business of the other property.
        fc.pre(
          !points.some((at) =>
            joined.some(([a, b]) => at !== a && at !== b && length(a, at) + length(at, b) - length(a, b) < 0.1),
          ),
        );
        const between = traceEdges(index, from, to);
        const wanted = least[points.indexOf(from)]![points.indexOf(to)]!;
        if (wanted === Number.POSITIVE_INFINITY) expect(between).toBeNull();
        else expect(lengthOf([from, ...(between ?? []), to])).toBeCloseTo(wanted, 6);
        if (between === null) expect(wanted).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 600 },
    );
  });

  it('goes along an outline through the corner of another that lies on it', () => {
    const zones = createSnapIndex([
      { kind: 'zone', lines: [line([0, 0], [100, 0], [100, 100], [0, 100], [0, 0])] },
      { kind: 'zone', lines: [line([100, 30], [160, 30], [160, 60], [100, 60], [100, 30])] },
    ]);
    expect(traceEdges(zones, [50, 0], [150, 30])).toEqual([
      [100, 0],
      [100, 30],
    ]);
  });
});

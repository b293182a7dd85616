import { type BuildingSketch, rectangle, type Site, spread } from '../building-sketch.ts';

/** Narrow brick houses along lanes, some around a small yard. */
export function layOutOldTown({ random, ...site }: Site): BuildingSketch[] {
  const rows = spread(site.t0, site.t1, 21);
  const columns = spread(site.s0, site.s1, 15.5);
  return rows.positions.flatMap((t) =>
    columns.positions.flatMap((s): BuildingSketch[] => {
      if (random.chance(0.12)) return [];
      const length = columns.stepMeters - random.between(1.2, 4);
      const depth = random.between(10, rows.stepMeters - 6);
      const timber = random.chance(0.3);
      const shop = random.chance(0.15);
      const yard = depth > 13 && random.chance(0.35);
      return [
        {
          at: [s, t],
          rings: [[...rectangle(length, depth)], ...(yard ? [[...rectangle(length - 8, depth - 9)]] : [])],
          use: shop ? '商业' : '住宅',
          structure: timber ? '砖木' : '砖混',
          storeysAbove: timber ? random.integer(1, 2) : random.integer(2, 4),
          storeysBelow: 0,
          storeyHeightMeters: 3.1,
          era: timber ? [1936, 1968] : [1964, 1992],
          name: null,
        },
      ];
    }),
  );
}

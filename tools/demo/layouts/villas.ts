import { type BuildingSketch, rectangle, type Site, spread } from '../building-sketch.ts';

/** Small houses in an L on sloping ground. */
export function layOutVillas({ random, ...site }: Site): BuildingSketch[] {
  return spread(site.t0, site.t1, 24).positions.flatMap((t) =>
    spread(site.s0, site.s1, 24).positions.flatMap((s): BuildingSketch[] => {
      if (random.chance(0.12)) return [];
      const [length, depth] = [random.between(12, 16), random.between(9, 12)];
      const bay = depth * 0.45;
      const [left, right, low, high] = [-length / 2, length / 2, -depth / 2, depth / 2];
      const corner = [
        [left, low],
        [right, low],
        [right, high - bay],
        [left + length * 0.55, high - bay],
        [left + length * 0.55, high],
        [left, high],
      ] as const;
      return [
        {
          at: [s, t],
          rings: [random.chance(0.5) ? [...corner] : [...rectangle(length, depth)]],
          use: '住宅',
          structure: '框架',
          storeysAbove: random.integer(2, 3),
          storeysBelow: random.chance(0.5) ? 1 : 0,
          storeyHeightMeters: 3.2,
          era: [1999, 2021],
          name: null,
        },
      ];
    }),
  );
}

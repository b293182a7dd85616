import { type BuildingSketch, rectangle, type Site, spread } from '../building-sketch.ts';

/** Office towers with low wings, the tallest of the city. */
export function layOutOffices({ random, ...site }: Site): BuildingSketch[] {
  const places = spread(site.s0, site.s1, 58);
  return places.positions.flatMap((s, index) =>
    [site.t0 + 26, site.t1 - 24].map((t, row): BuildingSketch => {
      const tall = random.chance(0.55);
      const width = tall ? random.between(30, 38) : random.between(36, places.stepMeters - 8);
      const hotel = random.chance(0.2);
      return {
        at: [s, t],
        rings: [[...rectangle(width, tall ? random.between(28, 36) : 22)]],
        use: hotel ? '酒店' : '办公',
        structure: tall ? '框架-核心筒' : '框架',
        storeysAbove: tall ? random.integer(20, 44) : random.integer(6, 12),
        storeysBelow: random.integer(1, 4),
        storeyHeightMeters: 4,
        era: [1998, 2024],
        name: `${site.name}${hotel ? '酒店' : '大厦'}${'ABCDEFGH'[index * 2 + row] ?? ''}座`,
      };
    }),
  );
}

import { type BuildingSketch, rectangle, type Site } from '../building-sketch.ts';

/** Production halls in steel, a gatehouse office and a store. */
export function layOutFactory({ random, ...site }: Site): BuildingSketch[] {
  const built = random.integer(1975, 2018);
  const width = site.s1 - site.s0;
  const depth = site.t1 - site.t0;
  const halls = depth > 110 ? 3 : 2;
  const hallDepth = (depth - 34) / halls;
  const base = { storeysBelow: 0, era: [built, built + 4] as const };
  const sketches = Array.from({ length: halls }, (_, index): BuildingSketch => {
    const length = width * random.between(0.72, 0.9);
    return {
      ...base,
      at: [site.s0 + 4 + length / 2, site.t1 - hallDepth * (index + 0.5)],
      rings: [[...rectangle(length, hallDepth - 10)]],
      use: '厂房',
      structure: '钢结构',
      storeysAbove: random.integer(1, 2),
      storeyHeightMeters: 7.5,
      name: `${site.name}${index + 1}号车间`,
    };
  });
  const office: BuildingSketch = {
    ...base,
    at: [site.s0 + 26, site.t0 + 10],
    rings: [[...rectangle(44, 14)]],
    use: '办公',
    structure: '框架',
    storeysAbove: random.integer(3, 5),
    storeyHeightMeters: 3.6,
    name: `${site.name}办公楼`,
  };
  const store: BuildingSketch = {
    ...base,
    at: [site.s1 - 24, site.t0 + 10],
    rings: [[...rectangle(36, 16)]],
    use: '仓库',
    structure: '钢结构',
    storeysAbove: 1,
    storeyHeightMeters: 8,
    name: `${site.name}仓库`,
  };
  return [...sketches, office, store];
}

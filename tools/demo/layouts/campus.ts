import { type BuildingSketch, rectangle, type Site } from '../building-sketch.ts';

type Part = Pick<BuildingSketch, 'storeysAbove' | 'storeyHeightMeters'> & {
  name: string;
  /** Middle as shares of the site. */
  at: readonly [number, number];
  length: number;
  depth: number;
  structure?: string;
};

function layOutParts({ random, ...site }: Site, use: string, parts: readonly Part[]): BuildingSketch[] {
  const built = random.integer(1986, 2019);
  return parts.map((part) => ({
    at: [site.s0 + (site.s1 - site.s0) * part.at[0], site.t0 + (site.t1 - site.t0) * part.at[1]],
    rings: [[...rectangle(part.length, part.depth)]],
    use,
    structure: part.structure ?? (built < 1996 ? '砖混' : '框架'),
    storeysAbove: part.storeysAbove,
    storeysBelow: 0,
    storeyHeightMeters: part.storeyHeightMeters,
    era: [built, built + 5],
    name: `${site.name}${part.name}`,
  }));
}

/** Teaching blocks around a sports ground. */
export function layOutSchool(site: Site): BuildingSketch[] {
  return layOutParts(site, '学校', [
    { name: '教学楼', at: [0.28, 0.86], length: 56, depth: 15, storeysAbove: 5, storeyHeightMeters: 3.7 },
    { name: '实验楼', at: [0.28, 0.55], length: 50, depth: 14, storeysAbove: 4, storeyHeightMeters: 3.7 },
    { name: '食堂', at: [0.2, 0.16], length: 32, depth: 20, storeysAbove: 2, storeyHeightMeters: 4.5 },
    {
      name: '体育馆',
      at: [0.78, 0.84],
      length: 40,
      depth: 28,
      storeysAbove: 1,
      storeyHeightMeters: 12,
      structure: '钢结构',
    },
  ]);
}

/** Ward block, outpatients, technology and a small isolation house. */
export function layOutHospital(site: Site): BuildingSketch[] {
  return layOutParts(site, '医院', [
    {
      name: '住院楼',
      at: [0.5, 0.84],
      length: 78,
      depth: 20,
      storeysAbove: 15,
      storeyHeightMeters: 3.9,
      structure: '剪力墙',
    },
    { name: '门诊楼', at: [0.34, 0.22], length: 60, depth: 26, storeysAbove: 5, storeyHeightMeters: 4.2 },
    { name: '医技楼', at: [0.5, 0.53], length: 58, depth: 20, storeysAbove: 6, storeyHeightMeters: 4 },
    { name: '感染楼', at: [0.86, 0.2], length: 22, depth: 14, storeysAbove: 3, storeyHeightMeters: 3.6 },
  ]);
}

/** A pavilion and a small service house; the rest stays open. */
export function layOutPark(site: Site): BuildingSketch[] {
  return layOutParts(site, '公共', [
    { name: '游客中心', at: [0.2, 0.2], length: 22, depth: 12, storeysAbove: 2, storeyHeightMeters: 4 },
    { name: '管理用房', at: [0.85, 0.85], length: 12, depth: 8, storeysAbove: 1, storeyHeightMeters: 3.5 },
  ]);
}

import { type BuildingSketch, rectangle, type Site, spread } from '../building-sketch.ts';

/** Low shops in the gap between the slabs and the street on the east side. */
function layOutShops(site: Omit<Site, 'random'>, random: Site['random']): BuildingSketch[] {
  if (random.chance(0.35)) return [];
  return spread(site.t0, site.t1, 30).positions.map((t) => ({
    at: [site.s1 - 1, t],
    rings: [[...rectangle(9, random.between(17, 25))]],
    use: '商业',
    structure: '砖混',
    storeysAbove: random.integer(1, 2),
    storeysBelow: 0,
    storeyHeightMeters: 3.6,
    era: [1988, 2010],
    name: null,
  }));
}

/** Rows of walk-up slabs facing south, the housing of the 1980s to 2000s. */
export function layOutSlabs({ random, ...site }: Site): BuildingSketch[] {
  const built = random.integer(1982, 2012);
  const storeys = built < 1995 ? random.integer(5, 6) : random.pick([6, 6, 7, 11]);
  const depth = storeys > 7 ? 14 : 12;
  const rows = spread(site.t0, site.t1, depth + storeys * 1.6).positions;
  const columns = spread(site.s0, site.s1 - 12, random.between(31, 46));
  const length = columns.stepMeters - 9;
  const homes = rows.flatMap((t, row) =>
    columns.positions.map((s, column): BuildingSketch => {
      const shorter = random.chance(0.25) ? random.between(0.6, 0.8) : 1;
      return {
        at: [s, t],
        rings: [[...rectangle(length * shorter, depth)]],
        use: '住宅',
        structure: storeys > 7 ? '剪力墙' : built < 1998 ? '砖混' : '框架',
        storeysAbove: storeys,
        storeysBelow: storeys > 7 ? 1 : 0,
        storeyHeightMeters: 2.9,
        era: [built, built + 2],
        name: `${site.name}${row * columns.positions.length + column + 1}号楼`,
      };
    }),
  );
  return [...homes, ...layOutShops(site, random)];
}

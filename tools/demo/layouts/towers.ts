import { type BuildingSketch, rectangle, type Site, spread } from '../building-sketch.ts';

const PODIUM_STOREY_METERS = 4.8;

/** Housing towers that rise through a shopping podium; the podium is a building of its own around them. */
export function layOutTowers({ random, ...site }: Site): BuildingSketch[] {
  const built = random.integer(2004, 2023);
  const length = site.s1 - site.s0 - 8;
  const depth = Math.min(46, (site.t1 - site.t0) * 0.45);
  const middle = (site.s0 + site.s1) / 2;
  const southRow = site.t0 + depth / 2 + 4;
  const feet = spread(-length / 2, length / 2, 44).positions.map((x) => rectangle(24, 20, [x, 3]));
  const podium: BuildingSketch = {
    at: [middle, southRow],
    rings: [[...rectangle(length, depth)], ...feet.map((foot) => [...foot])],
    use: '商业',
    structure: '框架',
    storeysAbove: random.integer(2, 4),
    storeysBelow: 2,
    storeyHeightMeters: PODIUM_STOREY_METERS,
    era: [built, built],
    name: `${site.name}商业广场`,
  };
  const tower = (rings: BuildingSketch['rings'], at: BuildingSketch['at'], number: number): BuildingSketch => ({
    at,
    rings,
    use: '住宅',
    structure: '剪力墙',
    storeysAbove: random.integer(18, 33),
    storeysBelow: 2,
    storeyHeightMeters: 3,
    era: [built, built + 1],
    name: `${site.name}${number}座`,
  });
  const onPodium = feet.map((foot, index) => tower([[...foot]], [middle, southRow], index + 1));
  const behind = spread(site.s0, site.s1, 52).positions.map((s, index) =>
    tower([[...rectangle(28, 17)]], [s, site.t1 - 14], feet.length + index + 1),
  );
  return [podium, ...onPodium, ...behind];
}

import { blockCentre } from './blocks.ts';
import type { BuiltBlock } from './buildings.ts';
import { closedRing, type DemoFeature } from './feature-collection.ts';
import type { Random } from './random.ts';
import type { MapPoint, Relief, RiverPoint } from './relief.ts';
import { outlineStrip } from './strip.ts';
import { ZONE_TEXTS } from './zone-texts.ts';

type Hazard = keyof typeof ZONE_TEXTS;
type Level = 'red' | 'orange' | 'yellow' | 'blue';

/** A zone: outlines of polygons, each with the outline of its hole if it has one. */
interface ZoneDrawing {
  name: string;
  hazard: Hazard;
  level: Level;
  polygons: MapPoint[][][];
  intensity?: { value: number; unit: string };
  returnPeriodYears?: number;
}

/** Reach of each flood band from the river's middle line on the north bank; the lower south bank floods further. */
const FLOOD_BANDS = [
  { level: 'red', reachMeters: 112, depthMeters: 2.5, returnPeriodYears: 10, label: '极高' },
  { level: 'orange', reachMeters: 165, depthMeters: 1.5, returnPeriodYears: 20, label: '高' },
  { level: 'yellow', reachMeters: 230, depthMeters: 0.8, returnPeriodYears: 50, label: '中' },
  { level: 'blue', reachMeters: 310, depthMeters: 0.3, returnPeriodYears: 100, label: '低' },
] as const;
const SOUTH_FACTOR = 1.15;

function drawFlood(length: number, relief: Relief, random: Random): ZoneDrawing[] {
  const [phase, ripple] = [random.between(0, 6.28), random.between(0, 6.28)];
  const lobes = (s: number) => 1 + 0.17 * Math.sin(s / 270 + phase) + 0.07 * Math.sin(s / 110 + ripple);
  const range = [0, length] as const;
  return FLOOD_BANDS.map((band, index) => {
    const inner = FLOOD_BANDS[index - 1]?.reachMeters ?? 0;
    const northEdge = (reach: number) => (s: number) => reach * lobes(s);
    const southEdge = (reach: number) => (s: number) => -SOUTH_FACTOR * reach * lobes(-s);
    const strip = (low: (s: number) => number, high: (s: number) => number) => [outlineStrip(range, low, high, relief)];
    const outer = band.reachMeters;
    // The innermost band covers the river itself: one piece, since two would share an edge.
    const polygons =
      inner === 0
        ? [strip(southEdge(outer), northEdge(outer))]
        : [strip(northEdge(inner), northEdge(outer)), strip(southEdge(outer), southEdge(inner))];
    return {
      name: `沿河洪水${band.label}风险区`,
      hazard: 'flood',
      level: band.level,
      polygons,
      intensity: { value: band.depthMeters, unit: 'm' },
      returnPeriodYears: band.returnPeriodYears,
    };
  });
}

/** An outline around a place, uneven by `random`, a circle without it. */
function drawBlob([x, y]: MapPoint, radiusMeters: number, random: Random | null): MapPoint[] {
  const waves = random
    ? [2, 3, 5].map((count) => ({ count, phase: random.between(0, 6.28), share: random.between(0.04, 0.12) }))
    : [];
  return Array.from({ length: 48 }, (_, index): MapPoint => {
    const angle = (index / 48) * 2 * Math.PI;
    const wobble = waves.reduce((sum, wave) => sum + wave.share * Math.sin(wave.count * angle + wave.phase), 1);
    return [x + radiusMeters * wobble * Math.cos(angle), y + radiusMeters * wobble * Math.sin(angle)];
  });
}

/** Rings around a place: the innermost is whole, each next one has the former as its hole. */
function drawRings(at: MapPoint, radii: readonly number[], random: Random | null): MapPoint[][][] {
  const outlines = radii.map((radius) => drawBlob(at, radius, random?.fork('ring') ?? null));
  return outlines.map((outline, index) => {
    const hole = outlines[index - 1];
    return hole ? [outline, hole] : [outline];
  });
}

function drawRinged(
  name: string,
  hazard: Hazard,
  at: MapPoint,
  radii: readonly number[],
  random: Random | null,
): ZoneDrawing[] {
  const levels: readonly Level[] = radii.length === 2 ? ['orange', 'yellow'] : ['red', 'orange', 'yellow'];
  const words = { red: '核心区', orange: '控制区', yellow: '影响区', blue: '关注区' };
  return drawRings(at, radii, random).map((rings, index) => {
    const level = levels[index] ?? 'yellow';
    return { name: `${name}${words[level]}`, hazard, level, polygons: [rings] };
  });
}

function findBlock(built: readonly BuiltBlock[], use: string, order: number): RiverPoint {
  const found = built.filter(({ block }) => block.use === use);
  const chosen = found[Math.floor(found.length * order)] ?? built[0];
  if (!chosen) throw new Error('a demo city needs at least one block');
  return blockCentre(chosen.block);
}

function drawLocalZones(built: readonly BuiltBlock[], relief: Relief, random: Random): ZoneDrawing[] {
  const at = (use: string, order: number) => relief.toMap(findBlock(built, use, order));
  const slopes = relief.hills.flatMap((hill, index) => {
    const foot = relief.toMap([hill.at[0] - hill.radiusMeters * 0.45, hill.at[1] - hill.radiusMeters * 0.5]);
    const radii = index === 0 ? [90, 165, 250] : [80, 150];
    return drawRinged(`${index === 0 ? '东山' : '北岭'}滑坡`, 'landslide', foot, radii, random.fork(`slope ${index}`));
  });
  const single = (name: string, hazard: Hazard, level: Level, place: MapPoint, radius: number): ZoneDrawing => ({
    name,
    hazard,
    level,
    polygons: [[drawBlob(place, radius, random.fork(name))]],
  });
  return [
    ...slopes,
    ...drawRinged('新光化工储罐', 'hazmat', at('factory', 0.55), [120, 220, 360], null),
    single('老城区连片火灾风险区', 'fire', 'orange', at('oldTown', 0.4), 210),
    single('书院街内涝点', 'waterlogging', 'orange', at('oldTown', 0.1), 95),
    single('中心区下穿通道内涝点', 'waterlogging', 'yellow', at('offices', 0.5), 110),
    single('南岸内涝点', 'waterlogging', 'blue', at('slabs', 0.95), 130),
    single('轨道交通沿线沉降区', 'subsidence', 'yellow', at('towers', 0.5), 180),
  ];
}

/** Risk zones: flood bands along the river, landslides on the hills, rings around a tank farm, waterlogging, fire, subsidence. */
export function drawZones(built: readonly BuiltBlock[], relief: Relief, random: Random): DemoFeature[] {
  const length = Math.max(...built.map(({ block }) => block.s1));
  const zones = [...drawFlood(length, relief, random.fork('flood')), ...drawLocalZones(built, relief, random)];
  return zones.map(({ polygons, hazard, ...zone }, index) => ({
    type: 'Feature',
    properties: {
      id: `FX-${String(index + 1).padStart(2, '0')}`,
      hazard,
      ...zone,
      ...ZONE_TEXTS[hazard],
      status: index % 4 === 3 ? 'reviewed' : 'approved',
      validFrom: '2026-05-01',
    },
    geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => closedRing(ring))) },
  }));
}

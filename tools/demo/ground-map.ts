import type { Block, BlockUse } from './blocks.ts';
import { closedRing, type DemoFeature, position } from './feature-collection.ts';
import type { Relief, RiverPoint } from './relief.ts';
import type { Street, StreetGrid } from './streets.ts';
import { outlineStrip } from './strip.ts';

const LAND_USE: Record<BlockUse, string> = {
  oldTown: '居住用地',
  slabs: '居住用地',
  towers: '居住用地',
  villas: '居住用地',
  offices: '商业用地',
  factory: '工业用地',
  school: '教育用地',
  hospital: '医疗卫生用地',
  park: '公园绿地',
  open: '林地',
};

const STEP_METERS = 40;
/** Promenades along the water lie between the bank and the embankment streets. */
const BANK_GREEN_METERS = 68;
/** Water and banks go on beyond the last street. */
const REACH_METERS = 900;

function areaFeature(properties: Record<string, unknown>, ring: number[][]): DemoFeature {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** Land use of every block, and the green banks of the river. */
export function drawLandUse(blocks: readonly Block[], grid: StreetGrid, relief: Relief): DemoFeature[] {
  const own = blocks.map((block, index) => {
    const ring = outlineStrip(
      [block.s0, block.s1],
      () => block.t0,
      () => block.t1,
      relief,
    );
    return areaFeature({ id: `YD-${index + 1}`, 用地性质: LAND_USE[block.use] }, closedRing(ring));
  });
  const length = grid.cross.at(-1)?.position ?? 0;
  const banks = ([1, -1] as const).map((side) => {
    const water = (s: number) => side * relief.riverHalfWidth(s);
    const outer = () => side * BANK_GREEN_METERS;
    const ring = outlineStrip([0, length], side > 0 ? water : outer, side > 0 ? outer : water, relief);
    const name = side > 0 ? '北岸滨河公园' : '南岸滨河公园';
    return areaFeature({ id: `YD-bank-${side}`, 名称: name, 用地性质: '公园绿地' }, closedRing(ring));
  });
  return [...own, ...banks];
}

/** The river, from beyond the western to beyond the eastern end of the city. */
export function drawWater(grid: StreetGrid, relief: Relief): DemoFeature[] {
  const length = grid.cross.at(-1)?.position ?? 0;
  const ring = outlineStrip(
    [-REACH_METERS, length + REACH_METERS],
    (s) => -relief.riverHalfWidth(s),
    relief.riverHalfWidth,
    relief,
  );
  return [areaFeature({ id: 'SY-1', 名称: '清江' }, closedRing(ring))];
}

function wayFeature(properties: Record<string, unknown>, points: readonly RiverPoint[], relief: Relief): DemoFeature {
  const coordinates = points.map((point) => position(relief.toMap(point)));
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
}

function stepsBetween(from: number, to: number): number[] {
  const steps = Math.max(1, Math.round(Math.abs(to - from) / STEP_METERS));
  return Array.from({ length: steps + 1 }, (_, index) => from + ((to - from) * index) / steps);
}

function classOf(street: Street, embankment: boolean): string {
  if (street.arterial) return embankment ? '次干路' : '主干路';
  return '支路';
}

/** Streets along and across the river (arterials bridge it), the elevated railway, promenades on both banks. */
export function drawWays(grid: StreetGrid, relief: Relief): DemoFeature[] {
  const length = grid.cross.at(-1)?.position ?? 0;
  const [south, north] = [grid.south.at(-1)?.position ?? 0, grid.north.at(-1)?.position ?? 0];
  const [southBank, northBank] = [grid.south[0]?.position ?? 0, grid.north[0]?.position ?? 0];
  const across = grid.cross.flatMap((street, index) => {
    const properties = { 名称: street.name, 道路等级: classOf(street, false), 宽度: street.widthMeters };
    const line = (part: string, from: number, to: number) =>
      wayFeature(
        { id: `DL-x${index}${part}`, ...properties },
        stepsBetween(from, to).map((t) => [street.position, t] as const),
        relief,
      );
    return street.arterial ? [line('', south, north)] : [line('s', south, southBank), line('n', northBank, north)];
  });
  const along = [...grid.north, ...grid.south].map((street, index) =>
    wayFeature(
      {
        id: `DL-y${index}`,
        名称: street.name,
        道路等级: classOf(street, Math.abs(street.position) === northBank),
        宽度: street.widthMeters,
      },
      stepsBetween(0, length).map((s) => [s, street.position] as const),
      relief,
    ),
  );
  const promenades = ([1, -1] as const).map((side) =>
    wayFeature(
      { id: `DL-p${side}`, 道路等级: '步行道', 宽度: 4 },
      stepsBetween(0, length).map((s) => [s, side * (BANK_GREEN_METERS - 6)] as const),
      relief,
    ),
  );
  const railway = grid.north.find((street, index) => street.arterial && index > 0);
  const metro = railway
    ? [
        wayFeature(
          { id: 'GD-1', 名称: '轨道交通1号线', 道路等级: '轨道交通', 宽度: 9.5 },
          stepsBetween(0, length).map((s) => [s, railway.position] as const),
          relief,
        ),
      ]
    : [];
  return [...across, ...along, ...promenades, ...metro];
}

import { BLOCKS_PER_COMMUNITY } from './demo-plan.ts';
import type { Random } from './random.ts';
import type { Relief, RiverPoint } from './relief.ts';
import type { Street, StreetGrid } from './streets.ts';

/** What a block is built up with; `open` stays without buildings (woods on steep ground). */
export type BlockUse =
  | 'oldTown'
  | 'slabs'
  | 'towers'
  | 'offices'
  | 'factory'
  | 'villas'
  | 'school'
  | 'hospital'
  | 'park'
  | 'open';

/** One block between four streets, in river coordinates; `s0 < s1`, `t0 < t1`, street surface excluded. */
export interface Block {
  /** Column from the west; row from the river, 1, 2, … north and −1, −2, … south. */
  column: number;
  row: number;
  s0: number;
  s1: number;
  t0: number;
  t1: number;
  use: BlockUse;
  /** Index of its community, from the west, then outwards. */
  community: string;
  /** Street that its addresses are counted on. */
  street: string;
}

function between(a: Street, b: Street): [number, number] {
  const [low, high] = a.position < b.position ? [a, b] : [b, a];
  return [low.position + low.widthMeters / 2, high.position - high.widthMeters / 2];
}

/** Middle of a block. */
export function blockCentre(block: Block): RiverPoint {
  return [(block.s0 + block.s1) / 2, (block.t0 + block.t1) / 2];
}

function layBlocks(grid: StreetGrid, side: 'north' | 'south'): Block[] {
  const streets = grid[side];
  return streets.slice(1).flatMap((outer, rowIndex) =>
    grid.cross.slice(1).map((east, column): Block => {
      const [s0, s1] = between(grid.cross[column]!, east);
      const [t0, t1] = between(streets[rowIndex]!, outer);
      const community = `${side === 'north' ? 'N' : 'S'}${Math.floor(rowIndex / BLOCKS_PER_COMMUNITY) + 1}-${Math.floor(column / BLOCKS_PER_COMMUNITY) + 1}`;
      const row = side === 'north' ? rowIndex + 1 : -rowIndex - 1;
      return { column, row, s0, s1, t0, t1, use: 'slabs', community, street: streets[rowIndex]!.name };
    }),
  );
}

function slopeMeters(block: Block, relief: Relief): number {
  const heights = [block.s0, block.s1].flatMap((s) => [block.t0, block.t1].map((t) => relief.groundHeight([s, t])));
  return Math.max(...heights) - Math.min(...heights);
}

function chooseUse(block: Block, columns: number, relief: Relief, random: Random): BlockUse {
  const slope = slopeMeters(block, relief);
  if (slope > 22) return 'open';
  if (slope > 9) return 'villas';
  const east = block.column / columns;
  if (block.row < 0)
    return east > 0.5 ? (random.chance(0.75) ? 'factory' : 'slabs') : random.chance(0.2) ? 'towers' : 'slabs';
  const fromCentre = Math.hypot((east - 0.5) * columns, block.row - 2.5);
  if (east > 0.12 && east < 0.42 && block.row <= 4) return 'oldTown';
  if (fromCentre < 2) return 'offices';
  if (fromCentre < 4 && random.chance(0.5)) return 'towers';
  if (block.row === 1 && random.chance(0.3)) return 'park';
  return random.chance(0.1) ? 'towers' : 'slabs';
}

function placeServices(blocks: Block[], random: Random): void {
  const communities = [...new Set(blocks.map((block) => block.community))];
  for (const [index, community] of communities.entries()) {
    const own = blocks.filter(
      (block) => block.community === community && block.use !== 'open' && block.use !== 'villas',
    );
    const services: BlockUse[] = index % 5 === 1 ? ['school', 'park', 'hospital'] : ['school', 'park'];
    for (const service of services) {
      const free = own.filter((block) => !['school', 'park', 'hospital'].includes(block.use));
      const chosen = free[random.integer(0, free.length - 1)];
      if (chosen) chosen.use = service;
    }
  }
}

/** Divides the city into blocks and gives each a use: every community has a school and a park, every fifth a hospital. */
export function layCityBlocks(grid: StreetGrid, relief: Relief, random: Random): Block[] {
  const blocks = [...layBlocks(grid, 'north'), ...layBlocks(grid, 'south')];
  const columns = grid.cross.length - 1;
  for (const block of blocks) block.use = chooseUse(block, columns, relief, random);
  placeServices(blocks, random);
  return blocks;
}

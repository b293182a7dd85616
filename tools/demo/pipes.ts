import type { DemoFeature } from './feature-collection.ts';
import type { Random } from './random.ts';

/** How pipes of one class lie under a street of the demo. */
interface PipeKind {
  /** Class as a survey after CJJ 61 writes it. */
  kind: string;
  /** Place across the street: −1 and 1 are its sides, 0 its middle. Power and telecom lie outermost, sewers inside. */
  across: number;
  depthMeters: number;
  /** Diameter in millimetres or width × height, from the widest street to the narrowest. */
  sizes: readonly [string, string, string];
  /** Material until 2000, and after. */
  materials: readonly [string, string];
  /** Part of the streets that have it, from the widest to the narrowest. */
  share: readonly [number, number, number];
}

const KINDS: readonly PipeKind[] = [
  {
    kind: '给水',
    across: -0.66,
    depthMeters: 1.2,
    sizes: ['600', '300', '150'],
    materials: ['铸铁', '球墨铸铁'],
    share: [1, 1, 1],
  },
  {
    kind: '污水',
    across: -0.18,
    depthMeters: 2.9,
    sizes: ['800', '500', '400'],
    materials: ['混凝土', 'HDPE'],
    share: [1, 1, 1],
  },
  {
    kind: '雨水',
    across: 0.18,
    depthMeters: 2.2,
    sizes: ['1500', '1000', '600'],
    materials: ['混凝土', '混凝土'],
    share: [1, 1, 0.9],
  },
  {
    kind: '燃气',
    across: 0.66,
    depthMeters: 1.1,
    sizes: ['300', '200', '110'],
    materials: ['钢', 'PE'],
    share: [1, 1, 0.85],
  },
  {
    kind: '热力',
    across: -0.42,
    depthMeters: 1.6,
    sizes: ['700', '400', '250'],
    materials: ['钢', '钢'],
    share: [1, 0.7, 0.25],
  },
  {
    kind: '电力',
    across: -0.88,
    depthMeters: 0.8,
    sizes: ['1000×600', '800×500', '400×300'],
    materials: ['砖石', 'PVC'],
    share: [1, 1, 1],
  },
  {
    kind: '通信',
    across: 0.88,
    depthMeters: 0.9,
    sizes: ['600×400', '400×300', '200×200'],
    materials: ['PVC', 'PVC'],
    share: [1, 1, 0.95],
  },
  {
    kind: '工业',
    across: 0.42,
    depthMeters: 1.3,
    sizes: ['300', '200', '150'],
    materials: ['钢', '钢'],
    share: [0.08, 0.1, 0.04],
  },
];
/** Carries the power and telecom lines of the arterials that have one. */
const CORRIDOR: PipeKind = {
  kind: '综合管廊',
  across: 0,
  depthMeters: 4.6,
  sizes: ['3600×2800', '3000×2600', '2400×2400'],
  materials: ['混凝土', '混凝土'],
  share: [0.35, 0, 0],
};
const IN_CORRIDOR = ['电力', '通信'];

/** Street classes of `ways` that have pipes, from the widest; paths and rails have none. */
const STREETS = ['主干路', '次干路', '支路'];
/** How often a survey left a field empty, or could not tell the class. */
const GAPS = { year: 0.07, material: 0.05, depth: 0.06, size: 0.03, kind: 0.012 };
/** Surveys end a record at a well or valve. */
const RECORD_METERS = 450;

type Position = readonly [number, number];

function lengthOf(from: Position, to: Position): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

/** Cuts a line into pieces of about `RECORD_METERS`, at its own positions. */
function cutIntoRecords(line: readonly Position[]): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  let length = 0;
  for (const position of line) {
    const last = piece.at(-1);
    length += last ? lengthOf(last, position) : 0;
    piece.push(position);
    if (length < RECORD_METERS) continue;
    pieces.push(piece);
    piece = [position];
    length = 0;
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

/** Moves a line to its left, metres (right when negative), corners along the bisector. */
function shiftLine(line: readonly Position[], meters: number): number[][] {
  return line.map((position, index) => {
    const before = line[index - 1] ?? position;
    const after = line[index + 1] ?? position;
    const length = lengthOf(before, after) || 1;
    const [dx, dy] = [(after[0] - before[0]) / length, (after[1] - before[1]) / length];
    return [position[0] - dy * meters, position[1] + dx * meters].map((value) => Math.round(value * 100) / 100);
  });
}

interface StreetOfPipes {
  name: string | null;
  rank: number;
  widthMeters: number;
  line: Position[];
}

function streetOf({ properties, geometry }: DemoFeature): StreetOfPipes[] {
  const { 名称: name, 道路等级: streetClass, 宽度: width } = properties;
  const rank = STREETS.indexOf(String(streetClass));
  if (rank < 0 || geometry.type !== 'LineString' || typeof width !== 'number') return [];
  const line = (geometry.coordinates as number[][]).map(([x = 0, y = 0]): Position => [x, y]);
  return [{ name: typeof name === 'string' ? name : null, rank, widthMeters: width, line }];
}

/** Class, size, material, depth and year of one record as a pipe survey writes them, with the gaps that surveys have. */
function describeRecord(pipe: PipeKind, rank: number, year: number, random: Random): Record<string, unknown> {
  const size = pipe.sizes[rank] ?? pipe.sizes[2];
  const depth = Math.round((pipe.depthMeters + random.between(-0.25, 0.35)) * 100) / 100;
  const isDuct = size.includes('×');
  const told = random.chance(GAPS.size) ? null : isDuct ? size : Number(size);
  return {
    管线类别: random.chance(GAPS.kind) ? '不明' : pipe.kind,
    [isDuct ? '断面尺寸' : '管径']: told,
    材质: random.chance(GAPS.material) ? null : pipe.materials[year > 2000 ? 1 : 0],
    埋深: random.chance(GAPS.depth) ? null : depth,
    建设年代: random.chance(GAPS.year) ? null : year,
  };
}

/**
 * Lays underground pipes along the streets of the demo: the classes of CJJ 61-2017, each at its place across the street.
 * @param ways Streets as lines in the demo's CRS, with 名称, 道路等级 and 宽度 (metres).
 * @returns Lines; equal streets and chance give equal pipes.
 */
export function drawPipes(ways: readonly DemoFeature[], random: Random): DemoFeature[] {
  const pipes: DemoFeature[] = [];
  ways.flatMap(streetOf).forEach(({ name, rank, widthMeters, line }, index) => {
    const own = random.fork(`street ${index}`);
    const hasCorridor = own.chance(CORRIDOR.share[rank] ?? 0);
    const year = own.integer(1984, 2023);
    const laid = KINDS.filter(({ kind, share }) => {
      const isLaid = own.chance(share[rank] ?? 0);
      return isLaid && !(hasCorridor && IN_CORRIDOR.includes(kind));
    });
    for (const pipe of hasCorridor ? [...laid, CORRIDOR] : laid) {
      for (const piece of cutIntoRecords(line)) {
        const coordinates = shiftLine(piece, (pipe.across * widthMeters) / 2);
        const record = describeRecord(pipe, rank, own.chance(0.2) ? own.integer(year, 2024) : year, own);
        const number = String(pipes.length + 1).padStart(5, '0');
        pipes.push({
          type: 'Feature',
          properties: { 管线编号: `GX-${number}`, ...record, 道路名: name },
          geometry: { type: 'LineString', coordinates },
        });
      }
    }
  });
  return pipes;
}

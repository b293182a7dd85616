import type { LandUse, WayClass } from '../../src/core/city/ground-feature.ts';

const LAND_WORDS: Record<LandUse, string> = {
  residential: '居住用地 居住 住宅 城镇住宅用地 农村宅基地 r r1 r2 r3',
  commercial: '商业用地 商业 商业服务业用地 商务用地 b b1 b2 b3 retail office',
  industrial: '工业用地 工业 物流仓储用地 仓储用地 工矿用地 m m1 m2 m3 w w1 w2 warehouse quarry',
  public: '公共管理与公共服务用地 行政办公用地 文化用地 体育用地 a a1 a2 a4 civic institutional',
  education: '教育用地 教育科研用地 科研用地 a3 school university college kindergarten',
  health: '医疗卫生用地 a5 hospital clinic',
  transport: '交通运输用地 道路与交通设施用地 道路用地 交通枢纽用地 s s1 s2 s3 s4 road railway parking',
  utility: '公用设施用地 市政公用设施用地 u u1 u2 u3 utilities',
  green: '绿地 公园绿地 防护绿地 绿地与开敞空间用地 g g1 g2 park grass recreation_ground village_green garden',
  plaza: '广场用地 广场 g3 square pedestrian',
  farmland: '耕地 农用地 农田 园地 e2 farm orchard allotments meadow',
  forest: '林地 森林 wood nature_reserve scrub',
  vacant: '空闲地 未利用地 留白用地 空地 brownfield greenfield construction',
  other: '其他 其它',
};

const WAY_WORDS: Record<WayClass, string> = {
  motorway: '高速公路 快速路 motorway_link trunk trunk_link expressway',
  arterial: '主干路 主干道 primary primary_link secondary secondary_link',
  collector: '次干路 次干道 tertiary tertiary_link',
  local: '支路 街巷 residential unclassified living_street service road busway',
  path: '步行道 人行道 小路 footway steps pedestrian cycleway track bridleway track_grade1 track_grade2 track_grade3 track_grade4 track_grade5',
  rail: '铁路 railway light_rail tram narrow_gauge',
  metro: '地铁 轨道交通 subway',
};

function index<T extends string>(words: Record<T, string>): Map<string, T> {
  return new Map(
    (Object.keys(words) as T[]).flatMap((key) =>
      [key, ...words[key].split(' ')].map((word) => [word.toLowerCase(), key] as const),
    ),
  );
}

const LAND_OF_WORD = index(LAND_WORDS);
const WAY_OF_WORD = index(WAY_WORDS);

/** Land use of a word or class code (GB 50137-2011 letters, GB/T 21010 and OpenStreetMap words); `null` when unknown. */
export function normaliseLandUse(word: string): LandUse | null {
  return LAND_OF_WORD.get(word.trim().toLowerCase()) ?? null;
}

/** Class of a way from a word (CJJ 37 road classes, OpenStreetMap `highway` and `railway` words); `null` when unknown. */
export function normaliseWayClass(word: string): WayClass | null {
  return WAY_OF_WORD.get(word.trim().toLowerCase()) ?? null;
}

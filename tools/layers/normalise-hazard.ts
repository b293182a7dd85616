import { type RiskLevel, ZONE_HAZARDS, type ZoneHazard } from '../../src/core/city/hazard.ts';

const HAZARD_WORDS: Record<string, readonly string[]> = {
  flood: '洪水 洪涝 洪灾 河川洪水 river_flood'.split(' '),
  waterlogging: '内涝 积水 内水氾濫 pluvial inland_flooding'.split(' '),
  earthquake: '地震 seismic'.split(' '),
  landslide: '滑坡 泥石流 地质灾害 崩塌 土砂災害 debris_flow'.split(' '),
  subsidence: '地面沉降 沉降 塌陷 地面塌陷'.split(' '),
  fire: '火灾 大火 wildfire'.split(' '),
  hazmat: '危化品 危险化学品 危险品 chemical'.split(' '),
  gas: '燃气 燃气泄漏'.split(' '),
  typhoon: '台风 大风 storm wind hurricane'.split(' '),
  tsunami: '海啸 津波'.split(' '),
  stormSurge: '风暴潮 高潮 storm_surge storm-surge'.split(' '),
  other: '其他 其它'.split(' '),
};

const HAZARD_OF_WORD = new Map(
  ZONE_HAZARDS.flatMap((hazard) =>
    [hazard, ...(HAZARD_WORDS[hazard] ?? [])].map((word) => [word.toLowerCase(), hazard] as const),
  ),
);

/** Normalises a word for a hazard (English or Chinese); `null` when the word is not known. */
export function normaliseHazard(word: string): ZoneHazard | null {
  return HAZARD_OF_WORD.get(word.trim().toLowerCase()) ?? null;
}

type RatedLevel = Exclude<RiskLevel, 'unrated'>;

const LEVEL_WORDS: Record<RatedLevel, readonly string[]> = {
  red: '红 红色 红色预警 极高 极高风险 重大风险 重大 extreme very_high i级 Ⅰ级 一级'.split(' '),
  orange: '橙 橙色 橙色预警 高 高风险 较大风险 较大 high ii级 Ⅱ级 二级'.split(' '),
  yellow: '黄 黄色 黄色预警 中 中风险 一般风险 一般 medium moderate iii级 Ⅲ级 三级'.split(' '),
  blue: '蓝 蓝色 蓝色预警 低 低风险 low iv级 Ⅳ级 四级'.split(' '),
};

const LEVEL_OF_WORD = new Map(
  (Object.keys(LEVEL_WORDS) as RatedLevel[]).flatMap((level) =>
    [level, ...LEVEL_WORDS[level]].map((word) => [word.toLowerCase(), level] as const),
  ),
);

/**
 * Normalises a word for a risk level (colours; 重大/较大/一般/低 of the four-level system); bare numbers are never
 * guessed, since sources count from either end.
 * @returns `null` when the word is not known.
 */
export function normaliseLevel(word: string): RatedLevel | null {
  return LEVEL_OF_WORD.get(word.trim().toLowerCase()) ?? null;
}

/**
 * Default level of PLATEAU hazard areas. Sediment disaster (areaType): warning area 1 (3 before designation) = yellow,
 * special warning area 2 (4) = red, after the colours of the act's yellow and red zones. Flooding (rankOrg): depth rank
 * 1 = blue, 2 = yellow, 3 = orange, 4 and above = red; ranks are the publisher's own and rise with depth, for rivers by
 * custom below 0.5 m, 0.5–3 m, 3–5 m and above. A recipe's `attributes.level` replaces this rule.
 */
export function rateByPlateauRule(source: Record<string, unknown>): RatedLevel | null {
  const areaType = source.areaType;
  if (areaType === '1' || areaType === '3') return 'yellow';
  if (areaType === '2' || areaType === '4') return 'red';
  const rank = Number(source.rankOrg ?? source.rank);
  if (!Number.isInteger(rank) || rank < 1) return null;
  return (['blue', 'yellow', 'orange'] as const)[rank - 1] ?? 'red';
}

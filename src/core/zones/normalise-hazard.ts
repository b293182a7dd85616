import { ZONE_HAZARDS, type ZoneHazard } from '../city/hazard.ts';

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

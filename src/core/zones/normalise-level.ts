import type { RiskLevel } from '../city/hazard.ts';

/** A level that a zone may be rated with. */
export type RatedLevel = Exclude<RiskLevel, 'unrated'>;

const LEVEL_WORDS: Record<RatedLevel, readonly string[]> = {
  red: '红 红色 红色预警 极高 极高风险 重大风险 重大 extreme very_high i级 Ⅰ级 一级 Ⅰ i'.split(' '),
  orange: '橙 橙色 橙色预警 高 高风险 较大风险 较大 high ii级 Ⅱ级 二级 Ⅱ ii'.split(' '),
  yellow: '黄 黄色 黄色预警 中 中风险 一般风险 一般 medium moderate iii级 Ⅲ级 三级 Ⅲ iii'.split(' '),
  blue: '蓝 蓝色 蓝色预警 低 低风险 low iv级 Ⅳ级 四级 Ⅳ iv'.split(' '),
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

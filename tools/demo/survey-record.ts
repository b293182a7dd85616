import type { BuildingSketch } from './building-sketch.ts';
import type { Random } from './random.ts';

/** How often a survey left a field empty. */
const GAPS = { year: 0.06, structure: 0.05, basement: 0.08, height: 0.04, storeys: 0.03, use: 0.015 };

/** The seismic code in force when a house was built (TJ 11-78, GBJ 11-89, GB 50011-2001, GB 50011-2010). */
function codeOfYear(year: number): string {
  if (year < 1979) return '未设防';
  if (year < 1990) return '78规范';
  if (year < 2002) return '89规范';
  return year < 2011 ? '2001规范' : '2010规范';
}

/** Attributes of one building as a Chinese house survey writes them, with the gaps that surveys have. */
export function describeSurvey(
  sketch: BuildingSketch,
  number: number,
  address: string,
  random: Random,
): Record<string, string | number | null> {
  const year = random.integer(sketch.era[0], sketch.era[1]);
  const plinth = Math.round(random.between(0.15, 0.6) * 100) / 100;
  const height = Math.round((sketch.storeysAbove * sketch.storeyHeightMeters + plinth + 0.6) * 10) / 10;
  const isMissing = Object.fromEntries(
    Object.entries(GAPS).map(([field, probability]) => [field, random.chance(probability)]),
  ) as Record<keyof typeof GAPS, boolean>;
  return {
    建筑编号: `RC-${String(number).padStart(6, '0')}`,
    名称: sketch.name,
    地址: address,
    用途: isMissing.use ? null : sketch.use,
    结构类型: isMissing.structure ? null : sketch.structure,
    抗震设防: isMissing.year ? null : codeOfYear(year),
    建成年份: isMissing.year ? null : year,
    地上层数: isMissing.storeys ? null : sketch.storeysAbove,
    地下层数: isMissing.basement ? null : sketch.storeysBelow,
    高度: isMissing.height ? null : height,
    室内外高差: plinth,
  };
}

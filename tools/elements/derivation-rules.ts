import type { DerivationRule, LocalizedText } from '../../src/core/city/city-manifest.ts';
import { describeTerm } from '../../src/core/city/describe-term.ts';
import type { Assumptions } from '../../src/core/city/recipe.ts';

/** Storey height when the recipe states none, metres; a round figure a little above the 2.80 m that GB 50096-2011 §5.5.1 recommends for dwellings. */
export const DEFAULT_STOREY_HEIGHT_METERS = 3;

type RuleText = Omit<DerivationRule, 'count' | 'id'>;

const FIXED_RULES: Readonly<Record<string, RuleText>> = {
  'footprint-area.from-footprint': {
    standing: 'derived',
    text: {
      zh: '基底面积由平面轮廓在工程坐标系中量算。',
      en: 'Footprint area measured from the plan outline in the project CRS.',
    },
  },
  'floor-area.from-storeys': {
    standing: 'derived',
    text: { zh: '建筑面积 = 基底面积 × 地上层数。', en: 'Floor area = footprint area × storeys above ground.' },
  },
  'height.from-geometry': {
    standing: 'derived',
    text: {
      zh: '高度取自三维模型的最高点与最低点之差。',
      en: 'Height taken from the highest and lowest point of the 3D model.',
    },
  },
  'height.from-parts': {
    standing: 'derived',
    text: { zh: '高度取自建筑最高的组成部分。', en: 'Height taken from the highest part of the building.' },
  },
  'height.from-mesh': {
    standing: 'derived',
    text: {
      zh: '高度取自三维瓦片网格的最高点与最低点之差。',
      en: 'Height taken from the highest and lowest point of the tile mesh.',
    },
  },
  'height-from-parts': {
    standing: 'derived',
    text: { zh: '高度取自该建筑最高的部件。', en: 'Height taken from the highest part of the building.' },
  },
  'base.from-terrain': {
    standing: 'derived',
    text: {
      zh: '底面高程取自地形在平面轮廓下的最低处。',
      en: 'Base height taken from the lowest ground of the terrain under the plan outline.',
    },
  },
  'footprint.from-mesh': {
    standing: 'derived',
    text: { zh: '平面轮廓由三维瓦片网格投影得到。', en: 'Plan outline projected from the tile mesh.' },
  },
  'footprint.from-surfaces': {
    standing: 'derived',
    text: {
      zh: '平面轮廓由三维模型的边界面投影得到。',
      en: 'Plan outline projected from the boundary surfaces of the 3D model.',
    },
  },
  'people.from-communities': {
    standing: 'derived',
    text: {
      zh: '夜间人口：社区常住人口按居住建筑面积分摊，总数不变。',
      en: 'People at night: the population of the community spread over its residential floor area; totals are kept.',
    },
  },
};

function describeAssumed(id: string, assumptions: Assumptions | undefined): RuleText | null {
  if (id === 'height.from-storeys') {
    const meters = assumptions?.storeyHeightMeters ?? DEFAULT_STOREY_HEIGHT_METERS;
    const source =
      assumptions?.storeyHeightMeters === undefined ? ['缺省', 'default'] : ['配方给定', 'stated in the recipe'];
    return {
      standing: 'assumed',
      text: {
        zh: `高度 = 地上层数 × ${meters} m 层高（${source[0]}假定）。`,
        en: `Height = storeys above ground × ${meters} m per storey (assumed, ${source[1]}).`,
      },
    };
  }
  if (id === 'people.from-density') {
    const densities = Object.entries(assumptions?.peoplePer1000SquareMeters ?? {});
    const list = (locale: keyof LocalizedText) =>
      densities.map(([use, { day, night }]) => `${describeTerm('use', use)[locale]} ${day}/${night}`);
    return {
      standing: 'assumed',
      text: {
        zh: `人口按每 1000 m² 建筑面积的假定人数（昼/夜）：${list('zh').join('、')}。`,
        en: `People assumed per 1,000 m² of floor area (day/night): ${list('en').join(', ')}.`,
      },
    };
  }
  return null;
}

/**
 * Standing and wording of a derivation or assumption rule for the manifest.
 * @param id Rule id as stored in the rows' `derived`.
 * @param assumptions Of the recipe; their figures are named in the text.
 * @returns The rule without its count; an id that is not listed tells itself as derived.
 */
export function describeRule(id: string, assumptions: Assumptions | undefined): RuleText {
  return FIXED_RULES[id] ?? describeAssumed(id, assumptions) ?? { standing: 'derived', text: { zh: id, en: id } };
}

import type { PipeClass } from '../../src/core/city/pipe.ts';

/** Class words with the letters and codes of CJJ 61-2017 appendix B, sub-classes among them. */
const CLASS_WORDS: Record<PipeClass, string> = {
  water:
    '给水 js 供水 自来水 上水 原水 输水 中水 zs 再生水 配水 jp 直饮水 jz 消防 消防水 xs 绿化 ls 循环水 water_supply potable drinking_water',
  drainage:
    '排水 ps 下水 雨水 ys 污水 ws 合流 雨污合流 hs sewer sewage sewerage storm stormwater storm_water wastewater rain combined',
  gas: '燃气 rq 煤气 mq 液化气 yh 天然气 tr natural_gas',
  heat: '热力 rl 供热 热水 rs 蒸汽 zq heating hot_water steam district_heating',
  power: '电力 dl 供电 gd 路灯 ld 信号 电车 dc electricity electric street_light',
  communication: '通信 tx 电信 电话 dh 有线电视 信息网 xx 广播 gb telecom telecommunication telecoms communications',
  industrial: '工业 gy 工业管道 氢 氧 乙炔 乙烯 苯 氯 氮 二氧化碳 氨 甲苯 oil fuel chemical',
  corridor: '综合管廊 综合管沟 管廊 zh utility_corridor utility_tunnel multi_utility_tunnel',
};

/** Materials of CJJ 61-2017 appendix C by name and letter. */
const MATERIAL_WORDS = {
  castIron: '铸铁 铸铁管 zt cast_iron',
  ductileIron: '球墨铸铁 球墨 球墨铸铁管 qm ductile_iron',
  steel: '钢 钢管 g',
  concrete: '混凝土 钢筋混凝土 砼 混凝土管 t reinforced_concrete',
  pe: 'pe管 聚乙烯 hdpe polyethylene',
  pvc: 'pvc管 聚氯乙烯 upvc pvc-u',
  fibreglass: '玻璃钢 blg grp frp',
  masonry: '砖石 砖 石 zs brick',
  asbestosCement: '石棉 石棉水泥 sm',
  ceramic: '陶瓷 陶土 tc clay vitrified_clay',
  copper: '铜 tz',
  opticalFibre: '光纤 光缆 gx fibre fiber',
} as const;

function index<T extends string>(words: Readonly<Record<T, string>>): Map<string, T> {
  return new Map(
    (Object.keys(words) as T[]).flatMap((key) =>
      [key, ...words[key].split(' ')].map((word) => [word.toLowerCase(), key] as const),
    ),
  );
}

const CLASS_OF_WORD = index(CLASS_WORDS);
const MATERIAL_OF_WORD = index(MATERIAL_WORDS);

/** Words are compared in small letters with underscores for spaces. */
function asWord(text: string): string {
  return text.trim().toLowerCase().replaceAll(' ', '_');
}

/**
 * Class of a pipeline from a word, letter or code as surveys write it (`给水`, `JS`, `YS01`, `雨水管道`, `gas`).
 * @returns `null` for 不明 and for words that are not known.
 * Source: CJJ 61-2017 appendix B.
 */
export function normalisePipeClass(text: string): PipeClass | null {
  const word = asWord(text);
  const bare = word.replace(/(管线|管道|管网|管)$/, '');
  const letters = word.replace(/\d+$/, '');
  const stem = letters.replace(/[a-z]+$/, '');
  const known = [word, bare, letters, stem].find((each) => CLASS_OF_WORD.has(each));
  return known === undefined ? null : (CLASS_OF_WORD.get(known) ?? null);
}

/** Material of a pipe; a word that is not known stays as it is. Source: CJJ 61-2017 appendix C. */
export function normalisePipeMaterial(text: string): string {
  return MATERIAL_OF_WORD.get(asWord(text)) ?? text.trim();
}

/** Source words of building use (OpenStreetMap `building=*`, plain English and Chinese) by normalised use. */
const WORDS: Record<string, readonly string[]> = {
  residential:
    'residential apartments house houses detached semidetached_house terrace dormitory bungalow 住宅 居住 居民楼 宿舍 公寓'.split(
      ' ',
    ),
  commercial:
    'commercial retail supermarket shop mall kiosk restaurant cafe bar pub fast_food hotel bakery clothes hardware cinema theatre 商业 商场 酒店 零售'.split(
      ' ',
    ),
  office: 'office offices bank 办公 写字楼'.split(' '),
  industrial: 'industrial warehouse factory manufacture substation storage 工业 厂房 仓库'.split(' '),
  education: 'education school university college kindergarten 教育 学校 幼儿园'.split(' '),
  health: 'health hospital clinic 医疗 医院 卫生院'.split(' '),
  public:
    'public civic government library courthouse fire_station police church mosque temple synagogue place_of_worship sports_centre museum toilets 公共 政府 图书馆'.split(
      ' ',
    ),
  transport: 'transport transportation train_station station parking garage garages hangar 交通 车站 车库'.split(' '),
};

const USE_OF_WORD = new Map(Object.entries(WORDS).flatMap(([use, words]) => words.map((word) => [word, use] as const)));

/**
 * Normalises a word of building use to residential, commercial, office, industrial, education, health, public,
 * transport; other words are kept as they are; `yes` and empty text are unknown.
 */
export function normaliseUse(word: string): string | null {
  const text = word.trim();
  if (text === '' || /^(yes|unknown|unclassified|building)$/i.test(text)) return null;
  return USE_OF_WORD.get(text.toLowerCase()) ?? text;
}

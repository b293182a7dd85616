import type { LocalizedText } from './city-manifest.ts';

type Pair = readonly [zh: string, en: string];

/** Words of the package schema as people say them; vertical EPSG codes with the names of the EPSG dataset. */
const TERMS = {
  hazard: {
    flood: ['洪水', 'flood'],
    waterlogging: ['内涝', 'waterlogging'],
    earthquake: ['地震', 'earthquake'],
    landslide: ['滑坡', 'landslide'],
    subsidence: ['地面沉降', 'subsidence'],
    fire: ['火灾', 'fire'],
    hazmat: ['危险化学品', 'hazardous materials'],
    gas: ['燃气', 'gas'],
    typhoon: ['台风', 'typhoon'],
    tsunami: ['海啸', 'tsunami'],
    stormSurge: ['风暴潮', 'storm surge'],
    volcanic: ['火山', 'volcanic'],
    other: ['其他', 'other'],
  },
  level: {
    red: ['红', 'red'],
    orange: ['橙', 'orange'],
    yellow: ['黄', 'yellow'],
    blue: ['蓝', 'blue'],
    unrated: ['未分级', 'unrated'],
  },
  kind: {
    buildings: ['建筑', 'buildings'],
    infrastructure: ['基础设施', 'infrastructure'],
    pipes: ['管线', 'pipes'],
    network: ['路网', 'network'],
    zones: ['风险区', 'zones'],
    shelters: ['避难场所', 'shelters'],
    communities: ['社区', 'communities'],
    facilities: ['设施', 'facilities'],
    landuse: ['用地', 'land use'],
    water: ['水体', 'water'],
    terrain: ['地形', 'terrain'],
    raster: ['栅格', 'raster'],
    sensors: ['传感器', 'sensors'],
  },
  use: {
    residential: ['居住', 'residential'],
    commercial: ['商业', 'commercial'],
    office: ['办公', 'office'],
    industrial: ['工业', 'industrial'],
    education: ['教育', 'education'],
    health: ['医疗', 'health'],
    public: ['公共', 'public'],
    transport: ['交通', 'transport'],
    other: ['其他', 'other'],
  },
  datum: {
    'EPSG:5773': ['EPSG:5773（EGM96 高程）', 'EPSG:5773 (EGM96 height)'],
    'EPSG:3855': ['EPSG:3855（EGM2008 高程）', 'EPSG:3855 (EGM2008 height)'],
    'EPSG:5798': ['EPSG:5798（EGM84 高程）', 'EPSG:5798 (EGM84 height)'],
    'EPSG:5714': ['EPSG:5714（平均海面高程）', 'EPSG:5714 (mean sea level height)'],
    'EPSG:5736': ['EPSG:5736（1956 黄海高程系）', 'EPSG:5736 (Yellow Sea 1956 height)'],
    'EPSG:5737': ['EPSG:5737（1985 国家高程基准）', 'EPSG:5737 (Yellow Sea 1985 height)'],
    'EPSG:5738': ['EPSG:5738（香港主水平基准）', 'EPSG:5738 (HKPD height)'],
    'EPSG:6695': ['EPSG:6695（JGD2011 高程）', 'EPSG:6695 (JGD2011 (vertical) height)'],
    'EPSG:5709': ['EPSG:5709（荷兰 NAP 高程）', 'EPSG:5709 (NAP height)'],
    'EPSG:5621': ['EPSG:5621（EVRF2007 高程）', 'EPSG:5621 (EVRF2007 height)'],
    'EPSG:5730': ['EPSG:5730（EVRF2000 高程）', 'EPSG:5730 (EVRF2000 height)'],
    'EPSG:5783': ['EPSG:5783（DHHN92 高程）', 'EPSG:5783 (DHHN92 height)'],
    'EPSG:7837': ['EPSG:7837（DHHN2016 高程）', 'EPSG:7837 (DHHN2016 height)'],
    'EPSG:5701': ['EPSG:5701（英国 ODN 高程）', 'EPSG:5701 (ODN height)'],
    'EPSG:5703': ['EPSG:5703（NAVD88 高程）', 'EPSG:5703 (NAVD88 height)'],
    'EPSG:6360': ['EPSG:6360（NAVD88 高程，美制测量英尺）', 'EPSG:6360 (NAVD88 height, US survey feet)'],
    'EPSG:5711': ['EPSG:5711（AHD 高程）', 'EPSG:5711 (AHD height)'],
  },
} as const satisfies Record<string, Record<string, Pair>>;

function isVocabulary(name: string): name is keyof typeof TERMS {
  return Object.hasOwn(TERMS, name);
}

/**
 * Tells a word of the package schema (`flood`, `red`, `buildings`, `residential`, `EPSG:5709`) in both languages.
 * @param vocabulary hazard, level, kind, use or datum; a word of any other vocabulary tells itself.
 * @returns The word itself in both languages when the vocabulary does not have it (words of a source, plain EPSG codes).
 */
export function describeTerm(vocabulary: string, word: string): LocalizedText {
  const words: Record<string, Pair> = isVocabulary(vocabulary) ? TERMS[vocabulary] : {};
  const [zh, en] = (Object.hasOwn(words, word) ? words[word] : undefined) ?? [word, word];
  return { zh, en };
}

/** A national or global height system whose zero lies near the geoid. */
export interface VerticalDatum {
  name: string;
  /** Metres per unit of height. */
  unitMeters: number;
  isEgm96: boolean;
}

const US_SURVEY_FOOT_METERS = 1200 / 3937;

const NAMES: Record<string, [name: string, unitMeters: number]> = {
  'EPSG:5773': ['EGM96 height', 1],
  'EPSG:3855': ['EGM2008 height', 1],
  'EPSG:5798': ['EGM84 height', 1],
  'EPSG:5714': ['mean sea level height', 1],
  'EPSG:5736': ['Yellow Sea 1956 height', 1],
  'EPSG:5737': ['Yellow Sea 1985 height (1985 国家高程基准)', 1],
  'EPSG:5738': ['HKPD height', 1],
  'EPSG:6695': ['JGD2011 (vertical) height', 1],
  'EPSG:5709': ['NAP height', 1],
  'EPSG:5621': ['EVRF2007 height', 1],
  'EPSG:5730': ['EVRF2000 height', 1],
  'EPSG:5783': ['DHHN92 height', 1],
  'EPSG:7837': ['DHHN2016 height', 1],
  'EPSG:5701': ['ODN height', 1],
  'EPSG:5703': ['NAVD88 height', 1],
  'EPSG:6360': ['NAVD88 height (ftUS)', US_SURVEY_FOOT_METERS],
  'EPSG:5711': ['AHD height', 1],
};

/**
 * Finds a height system by name (`EGM96`) or EPSG vertical code. All of them are brought to the ellipsoid with EGM96;
 * only EGM96 itself exactly.
 * @returns `null` for a code that is not listed: its zero and unit are not known here.
 */
export function findVerticalDatum(datum: string): VerticalDatum | null {
  const entry = NAMES[datum === 'EGM96' ? 'EPSG:5773' : datum];
  if (!entry) return null;
  return { name: entry[0], unitMeters: entry[1], isEgm96: datum === 'EGM96' || datum === 'EPSG:5773' };
}

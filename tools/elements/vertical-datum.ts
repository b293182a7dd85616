/** A national or global height system whose zero lies near the geoid. */
export interface VerticalDatum {
  /** Metres per unit of height. */
  unitMeters: number;
  isEgm96: boolean;
}

const US_SURVEY_FOOT_METERS = 1200 / 3937;

const UNIT_METERS: Readonly<Record<string, number>> = {
  'EPSG:5773': 1,
  'EPSG:3855': 1,
  'EPSG:5798': 1,
  'EPSG:5714': 1,
  'EPSG:5736': 1,
  'EPSG:5737': 1,
  'EPSG:5738': 1,
  'EPSG:6695': 1,
  'EPSG:5709': 1,
  'EPSG:5621': 1,
  'EPSG:5730': 1,
  'EPSG:5783': 1,
  'EPSG:7837': 1,
  'EPSG:5701': 1,
  'EPSG:5703': 1,
  'EPSG:6360': US_SURVEY_FOOT_METERS,
  'EPSG:5711': 1,
};

/**
 * Finds a height system by name (`EGM96`) or EPSG vertical code. All of them are brought to the ellipsoid with EGM96;
 * only EGM96 itself exactly.
 * @returns `null` for a code that is not listed: its zero and unit are not known here.
 */
export function findVerticalDatum(datum: string): VerticalDatum | null {
  const unitMeters = UNIT_METERS[datum === 'EGM96' ? 'EPSG:5773' : datum];
  if (unitMeters === undefined) return null;
  return { unitMeters, isEgm96: datum === 'EGM96' || datum === 'EPSG:5773' };
}

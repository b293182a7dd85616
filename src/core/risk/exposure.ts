/** Shape of an exposure measurement (package contract, "JSON answers"); people and areas weighted by the share of the footprint inside. */

/** What lies inside a zone or level. */
export interface Exposure {
  /** Buildings whose footprint area inside is greater than zero. */
  buildings: number;
  footprintAreaSquareMeters: number;
  floorAreaSquareMeters: number;
  peopleDay: number;
  peopleNight: number;
  facilities: number;
  pipesMeters: number;
  /** Exposed buildings without a value, by field: floorArea, peopleDay, peopleNight. */
  unknown: Record<string, number>;
}

/** Exposure of every zone (gross) and, each part counted once at its highest level, by level and in all. */
export interface ExposureResult {
  /** Id of the counting rule, e.g. `footprint-share-1`. */
  rule: string;
  zones: (Exposure & { id: string })[];
  byLevel: Partial<Record<'red' | 'orange' | 'yellow' | 'blue' | 'unrated', Exposure>>;
  union: Exposure;
}

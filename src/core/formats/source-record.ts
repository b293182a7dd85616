/** One feature as it stands in the file. */
export interface SourceRecord {
  /** Record number from 1. */
  row: number;
  id: string | number | null;
  properties: Record<string, unknown>;
  /** What the format itself says beside the properties, e.g. the class of a CityGML feature. */
  facts?: Record<string, string>;
  /** GeoJSON geometry, unchecked; `null` when the record has none. */
  geometry: { type: string; coordinates?: unknown; geometries?: unknown } | null;
}

/** The records of one file and the CRS that it declares (`null` = none, as RFC 7946 wants of GeoJSON). */
export interface SourceRecords {
  records: SourceRecord[];
  crs: string | null;
}

import type { Extent } from '../../city/city-manifest.ts';
import type { SourceRecord } from '../../formats/source-record.ts';

/** A layer of a file as it was read: records with unchecked geometry. */
export interface SourceLayer {
  name: string;
  records: SourceRecord[];
  /** CRS as the file writes it, `null` when it says nothing. */
  declaredCrs: string | null;
  /** CRS that the format itself means: KML always, GeoJSON unless its numbers are no degrees. */
  impliedCrs: string | null;
}

/** A value of a field with how many records have it. */
export interface FieldValue {
  text: string;
  count: number;
}

/** A field of a source layer: how many records fill it, and its most frequent values, at most `MOST_FIELD_VALUES`. */
export interface SourceField {
  name: string;
  filledCount: number;
  distinctCount: number;
  values: FieldValue[];
}

/** A source layer as a person must know it to decide about it. */
export interface SourceLayerSummary {
  name: string;
  recordCount: number;
  /** Records by geometry type as the source names it; `null` = none. */
  geometryTypes: { type: string; count: number }[];
  polygonCount: number;
  vertexCount: number;
  declaredCrs: string | null;
  impliedCrs: string | null;
  /** Smallest and largest x and y of the polygons as written; `null` without a finite position. */
  extent: Extent | null;
  fields: SourceField[];
}

/** More different values than this are counted, not listed. */
export const MOST_FIELD_VALUES = 40;

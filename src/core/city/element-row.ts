/**
 * One row of a city table (`buildings.parquet`, `infrastructure.parquet`): one building or infrastructure
 * element. `null` means unknown, never zero. Columns are stored in this order; `geometry` (WKB polygon or
 * multipolygon, longitude latitude degrees, GeoParquet) and `source` (JSON text) close the row.
 */
export interface ElementRow {
  /** Row number from 0 = feature id in the tiles. */
  row: number;
  /** Source id, unique in its dataset; made from dataset, file and record when the source has none. */
  id: string;
  dataset: string;
  name: string | null;
  address: string | null;
  /** Normalised use: residential, commercial, office, industrial, education, health, public, transport, other, or a source word. */
  use: string | null;
  structure: string | null;
  codeLevel: string | null;
  yearBuilt: number | null;
  storeysAbove: number | null;
  storeysBelow: number | null;
  /** Height of the highest point above the base, metres. */
  heightMeters: number | null;
  groundFloorHeightMeters: number | null;
  /** Lowest point, metres above the ellipsoid as drawn; see the dataset's height datum. */
  baseHeightMeters: number | null;
  /** Plan area of the footprint in the project CRS. */
  footprintAreaSquareMeters: number | null;
  floorAreaSquareMeters: number | null;
  peopleDay: number | null;
  peopleNight: number | null;
  value: number | null;
  /** Centroid of the footprint, degrees. */
  lon: number;
  lat: number;
  /** Bounding box of the footprint, degrees. */
  xmin: number;
  ymin: number;
  xmax: number;
  ymax: number;
  /** JSON object: column name → id of the derivation or assumption rule that made its value; `{}` when all is given. */
  derived: string;
  /** JSON object: source attributes, untouched. */
  source: string;
}

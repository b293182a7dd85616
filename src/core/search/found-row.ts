import type { Extent } from '../city/city-manifest.ts';

/** A row of a city table that answers a search: what tells it from others, and where it lies; `null` = unknown. */
export interface FoundRow {
  row: number;
  id: string;
  name: string | null;
  address: string | null;
  /** As in `ElementRow`. */
  use: string | null;
  /** Box of the footprint: west, south, east, north in degrees. */
  extent: Extent;
}

import type { GeodeticPosition } from '../geometry/coordinates.ts';

/** What lies under the pointer, in plain data; `row` is the row of the tileset's table, `null` when it has none. */
export type ScenePick =
  | { kind: 'element'; tilesetId: string; row: number | null; position: GeodeticPosition | null }
  | { kind: 'shelter'; id: string; position: GeodeticPosition | null }
  | { kind: 'ground'; position: GeodeticPosition };

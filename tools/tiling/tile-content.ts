/** A content with more features than this is damaged: a tile is a few megabytes. */
export const MOST_FEATURES = 10_000_000;

/** One thing of a content that can be picked. */
export interface ContentFeature {
  /** Feature id or batch id in this content. */
  id: number;
  /** Attributes as the content's tables tell them. */
  properties: Record<string, unknown>;
}

/** What a tile content holds, decoded. */
export interface TileContent {
  features: ContentFeature[];
  /** x y z per corner, nine numbers per triangle, metres, z up, in the coordinates of the tile. */
  triangles: Float64Array;
  /** Feature id per triangle; −1 = belongs to none. */
  triangleFeature: Int32Array;
  /**
   * True when several parts of a composite number their features from 0, so that a feature id alone does not tell
   * which is meant; ids here then count on through the parts.
   */
  ambiguousIds: boolean;
}

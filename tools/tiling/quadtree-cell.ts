/**
 * One cell of the fixed global grid on which tiles are cut. At level L the world is cut into 2^(L+1) × 2^L cells of
 * 180 / 2^L degrees; x counts eastward from −180°, y northward from −90°. The grid does not depend on the data, so
 * any slice of a city can be built alone. Level 9 cells are about 39 km high, level 15 cells about 610 m.
 */
export interface QuadtreeCell {
  level: number;
  x: number;
  y: number;
}

/** Level at which partitioning starts; coarser cells only group these. */
export const COARSEST_LEVEL = 9;
/** Level at which partitioning stops, about 5 m: what shares such a cell cannot be told apart on a map. */
export const FINEST_LEVEL = 22;

/** Cell of a level that contains a position; longitude and latitude in degrees. */
export function findCell(lon: number, lat: number, level: number): QuadtreeCell {
  const perDegree = 2 ** level / 180;
  const clamp = (value: number, count: number) => Math.min(Math.max(Math.floor(value), 0), count - 1);
  return {
    level,
    x: clamp((lon + 180) * perDegree, 2 ** (level + 1)),
    y: clamp((lat + 90) * perDegree, 2 ** level),
  };
}

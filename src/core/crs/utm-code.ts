/**
 * EPSG code of the WGS 84 / UTM zone that a place lies in by its longitude alone, e.g. `EPSG:32650`.
 * @param lon Degrees east, -180 … 180. @param lat Degrees north; the equator counts as north.
 * Limits: the exceptions of south-west Norway and Svalbard are not made; nothing is said of latitudes beyond 84° N and 80° S.
 */
export function utmCodeOf(lon: number, lat: number): string {
  const zone = Math.min(60, Math.floor((lon + 180) / 6) + 1);
  return `EPSG:${(lat < 0 ? 32700 : 32600) + zone}`;
}

/** ESRI names of coordinate systems (`.prj` files carry no EPSG code) by pattern. */
const NAMED: readonly [RegExp, (match: RegExpExecArray) => number][] = [
  [/CGCS2000[_ ]3[_ ]Degree[_ ]GK[_ ]CM[_ ](\d+)E/i, (match) => 4509 + Number(match[1]) / 3],
  [/CGCS2000[_ ]3[_ ]Degree[_ ]GK[_ ]Zone[_ ](\d+)/i, (match) => 4488 + Number(match[1])],
  [/CGCS2000[_ ]GK[_ ]CM[_ ](\d+)E/i, (match) => 4502 + (Number(match[1]) - 75) / 6],
  [/CGCS2000[_ ]GK[_ ]Zone[_ ](\d+)/i, (match) => 4478 + Number(match[1])],
  [/WGS[_ ]1984[_ ]UTM[_ ]Zone[_ ](\d+)N/i, (match) => 32600 + Number(match[1])],
  [/WGS[_ ]1984[_ ]UTM[_ ]Zone[_ ](\d+)S/i, (match) => 32700 + Number(match[1])],
  [/WGS[_ ]1984[_ ]Web[_ ]Mercator/i, () => 3857],
  [/^PROJCS\["RD_New"/i, () => 28992],
  [/^GEOGCS\["(GCS_)?(China_Geodetic_Coordinate_System_2000|CGCS2000)/i, () => 4490],
  [/^GEOGCS\["(GCS_)?WGS[_ ](19)?84"/i, () => 4326],
  [/^GEOGCS\["(GCS_)?JGD[_ ]2011"/i, () => 6668],
  [/^GEOGCS\["(GCS_)?North_American_1983"/i, () => 4269],
];

/**
 * Finds the EPSG code of a `.prj` file (WKT 1): the outermost AUTHORITY when there is one, else by the ESRI name.
 * @returns `EPSG:code`, or the system's own name when it is not known here, so that the refusal can tell it.
 */
export function crsOfPrj(wkt: string): string {
  const text = wkt.trim();
  const authority = /AUTHORITY\["EPSG",\s*"?(\d+)"?\]\s*\]$/i.exec(text);
  if (authority) return `EPSG:${authority[1]}`;
  for (const [pattern, code] of NAMED) {
    const match = pattern.exec(text);
    if (match) return `EPSG:${code(match)}`;
  }
  return /^\w+\["([^"]+)"/.exec(text)?.[1] ?? 'PRJ';
}

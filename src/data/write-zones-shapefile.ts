import { describeWkt } from '../core/crs/describe-wkt.ts';
import type { Projection } from '../core/crs/projection.ts';
import { buildZip } from '../core/report/build-zip.ts';
import { type CutTexts, encodeDbaseTable } from '../core/zones/exchange/encode-dbase-table.ts';
import { encodeShapes } from '../core/zones/exchange/encode-shapes.ts';
import { projectShape } from '../core/zones/exchange/project-shape.ts';
import { ZONE_COLUMNS } from '../core/zones/exchange/zone-table.ts';
import type { Zone } from '../core/zones/zone.ts';

/** The names of a shapefile have ten characters: which is which, for who opens the archive. */
function describeColumns(crs: string, cut: readonly CutTexts[]): string {
  const names = ZONE_COLUMNS.map(({ name, shortName }) => `${shortName.padEnd(12)}${name}`);
  const told = cut.map(({ column, count }) => `${column}: ${count}`);
  return [
    `CRS: ${crs}`,
    'Encoding: UTF-8',
    '',
    'Field       Property',
    ...names,
    ...(told.length > 0 ? ['', 'Texts cut to 254 bytes:', ...told] : []),
    '',
  ].join('\r\n');
}

/** Packs zones as a zipped shapefile in the given CRS, text in UTF-8 (.cpg), with a list of the shortened field names. */
export function writeShapefile(zones: readonly Zone[], projection: Projection): { bytes: Uint8Array; cut: CutTexts[] } {
  const encode = (text: string) => new TextEncoder().encode(text);
  const { shp, shx } = encodeShapes(zones.map((zone) => projectShape(zone, projection)));
  const table = encodeDbaseTable(zones, encode);
  const wkt = describeWkt(projection.code);
  const bytes = buildZip({
    'zones.shp': shp,
    'zones.shx': shx,
    'zones.dbf': table.bytes,
    'zones.cpg': encode('UTF-8'),
    ...(wkt ? { 'zones.prj': encode(wkt) } : {}),
    'fields.txt': encode(describeColumns(projection.code, table.cut)),
  });
  return { bytes, cut: table.cut };
}

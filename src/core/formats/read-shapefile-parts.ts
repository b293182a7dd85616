import { openDbf, openShp } from 'shapefile';
import type { Issue, IssuePlace, Outcome } from '../city/issue.ts';
import { crsOfPrj } from './prj.ts';
import type { SourceRecord, SourceRecords } from './source-record.ts';
import { type DecodeText, normaliseEncoding } from './text-encoding.ts';

type Report = (issue: Issue) => void;

/** The files that make one shapefile; all but the first may be missing. */
export interface ShapefileParts {
  shp: Uint8Array;
  dbf: Uint8Array | null;
  cpg: Uint8Array | null;
  prj: Uint8Array | null;
}

/** Language driver byte of GBK tables in the DBF header. */
const GBK_DRIVER = 0x4d;

function chooseEncoding(
  dbf: Uint8Array,
  cpg: Uint8Array | null,
  decode: DecodeText,
  guessed: (encoding: string) => void,
): string {
  const stated = cpg ? (decode(cpg, 'utf-8') ?? '').trim() : '';
  const known = stated ? normaliseEncoding(stated, decode) : null;
  if (known) return known;
  if (dbf[29] === GBK_DRIVER) return 'gb18030';
  // Field descriptors hold arbitrary bytes; only names and records are text.
  const headerLength = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength).getUint16(8, true);
  const names: number[] = [];
  for (let at = 32; at + 32 <= headerLength && dbf[at] !== 0x0d; at += 32) names.push(...dbf.subarray(at, at + 11));
  const records = decode(dbf.subarray(headerLength), 'utf-8');
  if (records !== null && decode(Uint8Array.from(names), 'utf-8') !== null) return 'utf-8';
  guessed('GBK (gb18030)');
  return 'gb18030';
}

function toPlainValue(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return value;
}

/** Exact bytes in an own buffer: the reader wants an ArrayBuffer, given bytes may be slices of a pool. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

async function readAll<T>(next: () => Promise<{ done: boolean; value: T }>): Promise<{ values: T[]; broken: boolean }> {
  const values: T[] = [];
  try {
    for (;;) {
      const { done, value } = await next();
      if (done) return { values, broken: false };
      values.push(value);
    }
  } catch {
    return { values, broken: true };
  }
}

/** Length that the header of a .shp promises, in bytes (big-endian count of 16-bit words at byte 24). */
function promisedLength(shp: Uint8Array): number {
  return new DataView(shp.buffer, shp.byteOffset, shp.byteLength).getInt32(24) * 2;
}

/**
 * Reads an ESRI shapefile from the bytes of its parts. Text is UTF-8 or GBK by .cpg, else by the DBF's language byte,
 * else by trying (`text.encodingGuessed`).
 * @param decode The platform's decoder.
 * Errors: `shapefile.damaged` when not even the header can be read. Reports `shapefile.cut` with the last good record
 * when the file ends early (the rest is lost), `shapefile.noTable` without a .dbf.
 * Source: ESRI Shapefile Technical Description (1998).
 */
export async function readShapefileParts(
  { shp, dbf, cpg, prj }: ShapefileParts,
  decode: DecodeText,
  place: IssuePlace,
  report: Report,
): Promise<Outcome<SourceRecords>> {
  const damaged: Outcome<never> = { ok: false, issue: { code: 'shapefile.damaged', severity: 'error', place } };
  if (shp.byteLength < 100) return damaged;
  const shapes = await openShp(ownBuffer(shp)).catch(() => null);
  if (!shapes) return damaged;
  const geometries = await readAll(() => shapes.read());
  if (geometries.broken || promisedLength(shp) > shp.byteLength) {
    report({ code: 'shapefile.cut', severity: 'warning', place: { ...place, row: geometries.values.length } });
  }
  let rows: Record<string, unknown>[] = [];
  if (dbf && dbf.byteLength >= 32) {
    const encoding = chooseEncoding(dbf, cpg, decode, (name) =>
      report({ code: 'text.encodingGuessed', severity: 'note', place, values: { encoding: name } }),
    );
    const table = await openDbf(ownBuffer(dbf), { encoding }).catch(() => null);
    rows = table ? (await readAll(() => table.read())).values.map((row) => row ?? {}) : [];
  }
  if (rows.length === 0 && geometries.values.length > 0)
    report({ code: 'shapefile.noTable', severity: 'warning', place });
  const records = geometries.values.map((geometry, index): SourceRecord => {
    const properties = Object.entries(rows[index] ?? {}).map(([name, value]) => [name, toPlainValue(value)] as const);
    return { row: index + 1, id: null, properties: Object.fromEntries(properties), geometry };
  });
  return { ok: true, value: { records, crs: prj ? crsOfPrj(decode(prj, 'utf-8') ?? '') : null } };
}

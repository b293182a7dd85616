import { readFile } from 'node:fs/promises';
import { openDbf, openShp } from 'shapefile';
import type { Issue, IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import type { GeojsonFile, SourceRecord } from './geojson.ts';
import { crsOfPrj } from './prj.ts';
import { readBytes } from './read-bytes.ts';
import { isValidIn, normaliseEncoding } from './text-encoding.ts';

type Report = (issue: Issue) => void;

/** A file beside the .shp, with its ending in either case; `null` when there is none. */
async function readSibling(path: string, ending: string): Promise<Uint8Array | null> {
  const stem = path.replace(/\.shp$/i, '');
  for (const candidate of [`${stem}.${ending}`, `${stem}.${ending.toUpperCase()}`]) {
    const bytes = await readFile(candidate).catch(() => null);
    if (bytes) return bytes;
  }
  return null;
}

/** Language driver byte of GBK tables in the DBF header. */
const GBK_DRIVER = 0x4d;

function chooseEncoding(dbf: Uint8Array, cpg: Uint8Array | null, place: IssuePlace, report: Report): string {
  const stated = cpg ? new TextDecoder().decode(cpg).trim() : '';
  const known = stated ? normaliseEncoding(stated) : null;
  if (known) return known;
  if (dbf[29] === GBK_DRIVER) return 'gb18030';
  // Field descriptors hold arbitrary bytes; only names and records are text.
  const headerLength = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength).getUint16(8, true);
  const names: number[] = [];
  for (let at = 32; at + 32 <= headerLength && dbf[at] !== 0x0d; at += 32) names.push(...dbf.subarray(at, at + 11));
  const text = isValidIn(dbf.subarray(headerLength), 'utf-8') && isValidIn(Uint8Array.from(names), 'utf-8');
  const encoding = text ? 'utf-8' : 'gb18030';
  if (encoding !== 'utf-8') {
    report({ code: 'text.encodingGuessed', severity: 'note', place, values: { encoding: 'GBK (gb18030)' } });
  }
  return encoding;
}

function toPlainValue(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return value;
}

/** Exact bytes in an own buffer: the reader wants an ArrayBuffer, Node's buffers are slices of a pool. */
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
 * Reads an ESRI shapefile (.shp with .dbf, .cpg, .prj beside it). Text is UTF-8 or GBK by .cpg, else by the DBF's
 * language byte, else by trying (`text.encodingGuessed`).
 * Errors: `file.unreadable`, `shapefile.damaged` when not even the header can be read. Reports `shapefile.cut` with the
 * last good record when the file ends early (the rest is lost), `shapefile.noTable` without a .dbf.
 * Source: ESRI Shapefile Technical Description (1998).
 */
export async function readShapefile(path: string, place: IssuePlace, report: Report): Promise<Outcome<GeojsonFile>> {
  const shp = await readBytes(path, place);
  if (!shp.ok) return shp;
  const damaged: Outcome<never> = { ok: false, issue: { code: 'shapefile.damaged', severity: 'error', place } };
  if (shp.value.byteLength < 100) return damaged;
  const [dbf, cpg, prj] = await Promise.all([
    readSibling(path, 'dbf'),
    readSibling(path, 'cpg'),
    readSibling(path, 'prj'),
  ]);
  const shapes = await openShp(ownBuffer(shp.value)).catch(() => null);
  if (!shapes) return damaged;
  const geometries = await readAll(() => shapes.read());
  if (geometries.broken || promisedLength(shp.value) > shp.value.byteLength) {
    report({ code: 'shapefile.cut', severity: 'warning', place: { ...place, row: geometries.values.length } });
  }
  let rows: Record<string, unknown>[] = [];
  if (dbf) {
    const encoding = chooseEncoding(dbf, cpg, place, report);
    const table = await openDbf(ownBuffer(dbf), { encoding }).catch(() => null);
    rows = table ? (await readAll(() => table.read())).values.map((row) => row ?? {}) : [];
  }
  if (rows.length === 0 && geometries.values.length > 0)
    report({ code: 'shapefile.noTable', severity: 'warning', place });
  const records = geometries.values.map((geometry, index): SourceRecord => {
    const properties = Object.entries(rows[index] ?? {}).map(([name, value]) => [name, toPlainValue(value)] as const);
    return { row: index + 1, id: null, properties: Object.fromEntries(properties), geometry };
  });
  return { ok: true, value: { records, crs: prj ? crsOfPrj(new TextDecoder().decode(prj)) : null } };
}

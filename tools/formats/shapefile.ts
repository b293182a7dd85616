import { readFile } from 'node:fs/promises';
import type { Issue, IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import { readShapefileParts } from '../../src/core/formats/read-shapefile-parts.ts';
import type { SourceRecords } from '../../src/core/formats/source-record.ts';
import { readBytes } from './read-bytes.ts';
import { decodeIn } from './text-encoding.ts';

/** A file beside the .shp, with its ending in either case; `null` when there is none. */
async function readSibling(path: string, ending: string): Promise<Uint8Array | null> {
  const stem = path.replace(/\.shp$/i, '');
  for (const candidate of [`${stem}.${ending}`, `${stem}.${ending.toUpperCase()}`]) {
    const bytes = await readFile(candidate).catch(() => null);
    if (bytes) return bytes;
  }
  return null;
}

/**
 * Reads an ESRI shapefile (.shp with .dbf, .cpg, .prj beside it).
 * Errors: `file.unreadable` and those of `readShapefileParts`, with what it reports.
 */
export async function readShapefile(
  path: string,
  place: IssuePlace,
  report: (issue: Issue) => void,
): Promise<Outcome<SourceRecords>> {
  const shp = await readBytes(path, place);
  if (!shp.ok) return shp;
  const [dbf, cpg, prj] = await Promise.all([
    readSibling(path, 'dbf'),
    readSibling(path, 'cpg'),
    readSibling(path, 'prj'),
  ]);
  return readShapefileParts({ shp: shp.value, dbf, cpg, prj }, decodeIn, place, report);
}

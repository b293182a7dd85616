import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';

/** A raster of heights: row 0 is the northernmost, NaN = no data. */
export interface HeightRaster {
  columns: number;
  rows: number;
  /** Middle of the south-west cell, in units of its CRS. */
  x: number;
  y: number;
  cellSize: number;
  heights: Float32Array;
}

const HEADER_WORDS = ['ncols', 'nrows', 'xllcorner', 'xllcenter', 'yllcorner', 'yllcenter', 'cellsize', 'nodata_value'];
/** Cells of a raster that is still read into memory. */
const MOST_CELLS = 100_000_000;

function readHeader(text: string): { values: Map<string, number>; end: number } {
  const values = new Map<string, number>();
  let end = 0;
  for (const line of text.matchAll(/^[ \t]*([a-z_]+)[ \t]+(\S+)[ \t]*\r?\n/gim)) {
    const word = (line[1] ?? '').toLowerCase();
    if (line.index !== end || !HEADER_WORDS.includes(word)) break;
    values.set(word, Number(line[2]));
    end = line.index + line[0].length;
  }
  return { values, end };
}

/**
 * Reads an Esri ASCII raster (`.asc`): header of `ncols`, `nrows`, `xllcorner` or `xllcenter`, `yllcorner` or `yllcenter`,
 * `cellsize`, optionally `NODATA_value`; then the heights row by row from the north.
 * Errors: `raster.badHeader`, `raster.tooLarge`, `raster.cut` (fewer numbers than the header says, values `expected`, `found`).
 * Limits: 100 million cells.
 */
export function parseAsciiGrid(text: string, place: IssuePlace): Outcome<HeightRaster> {
  const refuse = (code: string, values: Record<string, number>): Outcome<never> => {
    return { ok: false, issue: { code, severity: 'error', place, values } };
  };
  const { values, end } = readHeader(text);
  const [columns = 0, rows = 0, cellSize = 0] = [values.get('ncols'), values.get('nrows'), values.get('cellsize')];
  const x = values.get('xllcenter') ?? (values.get('xllcorner') ?? Number.NaN) + cellSize / 2;
  const y = values.get('yllcenter') ?? (values.get('yllcorner') ?? Number.NaN) + cellSize / 2;
  const isSound = Number.isInteger(columns) && columns > 1 && Number.isInteger(rows) && rows > 1 && cellSize > 0;
  if (!isSound || !Number.isFinite(x) || !Number.isFinite(y)) return refuse('raster.badHeader', { columns, rows });
  if (columns * rows > MOST_CELLS) return refuse('raster.tooLarge', { cells: columns * rows, most: MOST_CELLS });
  const missing = values.get('nodata_value');
  const heights = new Float32Array(columns * rows);
  let found = 0;
  for (const word of text.slice(end).matchAll(/\S+/g)) {
    if (found === heights.length) break;
    const height = Number(word[0]);
    heights[found] = height === missing ? Number.NaN : height;
    found += 1;
  }
  if (found < heights.length) return refuse('raster.cut', { expected: heights.length, found });
  return { ok: true, value: { columns, rows, x, y, cellSize, heights } };
}

import type { Rgb } from './parse-color.ts';

/** Pixels in a line of the picture that holds a colour per row of a table. */
export const ROW_COLORS_WIDTH = 1024;

/** Colour of rows that were chosen together, above any other: unlike every level, palette and the single selection. */
export const CHOSEN_ROWS_COLOR = '#d6249f';

/** Bytes of the picture for so many rows: red, green, blue, opacity; whole lines, at least one. */
export function rowColorBytes(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROW_COLORS_WIDTH)) * ROW_COLORS_WIDTH * 4;
}

/**
 * Gives every row of a table the colour of its class.
 * @param classOfRow Place in `palette` by row; a place beyond its end leaves the row as it is (opacity 0).
 * @param palette At most 256 colours.
 * @returns Picture of `rowColorBytes` bytes, row 0 first, opacity 255 where a row has a colour.
 */
export function colorRows(classOfRow: Uint8Array, palette: readonly Rgb[]): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(256);
  const bytes = new Uint8Array(words.buffer);
  for (const [at, [red, green, blue]] of palette.entries()) bytes.set([red, green, blue, 255], at * 4);
  const picture = new Uint32Array(rowColorBytes(classOfRow.length) / 4);
  for (let row = 0; row < classOfRow.length; row += 1) picture[row] = words[classOfRow[row]!]!;
  return new Uint8Array(picture.buffer);
}

/**
 * Colours chosen rows above what is there.
 * @param base Picture of `colorRows`; `null` for none. It is not changed.
 * @param rows Row numbers in any order; those beyond the table are left out.
 */
export function colorChosenRows(
  base: Uint8Array | null,
  rowCount: number,
  rows: Uint32Array,
  [red, green, blue]: Rgb,
): Uint8Array<ArrayBuffer> {
  const picture = base ? new Uint8Array(base) : new Uint8Array(rowColorBytes(rowCount));
  const words = new Uint32Array(picture.buffer);
  const [word = 0] = new Uint32Array(Uint8Array.of(red, green, blue, 255).buffer);
  for (const row of rows) if (row < rowCount) words[row] = word;
  return picture;
}

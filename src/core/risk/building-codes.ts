/** One text column of a table in codes. */
export interface CodedColumn {
  /** Distinct values in the order of their first row; `null` = unknown. */
  values: readonly (string | null)[];
  /** Place in `values`, by row. */
  codes: Uint16Array;
}

/** What the buildings of a table are used for and built of. */
export interface BuildingCodes {
  use: CodedColumn;
  structure: CodedColumn;
}

const MOST_VALUES = 65_535;

/** Codes a text column; values beyond the 65,535th distinct one are counted with the unknown. */
export function codeColumn(column: readonly unknown[]): CodedColumn {
  const places = new Map<string | null, number>([[null, 0]]);
  const codes = Uint16Array.from(column, (value) => {
    const text = typeof value === 'string' ? value : null;
    const known = places.get(text);
    if (known !== undefined) return known;
    if (places.size > MOST_VALUES) return 0;
    places.set(text, places.size);
    return places.size - 1;
  });
  return { values: [...places.keys()], codes };
}

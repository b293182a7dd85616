/** One problem of the input, the package or a running session, as a value that can be counted and told. */

/** Where in the input a problem lies; every part that is known is given. */
export interface IssuePlace {
  /** File as the user knows it: relative to the recipe, or a URL relative to the package. */
  file?: string;
  /** Dataset or layer id. */
  layer?: string;
  /** Record in the file, counted from 1 as people count. */
  row?: number;
  /** Byte offset, when no record number exists. */
  byte?: number;
  /** Source id of the element, when known. */
  id?: string;
}

/** `error` refuses the file or record, `warning` changes or doubts it, `note` tells a decision. */
export type IssueSeverity = 'error' | 'warning' | 'note';

export interface Issue {
  /** Dotted code, e.g. `geojson.cut`; its texts are in `issue-texts.ts`. */
  code: string;
  severity: IssueSeverity;
  place: IssuePlace;
  /** Values that the text names, e.g. `{ expected: 'EPSG:4326' }`. */
  values?: Record<string, string | number>;
}

/** Result of a fallible border operation: a value, or an issue that says why not. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; issue: Issue };

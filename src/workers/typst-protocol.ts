import type { Issue } from '../core/city/issue.ts';

/** Steps of making a PDF, in order. */
export type TypstStep = 'compiler' | 'fonts' | 'layout';

/** One PDF to be made: the files of a Typst run and where compiler fonts lie on the own host. */
export interface TypstRequest {
  id: number;
  main: string;
  files: Record<string, string | Uint8Array>;
  /** Absolute URL of the folder of the report's fonts, ending in `/`. */
  fontBaseUrl: string;
}

/** What the Typst worker tells: the step it is in, then the PDF or an issue (`report.*`). */
export type TypstAnswer =
  | { type: 'step'; id: number; step: TypstStep }
  | { type: 'done'; id: number; pdf: Uint8Array }
  | { type: 'failed'; id: number; issue: Issue };

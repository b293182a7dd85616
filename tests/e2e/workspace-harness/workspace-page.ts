import type { EditedDocument } from '../../../src/core/workspace/edit-log.ts';
import type { Storage } from '../../../src/state/workspace.ts';

/** One stroke on the paper city: a zone put (`note` tells its states apart) or deleted, the last step undone or done again. */
export type Stroke =
  | { kind: 'put'; id: string; note: string }
  | { kind: 'delete'; id: string }
  | { kind: 'undo' }
  | { kind: 'redo' };

/** What the test page offers: the app's own store, keeping and chip, on a city that is nothing but zones. */
export interface WorkspacePage {
  /** @param note State of the package's zones; a package with another state has another `sha256`. */
  open(cityId: string, zoneIds: string[], sha256: string, note?: string): void;
  /** @param editId Id of the edit that the stroke makes. */
  stroke(stroke: Stroke, editId: string): void;
  /** Makes strokes one after another with pauses up to `mostMilliseconds`; each is counted as made, then as confirmed. */
  scribble(strokes: Stroke[], firstId: number, mostMilliseconds: number): void;
  work(): EditedDocument;
  storage(): Storage;
}

declare global {
  interface Window {
    workspace: WorkspacePage;
    /** Offered by the test: strokes made, and strokes made when all of them were on disk. */
    tellMade?: (count: number) => void;
    tellConfirmed?: (count: number) => void;
  }
}

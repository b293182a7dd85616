import type { DocumentChange, WorkspaceEdit } from '../core/workspace/workspace-edit.ts';
import { happened } from '../state/happened.ts';

/** A new id: 128 random bits as hexadecimal text. `crypto.randomUUID` is missing on plain-http intranet pages. */
export function createId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Records one undoable step of the user's work; `step.code` has its words in the namespace `history`. */
export function recordEdit(step: WorkspaceEdit['step'], changes: DocumentChange[]): void {
  happened.edited({ id: createId(), at: new Date().toISOString(), step, changes });
}

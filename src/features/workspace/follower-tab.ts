import { type EditedDocument, takeEntry } from '../../core/workspace/edit-log.ts';
import { restoreWorkspace } from '../../core/workspace/kept-workspace.ts';
import { applyEdit } from '../../core/workspace/workspace-edit.ts';
import { happened } from '../../state/happened.ts';
import { presentWork, type SessionBase } from './session-base.ts';
import type { TabMessage } from './tab-channel.ts';

/** The tab that shows what another one edits. */
export interface FollowerTab {
  /** Number of the last entry that is shown. */
  readonly shown: number;
  hear(message: TabMessage): void;
  end(): void;
}

/** Follows the editing tab: first what is on disk, then entry by entry; after a gap it asks for the whole. */
export function openFollowerTab(base: SessionBase, alreadyShown: number): FollowerTab {
  let shown = alreadyShown;
  let active = true;
  const show = (edited: EditedDocument, sequence: number): void => {
    shown = sequence;
    happened.documentRestored(edited);
  };
  happened.storageChanged({ status: 'following' });
  void base.database.read(base.cityId).then((read) => {
    if (!active) return;
    const restored = read.ok ? restoreWorkspace(base, read.value.kept, read.value.entries) : null;
    if (restored && restored.sequence > shown) show(restored.edited, restored.sequence);
    base.channel.post({ kind: 'stateAsked', sequence: shown });
  });
  return {
    get shown() {
      return shown;
    },
    hear(message) {
      if (message.kind === 'entry' && message.sequence === shown + 1) {
        show(takeEntry(presentWork(), message.entry), message.sequence);
      } else if (message.kind === 'entry' && message.sequence > shown) {
        base.channel.post({ kind: 'stateAsked', sequence: shown });
      } else if (message.kind === 'state' && message.sequence > shown) {
        // A page with another package of the city cannot be told by differences; the disk tells it when it edits itself.
        if (message.packageIdentity !== base.packageIdentity) return;
        const document = applyEdit(base.document, { changes: message.changes });
        show({ document, history: message.history }, message.sequence);
      }
    },
    end() {
      active = false;
    },
  };
}

import type { LogEntry } from '../../core/workspace/edit-log.ts';
import { packOutlines, unpackOutlines } from '../../core/workspace/pack-outlines.ts';
import type { DocumentChange, EditHistory } from '../../core/workspace/workspace-edit.ts';

/** What tabs of one city tell each other. Numbers are those of the change log. */
export type TabMessage =
  /** From the editing tab: it took an entry in. */
  | { kind: 'entry'; sequence: number; entry: LogEntry }
  /** From a following tab: it has the work up to here and wants what is newer. */
  | { kind: 'stateAsked'; sequence: number }
  /** From the editing tab: all of it, as differences from the package. */
  | { kind: 'state'; sequence: number; packageIdentity: string; changes: DocumentChange[]; history: EditHistory }
  /** From a following tab: it wants to edit. */
  | { kind: 'rightAsked'; by: string }
  /** From the tab that edited: it lets go in favour of the one that asked. */
  | { kind: 'rightGiven'; to: string };

export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

/** Opens the line between the tabs of a city. Entries are told from when there is another tab: it was heard, or followed. */
export function openTabChannel(cityId: string, onMessage: (message: TabMessage) => void): TabChannel {
  const channel = new BroadcastChannel(`workspace:${cityId}`);
  let hasCompany = false;
  channel.onmessage = (event: MessageEvent<unknown>) => {
    hasCompany = true;
    onMessage(unpackOutlines(event.data) as TabMessage);
  };
  return {
    post(message) {
      hasCompany ||= message.kind !== 'entry';
      if (hasCompany) channel.postMessage(packOutlines(message));
    },
    close: () => channel.close(),
  };
}

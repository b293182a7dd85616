import type { LogEntry } from '../../core/workspace/edit-log.ts';
import { type EditRight, requestEditRight } from './edit-right.ts';
import { type EditorTab, openEditorTab } from './editor-tab.ts';
import { type FollowerTab, openFollowerTab } from './follower-tab.ts';
import type { SessionBase } from './session-base.ts';
import { openTabChannel, type TabMessage } from './tab-channel.ts';

/** A tab that does not let go in this time is taken for stuck. */
const ANSWER_MILLISECONDS = 3000;

/** `opening` lasts on when the disk cannot be read: entries then wait in `early`. */
type Role =
  | { kind: 'opening'; early: LogEntry[]; shown: number; right: EditRight | null }
  | { kind: 'editor'; tab: EditorTab; right: EditRight }
  | { kind: 'follower'; tab: FollowerTab; waiting: AbortController }
  | { kind: 'closed' };

/** The keeping of one open city: this tab edits and writes, or follows the tab that does; roles change as tabs come, go and ask. */
export class EditSession {
  private readonly base: SessionBase;
  private readonly name = `${Date.now()}-${Math.random()}`;
  private role: Role = { kind: 'opening', early: [], shown: 0, right: null };
  /** Tab that the right was last given to: others let it pass. */
  private favoured: string | null = null;

  /** Runs from the asking for the right until this tab has it. */
  private seizing: ReturnType<typeof setTimeout> | undefined;

  /** @param before Resolves when the session before has closed. */
  constructor(plan: Omit<SessionBase, 'channel'>, before: Promise<void>) {
    this.base = { ...plan, channel: openTabChannel(plan.cityId, this.hear) };
    void before.then(() => this.begin());
  }

  private async begin(): Promise<void> {
    if (this.role.kind === 'closed') return;
    const right = await this.request('ifFree');
    if (this.role.kind !== 'opening') right?.release();
    else if (right) await this.edit(right, 0);
    else this.followOthers(0);
  }

  /** An entry of the change log was taken in. */
  take(entry: LogEntry): void {
    if (this.role.kind === 'opening') this.role.early.push(entry);
    else if (this.role.kind === 'editor') this.role.tab.take(entry);
  }

  /** Makes this tab the one that edits. */
  takeOver(): void {
    if (this.role.kind !== 'follower') return;
    this.base.channel.post({ kind: 'rightAsked', by: this.name });
    clearTimeout(this.seizing);
    this.seizing = setTimeout(() => void this.seize(), ANSWER_MILLISECONDS);
  }

  /** Tries once more to read or write what lives in memory only. */
  retry(): void {
    if (this.role.kind === 'editor') this.role.tab.retry();
    else if (this.role.kind === 'opening' && this.role.right) void this.edit(this.role.right, this.role.shown);
  }

  /** The pairs that a newer package left open have been decided. */
  conflictsDecided(): void {
    if (this.role.kind === 'editor') this.role.tab.conflictsDecided();
  }

  /** Resolves when all is written and the right to edit is free again. */
  async close(): Promise<void> {
    const { role } = this;
    clearTimeout(this.seizing);
    this.role = { kind: 'closed' };
    if (role.kind === 'follower') {
      role.tab.end();
      role.waiting.abort();
    }
    if (role.kind === 'editor') await role.tab.end();
    if (role.kind === 'editor' || role.kind === 'opening') role.right?.release();
    this.base.channel.close();
    this.base.database.close();
  }

  private request(mode: 'ifFree' | 'wait' | 'steal', signal?: AbortSignal): Promise<EditRight | null> {
    return requestEditRight(this.base.cityId, { mode, onLost: this.lose, ...(signal ? { signal } : {}) });
  }

  private async edit(right: EditRight, shown: number): Promise<void> {
    clearTimeout(this.seizing);
    if (this.role.kind === 'follower') {
      this.role.tab.end();
      this.role.waiting.abort();
    }
    const early = this.role.kind === 'opening' ? this.role.early : [];
    const opening: Role = { kind: 'opening', early, shown, right };
    this.role = opening;
    const tab = await openEditorTab(this.base, opening, () => this.role === opening);
    if (this.role === opening && tab) this.role = { kind: 'editor', tab, right };
  }

  private followOthers(shown: number): void {
    const waiting = new AbortController();
    this.role = { kind: 'follower', tab: openFollowerTab(this.base, shown), waiting };
    void this.waitForRight(waiting.signal);
  }

  private async waitForRight(signal: AbortSignal): Promise<void> {
    const right = await this.request('wait', signal);
    if (!right) return;
    const passes = this.favoured === null || this.favoured === this.name;
    this.favoured = null;
    if (this.role.kind === 'follower' && passes && !signal.aborted) {
      await this.edit(right, this.role.tab.shown);
      return;
    }
    right.release();
    if (this.role.kind === 'follower' && !signal.aborted) await this.waitForRight(signal);
  }

  private async seize(): Promise<void> {
    if (this.role.kind !== 'follower') return;
    const right = await this.request('steal');
    if (right && this.role.kind === 'follower') await this.edit(right, this.role.tab.shown);
    else right?.release();
  }

  private async give(to: string): Promise<void> {
    if (this.role.kind !== 'editor') return;
    const { tab, right } = this.role;
    await tab.end();
    if (this.role.kind !== 'editor') return;
    tab.postState();
    this.base.channel.post({ kind: 'rightGiven', to });
    this.followOthers(tab.sequence);
    this.favoured = to;
    right.release();
  }

  private readonly lose = (): void => {
    if (this.role.kind !== 'editor') return;
    const { tab } = this.role;
    void tab.end();
    this.followOthers(tab.sequence);
  };

  private readonly hear = (message: TabMessage): void => {
    if (message.kind === 'rightGiven') this.favoured = message.to;
    if (this.role.kind === 'follower') this.role.tab.hear(message);
    if (this.role.kind !== 'editor') return;
    if (message.kind === 'rightAsked') void this.give(message.by);
    if (message.kind === 'stateAsked' && message.sequence !== this.role.tab.sequence) this.role.tab.postState();
  };
}

import { beforeEach, describe, expect, it } from 'vitest';
import { happened } from '../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../src/state/initial-workspace.ts';
import { workspaceStore } from '../../../src/state/workspace-store.ts';
import { editOf, zoneOf } from '../features/workspace/workspace-samples.ts';

const state = () => workspaceStore.getState();
const draw = (id: string): void => happened.edited(editOf(`edit ${id}`, state().document.zones, { [id]: zoneOf(id) }));

beforeEach(() => workspaceStore.setState(INITIAL_WORKSPACE, true));

describe('the change log', () => {
  it('tells every entry once, in order, to who reads it between any two facts', () => {
    const heard: string[] = [];
    let seen = 0;
    const stop = workspaceStore.subscribe(() => {
      const { count, recent } = state().log;
      for (const entry of recent.slice(recent.length - (count - seen))) {
        heard.push(entry.kind === 'did' ? entry.edit.id : `${entry.kind} ${entry.editId}`);
      }
      seen = count;
    });
    // A fact recorded while another is being told.
    const stopAnswering = workspaceStore.subscribe(({ log }) => {
      if (log.count === 1) draw('b');
    });
    draw('a');
    happened.undone();
    happened.undone();
    happened.undone();
    happened.redone();
    for (let more = 0; more < 50; more += 1) draw(`c${more}`);
    stop();
    stopAnswering();
    const later = Array.from({ length: 50 }, (_, more) => `edit c${more}`);
    expect(heard).toEqual(['edit a', 'edit b', 'undid edit b', 'undid edit a', 'redid edit a', ...later]);
    expect(state().log.recent.length).toBeLessThan(50);
  });

  it('does not count what comes from elsewhere', () => {
    draw('a');
    happened.documentRestored({ document: INITIAL_WORKSPACE.document, history: INITIAL_WORKSPACE.history });
    expect(state().log.count).toBe(1);
    expect(state().document.zones).toEqual({});
  });
});

describe('while another tab edits', () => {
  it('nothing is edited, undone or redone here', () => {
    draw('a');
    draw('b');
    happened.undone();
    happened.storageChanged({ status: 'following' });
    const before = state();
    draw('c');
    happened.undone();
    happened.redone();
    expect(state().document).toBe(before.document);
    expect(state().history).toBe(before.history);
    expect(state().log).toBe(before.log);
  });
});

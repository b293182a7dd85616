import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { INITIAL_WORKSPACE } from './initial-workspace.ts';
import type { WorkspaceState } from './workspace.ts';

/** The one workspace of the page; changed only by `happened`. */
export const workspaceStore = createStore<WorkspaceState>(() => INITIAL_WORKSPACE);

/** Reads a part of the workspace and follows it. */
export function useWorkspace<T>(selector: (state: WorkspaceState) => T): T {
  return useStore(workspaceStore, selector);
}

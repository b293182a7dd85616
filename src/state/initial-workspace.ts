import type { WorkspaceState } from './workspace.ts';

/** The workspace before anything has happened. */
export const INITIAL_WORKSPACE: WorkspaceState = {
  catalog: { status: 'idle' },
  opening: { status: 'idle' },
  city: { status: 'idle' },
  layers: {},
  selection: null,
  hover: null,
  exposure: { status: 'idle' },
  flight: null,
  camera: null,
  cursor: null,
  sun: { instant: '2026-06-21T10:00:00+08:00', shadows: true },
  pendingTiles: {},
  contextLosses: 0,
  panels: { mode: 'explore', tab: 'inspect', railOpen: true, contextOpen: false },
  mapReviewNumber: null,
  locale: 'zh-CN',
  theme: 'light',
  issues: [],
};

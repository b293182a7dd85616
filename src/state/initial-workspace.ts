import { PLAIN_STYLE } from '../core/style/building-style.ts';
import { EMPTY_DOCUMENT } from '../core/workspace/workspace-document.ts';
import { EMPTY_HISTORY } from '../core/workspace/workspace-edit.ts';
import { EMPTY_LOG, SNAP_SOURCES, type WorkspaceState } from './workspace.ts';

/** The workspace before anything has happened. */
export const INITIAL_WORKSPACE: WorkspaceState = {
  catalog: { status: 'idle' },
  opening: { status: 'idle' },
  city: { status: 'idle' },
  layers: {},
  selection: null,
  hover: null,
  exposure: { status: 'idle' },
  document: EMPTY_DOCUMENT,
  history: EMPTY_HISTORY,
  log: EMPTY_LOG,
  merge: null,
  storage: { status: 'opening' },
  sketch: null,
  drawing: {
    hazard: 'flood',
    level: 'unrated',
    orthogonal: false,
    corridorWidthMeters: 30,
    snapTo: SNAP_SOURCES,
    refused: null,
  },
  rowSelection: null,
  buildingStyle: PLAIN_STYLE,
  buildingColours: { status: 'idle' },
  shownViewId: null,
  presenting: false,
  flight: null,
  camera: null,
  groundMetersPerPixel: null,
  cursor: null,
  readout: 'project',
  sun: { instant: '2026-06-21T10:00:00+08:00', shadows: null },
  quality: { choice: 'auto', drawn: null },
  pendingTiles: {},
  pendingGround: 0,
  contextLosses: 0,
  panels: { mode: 'explore', tab: 'inspect', railOpen: true, contextOpen: false },
  mapReviewNumber: null,
  locale: 'zh-CN',
  theme: 'light',
  issues: [],
};

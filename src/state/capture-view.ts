import type { SavedView } from '../core/workspace/workspace-document.ts';
import { selectShadows } from './select-shadows.ts';
import type { WorkspaceState } from './workspace.ts';

/** What the scene shows now, ready to be saved; `null` before the camera has come to rest for the first time. */
export function captureView(state: WorkspaceState): Omit<SavedView, 'id' | 'name' | 'order'> | null {
  const { camera, layers, sun, theme, buildingStyle } = state;
  return camera ? { camera, layers, sun: { ...sun, shadows: selectShadows(state) }, theme, buildingStyle } : null;
}

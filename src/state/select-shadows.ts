import type { WorkspaceState } from './workspace.ts';

/** Whether shadows are drawn: as switched, else at high quality only. */
export function selectShadows({ sun, quality }: WorkspaceState): boolean {
  return sun.shadows ?? quality.drawn === 'high';
}

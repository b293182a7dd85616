import type { WorkspaceState } from './workspace.ts';

/** The exposure after its inputs changed: what was measured before is stale, a run that goes on is dropped. */
export function staleExposure(exposure: WorkspaceState['exposure']): WorkspaceState['exposure'] {
  const value = 'value' in exposure ? exposure.value : undefined;
  return value === undefined ? { status: 'idle' } : { status: 'stale', value };
}

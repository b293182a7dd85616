import type { Issue } from '../core/city/issue.ts';
import type { ExposureResult } from '../core/risk/exposure.ts';
import { staleExposure } from './stale-exposure.ts';
import type { WorkspaceState } from './workspace.ts';

type Change = Partial<WorkspaceState>;

/** What can happen to measurements; an answer of a run that is no longer the current one changes nothing. */
export const analysisFacts = {
  exposureRequested: ({ exposure }: WorkspaceState, run: number): Change => ({
    exposure: { status: 'running', run, step: 'start', fraction: null, ...resultOf(exposure) },
  }),
  exposureProgressed: (state: WorkspaceState, run: number, step: string, fraction: number | null): Change =>
    isCurrent(state, run) ? { exposure: { status: 'running', run, step, fraction, ...resultOf(state.exposure) } } : {},
  exposureMeasured: (state: WorkspaceState, run: number, result: ExposureResult): Change =>
    isCurrent(state, run) ? { exposure: { status: 'ready', value: result } } : {},
  exposureFailed: (state: WorkspaceState, run: number, issue: Issue): Change =>
    isCurrent(state, run) ? { exposure: { status: 'failed', issue } } : {},
  exposureCancelled: ({ exposure }: WorkspaceState): Change =>
    exposure.status === 'running' ? { exposure: staleExposure(exposure) } : {},
};

function resultOf(exposure: WorkspaceState['exposure']): { value?: ExposureResult } {
  const known = staleExposure(exposure);
  return known.status === 'stale' ? { value: known.value } : {};
}

function isCurrent(state: WorkspaceState, run: number): boolean {
  return state.exposure.status === 'running' && state.exposure.run === run;
}

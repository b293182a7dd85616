import type { ReportInput } from '../../core/report/report-input.ts';
import { happened } from '../../state/happened.ts';
import { selectBuildingTable } from '../../state/select-building-table.ts';
import type { OpenCity, WorkspaceState } from '../../state/workspace.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { cityWorker } from '../city-worker.ts';

/** Runs of the report are numbered apart from those of the panel. */
let runs = 1_000_000;

function told(exposure: WorkspaceState['exposure']): ReportInput['exposure'] | null {
  if (exposure.status === 'ready' || exposure.status === 'stale') {
    return { status: exposure.status, result: exposure.value };
  }
  return exposure.status === 'failed' ? { status: 'missing' } : null;
}

function waitForPanel(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = workspaceStore.subscribe((state) => {
      if (state.exposure.status !== 'running') finish();
    });
    const finish = () => {
      stop();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    signal.addEventListener('abort', finish);
  });
}

async function measure(city: OpenCity, signal: AbortSignal): Promise<void> {
  const table = selectBuildingTable(city);
  if (!table || city.zones.length === 0) return;
  runs += 1;
  const run = runs;
  happened.exposureRequested(run);
  const outcome = await cityWorker().request(
    'measureExposure',
    { ...table, zones: city.zones },
    { signal, onProgress: (step, fraction) => happened.exposureProgressed(run, step, fraction) },
  );
  if (signal.aborted) happened.exposureCancelled();
  else if (outcome.ok) happened.exposureMeasured(run, outcome.value);
  else happened.exposureFailed(run, outcome.issue);
}

/** The exposure that panel and report share: waits for a run that is going, measures when none has been made. */
export async function settleExposure(city: OpenCity, signal: AbortSignal): Promise<ReportInput['exposure']> {
  if (workspaceStore.getState().exposure.status === 'running') await waitForPanel(signal);
  const known = told(workspaceStore.getState().exposure);
  if (known) return known;
  await measure(city, signal);
  return told(workspaceStore.getState().exposure) ?? { status: 'missing' };
}

import { happened } from '../../state/happened.ts';
import { selectBuildingTable } from '../../state/select-building-table.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { cityWorker } from '../city-worker.ts';

let runs = 0;
let current: AbortController | null = null;

/** True when the city has what an exposure measurement needs. */
export function canMeasureExposure(city: OpenCity): boolean {
  return city.zones.length > 0 && city.manifest.tables.buildings !== undefined;
}

/** Measures the exposure of every zone in the worker; a run that is still going is cancelled. */
export async function measureCityExposure(city: OpenCity): Promise<void> {
  cancelExposure();
  const table = selectBuildingTable(city);
  if (!table || !canMeasureExposure(city)) return;
  runs += 1;
  const run = runs;
  const abort = new AbortController();
  current = abort;
  happened.exposureRequested(run);
  const outcome = await cityWorker().request(
    'measureExposure',
    { ...table, zones: city.zones },
    { signal: abort.signal, onProgress: (step, fraction) => happened.exposureProgressed(run, step, fraction) },
  );
  if (abort.signal.aborted) return;
  if (outcome.ok) happened.exposureMeasured(run, outcome.value);
  else happened.exposureFailed(run, outcome.issue);
}

/** Stops the measurement that is going, if one is. */
export function cancelExposure(): void {
  current?.abort();
  current = null;
  happened.exposureCancelled();
}

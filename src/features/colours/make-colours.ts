import type { BuildingStyle } from '../../core/style/building-style.ts';
import { colourCache } from '../../state/colour-cache.ts';
import { happened } from '../../state/happened.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { cityWorker } from '../city-worker.ts';

/** Table whose rows are coloured. */
const TABLE = 'buildings';
let runs = 0;

/** Colours the buildings of a city by a style, in the worker; returns what stops it. */
export function makeColours(
  city: Pick<OpenCity, 'manifest' | 'baseUrl' | 'zones'>,
  style: BuildingStyle,
): (() => void) | undefined {
  const table = city.manifest.tables[TABLE];
  if (!table || style.kind === 'plain') {
    happened.coloursDropped();
    return undefined;
  }
  const abort = new AbortController();
  runs += 1;
  happened.coloursRequested(runs);
  const { zones, manifest, baseUrl } = city;
  const request = { tableUrl: `${baseUrl}${table.file}`, projectCrs: manifest.projectCrs, style, zones };
  void cityWorker()
    .request('colourRows', request, { signal: abort.signal })
    .then((outcome) => {
      if (abort.signal.aborted) return;
      if (outcome.ok) {
        const { rgba, classes } = outcome.value;
        happened.coloursMade({ key: colourCache.keep(rgba), table: TABLE, style, classes });
      } else {
        happened.coloursFailed(outcome.issue);
        happened.issueArose(outcome.issue);
      }
    });
  return () => abort.abort();
}

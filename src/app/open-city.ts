import { loadCatalog } from '../data/load-catalog.ts';
import { loadCity } from '../data/load-city.ts';
import { happened } from '../state/happened.ts';
import { workspaceStore } from '../state/workspace-store.ts';

const TIMEOUT_MILLISECONDS = 30_000;

let catalogUrl = 'tiles/catalog.json';
let wantedCity: string | null = null;
let runs = 0;
let opening: AbortController | null = null;

/** Reads the catalog and opens the city that is wanted, or the first; `url` relative to the page. */
export async function requestCatalog(url: string = catalogUrl, cityId: string | null = wantedCity): Promise<void> {
  catalogUrl = url;
  wantedCity = cityId;
  runs += 1;
  const run = runs;
  happened.catalogRequested(run);
  const outcome = await loadCatalog(pageUrl(url), { timeoutMs: TIMEOUT_MILLISECONDS });
  if (!outcome.ok) {
    happened.catalogFailed(run, outcome.issue);
    return;
  }
  happened.catalogLoaded(run, outcome.value);
  const first = outcome.value.cities.find((city) => city.id === cityId) ?? outcome.value.cities[0];
  if (cityId && first?.id !== cityId) {
    happened.issueArose({ code: 'catalog.noSuchCity', severity: 'warning', place: { file: url, id: cityId } });
  }
  if (first) await openCity(first.id);
}

/** Opens a city of the catalog; the one that is open stays until this one is here. */
export async function openCity(cityId: string): Promise<void> {
  const { catalog } = workspaceStore.getState();
  const entry = catalog.status === 'ready' ? catalog.value.cities.find((city) => city.id === cityId) : undefined;
  if (!entry) return;
  opening?.abort();
  opening = new AbortController();
  runs += 1;
  const run = runs;
  happened.cityRequested(run, cityId);
  const outcome = await loadCity(new URL(entry.manifest, pageUrl(catalogUrl)).href, {
    signal: opening.signal,
    timeoutMs: TIMEOUT_MILLISECONDS,
  });
  if (!outcome.ok) {
    happened.cityFailed(run, cityId, outcome.issue);
    return;
  }
  happened.cityOpened(run, outcome.value.city, outcome.value.issues);
}

function pageUrl(relative: string): string {
  return new URL(relative, document.baseURI).href;
}

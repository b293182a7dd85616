import { loadConfig } from '../data/load-config.ts';
import { keepExposure } from '../features/exposure/keep-exposure.ts';
import { workspaceKeeper } from '../features/workspace/workspace-keeper.ts';
import { happened } from '../state/happened.ts';
import { selectCity } from '../state/select-city.ts';
import { buildLink, parseLink } from '../state/url-codec.ts';
import type { WorkspaceState } from '../state/workspace.ts';
import { workspaceStore } from '../state/workspace-store.ts';
import { startLanguages } from './i18n.ts';
import { foldRailOnPhone } from './narrow-window.ts';
import { requestCatalog } from './open-city.ts';
import { readPreferences, writePreferences } from './preferences.ts';

/** Starts languages, settings and catalog, and keeps the link of the page true; resolves when there are texts to show. */
export function startWorkspace(): Promise<void> {
  workspaceKeeper.start();
  keepExposure();
  foldRailOnPhone();
  const link = parseLink(window.location.search);
  const preferences = readPreferences();
  const locale = link.locale ?? preferences.locale;
  if (locale) happened.localeChosen(locale);
  if (preferences.theme) happened.themeChosen(preferences.theme);
  if (preferences.readout) happened.readoutChosen(preferences.readout);
  if (preferences.quality) happened.qualityChosen(preferences.quality);
  const textsAreHere = startLanguages(workspaceStore.getState().locale);
  void loadConfig(new URL('config.json', document.baseURI).href).then(({ config, issues }) => {
    if (!locale) happened.localeChosen(config.locale);
    if (!preferences.theme) happened.themeChosen(config.theme);
    if (config.mapReviewNumber) happened.mapReviewStated(config.mapReviewNumber);
    return requestCatalog(config.catalog, link.city ?? null).then(() => {
      for (const issue of issues) happened.issueArose(issue);
      if (link.camera) happened.flightAsked(link.camera);
    });
  });
  workspaceStore.subscribe(followLink);
  return textsAreHere;
}

function followLink(state: WorkspaceState, before: WorkspaceState): void {
  const { locale, theme, readout, quality } = state;
  const isKept = locale === before.locale && theme === before.theme && readout === before.readout;
  if (!isKept || quality.choice !== before.quality.choice) {
    writePreferences({ locale, theme, readout, quality: quality.choice });
  }
  const city = selectCity(state);
  if (!city) return;
  if (state.city === before.city && state.locale === before.locale && state.camera === before.camera) return;
  const query = buildLink({
    city: city.manifest.id,
    locale: state.locale,
    ...(state.camera && state.city === before.city ? { camera: state.camera } : {}),
  });
  window.history.replaceState(null, '', query);
}

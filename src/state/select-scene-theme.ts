import { solarPosition } from '../core/geometry/solar-position.ts';
import { selectCity } from './select-city.ts';
import type { Theme, WorkspaceState } from './workspace.ts';

/** Civil twilight ends about here: a bright map would no longer look like night. */
const NIGHT_BELOW_DEGREES = -5;

/** Theme in which the scene is drawn: that of the page, and dark when it is night over the city. */
export function selectSceneTheme(state: WorkspaceState): Theme {
  const city = selectCity(state);
  if (state.theme === 'dark' || !city) return state.theme;
  const [west, south, east, north] = city.manifest.extent;
  const { elevationDegrees } = solarPosition(state.sun.instant, (west + east) / 2, (south + north) / 2);
  return elevationDegrees < NIGHT_BELOW_DEGREES ? 'dark' : 'light';
}

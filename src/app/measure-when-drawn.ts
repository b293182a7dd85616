import { canMeasureExposure, measureCityExposure } from '../features/exposure/measure-city-exposure.ts';
import { selectCity } from '../state/select-city.ts';
import type { OpenCity } from '../state/workspace.ts';
import { workspaceStore } from '../state/workspace-store.ts';

/** Measures the exposure of a city once its first view is drawn: nothing competes with the picture. */
export function measureWhenDrawn(city: OpenCity): void {
  if (!canMeasureExposure(city)) return;
  const stop = workspaceStore.subscribe((state) => {
    const awaited = selectCity(state) === city && state.exposure.status === 'idle';
    if (awaited && Object.values(state.pendingTiles).some((count) => count > 0)) return;
    stop();
    if (awaited) void measureCityExposure(city);
  });
}

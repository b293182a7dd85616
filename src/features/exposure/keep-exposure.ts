import { selectCity } from '../../state/select-city.ts';
import type { OpenCity, WorkspaceState } from '../../state/workspace.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { isStrokeGoing } from './live-question.ts';
import { canMeasureExposure, measureCityExposure } from './measure-city-exposure.ts';

/** Edits often come in a row: the table is measured when they have paused this long. */
const PAUSE_MILLISECONDS = 600;

/**
 * Measures the exposure of every zone once the first view of a city is drawn, and again after every edit of its
 * zones. Nothing competes with the first picture or with an outline that is being drawn; a run that the user stopped
 * waits for the next edit.
 */
export function keepExposure(): () => void {
  let asked: OpenCity | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function measure(): void {
    const state = workspaceStore.getState();
    const city = selectCity(state);
    if (!city || !isDue(state, city, asked)) return;
    asked = city;
    void measureCityExposure(city);
  }

  const unfollow = workspaceStore.subscribe((state, before) => {
    const city = selectCity(state);
    // The panel measures too.
    if (state.exposure.status === 'running' && before.exposure.status !== 'running') asked = city;
    if (!city || !isDue(state, city, asked)) return;
    const isFirst = asked?.baseUrl !== city.baseUrl;
    const isEdited = state.document.zones !== before.document.zones || isStrokeGoing(before.sketch);
    if (timer !== undefined && !isEdited) return;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        measure();
      },
      isFirst ? 0 : PAUSE_MILLISECONDS,
    );
  });
  return () => {
    unfollow();
    clearTimeout(timer);
  };
}

function isDue(state: WorkspaceState, city: OpenCity, asked: OpenCity | null): boolean {
  const { exposure, pendingTiles, sketch } = state;
  if (city === asked || !canMeasureExposure(city) || isStrokeGoing(sketch)) return false;
  if (asked?.baseUrl !== city.baseUrl && Object.values(pendingTiles).some((count) => count > 0)) return false;
  return exposure.status === 'idle' || exposure.status === 'stale';
}

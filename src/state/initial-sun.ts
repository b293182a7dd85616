import type { Extent } from '../core/city/city-manifest.ts';
import type { WorkspaceState } from './workspace.ts';

/** Morning of the summer solstice in the zone time of the city's middle meridian: long light, visible relief. */
export function initialSun(extent: Extent): WorkspaceState['sun'] {
  const hours = Math.round((extent[0] + extent[2]) / 2 / 15);
  const sign = hours < 0 ? '-' : '+';
  return {
    instant: `2026-06-21T10:00:00${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`,
    shadows: null,
  };
}

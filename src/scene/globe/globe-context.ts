import type { Viewer } from 'cesium';
import { createContext, use } from 'react';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import type { PickRegistry } from './pick-registry.ts';
import type { ZoneSurface } from './zone-surface.ts';

/** What the layers of one globe share: the viewer, who answers picks, the surface that zones are painted on. */
export interface GlobeScene {
  viewer: Viewer;
  picks: PickRegistry;
  zoneSurface: ZoneSurface;
  ground: GroundSurface | null;
  lowPower: boolean;
}

export const GlobeContext = createContext<GlobeScene | null>(null);

/** The globe a layer stands in; a layer outside a globe is a bug. */
export function useGlobe(): GlobeScene {
  const scene = use(GlobeContext);
  if (!scene) throw new Error('A scene layer must stand inside <Globe>.');
  return scene;
}

import type { Viewer } from 'cesium';
import { createContext, use } from 'react';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import type { QualityLevel } from '../../core/style/quality.ts';
import type { PickRegistry } from './pick-registry.ts';
import type { SceneLight } from './scene-light.ts';
import type { TilesetGuards } from './tileset-guard.ts';
import type { ZoneSurface } from './zone-surface.ts';

/** What the layers of one globe share: the viewer, who answers picks, who steps back, the surface for zones. */
export interface GlobeScene {
  viewer: Viewer;
  picks: PickRegistry;
  guards: TilesetGuards;
  zoneSurface: ZoneSurface;
  ground: GroundSurface | null;
  /** The processor draws. */
  lowPower: boolean;
  quality: QualityLevel;
  light: SceneLight;
  /** Share of lit windows by class of use. */
  litShares: readonly number[];
}

export const GlobeContext = createContext<GlobeScene | null>(null);

/** The globe a layer stands in; a layer outside a globe is a bug. */
export function useGlobe(): GlobeScene {
  const scene = use(GlobeContext);
  if (!scene) throw new Error('A scene layer must stand inside <Globe>.');
  return scene;
}

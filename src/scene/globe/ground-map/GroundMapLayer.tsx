import { ImageryLayer } from 'cesium';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { Extent } from '../../../core/city/city-manifest.ts';
import { useGlobe } from '../globe-context.ts';
import { useLatest } from '../use-latest.ts';
import type { GroundSources } from './ground-map.worker.ts';
import { type GroundMapFailure, GroundMapPainter } from './ground-map-painter.ts';
import { createGroundMapProvider } from './ground-map-provider.ts';
import type { DegreeBox } from './map-content.ts';

export interface GroundMapLayerProps {
  /** URLs of the layers; the same object as long as they are the same. */
  sources: GroundSources;
  /** Of the city, degrees. */
  extent: Extent;
  visible: boolean;
  /** 0 transparent … 1 opaque. */
  opacity: number;
  theme: 'light' | 'dark';
  onFailed: (failure: GroundMapFailure) => void;
}

/** The map reaches beyond the city by this part of its size. */
const MARGIN = 0.3;

function grow([west, south, east, north]: Extent): DegreeBox {
  const [x, y] = [(east - west) * MARGIN + 0.002, (north - south) * MARGIN + 0.002];
  return [west - x, south - y, east + x, north + y];
}

/** Base map of the city on the ground: land use, water, streets, rail and their names, drawn beside the page. */
export function GroundMapLayer(props: GroundMapLayerProps): ReactNode {
  const { sources, extent, visible, opacity, theme } = props;
  const { viewer, zoneSurface } = useGlobe();
  const onFailed = useLatest(props.onFailed);
  const [west, south, east, north] = extent;
  const [painter, setPainter] = useState<GroundMapPainter | null>(null);
  useLayoutEffect(() => {
    const origin = [(west + east) / 2, (south + north) / 2] as const;
    const created = new GroundMapPainter(sources, origin, (failure) => onFailed.current(failure));
    setPainter(created);
    return () => {
      created.dispose();
      setPainter(null);
    };
  }, [sources, west, south, east, north, onFailed]);
  const shown = visible && opacity > 0;
  useLayoutEffect(() => {
    if (!painter || !shown) return;
    const box = grow([west, south, east, north]);
    const layer = new ImageryLayer(createGroundMapProvider(painter, box, theme), { alpha: opacity });
    viewer.imageryLayers.add(layer);
    zoneSurface.setMap(box);
    viewer.scene.requestRender();
    return () => {
      if (viewer.isDestroyed()) return;
      viewer.imageryLayers.remove(layer, true);
      zoneSurface.setMap(null);
    };
  }, [painter, shown, opacity, theme, viewer, zoneSurface, west, south, east, north]);
  return null;
}

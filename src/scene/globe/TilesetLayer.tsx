import {
  Cesium3DTileFeature,
  Cesium3DTileset,
  Color,
  type CustomShader,
  Matrix4,
  type Scene,
  ShadowMode,
} from 'cesium';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import type { TileIndex } from '../../core/city/city-manifest.ts';
import { AdoptedColors, type AdoptedState, relativeUri } from './adopted-colors.ts';
import { attachLater } from './attach-later.ts';
import { type GlobeScene, useGlobe } from './globe-context.ts';
import { RowColorTexture } from './row-color-texture.ts';
import { sceneTheme } from './scene-theme.ts';
import { TilesetGuard, type TilesetLoss } from './tileset-guard.ts';
import { applyShaderState, createFadingShader, createTilesetShader } from './tileset-shader.ts';
import { useLatest } from './use-latest.ts';
import { followZones } from './zone-sampling.ts';

export interface TilesetLayerProps {
  id: string;
  /** URL of tileset.json. */
  url: string;
  visible: boolean;
  /** 0 transparent … 1 opaque. */
  opacity: number;
  /** `row`: each feature has the property `row`; `index`: rows come from `index`. */
  rowLookup: 'row' | 'index';
  index?: TileIndex | null;
  selectedRow: number | null;
  hoveredRow?: number | null;
  /** Colour per row of the table as `colorRows` makes them; `key` changes with them. */
  rowColors?: { key: string; rgba: Uint8Array } | null;
  theme: 'light' | 'dark';
  /** Tiles asked for or being prepared; 0 = everything in view is drawn. */
  onProgress?: (progress: { pending: number }) => void;
  onReady?: () => void;
  /** Once per file that could not be had; `uri` relative to tileset.json. */
  onTileFailed?: (failure: { uri: string; message: string }) => void;
  /** The engine could not draw it: it goes on without zones and our light, or it is left out. */
  onDrawingFailed?: (failure: { loss: TilesetLoss; message: string }) => void;
}

/** Pixels that a tile may be wrong by before finer ones are fetched. */
const SCREEN_SPACE_ERROR = { low: 24, medium: 16, high: 12 };

async function loadTileset(url: string, scene: GlobeScene): Promise<Cesium3DTileset> {
  const tileset = await Cesium3DTileset.fromUrl(url, {
    maximumScreenSpaceError: SCREEN_SPACE_ERROR[scene.quality],
    cacheBytes: 512 * 1024 * 1024,
    maximumCacheOverflowBytes: 512 * 1024 * 1024,
    shadows: ShadowMode.ENABLED,
    skipLevelOfDetail: false,
  });
  // The shader brings its own light; computing an environment map would cost frames for nothing.
  tileset.environmentMapManager.enabled = false;
  return tileset;
}

type Callbacks = Pick<TilesetLayerProps, 'onProgress' | 'onReady' | 'onTileFailed' | 'onDrawingFailed'>;

function listen(tileset: Cesium3DTileset, url: string, latest: { current: Callbacks }, scene: GlobeScene): void {
  const told = new Set<string>();
  tileset.tileFailed.addEventListener((failure: { url?: string; message?: string }) => {
    const uri = failure.url ? relativeUri(failure.url, url) : url;
    if (told.has(uri)) return;
    told.add(uri);
    latest.current.onTileFailed?.({ uri, message: failure.message ?? '' });
  });
  tileset.loadProgress.addEventListener((requests: number, processing: number) => {
    latest.current.onProgress?.({ pending: requests + processing });
    scene.viewer.scene.requestRender();
  });
}

/** A tileset that is hidden or out of view asks for nothing and would never tell that it is ready. */
function tellFirstFrame(tileset: Cesium3DTileset, latest: { current: Callbacks }, scene: Scene): void {
  const forget = scene.postRender.addEventListener(() => {
    forget();
    if (!tileset.isDestroyed() && (tileset.tilesLoaded || !tileset.show)) latest.current.onProgress?.({ pending: 0 });
  });
  scene.requestRender();
}

/** Keeps what the engine cannot draw from stopping the rest; returns its remover. */
function watch(
  tileset: Cesium3DTileset,
  latest: { current: Callbacks },
  { viewer, guards }: GlobeScene,
  isPlain: boolean,
  onLoss: (loss: TilesetLoss) => void,
): () => void {
  const isContextLost = (): boolean => viewer.scene.canvas.getContext('webgl2')?.isContextLost() ?? true;
  const guard = new TilesetGuard(tileset, isPlain ? 'shading' : null, isContextLost, (loss, message) => {
    onLoss(loss);
    latest.current.onDrawingFailed?.({ loss, message });
    if (loss === 'all') latest.current.onProgress?.({ pending: 0 });
    viewer.scene.requestRender();
  });
  const forget = guards.add(guard);
  return () => {
    forget();
    guard.dispose();
  };
}

interface ShownTileset {
  tileset: Cesium3DTileset | null;
  /** Its shading failed: it is drawn as it came. */
  isPlain: boolean;
}

/** Loads the tileset, shows it while mounted and tells its progress; `null` until it is there. */
function useTileset(url: string, callbacks: Callbacks): ShownTileset {
  const scene = useGlobe();
  const { viewer } = scene;
  const latest = useLatest(callbacks);
  const latestScene = useLatest(scene);
  const [tileset, setTileset] = useState<Cesium3DTileset | null>(null);
  const [lost, setLost] = useState<{ url: string; loss: TilesetLoss } | null>(null);
  const loss = lost?.url === url ? lost.loss : null;
  // Tiles that failed once stay failed in the engine: without our shading they are loaded anew.
  const isPlain = loss !== null;
  useLayoutEffect(() => {
    let wanted = true;
    let shown: Cesium3DTileset | null = null;
    let forget = (): void => {};
    const load = async (): Promise<void> => {
      try {
        const loaded = await loadTileset(url, latestScene.current);
        if (!wanted) {
          loaded.destroy();
          return;
        }
        shown = loaded;
        listen(loaded, url, latest, latestScene.current);
        forget = watch(loaded, latest, latestScene.current, isPlain, (next) => setLost({ url, loss: next }));
        viewer.scene.primitives.add(loaded);
        setTileset(loaded);
        tellFirstFrame(loaded, latest, viewer.scene);
        latest.current.onReady?.();
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!wanted) return;
        latest.current.onTileFailed?.({ uri: url.split('/').pop() ?? url, message });
        latest.current.onProgress?.({ pending: 0 });
      }
    };
    void load();
    return () => {
      wanted = false;
      forget();
      setTileset(null);
      if (shown && !viewer.isDestroyed()) viewer.scene.primitives.remove(shown);
    };
  }, [url, isPlain, viewer, latest, latestScene]);
  return { tileset, isPlain };
}

/** The colours of the rows on the graphics card while the layer stands. */
function useRowColorTexture(rowColors: TilesetLayerProps['rowColors']): RowColorTexture {
  const { viewer } = useGlobe();
  const [texture] = useState(() => new RowColorTexture(viewer.scene));
  const rgba = rowColors?.rgba ?? null;
  useLayoutEffect(() => {
    texture.show(rgba);
    viewer.scene.requestRender();
  }, [texture, viewer, rgba]);
  useLayoutEffect(() => () => texture.dispose(), [texture]);
  return texture;
}

/** Our own tiles say in their tileset.json that walls know their bays and storeys; those of earlier versions do not. */
function ownLookup(tileset: Cesium3DTileset | null): 'facade' | 'row' {
  const { extras } = (tileset?.asset ?? {}) as { extras?: { facades?: number } };
  return extras?.facades === 1 ? 'facade' : 'row';
}

/** One shader for light, zones, opacity and, on our own tiles, the highlight. */
function useTilesetShader(tileset: Cesium3DTileset | null, props: TilesetLayerProps): void {
  const { viewer, zoneSurface, light, litShares } = useGlobe();
  const lookup = props.rowLookup === 'row' ? ownLookup(tileset) : 'adopted';
  const translucent = props.opacity < 1;
  const [shader, setShader] = useState<CustomShader | null>(null);
  const rowColors = useRowColorTexture(lookup === 'adopted' ? null : props.rowColors);
  useLayoutEffect(() => {
    if (!tileset) return;
    const created = createTilesetShader({ lookup, translucent });
    const forgetZones = followZones(created, zoneSurface);
    rowColors.serve(created);
    tileset.customShader = created;
    setShader(created);
    const forgetFrame = viewer.scene.preRender.addEventListener(() => {
      created.setUniform('u_eyeToLocal', Matrix4.clone(zoneSurface.eyeToLocal));
    });
    return () => {
      forgetZones();
      forgetFrame();
      setShader(null);
      if (!tileset.isDestroyed()) tileset.customShader = undefined;
      created.destroy();
    };
  }, [tileset, lookup, translucent, viewer, zoneSurface, rowColors]);
  const { theme, opacity, selectedRow, hoveredRow } = props;
  useLayoutEffect(() => {
    // When fading begins or ends the old shader is gone before the new one is known here.
    if (!shader || shader.isDestroyed()) return;
    const rows = { selectedRow: selectedRow ?? -1, hoveredRow: hoveredRow ?? -1 };
    applyShaderState(shader, { theme: sceneTheme(theme), light, litShares, opacity, ...rows });
    viewer.scene.requestRender();
  }, [shader, viewer, theme, light, litShares, opacity, selectedRow, hoveredRow]);
}

/** A tileset whose shading failed still fades; opaque it is left wholly alone. */
function usePlainFading(tileset: Cesium3DTileset | null, opacity: number): void {
  const { viewer } = useGlobe();
  const translucent = opacity < 1;
  const [shader, setShader] = useState<CustomShader | null>(null);
  useLayoutEffect(() => {
    if (!tileset || !translucent) return;
    const created = createFadingShader();
    tileset.customShader = created;
    setShader(created);
    return () => {
      setShader(null);
      if (!tileset.isDestroyed()) tileset.customShader = undefined;
      created.destroy();
    };
  }, [tileset, translucent]);
  useLayoutEffect(() => {
    if (!shader || shader.isDestroyed()) return;
    shader.setUniform('u_opacity', opacity);
    viewer.scene.requestRender();
  }, [shader, viewer, opacity]);
}

/** Adopted tiles: colours per feature, through the index. */
function useAdoptedColors(tileset: Cesium3DTileset | null, props: TilesetLayerProps): AdoptedColors | null {
  const { viewer } = useGlobe();
  const { url, index, theme, selectedRow, hoveredRow, rowColors } = props;
  const rgba = rowColors?.rgba ?? null;
  const enabled = props.rowLookup === 'index';
  const state = useMemo<AdoptedState>(() => {
    const colors = sceneTheme(theme);
    const selected = Color.fromCssColorString(colors.selected);
    const hovered = Color.fromCssColorString(colors.hovered);
    return { index: index ?? null, selectedRow, hoveredRow: hoveredRow ?? null, selected, hovered, rgba };
  }, [index, theme, selectedRow, hoveredRow, rgba]);
  const latestState = useLatest(state);
  const [painter, setPainter] = useState<AdoptedColors | null>(null);
  useLayoutEffect(() => {
    if (!tileset || !enabled) return;
    const created = new AdoptedColors(tileset, url, latestState.current);
    setPainter(created);
    return () => {
      created.dispose();
      setPainter(null);
    };
  }, [tileset, enabled, url, latestState]);
  useLayoutEffect(() => {
    painter?.setState(state);
    viewer.scene.requestRender();
  }, [painter, viewer, state]);
  return painter;
}

function usePicking(tileset: Cesium3DTileset | null, id: string, adopted: AdoptedColors | null): void {
  const { picks } = useGlobe();
  useLayoutEffect(() => {
    if (!tileset) return;
    return picks.register((hit, position) => {
      if (!(hit instanceof Cesium3DTileFeature) || hit.tileset !== tileset) return null;
      const row: unknown = adopted ? adopted.rowOf(hit) : hit.getProperty('row');
      return { kind: 'element', tilesetId: id, row: typeof row === 'number' ? row : null, position };
    });
  }, [tileset, picks, id, adopted]);
}

/** A line around the selected row of our own tiles; what draws it travels with the first selection. */
function useSelectionOutline(isDrawn: boolean): void {
  const { viewer } = useGlobe();
  useLayoutEffect(() => {
    if (!isDrawn) return;
    return attachLater(async () => {
      const { attachSelectionOutline } = await import('./selection-outline.ts');
      return () => attachSelectionOutline(viewer);
    });
  }, [viewer, isDrawn]);
}

/** A 3D Tiles tileset of the package: streamed, highlighted by row, picked as plain data. */
export function TilesetLayer(props: TilesetLayerProps): ReactNode {
  const { viewer, quality } = useGlobe();
  const { tileset, isPlain } = useTileset(props.url, props);
  useLayoutEffect(() => {
    if (tileset) tileset.maximumScreenSpaceError = SCREEN_SPACE_ERROR[quality];
  }, [tileset, quality]);
  useLayoutEffect(() => {
    if (!tileset) return;
    tileset.show = props.visible && props.opacity > 0;
    viewer.scene.requestRender();
  }, [tileset, viewer, props.visible, props.opacity]);
  useTilesetShader(isPlain ? null : tileset, props);
  usePlainFading(isPlain ? tileset : null, props.opacity);
  const isMarked = props.rowLookup === 'row' && !isPlain && props.visible && props.opacity === 1;
  useSelectionOutline(isMarked && props.selectedRow !== null);
  usePicking(tileset, props.id, useAdoptedColors(tileset, props));
  return null;
}

import './globe.css';
import { type Viewer as CesiumViewer, Credit, CreditDisplay, Ion, JulianDate } from 'cesium';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { useCesium, Viewer } from 'resium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';
import type { ScenePick } from '../../core/city/scene-pick.ts';
import type { CameraView } from '../../core/geometry/camera-view.ts';
import type { GeodeticPosition } from '../../core/geometry/coordinates.ts';
import { solarPosition } from '../../core/geometry/solar-position.ts';
import type { QualityChoice, QualityLevel } from '../../core/style/quality.ts';
import { litWindowShares } from '../../core/style/window-light.ts';
import { type FlightTarget, flyTo, readCameraView } from './camera-flight.ts';
import { GlobeContext, type GlobeScene } from './globe-context.ts';
import { attachGroundMaterial, type GroundMaterial } from './ground-material.ts';
import { readGroundResolution } from './ground-resolution.ts';
import { buildLocalFrame } from './local-frame.ts';
import { attachTerrain } from './package-terrain.ts';
import { PickRegistry } from './pick-registry.ts';
import { attachPointer } from './pointer.ts';
import { type SceneLight, sceneLightAt } from './scene-light.ts';
import { applyLook, isSoftwareRendered, prepareScene } from './scene-look.ts';
import { sceneTheme } from './scene-theme.ts';
import { attachSkyCulling } from './sky-culling.ts';
import { TilesetGuards } from './tileset-guard.ts';
import { useLatest } from './use-latest.ts';
import { useQuality } from './use-quality.ts';
import { attachWorldMap } from './world-map.ts';
import { ZoneSurface } from './zone-surface.ts';

// Read-only properties of the one viewer: they must never change, else Resium builds a second one.
const VIEWER_SETTINGS = {
  animation: false,
  baseLayerPicker: false,
  fullscreenButton: false,
  geocoder: false,
  homeButton: false,
  infoBox: false,
  navigationHelpButton: false,
  projectionPicker: false,
  sceneModePicker: false,
  selectionIndicator: false,
  timeline: false,
  vrButton: false,
  baseLayer: false,
  skyBox: false,
  scene3DOnly: true,
  requestRenderMode: true,
  maximumRenderTimeChange: Number.POSITIVE_INFINITY,
  showRenderLoopErrors: false,
  shouldAnimate: false,
  msaaSamples: 1,
} as const;

Ion.defaultAccessToken = '';
Object.assign(globalThis, { CESIUM_BASE_URL: new URL('cesium/', document.baseURI).href });
CreditDisplay.cesiumCredit = new Credit('<a href="https://cesium.com/cesiumjs/" target="_blank">CesiumJS</a>', true);

export interface GlobeProps {
  /** Where to fly; a new `key` is a new flight, the first one is taken at once. */
  view: { key: number; target: FlightTarget } | null;
  ground: GroundSurface | null;
  /** Folder of the package's quantized-mesh terrain, ending in `/`. */
  terrainUrl?: string | null;
  /** Called with the reason when the terrain cannot be read; the ground surface is drawn in its place. */
  onTerrainFailed?: (message: string) => void;
  /** A base map is to lie on the ground. */
  carriesMap?: boolean;
  /** `instant`: ISO 8601 with offset. */
  sun: { instant: string; shadows: boolean };
  theme: 'light' | 'dark';
  /** `auto` unless told: low where the processor draws, elsewhere as the frames allow. */
  quality?: QualityChoice;
  /** The level that is drawn, at the start and whenever it changes. */
  onQuality?: (level: QualityLevel) => void;
  /** Low quality, edges never smoothed, no animated flights: for tests. */
  lowPower?: boolean;
  onPick: (pick: ScenePick | null) => void;
  onHover?: (pick: ScenePick | null, screen: { x: number; y: number }) => void;
  onDoubleClick?: (pick: ScenePick | null) => void;
  /** Ground under the pointer, degrees and metres above the ellipsoid; `null` off the globe. */
  onCursor?: (position: GeodeticPosition | null) => void;
  /** `groundMetersPerPixel`: of a CSS pixel in the middle of the view, `null` when the sky is there. */
  onCameraSettled?: (view: CameraView, groundMetersPerPixel: number | null) => void;
  /** Pieces of the ground, with what lies on them, that are still on their way. */
  onGroundProgress?: (pending: number) => void;
  /** Told how to draw the scene now and read its canvas, within the same task; `null` when the scene goes. */
  onDrawable?: (draw: (() => HTMLCanvasElement) | null) => void;
  /** The graphics context is gone for good: mount a new globe. */
  onContextLost?: () => void;
  /** Called with the engine's message when drawing stopped for another reason and leaving tilesets out did not help. */
  onRenderFailed?: (message: string) => void;
  children?: ReactNode;
}

// Layout effects: their clean-up runs before the viewer is destroyed, a passive effect's would come after.

/** The engine ends its loop at a failure; it notices so a frame later, and only then it may start again. */
function resumeDrawing(viewer: CesiumViewer): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (viewer.isDestroyed()) return;
      viewer.useDefaultRenderLoop = true;
      viewer.scene.requestRender();
    }),
  );
}

/** Reports what the engine tells: pointer, camera at rest, lost context. */
function useEngineEvents(viewer: CesiumViewer, picks: PickRegistry, guards: TilesetGuards, props: GlobeProps): void {
  const latest = useLatest(props);
  useLayoutEffect(() => {
    const { scene, camera } = viewer;
    const tellLost = (event: Event): void => {
      event.preventDefault();
      latest.current.onContextLost?.();
    };
    const removers = [
      attachPointer(viewer, picks, {
        onPick: (pick) => latest.current.onPick(pick),
        onHover: (pick, screen) => latest.current.onHover?.(pick, screen),
        onDoubleClick: (pick) => latest.current.onDoubleClick?.(pick),
        onCursor: (position) => latest.current.onCursor?.(position),
      }),
      camera.moveEnd.addEventListener(() =>
        latest.current.onCameraSettled?.(readCameraView(viewer), readGroundResolution(viewer)),
      ),
      scene.globe.tileLoadProgressEvent.addEventListener((pending: number) =>
        latest.current.onGroundProgress?.(pending),
      ),
      scene.renderError.addEventListener((_scene: unknown, error: unknown) => {
        if (scene.canvas.getContext('webgl2')?.isContextLost()) return;
        const message = error instanceof Error ? error.message : String(error);
        if (guards.stepBack(message)) resumeDrawing(viewer);
        else latest.current.onRenderFailed?.(message);
      }),
    ];
    scene.canvas.addEventListener('webglcontextlost', tellLost);
    const { canvas } = scene;
    return () => {
      canvas.removeEventListener('webglcontextlost', tellLost);
      for (const remove of removers) remove();
    };
  }, [viewer, picks, guards, latest]);
}

const NOON = { elevationDegrees: 60, azimuthDegrees: 160 };

/** Light over the middle of the city; without a city it is noon. */
function useSceneLight(instant: string, ground: GroundSurface | null): { light: SceneLight; litShares: number[] } {
  return useMemo(() => {
    const [west, south, east, north] = ground?.extent ?? [0, 0, 0, 0];
    const solar = ground ? solarPosition(instant, (west + east) / 2, (south + north) / 2) : NOON;
    const [hours = 12, minutes = 0] = instant.slice(11, 16).split(':').map(Number);
    return { light: sceneLightAt(solar), litShares: litWindowShares(hours + minutes / 60) };
  }, [instant, ground]);
}

function useSun(viewer: CesiumViewer, instant: string, shadows: boolean): void {
  useLayoutEffect(() => {
    viewer.clock.currentTime = JulianDate.fromIso8601(instant);
    viewer.shadows = shadows;
    viewer.scene.requestRender();
  }, [viewer, instant, shadows]);
}

function useFlight(
  viewer: CesiumViewer,
  view: GlobeProps['view'],
  ground: GroundSurface | null,
  lowPower: boolean,
): void {
  const [state] = useState({ flown: false });
  const latestGround = useLatest(ground);
  const key = view?.key;
  const latestView = useLatest(view);
  useLayoutEffect(() => {
    const target = latestView.current?.target;
    if (key === undefined || !target) return;
    flyTo(viewer, target, latestGround.current, state.flown && !lowPower);
    state.flown = true;
  }, [viewer, key, latestView, latestGround, lowPower, state]);
}

/** Lives inside the viewer: binds the engine to the properties and hands the scene to the layers. */
function GlobeBinding(props: GlobeProps & { viewer: CesiumViewer }): ReactNode {
  const { viewer, ground, terrainUrl = null, carriesMap = false, sun, theme, view } = props;
  const [picks] = useState(() => new PickRegistry());
  const [guards] = useState(() => new TilesetGuards());
  const [zoneSurface] = useState(() => new ZoneSurface());
  const [lowPower] = useState(() => props.lowPower === true || isSoftwareRendered(viewer));
  const machine = { isSoftware: lowPower, isBare: props.lowPower === true };
  useLayoutEffect(() => prepareScene(viewer, lowPower), [viewer, lowPower]);
  const quality = useQuality(viewer, props.quality ?? 'auto', machine, props.onQuality);
  useLayoutEffect(() => attachSkyCulling(viewer), [viewer]);
  useLayoutEffect(() => attachWorldMap(viewer), [viewer]);
  useLayoutEffect(() => zoneSurface.follow(viewer.scene), [viewer, zoneSurface]);
  useLayoutEffect(() => {
    const [west, south, east, north] = ground?.extent ?? [0, 0, 0, 0];
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    zoneSurface.setFrame(ground ? buildLocalFrame(lon, lat, groundHeightAt(ground, lon, lat)) : null);
    viewer.scene.requestRender();
  }, [viewer, zoneSurface, ground]);
  const onTerrainFailed = useLatest(props.onTerrainFailed);
  useLayoutEffect(
    () =>
      attachTerrain(viewer, { ground, terrainUrl, carriesMap, lowPower }, (message) =>
        onTerrainFailed.current?.(message),
      ),
    [viewer, ground, terrainUrl, carriesMap, lowPower, onTerrainFailed],
  );
  const { light, litShares } = useSceneLight(sun.instant, ground);
  useLayoutEffect(() => applyLook(viewer, sceneTheme(theme), light), [viewer, theme, light]);
  const [groundLook, setGroundLook] = useState<GroundMaterial | null>(null);
  useLayoutEffect(() => {
    const attached = attachGroundMaterial(viewer.scene, zoneSurface, sceneTheme(theme));
    setGroundLook(attached);
    return attached.dispose;
  }, [viewer, zoneSurface, theme]);
  useLayoutEffect(() => groundLook?.setVeil(light.veil), [groundLook, light]);
  const onDrawable = useLatest(props.onDrawable);
  useLayoutEffect(() => {
    onDrawable.current?.(() => {
      viewer.scene.requestRender();
      viewer.render();
      return viewer.scene.canvas;
    });
    return () => onDrawable.current?.(null);
  }, [viewer, onDrawable]);
  useSun(viewer, sun.instant, sun.shadows);
  useFlight(viewer, view, ground, lowPower);
  useEngineEvents(viewer, picks, guards, props);
  const scene = useMemo<GlobeScene>(
    () => ({ viewer, picks, guards, zoneSurface, ground, lowPower, quality, light, litShares }),
    [viewer, picks, guards, zoneSurface, ground, lowPower, quality, light, litShares],
  );
  return <GlobeContext value={scene}>{props.children}</GlobeContext>;
}

function GlobeGate(props: GlobeProps): ReactNode {
  const { viewer } = useCesium();
  return viewer ? <GlobeBinding {...props} viewer={viewer} /> : null;
}

/** The globe: exactly one viewer, every widget off, nothing asked of another host. Fills its positioned parent. */
export function Globe(props: GlobeProps): ReactNode {
  return (
    <div className="globe" data-theme={props.theme}>
      <Viewer full {...VIEWER_SETTINGS}>
        <GlobeGate {...props} />
      </Viewer>
    </div>
  );
}

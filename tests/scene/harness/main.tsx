import {
  Cartesian3,
  Cartographic,
  Cesium3DTileset,
  CustomShader,
  JulianDate,
  SceneTransforms,
  type Viewer,
} from 'cesium';
import { type ReactNode, StrictMode, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { parseColor } from '../../../src/core/style/parse-color.ts';
import { colorRows } from '../../../src/core/style/row-colors.ts';
import { advanceSketch } from '../../../src/core/zones/editing/advance-sketch.ts';
import type { Sketch, SketchEvent } from '../../../src/core/zones/editing/sketch.ts';
import type { SnapIndex } from '../../../src/core/zones/editing/snap-index.ts';
import { ZoneSketchLayer } from '../../../src/scene/globe/drawing/ZoneSketchLayer.tsx';
import { Globe } from '../../../src/scene/globe/Globe.tsx';
import { useGlobe } from '../../../src/scene/globe/globe-context.ts';
import { RowColorTexture } from '../../../src/scene/globe/row-color-texture.ts';
import { ShelterLayer } from '../../../src/scene/globe/ShelterLayer.tsx';
import { TilesetLayer } from '../../../src/scene/globe/TilesetLayer.tsx';
import { ZoneLayer } from '../../../src/scene/globe/ZoneLayer.tsx';
import type { ZoneSurface } from '../../../src/scene/globe/zone-surface.ts';
import { PROJECT_CRS } from './project-crs.ts';
import type { Effort, Harness, SceneDescription } from './scene-description.ts';

const LEVEL_NAMES = { red: '红', orange: '橙', yellow: '黄', blue: '蓝', unrated: '未评级' };
const events: Harness['events'] = {
  picks: [],
  failed: [],
  settledViews: [],
  contextLost: 0,
  qualities: [],
  renderFailed: [],
  drawingFailed: [],
  sketch: [],
  committed: [],
};
const onFailed = (failure: { uri: string; message: string }): void => void events.failed.push(failure);
const pending = new Map<string, number>();
let viewer: Viewer | null = null;
let zoneSurface: ZoneSurface | null = null;
let description: SceneDescription;
let root: Root | null = null;

function Probe(): ReactNode {
  const globe = useGlobe();
  useLayoutEffect(() => {
    viewer = globe.viewer;
    zoneSurface = globe.zoneSurface;
    return () => {
      viewer = null;
      zoneSurface = null;
    };
  }, [globe.viewer, globe.zoneSurface]);
  return null;
}

const SNAP_NAMES = { vertex: '顶点', edge: '边', middle: '中点', building: '建筑', street: '街道', start: '起点' };
const NO_SNAP_INDEXES: SnapIndex[] = [];

function onSketchEvent(event: SketchEvent): Sketch | null {
  const { sketch } = description;
  events.sketch.push(event);
  if (!sketch) return null;
  const step = advanceSketch(sketch, event);
  if (step.outcome === 'committed') events.committed.push(step.sketch.shape);
  const next = step.outcome === 'open' ? step.sketch : null;
  harness.show({ sketch: next });
  return next;
}

const onListening = () => () => undefined;

/** Gives an outline to the zone surface, as a drawing tool does. */
function Outline({ outline }: { outline: SceneDescription['outline'] }): ReactNode {
  const { zoneSurface: surface } = useGlobe();
  useLayoutEffect(() => {
    const { frame } = surface;
    if (!frame || outline === undefined) return;
    const ring = Float32Array.from(outline?.ring.flatMap(([lon, lat]) => frame.project(lon, lat)) ?? []);
    surface.setSketch(outline && { zoneId: outline.zoneId, level: outline.level, rings: [ring] });
  }, [surface, outline]);
  return null;
}

const painted = new WeakMap<object, { key: string; rgba: Uint8Array }>();

/** Colours as the worker makes them; the same for the same list. */
function paintRows(colors: SceneDescription['rowColors']): { key: string; rgba: Uint8Array } | null {
  if (!colors) return null;
  const palette = [...new Set(colors)].filter((each) => each !== null);
  const places = Uint8Array.from(colors, (each) => (each === null ? 255 : palette.indexOf(each)));
  const known = painted.get(colors) ?? { key: colors.join(), rgba: colorRows(places, palette.map(parseColor)) };
  painted.set(colors, known);
  return known;
}

function Scene({ scene }: { scene: SceneDescription }): ReactNode {
  return (
    <Globe
      view={scene.view}
      ground={scene.ground}
      sun={scene.sun}
      theme={scene.theme}
      lowPower={scene.lowPower}
      {...(scene.quality ? { quality: scene.quality } : {})}
      onQuality={(level) => events.qualities.push(level)}
      onPick={(pick) => events.picks.push(pick)}
      onCameraSettled={(view) => events.settledViews.push(view)}
      onContextLost={() => {
        events.contextLost += 1;
      }}
      onRenderFailed={(message) => events.renderFailed.push(message)}
    >
      <Probe />
      {scene.tilesets.map((each) => (
        <TilesetLayer
          key={each.id}
          visible
          {...each}
          selectedRow={scene.selectedRow}
          rowColors={paintRows(scene.rowColors)}
          theme={scene.theme}
          onProgress={({ pending: count }) => pending.set(each.id, count)}
          onTileFailed={onFailed}
          onDrawingFailed={({ loss }) => events.drawingFailed.push({ id: each.id, loss })}
        />
      ))}
      <ZoneLayer
        zones={scene.zones}
        visible
        opacity={scene.zoneOpacity}
        selectedId={scene.selectedZone}
        theme={scene.theme}
        labels={scene.labels}
        levelNames={LEVEL_NAMES}
      />
      <Outline outline={scene.outline} />
      <ShelterLayer shelters={scene.shelters} flaggedIds={scene.flaggedIds} visible opacity={1} selectedId={null} />
      {scene.sketch ? (
        <ZoneSketchLayer
          sketch={scene.sketch}
          projectCrs={PROJECT_CRS}
          level="red"
          theme={scene.theme}
          snapIndexes={NO_SNAP_INDEXES}
          onEvent={onSketchEvent}
          onListening={onListening}
          measures={[]}
          snapNames={SNAP_NAMES}
          awaited={[]}
        />
      ) : null}
    </Globe>
  );
}

function render(): void {
  root?.render(
    <StrictMode>
      <Scene scene={description} />
    </StrictMode>,
  );
}

function live(): Viewer {
  if (!viewer) throw new Error('The globe is not mounted.');
  return viewer;
}

function drawFrame(): void {
  live().scene.requestRender();
  live().render();
}

function tilesets(): Cesium3DTileset[] {
  const { primitives } = live().scene;
  return Array.from({ length: primitives.length }, (_, index): unknown => primitives.get(index)).filter(
    (each) => each instanceof Cesium3DTileset,
  );
}

function breakNewest(how: 'exception' | 'shader'): void {
  const newest = tilesets().at(-1);
  if (!newest) throw new Error('There is no tileset.');
  live().scene.requestRender();
  if (how === 'shader') {
    newest.customShader = new CustomShader({
      fragmentShaderText:
        'void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) { material.diffuse = nowhere; }',
    });
    return;
  }
  Object.defineProperty(newest.root, 'updateVisibility', {
    value: () => {
      throw new Error('broken on purpose');
    },
  });
}

async function settled(timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  let calm = 0;
  while (calm < 4) {
    if (performance.now() > end) throw new Error('The scene did not come to rest.');
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (!viewer) continue;
    drawFrame();
    const all = tilesets();
    const wanted = description.tilesets.length - events.failed.filter((each) => each.uri === 'tileset.json').length;
    const still =
      all.length >= wanted &&
      all.every((each) => !each.show || each.tilesLoaded) &&
      viewer.scene.globe.tilesLoaded &&
      zoneSurface?.isPainting !== true;
    calm = still ? calm + 1 : 0;
  }
}

function pixel(x: number, y: number): [number, number, number] {
  drawFrame();
  const { canvas } = live().scene;
  const gl = canvas.getContext('webgl2');
  const ratio = canvas.width / canvas.clientWidth;
  const bytes = new Uint8Array(4);
  const row = canvas.height - 1 - Math.floor(y * ratio);
  gl?.readPixels(Math.floor(x * ratio), row, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  return [bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0];
}

function pixelsIn(x: number, y: number, width: number, height: number): number[] {
  drawFrame();
  const { canvas } = live().scene;
  const gl = canvas.getContext('webgl2');
  const bytes = new Uint8Array(4 * width * height);
  gl?.readPixels(
    Math.floor(x),
    canvas.height - Math.floor(y) - height,
    width,
    height,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    bytes,
  );
  const rows = Array.from({ length: height }, (_, row) => bytes.subarray(4 * width * row, 4 * width * (row + 1)));
  return rows.reverse().flatMap((row) => Array.from(row).filter((_, at) => at % 4 < 3));
}

function effort(): Effort {
  const { scene } = live();
  return {
    samples: scene.msaaSamples,
    pixelRatio: scene.canvas.width / scene.canvas.clientWidth,
    stages: scene.postProcessStages.length,
    isShadowSoft: scene.shadowMap.softShadows,
    groundError: scene.globe.maximumScreenSpaceError,
    tileError: tilesets().at(-1)?.maximumScreenSpaceError ?? null,
  };
}

async function framesWithin(milliseconds: number): Promise<number> {
  let frames = 0;
  const forget = live().scene.postRender.addEventListener(() => {
    frames += 1;
  });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  forget();
  return frames;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

async function paintTime(patch: Partial<SceneDescription>): Promise<number> {
  const start = performance.now();
  // No frames meanwhile: what they cost is measured by itself.
  live().useDefaultRenderLoop = false;
  // Shown at once: the zones are ordered when this returns.
  flushSync(() => harness.show(patch));
  while (zoneSurface?.isPainting !== false) {
    if (performance.now() - start > 120_000) throw new Error('The zones were not painted.');
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const taken = performance.now() - start;
  live().useDefaultRenderLoop = true;
  return taken;
}

function outlineTime({ zoneId, level, ring }: NonNullable<SceneDescription['outline']>, moves: number): number {
  const { frame } = zoneSurface ?? {};
  if (!zoneSurface || !frame) throw new Error('There is no ground.');
  const placed = ring.flatMap(([lon, lat]) => frame.project(lon, lat));
  const times: number[] = [];
  for (let move = 0; move < moves; move += 1) {
    const rings = [Float32Array.from(placed, (value, index) => value + (index === 0 || index === 1 ? move : 0))];
    const start = performance.now();
    zoneSurface.setSketch({ zoneId, level, rings });
    times.push(performance.now() - start);
    drawFrame();
  }
  zoneSurface.setSketch(null);
  return median(times);
}

function labelTime(moves: number): number {
  const { camera, preRender } = live().scene;
  flushSync(() => harness.show({ labels: true }));
  drawFrame();
  const times = Array.from({ length: moves }, () => {
    camera.rotateRight(1e-6);
    const start = performance.now();
    // Labels are laid before a frame is drawn, anew whenever the view has moved.
    preRender.raiseEvent(live().scene, JulianDate.now());
    const taken = performance.now() - start;
    drawFrame();
    return taken;
  });
  harness.show({ labels: false });
  return median(times);
}

function rowUploadTime(rows: number): number {
  const { scene } = live();
  const gl = scene.canvas.getContext('webgl2');
  const texture = new RowColorTexture(scene);
  const pictures = [0, 1].map((place) => colorRows(new Uint8Array(rows).fill(place), [[10, 20, 30]]));
  const times = Array.from({ length: 9 }, (_, turn) => {
    const start = performance.now();
    texture.show(pictures[turn % 2] ?? null);
    // Reading a pixel waits until everything before it is done.
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    return performance.now() - start;
  });
  texture.dispose();
  return median(times);
}

const harness: Harness = {
  show: (patch) => {
    description = { ...description, ...patch };
    render();
  },
  mount: () => {
    root = createRoot(document.getElementById('root') as HTMLElement);
    render();
  },
  unmount: () => {
    root?.unmount();
    root = null;
  },
  isMounted: () => viewer !== null,
  settled,
  pixel,
  pixelsIn,
  project: (lon, lat, height) => {
    const at = SceneTransforms.worldToWindowCoordinates(live().scene, Cartesian3.fromDegrees(lon, lat, height));
    return at ? { x: at.x, y: at.y } : null;
  },
  heightAt: (lon, lat) => live().scene.globe.getHeight(Cartographic.fromDegrees(lon, lat)),
  frameTime: (frames) => {
    const times = Array.from({ length: frames }, () => {
      const start = performance.now();
      // Reading a pixel waits until everything before it is drawn.
      pixel(1, 1);
      return performance.now() - start;
    });
    return median(times);
  },
  paintTime,
  outlineTime,
  labelTime,
  rowUploadTime,
  loseContext: () => live().scene.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
  drawnTiles: () =>
    tilesets().reduce(
      (sum, each) => sum + (each as unknown as { statistics: { selected: number } }).statistics.selected,
      0,
    ),
  breakNewest,
  effort,
  framesWithin,
  isSkyDrawn: () => live().scene.skyAtmosphere?.show === true,
  isDrawing: () => live().useDefaultRenderLoop,
  sketch: () => description.sketch ?? null,
  events,
};

async function start(): Promise<void> {
  const name = new URLSearchParams(location.search).get('scene') ?? 'scene';
  const response = await fetch(`scenes/${name}.json`);
  description = (await response.json()) as SceneDescription;
  Object.assign(window, { harness });
  harness.mount();
}
void start();

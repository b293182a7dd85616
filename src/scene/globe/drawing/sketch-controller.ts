import { Cartesian3, PerspectiveFrustum, type Viewer } from 'cesium';
import type { RiskLevel } from '../../../core/city/hazard.ts';
import type { ProjectedXY } from '../../../core/geometry/coordinates.ts';
import { isPointInPolygon } from '../../../core/geometry/point-in-polygon.ts';
import { findSnap } from '../../../core/zones/editing/find-snap.ts';
import { shortestTrace } from '../../../core/zones/editing/shortest-trace.ts';
import type { Sketch, SketchEvent, SnapHit } from '../../../core/zones/editing/sketch.ts';
import type { SnapIndex } from '../../../core/zones/editing/snap-index.ts';
import type { ZoneSurface } from '../zone-surface.ts';
import { ScreenLens, type ScreenPoint } from './screen-lens.ts';
import { hitHandle, type SeenHandle, seeHandles } from './sketch-handles.ts';
import { sketchLook } from './sketch-look.ts';
import { SketchOverlay } from './sketch-overlay.ts';
import type { SketchPlacement } from './sketch-placement.ts';
import { type PointerKeys, SketchPointer } from './sketch-pointer.ts';
import { type ProbeDepth, type SurfaceHit, SurfaceProbe } from './surface-probe.ts';

/** What a sketch looks like and whom it tells. */
export interface SketchScene {
  sketch: Sketch;
  level: RiskLevel;
  theme: 'light' | 'dark';
  /** What there is to snap to and to trace, metres of the project CRS. */
  snapIndexes: readonly SnapIndex[];
  /** Answers the sketch as it is after the event; `null` when it has ended. */
  onEvent: (event: SketchEvent) => Sketch | null;
}

/** The engine and the page that a sketch is drawn in. */
export interface SketchStage {
  viewer: Viewer;
  zoneSurface: ZoneSurface;
  placement: SketchPlacement;
  canvas: HTMLCanvasElement;
  label: HTMLElement;
}

/** Where the pointer means to be. */
interface Aim {
  at: ProjectedXY;
  snap: SnapHit | null;
  via?: readonly ProjectedXY[];
}

interface Drag {
  seen: SeenHandle | null;
  /** `null` until it is known whether the handle is in plain sight or seen through a building. */
  depth: ProbeDepth | null;
  /** Where the last event told that it is. */
  at: ProjectedXY;
  screen: ScreenPoint;
}

const REACH_PIXELS = 10;
const REACH_TOUCH_PIXELS = 22;
const SNAP_PIXELS = 10;
/** A handle this near to what is seen at its pixel is in plain sight: metres, or this part of its range. */
const SIGHT_METERS = 1;
const SIGHT_OF_RANGE = 0.01;
const EDIT_TOOLS: readonly Sketch['tool'][] = ['reshape', 'transform'];

/** Turns the pointer into events of a sketch and draws the sketch over the scene. */
export class SketchController {
  readonly #stage: SketchStage;
  readonly #host: HTMLElement;
  readonly #probe: SurfaceProbe;
  readonly #pointer: SketchPointer;
  readonly #overlay: SketchOverlay;
  readonly #forget: () => void;
  #scene: SketchScene;
  #handles: SeenHandle[] = [];
  #hovered: SeenHandle | null = null;
  #pointerAt: ScreenPoint | null = null;
  #drag: Drag | null = null;

  constructor(stage: SketchStage, scene: SketchScene) {
    this.#stage = stage;
    this.#scene = scene;
    const { viewer } = stage;
    this.#host = viewer.container as HTMLElement;
    this.#probe = new SurfaceProbe(viewer);
    this.#overlay = new SketchOverlay(stage.canvas, stage.label);
    this.#pointer = new SketchPointer(this.#host, viewer.scene.canvas, {
      onPressed: (at, { isTouch }) => this.#press(at, isTouch),
      onDragged: (at, keys) => this.#follow(at, keys),
      onDropped: (at, keys) => this.#drop(at, keys),
      onDragLost: () => this.#loseDrag(),
      onHovered: (at, keys) => this.#hover(at, keys),
      onClicked: (at, keys, isDouble) => this.#click(at, keys, isDouble),
      onSecondClick: () => {
        if (this.#scene.sketch.points.length > 0) this.#tell({ kind: 'finished' });
      },
      onLeft: () => {
        this.#pointerAt = null;
        this.#probe.forgetWanted();
        this.#draw();
      },
    });
    this.#forget = viewer.scene.postRender.addEventListener(() => this.#draw());
    this.show(scene);
  }

  /** Shows the sketch as it is now. */
  show(scene: SketchScene): void {
    this.#scene = scene;
    const { zoneSurface, placement, viewer } = this.#stage;
    const { frame } = zoneSurface;
    const { sketch, level } = scene;
    if (frame) {
      const rings = sketch.shape.flatMap((polygon) => polygon.map((ring) => placement.ring(ring, frame).local));
      zoneSurface.setSketch({ zoneId: sketch.zoneId, level, rings });
    }
    this.#setCursor();
    viewer.scene.requestRender();
  }

  /** Takes what the pointer did before it was listened to. */
  replay(event: PointerEvent, sketch: Sketch): void {
    this.#scene = { ...this.#scene, sketch };
    this.#draw();
    this.#pointer.replay(event);
  }

  dispose(): void {
    this.#forget();
    this.#pointer.dispose();
    this.#probe.dispose();
    this.#host.style.cursor = '';
    const { viewer, zoneSurface } = this.#stage;
    zoneSurface.setSketch(null);
    if (!viewer.isDestroyed()) viewer.scene.requestRender();
  }

  #tell(event: SketchEvent): void {
    // The next event may come before the page has shown what this one made.
    const sketch = this.#scene.onEvent(event);
    if (sketch) this.#scene = { ...this.#scene, sketch };
  }

  #draw(): void {
    const { viewer, placement, zoneSurface } = this.#stage;
    const { sketch, level, theme } = this.#scene;
    const { frame } = zoneSurface;
    if (!frame) return;
    const lens = new ScreenLens(viewer.scene);
    this.#handles = seeHandles(sketch, placement, frame, lens);
    const look = sketchLook(level, theme);
    const hovered = this.#hovered?.handle ?? null;
    this.#overlay.draw({ sketch, placement, frame, lens, look, handles: this.#handles, hovered }, this.#pointerAt);
  }

  #setCursor(): void {
    const { tool } = this.#scene.sketch;
    const kind = this.#drag ? (this.#drag.seen?.handle.kind ?? 'body') : this.#hovered?.handle.kind;
    const cursors = { vertex: 'move', middle: 'copy', scale: 'nwse-resize', rotate: 'grab', body: 'move' };
    this.#host.style.cursor = kind ? cursors[kind] : EDIT_TOOLS.includes(tool) ? 'default' : 'crosshair';
  }

  /** Metres on the ground that a length on the screen spans at a place. */
  #metersOf(pixels: number, { lon, lat, ellipsoidalHeightMeters }: SurfaceHit): number {
    const { camera, canvas } = this.#stage.viewer.scene;
    const fov = camera.frustum instanceof PerspectiveFrustum ? (camera.frustum.fovy ?? 1) : 1;
    const range = Cartesian3.distance(camera.positionWC, Cartesian3.fromDegrees(lon, lat, ellipsoidalHeightMeters));
    return (pixels * range * 2 * Math.tan(fov / 2)) / Math.max(canvas.clientHeight, 1);
  }

  /** The point that a hit means: itself, or what it snaps to, and the way there along what is traced. */
  #resolve(hit: SurfaceHit, isFree: boolean): Aim {
    const { sketch, snapIndexes } = this.#scene;
    const at = this.#stage.placement.take(hit.lon, hit.lat, hit.ellipsoidalHeightMeters);
    const snap = isFree ? null : findSnap(snapIndexes, at, this.#metersOf(SNAP_PIXELS, hit), sketch);
    if (!snap) return { at, snap };
    const last = sketch.points.at(-1);
    const via = sketch.tool === 'trace' && last ? shortestTrace(snapIndexes, last, snap.point) : null;
    return { at: snap.point, snap, ...(via ? { via } : {}) };
  }

  #press(screen: ScreenPoint, isTouch: boolean): boolean {
    const { sketch } = this.#scene;
    if (!EDIT_TOOLS.includes(sketch.tool)) return false;
    const seen = hitHandle(this.#handles, screen, isTouch ? REACH_TOUCH_PIXELS : REACH_PIXELS);
    const isPoint = seen !== null && (seen.handle.kind === 'vertex' || seen.handle.kind === 'middle');
    const under = isPoint ? null : this.#probe.exact(screen, 'ground');
    const place = under ? this.#stage.placement.take(under.lon, under.lat, under.ellipsoidalHeightMeters) : null;
    if (!seen) {
      const isBody = sketch.tool === 'transform' && place !== null && isPointInPolygon(place, sketch.shape);
      if (!isBody) return false;
    }
    const at = seen && seen.handle.kind !== 'rotate' ? seen.at : (place ?? seen?.at);
    if (!at) return false;
    this.#pointerAt = screen;
    this.#drag = { seen, depth: isPoint ? (seen.foot ? 'surface' : null) : 'ground', at, screen };
    this.#tell({ kind: 'grabbed', handle: seen?.handle ?? { kind: 'body' }, at });
    this.#setCursor();
    return true;
  }

  #follow(screen: ScreenPoint, keys: PointerKeys): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#pointerAt = screen;
    if (drag.depth === null && drag.seen) {
      const { seen } = drag;
      this.#probe.soon(seen.screen, 'surface', (hit) => {
        drag.depth = this.#isInSight(seen, hit) ? 'surface' : 'ground';
        if (this.#drag === drag && this.#pointerAt) this.#follow(this.#pointerAt, keys);
      });
      return;
    }
    this.#probe.soon(screen, drag.depth ?? 'ground', (hit) => {
      if (hit && this.#drag === drag) this.#moveTo(drag, hit, screen, keys);
    });
  }

  /** A handle on the ground behind a building is seen through it: it is dragged on the ground. */
  #isInSight({ at }: SeenHandle, hit: SurfaceHit | null): boolean {
    if (!hit) return false;
    const { onGround } = this.#stage.placement.place(at);
    const there = Cartesian3.fromDegrees(hit.lon, hit.lat, hit.ellipsoidalHeightMeters);
    const range = Cartesian3.distance(this.#stage.viewer.camera.positionWC, onGround);
    return Cartesian3.distance(onGround, there) < SIGHT_METERS + range * SIGHT_OF_RANGE;
  }

  #moveTo(drag: Drag, hit: SurfaceHit, screen: ScreenPoint, keys: PointerKeys): void {
    const isPoint = drag.seen?.handle.kind === 'vertex' || drag.seen?.handle.kind === 'middle';
    const { at, snap } = this.#resolve(hit, keys.isFree || !isPoint);
    drag.at = at;
    drag.screen = screen;
    this.#tell({ kind: 'moved', at, snap, constrained: keys.isConstrained });
  }

  #drop(screen: ScreenPoint | null, keys: PointerKeys): void {
    const drag = this.#drag;
    if (!drag) return;
    const isBehind = screen !== null && (drag.screen.x !== screen.x || drag.screen.y !== screen.y);
    if (isBehind) {
      if (drag.depth === null && drag.seen) {
        drag.depth = this.#isInSight(drag.seen, this.#probe.exact(drag.seen.screen, 'surface')) ? 'surface' : 'ground';
      }
      const hit = this.#probe.exact(screen, drag.depth ?? 'ground');
      if (hit) this.#moveTo(drag, hit, screen, keys);
    }
    this.#probe.forgetWanted();
    this.#drag = null;
    this.#tell({ kind: 'released', at: drag.at, constrained: keys.isConstrained });
    this.#setCursor();
  }

  #loseDrag(): void {
    if (!this.#drag) return;
    this.#probe.forgetWanted();
    this.#drag = null;
    this.#tell({ kind: 'cancelled' });
  }

  #hover(screen: ScreenPoint, keys: PointerKeys): void {
    this.#pointerAt = screen;
    if (EDIT_TOOLS.includes(this.#scene.sketch.tool)) {
      const seen = hitHandle(this.#handles, screen, REACH_PIXELS);
      const isSame = JSON.stringify(seen?.handle) === JSON.stringify(this.#hovered?.handle);
      this.#hovered = seen;
      this.#setCursor();
      if (!isSame) this.#draw();
      return;
    }
    this.#hovered = null;
    this.#probe.soon(screen, 'surface', (hit) => {
      if (hit) this.#tell({ kind: 'moved', ...this.#resolve(hit, keys.isFree) });
    });
  }

  #click(screen: ScreenPoint, keys: PointerKeys, isDouble: boolean): void {
    this.#pointerAt = screen;
    if (isDouble && this.#scene.sketch.points.length > 0) {
      this.#probe.forgetWanted();
      this.#tell({ kind: 'finished' });
      return;
    }
    const hit = this.#probe.exact(screen, 'surface');
    if (hit) this.#tell({ kind: 'placed', ...this.#resolve(hit, keys.isFree) });
  }
}

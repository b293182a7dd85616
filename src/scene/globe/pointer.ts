import {
  Cartesian2,
  type Cartesian3,
  Cartographic,
  Math as CesiumMath,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
  type Viewer,
} from 'cesium';
import type { ScenePick } from '../../core/city/scene-pick.ts';
import type { GeodeticPosition } from '../../core/geometry/coordinates.ts';
import type { PickRegistry } from './pick-registry.ts';

/** What the pointer tells; positions in degrees, screen positions in CSS pixels of the canvas. */
export interface PointerEvents {
  onPick(pick: ScenePick | null): void;
  onHover(pick: ScenePick | null, screen: { x: number; y: number }): void;
  onDoubleClick(pick: ScenePick | null): void;
  onCursor(position: GeodeticPosition | null): void;
}

/** A hit test draws the scene once more; hovering asks for it at most this often. */
const HOVER_INTERVAL_MS = 120;

function toGeodetic(position: Cartesian3 | undefined): GeodeticPosition | null {
  const place = position ? Cartographic.fromCartesian(position) : undefined;
  if (!place) return null;
  return {
    lon: CesiumMath.toDegrees(place.longitude),
    lat: CesiumMath.toDegrees(place.latitude),
    ellipsoidalHeightMeters: place.height,
  };
}

/** Ground under a screen position, found without drawing. */
export function groundUnder(viewer: Viewer, screen: Cartesian2): GeodeticPosition | null {
  const ray = viewer.camera.getPickRay(screen);
  return ray ? toGeodetic(viewer.scene.globe.pick(ray, viewer.scene)) : null;
}

function pickAt(viewer: Viewer, picks: PickRegistry, screen: Cartesian2): ScenePick | null {
  const { scene } = viewer;
  // The depth of a position is only right after a fresh frame and before any other hit test.
  scene.requestRender();
  viewer.render();
  const surface = scene.pickPositionSupported ? toGeodetic(scene.pickPosition(screen)) : null;
  return picks.resolve(scene.pick(screen), surface ?? groundUnder(viewer, screen));
}

/** Listens to the pointer on the canvas; returns its remover. */
export function attachPointer(viewer: Viewer, picks: PickRegistry, events: PointerEvents): () => void {
  const handler = new ScreenSpaceEventHandler(viewer.scene.canvas);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = new Cartesian2();
  let dragging = false;
  const hover = (): void => {
    timer = null;
    if (viewer.isDestroyed() || dragging) return;
    if (picks.isPaused) {
      events.onHover(null, { x: last.x, y: last.y });
      return;
    }
    events.onHover(picks.resolve(viewer.scene.pick(last), groundUnder(viewer, last)), { x: last.x, y: last.y });
  };
  const leave = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    events.onCursor(null);
    events.onHover(null, { x: last.x, y: last.y });
  };
  handler.setInputAction((event: ScreenSpaceEventHandler.MotionEvent) => {
    last = Cartesian2.clone(event.endPosition);
    events.onCursor(groundUnder(viewer, last));
    timer ??= setTimeout(hover, HOVER_INTERVAL_MS);
  }, ScreenSpaceEventType.MOUSE_MOVE);
  handler.setInputAction((event: ScreenSpaceEventHandler.PositionedEvent) => {
    if (!picks.isPaused) events.onPick(pickAt(viewer, picks, event.position));
  }, ScreenSpaceEventType.LEFT_CLICK);
  handler.setInputAction((event: ScreenSpaceEventHandler.PositionedEvent) => {
    if (!picks.isPaused) events.onDoubleClick(pickAt(viewer, picks, event.position));
  }, ScreenSpaceEventType.LEFT_DOUBLE_CLICK);
  const setDragging = (value: boolean) => (): void => {
    dragging = value;
  };
  for (const type of [
    ScreenSpaceEventType.LEFT_DOWN,
    ScreenSpaceEventType.MIDDLE_DOWN,
    ScreenSpaceEventType.RIGHT_DOWN,
  ]) {
    handler.setInputAction(setDragging(true), type);
  }
  for (const type of [ScreenSpaceEventType.LEFT_UP, ScreenSpaceEventType.MIDDLE_UP, ScreenSpaceEventType.RIGHT_UP]) {
    handler.setInputAction(setDragging(false), type);
  }
  const { canvas } = viewer.scene;
  canvas.addEventListener('pointerleave', leave);
  return () => {
    if (timer !== null) clearTimeout(timer);
    canvas.removeEventListener('pointerleave', leave);
    handler.destroy();
  };
}

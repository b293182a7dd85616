import { Matrix4, type Scene, type Texture } from 'cesium';
import type { RiskLevel } from '../../core/city/hazard.ts';
import type { LocalFrame } from './local-frame.ts';
import type { SheetBounds } from './sheet-bounds.ts';

/**
 * One painted sheet on the graphics card, rows from the north: `pattern` (fill, hatch, outline) for the ground, `tint`
 * (plain fill) for roofs and walls. Whoever paints it destroys it; others only sample it.
 */
export interface ZoneSheet {
  bounds: SheetBounds;
  pattern: Texture;
  tint: Texture;
}

/**
 * What is painted now; `overview` spans all zones, `detail` the surroundings of the view, `sketch` the outline in the
 * making, above both. `opacity` is that of the resting zones.
 */
export interface ZonePaint {
  overview: ZoneSheet | null;
  detail: ZoneSheet | null;
  sketch: ZoneSheet | null;
  opacity: number;
}

/** The outline of a zone being drawn or changed, as it is at this moment. */
export interface ZoneSketchOutline {
  /** Zone whose resting drawing gives way meanwhile; `null` for a new one. */
  zoneId: string | null;
  /** Its colour and hatch. */
  level: RiskLevel;
  /** Closed rings in the local frame (`ZoneSurface.frame.project`), metres as x, y, x, y …; exteriors and holes alike (even-odd). */
  rings: readonly Float32Array[];
}

/**
 * The sheets that the ground material and the building shaders sample, and the matrix that leads from the
 * camera's frame to the local one; the zone layer writes, the others listen. An outline given to `setSketch` is drawn
 * in a small sheet of its own above all others, on ground, roofs and walls, while a zone layer is mounted: give it with
 * every move of the pointer and `null` at the end. The sketch stays in sight until the resting zones are painted anew.
 */
export class ZoneSurface {
  frame: LocalFrame | null = null;
  paint: ZonePaint | null = null;
  sketch: ZoneSketchOutline | null = null;
  /** Where the base map covers the ground: there the neutral ground is not drawn. */
  map: SheetBounds | null = null;
  /** Whether sheets that are wanted are still being drawn. */
  isPainting = false;
  /** Eye coordinates → local east, north, up; renewed before each frame. */
  readonly eyeToLocal = Matrix4.clone(Matrix4.IDENTITY);
  readonly #listeners = new Set<() => void>();
  readonly #sketchListeners = new Set<() => void>();

  setFrame(frame: LocalFrame | null): void {
    this.frame = frame;
    announce(this.#listeners);
  }

  setPaint(paint: ZonePaint | null): void {
    this.paint = paint;
    announce(this.#listeners);
  }

  /** West, south, east, north in degrees of the base map; `null` without one. */
  setMap(box: readonly [west: number, south: number, east: number, north: number] | null): void {
    if (box && this.frame) {
      const [east, north] = this.frame.project(box[0], box[1]);
      const [farEast, farNorth] = this.frame.project(box[2], box[3]);
      this.map = { east, north, width: farEast - east, height: farNorth - north };
    } else this.map = null;
    announce(this.#listeners);
  }

  /** Shows this outline in place of the resting drawing of its zone; `null` ends it. */
  setSketch(sketch: ZoneSketchOutline | null): void {
    if (sketch === null && this.sketch === null) return;
    this.sketch = sketch;
    announce(this.#sketchListeners);
  }

  /** Tells of frame and paint. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    listener();
    return () => this.#listeners.delete(listener);
  }

  /** Tells of the outline in the making. */
  subscribeSketch(listener: () => void): () => void {
    this.#sketchListeners.add(listener);
    listener();
    return () => this.#sketchListeners.delete(listener);
  }

  /** Keeps the matrix true to the camera; returns its remover. */
  follow(scene: Scene): () => void {
    return scene.preRender.addEventListener(() => {
      if (this.frame) Matrix4.multiply(this.frame.fromEcef, scene.camera.inverseViewMatrix, this.eyeToLocal);
    });
  }
}

function announce(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}

import { Matrix4, type Scene } from 'cesium';
import type { RiskLevel } from '../../core/city/hazard.ts';
import type { LocalFrame } from './local-frame.ts';

/** Bounds of a painted sheet in the local frame, metres. */
export interface SheetBounds {
  east: number;
  north: number;
  width: number;
  height: number;
}

/** Pixels as the graphics card takes them: red, green, blue, opacity; rows from the north. */
export interface ZoneTint {
  width: number;
  height: number;
  pixels: Uint8Array<ArrayBuffer>;
}

/** One painted sheet: `pattern` (fill, hatch, outline) for the ground, `tint` (plain fill) for roofs and walls. */
export interface ZoneSheet {
  bounds: SheetBounds;
  pattern: HTMLCanvasElement | ImageBitmap;
  tint: ZoneTint;
}

/** What is painted now; `overview` spans all zones, `detail` the surroundings of the view. */
export interface ZonePaint {
  overview: ZoneSheet | null;
  detail: ZoneSheet | null;
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
 * in a small sheet of its own above all others, on ground, roofs and walls: give it with every move of the pointer and
 * `null` at the end. The sketch stays in sight until the resting zones have been painted anew.
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

  setFrame(frame: LocalFrame | null): void {
    this.frame = frame;
    this.#announce();
  }

  setPaint(paint: ZonePaint | null): void {
    this.paint = paint;
    this.#announce();
  }

  /** Shows this outline in place of the resting drawing of its zone; `null` ends it. */
  setSketch(sketch: ZoneSketchOutline | null): void {
    this.sketch = sketch;
    this.#announce();
  }

  /** West, south, east, north in degrees of the base map; `null` without one. */
  setMap(box: readonly [west: number, south: number, east: number, north: number] | null): void {
    if (box && this.frame) {
      const [east, north] = this.frame.project(box[0], box[1]);
      const [farEast, farNorth] = this.frame.project(box[2], box[3]);
      this.map = { east, north, width: farEast - east, height: farNorth - north };
    } else this.map = null;
    this.#announce();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    listener();
    return () => this.#listeners.delete(listener);
  }

  /** Keeps the matrix true to the camera; returns its remover. */
  follow(scene: Scene): () => void {
    return scene.preRender.addEventListener(() => {
      if (this.frame) Matrix4.multiply(this.frame.fromEcef, scene.camera.inverseViewMatrix, this.eyeToLocal);
    });
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

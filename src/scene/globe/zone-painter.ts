import type { Viewer } from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { readCameraView } from './camera-flight.ts';
import { type DetailNeeds, detailMetersPerPixel, planDetail } from './detail-plan.ts';
import type { LocalFrame } from './local-frame.ts';
import { PlacedZones } from './place-zones.ts';
import { boxAround, containsBox, growBy, type SheetBounds, sizeOf } from './sheet-bounds.ts';
import { SheetTextures } from './sheet-textures.ts';
import { SketchSheet } from './sketch-sheet.ts';
import { findVisibleGround } from './visible-ground.ts';
import { ZoneDraftsman } from './zone-draftsman.ts';
import type { SheetKind, SheetRequest } from './zone-sheets.ts';
import type { ZoneSurface } from './zone-surface.ts';

/** What is to be seen of the zones; opacity 0 hides them. */
export interface ZoneScene {
  zones: readonly Zone[];
  selectedId: string | null;
  theme: 'light' | 'dark';
  opacity: number;
}

const OVERVIEW_PIXELS = 2048;
const SKETCH_PIXELS = { full: 1024, lowPower: 512 };
/** The sheet over all zones reaches beyond them by this part: a zone that grows a little needs no new sheet. */
const EXTENT_MARGIN = 0.02;
/** The sheet over all zones is made anew when they have shrunk to this part of it. */
const SHRUNK_PART = 0.6;

/**
 * Paints zones onto the globe's surface: one sheet over all of them, a finer one of what is in view, and a small one of
 * the outline in the making. When zones change, only their boxes are painted anew; when the camera has come to rest
 * where the finer sheet does not serve, or the canvas has grown, that sheet is.
 */
export class ZonePainter {
  readonly #viewer: Viewer;
  readonly #surface: ZoneSurface;
  readonly #frame: LocalFrame;
  readonly #ground: GroundSurface | null;
  readonly #lowPower: boolean;
  readonly #removers: (() => void)[];
  readonly #placed: PlacedZones;
  readonly #textures: SheetTextures;
  readonly #sketch: SketchSheet;
  #draftsman: ZoneDraftsman | null = null;
  #scene: ZoneScene | null = null;
  #extent: SheetBounds | null = null;
  /** What was ordered last of each kind. */
  #ordered: Record<SheetKind, SheetRequest | null> = { overview: null, detail: null };
  #changed = false;
  #canvasSize = '';
  #disposed = false;

  constructor(
    viewer: Viewer,
    surface: ZoneSurface,
    frame: LocalFrame,
    ground: GroundSurface | null,
    lowPower: boolean,
  ) {
    this.#viewer = viewer;
    this.#surface = surface;
    this.#frame = frame;
    this.#ground = ground;
    this.#lowPower = lowPower;
    this.#placed = new PlacedZones(frame);
    this.#textures = new SheetTextures(viewer.scene, () => this.#publish());
    this.#sketch = new SketchSheet(viewer.scene);
    this.#removers = [
      viewer.camera.moveEnd.addEventListener(() => this.#refresh()),
      viewer.scene.preRender.addEventListener(() => {
        const { clientWidth, clientHeight } = viewer.scene.canvas;
        const size = `${clientWidth} ${clientHeight}`;
        if (size === this.#canvasSize) return;
        this.#canvasSize = size;
        this.#refresh();
      }),
      surface.subscribeSketch(() => this.#refresh()),
    ];
  }

  /** Shows these zones this way; what is painted stays until its successor is drawn. One that was disposed stays so. */
  show(scene: ZoneScene): void {
    // A layer that changes frame and zones at once still tells the old painter of the new zones.
    if (this.#disposed) return;
    const before = this.#scene;
    this.#scene = scene;
    if (before?.zones !== scene.zones) {
      const { put, dropped } = this.#placed.update(scene.zones);
      this.#extent = this.#fitExtent();
      if (put.length + dropped.length > 0) {
        this.#draftsman?.change(put, dropped);
        this.#changed = true;
      }
    }
    this.#refresh();
  }

  dispose(): void {
    this.#disposed = true;
    for (const remove of this.#removers) remove();
    this.#draftsman?.dispose();
    this.#scene = null;
    this.#surface.isPainting = false;
    this.#surface.setPaint(null);
    this.#textures.dispose();
    this.#sketch.clear();
  }

  /** The box for the sheet over all zones: the last one while it fits. */
  #fitExtent(): SheetBounds | null {
    const box = boxAround(this.#placed.all.map((zone) => zone.box));
    const last = this.#extent;
    if (box && last && containsBox(last, box) && sizeOf(box) > sizeOf(last) * SHRUNK_PART) return last;
    return box && growBy(box, Math.max(sizeOf(box), 10) * EXTENT_MARGIN);
  }

  #publish(): void {
    const scene = this.#scene;
    const isBusy = this.#draftsman?.isBusy === true || this.#textures.isBusy;
    const isHidden = !scene || scene.opacity <= 0 || !this.#extent;
    this.#surface.isPainting = !isHidden && isBusy;
    // The zone that was sketched is not yet among the resting ones while they are being painted.
    if (!this.#surface.sketch && (isHidden || !isBusy)) this.#sketch.clear();
    const { sheet: sketch } = this.#sketch;
    const overview = isHidden ? null : this.#textures.get('overview');
    const detail = isHidden ? null : this.#textures.get('detail');
    const opacity = isHidden ? 0 : scene.opacity;
    this.#surface.setPaint(overview || detail || sketch ? { overview, detail, sketch, opacity } : null);
    this.#viewer.scene.requestRender();
  }

  /** Orders what is wanted and not yet ordered; what is in view goes first. */
  #refresh(): void {
    const needs = this.#readNeeds();
    if (this.#scene && needs && this.#scene.opacity > 0) {
      if (!this.#draftsman) {
        this.#draftsman = new ZoneDraftsman((sheet) => this.#textures.take(sheet));
        this.#draftsman.change(this.#placed.all, []);
      }
      const plan = planDetail(needs, this.#ordered.detail);
      if (plan) this.#order('detail', plan.bounds, plan.pixels);
      else if (this.#ordered.detail) this.#forgetDetail();
      this.#order('overview', needs.extent, OVERVIEW_PIXELS);
      this.#changed = false;
    }
    this.#drawSketch(needs);
    this.#publish();
  }

  #forgetDetail(): void {
    this.#ordered.detail = null;
    this.#draftsman?.forget('detail');
    this.#textures.forget('detail');
  }

  #order(kind: SheetKind, bounds: SheetBounds, pixels: number): void {
    const last = this.#ordered[kind];
    const { selectedId = null, theme = 'light' } = this.#scene ?? {};
    const hiddenId = this.#surface.sketch?.zoneId ?? null;
    const isSame =
      !this.#changed &&
      last?.bounds === bounds &&
      last.pixels === pixels &&
      last.selectedId === selectedId &&
      last.hiddenId === hiddenId &&
      last.theme === theme;
    if (isSame) return;
    const request = { bounds, pixels, selectedId, hiddenId, theme };
    this.#ordered[kind] = request;
    this.#draftsman?.order(kind, request);
  }

  #drawSketch(needs: DetailNeeds | null): void {
    const { sketch } = this.#surface;
    const view = needs ?? this.#needsWithin(null);
    if (!sketch || !view.inView) return;
    const resting = this.#ordered.detail ?? this.#ordered.overview;
    this.#sketch.draw(sketch, {
      inView: growBy(view.inView, sizeOf(view.inView) * 0.2),
      metersPerPixel: resting ? sizeOf(resting.bounds) / resting.pixels : detailMetersPerPixel(view.inView, view),
      theme: this.#scene?.theme ?? 'light',
      mostPixels: this.#lowPower ? SKETCH_PIXELS.lowPower : SKETCH_PIXELS.full,
    });
  }

  #readNeeds(): DetailNeeds | null {
    return this.#extent && this.#needsWithin(this.#extent);
  }

  #needsWithin(extent: SheetBounds | null): DetailNeeds {
    const { canvas } = this.#viewer.scene;
    const { position } = readCameraView(this.#viewer);
    const groundHeight = this.#ground ? groundHeightAt(this.#ground, position.lon, position.lat) : 0;
    const box = extent ?? { east: 0, north: 0, width: 0, height: 0 };
    return {
      inView: findVisibleGround(this.#viewer, this.#frame, groundHeight),
      extent: box,
      canvasPixels: Math.max(canvas.width, canvas.height),
      lowPower: this.#lowPower,
      overviewMetersPerPixel: sizeOf(box) / OVERVIEW_PIXELS,
    };
  }
}

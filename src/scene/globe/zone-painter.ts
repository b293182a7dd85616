import type { Viewer } from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { readCameraView } from './camera-flight.ts';
import type { LocalFrame } from './local-frame.ts';
import { boxOf, placeZones } from './place-zones.ts';
import { findVisibleGround } from './visible-ground.ts';
import { ZoneDraftsman } from './zone-draftsman.ts';
import type { DrawnZone, SheetRequest } from './zone-drawing.ts';
import type { SheetKind } from './zone-painter.worker.ts';
import type { SheetBounds, ZoneSheet, ZoneSurface } from './zone-surface.ts';

/** What is to be seen of the zones; opacity 0 hides them. */
export interface ZoneScene {
  zones: readonly Zone[];
  selectedId: string | null;
  theme: 'light' | 'dark';
  opacity: number;
}

const OVERVIEW_PIXELS = 2048;
const DETAIL_LIMITS_PIXELS = [1024, 4096] as const;
const DETAIL_LIMIT_LOW_POWER = 2048;
/** A sheet around the view reaches beyond it by this part, so that a small move needs no new one. */
const DETAIL_MARGIN = 0.2;
/** A sheet this many times larger than what is in view is too coarse for it. */
const COARSE_TIMES = 2.2;

function grow(box: SheetBounds, part: number): SheetBounds {
  const edge = Math.max(box.width, box.height, 10) * part;
  return { east: box.east - edge, north: box.north - edge, width: box.width + 2 * edge, height: box.height + 2 * edge };
}

function clip(a: SheetBounds, b: SheetBounds): SheetBounds | null {
  const [east, north] = [Math.max(a.east, b.east), Math.max(a.north, b.north)];
  const width = Math.min(a.east + a.width, b.east + b.width) - east;
  const height = Math.min(a.north + a.height, b.north + b.height) - north;
  return width > 0 && height > 0 ? { east, north, width, height } : null;
}

function contains(outer: SheetBounds, inner: SheetBounds): boolean {
  const slack = 0.01;
  return (
    outer.east <= inner.east + slack &&
    outer.north <= inner.north + slack &&
    outer.east + outer.width >= inner.east + inner.width - slack &&
    outer.north + outer.height >= inner.north + inner.height - slack
  );
}

function sizeOf(box: SheetBounds): number {
  return Math.max(box.width, box.height);
}

interface DetailPlan {
  inView: SheetBounds;
  bounds: SheetBounds;
  pixels: number;
}

/**
 * Paints the resting zones onto the globe's surface: one sheet over all of them, and a finer one of what is in view,
 * drawn anew whenever the camera has come to rest where the last one does not serve, or the canvas has grown.
 */
export class ZonePainter {
  readonly #viewer: Viewer;
  readonly #surface: ZoneSurface;
  readonly #frame: LocalFrame;
  readonly #ground: GroundSurface | null;
  readonly #lowPower: boolean;
  readonly #removers: (() => void)[];
  #draftsman: ZoneDraftsman | null = null;
  #scene: ZoneScene | null = null;
  #placed: DrawnZone[] = [];
  #extent: SheetBounds | null = null;
  #sheets: Record<SheetKind, ZoneSheet | null> = { overview: null, detail: null };
  /** What was ordered last of each kind. */
  #ordered: Record<SheetKind, SheetRequest | null> = { overview: null, detail: null };
  #canvasSize = '';

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
    this.#removers = [
      viewer.camera.moveEnd.addEventListener(() => this.#refresh()),
      viewer.scene.preRender.addEventListener(() => {
        const { clientWidth, clientHeight } = viewer.scene.canvas;
        const size = `${clientWidth} ${clientHeight}`;
        if (size === this.#canvasSize) return;
        this.#canvasSize = size;
        this.#refresh();
      }),
    ];
  }

  /** Shows these zones this way; what is painted stays until its successor is drawn. */
  show(scene: ZoneScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before?.zones !== scene.zones) {
      const placed = placeZones(scene.zones, this.#frame);
      const box = boxOf(
        placed.flatMap(({ box: { east, north, width, height } }) => [east, north, east + width, north + height]),
      );
      this.#extent = box && grow(box, 0.02);
      this.#placed = placed;
      this.#draftsman?.setZones(placed);
      this.#ordered = { overview: null, detail: null };
    }
    this.#refresh();
  }

  dispose(): void {
    for (const remove of this.#removers) remove();
    this.#draftsman?.dispose();
    this.#scene = null;
    this.#surface.isPainting = false;
    this.#surface.setPaint(null);
  }

  #take(kind: SheetKind, sheet: ZoneSheet): void {
    this.#sheets[kind] = sheet;
    this.#publish();
  }

  #publish(): void {
    const scene = this.#scene;
    const isHidden = !scene || scene.opacity <= 0 || !this.#extent;
    this.#surface.isPainting = !isHidden && this.#draftsman?.isBusy === true;
    const { overview, detail } = this.#sheets;
    this.#surface.setPaint(isHidden ? null : { overview, detail, opacity: scene.opacity });
  }

  /** Orders what is wanted and not yet ordered; what is in view goes first. */
  #refresh(): void {
    const extent = this.#extent;
    if (!this.#scene || !extent || this.#scene.opacity <= 0) {
      this.#publish();
      return;
    }
    if (!this.#draftsman) {
      this.#draftsman = new ZoneDraftsman((kind, sheet) => this.#take(kind, sheet));
      this.#draftsman.setZones(this.#placed);
    }
    const plan = this.#planDetail(extent);
    if (plan) {
      const last = this.#ordered.detail;
      const serves =
        last !== null &&
        last.pixels >= plan.pixels &&
        contains(last.bounds, plan.inView) &&
        sizeOf(last.bounds) <= sizeOf(plan.inView) * COARSE_TIMES;
      this.#order('detail', serves ? last.bounds : plan.bounds, serves ? last.pixels : plan.pixels);
    } else {
      this.#ordered.detail = null;
      this.#sheets.detail = null;
      this.#draftsman?.forget('detail');
    }
    this.#order('overview', extent, OVERVIEW_PIXELS);
    this.#publish();
  }

  #order(kind: SheetKind, bounds: SheetBounds, pixels: number): void {
    const last = this.#ordered[kind];
    const { selectedId = null, theme = 'light' } = this.#scene ?? {};
    const isSame =
      last?.bounds === bounds && last.pixels === pixels && last.selectedId === selectedId && last.theme === theme;
    if (isSame) return;
    const request = { bounds, pixels, selectedId, theme };
    this.#ordered[kind] = request;
    this.#draftsman?.order(kind, request);
  }

  /** The finer sheet that the view asks for; `null` where no zones are in view or the sheet over all is as fine. */
  #planDetail(extent: SheetBounds): DetailPlan | null {
    const { position } = readCameraView(this.#viewer);
    const groundHeight = this.#ground ? groundHeightAt(this.#ground, position.lon, position.lat) : 0;
    const seen = findVisibleGround(this.#viewer, this.#frame, groundHeight);
    const inView = seen && clip(seen, extent);
    const bounds = inView && clip(grow(inView, DETAIL_MARGIN), extent);
    if (!bounds) return null;
    const { canvas } = this.#viewer.scene;
    const [least, most] = DETAIL_LIMITS_PIXELS;
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(canvas.width, canvas.height, least) * 1.2));
    const pixels = Math.min(wanted, this.#lowPower ? DETAIL_LIMIT_LOW_POWER : most);
    const isFiner = sizeOf(bounds) / pixels < (sizeOf(extent) / OVERVIEW_PIXELS) * 0.8;
    return isFiner ? { inView, bounds, pixels } : null;
  }
}

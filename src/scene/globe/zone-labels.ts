import {
  Cartesian2,
  type Cartesian3,
  Color,
  HorizontalOrigin,
  type Label,
  LabelCollection,
  LabelStyle,
  Matrix4,
  VerticalOrigin,
  type Viewer,
} from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import type { RiskLevel } from '../../core/city/hazard.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { declutter, type LabelBox } from './label-declutter.ts';
import { LabelPlaces } from './label-places.ts';
import { sceneTheme } from './scene-theme.ts';

export interface ZoneLabelScene {
  zones: readonly Zone[];
  theme: 'light' | 'dark';
  selectedId: string | null;
  /** Zone that is being drawn: its label would stand in the way. */
  hiddenId: string | null;
  /** Name of each level in the reader's language. */
  levelNames: Record<RiskLevel, string>;
}

interface PlacedLabel {
  zone: Zone;
  position: Cartesian3;
  text: string;
  isSelected: boolean;
  width: number;
  /** Half the zone's longer side, metres. */
  radius: number;
  /** Pixels above its place: a label may not hide the zone it names. */
  lift: number;
}

const FONT_PIXELS = 13;
const FONT = `600 ${FONT_PIXELS}px system-ui, "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif`;
/** Labels appear within this range; farther out zones are told by colour and hatch. */
const MAX_RANGE_METERS = 30_000;
/** A zone smaller than this on the screen would lie hidden under its label. */
const HIDING_RADIUS_PIXELS = 14;

/** CJK glyphs are as wide as high, others about half of that. */
function estimateWidth(text: string): number {
  let width = 14;
  for (const glyph of text) width += glyph > '⺀' ? FONT_PIXELS : FONT_PIXELS * 0.56;
  return width;
}

function rankOf({ zone, isSelected }: PlacedLabel): number {
  return isSelected ? -1 : levelStyle(zone.properties.level).rank;
}

/**
 * Labels of zones that never overlap: level and name; the selected zone, then the higher level, then the larger zone wins
 * the place. Only what is in view is looked at, and a label is made when it is first shown.
 */
export class ZoneLabels {
  readonly #viewer: Viewer;
  readonly #collection: LabelCollection;
  readonly #places: LabelPlaces;
  readonly #forget: () => void;
  readonly #viewProjection = new Matrix4();
  #scene: ZoneLabelScene | null = null;
  /** By importance. */
  #placed: PlacedLabel[] = [];
  #labels = new Map<PlacedLabel, Label>();
  /** View and canvas that the labels were laid for. */
  #laidFor = '';

  constructor(viewer: Viewer, ground: GroundSurface | null) {
    this.#viewer = viewer;
    this.#places = new LabelPlaces(ground);
    this.#collection = new LabelCollection({ scene: viewer.scene });
    viewer.scene.primitives.add(this.#collection);
    this.#forget = viewer.scene.preRender.addEventListener(() => this.#lay());
  }

  show(scene: ZoneLabelScene): void {
    const before = this.#scene;
    const keepsLook = before?.theme === scene.theme;
    const known = new Map(this.#placed.map((each) => [each.zone, each]));
    this.#scene = scene;
    this.#placed = scene.zones.flatMap((zone): PlacedLabel[] => {
      const next = zone.properties.id === scene.hiddenId ? null : this.#place(zone, scene);
      if (!next) return [];
      const last = known.get(zone);
      const isSame = keepsLook && last?.text === next.text && last.isSelected === next.isSelected;
      return [isSame ? last : next];
    });
    this.#placed.sort((a, b) => rankOf(a) - rankOf(b) || b.radius - a.radius);
    const kept = new Set(this.#placed);
    for (const [placed, label] of this.#labels) {
      if (kept.has(placed)) continue;
      this.#collection.remove(label);
      this.#labels.delete(placed);
    }
    this.#laidFor = '';
    this.#viewer.scene.requestRender();
  }

  dispose(): void {
    this.#forget();
    if (!this.#viewer.isDestroyed()) this.#viewer.scene.primitives.remove(this.#collection);
  }

  #place(zone: Zone, { levelNames, selectedId }: ZoneLabelScene): PlacedLabel | null {
    const place = this.#places.find(zone);
    if (!place) return null;
    const { id, level, name } = zone.properties;
    const levelName = levelNames[level ?? 'unrated'];
    const text = name ? `${levelName} · ${name}` : levelName;
    return { zone, ...place, text, isSelected: id === selectedId, width: estimateWidth(text), lift: 0 };
  }

  /** Shows the labels that have room; nothing is done while view and labels are the same. */
  #lay(): void {
    const { camera, canvas } = this.#viewer.scene;
    Matrix4.multiply(camera.frustum.projectionMatrix, camera.viewMatrix, this.#viewProjection);
    const laidFor = `${canvas.clientWidth} ${canvas.clientHeight} ${Matrix4.toArray(this.#viewProjection).join()}`;
    if (laidFor === this.#laidFor) return;
    this.#laidFor = laidFor;
    const shown = declutter(this.#placed.map((placed) => this.#boxOf(placed)));
    this.#placed.forEach((placed, at) => {
      if (shown[at] === true) {
        const label = this.#labelOf(placed);
        label.show = true;
        if (label.pixelOffset.y !== -placed.lift) label.pixelOffset = new Cartesian2(0, -placed.lift);
      } else {
        const label = this.#labels.get(placed);
        if (label) label.show = false;
      }
    });
  }

  /** Its box on the screen; `null` out of view or far away. */
  #boxOf(placed: PlacedLabel): LabelBox | null {
    // The last row of a perspective view gives the distance ahead of the eye.
    const ahead = this.#project(placed, 3);
    if (ahead < 1 || ahead > MAX_RANGE_METERS) return null;
    const across = this.#project(placed, 0) / ahead;
    const up = this.#project(placed, 1) / ahead;
    if (Math.abs(across) > 1 || Math.abs(up) > 1) return null;
    const { camera, canvas } = this.#viewer.scene;
    const { clientWidth, clientHeight } = canvas;
    const radiusPixels = (placed.radius * (camera.frustum.projectionMatrix[5] ?? 1) * clientHeight) / (2 * ahead);
    placed.lift = radiusPixels < HIDING_RADIUS_PIXELS ? Math.round(radiusPixels + FONT_PIXELS) : 0;
    return {
      x: ((across + 1) / 2) * clientWidth,
      y: ((1 - up) / 2) * clientHeight - placed.lift,
      width: placed.width + 10,
      height: FONT_PIXELS + 16,
    };
  }

  /** One coordinate of a place in the view, before it is divided by the distance. */
  #project({ position: { x, y, z } }: PlacedLabel, row: 0 | 1 | 3): number {
    const m = this.#viewProjection;
    return (m[row] ?? 0) * x + (m[(row + 4) as 4] ?? 0) * y + (m[(row + 8) as 8] ?? 0) * z + (m[(row + 12) as 12] ?? 0);
  }

  #labelOf(placed: PlacedLabel): Label {
    const known = this.#labels.get(placed);
    if (known) return known;
    const theme = this.#scene?.theme ?? 'light';
    const style = levelStyle(placed.zone.properties.level);
    const label = this.#collection.add({
      position: placed.position,
      text: placed.text,
      font: FONT,
      fillColor: Color.fromCssColorString(theme === 'dark' ? style.inkDark : style.inkLight),
      style: LabelStyle.FILL,
      showBackground: true,
      backgroundColor: Color.fromCssColorString(sceneTheme(theme).labelHalo).withAlpha(placed.isSelected ? 1 : 0.86),
      backgroundPadding: new Cartesian2(6, 3),
      horizontalOrigin: HorizontalOrigin.CENTER,
      verticalOrigin: VerticalOrigin.CENTER,
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    });
    this.#labels.set(placed, label);
    return label;
  }
}

import {
  Cartesian2,
  Cartesian3,
  Math as CesiumMath,
  Color,
  HorizontalOrigin,
  type Label,
  LabelCollection,
  LabelStyle,
  PerspectiveFrustum,
  SceneTransforms,
  VerticalOrigin,
  type Viewer,
} from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';
import type { RiskLevel } from '../../core/city/hazard.ts';
import { labelAnchor } from '../../core/style/label-anchor.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { declutter, type LabelBox } from './label-declutter.ts';
import { sceneTheme } from './scene-theme.ts';
import { boxOf as boxOfCoordinates } from './sheet-bounds.ts';

export interface ZoneLabelOptions {
  ground: GroundSurface | null;
  theme: 'light' | 'dark';
  selectedId: string | null;
  /** Name of each level in the reader's language. */
  levelNames: Record<RiskLevel, string>;
}

interface PlacedLabel {
  label: Label;
  priority: number;
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
const METERS_PER_DEGREE = 111_320;

/** Text of a zone's label: level, then its name. */
function labelText(zone: Zone, options: ZoneLabelOptions): string {
  const { level, name } = zone.properties;
  const levelName = options.levelNames[level ?? 'unrated'];
  return name ? `${levelName} · ${name}` : levelName;
}

/** CJK glyphs are as wide as high, others about half of that. */
function estimateWidth(text: string): number {
  let width = 14;
  for (const glyph of text) width += glyph > '⺀' ? FONT_PIXELS : FONT_PIXELS * 0.56;
  return width;
}

function zoneRadius(zone: Zone): number {
  const box = boxOfCoordinates(zone.geometry.coordinates.flat(2).flatMap((position) => position.slice(0, 2)));
  if (!box) return 0;
  const shrink = Math.cos(CesiumMath.toRadians(box.north));
  return (Math.max(box.width * shrink, box.height) * METERS_PER_DEGREE) / 2;
}

function addLabel(collection: LabelCollection, zone: Zone, options: ZoneLabelOptions): PlacedLabel | null {
  const rings = zone.geometry.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat] as const)),
  );
  const anchor = labelAnchor(rings);
  if (!anchor) return null;
  const [lon, lat] = anchor;
  const height = options.ground ? groundHeightAt(options.ground, lon, lat) : 0;
  const style = levelStyle(zone.properties.level);
  const theme = sceneTheme(options.theme);
  const selected = zone.properties.id === options.selectedId;
  const text = labelText(zone, options);
  const label = collection.add({
    position: Cartesian3.fromDegrees(lon, lat, height + 2),
    text,
    font: FONT,
    fillColor: Color.fromCssColorString(options.theme === 'dark' ? style.inkDark : style.inkLight),
    style: LabelStyle.FILL,
    showBackground: true,
    backgroundColor: Color.fromCssColorString(theme.labelHalo).withAlpha(selected ? 1 : 0.86),
    backgroundPadding: new Cartesian2(6, 3),
    horizontalOrigin: HorizontalOrigin.CENTER,
    verticalOrigin: VerticalOrigin.CENTER,
    disableDepthTestDistance: Number.POSITIVE_INFINITY,
    show: false,
  });
  const radius = zoneRadius(zone);
  return { label, priority: selected ? -1 : style.rank, width: estimateWidth(text), radius, lift: 0 };
}

function boxOf(viewer: Viewer, placed: PlacedLabel, scratch: Cartesian2): LabelBox | null {
  const { scene, camera } = viewer;
  const range = Cartesian3.distance(camera.positionWC, placed.label.position);
  if (range > MAX_RANGE_METERS) return null;
  const at = SceneTransforms.worldToWindowCoordinates(scene, placed.label.position, scratch);
  if (!at) return null;
  const { clientWidth, clientHeight } = scene.canvas;
  const fov = camera.frustum instanceof PerspectiveFrustum ? (camera.frustum.fovy ?? 1) : 1;
  const radiusPixels = (placed.radius * clientHeight) / (2 * Math.tan(fov / 2) * Math.max(range, 1));
  placed.lift = radiusPixels < HIDING_RADIUS_PIXELS ? Math.round(radiusPixels + FONT_PIXELS) : 0;
  if (at.x < 0 || at.y < 0 || at.x > clientWidth || at.y > clientHeight) return null;
  return {
    x: at.x,
    y: at.y - placed.lift,
    width: placed.width + 10,
    height: FONT_PIXELS + 16,
    priority: placed.priority,
  };
}

/** Labels of zones that never overlap: level and name, the higher level wins the place. Returns their remover. */
export function attachZoneLabels(viewer: Viewer, zones: readonly Zone[], options: ZoneLabelOptions): () => void {
  const { scene } = viewer;
  const collection = new LabelCollection({ scene });
  const placed = zones.flatMap((zone) => addLabel(collection, zone, options) ?? []);
  scene.primitives.add(collection);
  const scratch = new Cartesian2();
  const forget = scene.preRender.addEventListener(() => {
    const shown = declutter(placed.map((each) => boxOf(viewer, each, scratch)));
    placed.forEach((each, index) => {
      const show = shown[index] === true;
      if (each.label.show !== show) each.label.show = show;
      if (show && each.label.pixelOffset.y !== -each.lift) each.label.pixelOffset = new Cartesian2(0, -each.lift);
    });
  });
  scene.requestRender();
  return () => {
    forget();
    if (!viewer.isDestroyed()) scene.primitives.remove(collection);
  };
}

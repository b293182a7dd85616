import type { WayClass } from '../../../core/city/ground-feature.ts';
import type { MapStyle } from '../../../core/style/map-style.ts';
import type { DegreeBox, MapContent, MapShape } from './map-content.ts';
import { metersPerDegree, type PlacedName } from './place-names.ts';

type Pen = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'setTransform'
  | 'fillRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'setLineDash'
  | 'strokeText'
  | 'fillText'
> & {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  lineJoin: CanvasLineJoin;
  lineCap: CanvasLineCap;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
};

/** One tile to draw. */
export interface MapTile {
  box: DegreeBox;
  /** Pixels of each side. */
  size: number;
}

const FONT = 'system-ui, "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
/** Widest way and largest half name that may reach into a tile from outside. */
const REACH_METERS = 40;
const LEAST_WIDTH_PIXELS = 1.1;
const CASING_PIXELS = 1.4;

/** Metres north per pixel of a tile. */
export function metersPerPixelOf({ box, size }: MapTile): number {
  return ((box[3] - box[1]) * metersPerDegree(0)[1]) / size;
}

function trace(
  pen: Pen,
  shape: MapShape,
  west: number,
  north: number,
  closed: boolean,
  scale: readonly [number, number],
) {
  pen.beginPath();
  for (const part of shape.parts) {
    for (let at = 0; at < part.length; at += 2) {
      const x = (part[at]! - west) * scale[0];
      const y = (north - part[at + 1]!) * scale[1];
      if (at === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    if (closed) pen.closePath();
  }
}

/**
 * Draws one tile of the base map: ground, land, water, ways with their casing, then names. Everything is drawn in metres
 * east and south of the tile's north-west corner, so that widths and letters keep their form at every latitude.
 */
export function drawMapTile(
  pen: Pen,
  content: MapContent,
  names: readonly PlacedName[],
  tile: MapTile,
  style: MapStyle,
  ground: string,
): void {
  const { box, size } = tile;
  const [west, south, east, north] = box;
  const perDegree = metersPerDegree((south + north) / 2);
  const [pixelsX, pixelsY] = [size / ((east - west) * perDegree[0]), size / ((north - south) * perDegree[1])];
  const metersPerPixel = 1 / pixelsY;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.setTransform(pixelsX, 0, 0, pixelsY, 0, 0);
  pen.lineJoin = 'round';
  const [reachX, reachY] = [REACH_METERS / perDegree[0], REACH_METERS / perDegree[1]];
  const found = content.tree?.search(west - reachX, south - reachY, east + reachX, north + reachY) ?? [];
  const shapes = found.sort((a, b) => a - b).map((index) => content.shapes[index]!);
  const put = (shape: MapShape, closed: boolean) => trace(pen, shape, west, north, closed, perDegree);
  for (const shape of shapes) {
    if (shape.look.kind === 'way') continue;
    pen.fillStyle = shape.look.kind === 'water' ? style.water : style.land[shape.look.use];
    put(shape, true);
    pen.fill('evenodd');
  }
  drawWays(pen, shapes, put, style, metersPerPixel);
  drawNames(pen, names, tile, style, { pixelsX, pixelsY, perDegree });
}

function drawWays(
  pen: Pen,
  shapes: readonly MapShape[],
  put: (shape: MapShape, closed: boolean) => void,
  style: MapStyle,
  metersPerPixel: number,
): void {
  for (const layer of ['casing', 'fill'] as const) {
    for (const shape of shapes) {
      if (shape.look.kind !== 'way') continue;
      const way = style.ways[shape.look.wayClass];
      if (metersPerPixel > way.shownBelowMetersPerPixel) continue;
      const width = Math.max(shape.look.widthMeters ?? way.widthMeters, LEAST_WIDTH_PIXELS * metersPerPixel);
      pen.lineCap = way.dash ? 'butt' : 'round';
      pen.lineWidth = layer === 'casing' ? width + CASING_PIXELS * metersPerPixel : width;
      pen.strokeStyle = layer === 'casing' ? way.casing : way.fill;
      const dash = layer === 'fill' ? way.dash : null;
      pen.setLineDash(dash ? dash.map((length) => length * metersPerPixel) : []);
      put(shape, false);
      pen.stroke();
    }
  }
  pen.setLineDash([]);
}

function inkOf(look: 'land' | 'water' | WayClass, style: MapStyle): string {
  if (look === 'water') return style.waterInk;
  return look === 'land' ? style.greenInk : style.ink;
}

function drawNames(
  pen: Pen,
  names: readonly PlacedName[],
  { box, size }: MapTile,
  style: MapStyle,
  scale: { pixelsX: number; pixelsY: number; perDegree: readonly [number, number] },
): void {
  const { pixelsX, pixelsY, perDegree } = scale;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  // Letters are sized in pixels of the north axis; the east axis has more pixels to the metre away from the equator.
  const stretch = pixelsX / pixelsY;
  for (const name of names) {
    const x = (name.lon - box[0]) * perDegree[0] * pixelsX;
    const y = (box[3] - name.lat) * perDegree[1] * pixelsY;
    const [reachX, reachY] = [name.halfWidth * stretch, name.halfHeight];
    if (x < -reachX || x > size + reachX || y < -reachY || y > size + reachY) continue;
    const [cos, sin] = [Math.cos(name.angleRadians), Math.sin(name.angleRadians)];
    pen.setTransform(cos * stretch, -sin, sin * stretch, cos, x, y);
    pen.font = `${name.look === 'water' ? 'italic 600' : '500'} ${name.sizePixels}px ${FONT}`;
    pen.lineWidth = 3;
    pen.strokeStyle = style.halo;
    pen.strokeText(name.text, 0, 0);
    pen.fillStyle = inkOf(name.look, style);
    pen.fillText(name.text, 0, 0);
  }
}

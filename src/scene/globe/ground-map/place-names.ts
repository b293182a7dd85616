import { mapStyle } from '../../../core/style/map-style.ts';
import type { MapContent, MapName } from './map-content.ts';

/** A name at its place on the map of one level. */
export interface PlacedName {
  text: string;
  look: MapName['look'];
  lon: number;
  lat: number;
  /** Counter-clockwise from east as it lies on the ground, readable with north up. */
  angleRadians: number;
  sizePixels: number;
  /** Half of the box around it, pixels of the level. */
  halfWidth: number;
  halfHeight: number;
}

/** Metres per degree near a latitude (sphere of the WGS 84 equator; a map's names need no more). */
export function metersPerDegree(lat: number): readonly [east: number, north: number] {
  return [111_320 * Math.cos((lat * Math.PI) / 180), 110_574];
}

const REPEAT_PIXELS = 520;
const PRIORITY: readonly MapName['look'][] = [
  'water',
  'motorway',
  'arterial',
  'land',
  'collector',
  'metro',
  'rail',
  'local',
  'path',
];
/** A name stands on its line where the line leaves its chord by less than this part of the name's length. */
const STRAIGHTNESS = 0.06;
const GAP_PIXELS = 6;
const AREAS_NAMED_BELOW_METERS_PER_PIXEL = 6;

function sizeOf(look: MapName['look']): number {
  if (look === 'water') return 15;
  return look === 'arterial' || look === 'motorway' || look === 'land' ? 13 : 12;
}

/** CJK glyphs are as wide as high, others a little over half of that. */
function widthOf(text: string, size: number): number {
  let width = 0;
  for (const glyph of text) width += glyph > '⺀' ? size : size * 0.58;
  return width;
}

/** Boxes taken so far, in cells, so that asking for a free place does not look at all of them. */
class TakenSpace {
  readonly #cells = new Map<string, (readonly [number, number, number, number])[]>();
  readonly #size = 128;

  take(west: number, south: number, east: number, north: number): boolean {
    const keys: string[] = [];
    for (let x = Math.floor(west / this.#size); x <= Math.floor(east / this.#size); x += 1) {
      for (let y = Math.floor(south / this.#size); y <= Math.floor(north / this.#size); y += 1) keys.push(`${x} ${y}`);
    }
    const meets = keys.some((key) =>
      this.#cells.get(key)?.some((box) => box[0] < east && box[2] > west && box[1] < north && box[3] > south),
    );
    if (meets) return false;
    for (const key of keys) {
      const cell = this.#cells.get(key);
      if (cell) cell.push([west, south, east, north]);
      else this.#cells.set(key, [[west, south, east, north]]);
    }
    return true;
  }
}

interface Spot {
  x: number;
  y: number;
  angle: number;
}

/** Places along a line, pixels, where a name of the given length lies nearly straight. */
function spotsAlong(line: readonly (readonly [number, number])[], length: number): Spot[] {
  const reach: number[] = [0];
  for (let at = 1; at < line.length; at += 1) {
    const [ax, ay] = line[at - 1]!;
    const [bx, by] = line[at]!;
    reach.push(reach[at - 1]! + Math.hypot(bx - ax, by - ay));
  }
  const total = reach.at(-1)!;
  if (total < length) return [];
  const at = (distance: number): readonly [number, number] => {
    let index = 1;
    while (index < reach.length - 1 && reach[index]! < distance) index += 1;
    const span = reach[index]! - reach[index - 1]!;
    const part = span === 0 ? 0 : (distance - reach[index - 1]!) / span;
    const [ax, ay] = line[index - 1]!;
    const [bx, by] = line[index]!;
    return [ax + (bx - ax) * part, ay + (by - ay) * part];
  };
  const count = Math.max(1, Math.floor(total / REPEAT_PIXELS));
  return Array.from({ length: count }, (_, place) => (total * (place + 0.5)) / count).flatMap((middle): Spot[] => {
    const [ax, ay] = at(middle - length / 2);
    const [bx, by] = at(middle + length / 2);
    const chord = Math.hypot(bx - ax, by - ay);
    if (length - chord > length * STRAIGHTNESS) return [];
    let angle = Math.atan2(by - ay, bx - ax);
    if (angle > Math.PI / 2) angle -= Math.PI;
    if (angle <= -Math.PI / 2) angle += Math.PI;
    return [{ x: (ax + bx) / 2, y: (ay + by) / 2, angle }];
  });
}

/**
 * Places the names of a map for one level so that none meets another: important ones first, streets along their lines.
 * The result depends on level and map alone, so neighbouring tiles agree.
 * @param metersPerPixel Of the level; longitude and latitude are laid out around `origin`.
 */
export function placeNames(
  content: MapContent,
  origin: readonly [lon: number, lat: number],
  metersPerPixel: number,
): PlacedName[] {
  const [east, north] = metersPerDegree(origin[1]);
  const [scaleX, scaleY] = [east / metersPerPixel, north / metersPerPixel];
  const { ways } = mapStyle('light');
  const taken = new TakenSpace();
  const wanted = content.names
    .filter(({ look }) =>
      look === 'land' || look === 'water'
        ? metersPerPixel <= AREAS_NAMED_BELOW_METERS_PER_PIXEL
        : metersPerPixel <= ways[look].namedBelowMetersPerPixel,
    )
    .sort((a, b) => PRIORITY.indexOf(a.look) - PRIORITY.indexOf(b.look));
  return wanted.flatMap(({ text, look, path }): PlacedName[] => {
    const size = sizeOf(look);
    const width = widthOf(text, size);
    const line = Array.from({ length: path.length / 2 }, (_, index): [number, number] => [
      (path[index * 2]! - origin[0]) * scaleX,
      (path[index * 2 + 1]! - origin[1]) * scaleY,
    ]);
    const [only] = line;
    const spots = line.length > 1 ? spotsAlong(line, width) : only ? [{ x: only[0], y: only[1], angle: 0 }] : [];
    return spots.flatMap(({ x, y, angle }): PlacedName[] => {
      const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
      const halfWidth = (width * cos + size * sin) / 2 + GAP_PIXELS;
      const halfHeight = (width * sin + size * cos) / 2 + GAP_PIXELS;
      if (!taken.take(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight)) return [];
      const [lon, lat] = [origin[0] + x / scaleX, origin[1] + y / scaleY];
      return [{ text, look, lon, lat, angleRadians: angle, sizePixels: size, halfWidth, halfHeight }];
    });
  });
}

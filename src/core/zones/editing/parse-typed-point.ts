import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { ProjectedXY } from '../../geometry/coordinates.ts';
import { isInAreaOfUse } from './area-of-use.ts';
import { refuseSketch } from './refuse-sketch.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '；': ',',
  ';': ',',
  '。': '.',
  '．': '.',
  '＜': '<',
  '〈': '<',
  '∠': '<',
  '＠': '@',
  '－': '-',
  '−': '-',
  '＋': '+',
  '　': ' ',
  '°': '',
  度: '',
  米: '',
  东经: 'E',
  西经: 'W',
  北纬: 'N',
  南纬: 'S',
};

function plain(text: string): string {
  const ascii = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return Object.entries(FULL_WIDTH)
    .reduce((line, [from, to]) => line.replaceAll(from, to), ascii)
    .trim()
    .toUpperCase();
}

const NUMBER = '([+-]?(?:\\d+\\.?\\d*|\\.\\d+))';
const pattern = (source: string) => new RegExp(`^${source.replaceAll('#', NUMBER)}$`);
const BETWEEN = '(?:\\s*,\\s*|\\s+)';
const POLAR = pattern('@?\\s*#\\s*M?(?:\\s*<\\s*|\\s+)#');
const RELATIVE = pattern(`@\\s*#${BETWEEN}#`);
const PAIR = pattern(`#${BETWEEN}#`);
const LETTERS_BEFORE = /^([EWNS])\s*([\d.]+)\s*,?\s*([EWNS])\s*([\d.]+)$/;
const LETTERS_AFTER = /^([\d.]+)\s*([EWNS])\s*,?\s*([\d.]+)\s*([EWNS])$/;

function readHemispheres(text: string): readonly [lon: number, lat: number] | null {
  const [, first, a, second, b] = LETTERS_BEFORE.exec(text) ?? [];
  if (first && second) return byHemisphere(first, Number(a), second, Number(b));
  const [, c, third, d, fourth] = LETTERS_AFTER.exec(text) ?? [];
  return third && fourth ? byHemisphere(third, Number(c), fourth, Number(d)) : null;
}

function byHemisphere(first: string, a: number, second: string, b: number): readonly [lon: number, lat: number] | null {
  if (Number.isNaN(a + b)) return null;
  const isEastFirst = 'EW'.includes(first);
  if (isEastFirst === 'EW'.includes(second)) return null;
  const signed = (value: number, sign: string) => (sign === 'W' || sign === 'S' ? -value : value);
  return isEastFirst ? [signed(a, first), signed(b, second)] : [signed(b, second), signed(a, first)];
}

function fromDegrees(lon: number, lat: number, projection: Projection): Outcome<ProjectedXY> {
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return refuseSketch('sketch.badDegrees', { lon, lat });
  if (!isInAreaOfUse(lon, lat, projection.areaOfUse)) {
    return refuseSketch('sketch.outsideArea', { lon, lat, crs: projection.code });
  }
  return { ok: true, value: projection.fromLonLat(lon, lat) };
}

function fromProjected(x: number, y: number, projection: Projection): Outcome<ProjectedXY> {
  const [lon, lat] = projection.toLonLat(x, y);
  if (isInAreaOfUse(lon, lat, projection.areaOfUse)) return { ok: true, value: [x, y] };
  // Chinese surveys write x for north: the pair may be the other way round.
  const [otherLon, otherLat] = projection.toLonLat(y, x);
  const code = isInAreaOfUse(otherLon, otherLat, projection.areaOfUse) ? 'sketch.typedSwapped' : 'sketch.typedOutside';
  return refuseSketch(code, { x, y, crs: projection.code });
}

/**
 * Reads a place typed while drawing, in half- or full-width signs.
 * `120<45` or `120 45`: length in metres and bearing in degrees from grid north, clockwise, from the last point.
 * `@30,-20`: metres east and north from the last point. `113.2E 23.1N`, `东经113.2 北纬23.1`: degrees.
 * `x,y`: degrees when both could be a longitude and a latitude within the area of use, else metres of the project CRS.
 * Errors: `sketch.typedUnread`, `sketch.typedNoLast` (relative without a point before), `sketch.badLength` (≤ 0),
 * `sketch.badDegrees`, `sketch.outsideArea`, `sketch.typedOutside`, `sketch.typedSwapped` (fits with x and y exchanged).
 */
export function parseTypedPoint(text: string, last: ProjectedXY | null, projection: Projection): Outcome<ProjectedXY> {
  const line = plain(text);
  const relative = RELATIVE.exec(line);
  // Without a point before, two numbers can only be a place.
  const polar = relative || !(last || line.includes('<')) ? null : POLAR.exec(line);
  if (polar || relative) {
    if (!last) return refuseSketch('sketch.typedNoLast');
    const [a, b] = [Number((polar ?? relative)![1]), Number((polar ?? relative)![2])];
    if (relative) return { ok: true, value: [last[0] + a, last[1] + b] };
    if (!(a > 0)) return refuseSketch('sketch.badLength', { length: a });
    const bearing = (b * Math.PI) / 180;
    return { ok: true, value: [last[0] + a * Math.sin(bearing), last[1] + a * Math.cos(bearing)] };
  }
  const degrees = readHemispheres(line);
  if (degrees) return fromDegrees(degrees[0], degrees[1], projection);
  const pair = PAIR.exec(line);
  if (!pair) return refuseSketch('sketch.typedUnread', { text });
  const [x, y] = [Number(pair[1]), Number(pair[2])];
  if (isInAreaOfUse(x, y, projection.areaOfUse)) return fromDegrees(x, y, projection);
  return fromProjected(x, y, projection);
}

import type { MultiPolygon2 } from '../../geometry/coordinates.ts';

const FILE_CODE = 9994;
const VERSION = 1000;
const POLYGON = 5;
const HEADER_BYTES = 100;

type Box = [minX: number, minY: number, maxX: number, maxY: number];

function boxOf(shapes: readonly MultiPolygon2[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of shapes.flat(3)) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

function writeBox(view: DataView, at: number, box: Box): void {
  for (const [index, value] of box.entries()) view.setFloat64(at + index * 8, value, true);
}

function writeHeader(view: DataView, box: Box): void {
  view.setInt32(0, FILE_CODE);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, VERSION, true);
  view.setInt32(32, POLYGON, true);
  writeBox(view, 36, box);
}

/** Bytes of a record's content: type, box, counts, starts of its rings, positions. */
function contentBytes(shape: MultiPolygon2): number {
  const rings = shape.flat();
  return 44 + rings.length * 4 + rings.reduce((sum, ring) => sum + ring.length, 0) * 16;
}

function writeContent(view: DataView, start: number, shape: MultiPolygon2): void {
  const rings = shape.flat();
  view.setInt32(start, POLYGON, true);
  writeBox(view, start + 4, boxOf([shape]));
  view.setInt32(start + 36, rings.length, true);
  view.setInt32(
    start + 40,
    rings.reduce((sum, ring) => sum + ring.length, 0),
    true,
  );
  let at = start + 44 + rings.length * 4;
  let first = 0;
  for (const [index, ring] of rings.entries()) {
    view.setInt32(start + 44 + index * 4, first, true);
    first += ring.length;
    // The format turns the other way round: exteriors clockwise, holes counter-clockwise.
    for (const [x, y] of [...ring].reverse()) {
      view.setFloat64(at, x, true);
      view.setFloat64(at + 8, y, true);
      at += 16;
    }
  }
}

/**
 * Encodes shapes as the .shp and .shx parts of a polygon shapefile.
 * @param shapes At least one, each with closed rings, exteriors counter-clockwise, holes clockwise, in the units of the
 * .prj beside it; a shape's polygons are told apart again by the direction of their rings.
 * Limits: 2 GiB. Source: ESRI Shapefile Technical Description (1998).
 */
export function encodeShapes(shapes: readonly MultiPolygon2[]): {
  shp: Uint8Array<ArrayBuffer>;
  shx: Uint8Array<ArrayBuffer>;
} {
  const sizes = shapes.map(contentBytes);
  const shp = new Uint8Array(HEADER_BYTES + sizes.reduce((sum, size) => sum + 8 + size, 0));
  const shx = new Uint8Array(HEADER_BYTES + shapes.length * 8);
  const [view, index] = [new DataView(shp.buffer), new DataView(shx.buffer)];
  const box = boxOf(shapes);
  writeHeader(view, box);
  writeHeader(index, box);
  let at = HEADER_BYTES;
  for (const [place, shape] of shapes.entries()) {
    const size = sizes[place]!;
    index.setInt32(HEADER_BYTES + place * 8, at / 2);
    index.setInt32(HEADER_BYTES + place * 8 + 4, size / 2);
    view.setInt32(at, place + 1);
    view.setInt32(at + 4, size / 2);
    writeContent(view, at + 8, shape);
    at += 8 + size;
  }
  return { shp, shx };
}

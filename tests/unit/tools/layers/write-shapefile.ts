/** Bytes of one field: name, width and one value per record, already encoded. */
export interface DbfField {
  name: Uint8Array;
  width: number;
  values: Uint8Array[];
}

/** A polygon shapefile (.shp) with one ring per record, clockwise as the format wants. */
export function writeShp(rings: [number, number][][]): Uint8Array {
  const sizes = rings.map((ring) => 4 + 32 + 8 + 4 + ring.length * 16);
  const total = 100 + sizes.reduce((sum, size) => sum + 8 + size, 0);
  const view = new DataView(new ArrayBuffer(total));
  view.setInt32(0, 9994);
  view.setInt32(24, total / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 5, true);
  let at = 100;
  for (const [index, ring] of rings.entries()) {
    view.setInt32(at, index + 1);
    view.setInt32(at + 4, sizes[index]! / 2);
    view.setInt32(at + 8, 5, true);
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    for (const [side, value] of box.entries()) view.setFloat64(at + 12 + side * 8, value, true);
    view.setInt32(at + 44, 1, true);
    view.setInt32(at + 48, ring.length, true);
    for (const [point, [x, y]] of ring.entries()) {
      view.setFloat64(at + 56 + point * 16, x, true);
      view.setFloat64(at + 64 + point * 16, y, true);
    }
    at += 8 + sizes[index]!;
  }
  return new Uint8Array(view.buffer);
}

/** A DBF table of text fields. */
export function writeDbf(fields: DbfField[], languageDriver = 0): Uint8Array {
  const rows = fields[0]!.values.length;
  const headerLength = 32 + fields.length * 32 + 1;
  const recordLength = 1 + fields.reduce((sum, field) => sum + field.width, 0);
  const bytes = new Uint8Array(headerLength + rows * recordLength + 1).fill(0x20);
  bytes.fill(0, 0, headerLength);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setInt32(4, rows, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength, true);
  bytes[29] = languageDriver;
  for (const [index, field] of fields.entries()) {
    bytes.set(field.name, 32 + index * 32);
    bytes[32 + index * 32 + 11] = 'C'.charCodeAt(0);
    bytes[32 + index * 32 + 16] = field.width;
  }
  bytes[headerLength - 1] = 0x0d;
  for (let row = 0; row < rows; row += 1) {
    let at = headerLength + row * recordLength + 1;
    for (const field of fields) {
      bytes.set(field.values[row]!, at);
      at += field.width;
    }
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

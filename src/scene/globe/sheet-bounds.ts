/** A box in the local frame, metres. */
export interface SheetBounds {
  east: number;
  north: number;
  width: number;
  height: number;
}

/** Box around points given as x, y, x, y …, metres; `null` for none. */
export function boxOf(coordinates: Iterable<number>): SheetBounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let isNorth = false;
  for (const value of coordinates) {
    if (isNorth) {
      south = Math.min(south, value);
      north = Math.max(north, value);
    } else {
      west = Math.min(west, value);
      east = Math.max(east, value);
    }
    isNorth = !isNorth;
  }
  return west > east ? null : { east: west, north: south, width: east - west, height: north - south };
}

/** The box around boxes; `null` for none. */
export function boxAround(boxes: readonly SheetBounds[]): SheetBounds | null {
  return boxOf(boxes.flatMap(({ east, north, width, height }) => [east, north, east + width, north + height]));
}

export function growBy(box: SheetBounds, meters: number): SheetBounds {
  return {
    east: box.east - meters,
    north: box.north - meters,
    width: box.width + 2 * meters,
    height: box.height + 2 * meters,
  };
}

/** What two boxes have in common; `null` when they do not overlap. */
export function clipBox(a: SheetBounds, b: SheetBounds): SheetBounds | null {
  const [east, north] = [Math.max(a.east, b.east), Math.max(a.north, b.north)];
  const width = Math.min(a.east + a.width, b.east + b.width) - east;
  const height = Math.min(a.north + a.height, b.north + b.height) - north;
  return width > 0 && height > 0 ? { east, north, width, height } : null;
}

export function containsBox(outer: SheetBounds, inner: SheetBounds): boolean {
  const slack = 0.01;
  return (
    outer.east <= inner.east + slack &&
    outer.north <= inner.north + slack &&
    outer.east + outer.width >= inner.east + inner.width - slack &&
    outer.north + outer.height >= inner.north + inner.height - slack
  );
}

/** Longer side, metres. */
export function sizeOf(box: SheetBounds): number {
  return Math.max(box.width, box.height);
}

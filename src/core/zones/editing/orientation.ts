type Point = readonly [number, number];

/** Bound of the rounding error of the determinant relative to its two products; Shewchuk 1997, "ccwerrboundA". */
const ERROR_BOUND = 3.3306690738754716e-16;

/**
 * Which side of the line a → b the point c lies on: 1 left, −1 right, 0 on it.
 * Whole numbers below 2⁵³ are told exactly; of other numbers those within rounding of the line count as on it.
 */
export function findOrientation(a: Point, b: Point, c: Point): -1 | 0 | 1 {
  const left = (b[0] - a[0]) * (c[1] - a[1]);
  const right = (b[1] - a[1]) * (c[0] - a[0]);
  const difference = left - right;
  if (Math.abs(difference) > ERROR_BOUND * (Math.abs(left) + Math.abs(right))) return difference > 0 ? 1 : -1;
  if (![a, b, c].every(([x, y]) => Number.isInteger(x) && Number.isInteger(y))) return 0;
  const exact = BigInt(b[0] - a[0]) * BigInt(c[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(c[0] - a[0]);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

let count = 0;
const keys = new WeakMap<object, number>();

/** Tells big objects apart without writing them out: the same object has the same key as long as it lives. */
export function keyOfObject(object: object): number {
  const known = keys.get(object);
  if (known !== undefined) return known;
  count += 1;
  keys.set(object, count);
  return count;
}

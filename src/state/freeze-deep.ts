/** Freezes plain data in depth and rejects class instances and functions; already frozen parts are trusted. */
export function freezeDeep<T>(value: T, path = 'state'): T {
  if (typeof value === 'function') throw new TypeError(`${path} holds a function; the store holds plain data only`);
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${path} holds an instance of a class; the store holds plain data only`);
  }
  for (const [key, part] of Object.entries(value)) freezeDeep(part, `${path}.${key}`);
  return Object.freeze(value);
}

/** Signed area of a ring, positive when counter-clockwise, in the square of its unit; closed or open. */
export function measureSignedArea(ring: readonly (readonly [number, number])[]): number {
  const origin = ring[0];
  if (!origin) return 0;
  let doubled = 0;
  for (let index = 0; index < ring.length; index += 1) {
    const [x1, y1] = ring[index]!;
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    doubled += (x1 - origin[0]) * (y2 - origin[1]) - (x2 - origin[0]) * (y1 - origin[1]);
  }
  return doubled / 2;
}

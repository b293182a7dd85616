import type { Projection } from '../../src/core/crs/projection.ts';
import type { CityElement } from '../elements/city-element.ts';
import type { CellMember } from './partition-cells.ts';

/** Middle of an element's plan extent (degrees) and the vertices it will draw; `null` when there is nothing to draw. */
export function measureMember(element: CityElement, projection: Projection): CellMember | null {
  if (element.shape.type === 'adopted') return null;
  const low: [number, number] = [Infinity, Infinity];
  const high: [number, number] = [-Infinity, -Infinity];
  let vertices = 0;
  const take = (x: number, y: number, drawn: number) => {
    low[0] = Math.min(low[0], x);
    low[1] = Math.min(low[1], y);
    high[0] = Math.max(high[0], x);
    high[1] = Math.max(high[1], y);
    vertices += drawn;
  };
  if (element.shape.type === 'surfaces') {
    for (const surface of element.shape.surfaces)
      for (const ring of surface.rings) for (const [x, y] of ring) take(x, y, 1);
  } else {
    for (const polygon of element.footprint) for (const ring of polygon) for (const [x, y] of ring) take(x, y, 5);
  }
  if (vertices === 0) return null;
  const [lon, lat] = projection.toLonLat((low[0] + high[0]) / 2, (low[1] + high[1]) / 2);
  return { lon, lat, vertices };
}

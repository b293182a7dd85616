import Flatbush from 'flatbush';
import type { Issue } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import { shapeBox } from '../editing/shape-box.ts';
import { sketchOfZone } from '../editing/sketch-of-zone.ts';
import type { Zone } from '../zone.ts';
import type { PlacedZone } from './topology-finding.ts';

/** Zones in metres of the project CRS with an index over their boxes; issues tell those left out, see `sketchOfZone`. */
export interface PlacedZones {
  zones: readonly PlacedZone[];
  /** `null` without zones. */
  tree: Flatbush | null;
  issues: Issue[];
}

/** Brings zones to the project CRS; zones that cannot be brought there are left out and told. */
export function placeZones(zones: readonly Zone[], projection: Projection): PlacedZones {
  const issues: Issue[] = [];
  const placed = zones.flatMap((zone): PlacedZone[] => {
    const shape = sketchOfZone(zone, projection);
    if (!shape.ok) {
      issues.push(shape.issue);
      return [];
    }
    const box = shapeBox(shape.value);
    return box ? [{ id: zone.properties.id, hazard: zone.properties.hazard, shape: shape.value, box }] : [];
  });
  const tree = placed.length > 0 ? new Flatbush(placed.length) : null;
  for (const { box } of placed) tree?.add(...box);
  tree?.finish();
  return { zones: placed, tree, issues };
}

/** Pairs of zones of one hazard whose boxes come within a distance of each other, each pair once. */
export function* pairNeighbours({ zones, tree }: PlacedZones, meters: number): Generator<[PlacedZone, PlacedZone]> {
  for (const [index, zone] of zones.entries()) {
    const [minX, minY, maxX, maxY] = zone.box;
    const near = tree!.search(
      minX - meters,
      minY - meters,
      maxX + meters,
      maxY + meters,
      (other) => other > index && zones[other]!.hazard === zone.hazard,
    );
    for (const other of near) yield [zone, zones[other]!];
  }
}

import type { Issue } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { Zone } from '../zone.ts';
import { findFaultyOutlines } from './find-faulty-outlines.ts';
import { findGaps } from './find-gaps.ts';
import { findOverlaps } from './find-overlaps.ts';
import { orderByPrecedence } from './order-by-precedence.ts';
import { placeZones } from './place-zones.ts';
import type { TopologyFinding } from './topology-finding.ts';

/**
 * Checks how zones lie to themselves and each other: rings that touch, slivers, duplicates and overlaps of one hazard,
 * gaps between neighbours of one hazard.
 * @param toleranceMeters Gaps and slivers up to this width count.
 * @returns Findings in that order, of two zones the one that gives way named last (`orderByPrecedence`), and an issue for every zone that could not be checked (see `sketchOfZone`).
 * Limits: work grows with the vertices of zones that are near each other; 2,000 zones take about a second.
 */
export function checkTopology(
  zones: readonly Zone[],
  projection: Projection,
  toleranceMeters: number,
): { findings: TopologyFinding[]; issues: Issue[] } {
  const placed = placeZones(orderByPrecedence(zones), projection);
  const findings = [
    ...findFaultyOutlines(placed, toleranceMeters, projection),
    ...findOverlaps(placed, projection),
    ...findGaps(placed, toleranceMeters, projection),
  ];
  return { findings, issues: placed.issues };
}

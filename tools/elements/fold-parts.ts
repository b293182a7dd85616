import { normaliseNumber } from '../../src/core/formats/normalise-number.ts';
import { measurePlanArea } from '../../src/core/geometry/plan-area.ts';
import type { BuildContext } from '../package/progress.ts';
import type { CityElement, ExtrusionPart } from './city-element.ts';
import type { PlacedElement } from './element-batch.ts';
import { textOf } from './read-attribute.ts';

/** Share of the outline that its ground-standing parts must cover to replace it when drawn. */
const COVERED_SHARE = 0.99;

function rootIdOf(element: CityElement): string | null {
  const { source } = element;
  if (source.kind !== 'building_part' && (source['building:part'] ?? 'no') === 'no') return null;
  const root = source.root_id;
  return root === null || root === undefined ? null : textOf({ field: 'root_id', value: root });
}

function toPart(element: CityElement): ExtrusionPart | null {
  const top = element.attributes.heightMeters;
  const reading = normaliseNumber(element.source.min_height);
  const bottom = reading.kind === 'number' ? Math.max(0, reading.value) : 0;
  return top !== null && top > bottom ? { footprint: element.footprint, bottomMeters: bottom, topMeters: top } : null;
}

function foldInto(building: CityElement, parts: ExtrusionPart[]): void {
  if (parts.length === 0) return;
  const own = building.attributes.heightMeters;
  const standing = parts.filter((part) => part.bottomMeters < 3);
  const covered = standing.reduce((sum, part) => sum + measurePlanArea(part.footprint), 0);
  const outlineStays = covered < COVERED_SHARE * measurePlanArea(building.footprint);
  const outline = outlineStays ? [{ footprint: building.footprint, bottomMeters: 0, topMeters: own ?? 0 }] : [];
  building.shape = { type: 'extrusion', parts: [...outline, ...parts] };
  const top = Math.max(...parts.map((part) => part.topMeters));
  if (own === null || top > own) {
    building.attributes.heightMeters = top;
    building.derived.heightMeters = 'height.from-parts';
  }
}

/**
 * Folds OpenStreetMap building parts (`building_part` with `root_id`) into their building, so that a building is one
 * row: parts are drawn, the outline is counted. Each folded part is reported as `element.partFolded`. A part whose
 * building is not in the dataset stays an element of its own.
 * Source: OpenStreetMap wiki, Simple 3D Buildings (parts replace the outline when drawn; heights above ground).
 */
export function foldParts(records: readonly PlacedElement[], context: BuildContext): PlacedElement[] {
  const byId = new Map(records.map((record) => [record.element.attributes.id, record]));
  const partsOf = new Map<PlacedElement, ExtrusionPart[]>();
  const kept = records.filter((record) => {
    const rootId = rootIdOf(record.element);
    const building = rootId === null ? undefined : byId.get(rootId);
    if (!building || building === record || rootIdOf(building.element) !== null) return true;
    const part = toPart(record.element);
    const parts = partsOf.get(building) ?? [];
    if (part) parts.push(part);
    partsOf.set(building, parts);
    context.report({ code: 'element.partFolded', severity: 'note', place: record.place, values: { root: rootId! } });
    return false;
  });
  for (const [building, parts] of partsOf) foldInto(building.element, parts);
  return kept;
}

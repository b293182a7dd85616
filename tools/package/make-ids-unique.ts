import type { BuildContext } from './progress.ts';

/** A feature of a vector layer as far as its identity goes. */
interface IdentifiedFeature {
  properties: { id: string; dataset: string };
}

/**
 * Makes the ids of a vector layer unique in place: a repeated one gets `~2`, `~3` … appended and is reported.
 * @param code Issue code to report, e.g. `zone.duplicateId`.
 */
export function makeIdsUnique(features: readonly IdentifiedFeature[], code: string, context: BuildContext): void {
  const used = new Set<string>();
  for (const { properties } of features) {
    const { id } = properties;
    let newId = id;
    for (let copy = 2; used.has(newId); copy += 1) newId = `${id}~${copy}`;
    used.add(newId);
    if (newId === id) continue;
    properties.id = newId;
    context.report({ code, severity: 'warning', place: { layer: properties.dataset, id }, values: { newId } });
  }
}

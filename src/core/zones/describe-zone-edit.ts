import type { WorkspaceEdit } from '../workspace/workspace-edit.ts';
import { listZoneDifferences, type ZoneField } from './list-zone-differences.ts';
import type { Zone } from './zone.ts';

type Step = WorkspaceEdit['step'];
type Properties = Zone['properties'];
type Describe = (before: Properties, after: Properties) => Step;

function simple(code: string, field: 'reviewer' | 'responsible' | 'returnPeriodYears'): Describe {
  return (before, after) => ({ code, values: { before: before[field] ?? '', after: after[field] ?? '' } });
}

function written(field: 'strategy' | 'note'): Describe {
  return (_before, after) => ({ code: `zone.${field}${after[field] ? 'Written' : 'Cleared'}`, values: {} });
}

const tellIntensity = ({ intensity }: Properties) => (intensity ? `${intensity.value} ${intensity.unit}`.trim() : '');

const describeValidity: Describe = (_before, after) => ({
  code: 'zone.validitySet',
  values: { from: after.validFrom ?? '', to: after.validTo ?? '' },
});

function describeRequirements(before: readonly string[], after: readonly string[]): Step {
  const added = after.length - before.length;
  if (added > 0) return { code: 'zone.requirementsAdded', values: { count: added } };
  if (added < 0) return { code: 'zone.requirementsRemoved', values: { count: -added } };
  const sorted = (lines: readonly string[]) => [...lines].sort().join('\n');
  const code = sorted(before) === sorted(after) ? 'zone.requirementsOrdered' : 'zone.requirementRewritten';
  return { code, values: {} };
}

const DESCRIBE: Record<Exclude<ZoneField, 'shape'>, Describe> = {
  name: (before) => ({ code: 'zone.renamed', values: { before: before.name ?? '' } }),
  hazard: (before, after) => ({
    code: 'zone.hazardSet',
    values: { hazardBefore: before.hazard, hazard: after.hazard },
  }),
  level: (before, after) => ({
    code: 'zone.levelSet',
    values: { levelBefore: before.level ?? 'unrated', level: after.level ?? 'unrated' },
  }),
  intensity: (before, after) => ({
    code: 'zone.intensitySet',
    values: { before: tellIntensity(before), after: tellIntensity(after) },
  }),
  returnPeriodYears: simple('zone.returnPeriodSet', 'returnPeriodYears'),
  strategy: written('strategy'),
  requirements: (before, after) => describeRequirements(before.requirements ?? [], after.requirements ?? []),
  responsible: simple('zone.responsibleSet', 'responsible'),
  validFrom: describeValidity,
  validTo: describeValidity,
  status: (before, after) => ({
    code: (after.status ?? 'draft') === 'draft' ? 'zone.draftSet' : 'zone.statusSet',
    values: {
      statusBefore: before.status ?? 'draft',
      status: after.status ?? 'draft',
      reviewer: after.reviewer ?? '',
    },
  }),
  reviewer: simple('zone.reviewerSet', 'reviewer'),
  note: written('note'),
};

/** Changes of several fields that are one thing to the user. */
const TOGETHER: readonly { fields: readonly ZoneField[]; as: (before: Properties, after: Properties) => Step }[] = [
  { fields: ['status', 'reviewer'], as: DESCRIBE.status },
  { fields: ['validFrom', 'validTo'], as: DESCRIBE.validFrom },
  {
    fields: ['strategy', 'requirements'],
    as: (_before, after) => ({ code: 'zone.strategyApplied', values: { count: after.requirements?.length ?? 0 } }),
  },
];

/**
 * Tells in a step code with values what an edit of one zone did to its fields, e.g. `zone.levelSet` with
 * `levelBefore`, `level`. Every step has the `name` of the zone (its id when it has none); an empty text stands for
 * "not stated". Fields that belong together (status and reviewer, strategy and requirements) make one step; other
 * combinations are `zone.changed` with their `count`.
 */
export function describeZoneEdit(before: Zone, after: Zone): Step {
  const fields = listZoneDifferences(before, after);
  const [only] = fields;
  const together = TOGETHER.find((group) => fields.length > 1 && fields.every((field) => group.fields.includes(field)));
  const tell = together?.as ?? (fields.length === 1 && only && only !== 'shape' ? DESCRIBE[only] : null);
  const step = tell?.(before.properties, after.properties) ?? {
    code: 'zone.changed',
    values: { count: fields.length },
  };
  const { name, id } = after.properties;
  return { code: step.code, values: { name: name || id, ...step.values } };
}

import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RISK_LEVELS, ZONE_HAZARDS } from '../../core/city/hazard.ts';
import { guessHazards, guessLevels } from '../../core/zones/exchange/guess-mapping.ts';
import { ZONE_TARGETS, type ZoneMapping, type ZoneTarget } from '../../core/zones/exchange/zone-mapping.ts';
import type { SourceField } from '../../core/zones/exchange/zone-source.ts';
import { rateNumbers } from './rate-numbers.ts';
import { ValueMap } from './ValueMap.tsx';

const STATUSES = ['draft', 'reviewed', 'approved'] as const;
const SAMPLES = 3;

interface MappingTableProps {
  fields: readonly SourceField[];
  mapping: ZoneMapping;
  onChange: (mapping: ZoneMapping) => void;
}

/** Which source field is which field of a zone, what its words mean, and what stands where it is empty. */
export function MappingTable({ fields, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const fieldOf = (target: ZoneTarget) => fields.find(({ name }) => name === mapping.fields[target]);
  const choose = (target: ZoneTarget, name: string | null): void => {
    const { [target]: _before, ...others } = mapping.fields;
    const field = fields.find((known) => known.name === name);
    onChange({
      ...mapping,
      fields: name === null ? others : { ...others, [target]: name },
      ...(target === 'hazard' ? { hazards: guessHazards(field) } : {}),
      ...(target === 'level' ? { levels: guessLevels(field) } : {}),
    });
  };
  const [hazard, level] = [fieldOf('hazard'), fieldOf('level')];
  const rated = level ? rateNumbers(level) : null;
  return (
    <div className="exchange-mapping">
      <table>
        <thead>
          <tr>
            <th>{t('mapping.target')}</th>
            <th>{t('mapping.source')}</th>
            <th>{t('mapping.samples')}</th>
            <th>{t('mapping.default')}</th>
          </tr>
        </thead>
        <tbody>
          {ZONE_TARGETS.map((target) => (
            <tr key={target}>
              <th scope="row">{t(`target.${target}`)}</th>
              <td>
                <Select
                  size="xs"
                  searchable={fields.length > 8}
                  clearable
                  aria-label={t('mapping.sourceOf', { name: t(`target.${target}`) })}
                  placeholder={t('mapping.none')}
                  clearButtonProps={{ 'aria-label': t('mapping.clear') }}
                  data={fields.map(({ name }) => name)}
                  value={mapping.fields[target] ?? null}
                  onChange={(name) => choose(target, name)}
                />
              </td>
              <td className="exchange-samples">
                {fieldOf(target)
                  ?.values.slice(0, SAMPLES)
                  .map(({ text }) => text)
                  .join(t('mapping.separator'))}
              </td>
              <td>
                <DefaultValue target={target} mapping={mapping} onChange={onChange} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hazard ? (
        <ValueMap
          title={t('values.hazard', { field: hazard.name })}
          field={hazard}
          choices={ZONE_HAZARDS.map((value) => ({ value, label: t(`vocabulary:hazard.${value}`) }))}
          map={mapping.hazards}
          onChange={(hazards) => onChange({ ...mapping, hazards })}
        />
      ) : null}
      {level ? (
        <ValueMap
          title={t('values.level', { field: level.name })}
          field={level}
          choices={RISK_LEVELS.map((value) => ({ value, label: t(`vocabulary:level.${value}`) }))}
          map={mapping.levels}
          onChange={(levels) => onChange({ ...mapping, levels })}
          aside={
            rated
              ? (['highestFirst', 'lowestFirst'] as const).map((order) => (
                  <Button
                    key={order}
                    size="compact-xs"
                    variant="light"
                    onClick={() => onChange({ ...mapping, levels: rated[order] })}
                  >
                    {t(`values.${order}`, { first: rated.first })}
                  </Button>
                ))
              : null
          }
        />
      ) : null}
    </div>
  );
}

function DefaultValue({ target, mapping, onChange }: Omit<MappingTableProps, 'fields'> & { target: ZoneTarget }) {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  if (target === 'id' || target === 'name') return null;
  const keep = (value: string | null): void => {
    const { [target]: _before, ...others } = mapping.defaults;
    onChange({
      ...mapping,
      defaults: value ? { ...others, [target]: value } : others,
      // A default is a word like those of the source, and means itself.
      ...(target === 'hazard' && value
        ? { hazards: { ...mapping.hazards, [value]: value } as ZoneMapping['hazards'] }
        : {}),
      ...(target === 'level' && value
        ? { levels: { ...mapping.levels, [value]: value } as ZoneMapping['levels'] }
        : {}),
    });
  };
  const label = t('mapping.defaultOf', { name: t(`target.${target}`) });
  const choices =
    target === 'hazard'
      ? ZONE_HAZARDS.map((value) => ({ value, label: t(`vocabulary:hazard.${value}`) }))
      : target === 'level'
        ? RISK_LEVELS.map((value) => ({ value, label: t(`vocabulary:level.${value}`) }))
        : target === 'status'
          ? STATUSES.map((value) => ({ value, label: t(`vocabulary:status.${value}`) }))
          : null;
  if (choices) {
    return (
      <Select
        size="xs"
        clearable
        aria-label={label}
        placeholder={t('mapping.none')}
        clearButtonProps={{ 'aria-label': t('mapping.clear') }}
        data={choices as { value: string; label: string }[]}
        value={mapping.defaults[target] ?? null}
        onChange={keep}
      />
    );
  }
  return (
    <TextInput
      size="xs"
      aria-label={label}
      maxLength={500}
      type={target === 'validFrom' || target === 'validTo' ? 'date' : 'text'}
      value={mapping.defaults[target] ?? ''}
      onChange={(event) => keep(event.currentTarget.value)}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { happened } from '../../state/happened.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** A zone by level, hazard and name; a click selects it. */
export function ZoneLink({ zone }: { zone: Zone }) {
  const { t } = useTranslation(['inspect', 'vocabulary']);
  const { id, name, hazard, level } = zone.properties;
  const { fill, hatch } = levelStyle(level);
  return (
    <ListRow
      look="link"
      mark={<HatchSwatch fill={fill} hatch={hatch} />}
      name={name ?? t('unnamed')}
      sub={`${t(`vocabulary:level.${level ?? 'unrated'}`)} · ${t(`vocabulary:hazard.${hazard}`)}`}
      onSelect={() => happened.featurePicked({ kind: 'zone', id })}
    />
  );
}
